"""The story of a telephone call: somebody is found and taken off, on a telephone, without JavaScript."""

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from sqlmodel import select

from core.db import Database
from core.settings import Settings
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscription
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.people_roles import APPROVER
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.conftest import add_person
from tests.web.test_sign_in import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def test_somebody_calls_and_is_taken_off(
    chromium: Browser, app: FastAPI, database: Database, clock: StoppedClock, settings: Settings
) -> None:
    make_world(database, clock, settings).add_readers(["rosa.kos", "miha"], language="sl")
    add_person(database, "bor@example.org", APPROVER)
    with browser(app) as client:
        sign_in(client, "bor@example.org")
        page = open_as_person(chromium, client, width=360, has_script=False)
        page.goto("/campaigns")
        page.get_by_role("link", name="Subscribers").click()
        page.get_by_label("Name or email address").fill("kos")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("button", name="rosa.kos@example.org").click()
        page.get_by_role("link", name="Unsubscribe").click()
        page.get_by_label("From which list?").select_option("bulletin")
        page.get_by_label("Reason").fill("asked by telephone")
        page.get_by_role("button", name="Unsubscribe").click()
        page.get_by_role("status").get_by_text("The person has been unsubscribed.").wait_for()
        page.close()
    with database.read() as session:
        statuses = session.exec(select(Subscription.status).order_by("id")).all()
    assert statuses == [SubscriptionStatus.UNSUBSCRIBED, SubscriptionStatus.CONFIRMED]
