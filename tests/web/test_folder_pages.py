"""Watched folders in the browser: below what was set aside, never Bilten's own; nothing of the disk is told."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.services import build_services
from campaigns.tables import Automation, AutomationMode
from core.db import Database
from core.settings import Settings, load_settings
from news.tables import Source
from staff.tables import Role
from subscribers.lists import create_list
from tests.campaigns.test_contributions import create_sender_named
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

__all__ = ["settings"]


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The place that the operator has set aside, with a folder in it."""
    (tmp_path / "shared" / "inbox").mkdir(parents=True)
    return tmp_path / "shared"


@pytest.fixture
def settings(tmp_path: Path, root: Path) -> Settings:
    state_dir = str(tmp_path / "state")
    return load_settings(env_file=None, folders_below=str(root), var_dir=root / "var", state_dir=state_dir)


@pytest.fixture
def boss(app: FastAPI, database: Database) -> Iterator[httpx.Client]:
    add_person(database, "boss@example.org", ADMIN)
    with browser(app) as client:
        sign_in(client, "boss@example.org")
        yield client


def post(client: httpx.Client, to: str, **fields: str) -> httpx.Response:
    return client.post(to, data=fields | {"form_token": form_token_on(client.get("/folders"))})


def test_a_folder_is_watched_read_no_longer_and_watched_again(
    boss: httpx.Client, root: Path, database: Database
) -> None:
    path = str(root / "inbox")
    assert post(boss, "/new-folder", name="Inbox", path=path).status_code == 303
    page = boss.get("/folders?done=watched").text
    assert path in page
    assert "No automation that is on reads this folder" in page
    assert post(boss, "/new-folder", name="Twice", path=path).status_code == 409
    assert post(boss, "/folders/1/stop").status_code == 303
    assert path not in boss.get("/folders").text
    assert post(boss, "/new-folder", name="Again", path=path).status_code == 303
    with database.read() as session:
        (source,) = session.exec(select(Source)).all()
    assert (source.id, source.name, source.stopped_at) == (1, "Again", None)


def test_what_an_automation_reads_is_not_taken_from_it(boss: httpx.Client, root: Path, database: Database) -> None:
    post(boss, "/new-folder", name="Inbox", path=str(root / "inbox"))
    with database.write() as session:
        create_list(session, slug="bulletin", name="Bulletin", now=NOON)
        create_sender_named(session, "main")
        session.flush()
        mode = AutomationMode.DRAFT
        session.add(Automation(name="daily", source_id=1, list_id=1, sender_id=1, mode=mode, created_at=NOON))
    refused = post(boss, "/folders/1/stop")
    assert (refused.status_code, "daily" in refused.text) == (409, True)
    assert "nothing is waiting" in boss.get("/folders").text


def test_everything_else_gets_the_same_answer(boss: httpx.Client, root: Path, tmp_path: Path) -> None:
    """What is elsewhere, a file, what is not there, our own files and what is around them, links that lead out."""
    (root / "file").write_text("x")
    (root / "var").mkdir()
    (root / "out").symlink_to(tmp_path)
    (root / "loop").symlink_to(root / "loop")
    outside = [
        "/",
        "/etc",
        "/etc/passwd",
        "/nowhere",
        tmp_path,
        root / ".." / "state",
        root / "inbox" / ".." / "..",
    ]
    inside = [
        root,
        root / "file",
        root / "nowhere",
        root / "var",
        root / "out",
        root / "out" / "state",
        root / "loop",
    ]
    tried = [*map(str, [*outside, *inside]), "inbox", "", "/" * 900, "/x" * 600, "C:\\", "/a\x01b"]
    refusals = {_refusal(post(boss, "/new-folder", name="Inbox", path=path)) for path in tried}
    assert len(refusals) == 1
    assert str(root.resolve()) in refusals.pop()


def _refusal(answer: httpx.Response) -> str:
    assert answer.status_code == 422
    return answer.text.partition('role="alert" id="refusal">')[2].partition("</p>")[0]


def test_where_nothing_was_set_aside_the_page_says_so(
    database: Database, tmp_path: Path, root: Path, clock: StoppedClock
) -> None:
    add_person(database, "boss@example.org", ADMIN)
    bare = load_settings(env_file=None, var_dir=tmp_path / "var", state_dir=str(tmp_path / "state"))
    with browser(create_app(build_services(bare, database, clock))) as client:
        sign_in(client, "boss@example.org")
        page = client.get("/new-folder").text
        assert "BILTEN_FOLDERS_BELOW" in page
        assert 'name="path"' not in page
        assert post(client, "/new-folder", name="Inbox", path=str(root / "inbox")).status_code == 409


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
def test_only_administrators_say_what_is_watched(
    app: FastAPI, database: Database, root: Path, roles: frozenset[Role]
) -> None:
    add_person(database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(database)
        assert client.get("/folders").status_code == 200
        assert client.get("/new-folder").status_code == 403
        assert post(client, "/new-folder", name="Inbox", path=str(root / "inbox")).status_code == 403
        assert post(client, "/folders/1/stop").status_code == 403
        assert everything_in(database) == before


def test_a_hostile_name_is_text(boss: httpx.Client, root: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    refused = post(boss, "/new-folder", name=hostile, path=hostile)
    assert (refused.status_code, refused.text.count('value="&lt;img src=x')) == (422, 2), "what was typed stays"
    post(boss, "/new-folder", name=hostile, path=str(root / "inbox"))
    for page in (boss.get("/folders"), boss.get("/new-automation")):
        assert "<img src=x" not in page.text
