"""Token binding: a link acts for the person it was made for, whoever has their number now."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete
from sqlmodel import Session, col, select

from campaigns.opt_in.send_opt_in_mail import ask, welcome
from campaigns.settings import CampaignSettings
from campaigns.tables import SubscriptionMail
from campaigns.token_holder import WELCOME, find_holder, holder
from core.addresses import EmailAddress, address_hash
from core.errors import NotFound
from subscribers.links import (
    ConfirmationLink,
    PreferencesLink,
    UnsubscribeLink,
    read_preferences_token,
    read_unsubscribe_token,
)
from subscribers.tables import Subscriber, Subscription
from tests.campaigns.world import World
from tests.conftest import NOON

Link = UnsubscribeLink | PreferencesLink | ConfirmationLink


def links_in_the_mail(world: World) -> list[Link]:
    """What the one reader of the only campaign was sent."""
    message = world.provider.batches[-1].messages[0]
    now = world.clock.now()
    links: list[Link] = []
    for word in message.text.replace("(", " ").replace(")", " ").split():
        path = word.removeprefix(world.settings.public_url)
        if path.startswith("/u/"):
            links.append(read_unsubscribe_token(world.context.signer, path.removeprefix("/u/"), now=now))
        if path.startswith("/preferences/"):
            token = path.removeprefix("/preferences/")
            links.append(read_preferences_token(world.context.signer, token, now=now))
    assert {type(link) for link in links} == {UnsubscribeLink, PreferencesLink}
    return links


def give_the_number_to(world: World, name: str, *, created_at_of_the_first: bool = False) -> None:
    """The only reader is erased, and the next one gets their number: so did SQLite, so does an older backup."""
    with world.database.write() as session:
        first = session.exec(select(Subscriber)).one()
        number = first.id
        created_at = first.created_at if created_at_of_the_first else world.clock.now()
        session.execute(delete(SubscriptionMail))
        session.execute(delete(Subscription))
        session.execute(delete(Subscriber).where(col(Subscriber.id) == number))
        session.add(_person(world, name, number, created_at=created_at))


def _person(world: World, name: str, number: int, *, created_at: datetime) -> Subscriber:
    address = EmailAddress.parse(f"{name}@example.org")
    return Subscriber(
        id=number,
        address=address.value,
        address_hash=address_hash(address, secret=world.settings.secret_key.get_secret_value()),
        language="en",
        created_at=created_at,
    )


def holder_of(world: World, link: Link) -> str | None:
    with world.database.read() as session:
        person = find_holder(session, link, settings=world.settings)
    return person.address if person else None


def test_the_links_of_a_mail_are_the_readers(world: World) -> None:
    world.add_readers(["rosa"])
    world.launched()
    world.run()
    assert [holder_of(world, link) for link in links_in_the_mail(world)] == ["rosa@example.org"] * 2


def test_who_has_the_number_of_an_erased_reader_is_not_meant_by_their_links(world: World) -> None:
    world.add_readers(["rosa"])
    world.launched()
    world.run()
    links = links_in_the_mail(world)
    give_the_number_to(world, "miha")
    assert [holder_of(world, link) for link in links] == [None, None]
    [preferences] = [link for link in links if isinstance(link, PreferencesLink)]
    with (
        world.database.read() as session,
        pytest.raises(NotFound, match="subscribers-preferences-link-refused"),
    ):
        holder(session, preferences, settings=world.settings)


def test_whoever_comes_back_with_the_same_address_is_meant_by_the_mails_they_have(world: World) -> None:
    world.add_readers(["rosa"])
    world.launched()
    world.run()
    links = links_in_the_mail(world)
    give_the_number_to(world, "miha")
    world.add_readers(["rosa"])
    assert [holder_of(world, link) for link in links] == ["rosa@example.org"] * 2


def test_a_wrong_clock_gives_nobody_anothers_links(world: World) -> None:
    """Their row says that they were there before: the address that was mailed says they were not."""
    world.add_readers(["rosa"])
    world.launched()
    world.run()
    links = links_in_the_mail(world)
    give_the_number_to(world, "miha", created_at_of_the_first=True)
    assert [holder_of(world, link) for link in links] == [None, None]


@pytest.mark.parametrize("is_known", [True, False], ids=["campaign known", "campaign lost with a backup"])
def test_without_a_delivery_the_moment_decides(world: World, *, is_known: bool) -> None:
    world.add_readers(["rosa"])
    campaign = world.campaign(world.launched())
    with world.database.read() as session:
        rosa = session.exec(select(Subscriber)).one().id
    assert campaign.launched_at is not None
    name = campaign.public_id if is_known else "gone"
    made = {True: campaign.launched_at, False: NOON + timedelta(minutes=5)}[is_known]
    link = UnsubscribeLink(name, rosa + 1, 1, made + CampaignSettings.of(world.settings).link_lifetime)
    for age, meant in ((timedelta(hours=-1), "late@example.org"), (timedelta(hours=1), None)):
        with world.database.write() as session:
            session.execute(delete(Subscriber).where(col(Subscriber.id) == rosa + 1))
            session.add(_person(world, "late", rosa + 1, created_at=made + age))
        assert holder_of(world, link) == meant


def asked(session: Session, world: World, number: int) -> None:
    ask(session, subscriber_id=number, list_ids=[1], language="en", now=world.clock.now())
    welcome(session, subscriber_id=number, list_id=1, language="en", now=world.clock.now())


def links_of_the_question(world: World, number: int) -> list[Link]:
    now, settings = world.clock.now().replace(microsecond=0), world.settings
    return [
        ConfirmationLink(number, 1, now + CampaignSettings.of(settings).confirmation_lifetime),
        UnsubscribeLink(WELCOME, number, 1, now + CampaignSettings.of(settings).link_lifetime),
        PreferencesLink(WELCOME, number, 1, now + CampaignSettings.of(settings).preferences_lifetime),
    ]


def test_the_links_of_a_question_and_a_welcome_are_theirs_who_signed_up(world: World) -> None:
    world.clock.advance(microseconds=7)
    with world.database.write() as session:
        person = _person(world, "rosa", 7, created_at=world.clock.now())
        session.add(person)
        session.flush()
        asked(session, world, 7)
    links = links_of_the_question(world, 7)
    assert [holder_of(world, link) for link in links] == ["rosa@example.org"] * 3
    # Nobody is kept out by a setting: the mails that are out keep what they were promised.
    world.configure(
        confirmation_lifetime=timedelta(days=90),
        link_lifetime=timedelta(days=3650),
        preferences_lifetime=timedelta(days=900),
    )
    assert [holder_of(world, link) for link in links] == ["rosa@example.org"] * 3


def test_a_question_that_was_asked_of_somebody_else_is_not_answered_by_who_has_the_number(world: World) -> None:
    with world.database.write() as session:
        session.add(_person(world, "rosa", 7, created_at=world.clock.now()))
        session.flush()
        asked(session, world, 7)
    links = links_of_the_question(world, 7)
    world.clock.advance(hours=2, seconds=11)
    give_the_number_to(world, "miha")
    with world.database.write() as session:
        asked(session, world, 7)
    assert [holder_of(world, link) for link in links] == [None, None, None]
    assert [holder_of(world, link) for link in links_of_the_question(world, 7)] == ["miha@example.org"] * 3
