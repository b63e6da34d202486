"""Asking, confirming, leaving: each step moves one subscription once and writes one ConsentRecord.

A step that has been taken already is no error and leaves no second record. Only the person can begin again
after a no, and only a link that was sent to their address can end that in a yes.

A sign-up takes the same statements whoever's address it is: how long the answer takes tells nobody who is known.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, literal, true, update
from sqlmodel import Session, col, select

from core.addresses import address_hash
from core.db import rows_changed
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from core.logging import get_logger
from core.machine import sources
from core.sql import insert_new, insert_where
from subscribers.add_person import PersonDetails, find_or_add
from subscribers.encrypt_people import encrypt_people, is_for_people_at_risk
from subscribers.journal import note_no
from subscribers.list_state import ListPurpose, expect_takes
from subscribers.opt_out import end_opt_out, is_opted_out
from subscribers.person import read_address, read_language, read_name
from subscribers.queries import said_no_once, was_rejected
from subscribers.remembered_no import remember_no
from subscribers.status import TRANSITIONS, SubscriptionAction, SubscriptionStatus, next_status
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    Subscriber,
    Subscription,
)

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SubscriptionResult:
    subscriber_id: int
    is_new_request: bool
    """False where the person had asked before, or is on the list already. Pages must not tell the difference."""


@dataclass(frozen=True, slots=True)
class ConsentProof:
    """How a step of consent was taken, as its ConsentRecord keeps it."""

    method: ConsentMethod
    wording: str
    """The words that the person said yes to."""
    language: str
    """Of the words."""
    evidence: str
    """Where it was said: a page, a link, a file."""


@dataclass(frozen=True, slots=True)
class SubscriptionRequest:
    """Who asks for which list."""

    address: str
    name: str
    list_id: int
    proof: ConsentProof


def request_subscription(
    session: Session, request: SubscriptionRequest, *, now: datetime, secret: str
) -> SubscriptionResult:
    """The person is pending, or what they were. Somebody known keeps their name and language: anyone can type
    any address into a form. Raises InputRefused; Conflict where the list takes nobody; NotAllowed where the person
    said no and it is not they who ask.
    """
    list_id, proof = request.list_id, request.proof
    method, language = proof.method, read_language(proof.language)
    expect_takes(session, list_id, ListPurpose.SIGN_UP if method is ConsentMethod.SIGN_UP else ListPurpose.IMPORT)
    address, name = read_address(request.address), read_name(request.name)
    is_at_risk = is_for_people_at_risk(session, list_id)
    person = PersonDetails(address, address_hash(address, secret=secret), name, language, is_encrypted=is_at_risk)
    subscriber_id = find_or_add(session, person, now=now)
    if method is not ConsentMethod.SIGN_UP and is_opted_out(session, subscriber_id):
        raise NotAllowed("subscribers-said-no")
    is_first = _begin(session, subscriber_id, list_id, now)
    is_new = _begin_again(session, subscriber_id, list_id, method, now) or is_first
    if is_at_risk:  # whoever they are: it takes as long for those who are encrypted already
        encrypt_people(session, [subscriber_id])
    record = {
        "subscriber_id": subscriber_id,
        "list_id": list_id,
        "action": ConsentAction.REQUESTED,
        "method": method,
        "wording": proof.wording,
        "language": language,
        "evidence": proof.evidence,
        "at": now,
    }
    insert_where(session, ConsentRecord, record, literal(is_new))
    if is_new:
        log.info("subscription.requested", subscriber_id=subscriber_id, list_id=list_id, method=method.value)
    return SubscriptionResult(subscriber_id, is_new)


def confirm(session: Session, *, subscriber_id: int, list_id: int, proof: ConsentProof, now: datetime) -> bool:
    """A yes, with the words it was said to; whether it was news.

    Raises NotFound where nothing was asked, Conflict after a no, NotAllowed where a no was said once, to this list
    or to everything, and `proof.method` does not prove that the yes is the person's own. That ends a no to
    everything.
    """
    if not proof.wording.strip():
        raise InputRefused("subscribers-wording-missing")
    is_own = proof.method is ConsentMethod.CONFIRMATION_LINK
    if not is_own and (said_no_once(session, subscriber_id, list_id) or is_opted_out(session, subscriber_id)):
        raise NotAllowed("subscribers-said-no")
    if not move_subscription(session, subscriber_id, list_id, SubscriptionAction.CONFIRM, now):
        expect_confirmed(session, subscriber_id, list_id)
        return False
    if is_own:
        end_opt_out(session, subscriber_id)
    record_yes(session, subscriber_id, list_id, proof, now)
    log.info("subscription.confirmed", subscriber_id=subscriber_id, list_id=list_id, method=proof.method.value)
    return True


def record_yes(session: Session, subscriber_id: int, list_id: int, proof: ConsentProof, now: datetime) -> None:
    """The proof that they are on the list, for the transaction that puts them on it."""
    session.add(
        ConsentRecord(
            subscriber_id=subscriber_id,
            list_id=list_id,
            action=ConsentAction.CONFIRMED,
            method=proof.method,
            wording=proof.wording,
            language=proof.language,
            evidence=proof.evidence,
            at=now,
        )
    )


def unsubscribe(
    session: Session,
    *,
    subscriber_id: int,
    list_id: int,
    method: ConsentMethod,
    evidence: str,
    now: datetime,
) -> bool:
    """Whether this was news. Leaving twice, or leaving what one was never on, is no error: the reader is right.

    Who is not on the list may have been before a restore: their no is remembered, and holds against imports.
    """
    if not move_subscription(session, subscriber_id, list_id, SubscriptionAction.UNSUBSCRIBE, now):
        person = session.get(Subscriber, subscriber_id)
        if person is None or subscription_status(session, subscriber_id, list_id) is not None:
            return False
        return remember_no(session, person.address_hash, list_id, method=method, evidence=evidence, now=now)
    session.add(
        ConsentRecord(
            subscriber_id=subscriber_id,
            list_id=list_id,
            action=ConsentAction.UNSUBSCRIBED,
            method=method,
            evidence=evidence,
            at=now,
        )
    )
    note_no(session, [subscriber_id], list_id, method=method, evidence=evidence, now=now)
    log.info("subscription.ended", subscriber_id=subscriber_id, list_id=list_id, method=method.value)
    return True


def _begin(session: Session, subscriber_id: int, list_id: int, now: datetime) -> bool:
    statement = insert_new(session, Subscription).returning(col(Subscription.id))
    values = {
        "subscriber_id": subscriber_id,
        "list_id": list_id,
        "status": SubscriptionStatus.PENDING,
        "changed_at": now,
    }
    return session.execute(statement, [values]).scalar() is not None


def _begin_again(session: Session, subscriber_id: int, list_id: int, method: ConsentMethod, now: datetime) -> bool:
    if method is ConsentMethod.SIGN_UP:
        is_open = ~was_rejected(subscriber_id, list_id, now)
        return move_subscription(session, subscriber_id, list_id, SubscriptionAction.REQUEST, now, only=is_open)
    if subscription_status(session, subscriber_id, list_id) is SubscriptionStatus.UNSUBSCRIBED:
        raise NotAllowed("subscribers-said-no")
    return False


def move_subscription(
    session: Session,
    subscriber_id: int,
    list_id: int,
    action: SubscriptionAction,
    now: datetime,
    *,
    only: ColumnElement[bool] | None = None,
) -> bool:
    """Compare and set: whether it was this call that moved the subscription. `only`: where that holds as well."""
    before = sources(TRANSITIONS, action)
    result = session.execute(
        update(Subscription)
        .where(
            col(Subscription.subscriber_id) == subscriber_id,
            col(Subscription.list_id) == list_id,
            col(Subscription.status).in_(before),
            true() if only is None else only,
        )
        .values(status=next_status(before[0], action), changed_at=now)
    )
    return rows_changed(result) == 1


def expect_confirmed(session: Session, subscriber_id: int, list_id: int) -> None:
    status = subscription_status(session, subscriber_id, list_id)
    if status is None:
        raise NotFound("subscribers-request-unknown")
    if status is not SubscriptionStatus.CONFIRMED:
        raise Conflict("subscribers-unsubscribed-since")


def subscription_status(session: Session, subscriber_id: int, list_id: int) -> SubscriptionStatus | None:
    return session.exec(
        select(col(Subscription.status)).where(
            col(Subscription.subscriber_id) == subscriber_id, col(Subscription.list_id) == list_id
        )
    ).one_or_none()
