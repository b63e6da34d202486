"""The open question of double opt-in, for whoever looks at it, and for whom it was not who asked."""

from datetime import datetime

from sqlmodel import Session

from subscribers.status import SubscriptionStatus
from subscribers.subscribe import expect_confirmed, subscription_status, unsubscribe
from subscribers.tables import ConsentMethod


def expect_open_question(session: Session, *, subscriber_id: int, list_id: int) -> None:
    """For whoever only looks at the question: the words that a yes would get, before it is given.

    Raises NotFound where nothing was asked, Conflict after a no.
    """
    if subscription_status(session, subscriber_id, list_id) is not SubscriptionStatus.PENDING:
        expect_confirmed(session, subscriber_id, list_id)


def reject_request(session: Session, *, subscriber_id: int, list_id: int, evidence: str, now: datetime) -> bool:
    """It was somebody else who asked for the list with their address: a no to a question that is open, after which
    no sign-up asks it again for a while. Whether this was news."""
    if subscription_status(session, subscriber_id, list_id) is not SubscriptionStatus.PENDING:
        return False
    method = ConsentMethod.CONFIRMATION_LINK
    return unsubscribe(
        session, subscriber_id=subscriber_id, list_id=list_id, method=method, evidence=evidence, now=now
    )
