"""Whose fault the refusals of one call are: rules that hold for any results."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.errors import (
    ContentRejected,
    EverybodyDeferred,
    EverybodyRefused,
    OutcomeUnknown,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, DeliveryResult, Doubtful, NotSent, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.shared.verdict import OUTBREAK, ROW, is_enough, judge
from delivery.refusal_history import PATIENCE, REPEATS, RefusalHistory, reply_key
from delivery.refusals import RefusalSubject

NO, LATER = "554 5.7.0 no, [address], see #4711", "451 4.3.2 later, [address]"
GONE, FULL, LIMIT = (
    "550 5.1.1 no such user",
    "552 5.2.2 mailbox full",
    "550 5.4.5 Daily user sending limit exceeded",
)
replies = st.sampled_from(
    [NO, LATER, GONE, FULL, LIMIT, "552 5.3.4 too big", "554 5.7.1 Relay access denied", "550 x y"]
)


def yes(delivery_id: int) -> Accepted:
    return Accepted(delivery_id, f"m{delivery_id}")


def refused(delivery_id: int, detail: str = NO) -> Rejected:
    return Rejected(delivery_id, RejectReason.OTHER, detail)


def later(delivery_id: int, detail: str = LATER) -> NotSent:
    return NotSent(delivery_id, detail)


def a_result(kind: str, detail: str) -> DeliveryResult:
    kinds: dict[str, DeliveryResult] = {
        "yes": yes(0),
        "refused": refused(0, detail),
        "later": later(0, detail),
        "?": Doubtful(0, "lost"),
    }
    return kinds[kind]


results = st.lists(
    st.builds(a_result, st.sampled_from(["yes", "yes", "refused", "later", "?"]), replies), max_size=25
).map(lambda each: tuple(replace(result, delivery_id=place) for place, result in enumerate(each)))
some_ids = st.frozensets(st.integers(0, 24))


@given(results, some_ids)
def test_a_verdict_forgets_nobody_and_takes_back_no_yes(
    given_results: tuple[DeliveryResult, ...], tried: frozenset[int]
) -> None:
    judged = judge(SendResult(given_results), tried_before=tried)
    assert [result.delivery_id for result in judged.results] == [result.delivery_id for result in given_results]
    for before, after in zip(given_results, judged.results, strict=True):
        if isinstance(before, Accepted | Doubtful):
            assert after == before
        else:
            assert isinstance(after, Rejected | NotSent)


@given(results, some_ids)
def test_before_a_person_has_looked_nobody_is_refused_for_good_but_for_a_clear_cause_of_their_own(
    given_results: tuple[DeliveryResult, ...], tried: frozenset[int]
) -> None:
    judged = judge(SendResult(given_results), tried_before=tried)
    for result in judged.results:
        if isinstance(result, Rejected):
            assert result.whom_it_is_about in (RefusalSubject.NO_SUCH_ADDRESS, RefusalSubject.READER)


@given(results, some_ids)
def test_whoever_is_put_back_for_our_sake_has_used_up_no_attempt(
    given_results: tuple[DeliveryResult, ...], tried: frozenset[int]
) -> None:
    judged = judge(SendResult(given_results), tried_before=tried)
    for before, after in zip(given_results, judged.results, strict=True):
        if isinstance(after, NotSent) and judged.stopped_by is not None:
            is_gone = isinstance(before, Rejected) and before.whom_it_is_about in (
                RefusalSubject.NO_SUCH_ADDRESS,
                RefusalSubject.READER,
            )
            assert after.counts == is_gone


@given(results, some_ids)
def test_to_judge_twice_is_to_judge_once(given_results: tuple[DeliveryResult, ...], tried: frozenset[int]) -> None:
    once = judge(SendResult(given_results), tried_before=tried)
    assert [type(result) for result in judge(once, tried_before=tried).results] == [
        type(result) for result in once.results
    ]


@given(
    st.integers(0, 5),
    st.integers(ROW, 20),
    st.sampled_from(["refused", "later"]),
    st.lists(st.text("0123456789abcdef", min_size=4, max_size=4), min_size=20, max_size=20),
)
def test_a_row_of_words_that_differ_in_nothing_but_the_message_is_about_us(
    taken: int, row: int, kind: str, names: list[str]
) -> None:
    mine = [f"{NO if kind == 'refused' else LATER} 0{name} - session" for name in names]
    all_results: list[DeliveryResult] = [yes(number) for number in range(taken)]
    all_results += [replace(a_result(kind, mine[number]), delivery_id=taken + number) for number in range(row)]
    assert is_enough(all_results)
    judged = judge(SendResult(tuple(all_results)))
    assert isinstance(judged.stopped_by, EverybodyRefused if kind == "refused" else EverybodyDeferred)
    assert [type(result) for result in judged.results] == [Accepted] * taken + [NotSent] * row
    assert not any(result.counts for result in judged.results if isinstance(result, NotSent))


def test_a_yes_in_between_proves_nothing_where_many_hear_the_same() -> None:
    mixed = SendResult(tuple(refused(n) if n % 2 else yes(n) for n in range(2 * REPEATS)))
    judged = judge(mixed)
    assert isinstance(judged.stopped_by, EverybodyRefused)
    assert [type(result) for result in judged.results] == [Accepted, NotSent] * REPEATS
    assert not any(result.counts for result in judged.results if isinstance(result, NotSent))


def test_a_few_unclear_refusals_are_asked_again_whatever_follows_them() -> None:
    few = SendResult((*(refused(number) for number in range(REPEATS - 1)), yes(50)))
    judged = judge(few)
    assert judged.stopped_by is None
    assert [type(result) for result in judged.results] == [NotSent] * (REPEATS - 1) + [Accepted]
    assert all(result.counts for result in judged.results if isinstance(result, NotSent))


def test_equal_words_are_counted_over_the_whole_campaign() -> None:
    key = reply_key(NO)
    four, call = frozenset(range(100, 100 + REPEATS - 1)), SendResult((yes(1), refused(2), yes(3)))
    assert isinstance(judge(call, history=RefusalHistory(waiting={key: four})).stopped_by, EverybodyRefused)
    assert judge(call, history=RefusalHistory(waiting={reply_key("550 x y"): four})).stopped_by is None
    assert judge(call, history=RefusalHistory(waiting={key: four}, pauses={key: 1})).stopped_by is None


@pytest.mark.parametrize("detail", [NO, "554 5.7.1 Relay access denied", "552 5.3.4 too big"])
def test_after_a_person_has_looked_a_refusal_among_others_who_are_taken_is_about_the_reader(detail: str) -> None:
    resumed_once = RefusalHistory(resumed={2: 1})
    judged = judge(SendResult((yes(1), refused(2, detail))), history=resumed_once)
    assert judged.stopped_by is None
    assert isinstance(judged.results[1], Rejected)
    alone = judge(SendResult((refused(2, detail),)), history=resumed_once)
    assert isinstance(alone.results[0], NotSent)
    with_newcomer = judge(SendResult((yes(1), refused(2, detail), refused(3, detail))), history=resumed_once)
    assert not any(isinstance(result, Rejected) for result in with_newcomer.results)
    at_last = judge(SendResult((refused(2, detail),)), history=RefusalHistory(resumed={2: PATIENCE}))
    assert isinstance(at_last.results[0], Rejected)


def test_what_is_clearly_a_limit_is_nobodys_fault_when_it_is_still_there() -> None:
    resumed_often = RefusalHistory(resumed={2: PATIENCE})
    assert isinstance(judge(SendResult((refused(2, LIMIT),)), history=resumed_often).stopped_by, QuotaSpent)


@pytest.mark.parametrize(
    ("detail", "kind"),
    [
        (LIMIT, QuotaSpent),
        ("554 5.7.1 Relay access denied", SenderMisconfigured),
        ("552 5.3.4 too big", ContentRejected),
    ],
)
def test_what_is_clearly_about_us_counts_wherever_it_stands(detail: str, kind: type[Exception]) -> None:
    judged = judge(SendResult((yes(1), refused(2, detail), yes(3))))
    assert [type(result) for result in judged.results] == [Accepted, NotSent, Accepted]
    assert type(judged.stopped_by) is kind
    assert is_enough([yes(1), refused(2, detail)])


def test_many_who_are_gone_are_believed_the_second_time() -> None:
    gone = SendResult((yes(0), *(refused(number, GONE) for number in range(1, OUTBREAK + 1))))
    first = judge(gone)
    assert isinstance(first.stopped_by, EverybodyRefused)
    assert all(isinstance(result, NotSent) and result.counts for result in first.results[1:])
    second = judge(gone, tried_before=range(1, OUTBREAK + 1))
    assert second.stopped_by is None
    assert all(isinstance(result, Rejected) for result in second.results[1:])


def test_a_few_who_are_gone_are_believed_at_once() -> None:
    few = SendResult(tuple(refused(number, GONE) for number in range(OUTBREAK - 1)))
    assert judge(few) == few


def test_later_for_all_of_a_call_is_the_senders_trouble_unless_it_is_known_to_be_theirs() -> None:
    alone = SendResult((later(1), later(2, "450 4.7.1 greylisted")))
    judged = judge(alone)
    assert isinstance(judged.stopped_by, EverybodyDeferred)
    assert not any(result.counts for result in judged.results if isinstance(result, NotSent))
    assert judge(alone, tried_before=[1, 2]) == alone
    assert judge(SendResult((later(1), yes(2)))).stopped_by is None


def test_a_full_mailbox_or_two_are_no_trouble_of_the_senders() -> None:
    full = SendResult((later(1, "452 4.2.2 mailbox full"), later(2, "450 4.1.2 Domain not found")))
    assert judge(full) == full


def test_what_was_kept_back_says_nothing() -> None:
    kept_back = tuple(NotSent(number, "there was no time left", counts=False) for number in range(2, 12))
    assert judge(SendResult((yes(1), *kept_back))) == SendResult((yes(1), *kept_back))


@pytest.mark.parametrize("error", [TransientProviderError("503"), OutcomeUnknown("?")])
def test_what_stopped_the_call_already_is_the_cause(error: TransientProviderError | OutcomeUnknown) -> None:
    judged = judge(SendResult((later(1), later(2)), error))
    assert judged.stopped_by is error
    assert not any(result.counts for result in judged.results if isinstance(result, NotSent))
