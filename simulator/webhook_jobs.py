"""Errands after a message was taken: webhooks to post, and the one click of a reader who has had enough."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.config import SimulatorConfig, is_loopback_url
from simulator.envelope import Envelope
from simulator.events import event_id
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType, outcome_of, posting_order

ONE_CLICK = "List-Unsubscribe=One-Click"
_BRACKETED = re.compile(r"<([^<>\s]+)>")


@dataclass(frozen=True, slots=True)
class WebhookJob:
    """A request to make: an event to tell, or (`event` is None) the one click. `step` puts it behind others."""

    name: str
    url: str
    received: ReceivedMessage
    step: int
    event: EventType | None = None


def webhook_jobs_for(received: ReceivedMessage, config: SimulatorConfig) -> Iterator[WebhookJob]:
    """The same ones with the same names each time: what a restart has to do is this, less what was done."""
    mailbox = received.mailbox
    outcome = outcome_of(mailbox, config)
    if config.webhook_url is not None and received.dialect == config.webhook_dialect:
        for step, event in enumerate(posting_order(mailbox, outcome, config)):
            name = f"{event_id(received, event)} {step}"
            yield WebhookJob(name, config.webhook_url, received, step, event)
    url = one_click_url(received.envelope) if outcome.clicks_unsubscribe else None
    if url is not None:
        yield WebhookJob(f"one-click {received.id}", url, received, len(outcome.events))


def one_click_url(envelope: Envelope) -> str | None:
    """Where the reader's mail program would post, if both headers are there and it is on this machine."""
    if envelope.header("List-Unsubscribe-Post") != ONE_CLICK:
        return None
    offered = _BRACKETED.findall(envelope.header("List-Unsubscribe") or "")
    return next((url for url in offered if is_loopback_url(url)), None)
