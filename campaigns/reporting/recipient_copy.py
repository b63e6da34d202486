"""The copy of one reader: what they got, or will get, made again from the frozen variant and their own values.

Nothing that was sent is kept. Where everything it was made of is as it was, the digest of the attempt proves that
what is shown is what was sent, to the byte. The one thing covered are the reader's own links: whoever has them can
leave the list, or choose, in their name.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from enum import StrEnum, auto

from sqlmodel import Session

from campaigns.active_sender import active_sender
from campaigns.merging.compiled_variants import CompiledVariantCache
from campaigns.merging.field_values import with_field_values
from campaigns.merging.merge_values import CampaignSnapshot, MergeContext, addressee, batch_values
from campaigns.merging.personalise import BatchValues, CompiledVariant, build_batch
from campaigns.reporting.protected_readers import expect_to_see, may_see_readers_of
from campaigns.tables import Campaign
from core.public_urls import links_of_nobody
from core.settings import Settings
from core.signing import Signer
from delivery.attempts.attempts import deliveries_of
from delivery.message.outgoing import Header, OutgoingBatch, OutgoingMessage, request_digest
from delivery.reporting.history import last_attempt
from delivery.senders.senders import get_sender
from delivery.tables import Attempt, Delivery
from staff import audit
from staff.principal import Principal
from subscribers.lists import get_list
from subscribers.queries import people

OPENED = "delivery.opened"
ONE_LOOK = timedelta(minutes=10)
"""How long a copy stays open to whoever opened it."""


class Fidelity(StrEnum):
    """How surely a copy is the reader's."""

    PROVEN = auto()
    """The batch it was in, made again, has the digest of the one that was sent."""
    REBUILT = auto()
    """Made of today's name, address, list and sender; some of those of its batch have changed or are gone."""
    UNSENT = auto()
    """No call has been made for it: what it is, or would have been."""


@dataclass(frozen=True, slots=True)
class RecipientCopyView:
    batch: OutgoingBatch
    """Who it is from, and when; of the messages, only this one."""
    fidelity: Fidelity

    @property
    def message(self) -> OutgoingMessage:
        return self.batch.messages[0]

    @property
    def headers(self) -> tuple[Header, ...]:
        """As people read them, before they are encoded for the wire."""
        batch, message = self.batch, self.message
        return (
            ("From", formatted(batch.from_name, batch.from_address)),
            ("To", formatted(message.to_name or "", message.to)),
            *((("Reply-To", batch.reply_to),) if batch.reply_to else ()),
            ("Subject", message.subject),
            ("Date", format_datetime(batch.date)),
            *message.headers,
        )


def formatted(name: str, address: str) -> str:
    return f"{name} <{address}>" if name else address


def readers_copy(
    session: Session, delivery: Delivery, *, settings: Settings, signer: Signer, now: datetime
) -> RecipientCopyView | None:
    """None where the reader has been erased: then nothing says any more what they were sent."""
    campaign = session.get_one(Campaign, delivery.campaign_id)
    attempt = last_attempt(session, delivery.id)
    build = _Builder(session, campaign, settings, signer, CompiledVariantCache().loader(session).get)
    if attempt is None:
        values = build.values_of([delivery], _next_sender(session, campaign), now)
        return build.copy(delivery, "", values, Fidelity.UNSENT)
    if attempt.merge_values is not None:
        values = BatchValues.from_json(attempt.merge_values)
    else:
        values = build.values_of(deliveries_of(session, attempt.id), attempt.sender_id, attempt.opened_at)
    fidelity = Fidelity.PROVEN if build.proves(attempt, values) else Fidelity.REBUILT
    return build.copy(delivery, attempt.key, values, fidelity)


def _next_sender(session: Session, campaign: Campaign) -> int:
    """Whom it would go through now; while nobody may be used, the first."""
    carrying = active_sender(session, campaign)
    return carrying.id if carrying else campaign.sender_id


def open_copy(session: Session, delivery: Delivery, *, actor: Principal, now: datetime) -> None:
    """Who looks at whose copy is written down, and only then is it shown: for ONE_LOOK, to this person.

    Raises NotAllowed where the reader is not for them to see.
    """
    expect_to_see(session, delivery, actor)
    audit.record(
        session,
        actor=actor.name,
        action=OPENED,
        subject=f"delivery:{delivery.id}",
        now=now,
        campaign=delivery.campaign_id,
    )


def is_open(session: Session, delivery: Delivery, *, actor: Principal, now: datetime) -> bool:
    """Whether this person opened it a short while ago, and may still see its reader."""
    if not may_see_readers_of(session, delivery.campaign_id, actor):
        return False
    subject = f"delivery:{delivery.id}"
    return audit.was_done(
        session, actor=actor.name, action=OPENED, subject=subject, since=now - ONE_LOOK, until=now
    )


@dataclass(frozen=True, slots=True)
class _Builder:
    session: Session
    campaign: Campaign
    settings: Settings
    signer: Signer
    variant_of: Callable[[int], CompiledVariant]

    def values_of(self, deliveries: list[Delivery], sender_id: int, at: datetime) -> BatchValues:
        """Of those readers of a batch who are still here."""
        known = people(self.session, [delivery.subscriber_id for delivery in deliveries])
        addressees = tuple(
            addressee(
                self.settings,
                self.signer,
                MergeContext(self.campaign, at),
                delivery,
                known[delivery.subscriber_id],
                mailing_list=get_list(self.session, delivery.list_id),
            )
            for delivery in deliveries
            if delivery.subscriber_id in known
        )
        addressees = with_field_values(self.session, addressees, deliveries, self.variant_of)
        snapshot = CampaignSnapshot(self.campaign, get_sender(self.session, sender_id))
        return batch_values(self.settings, self.signer, snapshot, addressees, now=at)

    def proves(self, attempt: Attempt, values: BatchValues) -> bool:
        return request_digest(build_batch(attempt.key, values, self.variant_of)) == attempt.request_digest

    def copy(
        self, delivery: Delivery, key: str, values: BatchValues, fidelity: Fidelity
    ) -> RecipientCopyView | None:
        links = links_of_nobody(self.settings)
        leave, choose = links["unsubscribe_url"], links["preferences_url"]
        own = tuple(
            replace(merged_recipient, unsubscribe_url=leave, preferences_url=choose)
            for merged_recipient in values.addressees
            if merged_recipient.delivery_id == delivery.id
        )
        if not own:
            return None
        batch = build_batch(key, replace(values, addressees=own), self.variant_of)
        return RecipientCopyView(batch, fidelity)
