"""Keyset pagination of news: what there is, by kind, language, origin and use, and by its words.

A page costs the same few queries, however much news there is and however many items it shows.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.editorial.news_uses import CampaignLink, campaigns_of
from core.fold_text import fold_text
from kinds.registry import NewsKind
from news.queries import PictureFile
from news.tables import Asset, AssetRole, NewsItem, NewsText, OriginKind, Source


@dataclass(frozen=True, slots=True)
class NewsFilter:
    search: str = ""
    """Words of title, summary or topic, each of which must occur."""
    kind: NewsKind | None = None
    language: str = ""
    origin: OriginKind | None = None
    is_used: bool | None = None
    is_withdrawn: bool | None = None


@dataclass(frozen=True, slots=True)
class NewsSummary:
    id: int
    slug: str
    kind: NewsKind
    published_on: date
    withdrawn_at: datetime | None
    origin: OriginKind
    source_name: str
    """Of its watched folder; empty of what people brought in or wrote."""
    titles: Mapping[str, str]
    """By language."""
    topic: str
    picture: PictureFile | None
    campaigns: Sequence[CampaignLink]

    def title(self, language: str) -> tuple[str, str]:
        """In that language or another one, and which it is."""
        shown = language if language in self.titles else next(iter(self.titles), "")
        return self.titles.get(shown, self.slug), shown


def list_news(
    session: Session, wanted: NewsFilter, *, limit: int, before_id: int | None = None
) -> list[NewsSummary]:
    """The newest first; `before_id` is the last id of the page before."""
    statement = select(NewsItem).order_by(col(NewsItem.id).desc()).limit(limit)
    if before_id is not None:
        statement = statement.where(col(NewsItem.id) < before_id)
    if wanted.kind is not None:
        statement = statement.where(NewsItem.kind == wanted.kind)
    if wanted.origin is not None:
        statement = statement.where(NewsItem.origin == wanted.origin)
    is_its_text = col(NewsText.item_id) == col(NewsItem.id)
    if wanted.language:
        statement = statement.where(exists().where(is_its_text, col(NewsText.language) == wanted.language))
    contains = [
        col(NewsText.search_words).contains(word, autoescape=True) for word in fold_text(wanted.search).split()
    ]
    if contains:
        statement = statement.where(col(NewsItem.id).in_(select(NewsText.item_id).where(*contains)))
    if wanted.is_used is not None:
        is_in_use = exists().where(col(CampaignBlock.item_id) == col(NewsItem.id))
        statement = statement.where(is_in_use if wanted.is_used else ~is_in_use)
    if wanted.is_withdrawn is not None:
        was_withdrawn = col(NewsItem.withdrawn_at).is_not(None)
        statement = statement.where(was_withdrawn if wanted.is_withdrawn else ~was_withdrawn)
    return _summaries(session, session.exec(statement).all())


def news_in_order(session: Session, item_ids: Sequence[int]) -> list[NewsSummary]:
    """These, in this order, without those that are not there or withdrawn."""
    rows = session.exec(
        select(NewsItem).where(col(NewsItem.id).in_(item_ids), col(NewsItem.withdrawn_at).is_(None))
    ).all()
    summaries = {summary.id: summary for summary in _summaries(session, rows)}
    return [summaries[item_id] for item_id in item_ids if item_id in summaries]


def languages_in_use(session: Session) -> list[str]:
    return sorted(session.exec(select(NewsText.language).distinct()))


def _summaries(session: Session, items: Sequence[NewsItem]) -> list[NewsSummary]:
    ids = [item.id for item in items]
    titles, topics = _titles(session, ids)
    pictures, campaigns = _pictures(session, items), campaigns_of(session, ids)
    names = dict(session.exec(select(Source.id, Source.name)).all()) if any(i.source_id for i in items) else {}
    return [
        NewsSummary(
            id=item.id,
            slug=item.slug,
            kind=item.kind,
            published_on=item.published_on,
            withdrawn_at=item.withdrawn_at,
            origin=item.origin,
            source_name=names.get(item.source_id, "") if item.source_id else "",
            titles=titles.get(item.id, {}),
            topic=topics.get(item.id, ""),
            picture=pictures.get(item.id),
            campaigns=campaigns[item.id],
        )
        for item in items
    ]


def _titles(session: Session, ids: Collection[int]) -> tuple[dict[int, dict[str, str]], dict[int, str]]:
    titles: dict[int, dict[str, str]] = {}
    topics: dict[int, str] = {}
    rows = session.exec(
        select(NewsText.item_id, NewsText.language, NewsText.title, NewsText.topic)
        .where(col(NewsText.item_id).in_(ids))
        .order_by(col(NewsText.language))
    )
    for item_id, language, title, topic in rows:
        titles.setdefault(item_id, {})[language] = title
        topics[item_id] = topics.get(item_id) or topic
    return titles, topics


def _pictures(session: Session, items: Sequence[NewsItem]) -> dict[int, PictureFile]:
    """Its image; of a kind that shows its cover, that of its PDF."""
    covers = {item.id for item in items if item.kind.definition.shows_cover}
    pictures: dict[int, PictureFile] = {}
    rows = session.execute(
        columns(
            col(Asset.item_id),
            col(Asset.role),
            col(Asset.mail_sha256),
            col(Asset.mail_media_type),
            col(Asset.mail_width),
            col(Asset.mail_height),
        )
        .where(
            col(Asset.item_id).in_([item.id for item in items]),
            col(Asset.role).in_([AssetRole.IMAGE, AssetRole.PDF]),
            col(Asset.mail_sha256).is_not(None),
        )
        .order_by(col(Asset.item_id), col(Asset.role), col(Asset.language))
    )
    for item_id, role, sha256, media_type, width, height in rows:
        if role is AssetRole.IMAGE or item_id in covers:
            pictures.setdefault(item_id, PictureFile(sha256, media_type, width, height))
    return pictures
