"""The mailing policy once more, for some people, at the last moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select as columns
from sqlmodel import Session, col

from core.sql import in_ids
from subscribers.mail_content import MailContent
from subscribers.policy import SkipReason, may_mail
from subscribers.policy_sql import frequency_in_sql, is_for_them, is_paused, is_suppressed
from subscribers.tables import Subscriber, Subscription


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody, with what a merge needs."""

    subscriber_id: int
    address: str
    address_hash: str
    name: str
    language: str


_OF_A_RECIPIENT = (
    col(Subscriber.id),
    col(Subscriber.address),
    col(Subscriber.address_hash),
    col(Subscriber.name),
    col(Subscriber.language),
)


@dataclass(frozen=True, slots=True)
class MailingQuestion:
    """What the policy is asked about: such mail to a list at this moment."""

    list_id: int
    content: MailContent
    now: datetime


def recheck(
    session: Session, question: MailingQuestion, subscriber_ids: Sequence[int]
) -> dict[int, Recipient | SkipReason]:
    """The policy once more for one batch, just before it goes out: an answer for every id that was asked about."""
    answers: dict[int, Recipient | SkipReason] = dict.fromkeys(subscriber_ids, SkipReason.ERASED)
    # Sub-selects, because PostgreSQL would join a hundred people with a whole list.
    status_here = (
        columns(col(Subscription.status))
        .where(
            col(Subscription.subscriber_id) == col(Subscriber.id), col(Subscription.list_id) == question.list_id
        )
        .scalar_subquery()
    )
    rows = session.execute(
        columns(
            *_OF_A_RECIPIENT,
            status_here,
            is_suppressed(),
            is_paused(question.now),
            frequency_in_sql(question.content),
            is_for_them(question.content),
        ).where(in_ids(session, col(Subscriber.id), answers))
    )
    for *person, status, suppressed, paused, frequency, for_them in rows:
        reason = may_mail(
            status=status,
            is_suppressed=suppressed,
            is_paused=paused,
            frequency=frequency,
            is_for_them=for_them,
        )
        recipient = Recipient(*person)
        answers[recipient.subscriber_id] = reason or recipient
    return answers
