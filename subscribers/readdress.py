"""Correct a person's address: they keep their lists, their consent and their noes, under another keyed hash.

A yes that was proven by a link goes with its person. Any other is asked for anew: the new address is confirmed by
whoever reads it. The old address is barred (`SuppressionReason.MOVED`), which the journal knows: neither a file
that still has it nor an older state of the database makes anybody be written to there.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from core.addresses import EmailAddress, address_hash
from core.errors import Conflict
from core.logging import get_logger
from subscribers.carry_noes import carry_noes
from subscribers.former_addresses import forget_former_address, note_former_address
from subscribers.index_people import index_people
from subscribers.list_state import ListPurpose, takes
from subscribers.opt_out import find_opt_out
from subscribers.status import SubscriptionAction, SubscriptionStatus
from subscribers.subscribe import move_subscription
from subscribers.suppress import find_suppression, lift_suppression, suppress
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    MailingList,
    RememberedNo,
    Subscriber,
    Subscription,
    SuppressionReason,
)

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class AddressChange:
    address: EmailAddress
    evidence: str
    """Who corrects it, as in the audit log."""
    secret: str
    now: datetime

    @property
    def hash(self) -> str:
        return address_hash(self.address, secret=self.secret)


def readdress(session: Session, person: Subscriber, correction: AddressChange) -> list[int]:
    """Lists to which the reader of the new address is to be asked. Raises Conflict where it is theirs already, or
    another person's, where its owner said no, or it is blocked."""
    old, new, now = person.address_hash, correction.hash, correction.now
    if person.address == correction.address.value:
        raise Conflict("subscribers-address-same")
    if new == old:  # only capital letters differ
        person.address = correction.address.value
        index_people(session, [person.id])
        return []
    _check_free(session, person, new)
    person.address, person.address_hash = correction.address.value, new
    session.add(person)
    try:
        session.flush()
    except IntegrityError as error:  # somebody has signed up with it at this moment
        raise Conflict("subscribers-address-taken") from error
    index_people(session, [person.id])
    forget_former_address(session, new)
    note_former_address(session, old, person.id, now=now)
    carry_noes(session, old, person, evidence=correction.evidence, now=now)
    suppress(session, address_hash=old, reason=SuppressionReason.MOVED, detail=correction.evidence, now=now)
    log.info("subscriber.readdressed", subscriber_id=person.id)
    return _to_be_asked(session, person.id, correction)


def _check_free(session: Session, person: Subscriber, new: str) -> None:
    other = session.exec(select(Subscriber.id).where(Subscriber.address_hash == new)).first()
    if other is not None:
        raise Conflict("subscribers-address-taken")
    suppression = find_suppression(session, new)
    if suppression is not None and suppression.reason is SuppressionReason.MOVED:
        lift_suppression(session, new)
        suppression = None
    active = exists().where(
        col(Subscription.subscriber_id) == person.id,
        col(Subscription.list_id) == col(RememberedNo.list_id),
        col(Subscription.status) != SubscriptionStatus.UNSUBSCRIBED,
    )
    left = select(RememberedNo.list_id).where(RememberedNo.address_hash == new, active)
    if suppression or find_opt_out(session, new) or session.exec(left).first() is not None:
        raise Conflict("subscribers-address-said-no")


def _to_be_asked(session: Session, subscriber_id: int, correction: AddressChange) -> list[int]:
    """Where they have asked and not confirmed, and where nothing proves that they have: those wait from now on."""
    proven = exists().where(
        col(ConsentRecord.subscriber_id) == subscriber_id,
        col(ConsentRecord.list_id) == col(Subscription.list_id),
        col(ConsentRecord.action) == ConsentAction.CONFIRMED,
        col(ConsentRecord.method) == ConsentMethod.CONFIRMATION_LINK,
    )
    unproven = session.exec(
        select(Subscription, MailingList)
        .join(MailingList, col(MailingList.id) == col(Subscription.list_id))
        .where(
            Subscription.subscriber_id == subscriber_id,
            (col(Subscription.status) == SubscriptionStatus.PENDING)
            | ((col(Subscription.status) == SubscriptionStatus.CONFIRMED) & ~proven),
        )
        .order_by(col(Subscription.list_id))
    ).all()
    for subscription, _ in unproven:
        move_subscription(
            session, subscriber_id, subscription.list_id, SubscriptionAction.ASK_ANEW, correction.now
        )
        session.add(
            ConsentRecord(
                subscriber_id=subscriber_id,
                list_id=subscription.list_id,
                action=ConsentAction.REQUESTED,
                method=ConsentMethod.STAFF,
                evidence=correction.evidence,
                at=correction.now,
            )
        )
    return [row.list_id for row, mailing_list in unproven if takes(mailing_list, ListPurpose.CAMPAIGN)]
