"""Delete a draft that nobody but its authors has had before them; every other campaign stays as a record."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.editorial.content_changes import FROZEN
from campaigns.editorial.stale_edit import draft_version, expect_seen
from campaigns.editorial.tables import ContentChange
from campaigns.queries import lock_campaign, variants_of
from campaigns.review.tables import ReviewNote
from campaigns.staff_mail.tables import StaffMail
from campaigns.status import CampaignStatus
from campaigns.tables import Approval, AutomationItem, Campaign
from core.errors import Conflict
from delivery.tables import Delivery
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


@dataclass(frozen=True, slots=True)
class DeletedDraft:
    id: int
    name: str
    languages: tuple[str, ...]
    """Whose texts went with it. News items, pictures and files stay where they are."""


def may_be_deleted(session: Session, campaign: Campaign) -> bool:
    """Whether it never went to anybody: not to review, not as a test to a colleague, to no reader."""
    return campaign.status is CampaignStatus.DRAFT and not _has_been_seen(session, campaign.id)


def delete_draft(
    session: Session, campaign_id: int, *, actor: Principal, now: datetime, seen: str | None = None
) -> DeletedDraft:
    """Its texts and its choice of news go with it; the audit log and the ledger of changes stay, and its number is
    never given again. An automation that drafted it remembers the item, and drafts it no second time.

    `seen`: the version of the draft that the person had before them. Raises NotFound, Conflict where it is no
    draft, has been before others, or was changed meanwhile.
    """
    require(actor, Permission.EDIT)
    campaign = lock_campaign(session, campaign_id)
    # Nobody may refer to it from here on: a test that is queued meanwhile would go with it.
    session.refresh(campaign, with_for_update=True)
    if not may_be_deleted(session, campaign):
        raise Conflict("campaigns-delete-not-possible", name=campaign.name)
    expect_seen(seen, draft_version(campaign))
    deleted = DeletedDraft(
        campaign.id, campaign.name, tuple(variant.language for variant in variants_of(session, campaign.id))
    )
    session.execute(
        update(AutomationItem).where(col(AutomationItem.campaign_id) == campaign.id).values(campaign_id=None)
    )
    audit.record(
        session,
        actor=actor.name,
        action="campaign.deleted",
        subject=f"campaign:{campaign.id}",
        now=now,
        name=campaign.name,
        author=campaign.author,
    )
    session.delete(campaign)
    session.flush()
    return deleted


def _has_been_seen(session: Session, campaign_id: int) -> bool:
    frozen = (ContentChange.subject == f"campaign:{campaign_id}", ContentChange.part == FROZEN)
    statements = (
        select(ReviewNote.id).where(ReviewNote.campaign_id == campaign_id),
        select(Approval.id).where(Approval.campaign_id == campaign_id),
        select(StaffMail.id).where(StaffMail.campaign_id == campaign_id),
        select(ContentChange.id).where(*frozen),
        select(Delivery.id).where(Delivery.campaign_id == campaign_id),
    )
    return any(session.exec(statement.limit(1)).first() is not None for statement in statements)
