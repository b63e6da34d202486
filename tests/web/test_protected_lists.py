"""A list of people at risk: no public page, no name to somebody else, and readers whom not everybody sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import col, select, update

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.reporting.deliveries import deliveries_page
from core.db import Database
from core.settings import Settings
from core.signing import Signer
from delivery.reporting.listing import DeliveryFilter
from staff.principal import principal_of
from staff.tables import Role, User
from subscribers.links import ConfirmationLink, confirmation_token, invitation_token
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentRecord, MailingList, Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.test_sign_in import form_token_on, sign_in

NAME = "Safe house"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    with database.write() as session:
        session.exec(update(MailingList).values(is_protected=True, name=NAME))
    return world


@contextmanager
def signed_in(app: FastAPI, person: User) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, person.address)
        yield client


def invited(settings: Settings) -> str:
    signer = Signer(settings.secret_key.get_secret_value())
    return f"/i/{invitation_token(signer, list_slug='bulletin', expires_at=NOON + timedelta(days=9))}"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_its_short_name_is_answered_like_one_that_there_is_not(
    client: httpx.Client, world: World, method: str
) -> None:
    form = {"address": "rosa@example.org", "language": "en"}
    answers = [client.request(method, f"/subscribe/{slug}", data=form) for slug in ("bulletin", "nothing2")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text.replace("bulletin", "nothing2") == answers[1].text
    assert NAME not in answers[0].text
    with world.database.read() as session:
        assert session.exec(select(Subscription)).all() == []


def test_who_was_invited_signs_up_and_neither_mail_nor_page_names_the_list_before_their_yes(
    client: httpx.Client, world: World, settings: Settings
) -> None:
    path = invited(settings)
    assert NAME in client.get(path).text
    answer = client.post(path, data={"address": "rosa@example.org", "language": "en"})
    assert answer.status_code == 200
    send_opt_in_mails(world.context)
    (mail,) = world.provider.batches[0].messages
    assert mail.to == "rosa@example.org"
    for part in (mail.subject, mail.html, mail.text):
        assert NAME not in part
        assert "Odprta pot" in part
    page = "/c/" + mail.text.split("/c/")[1].split()[0]
    assert NAME not in client.get(page).text
    assert NAME not in client.post(page).text
    with world.database.read() as session:
        assert session.exec(select(Subscription)).one().status is SubscriptionStatus.CONFIRMED
        wordings = [
            record.wording for record in session.exec(select(ConsentRecord).order_by(col(ConsentRecord.id)))
        ]
    assert "Odprta pot" in wordings[-1]


def test_an_invitation_is_good_for_nothing_else_and_not_for_ever(
    client: httpx.Client, world: World, settings: Settings, clock: StoppedClock
) -> None:
    signer = Signer(settings.secret_key.get_secret_value())
    other = confirmation_token(signer, ConfirmationLink(1, 1, NOON + timedelta(days=9)))
    assert client.get(f"/i/{other}").status_code == 403
    clock.advance(days=10)
    answer = client.get(invited(settings))
    assert answer.status_code == 403
    assert NAME not in answer.text
    del world


def test_only_administrators_and_keepers_see_who_its_readers_are(app: FastAPI, world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.launched()
    world.run()
    boss = add_person(world.database, "boss@example.org", ADMIN)
    eva = add_person(world.database, "eva@example.org", APPROVER)
    pages = [f"/campaigns/{campaign_id}/deliveries", f"/campaigns/{campaign_id}/deliveries/1"]
    for person, sees in ((boss, True), (eva, False)):
        with signed_in(app, person) as client:
            token = form_token_on(client.get("/lists" if person is boss else f"/campaigns/{campaign_id}"))
            opened = client.post(pages[1], data={"form_token": token})
            assert opened.status_code == (303 if sees else 403)
            for page in pages:
                answer = client.get(page)
                assert answer.status_code == 200
                assert ("rosa" in answer.text.lower()) == sees
            opened = client.post(f"{pages[1]}/open", data={"form_token": token})
            assert opened.status_code == (303 if sees else 403)
            assert client.get(f"{pages[1]}/html").status_code == (200 if sees else 404)
    with signed_in(app, eva) as client:
        with world.database.write() as session:
            session.get_one(User, eva.id).roles |= {Role.KEEPER}
        assert "rosa@example.org" in client.get(pages[0]).text
        with world.database.write() as session:
            session.get_one(User, eva.id).roles -= {Role.KEEPER}
        assert "rosa@example.org" not in client.get(pages[0]).text


def test_readers_of_other_lists_are_seen_by_everybody_who_works_here(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.launched()
    with world.database.write() as session:
        session.exec(update(MailingList).values(is_protected=False))
    with world.database.read() as session:
        ana = principal_of(session.exec(select(User).where(User.name == "Ana")).one())
        (delivery,) = deliveries_page(session, campaign_id, DeliveryFilter(), viewer=ana, limit=9)
    assert (delivery.address, delivery.is_hidden) == ("rosa@example.org", False)


def test_the_page_of_lists_gives_the_invitation_to_whoever_may_see_its_readers(app: FastAPI, world: World) -> None:
    for name, role in (("boss", ADMIN), ("eva", AUTHOR)):
        with signed_in(app, add_person(world.database, f"{name}@example.org", role)) as client:
            assert ("/i/" in client.get("/lists/bulletin").text) == (role is ADMIN)
