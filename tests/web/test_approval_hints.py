"""Editing costs something, and the page says so: before it, and after it when nobody is left to approve."""

from datetime import datetime

import pytest
from fastapi import FastAPI
from sqlmodel import select

from core.db import Database
from core.settings import Settings
from staff.passwords import hash_password
from staff.tables import User
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.conftest import PASSWORD
from tests.web.test_sign_in import form_token_on, sign_in

BEFORE = "Nobody would be left who could approve this campaign"
AFTER = "There are not enough people left who may approve this campaign"
COSTS = "If you change something here, somebody else has to approve the campaign."


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """A team of two: Ana writes, Boris approves, and is the administrator."""
    world = make_world(database, clock, settings)
    _everybody(database, language="en", cilka_left=NOON)
    return world


def _everybody(database: Database, *, language: str, cilka_left: datetime | None) -> None:
    hashed = hash_password(PASSWORD)
    with database.write() as session:
        for user in session.exec(select(User)):
            user.password_hash, user.language = hashed, language
            if user.name == "Boris":
                user.roles = ADMIN
            if user.name == "Cilka":
                user.disabled_at = cilka_left
            session.add(user)


def test_a_team_of_two_is_told_before_and_after(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path = f"/campaigns/{campaign_id}"
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        page = client.get(path)
        assert BEFORE in page.text
        assert AFTER not in page.text
        for shared in ("/brand", "/lists/bulletin"):
            assert "nobody is left who could approve these drafts" in client.get(shared).text
        token = form_token_on(page)
        changed = client.post(f"{path}/variants/en", data={"form_token": token, "subject": "Mine"})
        assert changed.status_code == 303
        page = client.get(path)
        assert AFTER in page.text
        assert BEFORE not in page.text
        client.post(f"{path}/submit", data={"form_token": token})
        page = client.get(path)
        assert "You changed its text, so somebody else has to approve it." in page.text
        assert f'action="{path}/approve"' not in page.text
        refused = client.post(f"{path}/approve", data={"form_token": token, "seen_hash": "x"})
        assert refused.status_code == 403
        assert "so your approval does not count" in refused.text


def test_where_others_are_left_the_page_says_only_what_it_costs(app: FastAPI, world: World) -> None:
    _everybody(world.database, language="en", cilka_left=None)
    campaign_id = world.draft()
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        page = client.get(f"/campaigns/{campaign_id}").text
        assert COSTS in page
        assert BEFORE not in page
        assert "nobody is left who could approve these drafts" not in client.get("/brand").text
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        assert COSTS not in client.get(f"/campaigns/{campaign_id}").text
