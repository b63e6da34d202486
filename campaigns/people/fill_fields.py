"""Staff fill in a person's custom fields. The audit log has which they changed, never what stands in them."""

from collections.abc import Mapping

from sqlmodel import Session

from campaigns.people.staff_action import ServedAction, StaffAction, subject_of
from campaigns.people.visible_person import visible_person
from subscribers.fields import unknown_field
from subscribers.person_fields import fields_of_person, put_values, read_values


def fill_fields(
    session: Session, subscriber_id: int, act: StaffAction, *, written: Mapping[str, str]
) -> list[str]:
    """`written`: by the field's word; what is not there stays. Returns the words of those that are other than they
    were. Raises NotAllowed; NotFound, also for a field; InputRefused for what a field cannot hold."""
    person = visible_person(session, subscriber_id, act.actor)
    act.check_reason(person.name)
    filled = {entry.field.word: entry for entry in fields_of_person(session, person.id)}
    for word in written:
        if word not in filled:
            raise unknown_field(word)
    values = read_values([entry.field for entry in filled.values()], written)
    changed = [entry for entry in filled.values() if values.get(entry.field.id, entry.value) != entry.value]
    put_values(session, {person.id: {entry.field.id: values[entry.field.id] for entry in changed}})
    names = [entry.field.word for entry in changed]
    if names:
        act.record(session, ServedAction.FIELDS_FILLED, subject_of(person.id), fields=names)
    return names
