"""Double opt-in: the second yes is a POST from the person's own link."""

import httpx
import pytest
from sqlmodel import col, select

from campaigns.opt_in.send_opt_in_mail import may_be_asked
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.db import Database
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, Subscription
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in


def _status(database: Database) -> SubscriptionStatus:
    with database.read() as session:
        return session.exec(select(Subscription)).one().status


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(
    client: httpx.Client, database: Database, asking_reader: Reader, method: str
) -> None:
    before = everything_in(database)
    assert client.request(method, asking_reader.confirm_path).status_code == 200
    assert everything_in(database) == before


def test_the_record_keeps_the_very_words_that_were_above_the_button(
    client: httpx.Client, database: Database, asking_reader: Reader
) -> None:
    shown = client.get(asking_reader.confirm_path).text
    assert client.post(asking_reader.confirm_path).status_code == 200
    assert _status(database) is SubscriptionStatus.CONFIRMED
    with database.read() as session:
        record = session.exec(
            select(ConsentRecord).where(col(ConsentRecord.action) == ConsentAction.CONFIRMED)
        ).one()
    assert (record.method, record.language) == (ConsentMethod.CONFIRMATION_LINK, "sl")
    assert record.wording in shown
    assert "»Bulletin«" in record.wording


def test_confirming_twice_is_no_error(client: httpx.Client, database: Database, asking_reader: Reader) -> None:
    assert [client.post(asking_reader.confirm_path).status_code for _ in range(2)] == [200, 200]
    with database.read() as session:
        assert len(session.exec(select(ConsentRecord)).all()) == 2


def test_whoever_confirms_is_welcomed_once(
    client: httpx.Client, database: Database, asking_reader: Reader
) -> None:
    for _ in range(2):
        client.post(asking_reader.confirm_path)
    with database.read() as session:
        (welcome,) = session.exec(select(SubscriptionMail)).all()
    assert (welcome.purpose, welcome.state) == (SubscriptionMailPurpose.WELCOME, SubscriptionMailState.WAITING)


def test_an_old_link_confirms_nothing_and_an_unsubscribe_link_is_another_thing(
    client: httpx.Client, database: Database, asking_reader: Reader, clock: StoppedClock
) -> None:
    assert client.post(asking_reader.unsubscribe_path.replace("/u/", "/c/")).status_code == 403
    clock.advance(days=15)
    assert client.post(asking_reader.confirm_path).status_code == 403
    assert _status(database) is SubscriptionStatus.PENDING


def test_the_link_does_not_work_after_a_no(
    client: httpx.Client, database: Database, asking_reader: Reader
) -> None:
    client.post(asking_reader.unsubscribe_path)
    assert client.post(asking_reader.confirm_path).status_code == 409
    assert _status(database) is SubscriptionStatus.UNSUBSCRIBED


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sl", "Odjavili ste se, potem ko smo vam poslali to povezavo"),
        ("en", "You unsubscribed after we sent this link"),
        ("ar", "أُلغي اشتراكك بعد إرسال هذا الرابط"),
        ("fa", "پس از فرستادن این پیوند اشتراک خود را لغو کرده‌اید"),
    ],
)
@on_sqlite
def test_after_a_no_the_link_says_so_at_once_and_offers_no_button(
    client: httpx.Client, asking_reader: Reader, language: str, expected: str
) -> None:
    client.post(asking_reader.confirm_path)
    client.post(asking_reader.unsubscribe_path)
    page = client.get(f"{asking_reader.confirm_path}?lang={language}")
    assert page.status_code == 409
    assert expected in page.text
    assert "<button" not in page.text
    assert client.head(asking_reader.confirm_path).status_code == 409


def test_it_was_not_me_is_a_no_after_which_a_sign_up_asks_nobody_for_a_while(
    client: httpx.Client, database: Database, asking_reader: Reader, clock: StoppedClock
) -> None:
    def sign_up() -> str:
        typed = {"address": "reader@example.org", "name": "", "language": "sl"}
        return client.post("/subscribe/bulletin", data=typed).text

    def is_asked() -> bool:
        """Whether what is queued would be sent."""
        with database.read() as session:
            return any(
                may_be_asked(session, question) for question in session.exec(select(SubscriptionMail)).all()
            )

    assert "Hvala" in client.post(asking_reader.confirm_path, data={"reject": "reject"}).text
    assert _status(database) is SubscriptionStatus.UNSUBSCRIBED
    clock.advance(seconds=86_400 * 89)
    answer = sign_up()
    assert (is_asked(), _status(database)) == (False, SubscriptionStatus.UNSUBSCRIBED)
    clock.advance(seconds=86_400 * 2)
    assert sign_up() == answer, "nobody sees a difference"
    assert (is_asked(), _status(database)) == (True, SubscriptionStatus.PENDING)


@on_sqlite
def test_it_was_not_me_takes_nobody_off_who_has_said_yes(
    client: httpx.Client, database: Database, asking_reader: Reader
) -> None:
    client.post(asking_reader.confirm_path)
    client.post(asking_reader.confirm_path, data={"reject": "reject"})
    assert _status(database) is SubscriptionStatus.CONFIRMED


@on_sqlite
def test_who_has_confirmed_is_led_to_their_preferences(
    client: httpx.Client, database: Database, asking_reader: Reader
) -> None:
    for _ in range(2):
        page = client.post(asking_reader.confirm_path).text
        path = page.partition('<p><a href="')[2].partition('"')[0]
        assert "Vaše nastavitve" in client.get(path).text
