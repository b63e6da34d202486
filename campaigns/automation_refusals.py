"""What automations did not dare to send, and why: kept as a code and its values, read in anyone's language."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import exists
from sqlmodel import Session, col, select

from campaigns.tables import Automation, AutomationItem, AutomationItemState, Campaign, CampaignItem
from core.errors import BiltenError, Refusal
from news.queries import texts_of
from news.tables import NewsItem


@dataclass(frozen=True, slots=True)
class RefusedItem:
    automation: str
    slug: str
    title: str
    why: Refusal


def kept(error: BiltenError) -> str:
    return json.dumps(asdict(Refusal("", None, error.code, error.params)), ensure_ascii=False)


def _why(detail: str) -> Refusal:
    """What the check says to somebody at a draft is put otherwise: an automation leaves none."""
    why = Refusal(**json.loads(detail))
    return replace(why, code="campaigns-automation-check") if why.code == "campaigns-check-failed" else why


def refused_items(session: Session, *, since: datetime, limit: int) -> list[RefusedItem]:
    """The latest first. An item that staff have made a campaign of since then is no longer among them."""
    taken_up = exists().where(
        col(CampaignItem.item_id) == col(AutomationItem.item_id),
        col(Campaign.id) == col(CampaignItem.campaign_id),
        col(Campaign.created_at) >= col(AutomationItem.at),
    )
    rows = session.exec(
        select(AutomationItem, Automation.name, NewsItem)
        .join(Automation, col(Automation.id) == col(AutomationItem.automation_id))
        .join(NewsItem, col(NewsItem.id) == col(AutomationItem.item_id))
        .where(AutomationItem.state == AutomationItemState.REFUSED, col(AutomationItem.at) >= since, ~taken_up)
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
