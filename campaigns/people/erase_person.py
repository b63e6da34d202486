"""Erase a person, in every room, at their own press or by staff: GDPR, article 17.

What stays: each delivery's number and state without anybody's name, the audit log with what staff did (no address
and no name stands in it), and the keyed hash of the address where it says no. Backups are outside of it: they are
deleted by their age.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from campaigns.people.staff_action import ServedAction, StaffAction, subject_of
from campaigns.people.visible_person import visible_person
from campaigns.tables import Campaign
from delivery.forget_reader import NOT_CHECKED, UnreadReceiptCheck, check_unread, forget_reader
from staff import audit
from staff.principal import require
from staff.roles import Permission
from subscribers.data_requests import DataRequestKind, keep_hash, record_done
from subscribers.erase import brought_back, erase_subscriber, forget_choices, forget_unconfirmed, mark_erased
from subscribers.former_addresses import former_addresses
from subscribers.queries import subscriber_of
from subscribers.tables import ConsentMethod, Subscriber

THEMSELVES = "subscriber"
"""Who did it, as the audit log has it."""


def check_reports(session: Session, subscriber_ids: Collection[int]) -> UnreadReceiptCheck:
    """In a read, before the transaction that erases some of these: others wait for that one."""
    people = session.exec(select(Subscriber).where(col(Subscriber.id).in_(subscriber_ids))).all()
    return check_unread(session, {name for person in people for name in _names_of(session, person)})


def erase_person(
    session: Session, subscriber_id: int, act: StaffAction, *, unread: UnreadReceiptCheck = NOT_CHECKED
) -> None:
    """Raises NotAllowed, NotFound; InputRefused for a reason that is missing, or names the person."""
    person = visible_person(session, subscriber_id, act.actor)
    require(act.actor, Permission.ERASE_SUBSCRIBERS)
    act.check_reason(person.name)
    if _erase(session, person, method=ConsentMethod.STAFF, now=act.now, unread=unread):
        act.record(session, ServedAction.ERASED, subject_of(subscriber_id))
        keep_hash(session, subscriber_id, person.address_hash)


def erase_own_data(
    session: Session,
    person: Subscriber,
    *,
    now: datetime,
    zone: str,
    unread: UnreadReceiptCheck = NOT_CHECKED,
) -> None:
    """At the person's own press. Pressed twice at once, it is done once. `zone`: the organisation's."""
    if _erase(session, person, method=ConsentMethod.PREFERENCES_PAGE, now=now, unread=unread):
        audit.record(
            session,
            actor=THEMSELVES,
            action=ServedAction.ERASED.value,
            subject=subject_of(person.id),
            now=now,
        )
        kind = DataRequestKind.ERASURE
        record_done(session, kind, person.id, by=THEMSELVES, note="", now=now.astimezone(ZoneInfo(zone)))
        keep_hash(session, person.id, person.address_hash)


def erase_left(
    session: Session, person: Subscriber, *, now: datetime, unread: UnreadReceiptCheck = NOT_CHECKED
) -> bool:
    """Of somebody who left long ago, by their age (`campaigns.retention`). Whether they were still here."""
    return _erase(session, person, method=ConsentMethod.STAFF, now=now, unread=unread)


def forget_sign_up(session: Session, person: Subscriber, *, unread: UnreadReceiptCheck = NOT_CHECKED) -> bool:
    """Of somebody who has never confirmed: nothing is left that says no, because nobody said it. Whether they were
    still here."""
    if not _begin(session, person, unread):
        return False
    forget_unconfirmed(session, person)
    return True


def replay_erasures(session: Session, erased: Iterable[Mapping[str, Any]], *, now: datetime) -> int:
    """As `subscribers.journal.note_erased` wrote them. How many an older state had brought back."""
    count = 0
    for record in erased:
        erased_at = datetime.fromisoformat(record["said_at"])
        for address_hash in record["hashes"]:
            person = brought_back(session, address_hash, erased_at=erased_at)
            if person is not None:
                # That it was their own no, the same journal has just said as of any other.
                count += _erase(session, person, method=ConsentMethod.STAFF, now=now, unread=NOT_CHECKED)
            elif subscriber_of(session, address_hash) is None:
                # The same journal has just repeated what they had chosen.
                forget_choices(session, address_hash)
                mark_erased(session, [address_hash])
    return count


def _erase(
    session: Session, person: Subscriber, *, method: ConsentMethod, now: datetime, unread: UnreadReceiptCheck
) -> bool:
    """Whether they were still here."""
    if not _begin(session, person, unread):
        return False
    erase_subscriber(session, person, method=method, now=now)
    return True


def _begin(session: Session, person: Subscriber, unread: UnreadReceiptCheck) -> bool:
    """Of erasing: the person is locked, and nothing of a delivery leads to them. Whether they were still here."""
    if session.get(Subscriber, person.id, with_for_update=True, populate_existing=True) is None:
        return False
    keep_hash(session, person.id, person.address_hash)
    launched = select(Campaign.id).where(col(Campaign.launched_at).is_not(None))
    forget_reader(
        session,
        subscriber_id=person.id,
        address=person.address,
        address_hashes=[person.address_hash, *former_addresses(session, person.id)],
        campaign_ids=session.exec(launched).all(),
        unread=unread,
    )
    return True


def _names_of(session: Session, person: Subscriber) -> set[str]:
    return {person.address, person.address_hash, *former_addresses(session, person.id)}
