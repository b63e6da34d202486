"""A reader's own data: to read, to download, to erase, by the link of their preferences and without a script."""

import json
from hashlib import sha256

import httpx
import pytest
from sqlmodel import Session, select

from campaigns.people.see_person import write_note
from core.db import Database
from core.languages import READER_LANGUAGES
from core.settings import Settings
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType
from subscribers.lists import create_list, list_by_slug
from subscribers.opt_out import find_opt_out
from subscribers.person_fields import put_values
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription
from subscribers.tables import ConsentMethod, Subscriber
from subscribers.topic_tables import Frequency, ListTopic, Topic, TopicChoice
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in

HOSTILE = '"><img src=x onerror=alert(1)>{{ 7*7 }}'


@pytest.fixture
def data(reader: Reader) -> str:
    return f"{reader.preferences_path}/data"


def join(session: Session, settings: Settings, slug: str, *, is_protected: bool = False) -> int:
    """The reader is on one more list."""
    mailing_list = create_list(session, slug=slug, name=slug.title(), now=NOON, is_protected=is_protected)
    proof = ConsentProof(ConsentMethod.SIGN_UP, f"Yes to {slug}", "sl", "test")
    secret = settings.secret_key.get_secret_value()
    request = SubscriptionRequest("reader@example.org", "Reader", mailing_list.id, proof)
    person = request_subscription(session, request, now=NOON, secret=secret)
    own = ConsentProof(ConsentMethod.CONFIRMATION_LINK, f"Yes to {slug}", "sl", "test")
    confirm(session, subscriber_id=person.subscriber_id, list_id=mailing_list.id, proof=own, now=NOON)
    return mailing_list.id


@on_sqlite
@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_the_page_says_in_each_language_what_it_holds_and_what_not(
    client: httpx.Client, data: str, language: str
) -> None:
    page = client.get(f"{data}?lang={language}")
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    for expected in ("reader@example.org", "Yes, please", "Bulletin"):
        assert expected in page.text
    assert page.headers["cache-control"] == "no-store"
    assert "set-cookie" not in page.headers


@on_sqlite
def test_the_file_holds_the_same_and_is_kept_by_no_cache(
    client: httpx.Client, database: Database, data: str
) -> None:
    before = everything_in(database)
    file = client.get(f"{data}.json")
    assert file.headers["content-disposition"] == 'attachment; filename="my-data.json"'
    assert file.headers["cache-control"] == "no-store"
    exported = json.loads(file.text)
    assert exported["person"]["address"] == "reader@example.org"
    assert [(row["list"], row["status"]) for row in exported["lists"]] == [("Bulletin", "confirmed")]
    assert [row["action"] for row in exported["consent"]] == ["requested", "confirmed"]
    for row in exported["consent"]:
        assert row["wording_version"] == sha256(row["wording"].encode()).hexdigest()[:8]
    assert {row["said_elsewhere_at"] for row in exported["consent"]} == {None}, "and not a word for nothing"
    assert everything_in(database) == before


@on_sqlite
@pytest.mark.parametrize(("language", "shown"), [("sl", ("Član", "da")), ("en", ("Member", "yes"))])
def test_a_field_and_its_answer_are_in_the_language_of_the_page_and_plain_in_the_file(
    client: httpx.Client, database: Database, data: str, language: str, shown: tuple[str, str]
) -> None:
    with database.write() as session:
        field = CustomField(
            word="member",
            label="Member",
            labels={"sl": "Član"},
            type=FieldType.YES_NO,
            is_own=True,
            created_at=NOON,
        )
        session.add(field)
        session.flush()
        put_values(session, {session.exec(select(Subscriber.id)).one(): {field.id: TypedValue(text="yes")}})
    page = client.get(f"{data}?lang={language}").text
    for word in shown:
        assert f"<bdi>{word}</bdi>" in page
    assert json.loads(client.get(f"{data}.json").text)["fields"] == [
        {"field": "member", "label": "Member", "value": "yes"}
    ]


