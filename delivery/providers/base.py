"""What every provider is and says of itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, runtime_checkable

from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.outcome import EventType, RejectReason


class Tracking(StrEnum):
    """Who keeps opens and clicks from being tracked."""

    NONE = "none"
    """The provider tracks nothing."""
    OFF_IN_EACH_CALL = "off_in_each_call"
    """It is switched off in every call, whatever the account says."""
    ACCOUNT_ONLY = "account_only"
    """Only the account, or the domain, can switch it off: a person has to, once."""


class WebhookProof(StrEnum):
    """What shows that a webhook comes from the provider."""

    SIGNATURE = "signature"
    """Its content is signed."""
    SHARED_SECRET = "shared_secret"  # noqa: S105  the name of a method, not a secret
    """Whoever posts it knows a password or a token; the content is not signed."""


@dataclass(frozen=True, slots=True)
class LookUpTerms:
    """What a provider's own record of accepted messages is good for."""

    settles_after: timedelta
    """So long after a call, all that it accepted is certain to be found: only then is absence evidence."""
    kept_for: timedelta
    """So long after a call, what it accepted can still be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a provider can do, so that a sender is checked when it is set up, not in the middle of a campaign."""

    max_batch: int
    """The most messages in one call."""
    max_bytes: int
    """The most bytes one message may have, all its parts encoded; a larger one is ContentRejected."""
    max_call_bytes: int | None = None
    """The most bytes that the contents of one call may have together; fewer messages go into it then."""
    idempotency: timedelta | None
    """How long a repeat with the same key is certain not to send again; None if it would."""
    refuses_other_content: bool = False
    """Whether a call with a key that it knows, and other content, is refused as `KeyKnown`: so that an answer to
    it proves that no earlier call with that key arrived."""
    look_up: LookUpTerms | None
    """Whether the provider can be asked what it accepted (`LookUpProvider`), and when its answer is evidence."""
    merges: bool = False
    """Whether content travels once and values per recipient; else every message travels whole."""
    headers_not_carried: frozenset[str] = frozenset()
    """Of those that we write, in lower case: left out of the request, because the provider refuses or replaces
    them."""
    not_in_from_name: str = ""
    """Characters that the sender's name must not have."""
    max_from_name: int | None = None
    """The most characters that the sender's name may have; None where our own limit is lower anyway."""
    lists_suppressions: bool = False
    """Whether the provider can be asked whom it sends nothing to (`SuppressionListProvider`)."""
    deletes_suppressions: bool = False
    """Whether it takes somebody off that list when asked (`SuppressionDeletingProvider`)."""
    carries_campaigns: bool = True
    """False where the provider's terms allow system mail only, such as the question whether to subscribe."""
    leaves_this_machine: bool = True
    """False where messages end on this machine, so that no domain has to vouch for them."""
    bounces_to_from: bool = False
    """Whether the address in From is also the envelope's (Return-Path), so that SPF asks the domain in From."""
    opens_session: bool = False
    """Whether what comes before a reader's address can be tried without sending (`SessionProvider`)."""
    tracking: Tracking
    webhooks: WebhookProof | None
    """Whether what became of a message is posted to us with our delivery id, and how that is proven."""
    reports_by_mail: bool = False
    """Whether what became of a message comes back as email: bounces and complaints, and no deliveries."""
    calls_per_second: float = 4.0
    """What a new sender keeps to; the provider allows at least as much."""

    @property
    def has_webhooks(self) -> bool:
        return self.webhooks is not None

    @property
    def has_reports(self) -> bool:
        return self.has_webhooks or self.reports_by_mail


class Provider(Protocol):
    """A batch in, results or a ProviderError out. Knows no database and no clock."""

    name: str
    capabilities: Capabilities

    def send(self, batch: OutgoingBatch) -> SendResult:
        """One result per delivery, in order. Raises ProviderError if the call failed as a whole.

        Sent again with the same key, within `capabilities.idempotency`, it sends nothing twice and gives the
        results of the first time; or OutcomeUnknown, if the provider says no more than that it knows the key. If
        that repeat fails, the failure is the repeat's alone: it says nothing of what became of the first call.

        Safe to use from several threads at once.
        """

    def close(self) -> None:
        """Give connections back; the provider is not used after that."""


