"""Send what is queued, a batch at a time: prepare, call, record.

    prepare   [transaction 1]  deliveries are claimed, the policy is asked again, the batch is built, the intent to
                               send it is committed with its key; from then on a crash leaves deliveries in doubt
    call                       the provider, with no transaction open
    record    [transaction 2]  what the provider said, delivery by delivery

The rows are the queue. Killed anywhere, the next run goes on from them; a repeat carries the same key (ADR 26).
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum, auto
from itertools import count

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from campaigns.active_sender import active_sender
from campaigns.journal import note_attempt
from campaigns.merging.merge_values import CampaignSnapshot, batch_values
from campaigns.merging.personalise import BatchValues, build_batch
from campaigns.queries import get_campaign
from campaigns.sending.job_context import JobContext
from campaigns.sending.pause import pause_if_sending, pause_without_sender
from campaigns.sending.recheck_recipients import merged_recipients
from campaigns.sending.record_refused_call import record_refused_call
from campaigns.sending.record_result import AnsweredCall, first_lookup_at, record_failure, record_success
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Campaign
from core.errors import NotFound
from core.generation.verdict import SendingHeld
from core.logging import get_logger
from delivery.attempts import attempts, queue, split
from delivery.attempts.keys import attempt_key
from delivery.errors import CallRefused, OutcomeUnknown, ProviderError, WrongRecipient
from delivery.message.outgoing import OutgoingBatch, SendResult, check_recipients, request_digest
from delivery.providers.base import Capabilities, Provider
from delivery.providers.shared.preflight import how_many_fit
from delivery.senders import rate
from delivery.settings import DeliverySettings

log = get_logger(__name__)

MAX_RUN_TIME = timedelta(minutes=1)
ROUNDS_WITHOUT_LOOKING = 8
"""After so many batches of each campaign, those that have begun meanwhile join in."""


class BatchOutcome(StrEnum):
    """What came of one try to send a batch."""

    SENT = auto()
    WAITING = auto()
    """There is more, but not yet: the rate limit, or a provider that asked us to wait."""
    IDLE = auto()
    """Nothing to claim."""


@dataclass(frozen=True, slots=True)
class PreparedBatch:
    provider: Provider
    sender_id: int
    attempt_id: int
    batch: OutgoingBatch
    call_before: datetime
    """When the lease ends: whoever wakes up later must not call, for others may have settled it since."""
    call_before_uptime: float
    """The same by monotonic time (seconds): the clock may have been set back since."""

    def is_too_late(self, context: JobContext) -> bool:
        return context.clock.now() >= self.call_before or context.uptime.seconds() >= self.call_before_uptime


def send_campaigns(context: JobContext) -> None:
    """The job: every campaign that is being sent gets a batch in turn, until none has anything to send now.

    A long campaign takes many runs, so that a run that ends shows that all is well. A campaign that cannot be sent
    for a defect of ours holds up no other; the defect is raised when the others have had their turn.
    """
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    defects: dict[int, Exception] = {}
    turns, rounds, under_way = [BatchOutcome.SENT], count(), list[int]()
    while BatchOutcome.SENT in turns and not context.stopping.is_set() and context.uptime.seconds() < until:
        if next(rounds) % ROUNDS_WITHOUT_LOOKING == 0:
            under_way = _being_sent(context)
        turns = [_turn(context, campaign_id, defects) for campaign_id in under_way if campaign_id not in defects]
    for defect in defects.values():
        raise defect


def _turn(context: JobContext, campaign_id: int, defects: dict[int, Exception]) -> BatchOutcome:
    try:
        return send_next_batch(context, campaign_id)
    except (DBAPIError, SendingHeld):  # the database is busy, away or held back, for every campaign alike
        raise
    except Exception as error:
        log.exception("campaign.cannot_be_sent", campaign_id=campaign_id)
        defects[campaign_id] = error
        return BatchOutcome.IDLE


def send_next_batch(context: JobContext, campaign_id: int) -> BatchOutcome:
    """Sends at most one batch of the campaign. Several threads and processes may do so at once."""
    prepared = _prepare(context, campaign_id)
    if isinstance(prepared, BatchOutcome):
        return prepared
    if prepared.is_too_late(context):
        return BatchOutcome.SENT
    answer = call(prepared.provider, prepared.batch)
    _record(context, prepared, answer)
    return BatchOutcome.SENT


def call(provider: Provider, batch: OutgoingBatch) -> SendResult | ProviderError:
    """The provider's answer. Whatever else goes wrong in there leaves the outcome unknown, never "failed"."""
    try:
        return provider.send(batch)
    except ProviderError as error:
        return error
    except Exception as error:
        log.exception("provider.broke", provider=provider.name)
        return OutcomeUnknown(type(error).__name__)


