"""Duplicate detection: news whose content has been acted on before, by an automation or by a person's campaign."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.queries import goes_to
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationItem, AutomationItemState, Campaign
from core.errors import Param
from news.fingerprint_rows import pdf_fingerprints
from news.near_duplicates import ComparableText, are_titles_alike, folded_tokens, is_nearly_the_same
from news.queries import texts_of
from news.tables import Fingerprint, NewsItem, NewsText

MAX_SHOWN = 5
RECENTLY = timedelta(days=90)
"""What was acted on within this time is compared word by word; what is older, only by its fingerprints."""
_MAX_COMPARED = 200
_GONE_OUT = (
    CampaignStatus.APPROVED,
    CampaignStatus.SCHEDULED,
    CampaignStatus.PREPARING,
    CampaignStatus.SENDING,
    CampaignStatus.PAUSED,
    CampaignStatus.SENT,
)
"""On its way or there; what a person cancelled before anybody got it is not."""
_SEEN_TO = (
    AutomationItemState.IRRELEVANT,
    AutomationItemState.DRAFTED,
    AutomationItemState.SCHEDULED,
    AutomationItemState.HELD,
)
"""Not what the check refused: whoever corrects it may well do so under another name."""


class RepeatKind(StrEnum):
    """In what an item is the same as an earlier one, the strongest first."""

    ADDRESS = "address"
    WORDS = "words"
    BODY = "body"
    NEAR = "near"
    """Title and text are, but for a word or two (`news.near_duplicates`)."""
    TITLE = "title"


_STRENGTH = tuple(RepeatKind)


@dataclass(frozen=True, slots=True)
class RepeatedItem:
    """An earlier item with the same content."""

    kind: RepeatKind
    params: dict[str, Param]
    """Its title, slug, and the day on which it was acted on."""

    @property
    def is_proof(self) -> bool:
        """A title alone is none: a journal comes every month."""
        return self.kind is not RepeatKind.TITLE


def repeats_of(session: Session, item_id: int, *, now: datetime, but: int | None = None) -> list[RepeatedItem]:
    """The strongest first, each earlier item once. `but`: a campaign that does not count."""
    same = _same_content(session, item_id)
    recent = _with_titles_alike(session, item_id, _recently_acted_on(session, now=now))
    acted_on = _acted_on(session, {*same, *recent} - {item_id}, but=but)
    if not acted_on:
        return []
    items = session.exec(select(NewsItem).where(col(NewsItem.id).in_(acted_on))).all()
    texts = texts_of(session, [item_id, *acted_on])
    comparable = _comparable(session, texts, [item_id, *(same.keys() - _proven(same)), *recent])
    repeats = [
        RepeatedItem(
            kind,
            {
                "title": next((text.title for text in texts[item.id].values()), item.slug),
                "slug": item.slug,
                "date": acted_on[item.id].date().isoformat(),
            },
        )
        for item in items
        if (kind := _kind(same.get(item.id), comparable[item_id], comparable.get(item.id, ())))
    ]
    return sorted(repeats, key=lambda repeat: _STRENGTH.index(repeat.kind))[:MAX_SHOWN]


def _kind(
    same: RepeatKind | None, texts: Iterable[ComparableText], earlier: Iterable[ComparableText]
) -> RepeatKind | None:
    if same not in (None, RepeatKind.TITLE):
        return same
    is_near = any(is_nearly_the_same(text, other) for text in texts for other in earlier)
    return RepeatKind.NEAR if is_near else same


def _proven(same: Mapping[int, RepeatKind]) -> set[int]:
    return {item_id for item_id, kind in same.items() if kind is not RepeatKind.TITLE}


def _comparable(
    session: Session, texts: Mapping[int, Mapping[str, NewsText]], item_ids: Collection[int]
) -> dict[int, list[ComparableText]]:
    compared = [item_id for item_id in item_ids if item_id in texts]
    pdfs = pdf_fingerprints(session, compared)
    sources = dict(
        session.exec(select(NewsItem.id, NewsItem.source_id).where(col(NewsItem.id).in_(compared))).all()
    )
    return {
        item_id: [
            ComparableText.of(
                text.model_dump() | text.details,
                language=language,
                pdf=pdfs.get((item_id, language), ""),
                folder=sources[item_id] if text.missing_since is None else None,
            )
            for language, text in texts[item_id].items()
        ]
        for item_id in compared
    }


def _recently_acted_on(session: Session, *, now: datetime) -> set[int]:
    """The latest of them."""
    by_automations = session.exec(
        select(AutomationItem.item_id)
        .where(col(AutomationItem.at) > now - RECENTLY, col(AutomationItem.state).in_(_SEEN_TO))
        .order_by(col(AutomationItem.at).desc(), col(AutomationItem.item_id).desc())
        .limit(_MAX_COMPARED)
    ).all()
    by_people = session.exec(
        select(CampaignBlock.item_id)
        .join(Campaign, col(Campaign.id) == CampaignBlock.campaign_id)
        .where(
            col(CampaignBlock.item_id).is_not(None),
            func.coalesce(Campaign.launched_at, Campaign.changed_at) > now - RECENTLY,
        )
        .order_by(col(Campaign.id).desc())
        .limit(_MAX_COMPARED)
    ).all()
    return {*by_automations, *(item_id for item_id in by_people if item_id is not None)}


def _with_titles_alike(session: Session, item_id: int, others: Collection[int]) -> set[int]:
    """Those whose title in one of the item's languages is the item's, but for a word."""
    titles: dict[str, Sequence[str]] = {}
    alike = set[int]()
    rows = session.exec(
        select(NewsText.item_id, NewsText.language, NewsText.title)
        .where(col(NewsText.item_id).in_({item_id, *others}))
        .order_by(col(NewsText.item_id) != item_id)
    )
    for row_item, language, title in rows:
        if row_item == item_id:
            titles[language] = folded_tokens(title)
        elif language in titles and are_titles_alike(titles[language], folded_tokens(title), language):
            alike.add(row_item)
    return alike


def has_gone_out(session: Session, item_id: int) -> datetime | None:
    """When a campaign with this very item went out, or is about to; None where none has."""
    return _in_campaigns(session, [item_id], but=None).get(item_id)


def sent_before(session: Session, campaign: Campaign, item_ids: Collection[int]) -> dict[int, Campaign]:
    """By item: the last campaign with that very item that has gone out, or is going, to one of the same lists."""
    rows = session.exec(
        select(CampaignBlock.item_id, Campaign)
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(
            col(CampaignBlock.item_id).in_(item_ids),
            col(Campaign.launched_at).is_not(None),
            col(Campaign.id) != campaign.id,
            goes_to(col(AudienceList.list_id).in_(campaign.audience.lists)),
        )
        .order_by(col(Campaign.launched_at), col(Campaign.id))
    )
    return {item_id: earlier for item_id, earlier in rows if item_id is not None}


def _same_content(session: Session, item_id: int) -> dict[int, RepeatKind]:
    mine, other = aliased(Fingerprint), aliased(Fingerprint)
    rows = session.exec(
        select(other.item_id, other.kind)
        .join(
            mine,
            (col(mine.kind) == col(other.kind))
            & (col(mine.digest) == col(other.digest))
            & (col(mine.language) == col(other.language)),
        )
        .where(mine.item_id == item_id, other.item_id != item_id)
        .order_by(col(other.item_id).desc())
        .limit(_MAX_COMPARED)
    ).all()
    kinds: dict[int, RepeatKind] = {}
    for other_id, name in rows:
        kind = RepeatKind(name)
        before = kinds.get(other_id, kind)
        kinds[other_id] = kind if _STRENGTH.index(kind) < _STRENGTH.index(before) else before
    return kinds


def _acted_on(session: Session, item_ids: Collection[int], *, but: int | None) -> dict[int, datetime]:
    """When, of those that were."""
    if not item_ids:
        return {}
    rows = session.exec(
        select(AutomationItem.item_id, func.min(AutomationItem.at))
        .where(col(AutomationItem.item_id).in_(item_ids), col(AutomationItem.state).in_(_SEEN_TO))
        .group_by(col(AutomationItem.item_id))
    ).all()
    return dict(rows) | _in_campaigns(session, item_ids, but=but)


def _in_campaigns(session: Session, item_ids: Collection[int], *, but: int | None) -> dict[int, datetime]:
    wanted = (
        select(CampaignBlock.item_id, Campaign.launched_at, Campaign.changed_at)
        .join(Campaign, col(Campaign.id) == CampaignBlock.campaign_id)
        .where(
            col(CampaignBlock.item_id).in_(item_ids),
            col(Campaign.status).in_(_GONE_OUT) | col(Campaign.launched_at).is_not(None),
        )
        .order_by(col(Campaign.id).desc())
    )
    if but is not None:
        wanted = wanted.where(Campaign.id != but)
    return {
        item_id: launched_at or changed_at for item_id, launched_at, changed_at in session.exec(wanted) if item_id
    }
