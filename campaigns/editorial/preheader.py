"""Preheader: what an inbox shows beside a subject, taken from the news where nobody has written one. Pure."""

import re
from html import unescape

from core.rich_text import MARKS
from news.tables import NewsText
from templates.merge import kind_of, replace_fields, shown_with_fields

PREHEADER_LENGTH = 140
"""Characters: about what mail programs show beside a subject at most."""
MIN_PREHEADER = 40
"""Characters: of a shorter one, mail programs fill the line with whatever the email begins with."""
_MARK = re.compile(rf"</?(?:{'|'.join(MARKS)})\b[^<>]*>")
"""Within words: nothing stands in its place."""
_TAG = re.compile(r"<[^<>]*>")
_GAP = re.compile(r" (?=[,.;:!?])")
_BRACKETS = re.compile(r"\[{2,}|\]{2,}")


def first_words(text: NewsText) -> str:
    """What stands beside the subject of a lone item: its summary; of one that has none, its quotation, or else the
    beginning of its text. A line too short to fill an inbox's is followed by what comes next."""
    body = " ".join(unescape(_TAG.sub(" ", _MARK.sub("", text.body_html))).split())
    preheader = ""
    for part in (text.summary, text.quote, body):
        preheader = f"{preheader} {part}".strip()
        if len(preheader) >= MIN_PREHEADER:
            break
    return preheader


def as_preheader(line: str) -> str:
    """`line` as a draft gets it, and as the page of its news item shows it before there is one."""
    return shortened(in_words(line), PREHEADER_LENGTH)


def in_words(text: str) -> str:
    """A line about `text` that shows no syntax of merge fields: a field is its default, and brackets stand alone.
    One without a default leaves no gap before a mark."""
    shown = replace_fields(text, _default)
    if shown != text:
        shown = _GAP.sub("", " ".join(shown.split()))
    return _BRACKETS.sub(lambda run: run[0][0], shown_with_fields(shown))


def _default(name: str, source: str) -> str:
    return source.partition("|")[2].removesuffix("]]") if kind_of(name) else source


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut between words, and never inside a merge field."""
    if len(text) <= length:
        return text
    cut = text[: length - 1].rsplit(" ", 1)[0]
    begun = cut.rfind("[[")
    if begun > cut.rfind("]]"):
        cut = cut[:begun]
    return cut.rstrip(" ,;:–-[") + "…"
