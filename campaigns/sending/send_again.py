"""Send again (resend): staff have a campaign sent again to those who were refused or given up.

Whoever it was accepted for, or may have been, is not meant; the policy is asked anew before each is sent.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.journal import note_order
from campaigns.queries import get_campaign
from campaigns.sending.reopen import let_it_send, reason_of
from campaigns.tables import Campaign
from core.errors import Conflict
from core.number_ranges import NumberSet, write_ranges
from delivery.attempts.send_again import send_refused_again
from delivery.reporting.listing import DeliveryFilter
from staff import audit
from staff.principal import Principal
from staff.users import names_of_actors

SENT_AGAIN = "refused.sent_again"


@dataclass(frozen=True, slots=True)
class SendAgainRequest:
    campaign_id: int
    wanted: DeliveryFilter
    """Which of them, as the page of deliveries narrows them down."""
    seen_at: datetime
    """When the person looked: whoever has been refused since then is not meant. A second press finds nobody."""
    why: str


def send_again(session: Session, order: SendAgainRequest, *, actor: Principal, now: datetime) -> int:
    """How many deliveries wait again. A campaign that was sent goes on with just these; one that is paused sends
    them when it is resumed.

    Raises NotAllowed, InputRefused without a reason, NotFound, and Conflict where nobody of those is refused or
    given up (any more), and where the campaign was cancelled; SendingHeld, with the end of the transaction, while
    the database is held back.
    """
    why = reason_of(order.why, actor=actor)
    get_campaign(session, order.campaign_id)
    seen_at = min(order.seen_at, now)
    sent = send_refused_again(session, order.campaign_id, order.wanted, seen_at=seen_at, now=now)
    if not sent:
        raise Conflict("campaigns-refused-nobody")
    let_it_send(session, order.campaign_id, now=now)
    note_order(session, order.campaign_id, SENT_AGAIN)
    audit.record(
        session,
        actor=actor.name,
        action=SENT_AGAIN,
        subject=f"campaign:{order.campaign_id}",
        now=now,
        which=write_ranges(sent),
        deliveries=len(sent),
        why=why,
    )
    return len(sent)


@dataclass(frozen=True, slots=True)
class SendAgainRecord:
    at: datetime
    who: str
    why: str


def sent_again_by(session: Session, campaign: Campaign, delivery_id: int) -> list[SendAgainRecord]:
    """Who had it sent again to this reader, the earliest first."""
    since, subject = campaign.launched_at or campaign.created_at, f"campaign:{campaign.id}"
    entries = [
        entry
        for entry in audit.entries(session, action=SENT_AGAIN, subject=subject, since=since)
        if NumberSet(str(entry.detail["which"])).among([delivery_id])
    ]
    names = names_of_actors(session, {entry.actor for entry in entries})
    return [
        SendAgainRecord(entry.at, names.get(entry.actor, entry.actor), str(entry.detail["why"]))
        for entry in entries
    ]
