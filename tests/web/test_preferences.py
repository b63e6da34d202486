"""The page of a reader's own choices: only a POST changes anything, and it says so in their language."""

from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from core.db import Database
from core.settings import Settings
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list
from subscribers.person_fields import fields_of_person, put_values
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in

HOSTILE = '"><img src=x onerror=alert(1)>{{7*7}}'


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


OFFERED = {
    "town": FieldType.TEXT,
    "born": FieldType.DATE,
    "helps": FieldType.YES_NO,
    "rank": FieldType.TEXT,
    "old": FieldType.TEXT,
}


def offer(database: Database) -> None:
    """Fields that readers change, one that only staff do, and one that is archived."""
    fields = [
        CustomField(id=number, word=word, label=word, type=kind, is_own=word != "rank", created_at=NOON)
        for number, (word, kind) in enumerate(OFFERED.items(), 1)
    ]
    fields[0].labels, fields[4].archived_at = {"fa": "شهر"}, NOON
    with database.write() as session:
        session.add_all(fields)
        session.flush()
        put_values(session, {1: {number: TypedValue(text="secret") for number in (4, 5)}})


def held(database: Database) -> dict[str, str]:
    with database.read() as session:
        return {entry.field.word: entry.written for entry in fields_of_person(session, 1)}


def test_a_reader_changes_the_fields_that_are_theirs_and_no_others(
    client: httpx.Client, database: Database, path: str
) -> None:
    offer(database)
    page = client.get(path, params={"lang": "fa"}).text
    assert "دربارهٔ شما" in page
    assert "<bdi>شهر</bdi>" in page
    assert '<option value="yes">بله</option>' in page
    assert "secret" not in page
    basic = {"name": "Reader", "language": "sl"}
    typed = {"field-town": HOSTILE, "field-born": "1990-01-31", "field-helps": "yes"}
    answer = client.post(path, data=basic | typed | {"field-rank": "boss", "field-old": "new"})
    assert answer.status_code == 200
    assert "&lt;img" in answer.text
    assert "<img src=x" not in answer.text
    kept = {"town": HOSTILE, "born": "1990-01-31", "helps": "yes", "rank": "secret", "old": "secret"}
    assert held(database) == kept
    client.post(path, data=basic | {"field-helps": ""})
    assert held(database) == kept | {"helps": ""}, "what did not stand on the page stays"


@on_sqlite
@pytest.mark.parametrize(
    ("language", "refusal"),
    [
        ("sl", "»soon« ni datum. Napišite ga"),
        ("en", "“soon” is not a date. Please write it"),
        ("ar", "ليس تاريخًا. يُرجى كتابته"),
        ("fa", "تاریخ نیست. لطفاً"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_in_the_reader_s_language(
    client: httpx.Client, database: Database, path: str, language: str, refusal: str
) -> None:
    offer(database)
    before = everything_in(database)
    kept = {"shown-bulletin": "", "keep-bulletin": "on"}
    typed = {"name": "Reader", "language": "sl", "field-born": "soon", "field-town": "Ptuj", **kept}
    answer = client.post(path, params={"lang": language}, data=typed)
    assert answer.status_code == 422
    assert refusal in answer.text.replace("\u2068", "").replace("\u2069", "")
    assert ">Ptuj</textarea>" in answer.text
    assert everything_in(database) == before
