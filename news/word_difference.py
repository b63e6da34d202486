"""Difference by words (diff) of two texts, for people who compare what was with what is. Pure.

Paragraphs are compared first and words only inside those that changed, so that a long text costs little; of a very
long paragraph that changed, all of it is shown as changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

MAX_WORDS = 2_000
"""Of a passage that is compared word by word."""
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_BLOCK_END = re.compile(r"</(?:p|li|h[2-4]|blockquote|tr|ul|ol)>|<(?:br|hr) ?/>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class WordChange:
    """A passage that stayed, or what stood there before and what stands there now."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        return self.before == self.after


def word_difference(before: str, after: str) -> list[WordChange]:
    """Together, the `before`s are the one text and the `after`s the other."""
    return list(_joined(_by_paragraphs(before.splitlines(keepends=True), after.splitlines(keepends=True))))


def readable(html: str) -> str:
    """A stored text as it is compared: its words, a line for each paragraph, links with where they lead."""
    linked = _LINK.sub(r"\2 (\1)", html)
    lines = unescape(_TAG.sub("", _BLOCK_END.sub("\n", linked))).split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))


def _by_paragraphs(before: Sequence[str], after: Sequence[str]) -> Iterator[WordChange]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        old, new = "".join(before[start:end]), "".join(after[new_start:new_end])
        if tag == "replace":
            yield from _by_words(_TOKENS.findall(old), _TOKENS.findall(new))
        else:
            yield WordChange(old, new)


def _by_words(before: Sequence[str], after: Sequence[str]) -> Iterator[WordChange]:
    if max(len(before), len(after)) > MAX_WORDS:
        yield WordChange("".join(before), "".join(after))
        return
    for _, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield WordChange("".join(before[start:end]), "".join(after[new_start:new_end]))


def _joined(changes: Iterator[WordChange]) -> Iterator[WordChange]:
    """A space between two changes belongs to them: word by word nobody reads it."""
    waiting: WordChange | None = None
    for change in changes:
        if waiting is not None and (
            (change.is_same and change.before.isspace()) or change.is_same == waiting.is_same
        ):
            waiting = WordChange(waiting.before + change.before, waiting.after + change.after)
            continue
        if waiting is not None:
            yield waiting
        waiting = change
    if waiting is not None:
        yield waiting
