"""Values of custom fields: what people have in them, read and written for many at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal
from sqlalchemy import and_, delete, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from core.i18n import Texts, long_date, native_digits
from core.sql import in_ids, upsert
from subscribers.encrypt_people import encrypted_among
from subscribers.encrypted_value import value_in, words_of
from subscribers.field_content import NO, YES, TypedValue, as_decimal, read_value
from subscribers.field_tables import CustomField, FieldType, FieldValue
from subscribers.fields import list_fields

Values = Mapping[int, TypedValue | None]
"""By the field's number; None: nothing any more."""


_YES_NO = {YES: "subscribers-value-yes", NO: "subscribers-value-no"}


@dataclass(frozen=True, slots=True)
class FieldTitle:
    """What a field is called: on a page in its language, as a string as it is kept."""

    field: CustomField

    def __str__(self) -> str:
        return self.field.label


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field with what one person has in it."""

    field: CustomField
    value: TypedValue | None

    @property
    def written(self) -> str:
        return self.value.written if self.value else ""

    def __str__(self) -> str:
        return self.written


def fields_of_person(session: Session, subscriber_id: int) -> list[FilledField]:
    """By label: those in use, and archived ones in which the person has something."""
    values = values_of(session, [subscriber_id]).get(subscriber_id, {})
    return [
        FilledField(field, values.get(field.id))
        for field in list_fields(session)
        if field.archived_at is None or field.id in values
    ]


def values_of(
    session: Session, subscriber_ids: Collection[int], *, of_fields: Collection[str] | None = None
) -> dict[int, dict[int, TypedValue]]:
    """By person, then by field; one query. `of_fields`: only of those with these words, else of all. What is
    encrypted by a key that is not here is left out."""
    row = FieldValue
    theirs = columns(
        col(row.subscriber_id), col(row.field_id), col(row.text), col(row.number), col(row.day)
    ).where(in_ids(session, col(row.subscriber_id), subscriber_ids))
    if of_fields is not None:
        wanted = select(CustomField.id).where(col(CustomField.word).in_(of_fields))
        theirs = theirs.where(col(FieldValue.field_id).in_(wanted))
    values: dict[int, dict[int, TypedValue]] = {}
    for subscriber_id, field_id, *parts in session.execute(theirs):
        if (value := value_in(*parts)) is not None:
            values.setdefault(subscriber_id, {})[field_id] = value
    return values


def put_values(session: Session, people: Mapping[int, Values]) -> None:
    """By person. What they have in other fields stays; at most two statements for many."""
    encrypted = encrypted_among(session, [number for number, values in people.items() if any(values.values())])
    rows = [
        _row(subscriber_id, field_id, value, is_encrypted=subscriber_id in encrypted)
        for subscriber_id, values in people.items()
        for field_id, value in values.items()
        if value is not None
    ]
    if rows:
        statement = upsert(session, FieldValue)
        columns = ("text", "folded", "number", "day")
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["subscriber_id", "field_id"],
                set_={name: statement.excluded[name] for name in columns},
            ),
            rows,
        )
    emptied: dict[int, list[int]] = {}
    for subscriber_id, values in people.items():
        for field_id in (number for number, value in values.items() if value is None):
            emptied.setdefault(field_id, []).append(subscriber_id)
    if emptied:
        theirs = (
            and_(col(FieldValue.field_id) == field_id, in_ids(session, col(FieldValue.subscriber_id), ids))
            for field_id, ids in emptied.items()
        )
        session.execute(delete(FieldValue).where(or_(*theirs)))


def read_values(fields: Iterable[CustomField], written: Mapping[str, str]) -> dict[int, TypedValue | None]:
    """Of the fields that are `written`, by their words. Raises InputRefused for what one of them cannot hold."""
    return {
        field.id: read_value(field.type, field.choices, written[field.word])
        for field in fields
        if field.word in written
    }


def shown_value(field_type: FieldType, value: TypedValue, language: str, texts: Texts) -> str:
    """As readers of the language write it."""
    if value.day is not None:
        return long_date(value.day, language)
    if value.number is not None:
        return _number(value.number, language)
    if field_type is FieldType.YES_NO:
        return texts.text(language, _YES_NO[value.text or NO])
    return value.text or ""


def _number(number: int, language: str) -> str:
    # Babel takes a locale's own signs only when it is asked to. Persian has its own here, Arabic does not.
    digits = "default" if language.partition("-")[0].lower() == "fa" else "latn"
    locale = Locale.parse(language, sep="-")
    written: str = format_decimal(as_decimal(number), "#,##0.####", locale, numbering_system=digits)
    return native_digits(written, language)


def _row(subscriber_id: int, field_id: int, value: TypedValue, *, is_encrypted: bool) -> dict[str, object]:
    return {
        "subscriber_id": subscriber_id,
        "field_id": field_id,
        "text": words_of(value) if is_encrypted else value.text,
        "folded": None if is_encrypted else value.folded,
        "number": None if is_encrypted else value.number,
        "day": None if is_encrypted else value.day,
    }
