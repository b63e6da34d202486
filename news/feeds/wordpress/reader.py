"""Reads a WordPress site by its REST API: what changed since the last time, and what is there now.

What changed is asked for by `modified_after`, oldest first, and each next page by the moment of the last post of
the one before (keyset): a post that is changed meanwhile moves to the end and is not missed. Posts that are no
longer listed were taken back. WPML shows one language unless another one is asked for, so each is.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from pydantic import TypeAdapter

from core.decode_frames import Frame
from core.decode_process import DecodeFailed
from core.errors import InputRefused
from core.pinned_network import Deadline
from news.feeds.fetch_feed import FeedUnavailable, fetch_feed
from news.feeds.parsed_feed import FeedFormat, ParsedEntry, ParsedFeed, SiteContents
from news.feeds.source_reading import ReadRequest, ReadResult

PER_PAGE, LISTED, PREVIEWED = 20, 100, 5
MAX_ROUNDS = 10
"""Pages of changes that one reading asks for, of each sort."""
SECONDS = 90.0
"""For all requests of one reading: less than its lease."""
_SORTS = ("posts", "pages")
_IDENTITY = (
    "id,date,date_gmt,modified,modified_gmt,link,title,lang,wpml_current_locale,translations,wpml_translations"
)
_OVERLAP = timedelta(seconds=1)
"""`modified_after` is exclusive, and moments are whole seconds: two posts may share the last one."""
_TOLERANCE = timedelta(days=1)
_FEED = TypeAdapter(ParsedFeed)
_START = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Changes:
    """What changed of one sort, in one language ("": the site's own)."""

    sort: str
    language: str
    after: datetime
    page: int = 1
    is_whole: bool = False
    entries: dict[str, ParsedEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Api:
    request: ReadRequest
    deadline: Deadline = field(default_factory=lambda: Deadline(SECONDS))

    def fetch(self, path: str, **query: str | int) -> bytes:
        """Raises FeedUnavailable. No child waits meanwhile."""
        self.request.process.close()
        if not self.deadline.left():
            raise FeedUnavailable(InputRefused("news-page-silent"))
        root = self.request.address
        asked = f"{root}{path}{'&' if '?' in root else '?'}{urlencode(query)}"
        return fetch_feed(self.request.outbound, asked, now=self.request.now).data

    def parse(self, kind: str, data: bytes) -> Frame:
        """Raises InputRefused."""
        try:
            return self.request.process.decode(kind, data, {"address": self.request.address})
        except DecodeFailed as failed:
            raise InputRefused("news-feed-undecoded", cause=failed.reason) from failed

    def posts(self, data: bytes) -> ParsedFeed:
        return _FEED.validate_json(self.parse("wordpress", data).parts[0])


def read(request: ReadRequest) -> ReadResult:
    """Raises FeedUnavailable; InputRefused for what is no such API."""
    api = _Api(request)
    return _preview(api) if request.is_preview else _reading(api, dict(request.cursor))


def _preview(api: _Api) -> ReadResult:
    index = api.fetch("", _fields="name,namespaces")
    posts = api.fetch("wp/v2/posts", per_page=PREVIEWED, _embed="wp:featuredmedia,wp:term")
    title = str(api.parse("wordpress-site", index).facts["title"])
    return ReadResult(replace(api.posts(posts), title=title))


def _reading(api: _Api, cursor: dict[str, Any]) -> ReadResult:
    listed = _listed(api, ["", *cursor.get("languages", [])])
    if not cursor:
        listed |= _listed(api, _languages(api.posts(data) for data in listed.values()))
    after = datetime.fromisoformat(cursor["modified"]) if cursor else None
    changes = [_Changes(sort, language, after) for sort, language in listed] if after else []
    first = [_next_page(api, each) for each in changes]
    digest = _digest([*listed.values(), *first])
    if digest == cursor.get("digest"):
        return ReadResult(None, cursor)
    pages = [api.posts(data) for data in listed.values()]
    _take(api, changes, first)
    for _ in range(MAX_ROUNDS - 1):
        unfinished = [each for each in changes if not each.is_whole]
        _take(api, unfinished, [_next_page(api, each) for each in unfinished])
    listing = _listing(pages)
    since = next((entry.published for entry in listing.entries if entry.published), None)
    if cursor:
        since = datetime.fromisoformat(cursor["since"]) if cursor["since"] else None
    is_more = not all(each.is_whole for each in changes)
    entries = _newest_first(entry for each in changes for entry in each.entries.values())
    known = listing.entries if after is None else entries
    parsed = ParsedFeed(FeedFormat.WORDPRESS, entries=known, listing=listing, news_since=since)
    return ReadResult(
        parsed,
        cursor={
            "modified": _reached(changes, known, cursor).isoformat(),
            "since": since.isoformat() if since else "",
            "languages": _languages(pages),
            "digest": "" if is_more else digest,
        },
        is_more=is_more,
    )


def _listed(api: _Api, languages: Iterable[str]) -> dict[tuple[str, str], bytes]:
    """By sort and language."""
    asked: dict[str, str | int] = {"per_page": LISTED, "orderby": "date", "order": "desc", "_fields": _IDENTITY}
    return {
        (sort, language): api.fetch(f"wp/v2/{sort}", **asked, **_in(language))
        for sort in _SORTS
        for language in languages
    }


def _languages(pages: Iterable[ParsedFeed]) -> list[str]:
    return sorted({language for page in pages for language in page.languages})


def _in(language: str) -> dict[str, str]:
    return {"lang": language} if language else {}


def _next_page(api: _Api, changes: _Changes) -> bytes:
    """Empty at the end, which WordPress says with a 400 where it is just after a whole page."""
    after = (changes.after - _OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        return api.fetch(
            f"wp/v2/{changes.sort}",
            modified_after=after,
            orderby="modified",
            order="asc",
            per_page=PER_PAGE,
            page=changes.page,
            _embed="wp:featuredmedia,wp:term",
            **_in(changes.language),
        )
    except FeedUnavailable as unavailable:
        if changes.page == 1 or unavailable.params.get("status") != 400:
            raise
        return b"[]"


def _take(api: _Api, changes: Iterable[_Changes], fetched: Iterable[bytes]) -> None:
    """Raises InputRefused for a WordPress that does not know `modified_after` (before 5.7) and shows all."""
    for each, data in zip(changes, fetched, strict=True):
        entries = api.posts(data).entries
        moments = [entry.updated for entry in entries if entry.updated]
        if any(moment < each.after - _TOLERANCE for moment in moments):
            raise InputRefused("news-wordpress-old")
        each.entries |= {entry.guid: entry for entry in entries}
        each.is_whole = len(entries) < PER_PAGE
        last = max(moments, default=each.after)
        each.page = 1 if last > each.after else each.page + 1
        each.after = max(last, each.after)


def _listing(pages: Iterable[ParsedFeed]) -> SiteContents:
    entries: dict[str, ParsedEntry] = {}
    complete_since: datetime | None = None
    for page in pages:
        entries |= {entry.guid: entry for entry in page.entries}
        oldest = min((entry.published for entry in page.entries if entry.published), default=None)
        if len(page.entries) == LISTED and oldest:
            complete_since = max(oldest, complete_since or oldest)
    return SiteContents(_newest_first(entries.values()), complete_since)


def _reached(changes: Iterable[_Changes], known: Iterable[ParsedEntry], cursor: Mapping[str, Any]) -> datetime:
    """By the site's own clock. Not beyond what one sort has still to show."""
    unfinished = [each.after for each in changes if not each.is_whole]
    if unfinished:
        return min(unfinished)
    before = datetime.fromisoformat(cursor["modified"]) if cursor else _START
    return max((entry.updated for entry in known if entry.updated), default=before)


def _newest_first(entries: Iterable[ParsedEntry]) -> list[ParsedEntry]:
    return sorted(entries, key=lambda entry: entry.published or _START, reverse=True)


def _digest(answers: Iterable[bytes]) -> str:
    """Where nothing has changed, nothing is parsed: the API has no conditional requests."""
    return hashlib.sha256(b"".join(hashlib.sha256(answer).digest() for answer in answers)).hexdigest()
