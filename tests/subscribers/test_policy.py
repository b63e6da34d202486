"""Who may be mailed: only a confirmed, unsuppressed subscription."""

import pytest

from subscribers.policy import SkipReason, may_mail
from subscribers.status import SubscriptionStatus as Status


@pytest.mark.parametrize(
    ("status", "is_suppressed", "expected"),
    [
        (Status.CONFIRMED, False, None),
        (Status.CONFIRMED, True, SkipReason.SUPPRESSED),
        (Status.PENDING, False, SkipReason.PENDING),
        (Status.PENDING, True, SkipReason.PENDING),
        (Status.UNSUBSCRIBED, False, SkipReason.UNSUBSCRIBED),
        (Status.UNSUBSCRIBED, True, SkipReason.UNSUBSCRIBED),
        (None, False, SkipReason.NOT_SUBSCRIBED),
        (None, True, SkipReason.NOT_SUBSCRIBED),
    ],
)
def test_each_case_has_its_answer(status: Status | None, is_suppressed: bool, expected: SkipReason | None) -> None:
    assert may_mail(status=status, is_suppressed=is_suppressed) == expected
