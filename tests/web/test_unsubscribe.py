"""Leaving a list: only a POST does it, and it always does."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select

from core.db import Database
from core.settings import Settings
from core.signing import Signer
from subscribers.links import unsubscribe_token
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, Subscriber, Subscription
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in


def _status(database: Database) -> SubscriptionStatus:
    with database.read() as session:
        return session.exec(select(Subscription)).one().status


def _leaving(database: Database) -> list[ConsentRecord]:
    with database.read() as session:
        return list(
            session.exec(select(ConsentRecord).where(col(ConsentRecord.action) == ConsentAction.UNSUBSCRIBED))
        )


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(client: httpx.Client, database: Database, reader: Reader, method: str) -> None:
    before = everything_in(database)
    for query in ("", "?confirm=yes", "?List-Unsubscribe=One-Click", "?lang=ar"):
        answer = client.request(method, reader.unsubscribe_path + query)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert everything_in(database) == before


@on_sqlite
def test_the_page_is_in_the_readers_language_and_has_a_button(client: httpx.Client, reader: Reader) -> None:
    page = client.get(reader.unsubscribe_path, headers={"Accept-Language": "en"}).text
    assert '<html lang="sl" dir="ltr">' in page
    assert "Da, odjavite me" in page
    assert "»Bulletin«" in page
    assert "reader@example.org" not in page


def test_a_reader_may_change_the_language(client: httpx.Client, reader: Reader) -> None:
    assert '<html lang="ar" dir="rtl">' in client.get(f"{reader.unsubscribe_path}?lang=ar").text


def test_the_button_unsubscribes(client: httpx.Client, database: Database, reader: Reader) -> None:
    answer = client.post(reader.unsubscribe_path)
    assert answer.status_code == 200
    assert "Odjavljeni ste" in answer.text
    assert _status(database) is SubscriptionStatus.UNSUBSCRIBED
    assert [(record.method, record.evidence) for record in _leaving(database)] == [
        (ConsentMethod.UNSUBSCRIBE_PAGE, "campaign:abc")
    ]


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"List-Unsubscribe": "One-Click"}},
        {"files": {"List-Unsubscribe": (None, "One-Click")}},
    ],
    ids=["urlencoded", "multipart"],
)
def test_one_click_unsubscribes_without_cookie_or_origin(
    client: httpx.Client, database: Database, reader: Reader, sent: dict[str, dict[str, str]]
) -> None:
    headers = {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}
    assert client.post(reader.unsubscribe_path, headers=headers, **sent).status_code == 200  # type: ignore[arg-type]  # either kind of body
    assert _status(database) is SubscriptionStatus.UNSUBSCRIBED
    assert [record.method for record in _leaving(database)] == [ConsentMethod.ONE_CLICK]


def test_doing_it_twice_says_the_same_and_writes_one_record(
    client: httpx.Client, database: Database, reader: Reader
) -> None:
    first, second = client.post(reader.unsubscribe_path), client.post(reader.unsubscribe_path)
    assert first.text == second.text
    assert len(_leaving(database)) == 1


@pytest.mark.parametrize("method", ["GET", "POST"])
@on_sqlite
def test_a_link_that_is_not_ours_does_nothing(
    client: httpx.Client, database: Database, settings: Settings, reader: Reader, method: str
) -> None:
    token = reader.unsubscribe_path.removeprefix("/u/")
    others = unsubscribe_token(
        Signer("somebody else's secret"),
        campaign_public_id="abc",
        subscriber_id=reader.subscriber_id,
        list_id=reader.list_id,
        expires_at=NOON + timedelta(days=1),
    )
    before = everything_in(database)
    confirmation = reader.confirm_path.removeprefix("/c/")
    for wrong in (
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        token[1:],
        others,
        confirmation,
        "x",
        "%00" * 9,
    ):
        answer = client.request(method, f"/u/{wrong}")
        assert answer.status_code in (403, 422)
        assert "<h1>" in answer.text
    assert everything_in(database) == before


@on_sqlite
def test_an_expired_link_does_nothing(
    client: httpx.Client, database: Database, reader: Reader, clock: StoppedClock
) -> None:
    clock.advance(days=731)
    assert client.post(reader.unsubscribe_path).status_code == 403
    assert _status(database) is SubscriptionStatus.CONFIRMED


@on_sqlite
def test_the_page_tells_no_other_site_where_it_was(client: httpx.Client, reader: Reader) -> None:
    assert client.get(reader.unsubscribe_path).headers["referrer-policy"] == "no-referrer"


@on_sqlite
def test_the_public_copy_of_a_mail_leads_to_a_page_that_unsubscribes_nobody(client: httpx.Client) -> None:
    page = client.get("/unsubscribe", headers={"Accept-Language": "fa,en;q=0.5"})
    assert page.status_code == 200
    assert '<html lang="fa" dir="rtl">' in page.text
    assert "<form" not in page.text


def test_one_click_of_an_erased_reader_is_answered_and_leaves_who_has_the_number_alone(
    client: httpx.Client, database: Database, reader: Reader, clock: StoppedClock
) -> None:
    with database.write() as session:
        session.get_one(Subscriber, reader.subscriber_id).created_at = clock.now() + timedelta(days=1)
    before = everything_in(database)
    for path in (reader.unsubscribe_path, reader.preferences_path):
        assert client.get(path).status_code in (200, 404)
        answer = client.post(path, data={"List-Unsubscribe": "One-Click", "everything": "yes"})
        assert answer.status_code == (200 if path == reader.unsubscribe_path else 404)
        assert "Reader" not in answer.text
    assert client.post(reader.confirm_path).status_code == 404
    assert everything_in(database) == before
