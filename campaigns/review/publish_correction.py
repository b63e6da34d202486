"""Publish a correction of what is behind a campaign's links, without another mail (ADR 42): an approver's step."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session, select

from campaigns.editorial.compose import items_of
from campaigns.editorial.content_changes import hands_in_news
from campaigns.public_archive.publication_pages import PageContent, frozen_pages, pages_digest, pages_of
from campaigns.public_archive.tables import PublicationPage
from campaigns.queries import lock_campaign
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from core.errors import Conflict, NotAllowed
from core.settings import Settings
from news.queries import assets_of, texts_of
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def present_pages(session: Session, campaign_id: int) -> tuple[PageContent, ...]:
    """What the pages of its publications would show, if they were made of the news as it is now."""
    items = items_of(session, campaign_id)
    ids = [item.id for item in items]
    return pages_of(items, texts_of(session, ids), assets_of(session, ids))


def publish_correction(
    session: Session, campaign_id: int, *, seen: str, actor: Principal, settings: Settings, now: datetime
) -> Campaign:
    """From now on the pages behind the mails' links show the news as it is now. Mails that are out stay.

    `seen`: the digest of the pages that the person looked at (`pages_digest`). Raises NotFound; NotAllowed for
    whoever wrote any of it, where the organisation asks for approvals at all; Conflict before it has gone out, or
    where it has changed since it was looked at.
    """
    require(actor, Permission.PUBLISH)
    campaign = lock_campaign(session, campaign_id)
    if campaign.launched_at is None:
        raise Conflict("campaigns-correction-too-early", name=campaign.name)
    before, after = frozen_pages(session, campaign_id), present_pages(session, campaign_id)
    if not after or seen != pages_digest(after):
        raise Conflict("campaigns-changed-since-seen", name=campaign.name)
    if CampaignSettings.of(settings).approvals_required:
        _expect_no_hand(session, campaign, set(after) - set(before), actor)
    _replace(session, campaign, before, after, now=now)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.correction_published",
        subject=f"campaign:{campaign.id}",
        now=now,
        before=pages_digest(before),
        after=pages_digest(after),
    )
    return campaign


def _expect_no_hand(session: Session, campaign: Campaign, changed: set[PageContent], actor: Principal) -> None:
    if any(actor.name in hands_in_news(session, page.item_id) for page in changed):
        raise NotAllowed("campaigns-approver-contributed", name=campaign.name, matter="news")


def _replace(
    session: Session,
    campaign: Campaign,
    before: Sequence[PageContent],
    after: Sequence[PageContent],
    *,
    now: datetime,
) -> None:
    """Only where something has changed: what stays the same is no newer than it was."""
    for item_id in {page.item_id for page in set(after) ^ set(before)} & {page.item_id for page in after}:
        rows = session.exec(
            select(PublicationPage).where(
                PublicationPage.campaign_id == campaign.id, PublicationPage.item_id == item_id
            )
        ).all()
        is_found_by_slug = any(row.is_found_by_slug for row in rows)
        for row in rows:
            session.delete(row)
        session.flush()
        session.add_all(
            PublicationPage(
                campaign_id=campaign.id, is_found_by_slug=is_found_by_slug, shown_from=now, **asdict(page)
            )
            for page in after
            if page.item_id == item_id
        )
