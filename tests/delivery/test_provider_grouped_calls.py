"""A batch that takes several calls: what is known of each message when one of them goes wrong."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from delivery.errors import (
    AddressesRefused,
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, Doubtful, NotSent, Rejected, SendResult
from delivery.providers.shared.grouped_calls import NO_TIME, Called, send_groups
from delivery.providers.shared.merge_groups import Group, groups_of
from tests.delivery.batches import a_batch
from tests.delivery.shared_batches import a_sharing_message

BATCH = a_batch()  # three messages of which no two share anything: three calls


class Script:
    """What each call leads to, and whom it was for."""

    def __init__(self, *steps: Exception | None) -> None:
        self.steps = list(steps)
        self.called: list[list[int]] = []

    def __call__(self, group: Group) -> Called:
        self.called.append([message.delivery_id for message in group.messages])
        step = self.steps.pop(0) if self.steps else None
        if step is not None:
            raise step
        return [Accepted(message.delivery_id, "x") for message in group.messages], None


def run(script: Script, ticks: Sequence[float] = (0,) * 9) -> SendResult:
    clock = iter(ticks)
    groups = groups_of(BATCH, most=10)
    return send_groups(BATCH, groups, script, longest=timedelta(seconds=5), monotonic=lambda: next(clock))


CERTAIN: list[ProviderError] = [
    TransientProviderError("later", timedelta(seconds=9)),
    ContentRejected("no"),
    SenderMisconfigured("no"),
    QuotaSpent("no"),
]


@pytest.mark.parametrize("error", CERTAIN)
def test_what_the_first_call_is_told_is_told_to_all(error: ProviderError) -> None:
    script = Script(error)
    with pytest.raises(type(error)):
        run(script)
    assert script.called == [[1]]


@pytest.mark.parametrize("error", CERTAIN)
def test_a_later_refusal_leaves_the_rest_unsent_and_says_why(error: ProviderError) -> None:
    wait = timedelta(seconds=9) if isinstance(error, TransientProviderError) else None
    done = run(Script(None, error))
    assert done.results == (Accepted(1, "x"), NotSent(2, error.detail, wait), NotSent(3, error.detail, wait))
    assert done.stopped_by is error


@pytest.mark.parametrize("before", [0, 1])
def test_a_lost_answer_leaves_doubt_about_its_own_messages_only(before: int) -> None:
    script = Script(*[None] * before, OutcomeUnknown("lost"))
    done = run(script)
    expected = [Accepted(1, "x")] * before + [Doubtful(before + 1, "lost")]
    assert list(done.results[: before + 1]) == expected
    assert all(isinstance(result, NotSent) for result in done.results[before + 1 :])
    assert len(script.called) == before + 1


def test_a_call_that_says_something_of_the_sender_is_the_last() -> None:
    quota = QuotaSpent("no more")
    done = send_groups(
        BATCH,
        groups_of(BATCH, most=10),
        lambda group: ([Accepted(group.messages[0].delivery_id, "x")], quota),
        longest=timedelta(seconds=5),
    )
    assert [type(result) for result in done.results] == [Accepted, NotSent, NotSent]
    assert done.stopped_by is quota


def test_no_call_begins_when_the_time_is_over() -> None:
    script = Script()
    done = run(script, ticks=(0, 4, 6, 7))
    assert script.called == [[1], [2]]
    assert done.results[2] == NotSent(3, NO_TIME, counts=False)


def test_the_first_call_is_made_however_late_it_is() -> None:
    script = Script()
    run(script, ticks=(0, 9, 9, 9))
    assert script.called == [[1]]


@pytest.mark.parametrize("refusal", [AddressesRefused("no such domain"), CallRefused("no")])
def test_a_call_that_is_refused_as_a_whole_is_not_guessed_about(refusal: CallRefused) -> None:
    with pytest.raises(type(refusal)):
        run(Script(refusal))
    rest = run(Script(None, refusal))
    assert rest.results[1:] == (NotSent(2, refusal.detail, counts=False), NotSent(3, refusal.detail, counts=False))
    assert rest.stopped_by is refusal  # so that what is left goes out in halves


def test_who_is_named_is_refused_and_the_others_are_tried_without_them() -> None:
    batch = a_batch(*(a_sharing_message(number) for number in (1, 2, 3)))
    script = Script(AddressesRefused("bad", [1]))
    result = send_groups(batch, groups_of(batch, most=10), script, longest=timedelta(seconds=5))
    assert [type(each) for each in result.results] == [Accepted, Rejected, Accepted]
    assert script.called == [[1, 2, 3], [1, 3]]


def test_where_everybody_is_named_it_may_be_about_us() -> None:
    batch = a_batch(*(a_sharing_message(number) for number in (1, 2, 3)))
    with pytest.raises(AddressesRefused):
        send_groups(
            batch,
            groups_of(batch, most=10),
            Script(AddressesRefused("bad", [0, 1, 2])),
            longest=timedelta(seconds=5),
        )
