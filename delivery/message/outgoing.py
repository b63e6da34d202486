"""What is handed to a provider, and what comes back. Plain values: no I/O, no clock."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from delivery.errors import ProviderError, WrongRecipient
from delivery.outcome import RejectReason
from delivery.refusals import RefusalSubject, whom_it_is_about

Header = tuple[str, str]


NO_DELIVERY = 0
"""Travels as the number of a mail that is no delivery, such as the question of double opt-in. An event about it
acts on no delivery; a hard bounce or a complaint suppresses its address all the same."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text that many readers get, with gaps where theirs differ: literal, gap, literal, …, literal."""

    literals: tuple[str, ...]
    gaps: tuple[str, ...] = ()
    """Between two literals, the name of the value that stands there."""

    def filled(self, values: Mapping[str, str]) -> str:
        parts = [
            part for literal, gap in zip(self.literals, self.gaps, strict=False) for part in (literal, values[gap])
        ]
        return "".join([*parts, self.literals[-1]])


@dataclass(frozen=True, slots=True)
class SharedContent:
    """What all messages of one variant have in common."""

    html: SharedText
    text: SharedText


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """One delivery, rendered and merged for one person."""

    delivery_id: int
    rendered_for: str
    """The address hash of the person whose name and links are in the content."""
    to: str
    to_hash: str
    """The address hash of `to`; must equal `rendered_for`."""
    subject: str
    html: str
    text: str
    headers: tuple[Header, ...] = ()
    to_name: str | None = None
    envelope_from: str | None = None
    """The envelope's sender (VERP, `bounce_token.py`), where the sender has bounces come as email; only a provider
    whose bounces go to the From address carries it."""
    shared: SharedContent | None = None
    """The same content once more, for providers that merge: `html` and `text` with gaps. What counts is the
    complete message; this only saves sending it over and over."""
    values: tuple[tuple[str, str], ...] = ()
    """By the names of the gaps: finished for their places, never to be escaped again."""


@dataclass(frozen=True, slots=True)
class OutgoingBatch:
    """One provider call. The same batch gives the same bytes on the wire, today and in a repeat."""

    key: str
    """The idempotency key: the attempt's, never used for other content."""
    date: datetime
    """What the Date header says: fixed when the attempt is opened, because a repeat has to say the same."""
    from_name: str
    from_address: str
    reply_to: str | None
    reference: str
    """The campaign's public id; travels to the provider as a tag."""
    messages: tuple[OutgoingMessage, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider took responsibility for it."""

    delivery_id: int
    provider_message_id: str | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """The provider refused this one. Whether that is final, and about the reader at all, `verdict.py` says."""

    delivery_id: int
    reason: RejectReason
    detail: str
    about: RefusalSubject | None = None
    """Whom this is about, where the provider says so by a code of its own; else its words tell."""

    @property
    def whom_it_is_about(self) -> RefusalSubject:
        return self.about or whom_it_is_about(self.detail)


@dataclass(frozen=True, slots=True)
class NotSent:
    """Certainly not accepted, and worth another attempt: back to the queue."""

    delivery_id: int
    detail: str
    retry_after: timedelta | None = None
    counts: bool = True
    """Whether this is one of the reader's attempts; not where it was kept back for a cause that is not theirs."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Nobody knows whether this one was accepted, though others of its batch are certain."""

    delivery_id: int
    detail: str


DeliveryResult = Accepted | Rejected | NotSent | Doubtful


@dataclass(frozen=True, slots=True)
class SendResult:
    """One result for each delivery of the batch, in the batch's order."""

    results: tuple[DeliveryResult, ...]
    stopped_by: ProviderError | None = None
    """Why the later ones were not sent, where a batch takes several calls and not the first one failed: what this
    says of the sender or the content holds as if the whole had failed."""


def check_recipients(batch: OutgoingBatch) -> None:
    """The last look before the call: each was rendered for whom it goes to, and nobody is in twice.

    Raises WrongRecipient, which stops the campaign.
    """
    seen: set[str] = set()
    for message in batch.messages:
        if message.rendered_for != message.to_hash:
            raise WrongRecipient("delivery-wrong-recipient", delivery=str(message.delivery_id))
        address = message.to.strip().casefold()
        if not seen.isdisjoint((message.to_hash, address)):
            raise WrongRecipient("delivery-recipient-twice", delivery=str(message.delivery_id))
        seen.update((message.to_hash, address))


def request_digest(batch: OutgoingBatch) -> str:
    """A fingerprint of every complete message in the batch: equal for a repeat, and never for another text (hex,
    64 characters). What messages share is read once; that they are put together from it is part of what is proven.
    """
    facts = _facts(batch, _OF_BATCH) | {
        "date": batch.date.astimezone(UTC).isoformat(timespec="seconds"),
        "messages": [[_facts_of_message(message), _content(message)] for message in batch.messages],
    }
    return hashlib.sha256(_CANONICAL.encode(facts).encode()).hexdigest()


def _content(message: OutgoingMessage) -> list[Any]:
    """What the reader gets, told so that two different texts are never told alike."""
    if message.shared is None:
        return [_fingerprint((message.html,)), _fingerprint((message.text,))]
    return [_shared_fingerprint(message.shared), message.values]


@lru_cache(maxsize=64)
def _shared_fingerprint(shared: SharedContent) -> str:
    parts = (shared.html.literals, shared.html.gaps, shared.text.literals, shared.text.gaps)
    return _fingerprint(tuple(_fingerprint(part) for part in parts))


def _fingerprint(texts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        # Long texts as they are: to escape them first would cost more than to send them.
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()


_CANONICAL = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))
_OF_BATCH = [field.name for field in fields(OutgoingBatch) if field.name != "messages"]
_APART = ("html", "text", "shared", "values", "envelope_from")
_OF_MESSAGE = [field.name for field in fields(OutgoingMessage) if field.name not in _APART]


def _facts(value: OutgoingBatch | OutgoingMessage, names: list[str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _facts_of_message(message: OutgoingMessage) -> dict[str, Any]:
    """An envelope only where there is one: fingerprints from before there were any stay what they are."""
    envelope = {"envelope_from": message.envelope_from} if message.envelope_from else {}
    return _facts(message, _OF_MESSAGE) | envelope
