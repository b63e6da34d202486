"""Who may be mailed: only a confirmed, unsuppressed subscription."""

import pytest

from subscribers.policy import SkipReason, may_mail
from subscribers.status import SubscriptionStatus as Status
from subscribers.topic_tables import Frequency


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
    answer = may_mail(status=status, is_suppressed=is_suppressed, is_paused=False, frequency=Frequency.AT_ONCE)
    assert answer == expected


@pytest.mark.parametrize("status", [None, *Status])
@pytest.mark.parametrize("is_suppressed", [False, True])
def test_a_pause_and_a_topic_keep_only_those_out_who_would_be_mailed(
    status: Status | None, is_suppressed: bool
) -> None:
    def ask(
        *, is_paused: bool, frequency: Frequency = Frequency.AT_ONCE, is_for_them: bool = True
    ) -> SkipReason | None:
        return may_mail(
            status=status,
            is_suppressed=is_suppressed,
            is_paused=is_paused,
            frequency=frequency,
            is_for_them=is_for_them,
        )

    before = ask(is_paused=False)
    for frequency, reason in {
        Frequency.NEVER: SkipReason.NOT_THEIR_TOPIC,
        Frequency.WEEKLY: SkipReason.IN_WEEKLY_DIGEST,
        Frequency.MONTHLY: SkipReason.IN_MONTHLY_DIGEST,
    }.items():
        assert ask(is_paused=False, frequency=frequency, is_for_them=False) == (before or reason)
        assert ask(is_paused=True, frequency=frequency) == (before or SkipReason.PAUSED)
    assert ask(is_paused=True, is_for_them=False) == (before or SkipReason.PAUSED)
    assert ask(is_paused=False, is_for_them=False) == (before or SkipReason.NOTHING_FOR_THEM)
