"""May this person be mailed, and if not, why not: the rule in one place, as plain values.

`subscribers.policy_sql` makes a SQL predicate of it for whole lists; a test holds the two together.
"""

from enum import StrEnum

from subscribers.status import SubscriptionStatus


class SkipReason(StrEnum):
    NOT_SUBSCRIBED = "not_subscribed"
    """Never asked for this list."""
    PENDING = "pending"
    """Asked, but has not confirmed."""
    UNSUBSCRIBED = "unsubscribed"
    SUPPRESSED = "suppressed"
    """Said yes, but the address bounced hard, complained, or was barred by staff or provider."""
    PAUSED = "paused"
    """Said yes, and wants nothing until a day that they chose."""
    NOT_THEIR_TOPIC = "not_their_topic"
    """Said yes, and wants nothing of any topic that the campaign has."""
    ERASED = "erased"
    """There is no such person here any more."""


def may_mail(
    *, status: SubscriptionStatus | None, is_suppressed: bool, is_paused: bool, is_not_their_topic: bool
) -> SkipReason | None:
    """None: yes. Otherwise the reason; what the person said comes before what their address did, and what holds
    for good before what holds for a time or for one campaign.

    `is_not_their_topic`: the campaign has topics, and they said never to each of them.
    """
    match status:
        case None:
            return SkipReason.NOT_SUBSCRIBED
        case SubscriptionStatus.PENDING:
            return SkipReason.PENDING
        case SubscriptionStatus.UNSUBSCRIBED:
            return SkipReason.UNSUBSCRIBED
        case SubscriptionStatus.CONFIRMED:
            if is_suppressed:
                return SkipReason.SUPPRESSED
            if is_paused:
                return SkipReason.PAUSED
            return SkipReason.NOT_THEIR_TOPIC if is_not_their_topic else None
