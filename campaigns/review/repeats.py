"""Duplicate detection: news whose content has been acted on before, by an automation or by a person's campaign."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from campaigns.status import CampaignStatus
from campaigns.tables import AutomationItem, AutomationItemState, Campaign, CampaignItem
from core.errors import Param
from news.fingerprints import FingerprintKind
from news.queries import texts_of
from news.tables import Fingerprint, NewsItem

MAX_SHOWN = 5
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
_STRENGTH = (FingerprintKind.ADDRESS, FingerprintKind.WORDS, FingerprintKind.BODY, FingerprintKind.TITLE)


@dataclass(frozen=True, slots=True)
class RepeatedItem:
    """An earlier item with the same content."""

    kind: FingerprintKind
    params: dict[str, Param]
    """Its title, slug, and the day on which it was acted on."""

    @property
    def is_proof(self) -> bool:
        """A title alone is none: a journal comes every month."""
        return self.kind is not FingerprintKind.TITLE


def repeats_of(session: Session, item_id: int, *, but: int | None = None) -> list[RepeatedItem]:
    """The strongest first, each earlier item once. `but`: a campaign that does not count."""
    same = _same_content(session, item_id)
    acted_on = _acted_on(session, same, but=but)
    if not acted_on:
        return []
    items = session.exec(select(NewsItem).where(col(NewsItem.id).in_(acted_on))).all()
    texts = texts_of(session, [item.id for item in items])
    repeats = [
        RepeatedItem(
            same[item.id],
            {
                "title": next((text.title for text in texts[item.id].values()), item.slug),
                "slug": item.slug,
                "date": acted_on[item.id].date().isoformat(),
            },
        )
        for item in items
    ]
    return sorted(repeats, key=lambda repeat: _STRENGTH.index(repeat.kind))[:MAX_SHOWN]


def has_gone_out(session: Session, item_id: int) -> datetime | None:
    """When a campaign with this very item went out, or is about to; None where none has."""
    return _in_campaigns(session, [item_id], but=None).get(item_id)


def _same_content(session: Session, item_id: int) -> dict[int, FingerprintKind]:
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
    kinds: dict[int, FingerprintKind] = {}
    for other_id, name in rows:
        kind = FingerprintKind(name)
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
        select(CampaignItem.item_id, Campaign.launched_at, Campaign.changed_at)
        .join(Campaign, col(Campaign.id) == CampaignItem.campaign_id)
        .where(
            col(CampaignItem.item_id).in_(item_ids),
            col(Campaign.status).in_(_GONE_OUT) | col(Campaign.launched_at).is_not(None),
        )
        .order_by(col(Campaign.id).desc())
    )
    if but is not None:
        wanted = wanted.where(Campaign.id != but)
    return {item_id: launched_at or changed_at for item_id, launched_at, changed_at in session.exec(wanted)}
