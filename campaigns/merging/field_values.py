"""Merge values of custom fields: what each reader has in them, as the language of their variant writes it.

Only fields that a variant names are read, and only those that may stand in emails at this moment: what was allowed
when the campaign was approved may have been taken back since. Whoever has nothing gets the field's default.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from sqlmodel import Session, col, select

from campaigns.merging.personalise import CompiledVariant, MergedRecipient
from campaigns.services import program_texts
from delivery.attempts.queue import ClaimedDelivery
from delivery.tables import Delivery
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField
from subscribers.person_fields import shown_value, values_of
from templates.merge import custom_field, custom_words


def with_field_values(
    session: Session,
    addressees: tuple[MergedRecipient, ...],
    deliveries: Iterable[Delivery | ClaimedDelivery],
    variant_of: Callable[[int], CompiledVariant],
) -> tuple[MergedRecipient, ...]:
    """`deliveries`: theirs. Two queries for a batch, and none where no variant names a
    field."""
    variants = {to.variant_id: variant_of(to.variant_id) for to in addressees}
    named = {variant_id: custom_words(variant.fields) for variant_id, variant in variants.items()}
    fields = _in_emails(session, {word for each in named.values() for word in each})
    if not fields:
        return addressees
    numbers = {delivery.id: delivery.subscriber_id for delivery in deliveries}
    held = values_of(session, list(numbers.values()), of_fields=[field.word for field in fields])
    merged = []
    for to in addressees:
        own, language = held.get(numbers[to.delivery_id], {}), variants[to.variant_id].language
        asked = [field for field in fields if field.word in named[to.variant_id]]
        merged.append(replace(to, fields=_shown(asked, own, language)))
    return tuple(merged)


def preview_values(session: Session, subscriber_id: int, language: str) -> dict[str, str]:
    """Of all fields that may stand in emails: for somebody who looks at one reader's copy before there is one."""
    fields = _in_emails(session, None)
    held = values_of(session, [subscriber_id]).get(subscriber_id, {}) if fields else {}
    return _shown(fields, held, language)


def _shown(fields: Iterable[CustomField], held: Mapping[int, TypedValue], language: str) -> dict[str, str]:
    """By the name of the merge field; of those in which there is something."""
    return {
        custom_field(field.word): shown_value(field.type, held[field.id], language, program_texts())
        for field in fields
        if field.id in held
    }


def _in_emails(session: Session, of_fields: Collection[str] | None) -> list[CustomField]:
    """`of_fields`, by their words: None for all."""
    if of_fields is not None and not of_fields:
        return []
    allowed = select(CustomField).where(col(CustomField.is_in_emails))
    if of_fields is not None:
        allowed = allowed.where(col(CustomField.word).in_(of_fields))
    return list(session.exec(allowed.order_by(col(CustomField.id))))
