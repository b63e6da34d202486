"""How often a reader gets what is of a topic: chosen on her page, where a digest serves it, and told to staff."""

import re
from datetime import date

import httpx
import pytest
from sqlmodel import select

from campaigns.digest_tables import Digest, Pattern
from campaigns.editorial.draft_statement import draft_statement
from campaigns.tables import Automation, AutomationMode, CampaignKind
from core.db import Database
from delivery.tables import Sender
from subscribers.tables import Subscriber
from subscribers.topic_choices import save_topic_choice
from subscribers.topic_tables import Frequency
from subscribers.topics import create_topic, offer_topic
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.digests.test_frequencies import AT_ONCE, about, choose, come_to_rest, switch_off
from tests.digests.world import next_monday, set_up
from tests.people_roles import APPROVER
from tests.web.conftest import Reader
from tests.web.test_automation_pages import Visit, visit
from tests.web.test_campaign_pages import staff, world
from tests.web.test_digest_pages import change, make
from tests.web.test_preferences_topics import PAGE, chosen, hash_of

__all__ = ["staff", "visit", "world"]


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def a_digest(database: Database, list_id: int, pattern: Pattern) -> None:
    """One that is on, and sends."""
    with database.write() as session:
        sender = session.exec(select(Sender)).first() or Sender(
            name="main",
            provider="simulator",
            from_name="Org",
            from_address="news@example.org",
            created_at=NOON,
            webhook_token="x",
        )
        session.add(sender)
        session.flush()
        automation = Automation(
            name=pattern.value, list_id=list_id, sender_id=sender.id, mode=AutomationMode.SEND, created_at=NOON
        )
        session.add(automation)
        session.flush()
        session.add(
            Digest(
                automation_id=automation.id, pattern=pattern, starts_on=date(2026, 1, 1), at="08:00", zone="UTC",
                kind=CampaignKind.DIGEST,
            )
        )  # fmt: skip


@pytest.fixture
def path(reader: Reader, database: Database) -> str:
    with database.write() as session:
        topic = create_topic(session, slug="at-sea", name="At sea", names={"sl": "Na morju"}, now=NOON)
        offer_topic(session, topic.id, [reader.list_id])
    return reader.preferences_path


def offered(page: str) -> list[str]:
    return re.findall(r'<option value="(at_once|weekly|monthly|never)"', page)


def test_a_rhythm_is_offered_where_a_digest_serves_it_and_no_other_is_taken(
    client: httpx.Client, database: Database, reader: Reader, path: str
) -> None:
    assert offered(client.get(path).text) == []
    a_digest(database, reader.list_id, Pattern.FORTNIGHTLY)
    a_digest(database, reader.list_id, Pattern.LAST_WORKING_DAY)
    assert offered(client.get(path).text) == ["at_once", "monthly", "never"]
    client.post(path, data={**PAGE, "asked-at-sea": "", "topic-at-sea": "weekly"})
    assert chosen(database) == {}
    for frequency in (Frequency.MONTHLY, Frequency.NEVER, Frequency.AT_ONCE):
        page = client.post(path, data={**PAGE, "asked-at-sea": "", "topic-at-sea": frequency.value}).text
        assert chosen(database) == {1: frequency}
        assert f'<option value="{frequency}" selected>' in page
    for strange in ("hourly", "<b>", ""):
        client.post(path, data={**PAGE, "asked-at-sea": "", "topic-at-sea": strange})
        assert chosen(database) == {1: Frequency.AT_ONCE}, "no more than a tick"


@pytest.mark.parametrize("language", ["sl", "en", "ar", "fa"])
def test_a_choice_that_nothing_serves_any_more_is_kept_and_the_page_says_so(
    client: httpx.Client, database: Database, path: str, language: str
) -> None:
    with database.write() as session:
        save_topic_choice(session, hash_of(session), 1, Frequency.WEEKLY, now=NOON)
    page = client.get(path, params={"lang": language}).text
    assert offered(page) == ["at_once", "weekly", "never"]
    assert 'id="kept-at-sea"' in page
    client.post(path, data={**PAGE, "asked-at-sea": "", "topic-at-sea": "weekly"})
    assert chosen(database) == {1: Frequency.WEEKLY}
    client.post(path, data={**PAGE, "asked-at-sea": "", "topic-at-sea": "at_once"})
    assert chosen(database) == {1: Frequency.AT_ONCE}


def test_staff_see_how_many_chose_a_rhythm_before_they_end_its_digest(visit: Visit, world: World) -> None:
    world.add_readers(["asja", "bine"])
    with world.database.write() as session:
        create_topic(session, slug="at-sea", name="At sea", names={}, now=NOON)
        for person in session.exec(select(Subscriber)):
            save_topic_choice(session, person.address_hash, 1, Frequency.WEEKLY, now=NOON)
    with visit(APPROVER) as client:
        page = client.get("/lists/bulletin").text
        assert "The 4 people who chose weekly get emails at once" in page
        make(client)
        assert "4 people chose to get news by this digest" not in client.get("/digests/1").text, "it only drafts"
        change(client, mode="send")
        assert "4 people chose to get news by this digest" in client.get("/digests/1").text
        with world.database.write() as session:
            urgent = draft_statement(session, 1, staff_language="en", actor=world.boris, now=NOON).id
        assert "An urgent statement" in client.get(f"/campaigns/{urgent}/audience").text
        page = client.get("/lists/bulletin").text
        assert "Weekly digests: <bdi>Mondays</bdi>" in page
        assert "get emails at once" not in page


def test_each_version_of_a_digest_is_shown_with_the_number_of_its_readers(visit: Visit, world: World) -> None:
    world.add_readers(["asja", "bine"])
    with world.database.write() as session:
        create_topic(session, slug="at-sea", name="At sea", names={}, now=NOON)
    choose(world, "bine", Frequency.WEEKLY)
    set_up(world, name="website", rule=AT_ONCE, mode=AutomationMode.SEND)
    set_up(world, name="weeks", mode=AutomationMode.SEND)
    about(world, "one")
    come_to_rest(world)
    switch_off(world, "website")
    about(world, "two")
    next_monday(world)
    with visit(APPROVER) as client:
        page = client.get("/campaigns/2").text
        assert "This digest has 2 versions" in page
        assert re.search(r'With all items</strong> <span class="aside">1 person<', page)
        (path,) = re.findall(r'href="(\?language=en&amp;set=3#preview)"', page) or [""]
        assert path, "a link to the other one"
        page = client.get("/campaigns/2?language=en&set=3").text
        assert '/campaigns/2/preview/en?set=3"' in page
        frame = client.get("/campaigns/2/preview/en?set=3").text
        assert "What happened, two in" in frame
        assert "What happened, one in" not in frame
        assert client.get("/campaigns/2/preview/en?set=4").status_code == 404
