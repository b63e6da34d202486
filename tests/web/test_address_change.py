"""Another address, from the link in a mail to the mail at the new one: the pages, and what they never tell."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from sqlmodel import Session, func, select

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.sending.feedback import act_on_subscription_mail
from campaigns.settings import CampaignSettings
from campaigns.tables import SubscriptionMail, SubscriptionMailState
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.languages import READER_LANGUAGES
from core.settings import Settings
from delivery.message.outgoing import NO_DELIVERY, OutgoingMessage
from delivery.outcome import EventType
from delivery.providers.base import IncomingEvent
from subscribers.address_tables import AddressChange
from subscribers.links import preferences_token, unsubscribe_token
from subscribers.opt_out import opt_out
from subscribers.status import SubscriptionStatus
from subscribers.suppress import find_suppression, suppress
from subscribers.tables import ConsentMethod, Subscriber, Subscription, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.snapshot import everything_in
from tests.web.statements import statements_of
from tests.web.test_own_data import HOSTILE
from web.app import create_app

OLD, NEW = "rosa@example.org", "new@example.org"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    world.add_readers(["rosa", "known"], language="sl")
    return world


@pytest.fixture
def site(world: World) -> Iterator[httpx.Client]:
    with browser(create_app(world.context.services)) as client:
        yield client


def link_to_preferences(world: World) -> str:
    """Of a mail that is sent now."""
    token = preferences_token(
        world.context.signer,
        campaign_public_id="abc",
        subscriber_id=1,
        list_id=1,
        expires_at=world.clock.now() + CampaignSettings.of(world.settings).preferences_lifetime,
    )
    return f"/preferences/{token}"


def link_to_leave(world: World) -> str:
    token = unsubscribe_token(
        world.context.signer,
        campaign_public_id="abc",
        subscriber_id=1,
        list_id=1,
        expires_at=world.clock.now() + CampaignSettings.of(world.settings).link_lifetime,
    )
    return f"/u/{token}"


def ask(world: World, site: httpx.Client, address: str = NEW) -> httpx.Response:
    return site.post(f"{link_to_preferences(world)}/address", data={"address": address})


def mails(world: World) -> dict[str, OutgoingMessage]:
    """By whom they went to, now that they have gone."""
    for _ in range(3):
        send_opt_in_mails(world.context)
        world.clock.advance(seconds=1)
    return {message.to: message for batch in world.provider.batches for message in batch.messages}


def link_in(message: OutgoingMessage, settings: Settings) -> str:
    [link] = [line for line in message.text.splitlines() if "address/" in line]
    return link.removeprefix(settings.public_url)


def address_of_rosa(world: World) -> str:
    with world.database.read() as session:
        return session.get_one(Subscriber, 1).address


def key(world: World, address: str) -> str:
    return address_hash(EmailAddress.parse(address), secret=world.settings.secret_key.get_secret_value())


def test_from_the_preferences_to_the_new_address(world: World, site: httpx.Client) -> None:
    old_preferences, old_leave = link_to_preferences(world), link_to_leave(world)
    assert "/address" in site.get(old_preferences).text
    assert ask(world, site).status_code == 200
    sent = mails(world)
    assert set(sent) == {OLD, NEW}
    # Neither mail names the other address, and to whoever has the new one not even a name.
    assert NEW not in sent[OLD].text + sent[OLD].html
    assert not {OLD, "Rosa"} & set((sent[NEW].text + sent[NEW].html).split())
    link = link_in(sent[NEW], world.settings)
    before = everything_in(world.database)
    question = site.get(link)
    assert question.status_code == 200
    assert OLD not in question.text
    assert everything_in(world.database) == before, "looking changes nothing"
    world.clock.advance(minutes=5)
    first, second = site.post(link), site.post(link)
    assert (first.status_code, second.status_code) == (200, 200)
    assert address_of_rosa(world) == NEW
    new_preferences = first.text.split('href="/preferences/')[1].split('"')[0]
    assert site.get(f"/preferences/{new_preferences}/data").status_code == 200
    # What lies in the old mailbox shows nothing of them any more, and takes them off all the same.
    assert site.get(old_preferences).status_code == 404
    assert site.get(f"{old_preferences}/data.json").status_code == 404
    assert site.post(old_leave, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    with world.database.read() as session:
        status = select(Subscription.status).where(Subscription.subscriber_id == 1)
        assert session.exec(status).one() is SubscriptionStatus.UNSUBSCRIBED


@pytest.mark.parametrize("is_late", [False, True])
def test_the_old_address_refuses_in_time_or_late(world: World, site: httpx.Client, *, is_late: bool) -> None:
    ask(world, site)
    sent = mails(world)
    refusal, confirmation = link_in(sent[OLD], world.settings), link_in(sent[NEW], world.settings)
    if is_late:
        assert site.post(confirmation).status_code == 200
    assert site.get(refusal).status_code == 200
    answer = site.post(refusal)
    assert answer.status_code == 200
    assert ("Naslov je bil že spremenjen" in answer.text) is is_late
    assert site.post(confirmation).status_code == 404
    with world.database.read() as session:
        status = session.exec(select(Subscription.status).where(Subscription.subscriber_id == 1)).one()
    assert status is (SubscriptionStatus.UNSUBSCRIBED if is_late else SubscriptionStatus.CONFIRMED)


@on_sqlite
def test_links_are_for_one_purpose_and_end(world: World, site: httpx.Client) -> None:
    ask(world, site)
    sent = mails(world)
    refusal, confirmation = link_in(sent[OLD], world.settings), link_in(sent[NEW], world.settings)
    swapped = confirmation.replace("/address/", "/keep-address/")
    assert site.get(swapped).status_code == site.post(swapped).status_code == 403
    swapped = refusal.replace("/keep-address/", "/address/")
    assert site.get(swapped).status_code == site.post(swapped).status_code == 403
    assert site.get(f"{confirmation}'").status_code == 200, "a quotation mark that was run together with it"
    world.clock.advance(days=15)
    assert site.post(confirmation).status_code == site.post(refusal).status_code == 403
    send_opt_in_mails(world.context)
    with world.database.read() as session:
        assert session.exec(select(AddressChange)).all() == [], "and the addresses are forgotten"


def known(world: World, session: Session) -> None:
    session.get_one(Subscriber, 2).address, session.get_one(Subscriber, 2).address_hash = NEW, key(world, NEW)


def wants_nothing(world: World, session: Session) -> None:
    opt_out(session, {key(world, NEW): ""}, method=ConsentMethod.ONE_CLICK, now=world.clock.now())


def complained(world: World, session: Session) -> None:
    reason = SuppressionReason.COMPLAINED
    suppress(session, address_hash=key(world, NEW), reason=reason, detail="", now=world.clock.now())


def nobody(world: World, session: Session) -> None:
    assert world
    assert session


def test_the_answer_never_tells_by_words_statements_or_rows_whether_the_new_address_is_known(
    world: World, site: httpx.Client
) -> None:
    """What takes as many statements, and writes as many rows, takes no other time."""
    answers = set()
    for situation in (nobody, known, wants_nothing, complained):
        with world.database.write() as session:
            situation(world, session)
        with statements_of(world.database) as statements:
            answer = ask(world, site)
        with world.database.read() as session:
            rows = session.exec(select(func.count()).select_from(SubscriptionMail)).one()
            waiting = SubscriptionMail.state == SubscriptionMailState.WAITING
            assert session.exec(select(func.count()).where(waiting)).one() == rows
        answers.add(
            (answer.status_code, answer.text.split("<article")[1].split("<a href")[0], tuple(statements), rows)
        )
        with world.database.write() as session:
            for row in [*session.exec(select(SubscriptionMail)), *session.exec(select(AddressChange))]:
                session.delete(row)
    assert len(answers) == 1


@pytest.mark.parametrize("situation", [known, wants_nothing, complained])
@on_sqlite
def test_whoever_could_not_say_yes_is_not_asked(
    world: World, site: httpx.Client, situation: Callable[[World, Session], None]
) -> None:
    with world.database.write() as session:
        situation(world, session)
    ask(world, site)
    assert set(mails(world)) == {OLD}


@on_sqlite
def test_a_bounce_of_the_question_bars_the_new_address(world: World, site: httpx.Client) -> None:
    ask(world, site)
    mails(world)
    bounce = IncomingEvent(
        event_id="1",
        provider_message_id=None,
        type=EventType.BOUNCED,
        occurred_at=world.clock.now(),
        delivery_id=NO_DELIVERY,
        is_permanent=True,
        address=NEW,
    )
    secret = world.settings.secret_key.get_secret_value()
    with world.database.write() as session:
        act_on_subscription_mail(session, bounce, secret=secret, now=world.clock.now())
        suppression = find_suppression(session, key(world, NEW))
        assert suppression is not None
        assert suppression.reason is SuppressionReason.BOUNCED


@on_sqlite
@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_what_is_typed_is_text_and_what_cannot_be_used_stays_in_its_field(
    world: World, site: httpx.Client, language: str
) -> None:
    before = everything_in(world.database)
    path = f"{link_to_preferences(world)}/address?lang={language}"
    refused = site.post(path, data={"address": HOSTILE})
    assert refused.status_code == 422
    assert f'<html lang="{language}"' in refused.text
    assert "<img" not in refused.text
    assert "&lt;img src=x" in refused.text
    assert site.post(path, data={"address": "ROSA@example.org"}).status_code == 422
    assert site.post(path).status_code == 422
    assert everything_in(world.database) == before


@on_sqlite
def test_without_anybody_to_ask_there_is_no_form_to_send(world: World) -> None:
    world.configure(sign_up_sender="")
    with browser(create_app(world.context.services)) as site:
        assert "/address" not in site.get(link_to_preferences(world)).text
        assert ask(world, site).status_code == 404
