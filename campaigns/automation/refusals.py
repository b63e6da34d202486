"""What automations did not send by themselves, and why: a code and its values, read in anyone's language."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import exists
from sqlmodel import Session, col, func, select

from campaigns.block_tables import CampaignBlock
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import Automation, AutomationItem, Campaign
from core.errors import BiltenError, Conflict, Refusal
from news.queries import texts_of
from news.tables import NewsItem

_LEFT_TO_STAFF = (AutomationItemState.REFUSED, AutomationItemState.RESTORED)


@dataclass(frozen=True, slots=True)
class RefusedItem:
    automation: str
    slug: str
    title: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class HeldItem:
    """Drafted and not sent, until somebody takes its campaign further or calls it off."""

    automation: str
    campaign_id: int
    title: str
    why: tuple[Refusal, ...]


def _kept(error: BiltenError) -> str:
    return json.dumps(asdict(Refusal("", None, error.code, error.params)), ensure_ascii=False)


def refused_row(automation_id: int, item_id: int, error: BiltenError, *, now: datetime) -> AutomationItem:
    state = AutomationItemState.REFUSED
    return AutomationItem(automation_id=automation_id, item_id=item_id, state=state, detail=_kept(error), at=now)


def restored_row(automation_id: int, item_id: int, *, now: datetime) -> AutomationItem:
    why = _kept(Conflict("campaigns-automation-restored"))
    state = AutomationItemState.RESTORED
    return AutomationItem(automation_id=automation_id, item_id=item_id, state=state, detail=why, at=now)


def kept_reasons(reasons: Sequence[Refusal]) -> str:
    return json.dumps([asdict(reason) for reason in reasons], ensure_ascii=False)


def _why(detail: str) -> Refusal:
    """What the check says to somebody at a draft is put otherwise: an automation leaves none."""
    why = Refusal(**json.loads(detail))
    return replace(why, code="campaigns-automation-check") if why.code == "campaigns-check-failed" else why


def refused_items(session: Session, *, since: datetime, limit: int) -> list[RefusedItem]:
    """The latest first. An item that staff have made a campaign of since then is no longer among them."""
    taken_up = exists().where(
        col(CampaignBlock.item_id) == col(AutomationItem.item_id),
        col(Campaign.id) == col(CampaignBlock.campaign_id),
        col(Campaign.created_at) >= col(AutomationItem.at),
    )
    rows = session.exec(
        select(AutomationItem, Automation.name, NewsItem)
        .join(Automation, col(Automation.id) == col(AutomationItem.automation_id))
        .join(NewsItem, col(NewsItem.id) == col(AutomationItem.item_id))
        .where(col(AutomationItem.state).in_(_LEFT_TO_STAFF), col(AutomationItem.at) >= since, ~taken_up)
        .order_by(col(AutomationItem.at).desc(), col(NewsItem.id).desc())
        .limit(limit)
    ).all()
    texts = texts_of(session, [item.id for _, _, item in rows])
    return [
        RefusedItem(
            automation=name,
            slug=item.slug,
            title=next((text.title for text in texts[item.id].values()), item.slug),
            why=_why(row.detail or "{}"),
        )
        for row, name, item in rows
    ]


def held_items(session: Session, *, limit: int) -> list[HeldItem]:
    """The latest first; each until its draft is submitted or cancelled, however long that takes."""
    rows = session.exec(
        _held().order_by(col(AutomationItem.at).desc(), col(Campaign.id).desc()).limit(limit)
    ).all()
    return [
        HeldItem(name, campaign.id, campaign.name, tuple(Refusal(**why) for why in json.loads(row.detail or "[]")))
        for row, name, campaign in rows
    ]


def count_held(session: Session) -> int:
    return session.exec(select(func.count()).select_from(_held().subquery())).one()


def _held() -> Any:
    return (
        select(AutomationItem, Automation.name, Campaign)
        .join(Automation, col(Automation.id) == col(AutomationItem.automation_id))
        .join(Campaign, col(Campaign.id) == col(AutomationItem.campaign_id))
        .where(
            AutomationItem.state == AutomationItemState.HELD,
            Campaign.status == CampaignStatus.DRAFT,
        )
    )
