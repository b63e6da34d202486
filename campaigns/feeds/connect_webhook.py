"""A source that sends by itself: a token for a plug-in of a website's content management system, shown once."""

from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.feeds.connect_feed import (
    FeedRequest,
    checked_request,
    get_feed,
    record_source,
    save_source,
    set_feed,
)
from core.errors import NotFound
from core.ids import new_public_id
from news.feeds.tables import Feed, ReaderKind
from news.feeds.webhook.keep_post import new_token, token_hash
from news.tables import Source, SourceKind
from staff.principal import Principal, require
from staff.roles import Permission


def connect_webhook(session: Session, request: FeedRequest, *, actor: Principal, now: datetime) -> tuple[int, str]:
    """Its number, and the token. Raises NotAllowed, InputRefused; Conflict where the name is taken."""
    require(actor, Permission.MANAGE_SOURCES)
    checked, name, token = checked_request(request), f"webhook-{new_public_id()}", new_token()
    source = Source(name=checked.name, kind=SourceKind.FEED, location=name, created_at=now)
    save_source(session, source)
    feed = Feed(
        source_id=source.id,
        reader=ReaderKind.WEBHOOK,
        host=name,
        kind=checked.kind,
        every_minutes=checked.every_minutes,
        next_at=now + timedelta(minutes=checked.every_minutes),
        readings=1,  # whatever is sent is news
        read_well_at=now,
        token_hash=token_hash(token),
    )
    set_feed(feed, checked)
    session.add(feed)
    record_source(session, source, "source.connected", actor=actor, now=now)
    return source.id, token


def renew_token(session: Session, source_id: int, *, actor: Principal, now: datetime) -> str:
    """The one before is good for nothing from now on. Raises NotAllowed; NotFound for what sends nothing."""
    require(actor, Permission.MANAGE_SOURCES)
    source, feed = get_feed(session, source_id)
    if feed.reader is not ReaderKind.WEBHOOK:
        raise NotFound("news-source-unknown", source=source_id)
    token = new_token()
    feed.token_hash = token_hash(token)
    session.add(feed)
    record_source(session, source, "source.token_renewed", actor=actor, now=now)
    return token
