"""Recursive descent parser (round trip) of the filter language of segments: text → condition → the same text.

    any    = all { "or" all }
    all    = term { "and" term }
    term   = "not" term | "(" any ")" | test
    test   = ( "list" | "language" | "tag" ) ( "=" | "!=" ) value
           | ( "list" | "language" | "tag" ) [ "not" ] "in" "(" value { "," value } ")"
           | "signed_up" ( ">=" | "<" ) YYYY-MM-DD
           | "got" "campaign" number
    value  = word | '"' anything but '"' '"'

Whatever is refused says at which character, what stands there, and what was expected.
"""

import re
from collections.abc import Callable
from datetime import date

from core.errors import InputRefused
from subscribers.person import read_language
from subscribers.quoted import quoted
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
    negated,
    tests_of,
    values_of,
)
from subscribers.segment_tokens import END, Token, is_plain, read_tokens

MAX_LENGTH = 2_000
"""Of a text, in characters."""
MAX_DEPTH = 5
"""Of brackets and "not" inside one another."""
MAX_TESTS = 30
MAX_NUMBER = 18
"""Digits of a campaign's number: no more than a database keeps."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_condition(text: str) -> Condition:
    """Raises InputRefused."""
    if len(text) > MAX_LENGTH:
        raise InputRefused("subscribers-segment-too-long", limit=MAX_LENGTH)
    if not text.strip():
        raise InputRefused("subscribers-segment-empty")
    condition = _Parser(text).parse()
    if sum(1 for _ in tests_of(condition)) > MAX_TESTS:
        raise InputRefused("subscribers-segment-too-many", limit=MAX_TESTS)
    # What is kept is its own text, and that must be readable, too: "!=" becomes "not", which is longer and deeper.
    written = condition_text(condition)
    if len(written) > MAX_LENGTH:
        raise InputRefused("subscribers-segment-too-long", limit=MAX_LENGTH)
    _Parser(written).parse()
    return condition


def condition_text(condition: Condition) -> str:  # noqa: PLR0911  one for each kind of condition
    """As `parse_condition` reads it. Of equal conditions, the same text."""
    match condition:
        case OnListCondition(lists):
            return f"list {_listed(lists)}"
        case LanguageCondition(languages):
            return f"language {_listed(languages)}"
        case TagCondition(tags):
            return f"tag {_listed(tags)}"
        case SignedUpSinceCondition(day):
            return f"signed_up >= {day.isoformat()}"
        case SignedUpBeforeCondition(day):
            return f"signed_up < {day.isoformat()}"
        case GotCampaignCondition(campaign_id):
            return f"got campaign {campaign_id}"
        case NotCondition(part):
            return f"not {_enclosed(part, AllCondition, AnyCondition)}"
        case AllCondition(parts):
            return " and ".join(_enclosed(part, AnyCondition) for part in parts)
        case AnyCondition(parts):
            return " or ".join(_enclosed(part, AllCondition) for part in parts)


def _enclosed(part: Condition, *kinds: type[AllCondition] | type[AnyCondition]) -> str:
    text = condition_text(part)
    return f"({text})" if isinstance(part, kinds) else text


def _listed(values: tuple[str, ...]) -> str:
    written = [value if is_plain(value) else f'"{value}"' for value in values]
    return f"= {written[0]}" if len(written) == 1 else f"in ({', '.join(written)})"


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = read_tokens(text)
        self._place = 0
        self._depth = 0

    def parse(self) -> Condition:
        condition = self._any()
        if self._next.text != END:
            raise self._refusal("more")
        return condition

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        return any_of(parts)

    def _all(self) -> Condition:
        parts = [self._term()]
        while self._takes("and"):
            parts.append(self._term())
        return all_of(parts)

    def _term(self) -> Condition:
        if self._takes("not"):
            return self._deeper(lambda: negated(self._term()))
        if not self._takes("("):
            return self._test()
        condition = self._deeper(self._any)
        self._expect(")")
        return condition

    def _deeper(self, read: Callable[[], Condition]) -> Condition:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise InputRefused("subscribers-segment-too-deep", limit=MAX_DEPTH, position=self._next.at)
        condition = read()
        self._depth -= 1
        return condition

    def _test(self) -> Condition:
        if self._takes("list"):
            return self._one_of(self._word, OnListCondition)
        if self._takes("language"):
            return self._one_of(self._language, LanguageCondition)
        if self._takes("tag"):
            return self._one_of(self._word, TagCondition)
        if self._takes("signed_up"):
            if self._takes(">="):
                return SignedUpSinceCondition(self._day())
            self._expect("<", "since_or_before")
            return SignedUpBeforeCondition(self._day())
        if self._takes("got"):
            self._expect("campaign")
            return GotCampaignCondition(self._number())
        raise self._refusal("test")

    def _one_of(self, read: Callable[[], str], make: Callable[[tuple[str, ...]], Condition]) -> Condition:
        if self._takes("="):
            return make(values_of([read()]))
        if self._takes("!="):
            return negated(make(values_of([read()])))
        is_negated = self._takes("not")
        self._expect("in", "in" if is_negated else "equal_or_in")
        self._expect("(")
        values = [read()]
        while self._takes(","):
            values.append(read())
        self._expect(")", "comma_or_bracket")
        condition = make(values_of(values))
        return negated(condition) if is_negated else condition

    def _word(self) -> str:
        token = self._next
        is_word = token.is_quoted or is_plain(token.text)
        if not is_word or not token.value.strip() or not token.value.isprintable():
            raise self._refusal("value")
        self._place += 1
        return token.value

    def _language(self) -> str:
        token = self._next
        try:
            language = read_language(token.value)
        except InputRefused:
            raise self._refusal("language") from None
        self._place += 1
        return language

    def _day(self) -> date:
        token = self._next
        try:
            day = date.fromisoformat(token.text) if _DAY.fullmatch(token.text) else None
        except ValueError:
            day = None
        if day is None:
            raise self._refusal("day")
        self._place += 1
        return day

    def _number(self) -> int:
        token = self._next
        if not (token.text.isascii() and token.text.isdigit() and len(token.text) <= MAX_NUMBER):
            raise self._refusal("number")
        self._place += 1
        return int(token.text)

    def _takes(self, text: str) -> bool:
        if self._next.text != text:
            return False
        self._place += 1
        return True

    def _expect(self, text: str, expected: str | None = None) -> None:
        if not self._takes(text):
            raise self._refusal(expected or {"(": "open_bracket", ")": "bracket"}.get(text, text))

    def _refusal(self, expected: str) -> InputRefused:
        token = self._next
        return InputRefused(
            "subscribers-segment-unreadable" if token.text else "subscribers-segment-unfinished",
            position=token.at,
            found=quoted(token.text),
            expected=expected,
        )
