"""Single sign-on on a phone, in a real browser: sign in at the provider, prove it again in another tab, go on."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from core.db import Database
from core.listening import url_of
from core.settings import Settings, load_settings
from staff.tables import Role, User
from tests.axe import violations
from tests.conftest import StoppedClock
from tests.fakes.identity_provider import CLIENT, IdentityProvider, identity_provider
from tests.web.installation import listening
from tests.web.test_preview_pictures import _serving as serving

__all__ = ["listening"]
PICTURES = os.environ.get("SSO_PICTURES", "")


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def provider(clock: StoppedClock) -> Iterator[IdentityProvider]:
    with identity_provider(clock) as there:
        there.is_asking = True
        there.person["groups"] = ["office"]
        yield there


@pytest.fixture
def settings(tmp_path: Path, provider: IdentityProvider, listening: socket.socket) -> Settings:
    closed = provider.variables(only="true", second_factor="true", roles_claim="groups", roles="office=admin")
    var_dir, state_dir = tmp_path / "var", str(tmp_path / "state")
    return load_settings(None, var_dir=var_dir, state_dir=state_dir, public_url=url_of(listening), **closed)


@pytest.mark.browser
def test_from_the_button_to_a_step_that_is_proved_again_and_out(
    chromium: Browser, app: FastAPI, provider: IdentityProvider, database: Database, listening: socket.socket
) -> None:
    clock = provider.clock
    provider.person["auth_time"] = int(clock.now().timestamp())
    with serving(app, listening):
        context = chromium.new_context(base_url=url_of(listening), viewport={"width": 360, "height": 740})
        page = context.new_page()
        page.goto("/audit")
        expect(page.locator("input[type=password]")).to_have_count(0)
        assert violations(page) == []
        picture(page, "sign-in")
        page.get_by_role("link", name="Sign in with Orgid").click()
        page.get_by_role("button", name="Sign in at Orgid").click()
        page.wait_for_url("**/audit")
        with database.read() as session:
            assert session.exec(select(User)).one().roles == {Role.ADMIN}
        clock.advance(hours=1)
        provider.person["auth_time"] = int(clock.now().timestamp())
        page.locator("form[action='/audit/export'] button[value=csv]").click()
        assert violations(page) == []
        picture(page, "prove-again")
        with context.expect_page() as opened:
            page.get_by_role("link", name="Sign in with Orgid again").click()
        tab = opened.value
        tab.get_by_role("button", name="Sign in at Orgid").click()
        expect(tab.get_by_role("heading", name="Done")).to_be_visible()
        assert "code=" not in tab.url
        assert violations(tab) == []
        picture(tab, "done")
        tab.close()
        page.get_by_role("button", name="I have done that: go on").click()
        with page.expect_download() as file:
            page.locator("main form button").click()
        assert file.value.suggested_filename.endswith(".csv")
        page.goto("/account")
        picture(page, "account")
        page.get_by_role("button", name="Sign out").first.click()
        expect(page.get_by_role("link", name="Sign in with Orgid")).to_be_visible()
        assert violations(page) == []
        picture(page, "signed-out")
        page.get_by_role("button", name="Sign out at Orgid, too").click()
        page.wait_for_url("**/sign-in")
        assert provider.signed_out == [CLIENT]
        context.close()


def picture(page: Page, name: str) -> None:
    """For whoever wants to see it: SSO_PICTURES names a folder."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
