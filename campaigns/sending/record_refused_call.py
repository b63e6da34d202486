"""Bisection: what it means for a campaign that a provider took nobody of a call, perhaps for a few in it."""

from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.sending.record_result import AnsweredCall, record_success
from core.logging import get_logger
from core.settings import Settings
from delivery.attempts import attempts, refusal_records, retry, split
from delivery.errors import AddressesRefused, CallRefused, ContentRejected, EverybodyRefused, ProviderError
from delivery.message.outgoing import NotSent, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.shared.alone_verdict import AloneVerdict, judge_alone, wait_alone
from delivery.refusals import RefusalSubject
from delivery.senders import rate
from delivery.tables import Attempt

log = get_logger(__name__)


def record_refused_call(
    session: Session,
    call: AnsweredCall,
    refusal: CallRefused,
    batch: OutgoingBatch,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """They wait without an attempt used up, and go out in smaller calls, until those are found whom it is about
    (`alone_verdict.py`): those are refused for good.

    It counts for no breaker, and its emails for no limit. Only where it shows that it is about us, the sender or
    the campaign is paused.
    """
    rate.give_back(session, call.sender_id, emails=len(batch.messages), now=now)
    split.note_split(session, call.attempt_id, carried=len(batch.messages))
    if len(batch.messages) > 1:
        log.warning("attempt.split", attempt_id=call.attempt_id, carried=len(batch.messages))
        attempts.record_not_accepted(
            session, call.attempt_id, retry_at=split.BEFORE_ALL_OTHERS, detail=refusal.detail, now=now
        )
        return
    delivery_id = batch.messages[0].delivery_id
    attempt = session.get_one(Attempt, call.attempt_id)
    refusal_records.note_refused_alone(session, attempt, delivery_id, refusal.detail)
    split.let_others_go_first(session, attempt.campaign_id, now=now)
    history = split.history_alone(session, attempt, delivery_id, now=now)
    is_about_an_address = isinstance(refusal, AddressesRefused)
    verdict = judge_alone(history, is_about_an_address=is_about_an_address)
    wait = wait_alone(history, is_about_an_address=is_about_an_address) or retry.deferral_wait(1)
    result = _result(verdict, delivery_id, refusal, wait)
    record_success(session, call, result, settings=settings, settle_at=None, now=now)


def _result(verdict: AloneVerdict, delivery_id: int, refusal: CallRefused, wait: timedelta) -> SendResult:
    if verdict is AloneVerdict.REFUSED:
        reason = RejectReason.INVALID if isinstance(refusal, AddressesRefused) else RejectReason.OTHER
        return SendResult((Rejected(delivery_id, reason, refusal.detail, RefusalSubject.READER),))
    waits = NotSent(delivery_id, refusal.detail, wait, counts=False)
    return SendResult((waits,), _stop(verdict, refusal))


def _stop(verdict: AloneVerdict, refusal: CallRefused) -> ProviderError | None:
    if verdict is AloneVerdict.ABOUT_THE_CAMPAIGN:
        return ContentRejected(refusal.detail)
    return EverybodyRefused(refusal.detail) if verdict is AloneVerdict.ABOUT_US else None
