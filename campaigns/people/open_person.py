"""Access log: whoever opens a person's page is written down, and only then is it shown to them (ADR 94).

The entry of the audit log is itself what a page asks for. While it counts, further pages of the same person make
no other one. A page of one delivery is a page of its reader; whoever is found by their whole address was viewed.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.people.staff_action import subject_of
from campaigns.people.visible_person import visible_person
from campaigns.reporting.protected_readers import expect_to_see
from delivery.tables import Delivery
from staff import audit
from staff.principal import Principal

OPENED = "subscriber.opened"
OPEN_FOR = timedelta(minutes=30)
"""How long a person stays open to whoever opened them: a telephone call, with what is done after it."""


def open_person(session: Session, subscriber_id: int, *, actor: Principal, now: datetime) -> None:
    """Raises NotAllowed; NotFound, also for whoever is hidden from the actor."""
    visible_person(session, subscriber_id, actor)
    record_view(session, subscriber_id, actor=actor, now=now)


def open_reader(session: Session, delivery: Delivery, *, actor: Principal, now: datetime) -> None:
    """For the page of that delivery. Raises NotAllowed where its reader is hidden from the actor."""
    expect_to_see(session, delivery, actor)
    record_view(session, delivery.subscriber_id, actor=actor, now=now)


def record_view(session: Session, subscriber_id: int, *, actor: Principal, now: datetime) -> None:
    """Of somebody whom the actor may see. Once, while it counts."""
    if not is_person_open(session, subscriber_id, actor=actor, now=now):
        subject = subject_of(subscriber_id)
        audit.record(session, actor=actor.name, action=OPENED, subject=subject, now=now)


def is_person_open(session: Session, subscriber_id: int, *, actor: Principal, now: datetime) -> bool:
    """Whether the actor opened them a short while ago. That they may still see them, their page asks itself."""
    subject = subject_of(subscriber_id)
    return audit.was_done(
        session, actor=actor.name, action=OPENED, subject=subject, since=now - OPEN_FOR, until=now
    )
