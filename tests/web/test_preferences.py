"""The page of a reader's own choices: only a POST changes anything, and it says so in their language."""

from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from core.db import Database
from core.settings import Settings
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in


@pytest.fixture
def path(reader: Reader) -> str:
    return reader.preferences_path


def reader_state(database: Database) -> tuple[str, str, SubscriptionStatus]:
    with database.read() as session:
        person = session.exec(select(Subscriber)).one()
        return person.name, person.language, session.exec(select(Subscription)).one().status


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(client: httpx.Client, database: Database, path: str, method: str) -> None:
    before = everything_in(database)
    for query in ("", "?lang=ar", "?everything=leave"):
        answer = client.request(method, path + query)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert everything_in(database) == before


@on_sqlite
def test_the_page_shows_choices_and_no_address(client: httpx.Client, path: str) -> None:
    page = client.get(path).text
    assert '<html lang="sl" dir="ltr">' in page
    assert "Vaše nastavitve" in page
    assert "Bulletin" in page
    assert "reader@example.org" not in page


def test_saving_changes_name_and_language_and_answers_in_it(
    client: httpx.Client, database: Database, path: str
) -> None:
    fields = {"name": "Rosa", "language": "fa", "shown-bulletin": "", "keep-bulletin": "on"}
    answer = client.post(path, data=fields)
    assert answer.status_code == 200
    assert '<html lang="fa" dir="rtl">' in answer.text
    assert reader_state(database) == ("Rosa", "fa", SubscriptionStatus.CONFIRMED)


def test_an_unticked_list_is_left(client: httpx.Client, database: Database, path: str) -> None:
    answer = client.post(path, data={"name": "Reader", "language": "sl", "shown-bulletin": ""})
    assert "S seznama »Bulletin« ne boste več prejemali sporočil" in answer.text
    assert reader_state(database)[2] is SubscriptionStatus.UNSUBSCRIBED


def test_a_list_that_did_not_stand_on_the_page_is_kept(
    client: httpx.Client, database: Database, path: str
) -> None:
    client.post(path, data={"name": "Reader", "language": "sl"})
    assert reader_state(database)[2] is SubscriptionStatus.CONFIRMED


@on_sqlite
def test_what_cannot_be_used_is_refused_whole(client: httpx.Client, database: Database, path: str) -> None:
    before = everything_in(database)
    kept = {"shown-bulletin": "", "keep-bulletin": "on"}
    answer = client.post(path, data={"name": "x" * 300, "language": "sl", **kept})
    assert answer.status_code == 422
    assert "Nič se ni spremenilo" in answer.text
    assert client.post(path, data={}).status_code == 422
    assert everything_in(database) == before


@on_sqlite
@pytest.mark.parametrize("refused", [{"name": "x" * 300}, {"language": "none"}])
def test_a_list_is_left_also_where_the_name_or_the_language_is_refused(
    client: httpx.Client, database: Database, path: str, refused: dict[str, str]
) -> None:
    answer = client.post(path, data={"name": "Reader", "language": "sl", "shown-bulletin": "", **refused})
    assert answer.status_code == 422
    assert "S seznama »Bulletin« ne boste več prejemali sporočil" in answer.text
    assert "Nič se ni spremenilo" not in answer.text
    assert reader_state(database) == ("Reader", "sl", SubscriptionStatus.UNSUBSCRIBED)


def test_one_press_leaves_everything(client: httpx.Client, database: Database, path: str) -> None:
    answer = client.post(path, data={"everything": "leave"})
    assert answer.status_code == 200
    assert "Odjavljeni ste z vseh naših seznamov" in answer.text
    assert reader_state(database)[2] is SubscriptionStatus.UNSUBSCRIBED


@on_sqlite
def test_a_link_of_another_kind_or_too_old_opens_nothing(
    client: httpx.Client, clock: StoppedClock, reader: Reader, path: str
) -> None:
    borrowed = f"/preferences/{reader.unsubscribe_path.removeprefix('/u/')}"
    assert client.get(borrowed).status_code == 403
    clock.advance(days=61)
    refused = client.get(path)
    assert refused.status_code == 403
    assert "Reader" not in refused.text


@pytest.mark.parametrize("language", ["sl", "en", "ar", "fa"])
@on_sqlite
def test_the_public_copy_points_to_a_page_that_explains(client: httpx.Client, language: str) -> None:
    answer = client.get(f"/preferences?lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text


def test_one_press_holds_for_lists_and_imports_to_come(
    client: httpx.Client, database: Database, settings: Settings, path: str, tmp_path: Path
) -> None:
    """Also for whoever was off every list before."""
    client.post(path, data={"name": "Reader", "language": "sl", "shown-bulletin": ""})
    client.post(path, data={"everything": "leave"})
    file = tmp_path / "people.csv"
    file.write_text("email,language\nreader@example.org,sl\n", encoding="utf-8")
    with database.write() as session:
        create_list(session, slug="later", name="Later", now=NOON)
    secret = settings.secret_key.get_secret_value()
    report = import_csv(database, file, ImportRequest("later", "Moved"), secret=secret, now=NOON)
    assert (report.imported, report.kept_opted_out) == (0, 1)