def _record(context: JobContext, prepared: PreparedBatch, answer: SendResult | ProviderError) -> None:
    now = context.clock.now()
    provider, attempt_id, settings = prepared.provider, prepared.attempt_id, context.settings
    with context.database.write() as session:
        answered = AnsweredCall(attempt_id, prepared.sender_id)
        if isinstance(answer, CallRefused):
            record_refused_call(session, answered, answer, prepared.batch, settings=settings, now=now)
        elif isinstance(answer, SendResult):
            settle_at = first_lookup_at(provider, now=now)
            record_success(session, answered, answer, settings=settings, settle_at=settle_at, now=now)
        else:
            record_failure(session, attempt_id, answer, provider=provider, settings=settings, now=now)


def _being_sent(context: JobContext) -> list[int]:
    with context.database.read() as session:
        return list(
            session.exec(
                select(Campaign.id)
                .where(col(Campaign.status) == CampaignStatus.SENDING)
                .order_by(col(Campaign.launched_at))
            ).all()
        )


def _prepare(context: JobContext, campaign_id: int) -> PreparedBatch | BatchOutcome:
    began, now, prepared = context.uptime.seconds(), context.clock.now(), None
    try:
        with context.database.write() as session:
            prepared = _prepare_in(session, context, campaign_id, now=now, began=began)
    except SendingHeld:
        if isinstance(prepared, PreparedBatch):
            _put_back(context, prepared)
        raise
    return prepared


def _put_back(context: JobContext, prepared: PreparedBatch) -> None:
    """Committed or not, it was not begun: what is about to be sent could not be written down."""
    now = context.clock.now()
    with suppress(NotFound), context.database.write() as session:
        attempts.record_not_accepted(session, prepared.attempt_id, retry_at=now, detail="", now=now)


def _prepare_in(
    session: Session, context: JobContext, campaign_id: int, *, now: datetime, began: float
) -> PreparedBatch | BatchOutcome:
    # Not locked: threads and machines that send one campaign would wait for each other. Whoever stops it while
    # a batch is on its way finds that batch under way, whether a lock was held or not.
    campaign = get_campaign(session, campaign_id, refresh=True)
    if campaign.status is not CampaignStatus.SENDING or context.stopping.is_set():
        return BatchOutcome.IDLE
    sender = active_sender(session, campaign)
    if sender is None:
        pause_without_sender(session, campaign_id, now=now)
        return BatchOutcome.IDLE
    if rate.must_wait(sender, now=now):
        return BatchOutcome.WAITING
    snapshot = CampaignSnapshot(campaign, sender)
    return _next_batch(session, context, snapshot, context.provider(sender.provider), now=now, began=began)


def _next_batch(
    session: Session,
    context: JobContext,
    snapshot: CampaignSnapshot,
    provider: Provider,
    *,
    now: datetime,
    began: float,
) -> PreparedBatch | BatchOutcome:
    """`began`: the uptime at `now`, in seconds."""
    campaign, sender = snapshot.campaign, snapshot.sender
    most = rate.most_emails(sender, provider.capabilities.max_batch)
    deliveries = queue.claim(session, campaign_id=campaign.id, limit=most, now=now)
    deliveries = split.one_split(session, deliveries)
    if not deliveries:
        return BatchOutcome.IDLE
    addressees = merged_recipients(session, context, campaign, deliveries, now=now)
    if not addressees:
        return BatchOutcome.SENT
    values = batch_values(context.settings, context.signer, snapshot, addressees, now=now)
    batch, values = _fitting_batch(session, context, values, provider.capabilities)
    try:
        check_recipients(batch)
    except WrongRecipient as error:
        log.error("campaign.wrong_recipient", campaign_id=campaign.id, delivery=error.params["delivery"])
        pause_if_sending(session, campaign.id, PauseReason.WRONG_RECIPIENT, now=now)
        return BatchOutcome.SENT
    if rate.reserve_call(session, sender.id, now=now, emails=len(batch.messages)) is not None:
        return BatchOutcome.WAITING
    new = attempts.NewAttempt(
        campaign_id=campaign.id,
        sender_id=sender.id,
        key=batch.key,
        merge_values=values.as_json(),
        request_digest=request_digest(batch),
        delivery_ids=[addressee.delivery_id for addressee in values.addressees],
    )
    lease = DeliverySettings.of(context.settings).lease
    tick = context.uptime.tick()
    attempt = attempts.open_attempt(session, new, worker=context.worker, now=now, lease=lease, tick=tick)
    claimed = {delivery.id: delivery for delivery in deliveries}
    readers = (claimed[to.delivery_id] for to in values.addressees)
    note_attempt(session, attempt, campaign, readers)
    return PreparedBatch(provider, sender.id, attempt.id, batch, now + lease, began + lease.total_seconds())


def _fitting_batch(
    session: Session, context: JobContext, values: BatchValues, can: Capabilities
) -> tuple[OutgoingBatch, BatchValues]:
    """As many of them as one call takes: of a long newsletter, what does not fit waits for the next."""
    key, loader = attempt_key(), context.variants.loader(session)
    batch = build_batch(key, values, loader.get)
    fitting = how_many_fit(batch.messages, can)
    if fitting < len(values.addressees):
        values = replace(values, addressees=values.addressees[:fitting])
        batch = build_batch(key, values, loader.get)
    return batch, values
