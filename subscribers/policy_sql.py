"""The mailing policy as a SQL predicate: `policy.may_mail` for whole lists at once.

It is made of the answers of `may_mail` itself, one for each combination of states, so that whoever changes the
rule changes it here, too. A property test holds the two together on both databases.
"""

from itertools import product

from sqlalchemy import ColumnElement, and_, exists, false, or_
from sqlmodel import col

from subscribers.policy import may_mail
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription, Suppression


def is_suppressed() -> ColumnElement[bool]:
    """Of a subscriber: whether anything bars their address."""
    return exists().where(col(Suppression.address_hash) == col(Subscriber.address_hash))


def may_be_mailed() -> ColumnElement[bool]:
    """Of a subscriber joined with their subscription to the list that is mailed: whether the policy lets them
    through.

    Whoever has no subscription has no row to ask about; `may_mail` refuses them, too.
    """
    suppressed = is_suppressed()
    return or_(
        false(),
        *(
            and_(col(Subscription.status) == status, suppressed if barred else ~suppressed)
            for status, barred in product(SubscriptionStatus, (False, True))
            if may_mail(status=status, is_suppressed=barred) is None
        ),
    )
