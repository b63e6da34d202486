"""Custom fields on the page of a reader's preferences: those that the organisation lets readers change."""

from collections.abc import Mapping

from sqlmodel import Session

from core.logging import get_logger
from subscribers.person_fields import FilledField, fields_of_person, put_values, read_values

FIELD = "field-"
"""Begins the name of what stands in one; its word follows."""

log = get_logger(__name__)


def own_fields(session: Session, subscriber_id: int) -> list[FilledField]:
    """By label; none that is archived."""
    filled = fields_of_person(session, subscriber_id)
    return [entry for entry in filled if entry.field.is_own and entry.field.archived_at is None]


def save_own_fields(session: Session, subscriber_id: int, form: Mapping[str, str]) -> None:
    """Those that stood on the page and are theirs to change. Raises InputRefused for what one cannot hold."""
    entries = own_fields(session, subscriber_id)
    typed = {name.removeprefix(FIELD): text for name, text in form.items() if name.startswith(FIELD)}
    values = read_values([entry.field for entry in entries], typed)
    before = {entry.field.id: entry.value for entry in entries}
    changed = {number: value for number, value in values.items() if value != before[number]}
    put_values(session, {subscriber_id: changed})
    if changed:
        log.info("subscriber.fields_changed", subscriber_id=subscriber_id, field_ids=sorted(changed))
