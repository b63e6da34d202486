"""What becomes of a message after it was taken: decided by the address alone, so that a rehearsal repeats.

bounce…       bounced, for good
soft…         delayed, then delivered
complain…     delivered, then marked as spam
unsubscribe…  delivered, then the reader's mail program unsubscribes with one click (RFC 8058)
reject…       never taken at all (see envelope)
any other     delivered; by the seeded rates some bounce, complain or unsubscribe
"""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from simulator.config import SimulatorConfig


class EventType(StrEnum):
    SENT = "email.sent"
    DELIVERED = "email.delivered"
    DELAYED = "email.delivery_delayed"
    BOUNCED = "email.bounced"
    COMPLAINED = "email.complained"


@dataclass(frozen=True, slots=True)
class MailboxOutcome:
    events: tuple[EventType, ...]
    clicks_unsubscribe: bool = False

    @property
    def last_event(self) -> str:
        return self.events[-1].removeprefix("email.")


DELIVERED = MailboxOutcome((EventType.SENT, EventType.DELIVERED))
BOUNCED = MailboxOutcome((EventType.SENT, EventType.BOUNCED))
COMPLAINED = MailboxOutcome((EventType.SENT, EventType.DELIVERED, EventType.COMPLAINED))
UNSUBSCRIBED = MailboxOutcome((EventType.SENT, EventType.DELIVERED), clicks_unsubscribe=True)
BY_PREFIX = {
    "bounce": BOUNCED,
    "soft": MailboxOutcome((EventType.SENT, EventType.DELAYED, EventType.DELIVERED)),
    "complain": COMPLAINED,
    "unsubscribe": UNSUBSCRIBED,
}


def outcome_of(address: str, config: SimulatorConfig) -> MailboxOutcome:
    for prefix, outcome in BY_PREFIX.items():
        if address.startswith(prefix):
            return outcome
    if _draws(config, "bounce", address, rate=config.bounce_rate):
        return BOUNCED
    if _draws(config, "complaint", address, rate=config.complaint_rate):
        return COMPLAINED
    if _draws(config, "unsubscribe", address, rate=config.unsubscribe_rate):
        return UNSUBSCRIBED
    return DELIVERED


def posting_order(address: str, outcome: MailboxOutcome, config: SimulatorConfig) -> list[EventType]:
    """The events as the webhooks tell them: some shuffled, some told twice, as real webhooks are."""
    events = list(outcome.events)
    if _draws(config, "repeat", address, rate=config.repeat_rate):
        events.append(events[-1])
    if _draws(config, "shuffle", address, rate=config.shuffle_rate):
        _random(config, "order", address).shuffle(events)
    return events


def _draws(config: SimulatorConfig, purpose: str, address: str, *, rate: float) -> bool:
    return rate > 0 and _random(config, purpose, address).random() < rate


def _random(config: SimulatorConfig, purpose: str, address: str) -> Random:
    return Random(f"{config.seed} {purpose} {address}")  # noqa: S311  repeatable on purpose
