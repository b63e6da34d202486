"""Who gets mail of a list: `policy.may_mail` as one set-based SELECT, and once more for each batch."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from core.sql import in_ids
from subscribers.policy import SkipReason, may_mail
from subscribers.policy_sql import is_suppressed, may_be_mailed
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


def audience_of(list_id: int) -> Select[int, str, str]:
    """(subscriber id, address hash, language) of everybody whom the policy lets through; for INSERT … SELECT."""
    return (
        select(Subscriber.id, Subscriber.address_hash, Subscriber.language)
        .join(Subscription, col(Subscription.subscriber_id) == col(Subscriber.id))
        .where(col(Subscription.list_id) == list_id, may_be_mailed())
    )


def count_audience(session: Session, list_id: int) -> dict[str, int]:
    """How many people would be mailed, by language."""
    audience = audience_of(list_id).subquery()
    counts = select(audience.c.language, func.count()).group_by(audience.c.language)
    return dict(session.exec(counts).all())


def count_audiences(session: Session) -> dict[int, dict[str, int]]:
    """The same for every list at once: list → language → people. A list without any is left out."""
    counts = (
        select(col(Subscription.list_id), col(Subscriber.language), func.count())
        .join(Subscriber, col(Subscriber.id) == col(Subscription.subscriber_id))
        .where(may_be_mailed())
        .group_by(col(Subscription.list_id), col(Subscriber.language))
    )
    found: dict[int, dict[str, int]] = {}
    for list_id, language, count in session.exec(counts).all():
        found.setdefault(list_id, {})[language] = count
    return found


def recheck(session: Session, *, list_id: int, subscriber_ids: Sequence[int]) -> dict[int, Recipient | SkipReason]:
    """The policy once more for one batch, just before it goes out: an answer for every id that was asked about."""
    answers: dict[int, Recipient | SkipReason] = dict.fromkeys(subscriber_ids, SkipReason.ERASED)
    # Sub-selects, because PostgreSQL would join a hundred people with a whole list.
    status_here = (
        columns(col(Subscription.status))
        .where(col(Subscription.subscriber_id) == col(Subscriber.id), col(Subscription.list_id) == list_id)
        .scalar_subquery()
    )
    rows = session.execute(
        columns(*_OF_A_RECIPIENT, status_here, is_suppressed()).where(in_ids(session, col(Subscriber.id), answers))
    )
    for *person, status, suppressed in rows:
        reason = may_mail(status=status, is_suppressed=suppressed)
        recipient = Recipient(*person)
        answers[recipient.subscriber_id] = reason or recipient
    return answers
