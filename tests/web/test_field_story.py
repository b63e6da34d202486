"""The story of a field: made on a telephone without JavaScript, filled in for a reader, and changed by her."""

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser

from core.db import Database
from core.public_urls import PREFERENCES
from core.settings import Settings
from core.signing import Signer
from subscribers.links import preferences_token
from subscribers.person_fields import fields_of_person
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.conftest import add_person
from tests.web.test_sign_in import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def test_a_town_is_kept_found_and_changed_by_its_owner(
    chromium: Browser, app: FastAPI, database: Database, clock: StoppedClock, settings: Settings
) -> None:
    make_world(database, clock, settings).add_readers(["rosa", "miha"], language="ar")
    add_person(database, "bor@example.org", ADMIN)
    with browser(app) as client:
        sign_in(client, "bor@example.org")
        page = open_as_person(chromium, client, width=360, has_script=False)
        page.goto("/settings")
        page.get_by_role("link", name="Fields", exact=True).click()
        page.get_by_role("link", name="New field").click()
        page.get_by_label("Name", exact=True).fill("Town")
        page.get_by_label("Arabic").fill("المدينة")
        page.get_by_label("Readers may change it").check()
        page.get_by_role("button", name="Create the field").click()
        page.get_by_role("status").get_by_text("The field is created.").wait_for()
        page.goto("/subscribers")
        page.get_by_role("button", name="rosa@example.org").click()
        page.get_by_role("link", name="Change the fields").click()
        page.get_by_label("Town").fill("Ptuj")
        page.get_by_label("Reason").fill("asked by telephone")
        page.get_by_role("button", name="Change the fields").click()
        page.get_by_text("The fields have been saved.").wait_for()
        page.goto("/new-segment")
        page.get_by_label("Name", exact=True).fill("Ptuj")
        page.get_by_label("Add a condition").select_option("field:town")
        page.get_by_role("button", name="Add", exact=True).click()
        page.get_by_label("Value").fill("PTUJ")
        page.get_by_role("button", name="Save the segment").click()
        page.get_by_text("1 person is in it now").wait_for()
        signer = Signer(settings.secret_key.get_secret_value())
        token = preferences_token(
            signer, campaign_public_id="", subscriber_id=1, list_id=1, expires_at=clock.now().replace(year=2030)
        )
        page.goto(PREFERENCES.format(token=token))
        page.get_by_label("المدينة").fill("Celje")
        page.get_by_role("button", name="احفظ").click()
        page.get_by_text("حُفظت التغييرات").wait_for()
        page.close()
    with database.read() as session:
        assert [entry.written for entry in fields_of_person(session, 1)] == ["Celje"]
