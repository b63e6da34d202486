"""What was found in a page, a document or a PDF: plain words, one sanitised text, and what was not found."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape

MOST_LINKS = 10
"""Of each sort: PDFs, and other languages of a page."""
_TAG = re.compile(r"<[^<>]*>")
_SAMPLE = 20_000


class Part(StrEnum):
    """What a text should have; what is missing is said."""

    TITLE = "title"
    SUMMARY = "summary"
    BODY = "body"
    DATE = "date"
    LANGUAGE = "language"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class PageImage:
    """One that a page shows."""

    address: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedText:
    title: str = ""
    summary: str = ""
    body_html: str = ""
    """Sanitised."""
    body_markdown: str | None = None
    """Markdown that gives exactly that, for the plain field; None where there is none."""
    language: str = ""
    """Empty where it does not say."""
    published_on: str = ""
    """A day, as 2026-11-22."""
    site: str = ""
    """What the site calls itself."""
    address: str = ""
    """Of the page, as the page wants to be cited."""
    picture: PageImage | None = None
    picture_bytes: bytes | None = None
    """Of a document, which has its pictures inside."""
    pdfs: list[str] = field(default_factory=list)
    """Addresses of PDFs that the text points to."""
    languages: dict[str, str] = field(default_factory=dict)
    """The same page in other languages, by language."""
    left_out: list[str] = field(default_factory=list)
    """What the text has and a news item cannot hold; each ends the key of a text."""
    asks_password: bool = False

    @property
    def plain(self) -> str:
        """The words of the text, for whoever only wants to know which language they are in."""
        return unescape(_TAG.sub(" ", self.body_html[:_SAMPLE]))

    def missing(self) -> list[Part]:
        parts = {
            Part.TITLE: self.title,
            Part.SUMMARY: self.summary,
            Part.BODY: self.body_html,
            Part.DATE: self.published_on,
            Part.LANGUAGE: self.language,
            Part.IMAGE: self.picture or self.picture_bytes,
        }
        return [part for part, value in parts.items() if not value]
