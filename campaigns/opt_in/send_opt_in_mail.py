"""Transactional outbox: the question of double opt-in is queued in the transaction of the sign-up, sent, and never
lost; the same way, the welcome after the yes.

Every try is the same request with the same key, so that a lost answer does no harm where the provider remembers
keys; where it does not, a question in doubt is left, and the person may sign up again.
"""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.journal import note_subscription_mail
from campaigns.opt_in.opt_in_message import opt_in_batch
from campaigns.sending.job_context import JobContext
from campaigns.sending.send import call
from campaigns.settings import CampaignSettings
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.logging import get_logger
from delivery.attempts import retry
from delivery.attempts.keys import attempt_key
from delivery.errors import OutcomeUnknown, ProviderError, QuotaSpent, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import Accepted, Doubtful, NotSent, Rejected
from delivery.providers.shared.verdict import judge
from delivery.senders import breaker, rate
from delivery.senders.senders import sender_by_name
from delivery.settings import DeliverySettings
from delivery.tables import Sender
from subscribers.queries import may_be_asked, may_be_welcomed

log = get_logger(__name__)

ASK_AGAIN_AFTER = timedelta(days=1)
"""Anyone can type any address into a form: nobody is asked more often than this, however often it is sent."""
BATCH_SIZE = 50


def wait_to_ask(session: Session, *, limit: int, now: datetime) -> timedelta | None:
    """How long until somebody may be asked again, where `limit` people, whoever they are, have been asked within
    the last hour; None where they have not."""
    latest = (
        select(SubscriptionMail.asked_at)
        .where(
            SubscriptionMail.purpose == SubscriptionMailPurpose.CONFIRMATION,
            col(SubscriptionMail.asked_at) > now - timedelta(hours=1),
        )
        .order_by(col(SubscriptionMail.asked_at).desc())
        .offset(limit - 1)
        .limit(1)
    )
    oldest = session.exec(latest).first()
    return None if oldest is None else oldest + timedelta(hours=1) - now


def ask(session: Session, *, subscriber_id: int, list_id: int, language: str, now: datetime) -> None:
    """Queues the question, unless one was queued a short while ago."""
    recent = select(SubscriptionMail.id).where(
        SubscriptionMail.subscriber_id == subscriber_id,
        SubscriptionMail.list_id == list_id,
        SubscriptionMail.purpose == SubscriptionMailPurpose.CONFIRMATION,
        col(SubscriptionMail.asked_at) > now - ASK_AGAIN_AFTER,
    )
    if session.exec(recent).first() is None:
        session.add(
            _new_mail(SubscriptionMailPurpose.CONFIRMATION, subscriber_id, list_id, language=language, now=now)
        )


def welcome(session: Session, *, subscriber_id: int, list_id: int, language: str, now: datetime) -> None:
    """Queues the welcome. For the transaction of a yes that was news, so that nobody is welcomed twice for one."""
    session.add(_new_mail(SubscriptionMailPurpose.WELCOME, subscriber_id, list_id, language=language, now=now))


def _new_mail(
    purpose: SubscriptionMailPurpose, subscriber_id: int, list_id: int, *, language: str, now: datetime
) -> SubscriptionMail:
    return SubscriptionMail(
        subscriber_id=subscriber_id,
        list_id=list_id,
        language=language,
        purpose=purpose,
        key=attempt_key(),
        state=SubscriptionMailState.WAITING,
        asked_at=now,
        next_attempt_at=now,
    )


def send_opt_in_mails(context: JobContext) -> None:
    """The job: every such mail whose time has come."""
    if not CampaignSettings.of(context.settings).sign_up_sender:
        return
    for subscription_mail in _claim(context):
        if context.stopping.is_set():
            return
        _send(context, subscription_mail)


def _claim(context: JobContext) -> list[SubscriptionMail]:
    """Claiming moves the next try beyond the lease: a worker that dies leaves its mails to the next."""
    now = context.clock.now()
    due = (
        select(SubscriptionMail.id)
        .where(SubscriptionMail.state == SubscriptionMailState.WAITING, SubscriptionMail.next_attempt_at <= now)
        .order_by(col(SubscriptionMail.id))
        .limit(BATCH_SIZE)
        .with_for_update(skip_locked=True)
    )
    claim = (
        update(SubscriptionMail)
        .where(col(SubscriptionMail.id).in_(due))
        .values(
            next_attempt_at=now + DeliverySettings.of(context.settings).lease,
            attempt_count=SubscriptionMail.attempt_count + 1,
        )
        .returning(SubscriptionMail)
    )
    with context.database.write() as session:
        return list(session.scalars(claim).all())


