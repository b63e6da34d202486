"""Preheader: what an inbox shows beside a subject, taken from the news where nobody has written one. Pure."""

import re
from html import unescape

from news.tables import NewsText

PREHEADER_LENGTH = 140
"""Characters: about what mail programs show beside a subject at most."""
MIN_PREHEADER = 40
"""Characters: of a shorter one, mail programs fill the line with whatever the email begins with."""
_TAG = re.compile(r"<[^<>]*>")


def first_words(text: NewsText) -> str:
    """What stands beside the subject of a lone item: its summary; of one that has none, its quotation, or else the
    beginning of its text. A line too short to fill an inbox's is followed by what comes next."""
    body = " ".join(unescape(_TAG.sub(" ", text.body_html)).split())
    preheader = ""
    for part in (text.summary, text.quote, body):
        preheader = f"{preheader} {part}".strip()
        if len(preheader) >= MIN_PREHEADER:
            break
    return preheader


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut between words."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
