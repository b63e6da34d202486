"""The second factor in the browser: set up, asked for at the sign-in, asked for again, and never got around."""

import re
from pathlib import Path

import httpx
import pyotp
import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from campaigns.staff_mail.tables import StaffMail
from core.db import Database
from core.public_urls import password_url
from core.settings import Settings, load_settings
from staff.password_link import make_password_link
from staff.principal import OPERATOR
from staff.second_factor import has_second_factor, save_second_factor
from staff.tables import AuditEntry, Role, StaffSession, User
from staff.totp import new_secret
from tests.campaigns.test_contributions import create_sender_named
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import BASE, browser
from tests.web.conftest import PASSWORD, add_person
from tests.web.html_forms import forms_on
from tests.web.test_sign_in import form_token_on, sign_in
from tests.web.test_signed_out_meanwhile import hidden_in

SECRET = new_secret()
NEW = "paper window staple river"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def code(clock: StoppedClock, secret: str = SECRET) -> str:
    return pyotp.TOTP(secret).at(clock.now())


@pytest.fixture
def codes(database: Database, ana: User, settings: Settings) -> list[str]:
    return give_factor(database, settings, ana)


def give_factor(database: Database, settings: Settings, user: User) -> list[str]:
    key = settings.secret_key.get_secret_value()
    with database.write() as session:
        return save_second_factor(session, user.id, SECRET, secret_key=key, step=0, now=NOON)


def key_on(page: httpx.Response) -> str:
    (key,) = re.findall(r'<code class="key"[^>]*>([A-Z2-7 ]+)<', page.text)
    return str(key).replace(" ", "")


def give_code(client: httpx.Client, typed: str, *, is_recovery: bool = False) -> httpx.Response:
    token = form_token_on(client.get("/sign-in-code"))
    name = "second_factor_recovery_code" if is_recovery else "second_factor_code"
    return client.post("/sign-in-code", data={"form_token": token, name: typed})


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data=fields | {"form_token": form_token_on(client.get("/account/second-factor"))})


def actions(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))))


def test_it_is_set_up_with_a_key_a_code_and_the_password_and_codes_are_shown_once(
    client: httpx.Client, ana: User, clock: StoppedClock, database: Database
) -> None:
    sign_in(client)
    before = client.cookies["bilten-session"]
    page = client.get("/account/second-factor")
    assert "<svg" in page.text
    assert page.headers["cache-control"] == "no-store"
    secret = key_on(page)
    (sealed,) = re.findall(r'name="key" value="([^"]+)"', page.text)
    fields = {"form_token": form_token_on(page), "key": sealed, "present": PASSWORD}
    wrong = client.post("/account/second-factor", data=fields | {"second_factor_code": "000000"})
    assert wrong.status_code == 403
    assert key_on(wrong) == secret, "which is in the app"
    shown = client.post("/account/second-factor", data=fields | {"second_factor_code": code(clock, secret)})
    codes = re.findall(r"[a-z2-9]{4}(?:-[a-z2-9]{4}){3}", shown.text)
    assert (shown.status_code, len(set(codes))) == (200, 10)
    assert client.cookies["bilten-session"] != before
    again = client.get("/account/second-factor").text
    assert "There are 10 left" in again
    assert not any(text in again for text in (*codes, secret))
    assert "You have 10 recovery codes left" in client.get("/account").text
    with database.read() as session:
        (held,) = session.exec(select(StaffSession)).all()
        assert held.proved_at == NOON


def test_what_was_typed_before_the_session_ended_goes_along_through_both_steps(
    client: httpx.Client, codes: list[str], clock: StoppedClock
) -> None:
    headers = {"origin": BASE}
    ended = client.post("/brand", data={"name": "Written for an hour", "form_token": "old"}, headers=headers)
    who = {"address": "ana@example.org", "password": PASSWORD}
    asked = client.post("/sign-in", data=hidden_in(ended) | who)
    assert (asked.status_code, "bilten-session" in client.cookies) == (200, False)
    wrong = client.post("/sign-in-code", data=hidden_in(asked) | {"second_factor_code": "000000"})
    assert wrong.status_code == 403
    right = client.post("/sign-in-code", data=hidden_in(wrong) | {"second_factor_code": code(clock)})
    assert "Written for an hour" in right.text
    assert 'action="/brand"' in right.text


