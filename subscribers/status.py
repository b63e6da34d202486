"""Consent to one list, as a strict state machine. Bounces and complaints do not touch it: they suppress."""

from enum import StrEnum

from core.machine import follow


class SubscriptionStatus(StrEnum):
    PENDING = "pending"
    """Asked for; the person has not confirmed yet. Gets nothing but the question."""
    CONFIRMED = "confirmed"
    """The person said yes, and a ConsentRecord says when and to what."""
    UNSUBSCRIBED = "unsubscribed"
    """The person said no. Only the person can begin again."""


class SubscriptionAction(StrEnum):
    CONFIRM = "confirm"
    UNSUBSCRIBE = "unsubscribe"
    REQUEST = "request"
    UNDO = "undo"
    """Of an unsubscribe, by whoever has just left."""
    ASK_ANEW = "ask_anew"
    """At another address, of a yes that no link has ever proven."""


TRANSITIONS: dict[tuple[SubscriptionStatus, SubscriptionAction], SubscriptionStatus] = {
    (SubscriptionStatus.PENDING, SubscriptionAction.CONFIRM): SubscriptionStatus.CONFIRMED,
    (SubscriptionStatus.PENDING, SubscriptionAction.UNSUBSCRIBE): SubscriptionStatus.UNSUBSCRIBED,
    (SubscriptionStatus.CONFIRMED, SubscriptionAction.UNSUBSCRIBE): SubscriptionStatus.UNSUBSCRIBED,
    (SubscriptionStatus.UNSUBSCRIBED, SubscriptionAction.REQUEST): SubscriptionStatus.PENDING,
    (SubscriptionStatus.UNSUBSCRIBED, SubscriptionAction.UNDO): SubscriptionStatus.CONFIRMED,
    (SubscriptionStatus.CONFIRMED, SubscriptionAction.ASK_ANEW): SubscriptionStatus.PENDING,
}


def next_status(state: SubscriptionStatus, action: SubscriptionAction) -> SubscriptionStatus:
    """Raises IllegalTransition."""
    return follow(TRANSITIONS, state, action)
