"""A web feed as it was parsed, whatever format it came in: what crosses from the decode process, typed."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

MOST_HUBS = 5
"""That a feed may name; one of them is asked."""


class FeedFormat(StrEnum):
    RSS = "rss"
    """0.9x, 1.0 and 2.0."""
    ATOM = "atom"
    JSON = "json"
    WORDPRESS = "wordpress"
    SITEMAP = "sitemap"
    WEBHOOK = "webhook"
    PAGE = "page"
    """One that lists articles."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry names."""

    address: str
    media_type: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One entry. Texts are as they came, except that they are Unicode; nothing of it is safe to show as html."""

    guid: str = ""
    address: str = ""
    """Absolute, of the web, without tracking parameters; empty where there is none."""
    title: str = ""
    """Plain text."""
    summary_html: str = ""
    content_html: str = ""
    base: str = ""
    """What relative addresses in its texts are relative to."""
    published: datetime | None = None
    """Without a zone where it names none."""
    updated: datetime | None = None
    language: str = ""
    """In small letters, without its region; empty where neither the entry nor the feed says."""
    categories: tuple[str, ...] = ()
    pictures: tuple[Enclosure, ...] = ()
    pdfs: tuple[Enclosure, ...] = ()
    translations: tuple[str, ...] = ()
    """The same in other languages: guids or addresses of other entries."""
    is_bare: bool = False
    """An address, and what it says is on its page."""

    @property
    def when(self) -> datetime | None:
        return self.published or self.updated


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    format: FeedFormat
    title: str = ""
    site: str = ""
    """The address of the website that it is of."""
    language: str = ""
    entries: list[ParsedEntry] = field(default_factory=list)
    """In the feed's order."""
    broken_line: int | None = None
    """Where it is not well-formed; what could be read is there all the same."""
    left_out: int = 0
    """Entries beyond what one reading takes."""
    languages: list[str] = field(default_factory=list)
    """In which it says that there are translations."""
    is_partial: bool = False
    """What is not among the entries is there all the same."""
    withdrawn: list[str] = field(default_factory=list)
    """Guids of what is said to be there no more."""
    sitemaps: list[str] = field(default_factory=list)
    """Addresses; of an index."""
    news_since: datetime | None = None
    """What was published until then was there before the site was connected; None: the first reading has all."""
    hubs: list[str] = field(default_factory=list)
    """Addresses of whoever tells of its news (WebSub)."""
    topic: str = ""
    """What it is called there: its own address, as it says itself."""
    listing: "SiteContents | None" = None
    """What is there now, where that is known apart from what is new; None where the entries are all that is."""


@dataclass(frozen=True, slots=True)
class HubLink:
    """Who tells of a feed's news, and what the feed is called there."""

    hub: str
    topic: str


@dataclass(frozen=True, slots=True)
class SiteContents:
    """What a website has now: which entries, without what they say."""

    entries: list[ParsedEntry]
    complete_since: datetime | None = None
    """Everything published after this is among them; None: everything that there is."""
