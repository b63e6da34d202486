"""Passkeys in the browser: added, signed in with, asked for, removed; and what is said where there are none."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, CDPSession, Locator, Page
from sqlmodel import select

from campaigns.staff_mail.tables import StaffMail
from campaigns.status import CampaignStatus
from core.db import Database
from core.public_urls import password_url
from core.settings import Settings, load_settings
from staff.colleagues import disable, invite
from staff.principal import OPERATOR
from staff.second_factor import has_second_factor
from staff.tables import Passkey, PasskeyChallenge, StaffSession, User
from staff.users import invited_user
from tests.axe import violations
from tests.campaigns.test_contributions import create_sender_named
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN, APPROVER
from tests.staff.software_device import SoftwareDevice
from tests.web.browser import browser
from tests.web.chromium import open_as_person, open_page
from tests.web.conftest import PASSWORD, add_person
from tests.web.test_second_factor import actions, give_factor, post
from tests.web.test_sign_in import form_token_on, sign_in
from tests.web.test_signed_out_meanwhile import hidden_in

PAGE = "/account/second-factor"
HERE = "http://localhost:8000"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    var_dir, state_dir = tmp_path / "var", str(tmp_path / "state")
    return load_settings(None, var_dir=var_dir, state_dir=state_dir, public_url=HERE, sign_up_sender="simulator")


@pytest.fixture
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with browser(app, HERE) as opened:
        yield opened


def a_device() -> SoftwareDevice:
    return SoftwareDevice(host="localhost", origin=HERE)


def add(client: httpx.Client, device: SoftwareDevice, **changed: str) -> httpx.Response:
    """By whoever is signed in."""
    asked = post(client, f"{PAGE}/new-passkey/question")
    assert asked.status_code == 200, asked.text
    fields = {"name": "Phone", "present": PASSWORD, "new_passkey": device.make(asked.text)}
    return post(client, f"{PAGE}/passkeys", **fields | changed)


def enter(client: httpx.Client, device: SoftwareDevice, **fields: str) -> httpx.Response:
    token = form_token_on(client.get("/sign-in"))
    asked = client.post("/sign-in-passkey/question", data={"form_token": token})
    given = {"form_token": token, "passkey": device.use(asked.text), **fields}
    return client.post("/sign-in-passkey", data=given)


def proof(client: httpx.Client, device: SoftwareDevice) -> dict[str, str]:
    return {"second_factor_passkey": device.use(post(client, f"{PAGE}/question").text)}


@pytest.fixture
def device(client: httpx.Client, ana: User) -> SoftwareDevice:
    """With a passkey of Ana's, who is signed in."""
    made = a_device()
    sign_in(client)
    assert "Your recovery codes" in add(client, made).text
    return made


def test_one_is_added_with_the_password_and_signs_in_by_itself(
    client: httpx.Client, app: FastAPI, ana: User, device: SoftwareDevice, database: Database
) -> None:
    page = client.get(PAGE).text
    assert ("Phone" in page, "Not used yet" in page) == (True, True)
    assert "Phone" in client.get("/account").text
    with browser(app, HERE) as other:
        answer = enter(other, device, next="/news")
        assert (answer.status_code, answer.headers["location"]) == (303, "/news")
        assert "Last used" in other.get(PAGE).text
    assert actions(database)[-2:] == ["user.passkey_added", "user.signed_in"]


def test_it_is_the_second_step_after_the_password_and_asks_for_no_code_that_nobody_has(
    client: httpx.Client, app: FastAPI, device: SoftwareDevice
) -> None:
    with browser(app, HERE) as other:
        assert sign_in(other).headers["location"] == "/sign-in-code"
        page = other.get("/sign-in-code")
        assert ("Confirm with a passkey" in page.text, "second_factor_code" in page.text) == (True, False)
        token = form_token_on(page)
        asked = other.post("/sign-in-code/question", data={"form_token": token})
        given = {"form_token": token, "second_factor_passkey": device.use(asked.text)}
        assert other.post("/sign-in-code", data=given).status_code == 303
        assert other.get("/campaigns").status_code == 200
    with browser(app, HERE) as nobody:
        token = form_token_on(nobody.get("/sign-in"))
        assert nobody.post("/sign-in-code/question", data={"form_token": token}).status_code == 403


def test_what_was_posted_goes_on_after_it(
    client: httpx.Client, device: SoftwareDevice, clock: StoppedClock, database: Database
) -> None:
    clock.advance(hours=1)
    asked = post(client, "/exports", what="list:no", reason="r")
    assert "Confirm with a passkey" in asked.text
    assert hidden_in(asked)["reason"] == "r"
    given = proof(client, device)
    assert "no longer" not in post(client, "/exports", what="list:no", reason="r", **given).text
    with database.read() as session:
        assert session.exec(select(StaffSession)).one().proved_at == clock.now()


