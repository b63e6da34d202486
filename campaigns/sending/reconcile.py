"""Reconciliation of what is in doubt, by evidence: the same request with the same key tells what became of the
first one.

A repeat is made only where the provider remembers keys, only while it surely still does, only when what was
rebuilt is byte for byte what was sent, and never to somebody who has said no since (`repeat.py`). Where that is
not possible, or says nothing, a provider that keeps a record of what it accepted is asked
(`reconcile_by_lookup.py`). Everything else waits for a webhook or a person. Never a blind repeat.
"""

from datetime import datetime, timedelta

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from campaigns.active_sender import active_sender
from campaigns.journal import note_repeat
from campaigns.merging.personalise import BatchValues, build_batch
from campaigns.sending.job_context import JobContext
from campaigns.sending.reconcile_by_lookup import ask, can_be_looked_up, next_delay, record_lookup, wait_after
from campaigns.sending.record_result import AnsweredCall, events_tell_by, record_success
from campaigns.sending.repeat import other_calls, without_noes
from campaigns.sending.send import call
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.logging import get_logger
from delivery.attempts import attempts
from delivery.attempts.age import AgeRange, age
from delivery.attempts.has_unfinished import has_due_lookup
from delivery.errors import KeyKnown, ProviderError
from delivery.message.outgoing import OutgoingBatch, SendResult, request_digest
from delivery.providers.base import LookUp, Provider
from delivery.senders import rate
from delivery.senders.senders import get_sender
from delivery.settings import DeliverySettings
from delivery.tables import Attempt

log = get_logger(__name__)

SAFE_SHARE = 0.8
"""Of the time that a provider says it remembers a key: clocks differ, and so do documents and machines."""
MAX_PER_RUN = 20
MAX_RUN_TIME = timedelta(minutes=1)
MAX_WAIT = timedelta(seconds=5)
"""For a place among the sender's calls; whoever would have to wait longer comes back then."""
STANDS_STILL = timedelta(minutes=5)
"""Until the next lookup of what waits for its campaign to go on; resuming brings it forward."""


def reconcile_in_doubt(context: JobContext) -> None:
    """The job: every attempt in doubt whose next lookup is due.

    Each is claimed when it is its turn and no sooner: what is claimed and not looked at would have to wait for the
    lease. One that cannot be looked at for a defect of ours holds up no other; the defect is raised at the end.
    """
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    defects: list[Exception] = []
    for _ in range(MAX_PER_RUN):
        now = context.clock.now()
        attempt = (
            None if context.stopping.is_set() or context.uptime.seconds() >= until else _next_due(context, now=now)
        )
        if attempt is None:
            break
        try:
            reconcile(context, attempt)
        except DBAPIError:  # the database is busy or away, for all alike
            raise
        except Exception as error:
            log.exception("attempt.cannot_be_settled", attempt_id=attempt.id, campaign_id=attempt.campaign_id)
            defects.append(error)
    if defects:
        raise defects[0]


def _next_due(context: JobContext, *, now: datetime) -> Attempt | None:
    with context.database.read() as session:
        if not has_due_lookup(session, now=now):
            return None
    with context.database.write() as session:
        due = attempts.due_for_reconciliation(
            session,
            now=now,
            limit=1,
            worker=context.worker,
            lease=DeliverySettings.of(context.settings).lease,
        )
    return due[0] if due else None


def reconcile(context: JobContext, attempt: Attempt) -> None:
    """One attempt: settled, looked at again later, or left to events and people."""
    with context.database.read() as session:
        campaign = session.get_one(Campaign, attempt.campaign_id)
        sender = get_sender(session, attempt.sender_id)
        provider = context.provider(sender.provider)
        goes_on = campaign.status is CampaignStatus.SENDING and active_sender(session, campaign) is not None
        batch = _rebuilt(context, session, attempt) if attempt.merge_values else None
    now, known_age = context.clock.now(), _age(context, attempt)
    why_not = _may_repeat(attempt, batch, provider, known_age)
    may_ask = can_be_looked_up(provider, known_age)
    may_repeat = why_not is None and goes_on
    if batch is None or campaign.status is CampaignStatus.CANCELLED:
        _leave(context, attempt, "nothing to repeat, or the campaign was cancelled", settle_at=None)
    elif why_not is not None and not may_ask:
        _leave_to_events(context, attempt, provider, why_not)
    elif not may_repeat and not may_ask:
        # A repeat may turn out to be the first time that it arrives: not while the campaign stands still. Where
        # another sender carries it on, this one is asked all the same: only it knows what it has.
        _put_off(context, attempt, until=now + STANDS_STILL)
    elif _may_call(context, attempt):
        if may_repeat:
            _repeat(context, attempt, provider, batch, may_ask=may_ask)
        else:
            _ask(context, attempt, provider, batch)
        # The place after this one is for whoever sends: a long row of doubts must not hold up a campaign, either.
        context.stopping.wait(min(2 * rate.spacing_of(sender), MAX_WAIT).total_seconds())


