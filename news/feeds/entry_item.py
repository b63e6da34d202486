"""A feed's entry as an incoming item: its text sanitised, its picture and PDF fetched, decoded and kept.

No transaction is open meanwhile. A file that cannot be had keeps no words back: the item comes without it, and
says so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from core.i18n import is_language
from kinds.details import Details
from kinds.registry import NewsKind
from news.extraction.extracted_text import ExtractedText
from news.extraction.fill_form import file_name_of
from news.extraction.read_page import PageReader
from news.feeds.match_entries import MatchedEntry
from news.feeds.parsed_feed import ParsedEntry
from news.incoming_item import IncomingAsset, IncomingItem
from news.put_asset import AssetText, fits_role, put_asset
from news.store import AssetStore
from news.tables import AssetRole

_FACTS = TypeAdapter(ExtractedText)

GuessLanguage = Callable[[str, str], str | None]
"""Words, and the language that they are said to be in: another one, where it certainly is that."""


@dataclass(frozen=True, slots=True)
class EntryIntake:
    """What the entries of one feed are made with."""

    store: AssetStore
    process: DecodeProcess
    pages: PageReader
    zone: str
    guess_language: GuessLanguage
    language: str
    """Of all its texts, as staff have said; empty: as each entry says."""
    otherwise: str
    """The language of what does not say, and cannot be told."""


@dataclass(slots=True)
class EntryItem:
    incoming: IncomingItem
    problems: list[InputRefused] = field(default_factory=list)
    joins: int | None = None
    """The item of which it is another language; 0: one that comes with it. None of one that is an item itself."""


def entry_text_of(process: DecodeProcess, entry: ParsedEntry) -> ExtractedText:
    """Raises InputRefused for what cannot be read, or has no words."""
    body = entry.content_html or entry.summary_html
    options = {
        "base": entry.base or entry.address,
        "title": entry.title,
        "summary": entry.summary_html if entry.content_html else "",
    }
    try:
        frame = process.decode("feed-entry", body.encode("utf-8", "replace"), options)
    except DecodeFailed as failed:
        raise InputRefused("news-extract-undecoded", cause=failed.reason) from failed
    facts = _FACTS.validate_python(frame.facts)
    title = facts.title or entry.address
    if not title:
        raise InputRefused("news-feed-entry-empty")
    return replace(facts, title=title[:200], body_html=frame.parts[0].decode("utf-8", "replace").strip())


def entry_language(entry: ParsedEntry, extract: ExtractedText, into: EntryIntake) -> str:
    """As staff have said, or as its words certainly say, or as the feed does: many name that of their menus."""
    declared = entry.language if is_language(entry.language) else into.otherwise
    sample = f"{extract.title} {extract.summary} {extract.plain}"
    return into.language or into.guess_language(sample, declared) or declared


def entry_day(entry: ParsedEntry, *, zone: str, today: date) -> date | None:
    """By the organisation's clock. None of one without a date, and of one from the future, which is no day on
    which something was published."""
    moment = entry.when
    if moment is None:
        return None
    day = moment.astimezone(ZoneInfo(zone)).date() if moment.tzinfo else moment.date()
    return day if day <= today else None


def entry_item(
    matched: MatchedEntry, into: EntryIntake, *, slug: str, kind: NewsKind, language: str, now: datetime
) -> EntryItem:
    """`slug`: its own, or one that is free. `language`: of one that has come before; empty: to be found out.
    Raises InputRefused."""
    entry, today = matched.entry, now.astimezone(ZoneInfo(into.zone)).date()
    extract = entry_text_of(into.process, entry)
    problems: list[InputRefused] = []
    incoming = IncomingItem(
        place=entry.address or extract.title,
        digest=matched.digest,
        slug=slug,
        kind=kind,
        language=language or entry_language(entry, extract, into),
        title=extract.title,
        summary=extract.summary,
        body_html=extract.body_html,
        details=_no_details(kind),
        published_on=entry_day(entry, zone=into.zone, today=today),
        undated_on=today,
        url=entry.address or None,
        assets=tuple(_assets(entry, extract, into, problems)),
    )
    return EntryItem(incoming, problems)


def _no_details(kind: NewsKind) -> Details:
    return kind.definition.details()


def _assets(
    entry: ParsedEntry, extract: ExtractedText, into: EntryIntake, problems: list[InputRefused]
) -> Iterator[IncomingAsset]:
    for role, address, text in _wanted(entry, extract):
        name = file_name_of(address)
        try:
            into.process.close()  # no child waits for a stranger's server
            data = into.pages.file(address)
            if not fits_role(data, role):
                raise InputRefused("news-asset-type-unknown")
            yield put_asset(into.store, into.process, data, replace(text, file_name=name))
        except InputRefused:
            problems.append(InputRefused("news-feed-file", asset=name))


def _wanted(entry: ParsedEntry, extract: ExtractedText) -> Iterator[tuple[AssetRole, str, AssetText]]:
    """The picture of the text before the one that goes with it; likewise the PDF."""
    shown = extract.picture
    if shown:
        yield AssetRole.IMAGE, shown.address, AssetText(AssetRole.IMAGE, "", shown.alt, shown.caption)
    elif entry.pictures:
        first = entry.pictures[0]
        yield AssetRole.IMAGE, first.address, AssetText(AssetRole.IMAGE, "", first.alt[:500], "")
    pdfs = [file.address for file in entry.pdfs] or extract.pdfs
    if pdfs:
        yield AssetRole.PDF, pdfs[0], AssetText(AssetRole.PDF, "", "", "")
