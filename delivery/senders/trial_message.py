"""Smoke test: one email through a sender, to whoever sets it up. It is no delivery of any campaign."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from html import escape

from core.settings import Settings
from core.signing import Signer
from delivery.attempts.keys import attempt_key
from delivery.errors import ProviderError
from delivery.message.outgoing import NO_DELIVERY, Accepted, OutgoingBatch, OutgoingMessage
from delivery.providers import build_provider
from delivery.providers.base import Provider
from delivery.senders.bounce_address import envelope_from
from delivery.settings import DeliverySettings
from delivery.tables import Sender


@dataclass(frozen=True, slots=True)
class TrialText:
    subject: str
    text: str


def trial_batch(
    sender: Sender, to: str, content: TrialText, *, signer: Signer, domain: str, now: datetime
) -> OutgoingBatch:
    """`domain`: as in each Message-ID. Its bounce comes back as a reader's would, and acts on nobody."""
    key = attempt_key()
    text = content.text
    message = OutgoingMessage(
        delivery_id=NO_DELIVERY,
        rendered_for=key,
        to=to,
        to_hash=key,
        envelope_from=envelope_from(
            signer, sender, delivery_id=NO_DELIVERY, to_hash=hashlib.sha256(key.encode()).hexdigest()
        ),
        subject=content.subject,
        html=f"<p>{escape(text)}</p>",
        text=text,
        headers=(("Message-ID", f"<{key}@{domain}>"), ("Auto-Submitted", "auto-generated")),
    )
    return OutgoingBatch(key, now, sender.from_name, sender.from_address, sender.reply_to, "trial", (message,))


def try_sender(
    sender: Sender, to: str, content: TrialText, *, settings: Settings, signer: Signer, now: datetime
) -> str:
    """Sends it, with no transaction open: what stood in its way, in the provider's words; empty if it was
    accepted."""
    domain = DeliverySettings.of(settings).list_domain
    batch = trial_batch(sender, to, content, signer=signer, domain=domain, now=now)
    provider = build_provider(sender.provider, settings)
    try:
        return send_trial(provider, batch)
    finally:
        provider.close()


def send_trial(provider: Provider, batch: OutgoingBatch) -> str:
    """What stood in its way, in the provider's words; empty if it was accepted."""
    try:
        (result,) = provider.send(batch).results
    except ProviderError as error:
        return error.detail
    return "" if isinstance(result, Accepted) else result.detail
