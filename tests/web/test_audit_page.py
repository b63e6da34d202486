"""The audit log in the browser: for administrators, narrowed, a page at a time, and as a file, which it notes."""

import io
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from python_calamine import CalamineWorkbook
from sqlmodel import select

from core.db import Database
from staff import audit
from staff.tables import AuditEntry, Role, User
from tests.conftest import NOON
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.statements import statements_of
from tests.web.test_sign_in import form_token_on, sign_in

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def boss(app: FastAPI, database: Database) -> Iterator[httpx.Client]:
    add_person(database, "boss@example.org", ADMIN)
    with browser(app) as client:
        sign_in(client, "boss@example.org")
        yield client


def note(
    database: Database, *actions: str, actor: str = "cli", subject: str = "campaign:12", days: int = 0
) -> None:
    with database.write() as session:
        for action in actions:
            audit.record(
                session, actor=actor, action=action, subject=subject, now=NOON - timedelta(days=days), why=HOSTILE
            )


def shown(page: httpx.Response) -> list[str]:
    return [part.partition("</code>")[0] for part in page.text.split("<code>")[1:]]


def test_it_is_narrowed_by_person_area_search_and_day(boss: httpx.Client, database: Database) -> None:
    note(database, "campaign.approved", "news.edited")
    note(database, "campaign.sent", subject="campaign:1", days=40)
    assert shown(boss.get("/audit")) == ["campaign.sent", "news.edited", "campaign.approved", "user.signed_in"]
    assert shown(boss.get("/audit?who=user:1")) == ["user.signed_in"]
    assert shown(boss.get("/audit?area=news")) == ["news.edited"]
    assert shown(boss.get("/audit?search=campaign 12&area=campaign")) == ["campaign.approved"]
    assert shown(boss.get("/audit?search=campaign:1")) == ["campaign.sent"]
    assert shown(boss.get("/audit?search=signed+in")) == ["user.signed_in"]
    day = NOON.date().isoformat()
    assert "campaign.sent" not in shown(boss.get(f"/audit?since={day}&until={day}"))
    assert shown(boss.get(f"/audit?until={(NOON - timedelta(days=40)).date().isoformat()}")) == ["campaign.sent"]
    for rubbish in ("since=yesterday", "area=kings", "before=x", "until=9999-99-99", "search=%00"):
        assert len(shown(boss.get(f"/audit?{rubbish}"))) == 4
    assert shown(boss.get("/audit?search=%25")) == [], "a sign of patterns is a sign"


def test_whoever_is_nobody_has_a_name_that_people_read(boss: httpx.Client, database: Database) -> None:
    note(database, "campaign.drafted", actor="automation:3")
    note(database, "subscribers.imported")
    page = boss.get("/audit").text
    assert '<h2><a href="/automations/3">Automation 3</a></h2>' in page
    assert "<h2>Command line</h2>" in page


def test_hostile_content_is_text_on_the_page_and_no_formula_in_the_file(
    boss: httpx.Client, database: Database
) -> None:
    note(database, "campaign.approved", subject="=1+1")
    with database.write() as session:
        session.get_one(User, 1).name = HOSTILE
    page = boss.get("/audit", params={"search": HOSTILE, "who": HOSTILE})
    assert HOSTILE not in page.text + boss.get("/audit").text
    form = {"form_token": form_token_on(boss.get("/audit")), "area": "campaign"}
    assert "Campaign approved · <code>campaign.approved</code>" in boss.get("/audit").text
    file = boss.post("/audit/export", data=form)
    assert "campaign.approved,Campaign approved," in file.text
    assert file.headers["content-disposition"] == 'attachment; filename="audit-log.csv"'
    assert "'=1+1" in file.text
    assert "user.signed_in" not in file.text
    packed = boss.post("/audit/export", data=form | {"format": "xlsx"})
    assert packed.headers["content-disposition"] == 'attachment; filename="audit-log.xlsx"'
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(packed.content)).get_sheet_by_index(0).to_python()
    assert ["campaign.approved", "Campaign approved", "'=1+1"] in [row[3:6] for row in sheet]
    assert shown(boss.get("/audit"))[0] == "audit.exported"


def test_nobody_waits_to_write_while_a_file_is_read(boss: httpx.Client, database: Database) -> None:
    form = {"form_token": form_token_on(boss.get("/audit"))}
    with statements_of(database) as statements:
        assert boss.post("/audit/export", data=form).status_code == 200
    write = max(place for place, each in enumerate(statements) if each == "BEGIN IMMEDIATE")
    assert "INSERT INTO audit_entry" in " ".join(statements[write:])
    assert not [each for each in statements[write:] if "FROM audit_entry" in each]
    assert [each for each in statements[:write] if "FROM audit_entry" in each]


def test_older_entries_are_on_the_next_page(boss: httpx.Client, database: Database) -> None:
    note(database, *[f"campaign.step_{number}" for number in range(60)])
    page = boss.get("/audit?area=campaign")
    assert shown(page)[:1] == ["campaign.step_59"]
    (further,) = {part.partition('"')[0] for part in page.text.split('href="/audit?')[1:]}
    older = boss.get("/audit?" + further.replace("&amp;", "&"))
    assert shown(older) == [f"campaign.step_{number}" for number in range(9, -1, -1)]


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
def test_nobody_else_sees_it_and_their_attempts_are_in_it(
    app: FastAPI, boss: httpx.Client, database: Database, roles: frozenset[Role]
) -> None:
    add_person(database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        assert 'href="/audit"' not in client.get("/settings").text
        assert client.get("/audit").status_code == 403
        token = form_token_on(client.get("/account"))
        assert client.post("/audit/export", data={"form_token": token}).status_code == 403
        assert client.post("/colleagues/1/disable", data={"form_token": token}).status_code == 403
    with database.read() as session:
        refused = session.exec(select(AuditEntry).where(AuditEntry.action == "access.refused")).all()
    assert [(entry.actor, entry.subject) for entry in refused] == [
        ("user:2", "GET /audit"),
        ("user:2", "POST /audit/export"),
        ("user:2", "POST /colleagues/{user_id}/disable"),
    ]
    assert 'href="/audit"' in boss.get("/settings").text


def test_a_wrong_password_is_in_it_and_no_address_that_is_nobodys(
    app: FastAPI, boss: httpx.Client, database: Database
) -> None:
    with browser(app) as client:
        for address in ("boss@example.org", "nobody@example.org"):
            assert sign_in(client, address, "a wrong guess").status_code == 403
    page = boss.get("/audit")
    assert shown(page) == ["user.sign_in_refused", "user.sign_in_refused", "user.signed_in"]
    assert ("Somebody without an account" in page.text, "nobody@example.org" in page.text) == (True, False)


def test_a_file_needs_the_forms_token(boss: httpx.Client) -> None:
    assert boss.post("/audit/export", data={}).status_code == 403