def test_after_the_password_a_code_is_asked_for_and_no_session_is_open_before_it(
    client: httpx.Client, app: FastAPI, codes: list[str], clock: StoppedClock, database: Database
) -> None:
    fields = {"address": "ana@example.org", "password": PASSWORD, "next": "/news"}
    led = client.post("/sign-in", data=fields | {"form_token": form_token_on(client.get("/sign-in"))})
    assert (led.status_code, led.headers["location"]) == (303, "/sign-in-code")
    assert "bilten-session" not in client.cookies
    assert client.get("/campaigns").headers["location"].startswith("/sign-in")
    with database.read() as session:
        assert session.exec(select(StaffSession)).all() == []
    wrong = give_code(client, "000000")
    assert (wrong.status_code, "The code is wrong" in wrong.text) == (403, True)
    in_ = give_code(client, code(clock))
    assert (in_.status_code, in_.headers["location"]) == (303, "/news")
    assert client.get("/campaigns").status_code == 200
    assert actions(database)[-2:] == ["user.second_factor_refused", "user.signed_in"]
    with browser(app) as other:
        sign_in(other)
        assert give_code(other, code(clock)).status_code == 403, "used already"
        assert give_code(other, codes[0], is_recovery=True).status_code == 303
        sign_in(other)
        assert give_code(other, codes[0], is_recovery=True).status_code == 403
    assert "user.recovery_code_used" in actions(database)


@pytest.mark.usefixtures("codes")
def test_the_page_for_the_code_is_for_who_gave_the_password_in_this_browser_lately(
    client: httpx.Client, app: FastAPI, clock: StoppedClock, database: Database, ana: User
) -> None:
    assert client.get("/sign-in-code").headers["location"] == "/sign-in"
    assert client.post("/sign-in-code", data={"second_factor_code": code(clock)}).status_code == 403
    sign_in(client)
    token = form_token_on(client.get("/sign-in-code"))
    with browser(app) as thief:
        thief.get("/sign-in")
        fields = {"form_token": token, "second_factor_code": code(clock)}
        assert thief.post("/sign-in-code", data=fields).status_code == 403
    with database.write() as session:
        session.get_one(User, ana.id).password_hash += "x"
    assert give_code(client, code(clock)).status_code == 403
    with database.write() as session:
        user = session.get_one(User, ana.id)
        user.password_hash = user.password_hash[:-1]
    clock.advance(minutes=11)
    late = client.post("/sign-in-code", data={"form_token": token, "second_factor_code": code(clock)})
    assert (late.status_code, "took too long" in late.text) == (403, True)
    assert "bilten-session" not in client.cookies


def test_a_wrong_password_says_the_same_with_a_second_factor_as_without(
    client: httpx.Client, codes: list[str], database: Database
) -> None:
    add_person(database, "boris@example.org", AUTHOR)
    answers = [
        sign_in(client, f"{name}@example.org", password="a wrong one") for name in ("ana", "boris", "nobody")
    ]
    refusals = [re.findall(r'<p class="notice wrong"[^>]*>([^<]+)', answer.text) for answer in answers]
    assert {answer.status_code for answer in answers} == {403}
    assert refusals[0] == refusals[1] == refusals[2] != []


@pytest.mark.usefixtures("codes")
def test_a_link_for_a_new_password_does_not_get_around_it(
    client: httpx.Client, database: Database, settings: Settings, ana: User, clock: StoppedClock
) -> None:
    with database.write() as session:
        made = make_password_link(session, ana.id, actor=OPERATOR, now=NOON)
    path = password_url(settings, made.secret).removeprefix(settings.public_url)
    fields = {"form_token": form_token_on(client.get(path)), "password": NEW, "password_again": NEW}
    led = client.post(path, data=fields)
    assert led.headers["location"] == "/sign-in-code"
    assert "bilten-session" not in client.cookies
    assert give_code(client, code(clock)).status_code == 303


def test_over_a_page_the_code_is_asked_for_as_a_part_of_it(
    client: httpx.Client, codes: list[str], clock: StoppedClock
) -> None:
    live = {"hx-request": "true"}
    fields = {
        "form_token": form_token_on(client.get("/sign-in")),
        "address": "ana@example.org",
        "password": PASSWORD,
    }
    asked = client.post("/sign-in", data=fields, headers=live, follow_redirects=True)
    assert (asked.headers["x-bilten-live"], "<html" in asked.text) == ("sign-in", False)
    given = {"form_token": form_token_on(asked), "second_factor_code": code(clock)}
    answer = client.post("/sign-in-code", data=given, headers=live)
    assert answer.headers["x-bilten-live"] == "signed-in"


def form_to(page: httpx.Response, action: str) -> dict[str, str]:
    (form,) = [form for form in forms_on(page.text, "") if form.action == action]
    return form.hidden


