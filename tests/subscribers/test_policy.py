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
    answer = may_mail(status=status, is_suppressed=is_suppressed, is_paused=False, is_not_their_topic=False)
    assert answer == expected


@pytest.mark.parametrize("status", [None, *Status])
@pytest.mark.parametrize("is_suppressed", [False, True])
def test_a_pause_and_a_topic_keep_only_those_out_who_would_be_mailed(
    status: Status | None, is_suppressed: bool
) -> None:
    def ask(*, is_paused: bool, is_not_their_topic: bool) -> SkipReason | None:
        return may_mail(
            status=status,
            is_suppressed=is_suppressed,
            is_paused=is_paused,
            is_not_their_topic=is_not_their_topic,
        )

    before = ask(is_paused=False, is_not_their_topic=False)
    assert ask(is_paused=False, is_not_their_topic=True) == (before or SkipReason.NOT_THEIR_TOPIC)
    assert ask(is_paused=True, is_not_their_topic=False) == (before or SkipReason.PAUSED)
    assert ask(is_paused=True, is_not_their_topic=True) == (before or SkipReason.PAUSED)
