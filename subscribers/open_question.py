"""The open question of double opt-in, for whoever looks at it, and for whom it was not who asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from core.errors import Conflict, NotFound
from subscribers.list_state import ListPurpose, takes
from subscribers.offered_lists import has_public_page
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import subscription_status, unsubscribe
from subscribers.tables import ConsentMethod, ConsentRecord, MailingList, Subscription


@dataclass(frozen=True, slots=True)
class OpenQuestionView:
    """What became of the lists that one question was about, each in the order in which they were chosen."""

    pending: tuple[MailingList, ...]
    """A yes is to these."""
    confirmed: tuple[MailingList, ...]
    """To these it was said already."""
    left_out: tuple[MailingList, ...]
    """Closed since, or protected: nobody joins these by it any more."""

    @property
    def lists(self) -> tuple[MailingList, ...]:
        """That the person is on after a yes."""
        return self.confirmed + self.pending


def open_question(session: Session, *, subscriber_id: int, list_ids: Sequence[int]) -> OpenQuestionView:
    """A list that was deleted, or left, since is in none of its parts. Protected lists are asked for alone, by an
    invitation: among several, one has become so."""
    rows = session.exec(
        select(MailingList, Subscription.status)
        .join(Subscription, col(Subscription.list_id) == col(MailingList.id))
        .where(col(MailingList.id).in_(list_ids), Subscription.subscriber_id == subscriber_id)
    ).all()
    rows = sorted(rows, key=lambda row: list_ids.index(row[0].id))
    waiting = [row for row, status in rows if status is SubscriptionStatus.PENDING]
    is_alone = len(list_ids) == 1
    left_out = [
        row
        for row in waiting
        if not (takes(row, ListPurpose.SIGN_UP) if is_alone else has_public_page(row))
        and _was_signed_up_for(session, subscriber_id, row.id)
    ]
    return OpenQuestionView(
        pending=tuple(row for row in waiting if row not in left_out),
        confirmed=tuple(row for row, status in rows if status is SubscriptionStatus.CONFIRMED),
        left_out=tuple(left_out),
    )


def expect_open_question(session: Session, *, subscriber_id: int, list_ids: Sequence[int]) -> OpenQuestionView:
    """For whoever looks at the question, and for whoever answers it: some list that a yes is to, or was.

    Raises NotFound where nothing was asked, Conflict after a no, or where no list takes anybody any more.
    """
    question = open_question(session, subscriber_id=subscriber_id, list_ids=list_ids)
    if question.lists:
        return question
    if question.left_out:
        raise Conflict("subscribers-question-closed")
    if all(subscription_status(session, subscriber_id, list_id) is None for list_id in list_ids):
        raise NotFound("subscribers-request-unknown")
    raise Conflict("subscribers-unsubscribed-since")


def reject_request(session: Session, *, subscriber_id: int, list_id: int, evidence: str, now: datetime) -> bool:
    """It was somebody else who asked for the list with their address: a no to a question that is open, after which
    no sign-up asks it again for a while. Whether this was news."""
    if subscription_status(session, subscriber_id, list_id) is not SubscriptionStatus.PENDING:
        return False
    method = ConsentMethod.CONFIRMATION_LINK
    return unsubscribe(
        session, subscriber_id=subscriber_id, list_id=list_id, method=method, evidence=evidence, now=now
    )


def _was_signed_up_for(session: Session, subscriber_id: int, list_id: int) -> bool:
    """Whether it is a sign-up that waits for the yes. Who has come to another address, and is asked there, was on
    the list before it closed."""
    latest = (
        select(ConsentRecord.method)
        .where(ConsentRecord.subscriber_id == subscriber_id, ConsentRecord.list_id == list_id)
        .order_by(col(ConsentRecord.id).desc())
        .limit(1)
    )
    return session.exec(latest).first() is ConsentMethod.SIGN_UP
