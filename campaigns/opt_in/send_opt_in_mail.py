"""Double opt-in: queue the question in the transaction of the sign-up, send it, and never lose it; the same way,
the welcome after the yes.

Every try is the same request with the same key, so that a lost answer does no harm where the provider remembers
keys; where it does not, a question in doubt is left, and the person may sign up again.
"""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.journal import note_question
from campaigns.opt_in.opt_in_message import question_batch
from campaigns.sending.job_context import House
from campaigns.sending.send import call
from campaigns.tables import Question, QuestionPurpose, QuestionState
from core.logging import get_logger
from delivery.attempts import retry
from delivery.attempts.keys import attempt_key
from delivery.errors import OutcomeUnknown, ProviderError, QuotaSpent, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import Accepted, Doubtful, NotSent, Rejected
from delivery.providers.shared.verdict import judge
from delivery.senders import breaker, rate
from delivery.senders.senders import sender_by_name
from delivery.tables import Sender
from subscribers.queries import may_be_asked, may_be_welcomed

log = get_logger(__name__)

ASK_AGAIN_AFTER = timedelta(days=1)
"""Anyone can type any address into a form: nobody is asked more often than this, however often it is sent."""
MOST_AT_ONCE = 50


def wait_to_ask(session: Session, *, limit: int, now: datetime) -> timedelta | None:
    """How long until somebody may be asked again, where `limit` people, whoever they are, have been asked within
    the last hour; None where they have not."""
    latest = (
        select(Question.asked_at)
        .where(Question.purpose == QuestionPurpose.CONFIRMATION, col(Question.asked_at) > now - timedelta(hours=1))
        .order_by(col(Question.asked_at).desc())
        .offset(limit - 1)
        .limit(1)
    )
    oldest = session.exec(latest).first()
    return None if oldest is None else oldest + timedelta(hours=1) - now


def ask(session: Session, *, subscriber_id: int, list_id: int, language: str, now: datetime) -> None:
    """Queues the question, unless one was queued a short while ago."""
    recent = select(Question.id).where(
        Question.subscriber_id == subscriber_id,
        Question.list_id == list_id,
        Question.purpose == QuestionPurpose.CONFIRMATION,
        col(Question.asked_at) > now - ASK_AGAIN_AFTER,
    )
    if session.exec(recent).first() is None:
        session.add(_question(QuestionPurpose.CONFIRMATION, subscriber_id, list_id, language=language, now=now))


def welcome(session: Session, *, subscriber_id: int, list_id: int, language: str, now: datetime) -> None:
    """Queues the welcome. For the transaction of a yes that was news, so that nobody is welcomed twice for one."""
    session.add(_question(QuestionPurpose.WELCOME, subscriber_id, list_id, language=language, now=now))


def _question(
    purpose: QuestionPurpose, subscriber_id: int, list_id: int, *, language: str, now: datetime
) -> Question:
    return Question(
        subscriber_id=subscriber_id,
        list_id=list_id,
        language=language,
        purpose=purpose,
        key=attempt_key(),
        state=QuestionState.WAITING,
        asked_at=now,
        next_attempt_at=now,
    )


def send_questions(house: House) -> None:
    """The job: every question whose time has come."""
    if not house.settings.sign_up_sender:
        return
    for question in _claim(house):
        if house.stopping.is_set():
            return
        _send(house, question)


def _claim(house: House) -> list[Question]:
    """Claiming moves the next try beyond the lease: a worker that dies leaves its questions to the next."""
    now = house.clock.now()
    due = (
        select(Question.id)
        .where(Question.state == QuestionState.WAITING, Question.next_attempt_at <= now)
        .order_by(col(Question.id))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    claim = (
        update(Question)
        .where(col(Question.id).in_(due))
        .values(next_attempt_at=now + house.settings.lease, attempt_count=Question.attempt_count + 1)
        .returning(Question)
    )
    with house.database.write() as session:
        return list(session.scalars(claim).all())


def _send(house: House, question: Question) -> None:
    with house.database.write() as session:
        sender = sender_by_name(session, house.settings.sign_up_sender)
        if sender.paused_reason is not None:
            _put_back(session, question, until=house.clock.now() + house.settings.lease)
            return
        wanted = _is_wanted(session, question)
        wait_until = rate.reserve_call(session, sender.id, now=house.clock.now()) if wanted else None
        if wait_until is not None:
            _put_back(session, question, until=wait_until)
            return
    with house.database.read() as session:
        # Asked once more, as of what is read here: nobody is written to who was erased a moment ago.
        wanted = wanted and _is_wanted(session, question)
        batch = question_batch(session, house, question, sender) if wanted else None
        if batch is not None:
            note_question(session, question)
    if batch is None:
        _end(house, question, QuestionState.GIVEN_UP)
        return
    provider = house.provider(sender.provider)
    answer = call(provider, batch)
    fault = answer if isinstance(answer, ProviderError) else judge(answer).stopped_by
    if isinstance(fault, SenderMisconfigured | QuotaSpent):
        _wait_for_the_sender(house, question, sender, fault)
        return
    result = answer if isinstance(answer, ProviderError) else answer.results[0]
    match result:
        case Accepted():
            _end(house, question, QuestionState.ASKED)
        case Rejected():
            _end(house, question, QuestionState.GIVEN_UP)
        case Doubtful() | OutcomeUnknown() if not _is_remembered(house, question, sender):
            _end(house, question, QuestionState.GIVEN_UP)
        case _:
            _try_again(house, question, result)


def _is_wanted(session: Session, question: Question) -> bool:
    """Whoever has answered meanwhile is not asked, whoever has left meanwhile is not welcomed."""
    may = may_be_welcomed if question.purpose is QuestionPurpose.WELCOME else may_be_asked
    return may(session, subscriber_id=question.subscriber_id, list_id=question.list_id)


def _put_back(session: Session, question: Question, *, until: datetime) -> None:
    """It was no try, and nobody who signed up waits longer than the sender's rate asks for."""
    unclaimed = update(Question).where(col(Question.id) == question.id)
    session.execute(unclaimed.values(next_attempt_at=until, attempt_count=question.attempt_count - 1))


def _wait_for_the_sender(house: House, question: Question, sender: Sender, fault: ProviderError) -> None:
    """A limit that is reached, or a wrong key, is no fault of whoever signed up: asked when that is mended."""
    now = house.clock.now()
    with house.database.write() as session:
        breaker.pause_sender(session, sender.id, reason=fault.code, detail=fault.detail)
        _put_back(session, question, until=now + house.settings.lease)


def _is_remembered(house: House, question: Question, sender: Sender) -> bool:
    """Whether a repeat with the same key is certain not to ask twice."""
    remembered = house.provider(sender.provider).capabilities.idempotency
    return remembered is not None and house.clock.now() < question.asked_at + remembered / 2


def _try_again(house: House, question: Question, result: object) -> None:
    now = house.clock.now()
    error = result if isinstance(result, TransientProviderError | NotSent) else TransientProviderError("")
    step = retry.next_step(
        question.attempt_count, error, now=now, max_attempts=house.settings.max_attempts, seed=question.id
    )
    if isinstance(step, retry.GiveUp):
        _end(house, question, QuestionState.GIVEN_UP)
        return
    with house.database.write() as session:
        session.execute(update(Question).where(col(Question.id) == question.id).values(next_attempt_at=step.when))


def _end(house: House, question: Question, state: QuestionState) -> None:
    with house.database.write() as session:
        session.execute(update(Question).where(col(Question.id) == question.id).values(state=state))
    log.info("question.ended", question_id=question.id, state=state.value)
