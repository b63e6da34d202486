"""What comes of two subscriptions to one list when two entries of one person are merged: a no of either wins."""

from subscribers.status import SubscriptionStatus


def merged_status(
    kept: SubscriptionStatus | None, gone: SubscriptionStatus | None, *, is_opted_out: bool = False
) -> SubscriptionStatus | None:
    """Pure; whichever of the two is kept. None: neither had to do with the list. `is_opted_out`: from the list or
    from everything, at either address."""
    both = {kept, gone} - {None}
    if both and (is_opted_out or SubscriptionStatus.UNSUBSCRIBED in both):
        return SubscriptionStatus.UNSUBSCRIBED
    if SubscriptionStatus.CONFIRMED in both:
        return SubscriptionStatus.CONFIRMED
    return SubscriptionStatus.PENDING if both else None
