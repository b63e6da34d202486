"""Whom a batch goes to, asked of the policy at the last moment."""

from datetime import datetime

from sqlmodel import Session

from campaigns.merging.merge_values import addressee
from campaigns.merging.personalise import Addressee
from campaigns.sending.job_context import House
from campaigns.tables import Campaign
from delivery.attempts import queue
from subscribers.audience import Recipient, recheck


def addressees_of(
    session: Session, house: House, campaign: Campaign, deliveries: list[queue.Claimed], *, now: datetime
) -> tuple[Addressee, ...]:
    """Whom the policy still lets us write to; the others are skipped with the reason."""
    verdicts = recheck(
        session,
        list_id=campaign.list_id,
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
            addressees.append(addressee(house.settings, house.signer, campaign, delivery, verdict))
    if skipped:
        queue.skip(session, skipped, now=now)
    return tuple(addressees)
