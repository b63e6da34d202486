"""Correct a person's address: they keep their lists, their consent and their noes, under another keyed hash.

A yes that was proven by a link goes with its person. Any other is asked for anew: the new address is confirmed by
whoever reads it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlmodel import Session, col, select

from core.addresses import EmailAddress, address_hash
from core.errors import Conflict
from subscribers.carry_noes import ConsentSource, wants_everything_ended
from subscribers.index_people import index_people
from subscribers.list_state import ListPurpose, takes
from subscribers.move_address import NewAddress, move_address
from subscribers.queries import subscriber_of
from subscribers.status import SubscriptionAction, SubscriptionStatus
from subscribers.subscribe import move_subscription
from subscribers.suppress import find_suppression
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    MailingList,
    RememberedNo,
    Subscriber,
    Subscription,
)


@dataclass(frozen=True, slots=True)
class ReaddressRequest:
    address: EmailAddress
    evidence: str
    """Who corrects it, as in the audit log."""
    secret: str
    now: datetime

    @property
    def hash(self) -> str:
        return address_hash(self.address, secret=self.secret)


def readdress(session: Session, person: Subscriber, correction: ReaddressRequest) -> list[int]:
    """Lists to which the reader of the new address is to be asked. Raises Conflict where it is theirs already, or
    another person's, where its owner said no, or it is blocked."""
    if person.address == correction.address.value:
        raise Conflict("subscribers-readdress-same")
    new = NewAddress(correction.address.value, correction.hash)
    if new.hash == person.address_hash:  # only capital letters differ
        person.address = new.address
        index_people(session, [person.id])
        return []
    _check_free(session, person, new.hash)
    move_address(session, person, new, ConsentSource(ConsentMethod.STAFF, correction.evidence), now=correction.now)
    return _to_be_asked(session, person.id, correction)


def _check_free(session: Session, person: Subscriber, new: str) -> None:
    if subscriber_of(session, new) is not None:
        raise Conflict("subscribers-readdress-taken")
    active = exists().where(
        col(Subscription.subscriber_id) == person.id,
        col(Subscription.list_id) == col(RememberedNo.list_id),
        col(Subscription.status) != SubscriptionStatus.UNSUBSCRIBED,
    )
    left = select(RememberedNo.list_id).where(RememberedNo.address_hash == new, active)
    is_barred = find_suppression(session, new) is not None or wants_everything_ended(session, new)
    if is_barred or session.exec(left).first() is not None:
        raise Conflict("subscribers-readdress-said-no")


def _to_be_asked(session: Session, subscriber_id: int, correction: ReaddressRequest) -> list[int]:
    """Where they have asked and not confirmed, and where nothing proves that they have: those wait from now on."""
    proven = exists().where(
        col(ConsentRecord.subscriber_id) == subscriber_id,
        col(ConsentRecord.list_id) == col(Subscription.list_id),
        col(ConsentRecord.action) == ConsentAction.CONFIRMED,
        col(ConsentRecord.method).in_((ConsentMethod.CONFIRMATION_LINK, ConsentMethod.STILL_WANTED)),
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