def test_a_forwarded_link_tells_of_no_protected_list_and_of_nothing_that_colleagues_wrote(
    client: httpx.Client, database: Database, settings: Settings, reader: Reader, data: str
) -> None:
    with database.write() as session:
        shelter = join(session, settings, "shelter", is_protected=True)
        address_hash = session.exec(select(Subscriber.address_hash)).one()
        topics = [Topic(id=1, slug="beds", name="Beds", created_at=NOON)]
        topics.append(Topic(id=2, slug="rivers", name="Rivers", created_at=NOON))
        session.add_all(topics)
        session.flush()
        offered = {1: [shelter], 2: [shelter, reader.list_id]}
        session.add_all(ListTopic(list_id=which, topic_id=topic) for topic in offered for which in offered[topic])
        session.add_all(
            TopicChoice(address_hash=address_hash, topic_id=topic, frequency=Frequency.NEVER, chosen_at=NOON)
            for topic in offered
        )
        write_note(session, reader.subscriber_id, "Lives at a secret place", actor=OPERATOR, now=NOON)
    for path in (data, f"{data}.json"):
        answer = client.get(path).text
        assert "Rivers" in answer
        for secret in ("Shelter", "shelter", "Beds", "secret place"):
            assert secret not in answer


@on_sqlite
def test_what_people_and_staff_write_is_text_on_the_page(
    client: httpx.Client, database: Database, data: str
) -> None:
    with database.write() as session:
        session.exec(select(Subscriber)).one().name = HOSTILE
        list_by_slug(session, "bulletin").name = HOSTILE
    page = client.get(data).text
    assert "<img" not in page
    assert "49" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;{{ 7*7 }}") >= 3


@on_sqlite
@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_erasing_says_what_goes_and_stays_and_changes_nothing_yet(
    client: httpx.Client, database: Database, reader: Reader, language: str
) -> None:
    before = everything_in(database)
    page = client.get(f"{reader.preferences_path}/erase?lang={language}")
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert 'method="post"' in page.text
    assert everything_in(database) == before


def test_one_press_erases_and_a_second_is_answered_in_the_same_words(
    client: httpx.Client, database: Database, reader: Reader
) -> None:
    path = f"{reader.preferences_path}/erase"
    with database.read() as session:
        address_hash = session.exec(select(Subscriber.address_hash)).one()
    action = f"{path}?lang=fa"
    first = client.post(action)
    second = client.post(action, headers={"Accept-Language": "sl"})
    assert first.status_code == second.status_code == 200
    assert first.text == second.text
    assert "reader@example.org" not in repr(everything_in(database))
    with database.read() as session:
        no = find_opt_out(session, address_hash)
        assert no is not None
        assert no.method is ConsentMethod.PREFERENCES_PAGE, "it is remembered as their own"
        erased = session.exec(select(AuditEntry).where(AuditEntry.action == "subscriber.erased")).all()
    assert [entry.actor for entry in erased] == ["subscriber"], "what was done stands in the log, once"
    assert client.get(f"{reader.preferences_path}/data").status_code == 404


def test_after_erasing_their_own_sign_up_works(
    client: httpx.Client, database: Database, clock: StoppedClock, reader: Reader
) -> None:
    client.post(f"{reader.preferences_path}/erase")
    clock.advance(minutes=5)
    form = {"address": "reader@example.org", "name": "Again", "language": "sl"}
    assert client.post("/subscribe/bulletin", data=form).status_code == 200
    with database.write() as session:
        person = session.exec(select(Subscriber)).one()
        yes = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "Yes", "sl", "test")
        assert confirm(session, subscriber_id=person.id, list_id=reader.list_id, proof=yes, now=NOON)
        assert find_opt_out(session, person.address_hash) is None
    assert client.get(f"{reader.preferences_path}/data").status_code == 404, "a link of before is nobody's"


@on_sqlite
def test_a_link_of_another_kind_opens_nothing(client: httpx.Client, reader: Reader) -> None:
    token = reader.unsubscribe_path.removeprefix("/u/")
    for path in ("data", "data.json", "erase"):
        assert client.get(f"/preferences/{token}/{path}").status_code == 403
    assert client.post(f"/preferences/{token}/erase").status_code == 403
