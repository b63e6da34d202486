"""Manage custom fields: make one, name it in each language, archive it, delete it where nobody has anything in it.

Who made it or changed it, and how, stands in the audit log; what people have in it never does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.stale_edit import expect_seen, field_version
from core.errors import Conflict, InputRefused
from news.slug import slugified
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.field_tables import MAX_WORD, CustomField, FieldType
from subscribers.fields import (
    choices_in_use,
    create_field,
    is_filled,
    lock_field,
    read_choices,
    read_label,
    read_labels,
)
from subscribers.segment_condition import FieldTest, tests_of
from subscribers.segment_tables import Segment
from subscribers.segment_text import parse_condition
from subscribers.segments import list_segments


@dataclass(frozen=True, slots=True)
class FieldDetails:
    """What a person says of a field; None leaves it as it is."""

    label: str | None = None
    labels: Mapping[str, str] | None = None
    """By language."""
    choices: Sequence[str] | None = None
    is_own: bool | None = None
    """Readers see and change theirs."""
    is_in_emails: bool | None = None
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def read_type(text: str) -> FieldType:
    """Raises InputRefused."""
    if text not in tuple(FieldType):
        raise InputRefused("campaigns-field-type-unknown", known=", ".join(FieldType))
    return FieldType(text)


def add_field(
    session: Session, word: str, field_type: FieldType, details: FieldDetails, *, actor: Principal, now: datetime
) -> CustomField:
    """`word` empty: made of the label. Raises NotAllowed; InputRefused for what cannot be used; Conflict where the
    word is taken, or there are too many."""
    require(actor, Permission.MANAGE_LISTS)
    label = read_label(details.label or "")
    wanted = CustomField(
        word=word.strip() or slugified(label)[:MAX_WORD].strip("-").replace("-", "_"),
        label=label,
        labels=read_labels(details.labels or {}, label=label),
        type=field_type,
        choices=read_choices(field_type, details.choices or ()),
        is_own=bool(details.is_own),
        is_in_emails=bool(details.is_in_emails),
        created_at=now,
    )
    field = create_field(session, wanted)
    _record(session, field, "field.created", actor=actor, now=now, word=field.word, type=field.type.value)
    return field


def change_field(
    session: Session, word: str, details: FieldDetails, *, actor: Principal, now: datetime
) -> CustomField:
    """Raises NotFound, NotAllowed; InputRefused for what cannot be used; Conflict where it is no longer as it was
    seen, or somebody has a choice that would go."""
    require(actor, Permission.MANAGE_LISTS)
    field = lock_field(session, word)
    before = field_version(field)
    label = field.label if details.label is None else read_label(details.label)
    choices = field.choices if details.choices is None else read_choices(field.type, details.choices)
    changed = {
        "label": label,
        "labels": read_labels(field.labels if details.labels is None else details.labels, label=label),
        "choices": choices,
        "is_own": field.is_own if details.is_own is None else details.is_own,
        "is_in_emails": field.is_in_emails if details.is_in_emails is None else details.is_in_emails,
    }
    parts = [name for name, value in changed.items() if getattr(field, name) != value]
    expect_seen(details.seen, before, is_change=bool(parts))
    if not parts:
        return field
    if "choices" in parts and (gone := choices_in_use(session, field.id) - set(choices)):
        raise Conflict("campaigns-field-choice-in-use", choice=min(gone), label=field.label)
    for name in parts:
        setattr(field, name, changed[name])
    session.add(field)
    session.flush()
    _record(session, field, "field.changed", actor=actor, now=now, parts=parts)
    return field


def archive_field(
    session: Session, word: str, *, is_archived: bool, actor: Principal, now: datetime
) -> CustomField:
    """It is offered nowhere any more. What people have in it stays, and so do segments that name it. Doing it
    twice is doing it once. Raises NotFound, NotAllowed."""
    require(actor, Permission.MANAGE_LISTS)
    field = lock_field(session, word)
    if (field.archived_at is not None) == is_archived:
        return field
    field.archived_at = now if is_archived else None
    session.add(field)
    session.flush()
    _record(session, field, "field.archived" if is_archived else "field.opened", actor=actor, now=now)
    return field


def remove_field(session: Session, word: str, *, actor: Principal, now: datetime) -> None:
    """Raises NotFound, NotAllowed; Conflict where somebody has something in it, or a segment names it."""
    require(actor, Permission.MANAGE_LISTS)
    field = lock_field(session, word)
    if is_filled(session, field.id):
        raise Conflict("campaigns-field-filled", label=field.label)
    segment = next((row for row in list_segments(session) if names_field(row, field.word)), None)
    if segment is not None:
        raise Conflict("campaigns-field-has-segment", label=field.label, segment=segment.name)
    _record(session, field, "field.deleted", actor=actor, now=now, word=field.word)
    session.delete(field)
    session.flush()


def is_field_removable(session: Session, field: CustomField) -> bool:
    """Whether nobody has anything in it, and no segment names it."""
    return not is_filled(session, field.id) and not any(
        names_field(segment, field.word) for segment in list_segments(session)
    )


def names_field(segment: Segment, word: str) -> bool:
    tests = tests_of(parse_condition(segment.condition))
    return any(isinstance(test, FieldTest) and test.field == word for test in tests)


def _record(
    session: Session, field: CustomField, action: str, *, actor: Principal, now: datetime, **detail: object
) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"field:{field.id}", now=now, **detail)
