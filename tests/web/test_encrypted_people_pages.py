"""Pages of an organisation that encrypts people on protected lists say so, and show those people as any others."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import update

from core.db import Database
from core.encryption import EncryptionKeys, new_key
from core.settings import Settings
from subscribers.encrypt_people import encrypt_due_people
from subscribers.tables import MailingList
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.open_person import open_person
from tests.web.test_sign_in import form_token_on, sign_in

WHOLE_ADDRESS = "People on protected lists are found by their whole email address only."
NO_FIELDS = "Conditions on fields leave out people on protected lists"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture(params=[True, False], ids=["with a key", "without"])
def database(request: pytest.FixtureRequest, database_url: str) -> Iterator[Database]:
    database = Database(database_url, keys=EncryptionKeys.read(new_key()) if request.param else None)
    yield database
    database.dispose()


@pytest.fixture
def boss(app: FastAPI, database: Database, clock: StoppedClock, settings: Settings) -> Iterator[httpx.Client]:
    make_world(database, clock, settings).add_readers(["rosa"], language="en")
    give_passwords(database, language="en", roles=ADMIN)
    with database.write() as session:
        session.exec(update(MailingList).values(is_protected=True))
    encrypt_due_people(database)
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def test_pages_say_it_and_people_look_as_they_did(boss: httpx.Client, database: Database) -> None:
    encrypts = database.keys is not None
    page = boss.get("/lists/bulletin").text
    assert ("Its people are encrypted" in page, "Its people are not encrypted" in page) == (encrypts, not encrypts)
    page = boss.get("/subscribers").text
    assert (WHOLE_ADDRESS in page) is encrypts
    assert "rosa@example.org" in page
    token = form_token_on(boss.get("/subscribers"))

    def search(text: str) -> bool:
        return (
            'action="/subscribers/1"' in boss.post("/subscribers", data={"form_token": token, "search": text}).text
        )

    assert search("rosa@example.org")
    assert search("ros") is not encrypts
    assert "rosa@example.org" in open_person(boss).text
    form = {"form_token": token, "name": "English", "condition": "language in (en)", "step": "count-text"}
    assert (NO_FIELDS in boss.post("/new-segment", data=form).text) is encrypts
