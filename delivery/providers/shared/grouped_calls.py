"""A batch that takes several calls, one for each group of messages: every result is found, none is guessed.

What the first call says as a whole is raised, as if there were no others. After that, results stand beside
results: a call that failed certainly leaves its messages unsent, one that nobody knows of leaves them in doubt,
and no further call is made.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import timedelta

from delivery.errors import AddressesRefused, CallRefused, OutcomeUnknown, ProviderError, TransientProviderError
from delivery.message.outgoing import (
    DeliveryResult,
    Doubtful,
    NotSent,
    OutgoingBatch,
    OutgoingMessage,
    Rejected,
    SendResult,
)
from delivery.outcome import RejectReason
from delivery.providers.shared.merge_groups import Group
from delivery.refusals import RefusalSubject

Called = tuple[Sequence[DeliveryResult], ProviderError | None]
"""What one call led to: a result for each message, and what it says of the sender besides; then it is the last."""

NO_TIME = "there was no time left in this batch"


def send_groups(
    batch: OutgoingBatch,
    groups: Sequence[Group],
    call: Callable[[Group], Called],
    *,
    longest: timedelta,
    monotonic: Callable[[], float] = time.monotonic,
) -> SendResult:
    """`call` for each group. It raises ProviderError; after AddressesRefused with names, the others are tried
    without those. A call that is refused with no names is the last: what is left goes out in halves (ADR 51).

    No call is begun later than `longest` after the first, lest the lease run out.
    """
    known: dict[int, DeliveryResult] = {}
    waiting = deque(groups)
    deadline = monotonic() + longest.total_seconds()
    stopped_by: ProviderError | None = None
    while waiting and stopped_by is None:
        group = waiting.popleft()
        if known and monotonic() > deadline:
            _note(known, group.messages, lambda message: NotSent(message.delivery_id, NO_TIME, counts=False))
            continue
        try:
            results, stopped_by = call(group)
            known.update((result.delivery_id, result) for result in results)
        except ProviderError as error:
            if named := _named(group, error):
                _note(known, named, _rejecting(error))
                waiting.appendleft(group.of(*(message for message in group.messages if message not in named)))
                continue
            if not known and not (waiting and isinstance(error, OutcomeUnknown)):
                raise
            stopped_by = error
            _note(known, group.messages, _failing(error))
    if stopped_by is not None:
        for untried in waiting:
            _note(known, untried.messages, _not_tried(stopped_by))
    results = tuple(known[message.delivery_id] for message in batch.messages)
    return SendResult(results, stopped_by)


def _named(group: Group, error: ProviderError) -> list[OutgoingMessage]:
    """Who a refusal is about, where it says so and leaves others. Whom it does not name, the queue finds; and a
    refusal of each and all may be about us."""
    places = error.whose if isinstance(error, AddressesRefused) else ()
    named = [message for place, message in enumerate(group.messages) if place in places]
    return named if len(named) < len(group.messages) else []


def _note(
    known: dict[int, DeliveryResult],
    messages: Sequence[OutgoingMessage],
    result: Callable[[OutgoingMessage], DeliveryResult],
) -> None:
    known.update((message.delivery_id, result(message)) for message in messages)


def _rejecting(refusal: ProviderError) -> Callable[[OutgoingMessage], DeliveryResult]:
    return lambda message: Rejected(
        message.delivery_id, RejectReason.INVALID, refusal.detail, RefusalSubject.READER
    )


def _failing(error: ProviderError) -> Callable[[OutgoingMessage], DeliveryResult]:
    if isinstance(error, OutcomeUnknown):
        return lambda message: Doubtful(message.delivery_id, error.detail)
    return _not_tried(error)


def _not_tried(error: ProviderError) -> Callable[[OutgoingMessage], DeliveryResult]:
    wait = error.retry_after if isinstance(error, TransientProviderError) else None
    counts = not isinstance(error, CallRefused)
    return lambda message: NotSent(message.delivery_id, error.detail, wait, counts=counts)