def _send(context: JobContext, subscription_mail: SubscriptionMail) -> None:
    with context.database.write() as session:
        sender = sender_by_name(session, CampaignSettings.of(context.settings).sign_up_sender)
        if sender.paused_reason is not None:
            _put_back(
                session,
                subscription_mail,
                until=context.clock.now() + DeliverySettings.of(context.settings).lease,
            )
            return
        wanted = _is_wanted(session, subscription_mail)
        wait_until = rate.reserve_call(session, sender.id, now=context.clock.now()) if wanted else None
        if wait_until is not None:
            _put_back(session, subscription_mail, until=wait_until)
            return
        if wanted:
            note_subscription_mail(session, subscription_mail)
    with context.database.read() as session:
        # Asked once more, as of what is read here: nobody is written to who was erased a moment ago.
        wanted = wanted and _is_wanted(session, subscription_mail)
        batch = opt_in_batch(session, context, subscription_mail, sender) if wanted else None
    if batch is None:
        _end(context, subscription_mail, SubscriptionMailState.GIVEN_UP)
        return
    provider = context.provider(sender.provider)
    answer = call(provider, batch)
    fault = answer if isinstance(answer, ProviderError) else judge(answer).stopped_by
    if isinstance(fault, SenderMisconfigured | QuotaSpent):
        _wait_for_the_sender(context, subscription_mail, sender, fault)
        return
    result = answer if isinstance(answer, ProviderError) else answer.results[0]
    match result:
        case Accepted():
            _end(context, subscription_mail, SubscriptionMailState.ASKED)
        case Rejected():
            _end(context, subscription_mail, SubscriptionMailState.GIVEN_UP)
        case Doubtful() | OutcomeUnknown() if not _is_remembered(context, subscription_mail, sender):
            _end(context, subscription_mail, SubscriptionMailState.GIVEN_UP)
        case _:
            _try_again(context, subscription_mail, result)


def _is_wanted(session: Session, subscription_mail: SubscriptionMail) -> bool:
    """Whoever has answered meanwhile is not asked, whoever has left meanwhile is not welcomed."""
    may = may_be_welcomed if subscription_mail.purpose is SubscriptionMailPurpose.WELCOME else may_be_asked
    return may(session, subscriber_id=subscription_mail.subscriber_id, list_id=subscription_mail.list_id)


def _put_back(session: Session, subscription_mail: SubscriptionMail, *, until: datetime) -> None:
    """It was no try, and nobody who signed up waits longer than the sender's rate asks for."""
    unclaimed = update(SubscriptionMail).where(col(SubscriptionMail.id) == subscription_mail.id)
    session.execute(unclaimed.values(next_attempt_at=until, attempt_count=subscription_mail.attempt_count - 1))


def _wait_for_the_sender(
    context: JobContext, subscription_mail: SubscriptionMail, sender: Sender, fault: ProviderError
) -> None:
    """A limit that is reached, or a wrong key, is no fault of whoever signed up: asked when that is mended."""
    now = context.clock.now()
    with context.database.write() as session:
        breaker.pause_sender(session, sender.id, reason=fault.code, detail=fault.detail)
        _put_back(session, subscription_mail, until=now + DeliverySettings.of(context.settings).lease)


def _is_remembered(context: JobContext, subscription_mail: SubscriptionMail, sender: Sender) -> bool:
    """Whether a repeat with the same key is certain not to ask twice."""
    remembered = context.provider(sender.provider).capabilities.idempotency
    return remembered is not None and context.clock.now() < subscription_mail.asked_at + remembered / 2


def _try_again(context: JobContext, subscription_mail: SubscriptionMail, result: object) -> None:
    now = context.clock.now()
    error = result if isinstance(result, TransientProviderError | NotSent) else TransientProviderError("")
    step = retry.next_step(
        subscription_mail.attempt_count,
        error,
        now=now,
        max_attempts=DeliverySettings.of(context.settings).max_attempts,
        seed=subscription_mail.id,
    )
    if isinstance(step, retry.GiveUp):
        _end(context, subscription_mail, SubscriptionMailState.GIVEN_UP)
        return
    with context.database.write() as session:
        session.execute(
            update(SubscriptionMail)
            .where(col(SubscriptionMail.id) == subscription_mail.id)
            .values(next_attempt_at=step.when)
        )


def _end(context: JobContext, subscription_mail: SubscriptionMail, state: SubscriptionMailState) -> None:
    with context.database.write() as session:
        session.execute(
            update(SubscriptionMail).where(col(SubscriptionMail.id) == subscription_mail.id).values(state=state)
        )
    log.info("question.ended", question_id=subscription_mail.id, state=state.value)
