"""How long a sign-up's answer takes tells nobody who is known: the same statements and rows, whoever's it is."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, func, select

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.tables import SubscriptionMail
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.settings import Settings
from subscribers.erase import erase_subscriber
from subscribers.lists import create_list, list_by_slug
from subscribers.offered_lists import offer_lists
from subscribers.open_question import reject_request
from subscribers.preferences import leave_everything
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, Subscriber, SubscriberWord, SuppressionReason
from subscribers.topics import create_topic, offer_topic
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.web.browser import browser
from tests.web.statements import statements_of
from web.app import create_app

ADDRESS = "rosa@example.org"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    return world


def asks(session: Session, secret: str) -> int:
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", "sl", "test")
    request = SubscriptionRequest(ADDRESS, "Rosa", 1, proof)
    return request_subscription(session, request, now=NOON, secret=secret).subscriber_id


def subscribed(session: Session, secret: str) -> int:
    person = asks(session, secret)
    yes = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "Yes", "sl", "test")
    confirm(session, subscriber_id=person, list_id=1, proof=yes, now=NOON)
    return person


def unknown(session: Session, secret: str) -> None:
    assert session.exec(select(func.count()).select_from(Subscriber)).one() == 0
    assert secret


def unsubscribed(session: Session, secret: str) -> None:
    person, how = subscribed(session, secret), ConsentMethod.ONE_CLICK
    unsubscribe(session, subscriber_id=person, list_id=1, method=how, evidence="test", now=NOON)


def opted_out(session: Session, secret: str) -> None:
    leave_everything(session, subscribed(session, secret), evidence="test", now=NOON)


def rejected(session: Session, secret: str) -> None:
    reject_request(session, subscriber_id=asks(session, secret), list_id=1, evidence="test", now=NOON)


def complained(session: Session, secret: str) -> None:
    subscribed(session, secret)
    hashed = address_hash(EmailAddress.parse(ADDRESS), secret=secret)
    suppress(session, address_hash=hashed, reason=SuppressionReason.COMPLAINED, detail="", now=NOON)


def erased(session: Session, secret: str) -> None:
    person = session.get_one(Subscriber, subscribed(session, secret))
    erase_subscriber(session, person, method=ConsentMethod.PREFERENCES_PAGE, now=NOON)


KNOWN: tuple[Callable[[Session, str], object], ...] = (
    unknown, asks, subscribed, unsubscribed, opted_out, rejected, complained, erased,
)  # fmt: skip
ASKED = {unknown, asks, unsubscribed, opted_out, erased}
"""Who is sent the question."""


@pytest.mark.parametrize("boxes", [{}, {"also-press": "on", "asked-sea": ""}])
def test_whoever_it_is_the_database_is_asked_the_same_and_the_same_is_queued(
    world: World, database: Database, boxes: dict[str, str]
) -> None:
    with database.write() as session:
        press = create_list(session, slug="press", name="Press", now=NOON)
        offer_lists(session, list_by_slug(session, "bulletin"), ["press"])
        offer_topic(session, create_topic(session, slug="sea", name="Sea", names={}, now=NOON).id, [1, press.id])
    secret, answers = world.settings.secret_key.get_secret_value(), {}
    with browser(create_app(world.context.services)) as site:
        form = {"address": ADDRESS, "name": "Rosa", "language": "sl"} | boxes
        # What a process asks once, it has asked by then.
        site.post("/subscribe/bulletin", data=form | {"address": "first@example.org"})
        forget(database)
        for situation in KNOWN:
            with database.write() as session:
                situation(session, secret)
            with statements_of(database) as statements:
                answer = site.post("/subscribe/bulletin", data=form)
            with database.read() as session:
                queued = session.exec(select(func.count()).select_from(SubscriptionMail)).one()
            answers[situation.__name__] = (answer.status_code, answer.text, tuple(statements), queued)
            send_opt_in_mails(world.context)
            world.clock.advance(seconds=1)
            is_asked = world.provider.received.pop(ADDRESS, 0) == 1
            # Whoever had to do with one list only may still be asked about the other.
            assert is_asked is (situation in ASKED or (bool(boxes) and situation is not complained))
            forget(database)
    assert len(set(answers.values())) == 1, [name for name in answers if answers[name] != answers["unknown"]]


def forget(database: Database) -> None:
    """Everybody, and what was ever said."""
    with database.write() as session:
        for name in ("question", "consent_record", "subscription", "subscriber", "opted_out", "suppression"):
            session.execute(Subscriber.metadata.tables[name].delete())


def test_a_stranger_who_types_another_name_does_not_change_by_which_words_somebody_is_found(
    world: World, database: Database
) -> None:
    with database.write() as session:
        subscribed(session, world.settings.secret_key.get_secret_value())
        before = set(session.exec(select(SubscriberWord.word)))
    with browser(create_app(world.context.services)) as site:
        site.post("/subscribe/bulletin", data={"address": ADDRESS, "name": "Somebody Else", "language": "sl"})
    with database.read() as session:
        assert set(session.exec(select(SubscriberWord.word))) == before
        assert session.exec(select(Subscriber.name)).one() == "Rosa"


def test_whoever_left_after_a_sign_up_that_asked_nothing_is_asked_when_they_sign_up_again(
    world: World, database: Database
) -> None:
    """They were on the list, signed up all the same, left, and signed up again on the same day."""
    form = {"address": ADDRESS, "name": "", "language": "sl"}
    with database.write() as session:
        person = subscribed(session, world.settings.secret_key.get_secret_value())
    with browser(create_app(world.context.services)) as site:
        site.post("/subscribe/bulletin", data=form)
        send_opt_in_mails(world.context)
        with database.write() as session:
            leave_everything(session, person, evidence="test", now=NOON)
        world.clock.advance(minutes=5)
        site.post("/subscribe/bulletin", data=form)
        send_opt_in_mails(world.context)
    assert world.provider.received == {ADDRESS: 1}
