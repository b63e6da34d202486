"""Reconciliation by look-up: what is in doubt is settled by asking the provider what it has: what is there was
accepted, what is certainly not is queued again. Asking changes nothing, so it may be done at any time, also
while staff have said stop."""

from datetime import datetime, timedelta

from campaigns.sending.job_context import JobContext
from core.logging import get_logger
from delivery.attempts import attempts, in_doubt, retry
from delivery.attempts.age import AgeRange
from delivery.attempts.evidence import judge_lookup
from delivery.errors import OutcomeUnknown, ProviderError, TransientProviderError
from delivery.message.outgoing import OutgoingBatch
from delivery.providers.base import LookUp, LookUpProvider, Provider
from delivery.settings import DeliverySettings
from delivery.tables import Attempt

log = get_logger(__name__)


def can_be_looked_up(provider: Provider, age: AgeRange) -> bool:
    """Whether the provider can be asked, and may still have what it accepted then.

    Where nobody knows how old the attempt is, it is asked for a while: then only a find proves anything.
    """
    terms = provider.capabilities.look_up
    if not isinstance(provider, LookUpProvider) or terms is None:
        return False
    return age.most < terms.kept_for or age.least < 2 * terms.settles_after


def ask(provider: Provider, batch: OutgoingBatch) -> LookUp | ProviderError:
    """The provider's record. Whatever else goes wrong in there tells nothing."""
    try:
        return provider.look_up(batch) if isinstance(provider, LookUpProvider) else LookUp(accepted={})
    except ProviderError as error:
        return error
    except Exception as error:
        log.exception("provider.broke", provider=provider.name)
        return OutcomeUnknown(type(error).__name__)


def next_delay(attempt: Attempt) -> timedelta:
    """How long to wait for the next lookup, if this is in vain."""
    return retry.reconcile_delay(attempt.look_count + 1, seed=attempt.id)


def wait_after(error: ProviderError, attempt: Attempt) -> timedelta:
    asked_for = error.retry_after if isinstance(error, TransientProviderError) else None
    delay = next_delay(attempt)
    return max(delay, min(asked_for or timedelta(0), retry.MAX_RETRY_AFTER))


def record_lookup(context: JobContext, attempt: Attempt, lookup: LookUp, *, settled_at: datetime) -> None:
    """What the lookup proves, and when to look up next what it leaves open."""
    now = context.clock.now()
    with context.database.write() as session:
        verdict = judge_lookup(
            lookup,
            in_doubt=in_doubt.ids_in_doubt(session, attempt.id),
            settled_at=settled_at,
            absent_since=attempt.absent_since,
            now=now,
            delay=next_delay(attempt),
        )
        in_doubt.remember_absence(
            session, attempt.id, since=verdict.absent_since, fencing_token=attempt.settle_count
        )
        terms = attempts.RetryTerms(
            DeliverySettings.of(context.settings).max_attempts, settle_at=verdict.next_lookup_at
        )
        attempts.record_result(
            session, attempt.id, verdict.result, now=now, terms=terms, fencing_token=attempt.settle_count
        )
    log.info("attempt.looked_up", attempt_id=attempt.id, certain=len(verdict.result.results))
