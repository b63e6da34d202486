"""Transactional outbox: an email that is no campaign's is a row, queued in the transaction of what it follows
from, sent by itself, and never lost.

Every try is the same request with the same key, so that a lost answer does no harm where the provider remembers
keys; where it does not, an email in doubt is given up rather than sent twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, true, update
from sqlmodel import Session, SQLModel, select

from campaigns.sending.job_context import JobContext
from campaigns.sending.send import call
from core.logging import get_logger
from delivery.attempts import retry
from delivery.attempts.age import age
from delivery.errors import (
    AddressesRefused,
    KeyKnown,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, Doubtful, NotSent, OutgoingBatch, Rejected
from delivery.providers.shared.verdict import judge
from delivery.senders import breaker, rate
from delivery.settings import DeliverySettings
from delivery.tables import Sender

log = get_logger(__name__)

BATCH_SIZE = 50


class OutboxRow(Protocol):
    """A row of the table, as far as sending it goes."""

    id: int
    key: str
    next_attempt_at: datetime
    attempt_count: int
    called_at: datetime | None
    """`campaigns.call_in_doubt`; in a claimed row, of an earlier call."""
    called_tick: str | None
    is_called_at_wrong: bool


Row = TypeVar("Row", bound=OutboxRow)


@dataclass(frozen=True)
class Outbox(Generic[Row]):
    """One kind of email: its table, and what is asked of each row. None of it calls anybody."""

    name: str
    """Begins what is logged."""
    table: type[SQLModel]
    waiting: StrEnum
    """The states of a row: to be sent, sent, and given up."""
    sent: StrEnum
    given_up: StrEnum
    sender: Callable[[Session, Row], Sender | None]
    """Whom it goes through; None while there is nobody."""
    is_wanted: Callable[[Session, Row], bool]
    """Whether it still says what is so."""
    note: Callable[[Session, Row, Sender], None]
    """Writes down that it is about to be sent, in the transaction that ends before the call."""
    build: Callable[[Session, Row, Sender], OutgoingBatch | None]
    """The same bytes at every try; None where it cannot be made."""


def send_outbox(context: JobContext, outbox: Outbox[Row], *, only: ColumnElement[bool] | None = None) -> None:
    """Every email of it whose time has come. `only`: of those, which."""
    for row in _claim(context, outbox, true() if only is None else only):
        if context.stopping.is_set():
            return
        _send(context, outbox, row)


def _claim(context: JobContext, outbox: Outbox[Row], only: ColumnElement[bool]) -> list[Row]:
    """Claiming moves the next try beyond the lease: a worker that dies leaves its emails to the next."""
    now, table = context.clock.now(), _columns(outbox)
    waiting = select(table.id).where(table.state == outbox.waiting, table.next_attempt_at <= now, only)
    with context.database.read() as session:
        if session.exec(waiting.limit(1)).first() is None:
            return []
    due = waiting.order_by(table.id).limit(BATCH_SIZE).with_for_update(skip_locked=True)
    claim = (
        update(outbox.table)
        .where(table.id.in_(due))
        .values(
            next_attempt_at=now + DeliverySettings.of(context.settings).lease,
            attempt_count=table.attempt_count + 1,
        )
        .returning(outbox.table)
    )
    with context.database.write() as session:
        rows: list[Any] = list(session.scalars(claim).all())
    return rows


def _send(context: JobContext, outbox: Outbox[Row], row: Row) -> None:
    with context.database.write() as session:
        if not outbox.is_wanted(session, row):
            _change(session, outbox, row, state=outbox.given_up)
            return
        sender = outbox.sender(session, row)
        if sender is not None and row.called_at is not None and not _is_remembered(context, row, sender):
            _change(session, outbox, row, state=outbox.given_up)
            return
        if sender is None or sender.paused_reason is not None:
            until = context.clock.now() + DeliverySettings.of(context.settings).lease
            _put_back(session, outbox, row, until=until)
            return
        wait_until = rate.reserve_call(session, sender.id, now=context.clock.now())
        if wait_until is not None:
            _put_back(session, outbox, row, until=wait_until)
            return
        if row.called_at is None:
            _change(session, outbox, row, **_called(context))
        outbox.note(session, row, sender)
    with context.database.read() as session:
        # Asked once more, as of what is read here: nobody is written to who was erased a moment ago.
        batch = outbox.build(session, row, sender) if outbox.is_wanted(session, row) else None
    if batch is None:
        _end(context, outbox, row, outbox.given_up)
        return
    _act_on(context, outbox, row, sender, call(context.provider(sender.provider), batch))


def _act_on(context: JobContext, outbox: Outbox[Row], row: Row, sender: Sender, answer: Any) -> None:
    fault = answer if isinstance(answer, ProviderError) else judge(answer).stopped_by
    if isinstance(fault, SenderMisconfigured | QuotaSpent):
        _wait_for_the_sender(context, outbox, row, sender, fault)
        return
    result = answer if isinstance(answer, ProviderError) else answer.results[0]
    match result:
        case Accepted() | KeyKnown():  # with other content: an earlier try arrived
            _end(context, outbox, row, outbox.sent)
        case Rejected() | AddressesRefused():
            _end(context, outbox, row, outbox.given_up)
        case Doubtful() | OutcomeUnknown() if not _is_remembered(context, row, sender):
            _end(context, outbox, row, outbox.given_up)
        case _:
            _try_again(context, outbox, row, result)


def _put_back(session: Session, outbox: Outbox[Row], row: Row, *, until: datetime) -> None:
    """It was no try, and nobody waits longer than the sender's rate asks for."""
    _change(session, outbox, row, next_attempt_at=until, attempt_count=row.attempt_count - 1)


