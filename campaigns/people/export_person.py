"""Data portability: everything that is known of one person, for them to have (GDPR, articles 15 and 20).

Handed over by staff it is complete or not at all: whoever may not see the readers of protected lists could hand
over a part, and nobody would see what is missing. When and why colleagues looked is theirs to know, who it was is
not (Court of Justice, C-579/21): it holds no colleague's name. Whoever took it stands in the audit log.

What readers take themselves, by a link that may have been forwarded with an email, tells of no protected list but
that which the link came with, and nothing that colleagues wrote; the page says so.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from campaigns.people.sent_and_looked_at import Part, deliveries_part, looks_part
from campaigns.people.staff_action import ServedAction, StaffAction, subject_of
from campaigns.people.visible_person import hidden_lists, visible_person
from campaigns.tables import SubscriptionMail
from core.errors import NotAllowed
from core.signed_document import sign_document
from staff.audit import entries_about
from subscribers.lists import list_lists
from subscribers.notes import notes_of
from subscribers.opt_out import find_opt_out
from subscribers.person_fields import FieldTitle, fields_of_person
from subscribers.queries import consent_of, subscriptions_of
from subscribers.suppress import find_suppression
from subscribers.tables import Subscriber
from subscribers.tags import tags_of
from subscribers.topic_tables import ListTopic, Pause, Topic, TopicChoice

ALL = 10_000
"""Notes and acts; more are in nobody's life here."""

OWN_PARTS = (
    "lists",
    "consent",
    "suppressions",
    "opted_out",
    "topics",
    "pauses",
    "deliveries",
    "sign_up_emails",
)
"""What a reader's link is enough for."""

EVIDENCE_PARTS = ("lists", "consent", "sign_up_emails", "suppressions", "opted_out")
"""What shows to what somebody agreed, and what they refused."""
EVIDENCE_FORMAT = "bilten-consent-evidence-1"


@dataclass(frozen=True, slots=True)
class PersonData:
    """Each part a table: names of columns are the keys."""

    person: dict[str, Any]
    parts: dict[str, Part]

    def as_json(self) -> dict[str, Any]:
        """What `json.dumps` can write."""
        return {
            "person": _plain(self.person),
            **{name: [_plain(row) for row in part] for name, part in self.parts.items()},
        }


def _plain(row: dict[str, Any]) -> dict[str, str | None]:
    return {name: _plain_value(value) for name, value in row.items()}


