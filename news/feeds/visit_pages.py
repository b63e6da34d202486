"""Visits the pages of new entries, as slowly as their site asks: for their translations, or for all they say.

A feed or an API has the words of an entry; a sitemap has its address alone. No transaction is open, and all pages
are fetched before any of them is taken apart: no child of ours waits for a stranger's server.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from urllib.parse import urlsplit

from pydantic import TypeAdapter

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from core.outbound import OutboundClient
from core.pinned_network import Deadline
from news.extraction.decoded import extract_page
from news.extraction.extracted_text import ExtractedText
from news.extraction.read_page import FetchedPage, PageReader
from news.feeds.entry_values import without_tracking
from news.feeds.feed_dates import feed_date
from news.feeds.fetch_feed import USER_AGENT
from news.feeds.parsed_feed import Enclosure, ParsedEntry
from news.feeds.robots import ask_robots

VISIT_SECONDS = 90.0
"""For all pages of one reading."""
MAX_BYTES = 30_000_000
"""Of all pages of one reading: they are held until they are taken apart."""
PASSING = (
    *("news-page-silent", "news-page-failing", "news-page-name-unknown", "news-page-not-trusted"),
    *("news-page-no-web", "news-page-not-http", "news-extract-undecoded"),
)
"""Why a page cannot be had today and perhaps tomorrow."""
_LANGUAGES = TypeAdapter(dict[str, str])

Pause = Callable[[float], object]
"""Waits so many seconds."""


class OutOfTime(InputRefused):
    """What is left is for the next reading."""

    def __init__(self) -> None:
        super().__init__("news-page-silent")


@dataclass(slots=True)
class PageLoader:
    """Those of one reading."""

    outbound: OutboundClient | None
    process: DecodeProcess
    today: date
    pause: Pause
    host: str
    deadline: Deadline = field(default_factory=lambda: Deadline(VISIT_SECONDS))
    _fetched: dict[str, FetchedPage | InputRefused] = field(default_factory=dict)

    def fetch(self, entries: Sequence[ParsedEntry]) -> None:
        """Once, for all of them."""
        pages = [entry.address for entry in entries if self._is_wanted(entry)]
        if self.outbound is None or not pages:
            return
        try:
            rule = ask_robots(self.outbound, self.process, pages)
        except InputRefused as refused:
            self._fetched = dict.fromkeys(pages, refused)
            return
        self.process.close()
        reader = PageReader(self.outbound, deadline=self.deadline, user_agent=USER_AGENT)
        is_first, size = True, 0
        for address in pages:
            delay = 0.0 if is_first else rule.delay
            if address not in rule.allowed:
                self._fetched[address] = InputRefused("news-page-robots")
            elif self.deadline.left() <= delay or size > MAX_BYTES:
                self._fetched[address] = OutOfTime()
            else:
                self.pause(delay)
                self._fetched[address] = page = _page_or_refusal(reader, address)
                size += len(page.data) if isinstance(page, FetchedPage) else 0
                is_first = False

    def complete(self, entry: ParsedEntry) -> ParsedEntry:
        """With what its page says. Raises InputRefused for one whose page is all that there is of it and cannot be
        had; OutOfTime."""
        if not self._is_wanted(entry):
            return entry
        if not entry.is_bare:
            return self._with_translations(entry)
        page = self._page(entry.address)
        if page.is_pdf:
            raise InputRefused("news-page-not-a-page")
        extract = extract_page(
            self.process, page.data, address=page.address, charset=page.charset, today=self.today
        )
        if not extract.body_html:
            raise InputRefused("news-page-no-text")
        return entry_of_page(entry, extract)

    def _with_translations(self, entry: ParsedEntry) -> ParsedEntry:
        """An entry whose page cannot be had comes without them."""
        try:
            page = self._page(entry.address)
            options = {"address": page.address, "charset": page.charset}
            facts = self.process.decode("page-languages", page.data, options).facts
        except (InputRefused, DecodeFailed):
            return entry
        languages = _LANGUAGES.validate_python(facts["languages"])
        return replace(entry, translations=tuple(map(without_tracking, languages.values())))

    def _is_wanted(self, entry: ParsedEntry) -> bool:
        return entry.is_bare or (not entry.translations and urlsplit(entry.address).hostname == self.host)

    def _page(self, address: str) -> FetchedPage:
        page = self._fetched.get(address, InputRefused("news-page-no-web"))
        if isinstance(page, InputRefused):
            raise page
        return page


def _page_or_refusal(reader: PageReader, address: str) -> FetchedPage | InputRefused:
    try:
        return reader.page(address)
    except InputRefused as refused:
        return refused


def entry_of_page(entry: ParsedEntry, extract: ExtractedText) -> ParsedEntry:
    """A bare entry with what its page says."""
    picture = extract.picture
    return replace(
        entry,
        is_bare=False,
        title=extract.title or entry.title,
        summary_html=f"<p>{escape(extract.summary)}</p>" if extract.summary else "",
        content_html=extract.body_html,
        base=entry.address,
        published=entry.published or feed_date(extract.published_on),
        language=extract.language or entry.language,
        pictures=(Enclosure(picture.address, "image/*", picture.alt),) if picture else (),
        pdfs=tuple(Enclosure(address, "application/pdf") for address in extract.pdfs),
        translations=tuple(map(without_tracking, extract.languages.values())),
    )
