"""Double opt-in: whoever signs up is asked once, in their language, whatever the provider does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import select

from campaigns.opt_in.send_opt_in_mail import ask, send_opt_in_mails, wait_to_ask, welcome
from campaigns.tables import SubscriptionMail, SubscriptionMailState
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown, QuotaSpent, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.senders.breaker import pause_sender, unpause_sender
from delivery.tables import Sender
from subscribers.links import read_confirmation_token, read_unsubscribe_token
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, confirm, unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, Subscriber, SuppressionReason
from tests.campaigns.test_contributions import create_sender_named
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    world.add_readers(["nada"], language="sl", status=SubscriptionStatus.PENDING)
    return world


def _ask(world: World) -> None:
    with world.database.write() as session:
        ask(session, subscriber_id=1, list_ids=[1], language="sl", now=world.clock.now())


def _send(world: World, *, minutes: float = 30, times: int = 6) -> None:
    for _ in range(times):
        send_opt_in_mails(world.context)
        world.clock.advance(minutes=minutes)


def _state(world: World) -> SubscriptionMailState:
    with world.database.read() as session:
        return session.exec(select(SubscriptionMail)).one().state


def test_whoever_signs_up_is_asked_in_their_language_with_a_link_of_their_own(world: World) -> None:
    _ask(world)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    mail = world.provider.batches[0].messages[0]
    assert "Bilten" in mail.subject
    token = mail.text.split("/c/")[1].split()[0]
    link = read_confirmation_token(world.context.signer, token, now=world.clock.now())
    assert (link.subscriber_id, link.list_id) == (1, 1)
    assert _state(world) is SubscriptionMailState.ASKED


def test_nobody_is_asked_twice_however_often_the_form_is_sent(world: World) -> None:
    for _ in range(5):
        _ask(world)
    _send(world, minutes=1)
    _ask(world)
    _send(world, minutes=1)
    assert world.provider.received == {"nada@example.org": 1}


@pytest.mark.parametrize(
    "later", [SenderMisconfigured("HTTP 401 no"), QuotaSpent("no more"), TransientProviderError("HTTP 429")]
)
def test_what_a_later_try_did_not_send_an_earlier_one_may_have(world: World, later: Exception) -> None:
    """The provider took it, its answer was lost, the next try was certainly refused, and the key was forgotten."""
    _ask(world)
    world.provider.faults = ["lose the answer", later]
    _send(world, minutes=5, times=2)
    assert world.provider.received == {"nada@example.org": 1}
    world.provider.forget_keys()
    world.clock.advance(days=2)
    with world.database.write() as session:
        unpause_sender(session, 1)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    assert _state(world) is SubscriptionMailState.GIVEN_UP


def test_while_a_call_is_in_doubt_no_other_provider_is_asked(world: World) -> None:
    """An operator names another sender for sign-ups, as in an outage: it remembers no key of the first."""
    _ask(world)
    world.provider.faults = ["lose the answer"]
    send_opt_in_mails(world.context)
    with world.database.write() as session:
        create_sender_named(session, "second")
        pause_sender(session, 1, reason="down", detail="")
    world.configure(sign_up_sender="second")
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    assert len(world.provider.batches) == 1
    world.clock.advance(days=2)
    _send(world)
    assert len(world.provider.batches) == 1
    assert _state(world) is SubscriptionMailState.GIVEN_UP


def test_what_was_certainly_not_sent_goes_out_through_the_sender_of_today(world: World) -> None:
    _ask(world)
    world.provider.faults = [SenderMisconfigured("HTTP 401 no")]
    send_opt_in_mails(world.context)
    with world.database.write() as session:
        create_sender_named(session, "second")
    world.configure(sign_up_sender="second")
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    with world.database.read() as session:
        assert session.exec(select(SubscriptionMail.sender_id)).one() == 2


def test_a_key_that_is_known_with_other_content_proves_that_the_first_call_arrived(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    world = make_world(database, clock, settings, FakeProvider(refuses_other_content=True))
    world.configure(sign_up_sender="main")
    world.add_readers(["nada"], status=SubscriptionStatus.PENDING)
    world.provider.faults = ["lose the answer"]
    _ask(world)
    send_opt_in_mails(world.context)
    with world.database.write() as session:
        session.execute(update(Sender).values(from_name="Another name"))
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    assert len(world.provider.batches) == 2
    assert _state(world) is SubscriptionMailState.ASKED


def test_a_day_later_a_person_may_ask_to_be_asked_again(world: World) -> None:
    _ask(world)
    _send(world)
    world.clock.advance(days=1)
    _ask(world)
    _send(world)
    assert world.provider.received == {"nada@example.org": 2}


def test_a_lost_answer_is_followed_by_the_same_request_with_the_same_key(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    _ask(world)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    assert len({batch.key for batch in world.provider.batches}) == 1
    assert _state(world) is SubscriptionMailState.ASKED


def test_without_keys_a_question_in_doubt_is_not_repeated(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    world = make_world(database, clock, settings, FakeProvider(idempotency=None))
    world.configure(sign_up_sender="main")
    world.add_readers(["nada"], status=SubscriptionStatus.PENDING)
    world.provider.faults = [OutcomeUnknown("the line broke")]
    _ask(world)
    _send(world)
    assert len(world.provider.batches) == 1
    assert _state(world) is SubscriptionMailState.GIVEN_UP


def test_a_provider_that_asks_to_wait_gets_the_same_question_later(world: World) -> None:
    world.provider.faults = [TransientProviderError("slow down", retry_after=timedelta(minutes=20))]
    _ask(world)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}


def test_an_address_that_the_provider_refuses_is_not_tried_again(world: World) -> None:
    def refuse(batch: OutgoingBatch) -> SendResult:
        return SendResult((Rejected(batch.messages[0].delivery_id, RejectReason.INVALID, "no such domain"),))

    world.provider.faults = [refuse]
    _ask(world)
    _send(world)
    assert len(world.provider.batches) == 1
    assert _state(world) is SubscriptionMailState.GIVEN_UP


def _over_the_limit(batch: OutgoingBatch) -> SendResult:
    reply = "550 5.4.5 Daily user sending limit exceeded"
    return SendResult((Rejected(batch.messages[0].delivery_id, RejectReason.OTHER, reply),))


@pytest.mark.parametrize("fault", [_over_the_limit, QuotaSpent("monthly limit"), SenderMisconfigured("wrong key")])
def test_whoever_signs_up_while_the_sender_may_not_send_is_asked_when_it_may(
    world: World, fault: Exception | Callable[[OutgoingBatch], SendResult]
) -> None:
    world.provider.faults = [fault]
    _ask(world)
    _send(world, times=30)
    assert len(world.provider.batches) == 1
    assert _state(world) is SubscriptionMailState.WAITING
    with world.database.write() as session:
        (sender,) = session.exec(select(Sender)).all()
        assert sender.paused_detail
        unpause_sender(session, sender.id)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    assert _state(world) is SubscriptionMailState.ASKED


def test_a_worker_that_dies_leaves_its_question_to_the_next(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    _ask(world)
    with monkeypatch.context() as dying:
        dying.setattr("campaigns.system_mail.outbox.call", die)
        with pytest.raises(KeyboardInterrupt):
            send_opt_in_mails(world.context)
    send_opt_in_mails(world.context)
    assert not world.provider.received, "the dead worker's lease still holds"
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}


def test_whoever_has_confirmed_meanwhile_is_not_asked(world: World) -> None:
    _ask(world)
    with world.database.write() as session:
        confirm(
            session,
            subscriber_id=1,
            list_id=1,
            proof=ConsentProof(
                method=ConsentMethod.CONFIRMATION_LINK, wording="Yes.", language="sl", evidence="test"
            ),
            now=world.clock.now(),
        )
    _send(world)
    assert not world.provider.batches
    assert _state(world) is SubscriptionMailState.GIVEN_UP


def test_a_suppressed_address_is_not_asked(world: World) -> None:
    _ask(world)
    with world.database.write() as session:
        suppress(
            session,
            address_hash=session.get_one(Subscriber, 1).address_hash,
            reason=SuppressionReason.COMPLAINED,
            detail="",
            now=world.clock.now(),
        )
    _send(world)
    assert not world.provider.batches


def test_a_paused_sender_asks_nobody_and_forgets_nobody(world: World) -> None:
    _ask(world)
    with world.database.write() as session:
        session.execute(update(Sender).values(paused_reason="delivery-provider-misconfigured"))
    _send(world)
    assert not world.provider.batches
    with world.database.write() as session:
        session.execute(update(Sender).values(paused_reason=None))
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}


def test_many_who_sign_up_at_once_wait_no_longer_than_the_rate_asks_for(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(Sender).values(calls_per_second=2.0))
    world.add_readers([f"reader{number}" for number in range(9)], status=SubscriptionStatus.PENDING)
    with world.database.write() as session:
        for subscriber_id in range(1, 11):
            ask(session, subscriber_id=subscriber_id, list_ids=[1], language="sl", now=world.clock.now())
    _send(world, minutes=1 / 60, times=11)
    assert len(world.provider.received) == 10
    with world.database.read() as session:
        assert {question.attempt_count for question in session.exec(select(SubscriptionMail))} == {1}


def test_without_a_sender_for_it_nobody_is_asked(world: World) -> None:
    world.configure(sign_up_sender="")
    _ask(world)
    _send(world)
    assert not world.provider.batches


def _welcome(world: World) -> None:
    with world.database.write() as session:
        is_news = confirm(
            session,
            subscriber_id=1,
            list_id=1,
            proof=ConsentProof(
                method=ConsentMethod.CONFIRMATION_LINK, wording="Yes.", language="sl", evidence="test"
            ),
            now=world.clock.now(),
        )
        assert is_news
        welcome(session, subscriber_id=1, list_id=1, language="sl", now=world.clock.now())


def test_whoever_has_said_yes_is_welcomed_once_with_a_way_out(world: World) -> None:
    _welcome(world)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}
    mail = world.provider.batches[0].messages[0]
    assert mail.subject == "Dobrodošli med naročniki: Bilten"
    token = mail.text.split("/u/")[1].split()[0]
    link = read_unsubscribe_token(world.context.signer, token, now=world.clock.now())
    assert (link.campaign_public_id, link.subscriber_id, link.list_id) == ("welcome", 1, 1)
    assert dict(mail.headers)["List-Unsubscribe"].strip("<>").endswith(token)
    assert dict(mail.headers)["Auto-Submitted"] == "auto-generated"


def test_a_lost_answer_welcomes_nobody_twice(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    _welcome(world)
    _send(world)
    assert world.provider.received == {"nada@example.org": 1}


def test_whoever_has_left_again_is_not_welcomed(world: World) -> None:
    _welcome(world)
    with world.database.write() as session:
        now = world.clock.now()
        unsubscribe(
            session, subscriber_id=1, list_id=1, method=ConsentMethod.UNSUBSCRIBE_PAGE, evidence="test", now=now
        )
    _send(world)
    assert not world.provider.batches
    assert _state(world) is SubscriptionMailState.GIVEN_UP


def test_a_welcome_does_not_keep_a_question_from_being_asked(world: World) -> None:
    with world.database.write() as session:
        welcome(session, subscriber_id=1, list_id=1, language="sl", now=world.clock.now())
    _ask(world)
    _send(world)
    (mail,) = (message for batch in world.provider.batches for message in batch.messages)
    assert "/c/" in mail.text


def test_beyond_the_limit_of_an_hour_one_waits_for_the_oldest_question_of_that_hour(world: World) -> None:
    world.add_readers(["tina", "vid"], language="sl", status=SubscriptionStatus.PENDING)
    for subscriber_id in (1, 2, 3):
        with world.database.write() as session:
            assert wait_to_ask(session, limit=3, now=world.clock.now()) is None
            ask(session, subscriber_id=subscriber_id, list_ids=[1], language="sl", now=world.clock.now())
        world.clock.advance(minutes=10)
    with world.database.read() as session:
        assert wait_to_ask(session, limit=3, now=world.clock.now()) == timedelta(minutes=30)
        assert wait_to_ask(session, limit=2, now=world.clock.now()) == timedelta(minutes=40)
        assert wait_to_ask(session, limit=3, now=world.clock.now() + timedelta(minutes=30)) is None