def _plain_value(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else str(value)


def export_person(session: Session, subscriber_id: int, act: StaffAction) -> PersonData:
    """Raises NotAllowed, NotFound, InputRefused."""
    if hidden_lists(session, act.actor):
        raise NotAllowed("campaigns-people-export-is-partial")
    person = visible_person(session, subscriber_id, act.actor)
    act.check_reason(person.name)
    exported = _export(session, person, {row.id: row.name for row in list_lists(session)})
    act.record(session, ServedAction.EXPORTED, subject_of(person.id))
    return exported


def consent_evidence(session: Session, subscriber_id: int, act: StaffAction) -> PersonData:
    """The proof of their consent (GDPR, article 7(1)), for an authority or for them. Raises as `export_person`."""
    if hidden_lists(session, act.actor):
        raise NotAllowed("campaigns-people-export-is-partial")
    person = visible_person(session, subscriber_id, act.actor)
    act.check_reason(person.name)
    exported = _export(session, person, {row.id: row.name for row in list_lists(session)})
    act.record(session, ServedAction.EVIDENCE, subject_of(person.id))
    return PersonData(exported.person, {name: exported.parts[name] for name in EVIDENCE_PARTS})


def signed_evidence(evidence: PersonData, *, now: datetime, secret: str) -> dict[str, Any]:
    """As a file: `core.signed_document.verify_document` says whether it was changed."""
    made_at = now.isoformat(timespec="seconds")
    content = {"format": EVIDENCE_FORMAT, "made_at": made_at, **evidence.as_json()}
    return sign_document(content, secret=secret)


def export_own_data(session: Session, person: Subscriber, *, came_from: int, language: str) -> PersonData:
    """For whoever holds a link to their preferences. `came_from`: the list that it came with."""
    lists = {
        row.id: row.name_in(language) for row in list_lists(session) if row.id == came_from or not row.is_protected
    }
    exported = _export(session, person, lists)
    parts = {name: exported.parts[name] for name in OWN_PARTS}
    return PersonData(exported.person, {**parts, "fields": _fields(session, person, own_only=True)})


def _export(session: Session, person: Subscriber, lists: dict[int, str]) -> PersonData:
    """`lists`: those of which it may tell, by what they are called."""
    suppression, opted_out = (
        find_suppression(session, person.address_hash),
        find_opt_out(session, person.address_hash),
    )
    return PersonData(
        person={
            "address": person.address,
            "name": person.name,
            "language": person.language,
            "since": person.created_at,
        },
        parts={
            "lists": [
                {
                    "list": lists[subscription.list_id],
                    "status": subscription.status,
                    "since": subscription.changed_at,
                }
                for subscription in subscriptions_of(session, person.id)
                if subscription.list_id in lists
            ],
            "consent": [
                {
                    "list": lists[record.list_id],
                    "action": record.action,
                    "method": record.method,
                    "wording": record.wording,
                    "wording_version": record.wording_version,
                    "language": record.language,
                    "at": record.at,
                    "said_elsewhere_at": record.given_at,
                }
                for record in consent_of(session, person.id)
                if record.list_id in lists
            ],
            "suppressions": [{"reason": suppression.reason, "since": suppression.at}] if suppression else [],
            "opted_out": [{"method": opted_out.method, "since": opted_out.at}] if opted_out else [],
            "topics": _topics(session, person, lists),
            "pauses": _pauses(session, person),
            "deliveries": deliveries_part(session, person, lists),
            "sign_up_emails": _sign_up_emails(session, person, lists),
            "fields": _fields(session, person),
            "tags": [{"tag": name} for name in tags_of(session, person.id)],
            "notes": [
                {"text": note.text, "at": note.at}
                for note in notes_of(session, person.id, sees_protected=True, limit=ALL)
            ],
            "acts": [
                {
                    "action": ServedAction(entry.action),
                    "reason": str(entry.detail.get("reason", "")),
                    "at": entry.at,
                }
                for entry in entries_about(session, subject_of(person.id), actions=tuple(ServedAction), limit=ALL)
            ],
            "looks": looks_part(session, person),
        },
    )


def _topics(session: Session, person: Subscriber, lists: dict[int, str]) -> Part:
    """A topic that only other lists have would tell of them."""
    offers = select(ListTopic).where(col(ListTopic.topic_id) == col(Topic.id))
    of_these = offers.where(col(ListTopic.list_id).in_(lists))
    chosen = (
        select(TopicChoice, Topic.name)
        .join(Topic, col(Topic.id) == col(TopicChoice.topic_id))
        .where(TopicChoice.address_hash == person.address_hash, of_these.exists() | ~offers.exists())
        .order_by(col(Topic.id))
    )
    return [
        {"topic": name, "frequency": choice.frequency, "since": choice.chosen_at}
        for choice, name in session.exec(chosen).all()
    ]


def _fields(session: Session, person: Subscriber, *, own_only: bool = False) -> Part:
    """`own_only`: those that readers see and change themselves."""
    return [
        {"field": entry.field.word, "label": FieldTitle(entry.field), "value": entry}
        for entry in fields_of_person(session, person.id)
        if entry.value is not None and (entry.field.is_own or not own_only)
    ]


def _pauses(session: Session, person: Subscriber) -> Part:
    pause = session.get(Pause, person.address_hash)
    return [{"until": pause.until, "since": pause.asked_at}] if pause else []


def _sign_up_emails(session: Session, person: Subscriber, lists: dict[int, str]) -> Part:
    mails = select(SubscriptionMail).where(SubscriptionMail.subscriber_id == person.id)
    return [
        {"list": lists[list_id], "purpose": mail.purpose, "at": mail.asked_at}
        for mail in session.exec(mails.order_by(col(SubscriptionMail.id))).all()
        for list_id in (mail.list_id, *mail.also_list_ids)
        if list_id in lists
    ]
