"""Whom a batch goes to, asked of the policy at the last moment."""

from datetime import datetime

from sqlmodel import Session

from campaigns.merging.merge_values import addressee
from campaigns.merging.personalise import MergedRecipient
from campaigns.sending.job_context import JobContext
from campaigns.tables import Campaign
from delivery.attempts import queue
from subscribers.audience import Recipient, recheck


def merged_recipients(
    session: Session, context: JobContext, campaign: Campaign, deliveries: list[queue.Claimed], *, now: datetime
) -> tuple[MergedRecipient, ...]:
    """Whom the policy still lets us write to; the others are skipped with the reason."""
    verdicts = recheck(
        session,
        list_id=campaign.audience.lists[0],
        subscriber_ids=[delivery.subscriber_id for delivery in deliveries],
    )
    skipped: dict[int, str] = {}
    addressees = []
    for delivery in deliveries:
        verdict = verdicts[delivery.subscriber_id]
        if not isinstance(verdict, Recipient):
            skipped[delivery.id] = verdict.value
        elif verdict.address_hash != delivery.address_hash:
            skipped[delivery.id] = "address_changed"
        else:
            addressees.append(addressee(context.settings, context.signer, campaign, delivery, verdict))
    if skipped:
        queue.skip(session, skipped, now=now)
    return tuple(addressees)