def test_another_one_is_added_only_while_the_proof_of_the_first_is_fresh(
    client: httpx.Client, device: SoftwareDevice, clock: StoppedClock, database: Database
) -> None:
    clock.advance(hours=1)
    late = add(client, a_device())
    assert (late.status_code, "last given a while ago" in late.text) == (403, True)
    assert f'action="{PAGE}/proof"' in late.text
    assert post(client, f"{PAGE}/proof", **proof(client, device)).headers["location"] == f"{PAGE}?done=proved"
    added = add(client, a_device(), name="Computer")
    assert added.headers["location"] == f"{PAGE}?done=passkey-added", "the recovery codes are the same"
    wrong = add(client, a_device(), name="")
    assert (wrong.status_code, "Enter a short name" in wrong.text) == (422, True)


def test_removing_one_takes_password_and_proof_and_is_told(
    client: httpx.Client, ana: User, device: SoftwareDevice, database: Database, settings: Settings
) -> None:
    add_person(database, "bor@example.org", ADMIN, "sl")
    give_factor(database, settings, ana)
    with database.write() as session:
        create_sender_named(session, "simulator")
        passkey_id = session.exec(select(Passkey.id)).one()
    path = f"{PAGE}/passkeys/{passkey_id}/remove"
    assert post(client, path, present="wrong", **proof(client, device)).status_code == 403
    assert post(client, path, present=PASSWORD).status_code == 403
    done = post(client, path, present=PASSWORD, **proof(client, device))
    assert done.headers["location"] == f"{PAGE}?done=passkey-removed"
    assert "The passkey is removed" in client.get(done.headers["location"]).text
    assert post(client, path, present=PASSWORD).status_code == 403
    with database.read() as session:
        mails = {mail.subject: mail.text for mail in session.exec(select(StaffMail))}
        assert has_second_factor(session, ana.id)
    assert set(mails) == {"A passkey was removed", "Ključ za dostop je bil odstranjen"}
    assert "Ana" in mails["Ključ za dostop je bil odstranjen"]


def test_with_the_last_one_the_second_factor_is_gone_and_told_so(
    client: httpx.Client, ana: User, device: SoftwareDevice, database: Database
) -> None:
    with database.write() as session:
        create_sender_named(session, "simulator")
        passkey_id = session.exec(select(Passkey.id)).one()
    done = post(client, f"{PAGE}/passkeys/{passkey_id}/remove", present=PASSWORD, **proof(client, device))
    assert done.headers["location"] == f"{PAGE}?done=removed"
    with database.read() as session:
        assert session.exec(select(StaffSession)).one().proved_at is None
        assert {mail.subject for mail in session.exec(select(StaffMail))} == {"A second factor was removed"}


def test_unknown_wrong_and_disabled_are_told_the_same(
    client: httpx.Client, app: FastAPI, ana: User, device: SoftwareDevice, database: Database
) -> None:
    stranger, thief = a_device(), a_device()
    stranger.user_handle = thief.user_handle = device.user_handle
    thief.credential_id = device.credential_id
    answers = []
    with browser(app, HERE) as other:
        answers += [enter(other, stranger), enter(other, thief)]
        add_person(database, "boss@example.org", ADMIN)
        with database.write() as session:
            disable(session, ana.id, actor=OPERATOR, now=NOON)
        answers += [enter(other, device)]
    assert [answer.status_code for answer in answers] == [403] * 3
    assert len({re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}) == 1


def test_questions_are_limited_by_source_and_need_the_forms_token(app: FastAPI, database: Database) -> None:
    with browser(app, HERE, source="198.51.100.9") as flood:
        assert flood.post("/sign-in-passkey/question").status_code == 403
        token = form_token_on(flood.get("/sign-in"))
        answers = [flood.post("/sign-in-passkey/question", data={"form_token": token}) for _ in range(61)]
    assert [answer.status_code for answer in answers] == [200] * 60 + [429]
    with database.read() as session:
        assert len(session.exec(select(PasskeyChallenge)).all()) == 60


def test_after_the_program_has_moved_the_pages_name_those_that_do_not_work(
    client: httpx.Client, device: SoftwareDevice, app: FastAPI, database: Database
) -> None:
    with database.write() as session:
        session.exec(select(Passkey)).one().host = "old.example.org"
    for page in ("/account", PAGE):
        assert "Made for old.example.org" in client.get(page).text
    with browser(app, HERE) as other:
        sign_in(other)
        page = other.get("/sign-in-code").text
    assert ("old.example.org do not work here" in page, "Confirm with a passkey" in page) == (True, False)
    assert '<details class="recovery" open>' in page


class TestWhereTheAddressIsANumber:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        return load_settings(None, var_dir=tmp_path / "var", state_dir=str(tmp_path / "state"))

    @pytest.fixture
    def client(self, app: FastAPI) -> Iterator[httpx.Client]:
        with browser(app) as opened:
            yield opened

    def test_there_are_apps_only_and_the_page_says_why(self, client: httpx.Client, ana: User) -> None:
        assert "passkey/question" not in client.get("/sign-in").text
        sign_in(client)
        page = client.get(PAGE).text
        assert "the number 127.0.0.1" in page
        assert ("new_passkey" in page, 'class="qr"' in page) == (False, True)
        refused = post(client, f"{PAGE}/new-passkey/question")
        assert (refused.status_code, "the number 127.0.0.1" in refused.text) == (409, True)


