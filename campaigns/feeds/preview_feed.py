"""Feed autodiscovery and a preview: what would come of a website's address, before anything is saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from core.decode_process import DecodeProcess
from core.errors import InputRefused
from core.pinned_network import Deadline
from core.typed_address import with_scheme
from kinds.registry import NewsKind
from news.decoding import decode_process
from news.feeds.discover_source import discover_source
from news.feeds.entry_item import entry_day, entry_language, entry_text_of
from news.feeds.kind_rules import KindRule, kind_for
from news.feeds.parsed_feed import FeedFormat, ParsedEntry
from news.feeds.prepare_reading import FeedIntake, broken_places, entry_intake
from news.feeds.source_reading import ReadRequest
from news.feeds.tables import ReaderKind
from news.feeds.visit_pages import PageLoader
from staff.principal import Principal, require
from staff.roles import Permission

MAX_SHOWN = 5
MAX_ADDRESS = 2_000
VISIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class EntryPreview:
    """An entry as its item would be."""

    title: str
    address: str
    summary: str
    begins: str
    """The first words of its text."""
    word_count: int
    day: date | None
    """None: of the day on which it comes."""
    language: str
    kind: NewsKind
    picture: str
    """The name of its file; empty where it has none. Likewise the PDF."""
    pdf: str


@dataclass(slots=True)
class FeedPreview:
    address: str
    """Of the feed, or whatever is read."""
    reader: ReaderKind
    title: str
    format: FeedFormat
    count: int
    entries: list[EntryPreview] = field(default_factory=list)
    problems: list[InputRefused] = field(default_factory=list)
    others: list[dict[str, str]] = field(default_factory=list)
    """More feeds that the website names: address and title."""

    @property
    def language(self) -> str:
        """That of most entries."""
        languages = [entry.language for entry in self.entries]
        return max(languages, key=languages.count, default="")


@dataclass(frozen=True, slots=True)
class KindChoice:
    """What kind an entry is, and how it is read, as staff have said."""

    otherwise: NewsKind = NewsKind.STATEMENT
    rules: Sequence[KindRule] = ()
    language: str = ""
    reader: ReaderKind | None = None
    """None: to be found out."""


def preview_feed(
    intake: FeedIntake, address: str, choice: KindChoice, *, actor: Principal, now: datetime
) -> FeedPreview:
    """`address`: of a feed, or of a website that has one. Fetches, so that no transaction may be open. Raises
    NotAllowed; InputRefused in words for whoever typed the address."""
    require(actor, Permission.MANAGE_SOURCES)
    with decode_process() as process:
        request = ReadRequest(intake.outbound, process, with_scheme(address[:MAX_ADDRESS]), now)
        discovered = discover_source(request, choice.reader)
        feed = discovered.parsed
        preview = FeedPreview(discovered.address, discovered.reader, feed.title, feed.format, len(feed.entries))
        preview.others = discovered.others
        preview.problems = [InputRefused(why.code, **why.params) for why in broken_places(feed)]
        shown = feed.entries[:MAX_SHOWN]
        deadline = Deadline(VISIT_SECONDS)
        visits = PageLoader(intake.outbound, process, now.date(), intake.pause, host="", deadline=deadline)
        visits.fetch(shown)
        for entry in shown:
            try:
                preview.entries.append(_shown(intake, visits.complete(entry), choice, process, now=now))
            except InputRefused as refused:
                preview.problems.append(refused)
    return preview


def _shown(
    intake: FeedIntake, entry: ParsedEntry, choice: KindChoice, process: DecodeProcess, *, now: datetime
) -> EntryPreview:
    into = entry_intake(intake, process, language=choice.language)
    extract = entry_text_of(process, entry)
    parts = extract.plain.split()
    pictures = [extract.picture.address] if extract.picture else [file.address for file in entry.pictures]
    pdfs = [file.address for file in entry.pdfs] or extract.pdfs
    return EntryPreview(
        title=extract.title,
        address=entry.address,
        summary=extract.summary,
        begins=" ".join(parts[:40]) + ("…" if len(parts) > 40 else ""),
        word_count=len(parts),
        day=entry_day(entry, zone=intake.zone, today=now.astimezone(ZoneInfo(intake.zone)).date()),
        language=entry_language(entry, extract, into),
        kind=kind_for(entry.title, entry.categories, choice.rules, choice.otherwise),
        picture=_name(pictures),
        pdf=_name(pdfs),
    )


def _name(addresses: Sequence[str]) -> str:
    return urlsplit(addresses[0]).path.rpartition("/")[2] or addresses[0] if addresses else ""
