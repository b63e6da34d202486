"""News that has been acted on: by an automation that has seen to it, or in a campaign that went out."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.queries import goes_to
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import AutomationItem, Campaign

RECENTLY = timedelta(days=90)
"""What was acted on within this time is compared word by word; what is older, only by its fingerprints."""
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
    AutomationItemState.RESTORED,
)
"""Not what the check refused: whoever corrects it may well do so under another name."""


def recently_acted_on(session: Session, *, limit: int, now: datetime) -> set[int]:
    """The latest of them."""
    by_automations = session.exec(
        select(AutomationItem.item_id)
        .where(col(AutomationItem.at) > now - RECENTLY, col(AutomationItem.state).in_(_SEEN_TO))
        .order_by(col(AutomationItem.at).desc(), col(AutomationItem.item_id).desc())
        .limit(limit)
    ).all()
    by_people = session.exec(
        select(CampaignBlock.item_id)
        .join(Campaign, col(Campaign.id) == CampaignBlock.campaign_id)
        .where(
            col(CampaignBlock.item_id).is_not(None),
            func.coalesce(Campaign.launched_at, Campaign.changed_at) > now - RECENTLY,
        )
        .order_by(col(Campaign.id).desc())
        .limit(limit)
    ).all()
    return {*by_automations, *(item_id for item_id in by_people if item_id is not None)}


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


def acted_on(session: Session, item_ids: Collection[int], *, but: int | None) -> dict[int, datetime]:
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
