"""Double opt-in: queue the question in the transaction of the sign-up, send it, and never lose it.

Every try is the same request with the same key, so that a lost answer does no harm where the provider remembers
keys; where it does not, a question in doubt is left, and the person may sign up again.
"""

from datetime import datetime, timedelta

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from campaigns.compose import logo_url
from campaigns.house import House
from campaigns.personalise import compile_variant
from campaigns.send import call
from campaigns.tables import Question, QuestionState
from core.logging import get_logger
from delivery import rate, retry
from delivery.errors import OutcomeUnknown, ProviderError, TransientProviderError
from delivery.keys import attempt_key, message_id
from delivery.outgoing import Accepted, Doubtful, NotSent, OutgoingBatch, OutgoingMessage, Rejected
from delivery.senders import sender_by_name
from delivery.tables import Sender
from subscribers.links import confirmation_token
from subscribers.lists import get_list
from subscribers.queries import may_be_asked
from subscribers.tables import Subscriber
from templates import brand as brands
from templates.content import SubscriptionDocument
from templates.subscription_mails import render_confirmation

log = get_logger(__name__)

ASK_AGAIN_AFTER = timedelta(days=1)
"""Anyone can type any address into a form: nobody is asked more often than this, however often it is sent."""
MOST_AT_ONCE = 50
NO_DELIVERY = 0
"""What travels as the delivery's number: this mail is no delivery, and an event about it acts on none."""


def is_asking_too_many(session: Session, *, limit: int, now: datetime) -> bool:
    """Whether `limit` people have been asked within the last hour, whoever they are."""
    recent = select(func.count(col(Question.id))).where(col(Question.asked_at) > now - timedelta(hours=1))
    return session.exec(recent).one() >= limit


def ask(session: Session, *, subscriber_id: int, list_id: int, language: str, now: datetime) -> None:
    """Queues the question, unless one was queued a short while ago."""
    recent = select(Question.id).where(
        Question.subscriber_id == subscriber_id,
        Question.list_id == list_id,
        col(Question.asked_at) > now - ASK_AGAIN_AFTER,
    )
    if session.exec(recent).first() is None:
        session.add(
            Question(
                subscriber_id=subscriber_id,
                list_id=list_id,
                language=language,
                key=attempt_key(),
                state=QuestionState.WAITING,
                asked_at=now,
                next_attempt_at=now,
            )
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
        wanted = may_be_asked(session, subscriber_id=question.subscriber_id, list_id=question.list_id)
        wait_until = rate.reserve_call(session, sender.id, now=house.clock.now()) if wanted else None
        if wait_until is not None:
            _put_back(session, question, until=wait_until)
            return
        batch = _batch(session, house, question, sender) if wanted else None
    if batch is None:
        _end(house, question, QuestionState.GIVEN_UP)
        return
    provider = house.provider(sender.provider)
    answer = call(provider, batch)
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


def _put_back(session: Session, question: Question, *, until: datetime) -> None:
    """Nobody was called: it is no try, and nobody who signed up waits longer than the sender's rate asks for."""
    unclaimed = update(Question).where(col(Question.id) == question.id)
    session.execute(unclaimed.values(next_attempt_at=until, attempt_count=question.attempt_count - 1))


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


def _batch(session: Session, house: House, question: Question, sender: Sender) -> OutgoingBatch | None:
    """The same bytes at every try: the date is the sign-up's. None while the organisation has no brand yet."""
    settings = house.settings
    brand = brands.get_brand(session)
    if brand is None:
        return None
    person = session.get_one(Subscriber, question.subscriber_id)
    document = SubscriptionDocument(
        language=question.language,
        brand=brands.view(brand, logo_url(settings)),
        list_name=get_list(session, question.list_id).name,
    )
    rendered = render_confirmation(document)
    mail = compile_variant(subject=rendered.subject, html=rendered.html, text=rendered.text)
    token = confirmation_token(
        house.signer,
        subscriber_id=person.id,
        list_id=question.list_id,
        expires_at=question.asked_at + settings.confirmation_lifetime,
    )
    fields = {"confirm_url": f"{settings.public_url}/c/{token}", "recipient_name": person.name}
    return OutgoingBatch(
        key=question.key,
        date=question.asked_at,
        from_name=sender.from_name,
        from_address=sender.from_address,
        reply_to=sender.reply_to,
        reference=f"question-{question.id}",
        messages=(
            OutgoingMessage(
                delivery_id=NO_DELIVERY,
                rendered_for=person.address_hash,
                to=person.address,
                to_hash=person.address_hash,
                subject=mail.subject.merge(fields),
                html=mail.html.merge(fields),
                text=mail.text.merge(fields),
                headers=(
                    ("Message-ID", _message_id(house, question)),
                    ("Auto-Submitted", "auto-generated"),  # RFC 3834, section 5: nobody's holiday reply is wanted
                ),
            ),
        ),
    )


def _message_id(house: House, question: Question) -> str:
    settings = house.settings
    secret = settings.secret_key.get_secret_value()
    return message_id(f"question-{question.id}", NO_DELIVERY, domain=settings.list_domain, secret=secret)