def _repeat(
    context: JobContext, attempt: Attempt, provider: Provider, batch: OutgoingBatch, *, may_ask: bool
) -> None:
    with context.database.write() as session:
        smaller = without_noes(session, attempt, batch, now=context.clock.now())
        may_repeat = not smaller.left_out or (
            provider.capabilities.refuses_other_content and smaller.batch.messages
        )
        if may_repeat:
            note_repeat(session, attempt)
    if not may_repeat:
        if may_ask:
            _ask(context, attempt, provider, batch)
        else:
            _leave_to_events(context, attempt, provider, "somebody in it has said no since")
        return
    answer = smaller.completed(call(provider, smaller.batch))
    for other in other_calls(batch, smaller):
        if not isinstance(answer, KeyKnown):
            break
        if not _may_call(context, attempt):
            return
        answer = other.completed(call(provider, other.batch))
    if isinstance(answer, SendResult):
        _record(context, attempt, answer)
    elif may_ask:  # perhaps it only said that it knows the key
        _ask(context, attempt, provider, batch)
    elif isinstance(answer, KeyKnown):  # nor will it ever say more
        _leave_to_events(context, attempt, provider, f"a call of these emails has arrived; {answer.detail}")
    else:
        _look_up_later(context, attempt, answer.detail)


def _ask(context: JobContext, attempt: Attempt, provider: Provider, batch: OutgoingBatch) -> None:
    terms = provider.capabilities.look_up
    if terms is None:
        return
    lookup = ask(provider, batch)
    if isinstance(lookup, ProviderError):
        _leave(context, attempt, lookup.detail, settle_at=context.clock.now() + wait_after(lookup, attempt))
        return
    now, known_age = context.clock.now(), _age(context, attempt)
    if request_digest(batch) != attempt.request_digest or known_age.most >= terms.kept_for:
        lookup = LookUp(
            lookup.accepted
        )  # we might have asked for something else, or too late: only a find proves anything
    repeats_for = (provider.capabilities.idempotency or timedelta(0)) * SAFE_SHARE
    # No call of this attempt begins later than this: the first is made within its lease, a repeat while it may be.
    complete_at_the_age_of = repeats_for + DeliverySettings.of(context.settings).lease + terms.settles_after
    record_lookup(context, attempt, lookup, settled_at=now + complete_at_the_age_of - known_age.least)


def _rebuilt(context: JobContext, session: Session, attempt: Attempt) -> OutgoingBatch:
    values = BatchValues.from_json(attempt.merge_values or {})
    return build_batch(attempt.key, values, context.variants.loader(session).get)


def _age(context: JobContext, attempt: Attempt) -> AgeRange:
    measured = context.uptime.elapsed_since(attempt.opened_tick)
    return age(attempt.opened_at, is_wrong=attempt.is_opened_at_wrong, measured=measured, now=context.clock.now())


def _may_repeat(
    attempt: Attempt, batch: OutgoingBatch | None, provider: Provider, known_age: AgeRange
) -> str | None:
    """Why not, or None."""
    remembered: timedelta | None = provider.capabilities.idempotency
    if remembered is None:
        return "the provider does not remember keys"
    if known_age.most >= remembered * SAFE_SHARE:
        return "too long ago for the provider to remember the key"
    if batch is None or request_digest(batch) != attempt.request_digest:
        return "what was rebuilt is not what was sent"
    return None


def _may_call(context: JobContext, attempt: Attempt) -> bool:
    """A repeat is a call like any other: it keeps to the sender's rate. It waits for its place, because a campaign
    that is being sent takes each that is free; and whoever does not get one has not looked."""
    now = context.clock.now()
    with context.database.write() as session:
        place = rate.book_call(session, attempt.sender_id, now=now, within=MAX_WAIT)
    if place > now + MAX_WAIT:
        _put_off(context, attempt, until=place)
        return False
    if context.stopping.wait((place - now).total_seconds()):
        _put_off(context, attempt, until=place)
        return False
    return True


def _put_off(context: JobContext, attempt: Attempt, *, until: datetime) -> None:
    """Nothing was asked, so nothing was asked in vain."""
    with context.database.write() as session:
        attempts.postpone_lookup(session, attempt.id, until=until, fencing_token=attempt.settle_count)


def _record(context: JobContext, attempt: Attempt, result: SendResult) -> None:
    now = context.clock.now()
    with context.database.write() as session:
        record_success(
            session,
            AnsweredCall(attempt.id, attempt.sender_id, attempt.settle_count),
            result,
            settings=context.settings,
            settle_at=now + next_delay(attempt),
            now=now,
        )
    log.info("attempt.settled", attempt_id=attempt.id, campaign_id=attempt.campaign_id)


def _look_up_later(context: JobContext, attempt: Attempt, detail: str) -> None:
    delay = next_delay(attempt)
    _leave(context, attempt, detail, settle_at=context.clock.now() + delay)


def _leave_to_events(context: JobContext, attempt: Attempt, provider: Provider, detail: str) -> None:
    until = events_tell_by(provider, opened_at=attempt.opened_at, now=context.clock.now())
    _leave(context, attempt, detail, settle_at=until)


def _leave(context: JobContext, attempt: Attempt, detail: str, *, settle_at: datetime | None) -> None:
    with context.database.write() as session:
        attempts.record_doubt(
            session,
            attempt.id,
            detail=detail,
            settle_at=settle_at,
            now=context.clock.now(),
            fencing_token=attempt.settle_count,
        )
    log.info("attempt.left_in_doubt", attempt_id=attempt.id, campaign_id=attempt.campaign_id)
