"""Accounts on a phone, in a real browser: a second factor by an app, a recovery code, a forgotten password, and an
account that is disabled while its owner is signed in."""

import re

import pyotp
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from staff.tables import User
from tests.campaigns.world import World
from tests.conftest import StoppedClock
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.conftest import PASSWORD, add_person, give_passwords
from tests.web.test_forgotten_password import ANA, NEW, app, links, world

__all__ = ["app", "world"]
FACTOR = "/account/second-factor"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def boss(world: World) -> User:
    give_passwords(world.database, language="en")
    return add_person(world.database, "boss@example.org", ADMIN)


@pytest.mark.browser
def test_from_a_second_factor_to_a_new_password_and_the_end_of_the_account(
    chromium: Browser, app: FastAPI, world: World, boss: User, clock: StoppedClock
) -> None:
    with browser(app) as hers, browser(app) as theirs:
        page = open_as_person(chromium, hers, width=360)
        _give_password(page, ANA, PASSWORD)
        secret, codes = _set_up(page, clock)
        _sign_out(page)
        clock.advance(minutes=1)
        _give_password(page, ANA, PASSWORD)
        page.fill("[name=second_factor_code]", pyotp.TOTP(secret).at(clock.now()))
        page.keyboard.press("Enter")
        page.wait_for_url("**/campaigns")
        _sign_out(page)
        _give_password(page, ANA, PASSWORD)
        _type_recovery_code(page, codes[0])
        page.wait_for_url("**/campaigns")
        _sign_out(page)
        page.get_by_role("link", name="Forgotten your password?").click()
        page.get_by_label("Email address").fill(ANA)
        page.keyboard.press("Enter")
        expect(page.get_by_text("an email is on its way")).to_be_visible()
        (link,) = links(world)
        page.goto(f"/password/{link}")
        page.fill("[name=password]", NEW)
        page.fill("[name=password_again]", NEW)
        page.keyboard.press("Enter")
        expect(page.locator("[name=second_factor_code]")).to_be_visible()
        _type_recovery_code(page, codes[1])
        page.wait_for_url("**/campaigns")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        their_page = open_as_person(chromium, theirs, width=360)
        _give_password(their_page, boss.address, PASSWORD)
        their_page.wait_for_url("**/campaigns")
        their_page.goto("/colleagues")
        their_page.get_by_role("link", name="Ana", exact=True).click()
        their_page.get_by_role("button", name="Disable the account").click()
        expect(their_page.get_by_text("Disabled", exact=True)).to_be_visible()
        page.get_by_role("link", name="News", exact=True).click()
        page.wait_for_url("**/sign-in?*")
        _give_password(page, ANA, NEW)
        expect(page.get_by_role("alert")).to_contain_text("The address or the password is wrong")


def _give_password(page: Page, address: str, password: str) -> None:
    page.goto("/sign-in")
    page.fill("#address", address)
    page.fill("#password", password)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(campaigns|sign-in)$"))


def _set_up(page: Page, clock: StoppedClock) -> tuple[str, list[str]]:
    """The key that the app has, and the recovery codes."""
    page.wait_for_url("**/campaigns")
    page.goto(FACTOR)
    secret = page.locator("code.key").inner_text().replace(" ", "")
    page.fill("#code", pyotp.TOTP(secret).at(clock.now()))
    page.fill("#present", PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".recovery-codes").wait_for()
    codes = page.locator(".recovery-codes code").all_inner_texts()
    page.get_by_role("link", name="I have kept them").click()
    return secret, codes


def _type_recovery_code(page: Page, code: str) -> None:
    page.locator("[name=second_factor_code]").wait_for()
    page.locator("details.recovery summary").click()
    page.fill("[name=second_factor_recovery_code]", code)
    page.keyboard.press("Enter")


def _sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").first.click()
    page.locator("#password").wait_for()