@runtime_checkable
class SessionProvider(Protocol):
    """A provider with which a session can be opened as for sending. It changes nothing."""

    def check_session(self, *, from_address: str, envelope_from: str) -> None:
        """`envelope_from`: as bounces of an email would go to. Raises ProviderError where no mail of this
        sender would be taken, with what stands in the way."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """What a provider's record says of the deliveries of one call. Who is in neither: it cannot tell yet."""

    accepted: Mapping[int, str | None]
    """Accepted, each with the provider's name for it, if that is known."""
    absent: frozenset[int] = frozenset()
    """Searched for, completely, and not there. Evidence only by the provider's `LookUpTerms`."""


@runtime_checkable
class LookUpProvider(Protocol):
    """A provider that can be asked what it accepted. Asking changes nothing."""

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        """What the provider has of this batch, by its key and its delivery ids. Raises ProviderError.

        A delivery that an earlier call carried is found, too: what counts is that the reader's copy exists.
        """


@dataclass(frozen=True, slots=True)
class SuppressedAddress:
    """Somebody whom the provider sends nothing to, and what made it stop."""

    address: str
    cause: EventType
    """BOUNCED, COMPLAINED or UNSUBSCRIBED."""


@runtime_checkable
class SuppressionListProvider(Protocol):
    """A provider that can be asked whom it sends nothing to. Asking changes nothing."""

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:
        """Page by page, to the end; `from_address` is the sender's. Raises ProviderError between pages."""


@runtime_checkable
class SuppressionDeletingProvider(SuppressionListProvider, Protocol):
    """One that also forgets somebody whom it lists."""

    def delete_suppressed(self, address: str) -> None:
        """`address`: as the list has it. Does nothing where it is not there any more. Raises ProviderError."""


@dataclass(frozen=True, slots=True)
class IncomingEvent:
    """What a provider says became of a message, in our words."""

    event_id: str
    """Unique per sender: the same event, posted twice, has the same."""
    type: EventType
    occurred_at: datetime | None
    """None: the provider named no moment that can be read. Then it is when the webhook was received."""
    delivery_id: int | None
    """From the tags we sent along; None if the message is not one of ours."""
    provider_message_id: str | None
    """Its name for this one email, wherever our id is missing."""
    reject_reason: RejectReason | None = None
    is_permanent: bool = True
    detail: str | None = None
    """The provider's own words, without addresses."""
    address: str | None = field(default=None, repr=False)
    """Whose it is: only of mails that are no delivery (`outgoing.NO_DELIVERY`), and of reports without our id:
    nothing else leads to anybody. Acted on at once; kept only of a complaint that somebody has to decide on."""
    address_hash_prefix: str | None = None
    """The same where only a token of ours leads there: how the keyed hash of the address begins."""
    call_id: str | None = None
    """The provider's name for a whole call of ours, in a report without our id: beside the address, it means one
    email."""


@dataclass(frozen=True, slots=True)
class UnreadableEvent:
    """An event of a verified webhook that costs itself only: its webhook is kept for staff and for later
    versions."""

    place: int
    """Among the events of its webhook, from 0."""


ReportedEvent = IncomingEvent | UnreadableEvent


class ReportParser(Protocol):
    """Reads what was kept, at leisure."""

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        """The events in a body; `receipt_key` is what it was kept under. Raises WebhookUnreadable where nothing
        in it can be told apart."""


class WebhookParser(ReportParser, Protocol):
    """Two steps: verify at the door on the raw bytes, parse later."""

    may_ask_others: bool
    """Whether verifying may have to ask another machine, and so take its time."""

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        """The key under which a repeat of this request is the same one. Raises WebhookRefused.

        Header names are compared without regard to case.
        """
