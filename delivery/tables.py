"""Rows of the delivery room."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, UtcDateTime
from core.encrypted_columns import EncryptedBytesType, EncryptedJsonType
from delivery.outcome import EventType, Outcome, RejectReason
from delivery.status import DeliveryStatus


class LimitInterval(StrEnum):
    SECOND = "second"
    HOUR = "hour"
    DAY = "day"


class Sender(SQLModel, table=True):
    """Who mail comes from, and the provider that takes it there. Its limits are rows, shared by all workers."""

    __tablename__ = "sender"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=60)
    provider: str = Field(max_length=40)
    """A key of delivery.providers.PROVIDERS."""
    from_name: str = Field(max_length=120)
    from_address: str = Field(max_length=254)
    reply_to: str | None = Field(default=None, max_length=254)
    bounce_address: str | None = Field(default=None, max_length=254)
    """Where bounces go to, as email (VERP): its local part, `bounce_delimiter` and a token of each email are the
    envelope's sender. None: they go to the From address, and are not read."""
    bounce_delimiter: str = Field(default="+", max_length=1, sa_column_kwargs={"server_default": "+"})
    """What the mail server takes for the end of a mailbox's name (Postfix: recipient_delimiter)."""
    identity_changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when its names and addresses are what they are; None: since it was set up. What was approved before is
    from somebody else."""
    webhook_token: str = Field(unique=True, max_length=64)
    """The secret part of this sender's webhook address."""
    calls_per_second: float = 4.0
    next_call_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """No call before this: the rate limit, and what the provider told us to wait."""
    held_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Until when a provider asked us to wait: then `next_call_at` lies ahead for no limit of ours."""
    email_limit: int | None = None
    """So many emails in each `limit_period`, evenly spread; None: as fast as its calls."""
    limit_period: LimitInterval | None = Field(default=None, sa_type=EnumText(LimitInterval))
    next_suppressions_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the provider is asked next whom it sends nothing to; None: it has not been asked yet."""
    erased_listed: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """People who were erased here, and whom it still listed when it was asked last."""
    consecutive_errors: int = 0
    paused_reason: str | None = None
    """Set while the sender must not be used (wrong key, quota spent); the provider's words follow the code."""
    paused_detail: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)

    @property
    def domain(self) -> str:
        """Whose word counts for whether its mail is genuine."""
        return self.from_address.rpartition("@")[2]

    @property
    def envelope_domain(self) -> str:
        """Which SPF is asked of, where the envelope is ours."""
        return (self.bounce_address or self.from_address).rpartition("@")[2]


class Delivery(SQLModel, table=True):
    """One campaign to one subscriber. The rows are the queue."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("campaign_id", "subscriber_id"),
        UniqueConstraint("campaign_id", "address_hash"),
        Index("ix_delivery_campaign_id_status_next_attempt_at", "campaign_id", "status", "next_attempt_at"),
        # Each index is written again whenever a delivery moves: no more of them than are asked.
        Index(
            "ix_delivery_provider_message_id",
            "provider_message_id",
            postgresql_where=text("provider_message_id IS NOT NULL"),
            sqlite_where=text("provider_message_id IS NOT NULL"),
        ),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", sa_type=BigId)
    subscriber_id: int = Field(sa_type=BigId)
    """Not a foreign key: erasing a person must not rewrite what happened."""
    address_hash: str = Field(max_length=64)
    variant_id: int = Field(foreign_key="rendered_variant.id", sa_type=BigId)
    list_id: int = Field(sa_type=BigId)
    """The list that its reader was reached by: List-Id, links and the policy go by it. Not a foreign key: lists
    are never deleted, and each row of a launch would pay for it."""
    status: DeliveryStatus = Field(sa_type=EnumText(DeliveryStatus))
    outcome: Outcome = Field(default=Outcome.PENDING, sa_type=EnumText(Outcome))
    attempt_count: int = 0
    attempt_id: int | None = Field(default=None, sa_type=BigId)
    """The attempt that has it, or had it last: whose answer it takes (ADR 33). No foreign key: `AttemptDelivery`
    is under one already, and each delivery of each batch would pay for a second."""
    next_attempt_at: datetime = Field(sa_type=UtcDateTime)
    provider_message_id: str | None = Field(default=None, max_length=200)
    reason: str | None = Field(default=None, max_length=80)
    """Why it was skipped, rejected or given up: a code."""
    detail: str | None = None
    """The provider's own words to that."""
    accepted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class AttemptState(StrEnum):
    OPEN = "open"
    """Committed; the call may be under way. A lease that runs out makes it in_doubt."""
    IN_DOUBT = "in_doubt"
    SETTLED = "settled"


