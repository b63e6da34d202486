"""Custom fields: which there are, what they are called, and who has something in them."""

import re
from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, func, select

from core.errors import Conflict, InputRefused, NotFound
from core.fold_text import fold_text
from core.logging import get_logger
from core.sql import insert_new
from subscribers.encrypted_value import value_in
from subscribers.field_tables import MAX_LABEL, MAX_WORD, CustomField, FieldType, FieldValue
from subscribers.lists import MAX_LANGUAGES
from subscribers.person import read_language
from subscribers.quoted import quoted

MAX_FIELDS = 40
"""The archived ones, too: all of them stand on one page, and in each person's data."""
MAX_CHOICES = 50
MAX_CHOICE = 60
_WORD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

log = get_logger(__name__)


def create_field(session: Session, field: CustomField) -> CustomField:
    """Of what `field` says; its texts are read by `read_label` and `read_choices`. Raises InputRefused for a word
    that cannot be used, Conflict where it is taken, or there are too many."""
    if len(field.word) > MAX_WORD or not _WORD.fullmatch(field.word):
        raise InputRefused("subscribers-field-word-refused", word=quoted(field.word, MAX_WORD), limit=MAX_WORD)
    if session.exec(select(func.count(col(CustomField.id)))).one() >= MAX_FIELDS:
        raise Conflict("subscribers-fields-too-many", limit=MAX_FIELDS)
    values = field.model_dump(exclude={"id"})
    made = session.execute(insert_new(session, CustomField).returning(col(CustomField.id)), [values]).scalar()
    if made is None:
        raise Conflict("subscribers-field-exists", word=field.word)
    log.info("field.created", field_id=made)
    return session.get_one(CustomField, made)


def read_label(text: str) -> str:
    """Raises InputRefused."""
    label = " ".join(text.split())
    if not fold_text(label) or len(label) > MAX_LABEL or not label.isprintable():
        raise InputRefused("subscribers-field-label-refused", limit=MAX_LABEL)
    return label


def read_labels(labels: Mapping[str, str], *, label: str) -> dict[str, str]:
    """By language; one that is empty, or the field's `label` anyway, is none. Raises InputRefused."""
    read = {read_language(language): read_label(text) for language, text in labels.items() if text.strip()}
    if len(read) > MAX_LANGUAGES:
        raise InputRefused("subscribers-list-languages-too-many", limit=MAX_LANGUAGES)
    return {language: text for language, text in sorted(read.items()) if text != label}


def read_choices(field_type: FieldType, written: Sequence[str]) -> list[str]:
    """In their order; empty for any other type. Raises InputRefused for words that cannot be used, too many, two
    that read alike, or none."""
    if field_type is not FieldType.CHOICE:
        return []
    choices = [choice for text in written if (choice := " ".join(text.split()))]
    if not choices or len(choices) > MAX_CHOICES:
        raise InputRefused("subscribers-field-choices-count", limit=MAX_CHOICES)
    for choice in choices:
        if len(choice) > MAX_CHOICE or not choice.isprintable() or any(sign in choice for sign in ',;"'):
            raise InputRefused("subscribers-field-choice-refused", choice=quoted(choice), limit=MAX_CHOICE)
    folded = [fold_text(choice) for choice in choices]
    alike = [choice for choice, key in zip(choices, folded, strict=True) if folded.count(key) > 1 or not key]
    if alike:
        raise InputRefused("subscribers-field-choices-alike", choice=quoted(alike[0]))
    return choices


def list_fields(session: Session) -> list[CustomField]:
    """By label; the archived ones, too."""
    return sorted(session.exec(select(CustomField)), key=lambda field: (fold_text(field.label), field.id))


def fields_in_use(session: Session) -> list[CustomField]:
    return [field for field in list_fields(session) if field.archived_at is None]


def field_by_word(session: Session, word: str) -> CustomField:
    """Raises NotFound."""
    field = session.exec(select(CustomField).where(CustomField.word == word)).one_or_none()
    if field is None:
        raise unknown_field(word)
    return field


def lock_field(session: Session, word: str) -> CustomField:
    """As it is at this moment, for whoever changes it. Raises NotFound."""
    number = field_by_word(session, word).id
    field = session.get(CustomField, number, with_for_update=True, populate_existing=True)
    if field is None:
        raise unknown_field(word)
    return field


def unknown_field(word: str) -> NotFound:
    return NotFound("subscribers-field-unknown", word=quoted(word, MAX_WORD))


def count_values(session: Session) -> dict[int, int]:
    """By the field's number, how many people have something in it."""
    counts = select(FieldValue.field_id, func.count()).group_by(col(FieldValue.field_id))
    return dict(session.exec(counts).all())


def is_filled(session: Session, field_id: int) -> bool:
    """Whether anybody has anything in it."""
    first = select(FieldValue.field_id).where(FieldValue.field_id == field_id).limit(1)
    return session.exec(first).first() is not None


def choices_in_use(session: Session, field_id: int) -> set[str]:
    """Those that somebody has."""
    rows = select(FieldValue.text).where(FieldValue.field_id == field_id).distinct()
    values = (value_in(text, None, None) for text in session.exec(rows))
    return {value.text for value in values if value is not None and value.text is not None}