class TestWhoMustHaveOne:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        var_dir, state_dir = tmp_path / "var", str(tmp_path / "state")
        roles = "approver,admin"
        return load_settings(None, var_dir=var_dir, state_dir=state_dir, second_factor_roles=roles)

    def test_they_are_led_to_set_it_up_before_anything_else(
        self, client: httpx.Client, ana: User, clock: StoppedClock, app: FastAPI, database: Database
    ) -> None:
        sign_in(client)
        for path in ("/campaigns", "/account", "/news"):
            assert client.get(path).headers["location"] == "/account/second-factor"
        page = client.get("/account/second-factor")
        assert "Your role needs a second factor" in page.text
        token = form_token_on(page)
        lost = client.post("/subscribers/1/notes", data={"form_token": token, "person_note": "Called today"})
        assert (lost.status_code, "Called today" in lost.text) == (403, True)
        sealed = re.search(r'name="key" value="([^"]+)"', page.text)
        assert sealed
        typed = code(clock, key_on(page))
        fields = {"key": sealed[1], "present": PASSWORD, "second_factor_code": typed}
        assert 'href="/campaigns"' in post(client, "/account/second-factor", **fields).text
        assert client.get("/campaigns").status_code == 200
        add_person(database, "eva@example.org", AUTHOR)
        with browser(app) as editor:
            sign_in(editor, "eva@example.org")
            assert editor.get("/campaigns").status_code == 200, "whose role needs none"

    def test_what_somebody_was_writing_when_the_rule_came_is_sent_after_the_set_up(
        self, client: httpx.Client, ana: User, clock: StoppedClock
    ) -> None:
        sign_in(client)
        token = form_token_on(client.get("/account/second-factor"))
        written = {"form_token": token, "person_note": 'Called "today"'}
        page = client.post("/subscribers/1/notes", data=written, headers={"origin": BASE})
        assert (page.status_code, "Nothing was saved yet" in page.text) == (403, True)
        set_up = form_to(page, "/account/second-factor")
        wrong = client.post("/account/second-factor", data=set_up | {"present": "no", "second_factor_code": "0"})
        assert wrong.status_code == 403
        right = {"present": PASSWORD, "second_factor_code": code(clock, key_on(wrong))}
        done = client.post("/account/second-factor", data=form_to(wrong, "/account/second-factor") | right)
        again = form_to(done, "/subscribers/1/notes")
        assert again["person_note"] == 'Called "today"'
        assert again["form_token"] != token
        assert client.post("/subscribers/1/notes", data=again).status_code == 404, "it is sent: there is nobody"

    def test_they_can_sign_out(self, client: httpx.Client, ana: User) -> None:
        sign_in(client)
        assert post(client, "/sign-out").headers["location"].startswith("/sign-in")


@pytest.fixture
def boss(client: httpx.Client, database: Database, settings: Settings, clock: StoppedClock) -> User:
    """An administrator, who has just signed in with a code."""
    person = add_person(database, "boss@example.org", ADMIN)
    give_factor(database, settings, person)
    sign_in(client, "boss@example.org")
    assert give_code(client, code(clock)).status_code == 303
    return person


def roles_of(database: Database, user: User) -> frozenset[Role]:
    with database.read() as session:
        return session.get_one(User, user.id).roles


def test_before_what_cannot_be_undone_it_is_asked_for_again_and_what_was_posted_is_kept(
    client: httpx.Client, boss: User, ana: User, clock: StoppedClock, database: Database
) -> None:
    path, approver = f"/colleagues/{ana.id}/role", {f"role-{role}": "yes" for role in APPROVER}
    clock.advance(minutes=59)
    assert post(client, path, **{"role-author": "yes"}).status_code == 303
    clock.advance(minutes=1)
    asked = post(client, path, **approver)
    assert (asked.status_code, roles_of(database, ana)) == (403, AUTHOR)
    assert 'name="role-approver" value="yes"' in asked.text
    assert f'action="{path}"' in asked.text
    wrong = post(client, path, **approver, second_factor_code="000000")
    assert (wrong.status_code, 'name="role-approver" value="yes"' in wrong.text) == (403, True)
    assert roles_of(database, ana) == AUTHOR
    assert post(client, path, **approver, second_factor_code=code(clock)).status_code == 303
    assert roles_of(database, ana) == APPROVER
    assert post(client, path, **{"role-author": "yes"}).status_code == 303, "for another hour"


ASKED_AGAIN = (
    "/campaigns/1/send", "/campaigns/1/approve", "/exports", "/exports/1/grant", "/subscribers/1/erase",
    "/subscribers/1/export", "/colleagues/1/delete", "/colleagues/1/password-link",
    "/colleagues/1/mail-link", "/campaigns/1/schedule", "/new-colleague", "/audit/export", "/retention",
    # From then on it sends by itself, and may take people off a list.
    "/welcome/1/on", "/digests/1/on", "/digests/1/approve", "/automations/1/on", "/automations/1/approve",
    "/lists/bulletin/still-wanted", "/lists/bulletin/still-wanted/on",
    # To many once more, and whether it was sent already is what somebody says.
    "/campaigns/1/deliveries/again", "/campaigns/1/doubts", "/campaigns/1/doubts/1",
    "/imports/1/rows", "/subscribers/1/merge/2", "/colleagues/1/disable", "/colleagues/1/enable",
)  # fmt: skip


