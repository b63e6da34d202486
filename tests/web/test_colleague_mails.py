"""Colleagues in the browser: invited by email, unlocked, and deleted for good."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from campaigns.staff_mail.tables import StaffMail
from core.db import Database
from staff.tables import Role, User
from tests.conftest import NOON
from tests.delivery.builders import a_sender
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.test_colleague_pages import CILKA, named, post
from tests.web.test_sign_in import sign_in


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def boss(app: FastAPI, database: Database) -> Iterator[httpx.Client]:
    add_person(database, "boss@example.org", ADMIN)
    with database.write() as session:
        session.add(a_sender("simulator"))
    with browser(app) as client:
        sign_in(client, "boss@example.org")
        yield client


def test_an_invitation_is_mailed_and_shown_to_nobody(boss: httpx.Client, database: Database) -> None:
    assert "Send the invitation" in boss.get("/new-colleague").text
    made = post(boss, "/new-colleague", **CILKA)
    assert "cilka@example.org" in made.text
    assert "/password/" not in made.text
    cilka = named(database, "Cilka")
    (mail,) = mails_of(database, "invitation")
    assert mail.user_id == cilka.id
    page = boss.get(f"/colleagues/{cilka.id}").text
    assert "Send the invitation again" in page
    again = post(boss, f"/colleagues/{cilka.id}/mail-link")
    assert "/password/" not in again.text
    handed_over = post(boss, f"/colleagues/{cilka.id}/password-link")
    assert "/password/" in handed_over.text


def test_where_nothing_can_be_mailed_the_page_says_so_and_shows_the_link(
    boss: httpx.Client, database: Database
) -> None:
    with database.write() as session:
        session.delete(session.get_one(type(a_sender()), 1))
    page = boss.get("/new-colleague").text
    assert "No email tells anybody" in page
    assert "Add and make the link" in page
    made = post(boss, "/new-colleague", **CILKA)
    assert "/password/" in made.text
    assert "No email tells anybody" in made.text
    assert "mail-link" not in boss.get("/colleagues/2").text


def test_a_locked_account_is_shown_and_unlocked(boss: httpx.Client, database: Database) -> None:
    ana = add_person(database, "ana@example.org", AUTHOR)
    assert "/unlock" not in boss.get(f"/colleagues/{ana.id}").text
    with database.write() as session:
        session.get_one(User, ana.id).locked_until = NOON.replace(year=NOON.year + 1)
    assert f'action="/colleagues/{ana.id}/unlock"' in boss.get(f"/colleagues/{ana.id}").text
    assert post(boss, f"/colleagues/{ana.id}/unlock").status_code == 303
    assert "The account is unlocked" in boss.get(f"/colleagues/{ana.id}?done=unlocked").text
    assert named(database, "Ana").locked_until is None


def test_an_account_is_deleted_only_by_who_is_sure(boss: httpx.Client, database: Database) -> None:
    ana = add_person(database, "ana@example.org", AUTHOR)
    path = f"/colleagues/{ana.id}"
    assert "/delete" not in boss.get(path).text, "not while they work here"
    post(boss, f"{path}/disable")
    assert any(form.action == f"{path}/delete" for form in forms_on(boss.get(path).text, path))
    unsure = post(boss, f"{path}/delete")
    assert (unsure.status_code, "Tick the box first" in unsure.text) == (422, True)
    assert post(boss, f"{path}/delete", sure="yes").status_code == 303
    page = boss.get(path).text
    assert "Ana" in page
    assert "@deleted.invalid" not in page
    assert f'action="{path}' not in page
    assert "Ana" not in boss.get("/colleagues").text
    assert post(boss, f"{path}/enable").status_code == 409


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
def test_nobody_else_does_any_of_it(
    app: FastAPI, boss: httpx.Client, database: Database, roles: frozenset[Role]
) -> None:
    eva = add_person(database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        for step in ("mail-link", "unlock", "delete"):
            for user_id in (1, eva.id):
                assert post(client, f"/colleagues/{user_id}/{step}", sure="yes").status_code == 403
            assert client.post(f"/colleagues/1/{step}", data={"sure": "yes"}).status_code == 403
    assert boss


def test_the_first_sign_in_of_a_browser_is_told_and_the_next_ones_are_not(
    app: FastAPI, boss: httpx.Client, database: Database
) -> None:
    add_person(database, "ana@example.org", AUTHOR)
    with browser(app) as hers:
        for _ in range(2):
            sign_in(hers, "ana@example.org")
    assert [mail.subject for mail in mails_of(database, "new_device")] == [
        "Sign-in on a new device: Boss",
        "Sign-in on a new device: Ana",
        "Sign-in on a new device: Ana",
    ], "of hers, she and the administrator are told"
    assert boss


def test_more_rights_are_told_and_where_nothing_can_be_mailed_the_page_says_so(
    boss: httpx.Client, database: Database
) -> None:
    ana = add_person(database, "ana@example.org", AUTHOR)
    assert post(boss, f"/colleagues/{ana.id}/role", **{"role-sender": "yes"}).status_code == 303
    assert {mail.user_id for mail in mails_of(database, "role_raised")} == {1, ana.id}
    with database.write() as session:
        for mail in session.exec(select(StaffMail)):
            session.delete(mail)
        session.flush()
        session.delete(session.get_one(type(a_sender()), 1))
    for done in ("role", "enabled"):
        assert "No email tells anybody" in boss.get(f"/colleagues/{ana.id}?done={done}").text
    assert "No email tells anybody" in boss.get("/exports").text


def mails_of(database: Database, purpose: str) -> list[StaffMail]:
    with database.read() as session:
        return list(
            session.exec(select(StaffMail).where(StaffMail.purpose == purpose).order_by(col(StaffMail.id)))
        )
