"""Failure attribution: what the results of one call say together of whose fault its refusals are. Pure.

A refusal that is clearly about the reader is final. One that is about us or the content costs nobody a copy: it
goes back, and the sender or the campaign is paused with its words. What is unclear goes back, too, to be asked
again among others: a yes after it proves nothing, for a limit that slides says yes in between. A row of equal
words, or the same words to many readers of a campaign, are about us (`refusal_history.py`). Whoever is refused
again after a person has seen the words and lets the campaign go on, while others are taken, is refused for their
own sake.

    refused again after a person looked      refused for good                nothing
    about us, about the content              put back, no attempt used up    pause
    ROW equal words, no yes since            put back, no attempt used up    pause; for "later": the sender is held
    REPEATS readers with equal words         put back, no attempt used up    pause
    OUTBREAK addresses gone, no yes since    put back once, then believed    pause
    nobody taken, everybody put off          put back, no attempt used up    the sender is held, longer each time
    the same, each was put off before        put back, an attempt each       nothing: it is these readers' trouble
    any other unclear refusal                put back, an attempt            nothing
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeGuard

from delivery.errors import (
    ContentRejected,
    EverybodyDeferred,
    EverybodyRefused,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
)
from delivery.message.outgoing import Accepted, DeliveryResult, Doubtful, NotSent, Rejected, SendResult
from delivery.refusal_history import NOTHING_HEARD, RefusalHistory
from delivery.refusals import ABOUT_US, RefusalSubject, gist, whom_it_is_about

ROW = 5
"""So many equal words after each other, with no yes between them, are not about the readers."""
OUTBREAK = 10
"""Where so many addresses are gone and nobody is taken after them, a directory may be down."""

No = Rejected | NotSent


def is_enough(results: Sequence[DeliveryResult]) -> bool:
    """Whether a call had better end after these results: the last is about us or the content, or ends a row."""
    last = results[-1] if results else None
    if not isinstance(last, No):
        return False
    return _blame(last) is not None or len(_rows(since_last_yes(results)).get(_kind(last), ())) >= ROW


def judge(
    result: SendResult, *, tried_before: Collection[int] = (), history: RefusalHistory = NOTHING_HEARD
) -> SendResult:
    """The same results, each as it is to be recorded, and in `stopped_by` what they say of the sender or the
    content.

    `tried_before`: the deliveries that had an attempt of their own before this call. `history`: who was refused
    in which words before it.
    """
    final = history.refused_for_their_own_sake(result.results)
    open_results = [each for each in result.results if each.delivery_id not in final]
    noes = since_last_yes(open_results)
    # What is about us counts wherever it stands: a provider that answers all at once goes on after it.
    blamed = [each for each in open_results if isinstance(each, No) and _blame(each) is not None]
    unclear = [each for each in open_results if _is_unclear(each)]
    row = _longest_row(noes, tried_before) or history.repeated(unclear)
    gone = [no for no in noes if _is_of_the_address(no) and no.delivery_id not in tried_before]
    gone = gone if len(gone) >= OUTBREAK else []
    stopped_by = result.stopped_by or _why(blamed, row, gone)
    if stopped_by is None and _is_everybody_put_off(open_results, tried_before):
        stopped_by = EverybodyDeferred(noes[0].detail)
    put_back = {no.delivery_id for no in [*blamed, *row, *gone, *unclear]}
    believed_next = {no.delivery_id for no in gone}
    results = tuple(
        _as_recorded(
            delivery_result,
            put_back,
            counts=stopped_by is None or delivery_result.delivery_id in believed_next | final,
        )
        for delivery_result in result.results
    )
    return SendResult(results, stopped_by)


def since_last_yes(results: Sequence[DeliveryResult]) -> list[No]:
    """What was refused or put off after the last message that was taken, or that may have been; without what was
    only kept back."""
    last = max(
        (place for place, result in enumerate(results) if isinstance(result, Accepted | Doubtful)), default=-1
    )
    return [result for result in results[last + 1 :] if isinstance(result, Rejected) or _is_put_off(result)]


def _as_recorded(result: DeliveryResult, put_back: Collection[int], *, counts: bool) -> DeliveryResult:
    if isinstance(result, Rejected) and result.delivery_id in put_back:
        return NotSent(result.delivery_id, result.detail, counts=counts)
    return replace(result, counts=result.counts and counts) if isinstance(result, NotSent) else result


def _why(blamed: Sequence[No], row: Sequence[No], gone: Sequence[No]) -> ProviderError | None:
    """A refusal says more than a deferral, and words that are known more than a row of unknown ones."""
    for no in sorted(blamed, key=lambda no: isinstance(no, NotSent)):
        return _blame(no)
    for no in row:
        return EverybodyRefused(no.detail) if isinstance(no, Rejected) else EverybodyDeferred(no.detail)
    return EverybodyRefused(gone[0].detail) if gone else None


def _blame(no: No) -> ProviderError | None:
    """What a single answer says of us, or of the content."""
    about = _about(no)
    if isinstance(no, NotSent):
        return EverybodyDeferred(no.detail, no.retry_after) if no.counts and about in ABOUT_US else None
    kinds = {
        RefusalSubject.LIMIT: QuotaSpent,
        RefusalSubject.SENDER: SenderMisconfigured,
        RefusalSubject.CONTENT: ContentRejected,
    }
    return kinds[about](no.detail) if about in kinds else None


def _rows(noes: Sequence[No]) -> dict[tuple[bool, str], list[No]]:
    """What may be a row, by its words. Where an address is refused for its own sake, equal words are no wonder."""
    rows: dict[tuple[bool, str], list[No]] = defaultdict(list)
    for no in noes:
        if not _is_of_the_address(no):
            rows[_kind(no)].append(no)
    return rows


def _longest_row(noes: Sequence[No], tried_before: Collection[int]) -> list[No]:
    rows = _rows([no for no in noes if isinstance(no, Rejected) or no.delivery_id not in tried_before])
    longest = max(rows.values(), key=len, default=[])
    return longest if len(longest) >= ROW else []


def _kind(no: No) -> tuple[bool, str]:
    return isinstance(no, Rejected), gist(no.detail)


def _is_everybody_put_off(results: Sequence[DeliveryResult], tried_before: Collection[int]) -> bool:
    """Nobody taken, nobody refused for good: the sender's trouble, unless it is known to be these readers'."""
    if not all(isinstance(result, NotSent) or _is_unclear(result) for result in results):
        return False
    put_off = [result for result in results if isinstance(result, Rejected) or _is_put_off(result)]
    if all(result.delivery_id in tried_before for result in put_off):
        return False
    return len(put_off) >= ROW or not all(_speaks_of_the_address(result) for result in put_off)


def _is_of_the_address(no: No) -> bool:
    return isinstance(no, Rejected) and _speaks_of_the_address(no)


def _speaks_of_the_address(no: No) -> bool:
    return _about(no) in (RefusalSubject.NO_SUCH_ADDRESS, RefusalSubject.READER)


def _is_unclear(result: DeliveryResult) -> TypeGuard[Rejected]:
    return isinstance(result, Rejected) and _about(result) is RefusalSubject.UNCLEAR


def _is_put_off(result: DeliveryResult) -> TypeGuard[NotSent]:
    return isinstance(result, NotSent) and result.counts


def _about(no: No) -> RefusalSubject:
    return no.whom_it_is_about if isinstance(no, Rejected) else whom_it_is_about(no.detail)
