"""From a frozen variant and a few values to the batch for one provider call. Pure, and always the same bytes.

The values are what an attempt keeps in order to be repeated: with the frozen variants they rebuild the whole
request, and the attempt's digest proves that it is the one that was made.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from delivery.message.headers import bulk_headers
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage, SharedContent, SharedText
from templates.merge import CompiledText, compile_html, compile_text


@dataclass(frozen=True, slots=True)
class MergedRecipient:
    """One person's part of a batch."""

    delivery_id: int
    variant_id: int
    to: str
    to_hash: str
    name: str
    unsubscribe_url: str
    message_id: str
    list_name: str
    list_slug: str
    """Of the list that this reader was reached by."""
    preferences_url: str = ""
    """Empty only in attempts from before there were such links; no variant of theirs asks for one."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What they have in custom fields that their variant names, by the name of the merge field."""
    envelope_from: str = ""
    """Where its bounce goes (VERP); empty: to the From address."""


@dataclass(frozen=True, slots=True)
class BatchValues:
    """A whole batch, less the frozen variants."""

    from_name: str
    from_address: str
    reply_to: str | None
    reference: str
    """The campaign's public id."""
    list_domain: str
    date: str
    """ISO 8601, for the Date header."""
    addressees: tuple[MergedRecipient, ...]

    def as_json(self) -> dict[str, Any]:
        addressees = [{name: getattr(addressee, name) for name in _OF_ADDRESSEE} for addressee in self.addressees]
        return {name: getattr(self, name) for name in _OF_BATCH} | {"addressees": addressees}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "BatchValues":
        """Also of what was stored when a batch had one list, for all of its readers."""
        for_all = {name: stored[name] for name in _ONCE_OF_BATCH if name in stored}
        addressees = tuple(MergedRecipient(**(for_all | addressee)) for addressee in stored["addressees"])
        return cls(**{name: stored[name] for name in _OF_BATCH}, addressees=addressees)


_OF_ADDRESSEE = [field.name for field in fields(MergedRecipient)]
_OF_BATCH = [field.name for field in fields(BatchValues) if field.name != "addressees"]
_ONCE_OF_BATCH = ("list_name", "list_slug")


@dataclass(frozen=True, slots=True)
class CompiledVariant:
    """A frozen variant, split at its merge fields once, joined once for each reader."""

    subject: CompiledText
    html: CompiledText
    text: CompiledText
    shared: SharedContent
    """Html and text once more, as providers that merge take them."""
    language: str = ""
    """In which values are written."""

    @property
    def fields(self) -> frozenset[str]:
        """The names of all merge fields in it."""
        return self.subject.fields | self.html.fields | self.text.fields


def compile_variant(*, subject: str, html: str, text: str, language: str = "") -> CompiledVariant:
    """Raises InputRefused for a merge field that nobody knows."""
    html_part, text_part = compile_html(html), compile_text(text)
    return CompiledVariant(
        subject=compile_text(subject),
        html=html_part,
        text=text_part,
        shared=SharedContent(html=_shared("h", html_part), text=_shared("t", text_part)),
        language=language,
    )


def _shared(part: str, compiled: CompiledText) -> SharedText:
    return SharedText(literals=compiled.literals, gaps=tuple(f"{part}{place}" for place in compiled.places))


def _named(part: str, filled: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{part}{place}", value) for place, value in enumerate(filled))


def build_batch(key: str, values: BatchValues, variant_of: Callable[[int], CompiledVariant]) -> OutgoingBatch:
    """The same key and values give the same batch, byte for byte, today and in a repeat."""
    return OutgoingBatch(
        key=key,
        date=datetime.fromisoformat(values.date),
        from_name=values.from_name,
        from_address=values.from_address,
        reply_to=values.reply_to,
        reference=values.reference,
        messages=tuple(
            _message(values, addressee, variant_of(addressee.variant_id)) for addressee in values.addressees
        ),
    )


def _message(values: BatchValues, addressee: MergedRecipient, variant: CompiledVariant) -> OutgoingMessage:
    values_of_reader = {
        **addressee.fields,
        "recipient_name": addressee.name,
        "unsubscribe_url": addressee.unsubscribe_url,
        "preferences_url": addressee.preferences_url,
    }
    html, text = variant.html.fill(values_of_reader), variant.text.fill(values_of_reader)
    return OutgoingMessage(
        delivery_id=addressee.delivery_id,
        rendered_for=addressee.to_hash,
        to=addressee.to,
        to_hash=addressee.to_hash,
        subject=variant.subject.merge(values_of_reader),
        html=variant.html.join(html),
        text=variant.text.join(text),
        headers=bulk_headers(
            unsubscribe_url=addressee.unsubscribe_url,
            list_name=addressee.list_name,
            list_slug=addressee.list_slug,
            list_domain=values.list_domain,
            message_id=addressee.message_id,
        ),
        to_name=addressee.name or None,
        envelope_from=addressee.envelope_from or None,
        shared=variant.shared,
        values=_named("h", html) + _named("t", text),
    )
