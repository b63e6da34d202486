"""Keyset pagination of campaigns, a campaign or NotFound in one place, and what else pages and commands ask."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Campaign, CampaignKind, RenderedVariant, Variant
from core.errors import NotFound
from core.sql import unindexed
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.lists import list_lists
from subscribers.tables import Subscriber


@dataclass(frozen=True, slots=True)
class CampaignSummary:
    id: int
    public_id: str
    name: str
    kind: CampaignKind
    status: CampaignStatus
    scheduled_at: datetime | None
    scheduled_zone: str | None
    pause_reason: PauseReason | None
    list_name: str
    """Of several, one after the other."""
    languages: tuple[str, ...]


def get_campaign(session: Session, campaign_id: int, *, refresh: bool = False) -> Campaign:
    """The campaign, locked for nobody: whoever goes by it asks again. Raises NotFound.

    `refresh`: as it is in the database at this moment, also where the session has seen it before.
    """
    return _or_unknown(session.get(Campaign, campaign_id, populate_existing=refresh), campaign_id)


def lock_campaign(session: Session, campaign_id: int) -> Campaign:
    """The campaign as it is at this moment, locked until the transaction ends where the database can do so. Raises
    NotFound.

    FOR NO KEY UPDATE: attempts that only refer to it may be opened meanwhile. Whoever opens one holds deliveries
    that the one who holds the campaign may be waiting for.
    """
    campaign = session.get(Campaign, campaign_id, with_for_update={"key_share": True}, populate_existing=True)
    return _or_unknown(campaign, campaign_id)


def find_campaign(session: Session, public_id: str) -> Campaign:
    """By the name that stands in public addresses. Raises NotFound."""
    campaign = session.exec(select(Campaign).where(Campaign.public_id == public_id)).one_or_none()
    return _or_unknown(campaign, public_id)


def list_campaigns(
    session: Session, *, limit: int, before_id: int | None = None, is_launched: bool = False
) -> list[CampaignSummary]:
    """The newest first; `before_id` is the last id of the page before. `is_launched`: only what has a report."""
    statement = select(Campaign).order_by(col(Campaign.id).desc()).limit(limit)
    if before_id is not None:
        statement = statement.where(Campaign.id < before_id)
    if is_launched:
        statement = statement.where(col(Campaign.launched_at).is_not(None))
    campaigns = session.exec(statement).all()
    languages = _languages(session, [campaign.id for campaign in campaigns])
    names = {row.id: row.name for row in list_lists(session)}
    return [
        CampaignSummary(
            id=campaign.id,
            public_id=campaign.public_id,
            name=campaign.name,
            kind=campaign.kind,
            status=campaign.status,
            scheduled_at=campaign.scheduled_at,
            scheduled_zone=campaign.scheduled_zone,
            pause_reason=campaign.pause_reason,
            list_name=", ".join(names[list_id] for list_id in campaign.audience.lists),
            languages=languages.get(campaign.id, ()),
        )
        for campaign in campaigns
    ]


def goes_to(is_wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    """Of a campaign: whether a list that it goes to is wanted, by a condition on `AudienceList.list_id`."""
    is_its_own = col(AudienceList.campaign_id) == col(Campaign.id)
    return exists().where(is_its_own, ~col(AudienceList.is_excluded), is_wanted)


def got_campaign(campaign_id: int) -> ColumnElement[bool]:
    """Of a subscriber, for segments (`subscribers.segment_sql`): whether a provider accepted it for them."""
    return exists().where(
        col(Delivery.campaign_id) == campaign_id,
        col(Delivery.subscriber_id) == col(Subscriber.id),
        unindexed(col(Delivery.status)) == DeliveryStatus.ACCEPTED,
    )


def variants_of(session: Session, campaign_id: int) -> list[Variant]:
    return list(
        session.exec(
            select(Variant).where(Variant.campaign_id == campaign_id).order_by(col(Variant.language))
        ).all()
    )


def rendered_of(session: Session, campaign_id: int, language: str | None = None) -> list[RenderedVariant]:
    """The frozen variants, of one language or all; none before the campaign is submitted. Those with all items: of
    a digest that differs by reader there are others (`frozen_of`)."""
    statement = (
        select(RenderedVariant)
        .where(RenderedVariant.campaign_id == campaign_id, RenderedVariant.item_set == "")
        .order_by(col(RenderedVariant.language))
    )
    if language is not None:
        statement = statement.where(RenderedVariant.language == language)
    return list(session.exec(statement).all())


def frozen_of(session: Session, campaign_id: int) -> list[RenderedVariant]:
    """Every frozen variant, also those with some of the items."""
    return list(session.exec(select(RenderedVariant).where(RenderedVariant.campaign_id == campaign_id)).all())


def _languages(session: Session, campaign_ids: list[int]) -> dict[int, tuple[str, ...]]:
    languages: dict[int, tuple[str, ...]] = {}
    rows = session.exec(
        select(Variant.campaign_id, Variant.language)
        .where(col(Variant.campaign_id).in_(campaign_ids))
        .order_by(col(Variant.language))
    ).all()
    for campaign_id, language in rows:
        languages[campaign_id] = (*languages.get(campaign_id, ()), language)
    return languages


def _or_unknown(campaign: Campaign | None, reference: int | str) -> Campaign:
    if campaign is None:
        raise NotFound("campaigns-unknown", id=reference)
    return campaign
