"""What digests need somebody for: one that could not be made, and what was drafted and not sent."""

from collections.abc import Iterator

from sqlmodel import Session, col, func, select

from campaigns.digest_tables import DigestFiring, FiringOutcome
from campaigns.digests.item_facts import names_an_item
from campaigns.reporting.attention_item import MAX_PER_KIND, AttentionItem
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, Campaign
from core.errors import Refusal


def digest_needs(session: Session) -> Iterator[AttentionItem]:
    yield from _failed(session)
    yield from _held(session)


def _failed(session: Session) -> Iterator[AttentionItem]:
    """Until the next one is made."""
    firing = DigestFiring
    last = select(func.max(firing.at)).where(firing.automation_id == Automation.id).correlate(Automation)
    wanted = (
        select(Automation.name, firing)
        .join(firing, col(firing.automation_id) == col(Automation.id))
        .where(firing.outcome == FiringOutcome.FAILED, col(firing.at) == last.scalar_subquery())
        .where(col(Automation.is_enabled))
    )
    for name, failed in session.exec(wanted.order_by(col(Automation.name)).limit(MAX_PER_KIND)):
        why = tuple(Refusal(**reason) for reason in failed.reasons)
        is_of_item = names_an_item(failed.local)
        advice = "campaigns-do-publication-failed" if is_of_item else "campaigns-do-digest-failed"
        yield AttentionItem("campaigns-need-digest-failed", {"name": name}, why=why, advice=advice)


def _held(session: Session) -> Iterator[AttentionItem]:
    """Each until its draft is submitted or cancelled, as with what other automations hold."""
    wanted = (
        select(Automation.name, DigestFiring, Campaign)
        .join(DigestFiring, col(DigestFiring.automation_id) == col(Automation.id))
        .join(Campaign, col(Campaign.id) == col(DigestFiring.campaign_id))
        .where(DigestFiring.outcome == FiringOutcome.HELD, Campaign.status == CampaignStatus.DRAFT)
        .order_by(col(DigestFiring.at).desc())
        .limit(MAX_PER_KIND)
    )
    for name, firing, campaign in session.exec(wanted):
        yield AttentionItem(
            "campaigns-need-held-draft",
            {"name": name, "title": campaign.name},
            why=tuple(Refusal(**reason) for reason in firing.reasons),
            advice="campaigns-do-release",
            campaign_id=campaign.id,
        )
