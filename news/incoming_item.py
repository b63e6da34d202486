"""Incoming item: one language of one item of news as it has arrived, wherever from, with everything slow done.

A news file is one way to make one (`news.incoming_file`). Whoever makes one has read, decoded, rendered and hashed
with no transaction open; `news.save_item` writes it inside one, and knows of no files.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.write_guard import refuse_in_write
from kinds.details import Details
from kinds.registry import NewsKind, stored
from news.fingerprint_rows import pdf_fingerprint
from news.fingerprints import TextFingerprint, fingerprints
from news.store import DerivedAsset, StoredAsset
from news.tables import AssetRole


@dataclass(frozen=True, slots=True)
class IncomingAsset:
    """An image, logo or PDF that came with it, and lies in the asset store."""

    role: AssetRole
    file_name: str
    alt: str
    caption: str
    stored: StoredAsset
    made: DerivedAsset


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingItem:
    place: str
    """What people call the place that it came from, such as the name of its file: refusals name it."""
    digest: str
    """Of all that it was made of: another one means that something has changed. At most 64 characters."""
    slug: str
    kind: NewsKind
    language: str
    title: str
    body_html: str
    """Sanitised and well-formed; the other texts are plain."""
    details: Details
    """Of the kind's own class."""
    published_on: date | None
    undated_on: date
    """The day of an item that names none."""
    summary: str = ""
    quote: str = ""
    quote_source: str = ""
    quote_language: str = ""
    """Empty where it is the text's own."""
    url: str | None = None
    topic: str = ""
    partners: str = ""
    funding: str = ""
    assets: tuple[IncomingAsset, ...] = ()
    """At most one of each role."""
    fingerprints: tuple[TextFingerprint, ...] = field(init=False)
    """What tells it when it comes back under another name."""

    def __post_init__(self) -> None:
        refuse_in_write("comparing news")
        pdf = next((asset for asset in self.assets if asset.role is AssetRole.PDF), None)
        pdf_key = pdf_fingerprint(pdf.stored.sha256, pdf.made.words) if pdf else ""
        columns = self.columns()
        made = fingerprints(columns | columns["details"], language=self.language, pdf=pdf_key)
        object.__setattr__(self, "fingerprints", tuple(made))

    def columns(self) -> dict[str, Any]:
        """What it says, by the columns of `NewsText`."""
        names = (
            *("title", "summary", "body_html", "quote", "quote_source", "quote_language", "url"),
            *("topic", "partners", "funding"),
        )
        return {name: getattr(self, name) for name in names} | {"details": stored(self.kind, self.details)}
