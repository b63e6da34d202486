"""Connect a website's feed as a source of news, change how it is read, and stop reading it.

What it holds when it is connected is no news: its first reading marks everything as seen, also when it is
connected again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from core.errors import Conflict, InputRefused, NotFound, Unavailable
from core.i18n import is_language
from kinds.registry import NewsKind
from news.feeds.claim_feed import LEASE, claim_feed
from news.feeds.kind_rules import KINDS_OF_FEEDS, MAX_RULES, MAX_WORD, KindRule, rules_as_json
from news.feeds.prepare_reading import FeedIntake
from news.feeds.read_feed import FeedReport, read_feed
from news.feeds.tables import Feed, FeedEntry, ReaderKind
from news.feeds.websub.known_hub import leave_hubs
from news.tables import Source, SourceKind
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission

MAX_NAME = 80
INTERVALS = (5, 15, 30, 60, 180, 720, 1440)
"""Minutes."""
USUAL_INTERVAL = 30


@dataclass(frozen=True, slots=True)
class FeedRequest:
    """How a feed is to be read."""

    name: str
    kind: NewsKind = NewsKind.STATEMENT
    language: str = ""
    every_minutes: int = USUAL_INTERVAL
    rules: Sequence[KindRule] = ()
    reader: ReaderKind = ReaderKind.FEED
    """As the preview has found it; of one that is connected, it stays."""


def connect_feed(
    intake: FeedIntake, address: str, request: FeedRequest, *, actor: Principal, now: datetime
) -> tuple[int, FeedReport]:
    """`address`: of the feed itself, as the preview has found it. It is read at once, so that no transaction may
    be open. Raises NotAllowed, InputRefused; Conflict where the name is taken or the feed is connected already."""
    require(actor, Permission.MANAGE_SOURCES)
    checked = checked_request(request)
    host = urlsplit(address).hostname
    if not host or urlsplit(address).scheme not in ("http", "https") or len(address) > 2_000:
        raise InputRefused("news-page-address-refused")
    with intake.database.write() as session:
        source = _source(session, checked.name, address, now=now)
        feed = session.get(Feed, source.id) or Feed(
            source_id=source.id,
            host=host,
            kind=checked.kind,
            every_minutes=checked.every_minutes,
            read_well_at=now,
        )
        set_feed(feed, checked)
        feed.host, feed.readings, feed.failures, feed.ended_at = host, 0, 0, None
        feed.etag, feed.last_modified, feed.cursor, feed.reader = "", "", {}, checked.reader
        feed.read_well_at = feed.next_at = now
        feed.reading_until = now + LEASE
        session.add(feed)
        record_source(session, source, "source.connected", actor=actor, now=now)
        source_id = source.id
    return source_id, read_feed(intake, source_id, now=now)


def change_feed(
    session: Session, source_id: int, request: FeedRequest, *, actor: Principal, now: datetime
) -> None:
    """For what comes from now on. Raises NotFound, NotAllowed, InputRefused; Conflict for a name that is taken."""
    require(actor, Permission.MANAGE_SOURCES)
    checked, (source, feed) = checked_request(request), get_feed(session, source_id)
    source.name = checked.name
    set_feed(feed, checked)
    if feed.next_at is not None:
        feed.next_at = now
    save_source(session, source)
    session.add(feed)
    record_source(session, source, "source.changed", actor=actor, now=now)


def stop_feed(session: Session, source_id: int, *, actor: Principal, now: datetime) -> None:
    """What came from it stays. Raises NotFound, NotAllowed."""
    require(actor, Permission.MANAGE_SOURCES)
    source, feed = get_feed(session, source_id)
    if source.stopped_at is None:
        source.stopped_at, feed.next_at = now, None
        leave_hubs(session, source_id, now=now)
        session.add_all([source, feed])
        record_source(session, source, "source.stopped", actor=actor, now=now)


def read_now(intake: FeedIntake, source_id: int, *, actor: Principal, now: datetime) -> FeedReport:
    """Without waiting for its time. Raises NotFound, NotAllowed; Unavailable while its site is being asked."""
    require(actor, Permission.DRAFT)
    with intake.database.write() as session:
        get_feed(session, source_id)
        if not claim_feed(session, source_id, now=now):
            raise Unavailable("campaigns-feed-busy")
    return read_feed(intake, source_id, now=now)


def list_feeds(session: Session) -> list[tuple[Source, Feed]]:
    """Those that are read, by name: an organisation has a handful."""
    wanted = select(Source, Feed).join(Feed, col(Feed.source_id) == col(Source.id))
    rows = session.exec(wanted.where(col(Source.stopped_at).is_(None)).order_by(col(Source.name)))
    return [(source, feed) for source, feed in rows]


def get_feed(session: Session, source_id: int) -> tuple[Source, Feed]:
    """One that is read. Raises NotFound."""
    source, feed = session.get(Source, source_id), session.get(Feed, source_id)
    if source is None or feed is None or source.stopped_at is not None:
        raise NotFound("news-source-unknown", source=source_id)
    return source, feed


def feed_by_name(session: Session, name: str) -> tuple[Source, Feed]:
    """Raises NotFound, with the name."""
    for source, feed in list_feeds(session):
        if source.name == name:
            return source, feed
    raise NotFound("news-source-not-named", name=name[:80])


def checked_request(request: FeedRequest) -> FeedRequest:
    """Raises InputRefused for what is not offered."""
    name = " ".join(request.name.split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("campaigns-feed-name", limit=MAX_NAME)
    rules = [KindRule(" ".join(rule.word.split())[:MAX_WORD], rule.kind) for rule in request.rules]
    is_known = {request.kind, *(rule.kind for rule in rules)} <= set(KINDS_OF_FEEDS)
    is_known = is_known and (not request.language or is_language(request.language))
    if not is_known or request.every_minutes not in INTERVALS:
        raise InputRefused("campaigns-feed-choice")
    kept = [rule for rule in rules if rule.word][:MAX_RULES]
    return FeedRequest(name, request.kind, request.language, request.every_minutes, kept, request.reader)


def set_feed(feed: Feed, request: FeedRequest) -> None:
    """How it is read from now on."""
    feed.kind, feed.language, feed.every_minutes = request.kind, request.language, request.every_minutes
    feed.kind_rules = rules_as_json(request.rules)


def _source(session: Session, name: str, address: str, *, now: datetime) -> Source:
    """The one that was connected to this feed before, or a new one."""
    wanted = (Source.location == address, Source.kind == SourceKind.FEED)
    source = session.exec(select(Source).where(*wanted).with_for_update()).first()
    if source is not None and source.stopped_at is None:
        raise Conflict("campaigns-feed-connected", name=source.name)
    source = source or Source(name=name, kind=SourceKind.FEED, location=address, created_at=now)
    source.name, source.stopped_at, source.last_error = name, None, None
    save_source(session, source)
    return source


def save_source(session: Session, source: Source) -> None:
    """Raises Conflict for a name that another one has."""
    name = source.name
    try:
        with session.begin_nested():
            session.add(source)
    except IntegrityError as error:
        raise Conflict("news-source-exists", name=name) from error


def record_source(session: Session, source: Source, action: str, *, actor: Principal, now: datetime) -> None:
    """In the audit log."""
    session.flush()
    audit.record(session, actor=actor.name, action=action, subject=f"news_source:{source.id}", now=now)


def latest_entries(session: Session, source_id: int, *, limit: int) -> list[FeedEntry]:
    """Those that came last, what was there before included."""
    wanted = select(FeedEntry).where(FeedEntry.source_id == source_id).order_by(col(FeedEntry.id).desc())
    return list(session.exec(wanted.limit(limit)))
