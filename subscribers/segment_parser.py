"""Recursive descent of the filter language of segments: tokens → condition. Its grammar is in `segment_text`.

Whatever is refused says at which character, what stands there, and what was expected.
"""

from collections.abc import Callable
from datetime import date

from core.errors import InputRefused
from core.fold_text import fold_text
from subscribers.field_content import iso_day, plain_number, scaled
from subscribers.person import read_language
from subscribers.quoted import quoted
from subscribers.segment_condition import (
    Condition,
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    GotCampaignCondition,
    LanguageCondition,
    OnListCondition,
    OrderKind,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    TopicCondition,
    all_of,
    any_of,
    negated,
    values_of,
)
from subscribers.segment_tokens import END, Token, is_plain, read_tokens

MAX_DEPTH = 5
"""Of brackets and "not" inside one another."""
MAX_NUMBER = 18
"""Digits of a campaign's number: no more than a database keeps."""


class ConditionParser:
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

    def _test(self) -> Condition:  # noqa: PLR0911  one for each word that begins a test
        if self._takes("list"):
            return self._one_of(self._word, OnListCondition)
        if self._takes("language"):
            return self._one_of(self._language, LanguageCondition)
        if self._takes("tag"):
            return self._one_of(self._word, TagCondition)
        if self._takes("topic"):
            return self._one_of(self._word, TopicCondition)
        if self._takes("signed_up"):
            if self._takes(">="):
                return SignedUpSinceCondition(self._day())
            self._expect("<", "since_or_before")
            return SignedUpBeforeCondition(self._day())
        if self._takes("got"):
            self._expect("campaign")
            return GotCampaignCondition(self._number())
        if self._takes("field"):
            return self._test_of_field(self._word())
        raise self._refusal("test")

    def _test_of_field(self, word: str) -> Condition:
        if self._takes("is"):
            is_negated = self._takes("not")
            self._expect("empty")
            empty = FieldEmptyCondition(word)
            return negated(empty) if is_negated else empty
        if self._takes("contains"):
            return FieldContainsCondition(word, self._phrase())
        for order in OrderKind:
            if self._takes(order):
                return FieldOrderCondition(word, order, self._measure())
        return self._one_of(self._word, lambda values: FieldIsCondition(word, values), "field_test")

    def _one_of(
        self,
        read: Callable[[], str],
        make: Callable[[tuple[str, ...]], Condition],
        expected: str = "equal_or_in",
    ) -> Condition:
        if self._takes("="):
            return make(values_of([read()]))
        if self._takes("!="):
            return negated(make(values_of([read()])))
        is_negated = self._takes("not")
        self._expect("in", "in" if is_negated else expected)
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

    def _phrase(self) -> str:
        """That something is left of when they are folded."""
        if not fold_text(self._next.value):
            raise self._refusal("value")
        return self._word()

    def _measure(self) -> str:
        """A number or a day, in the one way in which it is written."""
        text = self._next.text
        day, number = iso_day(text), scaled(text)
        if day is None and number is None:
            raise self._refusal("measure")
        self._place += 1
        return day.isoformat() if day is not None else plain_number(number or 0)

    def _language(self) -> str:
        token = self._next
        try:
            language = read_language(token.value)
        except InputRefused:
            raise self._refusal("language") from None
        self._place += 1
        return language

    def _day(self) -> date:
        day = iso_day(self._next.text)
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
