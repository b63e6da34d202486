"""What is known of one person, as staff see it: lists, consent, what bars them, notes, and what was done to them.

Of protected lists only for whoever may see their readers. What was sent is `campaigns.reporting.reader_search`'s.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from campaigns.people.staff_action import ServedAction, subject_of
from campaigns.people.visible_person import hidden_lists, visible_person
from campaigns.reporting.protected_readers import may_see_protected
from staff.audit import entries_about
from staff.principal import Principal
from staff.users import names_of_actors
from subscribers.lists import list_lists
from subscribers.notes import add_note, notes_of
from subscribers.opt_out import find_opt_out
from subscribers.person_fields import FilledField, fields_of_person
from subscribers.queries import consent_of, is_at_risk, subscriptions_of
from subscribers.status import SubscriptionStatus
from subscribers.suppress import LIFTABLE, find_suppression
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    MailingList,
    OptedOut,
    Subscriber,
    SubscriberNote,
    Suppression,
)

SHOWN = 100
"""Steps of consent, notes, acts: the newest of each."""


@dataclass(frozen=True, slots=True)
class PersonList:
    list_id: int
    slug: str
    name: str
    is_protected: bool
    status: SubscriptionStatus
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ConsentView:
    list_name: str
    action: ConsentAction
    method: ConsentMethod
    wording: str
    """The very words, in `language`."""
    wording_version: str
    """The same for the same words."""
    language: str
    evidence: str
    colleague: str | None
    """Whose doing it was, where it was a colleague's."""
    at: datetime
    given_at: datetime | None
    """When it was said where they were imported from."""


@dataclass(frozen=True, slots=True)
class NoteView:
    text: str
    author: str | None
    """Name of a colleague; None: the command line."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ActView:
    """An entry of the audit log."""

    action: ServedAction
    author: str | None
    at: datetime
    reason: str
    list_name: str


@dataclass(frozen=True, slots=True)
class PersonView:
    row: Subscriber
    lists: list[PersonList]
    consent: list[ConsentView]
    suppression: Suppression | None
    may_be_lifted: bool
    opted_out: OptedOut | None
    notes: list[NoteView]
    acts: list[ActView]
    fields: list[FilledField]

    @property
    def lists_to_leave(self) -> list[PersonList]:
        return [
            membership for membership in self.lists if membership.status is not SubscriptionStatus.UNSUBSCRIBED
        ]


def see_person(session: Session, subscriber_id: int, viewer: Principal) -> PersonView:
    """Raises NotAllowed; NotFound, also for whoever is hidden from the viewer. As many queries, whoever it is."""
    person = visible_person(session, subscriber_id, viewer)
    hidden = hidden_lists(session, viewer)
    lists = {row.id: row for row in list_lists(session) if row.id not in hidden}
    suppression = find_suppression(session, person.address_hash)
    return PersonView(
        row=person,
        lists=[
            PersonList(
                membership.list_id,
                lists[membership.list_id].slug,
                lists[membership.list_id].name,
                lists[membership.list_id].is_protected,
                membership.status,
                membership.changed_at,
            )
            for membership in subscriptions_of(session, person.id)
            if membership.list_id in lists
        ],
        consent=_consent(session, person.id, lists),
        suppression=suppression,
        may_be_lifted=suppression is not None and suppression.reason in LIFTABLE,
        opted_out=find_opt_out(session, person.address_hash),
        notes=_notes(session, person.id, viewer),
        acts=_acts(session, person.id, lists, hidden),
        fields=fields_of_person(session, person.id),
    )


def write_note(session: Session, subscriber_id: int, text: str, *, actor: Principal, now: datetime) -> None:
    """Raises NotAllowed, NotFound, InputRefused. Of whoever is on a protected list, and is known to be by the
    writer, only those read it who may know that, too."""
    person = visible_person(session, subscriber_id, actor)
    is_protected = may_see_protected(actor) and is_at_risk(session, person.id)
    add_note(session, person.id, text, author=actor.name, is_protected=is_protected, now=now)


def _consent(session: Session, subscriber_id: int, lists: dict[int, MailingList]) -> list[ConsentView]:
    records = [record for record in consent_of(session, subscriber_id) if record.list_id in lists]
    shown = list(reversed(records))[:SHOWN]
    names = names_of_actors(session, {record.evidence for record in shown if record.method is ConsentMethod.STAFF})
    return [
        ConsentView(
            lists[record.list_id].name,
            record.action,
            record.method,
            record.wording,
            record.wording_version,
            record.language,
            record.evidence,
            names.get(record.evidence),
            record.at,
            record.given_at,
        )
        for record in shown
    ]


def _notes(session: Session, subscriber_id: int, viewer: Principal) -> list[NoteView]:
    notes: list[SubscriberNote] = notes_of(
        session, subscriber_id, sees_protected=may_see_protected(viewer), limit=SHOWN
    )
    names = names_of_actors(session, {note.author for note in notes})
    return [NoteView(note.text, names.get(note.author), note.at) for note in notes]


def _acts(
    session: Session, subscriber_id: int, lists: dict[int, MailingList], hidden: Collection[int]
) -> list[ActView]:
    entries = [
        entry
        for entry in entries_about(session, subject_of(subscriber_id), actions=tuple(ServedAction), limit=SHOWN)
        if entry.detail.get("list") not in hidden
    ]
    names = names_of_actors(session, {entry.actor for entry in entries})
    return [
        ActView(
            ServedAction(entry.action),
            names.get(entry.actor),
            entry.at,
            str(entry.detail.get("reason", "")),
            _list_name(entry.detail, lists),
        )
        for entry in entries
    ]


def _list_name(detail: dict[str, Any], lists: dict[int, MailingList]) -> str:
    mailing_list = lists.get(detail.get("list", 0))
    return mailing_list.name if mailing_list else ""
