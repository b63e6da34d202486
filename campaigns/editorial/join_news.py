"""Translations by hand: two items that say the same in different languages become one, and one becomes two again.

Only before anything was made of them: what a campaign has keeps its languages.
"""

from datetime import datetime

from sqlmodel import Session, col, func, select

from campaigns.editorial.news_uses import campaigns_of, is_used
from core.errors import Conflict, NotFound
from news.feeds.move_language import move_language
from news.feeds.tables import FeedEntry
from news.queries import free_slug, texts_of
from news.tables import NewsItem, NewsText, OriginKind
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission

MAX_OFFERED = 20
_JOINABLE = (OriginKind.FEED, OriginKind.BROWSER)
"""A watched folder's files say themselves which of them are one item."""


def join_news(session: Session, item_id: int, other_id: int, *, actor: Principal, now: datetime) -> None:
    """The other item's languages become this one's, and the other is no more. Raises NotFound, NotAllowed;
    Conflict where the two are not of one kind and in different languages, or have been used."""
    require(actor, Permission.EDIT)
    items = _locked(session, item_id, other_id)
    item, other = items[item_id], items[other_id]
    languages = {each: set(texts) for each, texts in texts_of(session, [item_id, other_id]).items()}
    is_fit = item_id != other_id and item.kind is other.kind and not languages[item_id] & languages[other_id]
    is_theirs = {item.origin, other.origin} <= set(_JOINABLE)
    if not is_fit or not is_theirs or campaigns_of(session, [item_id])[item_id] or is_used(session, other_id):
        raise Conflict("campaigns-news-not-joined")
    for language in sorted(languages[other_id]):
        move_language(session, language, of_item=other_id, to_item=item_id)
    session.delete(session.get_one(NewsItem, other_id))
    item = session.get_one(NewsItem, item_id)
    item.updated_at = now
    session.add(item)
    _record(session, item_id, "news.joined", actor, now, languages=sorted(languages[other_id]))


def separate_language(session: Session, item_id: int, language: str, *, actor: Principal, now: datetime) -> int:
    """The item of its own that the language becomes. Raises NotFound, NotAllowed; Conflict for the only language
    of an item, and where a campaign has it."""
    require(actor, Permission.EDIT)
    item = _locked(session, item_id)[item_id]
    texts = texts_of(session, [item_id])[item_id]
    if language not in texts or len(texts) < 2 or campaigns_of(session, [item_id])[item_id]:
        raise Conflict("campaigns-news-not-separated")
    if item.origin not in _JOINABLE:
        raise Conflict("campaigns-news-not-separated")
    text = texts.pop(language)
    mine = select(FeedEntry.source_id).where(FeedEntry.item_id == item_id, FeedEntry.language == language)
    own = NewsItem(
        slug=free_slug(session, text.title, otherwise=item.kind.value),
        kind=item.kind,
        url=text.url,
        published_on=item.published_on,
        source_id=session.exec(mine.limit(1)).first() or item.source_id,
        origin=item.origin,
        withdrawn_at=item.withdrawn_at,
        created_at=now,
        updated_at=now,
    )
    if item.url == text.url:
        item.url = next((each.url for _, each in sorted(texts.items()) if each.url), None)
    item.updated_at = now
    session.add_all([own, item])
    session.flush()
    own_id = own.id
    move_language(session, language, of_item=item_id, to_item=own_id)
    _record(session, item_id, "news.separated", actor, now, language=language, item=own_id)
    return own_id


def offered_translations(session: Session, item: NewsItem) -> list[tuple[int, str]]:
    """Number and title of items that may be this one in another language, the latest first."""
    if item.origin not in _JOINABLE or campaigns_of(session, [item.id])[item.id]:
        return []
    has = select(NewsText.language).where(NewsText.item_id == item.id)
    shared = select(NewsText.item_id).where(col(NewsText.language).in_(has))
    rows = session.exec(
        select(NewsItem.id, func.min(NewsText.title))
        .join(NewsText, col(NewsText.item_id) == col(NewsItem.id))
        .where(NewsItem.kind == item.kind, col(NewsItem.origin).in_(_JOINABLE))
        .where(col(NewsItem.id).not_in(shared), col(NewsItem.withdrawn_at).is_(None))
        .group_by(col(NewsItem.id))
        .order_by(col(NewsItem.id).desc())
        .limit(MAX_OFFERED)
    ).all()
    return [(number, title) for number, title in rows if not is_used(session, number)]


def _locked(session: Session, *item_ids: int) -> dict[int, NewsItem]:
    """In one order for everybody. Raises NotFound."""
    rows = select(NewsItem).where(col(NewsItem.id).in_(item_ids)).order_by(col(NewsItem.id)).with_for_update()
    items = {item.id: item for item in session.exec(rows)}
    for item_id in item_ids:
        if item_id not in items:
            raise NotFound("news-item-unknown", item=item_id)
    return items


def _record(
    session: Session, item_id: int, action: str, actor: Principal, now: datetime, **detail: object
) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"news_item:{item_id}", now=now, **detail)
