"""What `make screenshots` photographs of accounts: a link for a password, the second factor in each of its states,
and the seals of the audit log.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pyotp
from playwright.sync_api import Page
from sqlmodel import col, update

from campaigns.status import CampaignStatus
from cli.demo.environment import Environment
from core.clock import SystemClock
from core.ids import new_public_id
from core.public_urls import password_url
from docs.page_states import ShownPage, campaigns_by_status, go_by, open_details, press, send_as_it_is
from scheduler.seal_audit_log import seal_audit_log
from staff.passkey_site import host_of
from staff.password_link import make_password_link
from staff.principal import OPERATOR
from staff.second_factor import save_second_factor
from staff.tables import Passkey, StaffSession
from staff.totp import new_secret

TOO_SHORT = "12345678"
STEP = timedelta(seconds=30)
"""Of an app's codes (RFC 6238); one before and one after the present one count, each once."""


def account_pages(environment: Environment, user_id: int, password: str) -> Iterator[ShownPage]:
    """As this person sees them, who is signed in. Their second factor is there from here on."""
    seal_audit_log(environment.job_context)
    yield ShownPage("audit-sealed", "/audit")
    yield ShownPage("second-factor-refused", "/account/second-factor", _give_a_wrong_password)
    secret = new_secret()
    key = environment.settings.secret_key.get_secret_value()
    now = SystemClock().now()
    with environment.database.write() as session:
        save_second_factor(session, user_id, secret, secret_key=key, step=0, now=now)
    yield ShownPage("second-factor-set", "/account/second-factor")
    _save_passkeys(environment, user_id)
    yield ShownPage("second-factor-passkeys", "/account/second-factor", open_details)
    yield ShownPage("account-passkeys", "/account")
    yield ShownPage("single-sign-on-done", "/single-sign-on/done")
    _let_the_proof_age(environment, user_id)
    review = campaigns_by_status(environment)[CampaignStatus.IN_REVIEW].id
    yield ShownPage("second-factor-again", f"/campaigns/{review}", press("/approve"))
    yield ShownPage("second-factor-stale", "/account/second-factor")
    yield ShownPage("recovery-codes", "/account/second-factor", _renew_codes(secret, password))


def code_pages(address: str, password: str) -> Iterator[ShownPage]:
    """As somebody sees them who is not signed in, and has a second factor."""
    half_way = _begin_to_sign_in(address, password)
    yield ShownPage("sign-in-code", "/sign-in", half_way)

    def give_a_wrong_code(page: Page) -> None:
        half_way(page)
        send_as_it_is(second_factor_code="000000")(page)

    yield ShownPage("sign-in-code-refused", "/sign-in", give_a_wrong_code)


def password_pages(environment: Environment, user_id: int) -> Iterator[ShownPage]:
    now = SystemClock().now()
    with environment.database.write() as session:
        made = make_password_link(session, user_id, actor=OPERATOR, now=now)
    path = password_url(environment.settings, made.secret).removeprefix(environment.settings.public_url)
    yield ShownPage("password-link", path)
    yield ShownPage("password-refused", path, send_as_it_is(password=TOO_SHORT))
    yield ShownPage("password-link-unknown", f"{path}x", status=403)


def _give_a_wrong_password(page: Page) -> None:
    page.fill("#code", "000000")
    page.fill("#present", "not this")
    go_by(page, page.locator("form[action$='/second-factor'] button"))


def _save_passkeys(environment: Environment, user_id: int) -> None:
    """One that works here, and one that was made before the program had this host."""
    now, host = SystemClock().now(), host_of(environment.settings.public_url)
    rows = (("Telefon", host, now), ("Stari računalnik", "old.example.org", None))
    with environment.database.write() as session:
        for name, made_for, used_at in rows:
            passkey = Passkey(
                user_id=user_id,
                credential_id=new_public_id(22),
                public_key="",
                user_handle="",
                sign_count=0,
                can_be_copied=True,
                host=made_for,
                name=name,
                created_at=now,
                used_at=used_at,
            )
            session.add(passkey)


def _let_the_proof_age(environment: Environment, user_id: int) -> None:
    before = SystemClock().now() - timedelta(days=1)
    with environment.database.write() as session:
        session.exec(update(StaffSession).where(col(StaffSession.user_id) == user_id).values(proved_at=before))


def _renew_codes(secret: str, password: str) -> Callable[[Page], None]:
    """A code counts once: the next photograph takes the next one."""
    steps = iter((-1, 0, 1))

    def act(page: Page) -> None:
        open_details(page)
        page.fill("#renew-present", password)
        page.fill("#renew-code", pyotp.TOTP(secret).at(SystemClock().now() + STEP * next(steps)))
        go_by(page, page.locator("form[action$='/codes'] button[type=submit]"))

    return act


def _begin_to_sign_in(address: str, password: str) -> Callable[[Page], None]:
    return send_as_it_is(address=address, password=password)
