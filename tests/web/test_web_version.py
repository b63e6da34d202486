"""The public copy of a mail."""

import httpx
import pytest

from core.db import Database
from core.settings import Settings
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "sandbox allow-downloads allow-popups allow-popups-to-escape-sandbox; "
    "img-src 'self' data:; frame-ancestors 'none'"
)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"])
    return world


def _path(world: World, campaign_id: int, language: str = "sl") -> str:
    return f"/w/{world.campaign(campaign_id).public_id}/{language}"


def test_it_is_what_was_sent_with_nobody_in_it(client: httpx.Client, world: World, settings: Settings) -> None:
    launched = world.launched()
    world.run(rounds=3)
    page = client.get(_path(world, launched))
    assert page.status_code == 200
    assert "Pogrešanih je 600 ljudi" in page.text
    assert f"{settings.public_url}/unsubscribe" in page.text
    assert "/u/" not in page.text
    assert "[[" not in page.text
    for name in ("Rosa", "Miha", "example.org/u"):
        assert name not in page.text


@on_sqlite
def test_it_can_run_no_script_and_load_nothing_from_elsewhere(client: httpx.Client, world: World) -> None:
    headers = client.get(_path(world, world.launched())).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in headers


def test_before_it_is_sent_there_is_nothing_to_see(client: httpx.Client, world: World) -> None:
    campaign_id = world.draft()
    assert client.get(_path(world, campaign_id)).status_code == 404
    world.submit(campaign_id)
    world.approve(campaign_id)
    assert client.get(_path(world, campaign_id)).status_code == 404


@on_sqlite
def test_an_unknown_mail_or_language_is_not_found(client: httpx.Client, world: World) -> None:
    launched = world.launched()
    assert client.get(_path(world, launched, "fr")).status_code == 404
    assert client.get("/w/nothing/sl").status_code == 404


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(client: httpx.Client, world: World, database: Database, method: str) -> None:
    path = _path(world, world.launched())
    before = everything_in(database)
    assert client.request(method, path).status_code == 200
    assert everything_in(database) == before


@on_sqlite
def test_a_browser_that_looks_for_an_icon_finds_one(client: httpx.Client) -> None:
    icon = client.get("/favicon.ico")
    assert (icon.status_code, icon.headers["content-type"]) == (200, "image/svg+xml")
