"""Preferences: topics, a pause, and other lists; a protected one gives itself away nowhere."""

import re

import httpx
import pytest
from sqlmodel import Session, select

from campaigns.tables import SubscriptionMail
from core.db import Database
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, MailingList, Subscriber, Subscription
from subscribers.topic_choices import choices_of, pause_of
from subscribers.topic_tables import Frequency
from subscribers.topics import create_topic, offer_topic
from tests.conftest import NOON, StoppedClock
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in

PAGE = {"name": "Reader", "language": "sl", "shown-bulletin": "", "keep-bulletin": "on"}


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def path(reader: Reader, database: Database) -> str:
    """The reader's list offers one topic, and a protected list another."""
    with database.write() as session:
        safe = create_list(session, slug="safe", name="Safe house", now=NOON, is_protected=True).id
        create_list(session, slug="press", name="Press", now=NOON)
        for slug, name, names, list_id in (
            ("at-sea", "At sea", {"sl": "Na morju"}, reader.list_id),
            ("shelter", "Shelter", {}, safe),
        ):
            topic = create_topic(session, slug=slug, name=name, names=names, now=NOON)
            offer_topic(session, topic.id, [list_id])
    return reader.preferences_path


def hash_of(session: Session) -> str:
    return session.exec(select(Subscriber.address_hash)).one()


def chosen(database: Database) -> dict[int, Frequency]:
    with database.read() as session:
        return choices_of(session, hash_of(session))


def paused_until(database: Database) -> str | None:
    with database.read() as session:
        pause = pause_of(session, hash_of(session), now=NOON)
        return pause.until.isoformat() if pause else None


def test_an_unticked_topic_is_a_no_and_a_ticked_one_ends_it(
    client: httpx.Client, database: Database, path: str
) -> None:
    assert re.search(r'name="topic-at-sea" checked', client.get(path).text)
    answer = client.post(path, data={**PAGE, "asked-at-sea": ""})
    assert "Shranjeno" in answer.text
    assert chosen(database) == {1: Frequency.NEVER}
    assert not re.search(r'name="topic-at-sea" checked', client.get(path).text)
    client.post(path, data={**PAGE, "asked-at-sea": "", "topic-at-sea": "on"})
    assert chosen(database) == {1: Frequency.AT_ONCE}


def test_topics_and_lists_have_their_names_in_the_language_of_the_page(
    client: httpx.Client, database: Database, path: str, reader: Reader
) -> None:
    with database.write() as session:
        session.get_one(MailingList, reader.list_id).names = {"en": "Our bulletin"}
    assert "<bdi>Na morju</bdi>" in client.get(path).text
    page = client.get(path, params={"lang": "en"}).text
    assert "<bdi>At sea</bdi>" in page
    assert "<bdi>Our bulletin</bdi>" in page


def test_what_did_not_stand_on_the_page_is_not_chosen_about(
    client: httpx.Client, database: Database, path: str
) -> None:
    client.post(path, data=PAGE)
    client.post(path, data={**PAGE, "asked-shelter": "", "asked-unknown": ""})
    assert chosen(database) == {}


def test_topics_and_lists_of_a_protected_list_are_shown_to_nobody_else(client: httpx.Client, path: str) -> None:
    page = client.get(path).text
    assert "Na morju" in page
    assert "Press" in page
    for secret in ("Shelter", "Safe", "shelter", "safe"):
        assert secret not in page


def test_a_refused_name_keeps_no_topic_and_says_what_was_saved(
    client: httpx.Client, database: Database, path: str
) -> None:
    answer = client.post(path, data={**PAGE, "name": "x" * 300, "asked-at-sea": ""})
    assert answer.status_code == 422
    assert "Nič se ni spremenilo" not in answer.text
    assert chosen(database) == {1: Frequency.NEVER}


def test_a_pause_begins_ends_and_is_shown(client: httpx.Client, database: Database, path: str) -> None:
    client.post(path, data={**PAGE, "paused": "", "pause": "2027-01-31"})
    assert paused_until(database) == "2027-01-30T23:00:00+00:00", "midnight in Ljubljana"
    page = client.get(path).text
    assert 'value="2027-01-31"' in page
    assert "31. januar 2027" in page
    client.post(path, data={**PAGE, "paused": "2027-01-31", "pause": "2027-01-31"})
    client.post(path, data=PAGE)
    assert paused_until(database) is not None, "who did not touch the field keeps the pause"
    client.post(path, data={**PAGE, "paused": "2027-01-31", "pause": ""})
    assert paused_until(database) is None


@pytest.mark.parametrize(
    "day", ["yesterday", "2020-01-01", NOON.date().isoformat(), "2029-01-01", "9999-99-99", "2027-01-31T10"]
)
def test_a_day_that_cannot_be_is_refused_and_nothing_else_saved(
    client: httpx.Client, database: Database, path: str, day: str
) -> None:
    before = everything_in(database)
    answer = client.post(path, data={**PAGE, "name": "Other", "paused": "", "pause": day})
    assert answer.status_code == 422
    assert f'value="{day}"' in answer.text
    assert everything_in(database) == before


def test_another_list_is_asked_for_by_email_and_joined_by_no_link(
    client: httpx.Client, database: Database, path: str
) -> None:
    for _ in range(2):
        answer = client.post(path, data={**PAGE, "join-press": "on", "join-safe": "on"})
    assert "Press" in answer.text
    with database.read() as session:
        assert {row.status for row in session.exec(select(Subscription))} == {
            SubscriptionStatus.CONFIRMED,
            SubscriptionStatus.PENDING,
        }
        assert len(session.exec(select(SubscriptionMail)).all()) == 1


def test_who_has_left_is_offered_the_list_and_asked_about_none_of_its_topics(
    client: httpx.Client, database: Database, path: str, clock: StoppedClock
) -> None:
    with database.write() as session:
        press = session.exec(select(Subscription)).one()
        unsubscribe(
            session,
            subscriber_id=press.subscriber_id,
            list_id=press.list_id,
            method=ConsentMethod.STAFF,
            evidence="",
            now=clock.now(),
        )
    page = client.get(path).text
    assert "join-bulletin" in page, "who has left may come back"
    assert "topic-at-sea" not in page