def _wait_for_the_sender(
    context: JobContext, outbox: Outbox[Row], row: Row, sender: Sender, fault: ProviderError
) -> None:
    """A limit that is reached, or a wrong key, is no fault of whom it is to: sent when that is mended."""
    now = context.clock.now()
    with context.database.write() as session:
        breaker.pause_sender(session, sender.id, reason=fault.code, detail=fault.detail)
        _put_back(session, outbox, row, until=now + DeliverySettings.of(context.settings).lease)
        _forget_this_call(session, outbox, row)


def _called(context: JobContext) -> dict[str, Any]:
    return {
        "called_at": context.clock.now(),
        "called_tick": context.uptime.tick(),
        "is_called_at_wrong": False,
    }


def _forget_this_call(session: Session, outbox: Outbox[Row], row: Row) -> None:
    """It certainly sent nothing; an earlier one may have."""
    if row.called_at is None:
        _change(session, outbox, row, called_at=None, called_tick=None, is_called_at_wrong=False)


def _is_remembered(context: JobContext, row: Row, sender: Sender) -> bool:
    """Whether a repeat with the same key is certain not to send it twice."""
    remembered = context.provider(sender.provider).capabilities.idempotency
    return remembered is not None and _longest_age(context, row) < remembered / 2


def _longest_age(context: JobContext, row: Row) -> timedelta:
    """How long ago the first call in doubt can have begun; a call that was made just now is no repeat."""
    if row.called_at is None:
        return timedelta(0)
    measured = context.uptime.elapsed_since(row.called_tick)
    now = context.clock.now()
    return age(row.called_at, is_wrong=row.is_called_at_wrong, measured=measured, now=now).most


def _try_again(context: JobContext, outbox: Outbox[Row], row: Row, result: object) -> None:
    is_certain = isinstance(result, TransientProviderError | NotSent)
    error = result if isinstance(result, TransientProviderError | NotSent) else TransientProviderError("")
    step = retry.next_step(
        row.attempt_count,
        error,
        now=context.clock.now(),
        max_attempts=DeliverySettings.of(context.settings).max_attempts,
        seed=row.id,
    )
    if isinstance(step, retry.GiveUp):
        _end(context, outbox, row, outbox.given_up)
        return
    with context.database.write() as session:
        _change(session, outbox, row, next_attempt_at=step.when)
        if is_certain:
            _forget_this_call(session, outbox, row)


def _end(context: JobContext, outbox: Outbox[Row], row: Row, state: StrEnum) -> None:
    with context.database.write() as session:
        _change(session, outbox, row, state=state)
    log.info(f"{outbox.name}.ended", mail_id=row.id, state=state.value)


def _change(session: Session, outbox: Outbox[Row], row: Row, **values: Any) -> None:
    session.execute(update(outbox.table).where(_columns(outbox).id == row.id).values(**values))


def _columns(outbox: Outbox[Row]) -> Any:
    """Its table's columns; every table of this kind has those that are asked for."""
    table: Any = outbox.table
    return table
