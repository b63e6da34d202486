"""Which of a campaign's senders carries it: the first while it may be used, else the second.

Nothing is remembered but what is wrong with each sender, so that a first sender that is well again simply goes on.
What was given to one of them and may have arrived stays with it until there is evidence; only what is certainly
not accepted is queued, and goes through whoever carries then (ADR 17).
"""

from sqlmodel import Session, col, select

from campaigns.status import PauseReason
from campaigns.tables import Campaign
from delivery.senders.breaker import ERROR_THRESHOLD
from delivery.tables import Sender


def senders_of(session: Session, campaign: Campaign) -> list[Sender]:
    """The first, and the second where there is one, as they stand in the database at this moment."""
    wanted = [campaign.sender_id, *([campaign.second_sender_id] if campaign.second_sender_id else [])]
    statement = select(Sender).where(col(Sender.id).in_(wanted)).execution_options(populate_existing=True)
    by_id = {sender.id: sender for sender in session.exec(statement)}
    return [by_id[sender_id] for sender_id in wanted]


def active_sender(session: Session, campaign: Campaign) -> Sender | None:
    """Whom the next call goes through; None while none of the senders may be used."""
    return next((sender for sender in senders_of(session, campaign) if sender.paused_reason is None), None)


def no_sender_reason(session: Session, campaign: Campaign) -> tuple[PauseReason, str | None]:
    """Why nobody carries it: the first sender's reason, and every provider's words."""
    senders = senders_of(session, campaign)
    is_failing = senders[0].paused_reason == ERROR_THRESHOLD
    reason = PauseReason.ERROR_THRESHOLD if is_failing else PauseReason.SENDER_MISCONFIGURED
    if len(senders) == 1:
        return reason, senders[0].paused_detail
    return reason, "\n".join(
        f"{sender.name}: {sender.paused_detail or sender.paused_reason}" for sender in senders
    )
