"""The record of requests in the browser: an administrator enters and closes them; nobody is named on it."""

import httpx
import pytest
from fastapi import FastAPI

from tests.campaigns.world import World
from tests.web.browser import browser
from tests.web.test_retention_page import boss, database_url, world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["boss", "database_url", "world"]


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data={"form_token": form_token_on(client.get("/data-protection")), **fields})


def test_a_request_is_entered_shown_with_its_day_and_closed(boss: httpx.Client) -> None:
    letter = {"kind": "access", "received": "2026-12-01", "reason": "by letter, folder 12"}
    answer = post(boss, "/data-protection", who="nada@example.org", **letter)
    assert answer.headers["location"] == "/data-protection?done=entered"
    page = boss.get("/data-protection").text
    assert "1 January 2027" in page
    assert "by letter, folder 12" in page
    assert "nada@" not in page
    closing = "/data-protection/requests/1/close"
    assert closing in page
    assert boss.post(closing).status_code == 403, "no token"
    assert post(boss, closing).headers["location"] == "/data-protection?done=closed"
    assert post(boss, closing).status_code == 409
    assert closing not in boss.get("/data-protection").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"kind": "all"}, 422),
        ({"received": "2099-01-01"}, 422),
        ({"reason": "a@example.org asked"}, 422),
        ({"who": "99"}, 404),
    ],
)
def test_what_cannot_be_entered_is_refused_and_what_was_typed_stays(
    boss: httpx.Client, fields: dict[str, str], status: int
) -> None:
    letter = {"kind": "access", "received": "2026-12-01", "reason": "by letter", "who": "x@example.org"}
    answer = post(boss, "/data-protection", **(letter | fields))
    assert answer.status_code == status
    assert (fields | letter)["who"].partition("@")[0] in answer.text


def test_others_do_not_see_it(app: FastAPI, world: World) -> None:
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        assert client.get("/data-protection").status_code == 403
        assert client.post("/data-protection/requests/1/close").status_code == 403
