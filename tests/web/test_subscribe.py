"""Signing up: what the page says never tells whether an address is known."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from campaigns.opt_in.send_opt_in_mail import may_be_asked
from campaigns.services import build_services
from campaigns.tables import SubscriptionMail
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.i18n import Texts
from core.languages import READER_LANGUAGES
from core.settings import Settings
from core.signing import Signer
from subscribers.links import ConfirmationLink, confirmation_token
from subscribers.lists import create_list, list_by_slug
from subscribers.offered_lists import offer_lists
from subscribers.status import SubscriptionStatus
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, ConsentRecord, Subscriber, Subscription, SuppressionReason
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in
from tests.with_variables import with_variables
from web.app import create_app

PATH = "/subscribe/bulletin"
NEW = {"address": "new@example.org", "name": "Nova", "language": "en", "website": ""}


@pytest.fixture
def bulletin(database: Database) -> None:
    with database.write() as session:
        create_list(session, slug="bulletin", name="Bulletin", now=NOON)


def _questions(database: Database) -> list[SubscriptionMail]:
    with database.read() as session:
        return list(session.exec(select(SubscriptionMail)).all())


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(client: httpx.Client, database: Database, bulletin: None, method: str) -> None:
    before = everything_in(database)
    assert client.request(method, PATH, params=NEW).status_code == 200
    assert everything_in(database) == before


def test_a_sign_up_waits_for_the_link_and_keeps_the_words(
    client: httpx.Client, database: Database, settings: Settings, bulletin: None
) -> None:
    assert client.post(PATH, data=NEW).status_code == 200
    with database.read() as session:
        assert session.exec(select(Subscription)).one().status is SubscriptionStatus.PENDING
        record = session.exec(select(ConsentRecord)).one()
    assert record.method is ConsentMethod.SIGN_UP
    assert record.wording in client.get(f"{PATH}?lang=en").text
    (question,) = _questions(database)
    assert question.language == "en"
    token = confirmation_token(
        Signer(settings.secret_key.get_secret_value()),
        ConfirmationLink(question.subscriber_id, question.list_id, NOON + timedelta(days=1)),
    )
    assert client.post(f"/c/{token}").status_code == 200
    with database.read() as session:
        assert session.exec(select(Subscription)).one().status is SubscriptionStatus.CONFIRMED


def test_known_and_unknown_addresses_get_the_same_answer_but_not_the_same_mail(
    client: httpx.Client, database: Database, reader: Reader
) -> None:
    unknown = client.post(PATH, data=NEW)
    known = client.post(PATH, data=NEW | {"address": "reader@example.org"})
    again = client.post(PATH, data=NEW)
    assert unknown.status_code == known.status_code == again.status_code == 200
    assert unknown.text == known.text == again.text
    assert unknown.headers == known.headers
    with database.read() as session:
        wanted = {
            session.get_one(Subscriber, question.subscriber_id).address: may_be_asked(session, question)
            for question in _questions(database)
        }
    assert wanted == {"new@example.org": True, "reader@example.org": False}


def test_an_address_that_gets_no_mail_gets_no_question_either(
    client: httpx.Client, database: Database, settings: Settings, bulletin: None
) -> None:
    hashed = address_hash(EmailAddress.parse(NEW["address"]), secret=settings.secret_key.get_secret_value())
    with database.write() as session:
        suppress(session, address_hash=hashed, reason=SuppressionReason.COMPLAINED, detail="", now=NOON)
    assert client.post(PATH, data=NEW).status_code == 200
    [question] = _questions(database)
    with database.read() as session:
        assert not may_be_asked(session, question)


@on_sqlite
def test_a_program_that_fills_in_every_field_is_answered_and_ignored(
    client: httpx.Client, database: Database, bulletin: None
) -> None:
    person = client.post(PATH, data=NEW | {"address": "other@example.org"})
    program = client.post(PATH, data=NEW | {"website": "https://spam.example"})
    assert program.text == person.text
    with database.read() as session:
        assert [subscriber.address for subscriber in session.exec(select(Subscriber))] == ["other@example.org"]


@on_sqlite
@pytest.mark.parametrize(
    "changed", [{"address": "nonsense"}, {"address": ""}, {"name": "n" * 200}, {"name": "a\u202eb"}]
)
def test_what_cannot_be_used_is_refused_with_the_form_filled_in(
    client: httpx.Client, database: Database, bulletin: None, changed: dict[str, str]
) -> None:
    before = everything_in(database)
    answer = client.post(PATH, data=NEW | changed)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert f'value="{(NEW | changed)["address"]}"' in answer.text
    assert everything_in(database) == before


@on_sqlite
def test_markup_in_a_field_comes_back_as_text(client: httpx.Client, bulletin: None) -> None:
    answer = client.post(PATH, data=NEW | {"address": '"><script>alert(1)</script>'})
    assert "<script" not in answer.text


@on_sqlite
def test_an_unknown_list_is_not_found(client: httpx.Client, bulletin: None) -> None:
    page = client.get("/subscribe/nothing?lang=en")
    assert page.status_code == 404
    assert "There is no page at this address." in page.text
    assert "lists page" not in page.text, "what staff would do about it"
    assert client.post("/subscribe/nothing", data=NEW).status_code == 404


def test_a_flood_of_sign_ups_is_asked_to_come_back_later_and_asks_no_more_strangers(
    settings: Settings, database: Database, clock: StoppedClock, bulletin: None
) -> None:
    narrow = with_variables(settings, sign_ups_per_hour=2)
    with browser(create_app(build_services(narrow, database, clock))) as client:
        answers = [client.post(PATH, data=NEW | {"address": f"r{number}@example.org"}) for number in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 503, 503]
        assert "in 60 minutes" in answers[-1].text
        assert len(_questions(database)) == 2
        clock.advance(minutes=61)
        assert client.post(PATH, data=NEW).status_code == 200


@on_sqlite
def test_without_anyone_to_send_the_question_there_is_no_form(
    settings: Settings, database: Database, clock: StoppedClock, bulletin: None
) -> None:
    closed = with_variables(settings, sign_up_sender="")
    with browser(create_app(build_services(closed, database, clock))) as client:
        assert client.get(PATH).status_code == 404
        assert client.post(PATH, data=NEW).status_code == 404


@on_sqlite
def test_one_source_does_not_use_up_what_there_is_for_everybody(
    settings: Settings, database: Database, clock: StoppedClock, bulletin: None
) -> None:
    """One client closed the form for all the others for an hour."""
    few = with_variables(settings, sign_ups_per_source=3)
    app = create_app(build_services(few, database, clock))
    with browser(app) as greedy, browser(app, source="203.0.113.9") as other:
        answers = [greedy.post(PATH, data=NEW | {"address": f"new{n}@example.org"}) for n in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert "Nothing was saved. Please try again in 20 minutes." in answers[-1].text
        assert greedy.get(PATH).status_code == 200
        assert other.post(PATH, data=NEW).status_code == 200
        assert len(_questions(database)) == 4
        clock.advance(minutes=20)
        assert greedy.post(PATH, data=NEW | {"address": "later@example.org"}).status_code == 200


@on_sqlite
def test_whoever_has_a_whole_network_does_not_close_the_form_for_everybody(
    settings: Settings, database: Database, clock: StoppedClock, bulletin: None
) -> None:
    """A /48 has 65,536 times the addresses that a limit for each /64 counts as one: 16 of them closed the form."""
    app = create_app(
        build_services(with_variables(settings, sign_ups_per_source=4, sign_ups_per_hour=40), database, clock)
    )
    for number in range(16):
        with browser(app, source=f"2001:db8:1:{number * 256:x}::1") as client:
            for post in range(4):
                client.post(PATH, data=NEW | {"address": f"new{number}.{post}@example.org"})
    assert len(_questions(database)) == 12
    with browser(app, source="198.51.100.7") as current_user:
        assert current_user.post(PATH, data=NEW | {"address": "honest@example.org"}).status_code == 200
        assert len(_questions(database)) == 13


@pytest.mark.parametrize("language", READER_LANGUAGES)
@pytest.mark.parametrize("minutes", [1, 2, 3, 11, 60])
def test_how_long_to_wait_is_a_sentence_in_each_language(language: str, minutes: int) -> None:
    for key in ("web-sign-up-busy", "web-sign-up-too-many"):
        text = Texts(["web"]).text(language, key, minutes=minutes)
        assert "{" not in text
        assert "\n" not in text


@on_sqlite
def test_a_source_that_has_to_wait_costs_no_thread_and_nothing_of_the_database(
    settings: Settings, database: Database, clock: StoppedClock, bulletin: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(build_services(with_variables(settings, sign_ups_per_source=1), database, clock))
    with browser(app) as client:
        assert client.post(PATH, data=NEW).status_code == 200

        def asked() -> None:
            raise AssertionError("the database was asked")

        monkeypatch.setattr(database, "read", asked)
        refused = client.post(PATH, content=b"not even a form", headers={"Accept-Language": "sl"})
    assert refused.status_code == 429
    assert "Poskusite znova čez 60 minut" in refused.text


@on_sqlite
def test_a_refused_form_keeps_its_boxes_and_asks_for_nothing(
    client: httpx.Client, database: Database, bulletin: None
) -> None:
    with database.write() as session:
        create_list(session, slug="press", name="Press", now=NOON)
        offer_lists(session, list_by_slug(session, "bulletin"), ["press"])
    answer = client.post(PATH, data=NEW | {"address": "nobody", "also-press": "on"})
    assert answer.status_code == 422
    assert 'name="also-press" checked' in answer.text
    assert _questions(database) == []
