"""Do what a person asks by telephone or letter: take them off, correct them, bar their address or let it in again.

Each act has a reason, which stands in the audit log with who did it. What is a no is in the journal as any other.
"""

from sqlmodel import Session

from campaigns.people.staff_action import ServedAction, StaffAction, subject_of
from campaigns.people.visible_person import hidden_lists, visible_person
from core.errors import Conflict
from staff.principal import require
from staff.roles import Permission
from subscribers.lists import list_by_slug, unknown_list
from subscribers.preferences import change_person, leave_everything
from subscribers.queries import subscriber_of
from subscribers.subscribe import unsubscribe
from subscribers.suppress import lift_suppression, suppress
from subscribers.tables import ConsentMethod, Subscriber, SuppressionReason


def unsubscribe_on_request(
    session: Session, subscriber_id: int, act: StaffAction, *, list_slug: str | None = None
) -> None:
    """From one list, or from all, those made later and those the actor may not see included. Raises NotAllowed,
    NotFound, InputRefused; Conflict where they are not on that list."""
    person = visible_person(session, subscriber_id, act.actor)
    act.check_reason(person.name)
    if list_slug is None:
        leave_everything(session, person.id, evidence=act.actor.name, now=act.now, method=ConsentMethod.STAFF)
        act.record(session, ServedAction.UNSUBSCRIBED_FROM_ALL, subject_of(person.id))
        return
    mailing_list = list_by_slug(session, list_slug)
    if mailing_list.id in hidden_lists(session, act.actor):
        raise unknown_list(list_slug)
    left = unsubscribe(
        session,
        subscriber_id=person.id,
        list_id=mailing_list.id,
        method=ConsentMethod.STAFF,
        evidence=act.actor.name,
        now=act.now,
    )
    if not left:
        raise Conflict("campaigns-people-not-on-list", list=mailing_list.name)
    act.record(session, ServedAction.UNSUBSCRIBED, subject_of(person.id), list=mailing_list.id)


def correct_person(
    session: Session, subscriber_id: int, act: StaffAction, *, name: str, language: str
) -> Subscriber:
    """Their name, and the language they are written to in. Raises NotAllowed, NotFound, InputRefused."""
    person = visible_person(session, subscriber_id, act.actor)
    old_name, old_language = person.name, person.language
    act.check_reason(old_name, name)
    changed = change_person(session, subscriber_id, name=name, language=language)
    parts = ["name"] if changed.name != old_name else []
    parts += ["language"] if changed.language != old_language else []
    # Which parts, not what they say: a name in the audit log would outlive an erasure.
    if parts:
        act.record(session, ServedAction.CORRECTED, subject_of(subscriber_id), parts=parts)
    return changed


def suppress_person(session: Session, subscriber_id: int, act: StaffAction) -> None:
    """Nothing is sent to the address, whatever the lists say. Raises NotAllowed, NotFound, InputRefused; Conflict
    where it is barred already."""
    person = visible_person(session, subscriber_id, act.actor)
    act.check_reason(person.name)
    suppress_address(session, person.address_hash, act)


def lift_for_person(session: Session, subscriber_id: int, act: StaffAction) -> None:
    """The address gets email again where a list says so. Raises NotAllowed, also where it is its owner's no that
    bars it; NotFound where nothing does; InputRefused."""
    person = visible_person(session, subscriber_id, act.actor)
    act.check_reason(person.name)
    lift_for_address(session, person.address_hash, act)


def suppress_address(session: Session, address_hash: str, act: StaffAction) -> None:
    """The same for an address, whether it is anybody's here or not."""
    require(act.actor, Permission.SERVE_SUBSCRIBERS)
    act.check_reason()
    if not suppress(
        session,
        address_hash=address_hash,
        reason=SuppressionReason.STAFF,
        detail=act.actor.name,
        now=act.now,
    ):
        raise Conflict("campaigns-people-already-suppressed")
    act.record(session, ServedAction.SUPPRESSED, _subject(session, address_hash))


def lift_for_address(session: Session, address_hash: str, act: StaffAction) -> None:
    """The same for an address, whether it is anybody's here or not."""
    require(act.actor, Permission.SERVE_SUBSCRIBERS)
    act.check_reason()
    was = lift_suppression(session, address_hash)
    act.record(session, ServedAction.LIFTED, _subject(session, address_hash), was=was.value)


def _subject(session: Session, address_hash: str) -> str:
    """The person where there is one, else the hash under which the address is known."""
    person = subscriber_of(session, address_hash)
    return subject_of(person.id) if person else f"address:{address_hash}"