class Attempt(SQLModel, table=True):
    """One provider call for a batch of deliveries, committed before the call is made.

    `merge_values` with the frozen variants are what a byte-for-byte repeat needs; `request_digest` proves that
    a repeat is one. The values are wiped when the attempt is settled.
    """

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_state_settle_at", "state", "settle_at"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", sa_type=BigId, index=True)
    sender_id: int = Field(foreign_key="sender.id", sa_type=BigId)
    key: str = Field(unique=True, max_length=80)
    """The provider's idempotency key; kept for ever, never used for another batch."""
    state: AttemptState = Field(sa_type=EnumText(AttemptState))
    merge_values: dict[str, Any] | None = Field(default=None, sa_type=EncryptedJsonType("attempt.merge_values"))
    request_digest: str = Field(max_length=64)
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    claimed_by: str | None = Field(default=None, max_length=80)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    is_opened_at_wrong: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether a clock that was ahead wrote it: it says how old the attempt is at least, and no more."""
    opened_tick: str | None = Field(default=None, max_length=80)
    """The same moment by monotonic time (`core.clock.Uptime`), for the machine that opened it."""
    settle_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """In doubt: when to look for evidence next; empty where only an event or a person can settle it."""
    settle_count: int = 0
    """Fencing token: rises with each claim of a lookup, and whoever answers names the one that they hold."""
    look_count: int = 0
    """In doubt: how many lookups were made in vain; the wait for the next grows with them."""
    absent_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """In doubt: since when the provider's complete record has not shown what is still open."""
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    detail: str | None = None
    split_to: int | None = None
    """Refused as a whole for some address in it: what it carried goes out again in calls of its own, of so many at
    most (`split.py`)."""


class AttemptDelivery(SQLModel, table=True):
    """Which deliveries an attempt carries, in the order of the request."""

    __tablename__ = "attempt_delivery"

    attempt_id: int = Field(foreign_key="attempt.id", primary_key=True, sa_type=BigId, ondelete="CASCADE")
    delivery_id: int = Field(foreign_key="delivery.id", primary_key=True, sa_type=BigId, index=True)
    position: int


class RefusalRecord(SQLModel, table=True):
    """A reader who was refused in words that may be about us, and put back (`refusal_history.py`). It stays when
    they are accepted after all, and acts no more then."""

    __tablename__ = "refusal"
    __table_args__ = (Index("ix_refusal_campaign_id_sender_id", "campaign_id", "sender_id"),)

    delivery_id: int = Field(foreign_key="delivery.id", primary_key=True, sa_type=BigId, ondelete="CASCADE")
    campaign_id: int = Field(sa_type=BigId)
    sender_id: int = Field(sa_type=BigId)
    reply_key: str = Field(max_length=64)
    """What was said, as `refusal_history.reply_key` has it."""
    times_resumed: int = 0
    """How often staff have had the campaign go on with these words before them."""


class WebhookReceipt(SQLModel, table=True):
    """What a provider posted, as it came. Stored first, processed later, wiped when it is."""

    __tablename__ = "webhook_receipt"
    __table_args__ = (
        UniqueConstraint("sender_id", "dedupe_key"),
        Index("ix_webhook_receipt_processed_at", "processed_at"),
        Index(
            "ix_webhook_receipt_unreadable",
            "id",
            postgresql_where=text("error IS NOT NULL"),
            sqlite_where=text("error IS NOT NULL"),
        ),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    sender_id: int = Field(foreign_key="sender.id", sa_type=BigId)
    dedupe_key: str = Field(max_length=200)
    body: bytes | None = Field(default=None, sa_type=EncryptedBytesType("webhook_receipt.body"))
    received_at: datetime = Field(sa_type=UtcDateTime)
    processed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
    """Why it, or something in it, could not be read; its body is kept then."""
    read_by: str | None = Field(default=None, max_length=40)
    """The version that could not read it: a later one tries again."""


class WebhookRefusal(SQLModel, table=True):
    """Webhooks of a sender that nobody could show to be its provider's: how many, and why the last one."""

    __tablename__ = "webhook_refusal"

    sender_id: int = Field(foreign_key="sender.id", primary_key=True, sa_type=BigId, ondelete="CASCADE")
    code: str = Field(max_length=80)
    """The key of the text that says why."""
    count: int
    first_at: datetime = Field(sa_type=UtcDateTime)
    last_at: datetime = Field(sa_type=UtcDateTime)


class DeliveryEvent(SQLModel, table=True):
    """What a provider said of a delivery, normalised."""

    __tablename__ = "delivery_event"
    __table_args__ = (UniqueConstraint("sender_id", "provider_event_id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    sender_id: int = Field(foreign_key="sender.id", sa_type=BigId)
    delivery_id: int | None = Field(default=None, foreign_key="delivery.id", sa_type=BigId, index=True)
    reported_delivery_id: int | None = Field(default=None, sa_type=BigId)
    """Where there was no such delivery when it came: a replay may bring that back (ADR 31)."""
    type: EventType = Field(sa_type=EnumText(EventType))
    reject_reason: RejectReason | None = Field(default=None, sa_type=EnumText(RejectReason))
    is_permanent: bool = True
    provider_event_id: str = Field(max_length=200)
    occurred_at: datetime = Field(sa_type=UtcDateTime)
    detail: str | None = None
