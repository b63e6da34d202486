"""Custom fields of an import: written with the people whom it adds or corrects, foreseen, and taken back.

An empty cell says nothing: what was there stays. As names are, they are written to whoever is new, and to others
only where staff want corrections taken.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from subscribers.csv_row import ImportedRow
from subscribers.field_content import TypedValue, value_of
from subscribers.field_tables import CustomField
from subscribers.import_corrections import known_people
from subscribers.import_tables import ImportRow
from subscribers.person_fields import put_values, values_of

OldValues = dict[str, str]
"""By the field's word: what was there before, empty for nothing."""


class _Change(NamedTuple):
    subscriber_id: int
    values: dict[int, TypedValue]
    old: OldValues


def changed_fields(session: Session, list_id: int, rows: Collection[ImportedRow]) -> dict[str, _Change]:
    """By address hash, of those whom a row says something new of. Nothing of whoever has left the list."""
    news = {row.address_hash: row.field_values for row in rows if row.field_values}
    if not news:
        return {}
    ids = {key: subscriber_id for key, (subscriber_id, _) in known_people(session, list_id, news).items()}
    fields = _by_word(session, {word for values in news.values() for word in values})
    held = values_of(session, list(ids.values()), of_fields=list(fields))
    changes: dict[str, _Change] = {}
    for key, subscriber_id in ids.items():
        before, values, old = held.get(subscriber_id, {}), dict[int, TypedValue](), OldValues()
        for word, written in news[key].items():
            field = fields.get(word)
            if field is not None and (value := value_of(field.type, written)) != before.get(field.id):
                values[field.id] = value
                old[word] = before[field.id].written if field.id in before else ""
        if values:
            changes[key] = _Change(subscriber_id, values, old)
    return changes


def write_fields(session: Session, list_id: int, rows: Collection[ImportedRow]) -> dict[str, OldValues]:
    """By address hash, what was there before."""
    changes = changed_fields(session, list_id, rows)
    put_values(session, {change.subscriber_id: change.values for change in changes.values()})
    return {key: change.old for key, change in changes.items()}


def take_fields_back(session: Session, rows: Iterable[ImportRow], ids: Mapping[str, int]) -> dict[int, bool]:
    """`ids`: of people, by address hash. By the row's place, whether all of it could be: what was changed since
    stays. Rows that wrote nothing are left out."""
    written = [row for row in rows if row.old_fields]
    if not written:
        return {}
    fields = _by_word(session, {word for row in written for word in row.old_fields or ()})
    held = values_of(session, list(ids.values()), of_fields=list(fields))
    restored: dict[int, bool] = {}
    people: dict[int, dict[int, TypedValue | None]] = {}
    for row in written:
        subscriber_id = ids.get(row.address_hash)
        before = held.get(subscriber_id, {}) if subscriber_id is not None else {}
        same = {
            word: fields[word]
            for word in row.old_fields or ()
            if word in fields
            and before.get(fields[word].id) == value_of(fields[word].type, row.field_values.get(word, ""))
        }
        restored[row.place] = subscriber_id is not None and len(same) == len(row.old_fields or ())
        if subscriber_id is not None and same:
            old = {field.id: _or_none(field, (row.old_fields or {})[word]) for word, field in same.items()}
            people[subscriber_id] = old
    put_values(session, people)
    return restored


def was_written(session: Session, row: ImportRow, word: str, value: str) -> bool:
    """Whether that is, in its written form, what the row says of the field."""
    field = _by_word(session, {word}).get(word)
    return field is not None and value_of(field.type, row.field_values.get(word, "")).written == value


def _or_none(field: CustomField, written: str) -> TypedValue | None:
    return value_of(field.type, written) if written else None


def _by_word(session: Session, field_words: Collection[str]) -> dict[str, CustomField]:
    rows = session.execute(select(CustomField).where(col(CustomField.word).in_(field_words))).scalars()
    return {field.word: field for field in rows}
