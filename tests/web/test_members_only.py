"""A mail for subscribers only: they find it on the page of their preferences; nobody else can read it."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from campaigns.public_archive.members_only import members_pass
from campaigns.review.publish import set_visibility
from campaigns.tables import Campaign, Visibility
from subscribers.links import preferences_token
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import world

__all__ = ["world"]


@pytest.fixture
def mail(world: World) -> str:
    """The address of its web version, without a pass."""
    campaign_id = world.launched(languages=("en", "sl"))
    world.run(rounds=3)
    with world.database.write() as session:
        set_visibility(session, campaign_id, Visibility.MEMBERS, actor=world.boris, now=world.clock.now())
        return f"/w/{session.get_one(Campaign, campaign_id).public_id}/en"


@pytest.fixture
def page(world: World, mail: str) -> str:
    """The page of a reader's preferences."""
    with world.database.read() as session:
        reader = session.exec(select(Subscriber).where(Subscriber.address == "rosa@example.org")).one()
    token = preferences_token(
        world.context.signer,
        campaign_public_id=mail.split("/")[2],
        subscriber_id=reader.id,
        list_id=1,
        expires_at=world.clock.now() + timedelta(days=400),
    )
    return f"/preferences/{token}"


def link_on(client: httpx.Client, page: str, mail: str) -> str | None:
    text = client.get(page).text
    begins = text.find(f"{mail}?entry=")
    return None if begins < 0 else text[begins : text.index('"', begins)]


@pytest.mark.parametrize("language", ["sl", "en", "ar", "fa"])
@on_sqlite
def test_a_stranger_is_told_where_subscribers_find_it(client: httpx.Client, mail: str, language: str) -> None:
    for query in ("", "?entry=", "?entry=x.y", "?entry=" + "x" * 5_000):
        answer = client.get(mail.replace("/en", f"/{language}") + query)
        assert answer.status_code == 403
        assert "missing" not in answer.text


def test_a_subscriber_reads_it_for_a_day(client: httpx.Client, world: World, mail: str, page: str) -> None:
    link = link_on(client, page, mail)
    assert link is not None
    answer = client.get(link)
    assert answer.status_code == 200
    assert "600 people are missing" in answer.text
    assert answer.headers["x-robots-tag"] == "noindex"
    assert 'property="og:' not in answer.text
    world.clock.advance(days=2)
    assert client.get(link).status_code == 403


def test_a_pass_says_nothing_about_who_holds_it_and_opens_one_mail(
    client: httpx.Client, world: World, mail: str, page: str
) -> None:
    link = link_on(client, page, mail) or ""
    assert link.endswith(members_pass(world.context.signer, mail.split("/")[2], now=world.clock.now()))
    other = world.launched()
    with world.database.write() as session:
        set_visibility(session, other, Visibility.MEMBERS, actor=world.boris, now=world.clock.now())
        public_id = session.get_one(Campaign, other).public_id
    assert client.get(f"/w/{public_id}/en?{link.partition('?')[2]}").status_code == 403


@pytest.mark.parametrize(("language", "day"), [("sl", "22. november 2026"), ("en", "22 November 2026")])
@on_sqlite
def test_its_day_is_in_the_language_of_the_page(client: httpx.Client, page: str, language: str, day: str) -> None:
    assert day in client.get(f"{page}?lang={language}").text


def test_whoever_has_left_finds_nothing(client: httpx.Client, world: World, mail: str, page: str) -> None:
    with world.database.write() as session:
        for subscription in session.exec(select(Subscription)):
            subscription.status = SubscriptionStatus.UNSUBSCRIBED
            session.add(subscription)
    assert link_on(client, page, mail) is None


def test_it_stands_in_no_archive_and_no_feed_and_looking_changes_nothing(
    client: httpx.Client, world: World, mail: str, page: str
) -> None:
    before = everything_in(world.database)
    for path in ("/archive/en", "/archive/en/rss.xml", "/archive/en/feed.json"):
        assert "600 people" not in client.get(path).text
    client.get(page)
    client.get(mail)
    assert everything_in(world.database) == before
