"""May this person be mailed, and if not, why not: the rule in one place, as plain values.

`subscribers.policy_sql` makes a SQL predicate of it for whole lists; a test holds the two together.
"""

from enum import StrEnum

from subscribers.status import SubscriptionStatus
from subscribers.topic_tables import Frequency


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
    IN_WEEKLY_DIGEST = "in_weekly_digest"
    """Said yes, and gets this in a weekly digest instead."""
    IN_MONTHLY_DIGEST = "in_monthly_digest"
    NOTHING_FOR_THEM = "nothing_for_them"
    """Said yes, and has had all that is in this digest, or gets it in another."""
    ERASED = "erased"
    """There is no such person here any more."""


_BY_FREQUENCY = {
    Frequency.NEVER: SkipReason.NOT_THEIR_TOPIC,
    Frequency.WEEKLY: SkipReason.IN_WEEKLY_DIGEST,
    Frequency.MONTHLY: SkipReason.IN_MONTHLY_DIGEST,
}


def may_mail(
    *,
    status: SubscriptionStatus | None,
    is_suppressed: bool,
    is_paused: bool,
    frequency: Frequency,
    is_for_them: bool = True,
) -> SkipReason | None:
    """None: yes. Otherwise the reason; what the person said comes before what their address did, and what holds
    for good before what holds for a time or for one campaign.

    `frequency`: how often news like the campaign's reaches them (`subscribers.mail_content.frequency_of`).
    `is_for_them`: whether a campaign that differs by reader has anything for this one.
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
            return _BY_FREQUENCY.get(frequency) or (None if is_for_them else SkipReason.NOTHING_FOR_THEM)