def test_what_it_is_asked_for_again_before_and_what_not(
    client: httpx.Client, boss: User, clock: StoppedClock
) -> None:
    hostile = '"><script>alert(1)</script>'
    clock.advance(hours=1)
    for path in ASKED_AGAIN:
        answer = post(client, path, reason=hostile)
        assert "Confirm that it is you" in answer.text, path
        assert hostile not in answer.text
    assert "Confirm that it is you" not in post(client, "/subscribers/1/unsubscribe").text
    for path in ("/new-automation", "/new-digest", "/automations/1/details", "/digests/1/details"):
        for mode, is_asked in {"send": True, "draft": False}.items():
            answer = post(client, path, mode=mode)
            assert ("Confirm that it is you" in answer.text) is is_asked, (path, mode)


def test_a_file_comes_from_a_page_of_its_own_after_the_code_and_that_page_stays_true(
    client: httpx.Client, boss: User, clock: StoppedClock, database: Database
) -> None:
    paths = {"/audit/export": {}, "/exports": {"what": "list:no", "reason": "r"}, "/exports/1/file": {}}
    for path, fields in {**paths, "/subscribers/1/export": {"as": "file"}}.items():
        clock.advance(hours=1)
        client.headers["referer"] = f"{BASE}/exports"
        asked = post(client, path, **fields)
        assert '<a href="/exports">Cancel</a>' in asked.text, path
        client.headers["referer"] = f"{BASE}{path}"
        given = {**fields, "came_from": "/exports", "second_factor_code": code(clock)}
        for _ in range(2):
            ready = post(client, path, **given)
            assert "You can get the file now" in ready.text, "the code is sent twice"
        assert ("second_factor_code" in ready.text, '<a href="/exports">Back</a>' in ready.text) == (False, True)
        assert '<a href="/campaigns">' in post(client, path, **given | {"came_from": "https://evil.example/"}).text
        assert "audit_log.exported" not in actions(database)
    file = post(client, "/audit/export", came_from="/exports")
    assert file.headers["content-disposition"].startswith("attachment")


def test_whoever_has_none_is_not_asked_again(client: httpx.Client, ana: User, clock: StoppedClock) -> None:
    sign_in(client)
    clock.advance(minutes=90)
    assert "Confirm that it is you" not in post(client, "/exports").text


def test_a_removed_one_is_told_to_its_owner_and_to_administrators(
    client: httpx.Client, boss: User, clock: StoppedClock, database: Database, settings: Settings
) -> None:
    add_person(database, "bor@example.org", ADMIN, "sl")
    with database.write() as session:
        create_sender_named(session, "simulator")
    path = "/account/second-factor/remove"
    clock.advance(minutes=1)
    assert post(client, path, present="wrong", second_factor_code=code(clock)).status_code == 403
    assert post(client, path, present=PASSWORD, second_factor_code="000000").status_code == 403
    done = post(client, path, present=PASSWORD, second_factor_code=code(clock))
    assert done.headers["location"] == "/account/second-factor?done=removed"
    assert "is removed" in client.get(done.headers["location"]).text
    with database.read() as session:
        assert not has_second_factor(session, boss.id)
        mails = {mail.subject: mail.text for mail in session.exec(select(StaffMail))}
    assert set(mails) == {"A second factor was removed", "Drugi dejavnik je bil odstranjen"}
    assert "osebe Boss" in mails["Drugi dejavnik je bil odstranjen"]


def test_codes_are_made_anew_with_password_and_code(client: httpx.Client, boss: User, clock: StoppedClock) -> None:
    clock.advance(minutes=1)
    path = "/account/second-factor/codes"
    assert post(client, path, present="wrong", second_factor_code=code(clock)).status_code == 403
    answer = post(client, path, present=PASSWORD, second_factor_code=code(clock))
    assert len(re.findall(r"[a-z2-9]{4}(?:-[a-z2-9]{4}){3}", answer.text)) == 10


def test_nothing_is_taken_without_the_forms_token(client: httpx.Client, boss: User, clock: StoppedClock) -> None:
    clock.advance(minutes=1)
    for step in ("", "/codes", "/remove"):
        fields = {"present": PASSWORD, "second_factor_code": code(clock)}
        assert client.post(f"/account/second-factor{step}", data=fields).status_code == 403
    assert client.get("/account/second-factor").status_code == 200


def test_a_new_password_keeps_what_was_proved(client: httpx.Client, boss: User, database: Database) -> None:
    fields = {"present": PASSWORD, "password": NEW, "password_again": NEW}
    assert post(client, "/account/password", **fields).status_code == 303
    with database.read() as session:
        (held,) = session.exec(select(StaffSession)).all()
        assert held.proved_at == NOON