def with_device(page: Page) -> CDPSession:
    """Chromium's own, which verifies whoever asks."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def by_keyboard(page: Page, target: Locator, text: str = "") -> None:
    """As whoever has no mouse gets there, and sees that they are: presses it, or types into it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
            page.keyboard.insert_text(text) if text else page.keyboard.press("Enter")
            return
    raise AssertionError(f"not reached by Tab: {target}")


def invitation(world: World) -> str:
    """The path of the link of an approver, who has set no password yet."""
    mojca = invited_user(address="mojca@example.org", name="Mojca", roles=APPROVER, language="en", now=NOON)
    with world.database.write() as session:
        made = invite(session, mojca, actor=OPERATOR, now=NOON)
    return password_url(world.settings, made.secret).removeprefix(world.settings.public_url)


class TestOnAPhone:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        var_dir, state_dir, roles = tmp_path / "var", str(tmp_path / "state"), "approver"
        return load_settings(
            None, var_dir=var_dir, state_dir=state_dir, public_url=HERE, second_factor_roles=roles
        )

    @pytest.fixture
    def world(self, database: Database, clock: StoppedClock, settings: Settings) -> World:
        world = make_world(database, clock, settings)
        world.add_readers(["rosa"])
        return world

    @pytest.mark.browser
    def test_by_keyboard_from_the_invitation_to_an_approval_by_passkey_alone_and_its_removal(
        self, chromium: Browser, client: httpx.Client, clock: StoppedClock, world: World
    ) -> None:
        campaign_id = world.draft()
        world.submit(campaign_id)
        page = open_as_person(chromium, client, width=360)
        with_device(page)
        page.goto(invitation(world))
        by_keyboard(page, page.locator("[name=password]"), PASSWORD)
        by_keyboard(page, page.locator("[name=password_again]"), PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{PAGE}")
        by_keyboard(page, page.locator("#passkey-name"), "Phone")
        by_keyboard(page, page.locator("#passkey-present"), PASSWORD)
        by_keyboard(page, page.get_by_role("button", name="Add a passkey"))
        by_keyboard(page, page.get_by_role("link", name="I have kept them"))
        by_keyboard(page, page.get_by_role("button", name="Sign out"))
        by_keyboard(page, page.get_by_role("button", name="Sign in with a passkey"))
        page.wait_for_url("**/campaigns")
        clock.advance(hours=1, minutes=30)
        page.goto(f"/campaigns/{campaign_id}")
        by_keyboard(page, page.locator(f'form[action="/campaigns/{campaign_id}/approve"] button'))
        by_keyboard(page, page.get_by_role("button", name="Confirm with a passkey"))
        page.wait_for_url(f"**/campaigns/{campaign_id}?done=approve")
        assert world.status(campaign_id) is CampaignStatus.APPROVED
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.goto(PAGE)
        by_keyboard(page, page.get_by_text("Remove this passkey"))
        remove = page.locator("form[action*='/passkeys/']")
        by_keyboard(page, remove.locator("[name=present]"), PASSWORD)
        by_keyboard(page, remove.get_by_role("button", name="Confirm with a passkey"))
        page.get_by_text("The second factor is removed").wait_for()


@pytest.mark.browser
def test_over_a_page_whose_session_has_ended_it_signs_in_and_what_was_typed_is_saved(
    chromium: Browser, client: httpx.Client, ana: User, database: Database
) -> None:
    sign_in(client)
    page = open_as_person(chromium, client, width=360)
    with_device(page)
    page.goto(PAGE)
    page.fill("#passkey-name", "Phone")
    page.fill("#passkey-present", PASSWORD)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("link", name="I have kept them").click()
    page.fill("#name", "Ana Novak")
    del client.cookies["bilten-session"]
    page.locator("form[action='/account/profile'] button").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/account?done=profile")
    with database.read() as session:
        assert session.get_one(User, ana.id).name == "Ana Novak"


@pytest.mark.browser
def test_a_page_without_a_passkey_says_that_none_answered(
    chromium: Browser, client: httpx.Client, ana: User
) -> None:
    page = open_as_person(chromium, client, width=360)
    with_device(page)
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey did not answer").wait_for()


@pytest.mark.browser
def test_without_javascript_no_button_leads_nowhere(
    chromium: Browser, client: httpx.Client, device: SoftwareDevice
) -> None:
    page = open_as_person(chromium, client, width=360, has_script=False)
    page.goto(PAGE)
    assert not page.get_by_role("button", name="Add a passkey").is_visible()
    assert page.get_by_text("To add a passkey, you need a browser").is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing_wrong(
    chromium: Browser, client: httpx.Client, device: SoftwareDevice, width: int
) -> None:
    page = open_page(chromium, client, width=width)
    with_device(page)
    for path in (PAGE, "/account", "/sign-in"):
        page.goto(path)
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
