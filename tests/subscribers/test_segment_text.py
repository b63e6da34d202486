"""The filter language of segments: a text and its condition say the same, and a refusal says where and why."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import InputRefused
from subscribers.segment_condition import (
    AllCondition,
    AnyCondition,
    Condition,
    GotCampaignCondition,
    LanguageCondition,
    NotCondition,
    OnListCondition,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    all_of,
    any_of,
    values_of,
)
from subscribers.segment_parser import MAX_DEPTH
from subscribers.segment_text import MAX_LENGTH, MAX_TESTS, condition_text, parse_condition
from tests.subscribers.conditions import conditions


@given(condition=conditions())
def test_a_condition_is_read_back_from_its_own_text(condition: Condition) -> None:
    text = condition_text(condition)
    try:
        read = parse_condition(text)
    except InputRefused as refused:
        assume(refused.code != "subscribers-segment-too-deep")
        raise
    assert read == condition
    assert condition_text(read) == text


TOKENS = st.sampled_from(
    ["list", "language", "tag", "topic", "signed_up", "got", "campaign", "and", "or", "not", "in", "=", "!=", ">=",
     "<", "(", ")", ",", "sl", "bulletin", "2026-01-01", "12",
     "field", "contains", "is", "empty", "-0.5", '"a b"', '"', "&", "\u202e"]
)  # fmt: skip


@given(tokens=st.lists(TOKENS, max_size=20), sep=st.sampled_from([" ", "  ", "\n"]))
def test_any_text_is_read_or_refused_in_words(tokens: list[str], sep: str) -> None:
    text = sep.join(tokens)
    try:
        condition = parse_condition(text)
    except InputRefused as refused:
        position = refused.params.get("position", 1)
        assert isinstance(position, int)
        assert 1 <= position <= len(text) + 1
    else:
        written = condition_text(condition)
        assert parse_condition(written) == condition
        assert condition_text(parse_condition(written)) == written


def test_what_the_language_says() -> None:
    text = """list = bulletin and language in (sl, en, sl) and signed_up >= 2026-01-01
              and not got campaign 12 and (tag = "Maribor center" or signed_up < 2020-02-29)"""
    assert parse_condition(text) == AllCondition(
        (
            OnListCondition(("bulletin",)),
            LanguageCondition(("en", "sl")),
            SignedUpSinceCondition(date(2026, 1, 1)),
            NotCondition(GotCampaignCondition(12)),
            AnyCondition((TagCondition(("Maribor center",)), SignedUpBeforeCondition(date(2020, 2, 29)))),
        )
    )
    assert condition_text(parse_condition(text)) == (
        "list = bulletin and language in (en, sl) and signed_up >= 2026-01-01 and not got campaign 12 and "
        '(tag = "Maribor center" or signed_up < 2020-02-29)'
    )


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("list != a", "not list = a"),
        ("list not in (b, a)", "not list in (a, b)"),
        ("not not list = a", "list = a"),
        ("(list = a) and ((list = b))", "list = a and list = b"),
        ("list = a or list = a", "list = a"),
        ("not (list = a or list = b and list = c)", "not (list = a or (list = b and list = c))"),
        ('tag = "press"', "tag = press"),
        ("topic not in (housing, at-sea)", "not topic in (at-sea, housing)"),
        ("language = Slovenščina", "language = sl"),
        ("field age >= 018.50", "field age >= 18.5"),
        ("field town is not empty", "not field town is empty"),
        ("field town not in (b, a)", "not field town in (a, b)"),
        ('field town contains "trg"', "field town contains trg"),
    ],
)
def test_one_condition_has_one_text(text: str, same: str) -> None:
    assert condition_text(parse_condition(text)) == same


@pytest.mark.parametrize(
    ("text", "position", "quoted", "expected"),
    [
        ("town = Maribor", 1, "town", "test"),
        ("list bulletin", 6, "bulletin", "equal_or_in"),
        ("list = ", 7, "", "value"),
        ("list in (a b)", 12, "b", "comma_or_bracket"),
        ("list in a", 9, "a", "open_bracket"),
        ("list = a list = b", 10, "list", "more"),
        ("(list = a", 10, "", "bracket"),
        ("list = and", 8, "and", "value"),
        ("list = a and", 13, "", "test"),
        ("list not a", 10, "a", "in"),
        ("language = nowhere", 12, "nowhere", "language"),
        ("signed_up = 2026-01-01", 11, "=", "since_or_before"),
        ("signed_up >= 2026-02-30", 14, "2026-02-30", "day"),
        ("signed_up < yesterday", 13, "yesterday", "day"),
        ("got 12", 5, "12", "campaign"),
        ("got campaign twelve", 14, "twelve", "number"),
        ("got campaign " + "9" * 19, 14, "9" * 19, "number"),
        ("field", 6, "", "value"),
        ("field town", 11, "", "field_test"),
        ("field born < soon", 14, "soon", "measure"),
        ("field born < 2026-02-30", 14, "2026-02-30", "measure"),
        ("field age <= 1,5", 15, ",", "more"),
        ('field town contains "\u0301"', 21, '"\u0301"', "value"),
        ("field town is full", 15, "full", "empty"),
        ('tag = "press', 7, '"', "value"),
        ('tag = ""', 7, '""', "value"),
        ("tag = \u202e", 7, "\ufffd", "value"),
    ],
)
def test_a_refusal_says_where_and_what_was_expected(text: str, position: int, quoted: str, expected: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_condition(text)
    assert refused.value.params == {"position": position, "found": quoted, "expected": expected}
    ending = "unreadable" if quoted else "unfinished"
    assert refused.value.code == f"subscribers-segment-{ending}"


def test_a_text_is_bounded() -> None:
    for text, code in (
        (" ", "empty"),
        ("list = " + "a" * MAX_LENGTH, "too-long"),
        (" or ".join(["list!=a"] * MAX_TESTS), ""),
        (" or ".join(f"list = a{number}" for number in range(MAX_TESTS + 1)), "too-many"),
        ("(" * MAX_DEPTH + "list = a" + ")" * MAX_DEPTH, ""),
        ("(" * (MAX_DEPTH + 1) + "list = a" + ")" * (MAX_DEPTH + 1), "too-deep"),
        ("not " * 900 + "list=a", "too-long"),
        ("not " * 400 + "list=a", "too-deep"),
        ("list in (" + ",".join(f"a{number:04}" for number in range(320)) + ")", "too-long"),
        ("not (list = a or " * 2 + "not list != a" + ")" * 2, ""),
        ("not (list = a or " * 2 + "(list != a or list = b and list != c)" + ")" * 2, "too-deep"),
    ):
        if not code:
            parse_condition(text)
            continue
        with pytest.raises(InputRefused) as refused:
            parse_condition(text)
        assert refused.value.code == f"subscribers-segment-{code}", text


def test_nothing_is_no_condition() -> None:
    for make in (all_of, any_of, values_of):
        with pytest.raises(ValueError, match="nothing"):
            make([])
