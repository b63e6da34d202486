"""A reader chooses what they get; what others could learn from a forwarded link is little."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from core.db import Database
from core.errors import InputRefused
from subscribers.lists import create_list, read_languages, set_list_languages
from subscribers.preferences import change_person, leave_everything, leave_lists, preferences
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentMethod, ConsentRecord, MailingList, Subscriber, Subscription
from subscribers.topic_choices import choices_of, pause_of, save_pause, save_topic_choice
from subscribers.topic_tables import Frequency
from subscribers.topics import create_topic
from tests.conftest import NOON


@pytest.fixture
def person(database: Database) -> int:
    """On three lists, one of them of people at risk; list 1 is the bulletin."""
    with database.write() as session:
        lists = [
            create_list(session, slug=slug, name=slug.title(), now=NOON, is_protected=slug == "shelter")
            for slug in ("bulletin", "press", "shelter")
        ]
        reader = Subscriber(address="r@example.org", address_hash="h", name="Rosa", language="sl", created_at=NOON)
        session.add(reader)
        session.flush()
        session.add_all(
            Subscription(
                subscriber_id=reader.id,
                list_id=mailing_list.id,
                status=SubscriptionStatus.CONFIRMED,
                changed_at=NOON,
            )
            for mailing_list in lists
        )
        session.flush()
        return reader.id


def on_lists(session: Session) -> set[str]:
    return set(
        session.exec(
            select(MailingList.slug)
            .join(Subscription, col(MailingList.id) == col(Subscription.list_id))
            .where(Subscription.status == SubscriptionStatus.CONFIRMED)
        ).all()
    )


def list_id(session: Session, slug: str) -> int:
    return session.exec(select(MailingList.id).where(MailingList.slug == slug)).one()


def test_a_forwarded_mail_does_not_tell_of_a_list_of_people_at_risk(database: Database, person: int) -> None:
    with database.read() as session:
        seen = preferences(session, person, came_from=list_id(session, "bulletin"))
        from_within = preferences(session, person, came_from=list_id(session, "shelter"))
    assert [mailing_list.slug for mailing_list in seen.lists] == ["bulletin", "press"]
    assert [mailing_list.slug for mailing_list in from_within.lists] == ["bulletin", "press", "shelter"]


def test_lists_are_left_one_by_one_with_the_proof_of_it(database: Database, person: int) -> None:
    with database.write() as session:
        came_from = list_id(session, "bulletin")
        left = leave_lists(
            session,
            person,
            slugs={"press", "shelter", "none"},
            came_from=came_from,
            evidence="campaign:x",
            now=NOON,
        )
        assert left == ["Press"], "what was not shown cannot be left by accident"
        assert on_lists(session) == {"bulletin", "shelter"}
        (record,) = session.exec(select(ConsentRecord)).all()
        assert (record.method, record.evidence) == (ConsentMethod.PREFERENCES_PAGE, "campaign:x")


def test_leaving_everything_leaves_what_was_not_shown_too(database: Database, person: int) -> None:
    with database.write() as session:
        leave_everything(session, person, evidence="campaign:x", now=NOON)
        leave_everything(session, person, evidence="campaign:x", now=NOON)
        assert on_lists(session) == set()
        assert len(session.exec(select(ConsentRecord)).all()) == 3, "the second time was no news"


def test_name_and_language_are_read_as_everywhere(database: Database, person: int) -> None:
    with database.write() as session:
        changed = change_person(session, person, name="  Rosa  L. ", language="FA")
        assert (changed.name, changed.language) == ("Rosa L.", "fa")
        with pytest.raises(InputRefused):
            change_person(session, person, name="x", language="")
        with pytest.raises(InputRefused):
            change_person(session, person, name="x" * 121, language="sl")


def test_languages_of_a_list_are_read_in_order_and_once(database: Database) -> None:
    assert read_languages(" en, sl;SL  ar ") == ["en", "sl", "ar"]
    assert read_languages("") == []
    with pytest.raises(InputRefused, match="subscribers-language-unknown"):
        read_languages("en, ???")
    with pytest.raises(InputRefused, match="subscribers-list-languages-too-many"):
        read_languages("ar az be bg bn bs ca cs cy da de el en es et fa fi fr hr hu it")
    with database.write() as session:
        made = create_list(session, slug="bulletin", name="Bulletin", now=NOON)
        set_list_languages(session, made.id, chain=["en"], required=["sl"])
        kept = set_list_languages(session, made.id, required=[])
    assert (kept.language_chain, kept.required_languages) == (["en"], [])


def test_who_presses_save_several_times_at_once_has_saved_once(database: Database) -> None:
    with database.write() as session:
        topic_id = create_topic(session, slug="asylum", name="Asylum", names={}, now=NOON).id

    def save(number: int) -> None:
        with database.write() as session:
            save_topic_choice(session, "a" * 64, topic_id, list(Frequency)[number % 2], now=NOON)
            save_pause(session, "a" * 64, NOON + timedelta(days=1 + number), now=NOON)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(save, range(8)))
    with database.read() as session:
        assert choices_of(session, "a" * 64).keys() == {topic_id}
        assert pause_of(session, "a" * 64, now=NOON) is not None
