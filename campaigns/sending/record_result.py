"""What a provider's answer means for an attempt, its sender and its campaign."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.active_sender import active_sender, no_sender_reason
from campaigns.queries import lock_campaign
from campaigns.sending.feedback import suppress_refused
from campaigns.status import CampaignStatus, PauseReason
from campaigns.transition import pause
from core.logging import get_logger
from core.settings import Settings
from delivery.attempts import attempts, refusal_records, retry, split
from delivery.errors import (
    CallRefused,
    ContentRejected,
    EverybodyDeferred,
    EverybodyRefused,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, NotSent, SendResult
from delivery.providers.base import Provider
from delivery.providers.shared.verdict import judge
from delivery.senders import breaker, rate
from delivery.settings import DeliverySettings
from delivery.tables import Attempt

log = get_logger(__name__)

EVENTS_TELL_WITHIN = timedelta(minutes=15)
"""Providers post what they accepted within minutes; staff are not asked before that."""


@dataclass(frozen=True, slots=True)
class AnsweredCall:
    """Which call it is that a provider answered."""

    attempt_id: int
    sender_id: int
    fencing_token: int = 0
    """The settling that a repeat belongs to; 0 for the first call."""


def record_success(
    session: Session,
    call: AnsweredCall,
    result: SendResult,
    *,
    settings: Settings,
    settle_at: datetime | None,
    now: datetime,
) -> None:
    """The call was answered: each delivery gets its own result, as far as that is about its reader
    (`delivery.providers.shared.verdict`). What the answer left open is looked into at `settle_at`.
    """
    attempt_id, sender_id = call.attempt_id, call.sender_id
    if any(not isinstance(delivery_result, Accepted) for delivery_result in result.results):
        result = _judged(session, attempt_id, result)
    terms = attempts.RetryTerms(DeliverySettings.of(settings).max_attempts, settle_at)
    refused = attempts.record_result(
        session, attempt_id, result, now=now, terms=terms, fencing_token=call.fencing_token
    )
    suppress_refused(session, result, refused, now=now)
    stopped_by = result.stopped_by
    if stopped_by is not None:
        log.warning("attempt.stopped", attempt_id=attempt_id, kind=stopped_by.code)
        _wait_as_asked(session, sender_id, stopped_by, now=now)
    if isinstance(stopped_by, CallRefused):
        waiting = sum(isinstance(delivery_result, NotSent) for delivery_result in result.results)
        split.note_split(session, attempt_id, carried=waiting)
    elif stopped_by is None or (isinstance(stopped_by, TransientProviderError) and _took_some(result)):
        breaker.record_success(session, sender_id)
    else:
        attempt = session.get_one(Attempt, attempt_id)
        _judge_sender(session, attempt, stopped_by, settings=settings, now=now)


def _judged(session: Session, attempt_id: int, answer: SendResult) -> SendResult:
    attempt = session.get_one(Attempt, attempt_id)
    history = refusal_records.history_of(session, attempt, answer)
    recorded = judge(answer, tried_before=attempts.tried_before(session, attempt_id), history=history)
    refusal_records.note_refusals(session, attempt, answer, recorded)
    return recorded


def record_failure(
    session: Session,
    attempt_id: int,
    error: ProviderError,
    *,
    provider: Provider,
    settings: Settings,
    now: datetime,
) -> None:
    """The call failed as a whole: queued again where it certainly was not accepted, else in doubt.

    What more calls would not mend pauses the campaign, with the provider's words.
    """
    attempt = session.get_one(Attempt, attempt_id)
    log.warning("attempt.failed", attempt_id=attempt_id, campaign_id=attempt.campaign_id, kind=error.code)
    if isinstance(error, OutcomeUnknown):
        attempts.record_doubt(
            session,
            attempt_id,
            detail=error.detail,
            settle_at=first_lookup_at(provider, now=now),
            now=now,
        )
    elif isinstance(error, TransientProviderError):
        _queue_again(session, attempt, error, now=now)
    else:
        attempts.record_not_accepted(session, attempt_id, retry_at=now, detail=error.detail, now=now)
    _judge_sender(session, attempt, error, settings=settings, now=now)


def first_lookup_at(provider: Provider, *, now: datetime) -> datetime | None:
    """When to look for evidence first. Where the provider offers none, that is when staff are asked: at once, or
    after the time in which its events would have told.
    """
    can = provider.capabilities
    if can.idempotency or can.look_up:
        return now + retry.reconcile_delay(0)
    return events_tell_by(provider, opened_at=now, now=now)


def events_tell_by(provider: Provider, *, opened_at: datetime, now: datetime) -> datetime | None:
    """Until when an event may be expected to settle a doubt; None once staff have to."""
    until = opened_at + EVENTS_TELL_WITHIN
    return until if provider.capabilities.has_webhooks and now < until else None


def _took_some(result: SendResult) -> bool:
    """A provider that took a part and asks us to wait with the rest is well."""
    return any(isinstance(delivery_result, Accepted) for delivery_result in result.results)


def _queue_again(session: Session, attempt: Attempt, error: TransientProviderError, *, now: datetime) -> None:
    attempts.record_not_accepted(
        session, attempt.id, retry_at=now + retry.deferral_wait(1), detail=error.detail, now=now
    )
    _wait_as_asked(session, attempt.sender_id, error, now=now)


def _wait_as_asked(session: Session, sender_id: int, error: ProviderError, *, now: datetime) -> None:
    wait = error.retry_after if isinstance(error, TransientProviderError) else None
    if wait is None and isinstance(error, EverybodyDeferred):
        wait = retry.deferral_wait(1)
    if wait is not None:
        rate.hold_sender(session, sender_id, until=now + min(wait, retry.MAX_RETRY_AFTER))


def _judge_sender(
    session: Session, attempt: Attempt, error: ProviderError, *, settings: Settings, now: datetime
) -> None:
    """One bad answer is bad luck; a row of them, or one that says why, is for a person to look at."""
    if isinstance(error, SenderMisconfigured | QuotaSpent | EverybodyRefused):
        breaker.pause_sender(session, attempt.sender_id, reason=error.code, detail=error.detail)
        _go_on_without(session, attempt, now=now)
    elif isinstance(error, ContentRejected):
        _pause_for_content(session, attempt, error, now=now)
    elif breaker.record_error(
        session,
        attempt.sender_id,
        threshold=DeliverySettings.of(settings).error_threshold,
        detail=error.detail,
        now=now,
        rest=retry.deferral_wait if isinstance(error, EverybodyDeferred) else retry.breather,
    ):
        _go_on_without(session, attempt, now=now)


def _go_on_without(session: Session, attempt: Attempt, *, now: datetime) -> None:
    """The attempt's sender must not be used any more: the campaign's other one carries on, or nobody does."""
    campaign = lock_campaign(session, attempt.campaign_id)
    if campaign.status is not CampaignStatus.SENDING:
        return
    carrying = active_sender(session, campaign)
    if carrying is None:
        reason, detail = no_sender_reason(session, campaign)
        pause(session, campaign, reason, now=now, detail=detail)
    else:
        log.warning("campaign.carried_on", campaign_id=campaign.id, sender_id=carrying.id)


def _pause_for_content(session: Session, attempt: Attempt, error: ProviderError, *, now: datetime) -> None:
    """Another provider would be given the same content: this is for people."""
    campaign = lock_campaign(session, attempt.campaign_id)
    if campaign.status is CampaignStatus.SENDING:
        pause(session, campaign, PauseReason.CONTENT_REJECTED, now=now, detail=error.detail)
