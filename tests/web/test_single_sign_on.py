"""Single sign-on: whom the identity provider's word lets in, as what, and what of its word is not believed."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from campaigns.staff_mail.tables import StaffMail
from core.db import Database
from core.settings import Settings, load_settings
from staff.colleagues import delete_account, disable
from staff.let_in import let_in
from staff.oidc_identity import OidcIdentity
from staff.principal import OPERATOR
from staff.tables import Role, StaffSession, User
from tests.campaigns.test_contributions import create_sender_named
from tests.conftest import NOON, StoppedClock
from tests.fakes.identity_provider import ANA, CLIENT, IdentityProvider, identity_provider
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.test_second_factor import actions, code, give_code, give_factor, post
from tests.web.test_sign_in import sign_in
from tests.web.test_signed_out_meanwhile import hidden_in

START = "/single-sign-on"
ROLES = {"roles_claim": "realm_access.roles", "roles": "press=author; board=approver,sender;it=admin"}
HOUR_AGO, NOW = int(NOON.timestamp()) - 3600, int(NOON.timestamp())


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def provider(clock: StoppedClock) -> Iterator[IdentityProvider]:
    with identity_provider(clock) as there:
        yield there


@pytest.fixture
def more() -> dict[str, Any]:
    """Settings besides the provider's address and client."""
    return {}


@pytest.fixture
def settings(tmp_path: Path, provider: IdentityProvider, more: dict[str, Any]) -> Settings:
    others = {name: more[name] for name in more if name.startswith("second_factor_")}
    own = {name: value for name, value in more.items() if name not in others}
    var_dir, state_dir = tmp_path / "var", str(tmp_path / "state")
    variables = provider.variables(**own) | others
    return load_settings(None, var_dir=var_dir, state_dir=state_dir, sign_up_sender="simulator", **variables)


def come(
    client: httpx.Client, provider: IdentityProvider, *, start: str = START, **changed: str
) -> httpx.Response:
    """To the provider and back."""
    led = client.get(start)
    assert led.status_code == 303, led.text
    assert led.headers["location"].startswith(f"{provider.issuer}/authorize?"), led.headers["location"]
    return client.get(provider.answer(led.headers["location"], **changed))


def people(database: Database) -> list[User]:
    with database.read() as session:
        return list(session.exec(select(User).order_by(col(User.id))))


def alerts(database: Database) -> set[str]:
    with database.read() as session:
        return {mail.subject for mail in session.exec(select(StaffMail))}


def has_nobody_signed_in(database: Database) -> bool:
    with database.read() as session:
        return session.exec(select(StaffSession)).first() is None


def test_who_has_an_account_is_known_by_the_address_once_and_by_the_subject_from_then_on(
    client: httpx.Client, provider: IdentityProvider, ana: User, app: FastAPI, database: Database
) -> None:
    assert 'href="/single-sign-on?next=%2Fcampaigns"' in client.get("/sign-in").text
    with database.write() as session:
        create_sender_named(session, "simulator")
    back = come(client, provider, start=f"{START}?next=/news")
    assert (back.status_code, back.headers["location"]) == (303, "/news")
    assert client.get("/news").status_code == 200
    asked = provider.asked
    assert (asked["code_challenge_method"], asked["scope"]) == ("S256", "openid email profile")
    assert actions(database) == ["user.oidc_linked", "user.signed_in"]
    assert alerts(database) == {"Sign-in on a new device: Ana"}
    provider.person |= {"email": "ana.kos@example.org", "email_verified": False}
    with browser(app) as other:
        assert come(other, provider).headers["location"] == "/campaigns"
        assert "ana@example.org" in other.get("/account").text
    assert len(people(database)) == 1


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example", "/sign-out", "/account/x"])
def test_nobody_is_led_elsewhere_afterwards(
    client: httpx.Client, provider: IdentityProvider, ana: User, place: str
) -> None:
    assert come(client, provider, start=f"{START}?next={place}").headers["location"] == "/campaigns"


class TestRolesByClaim:
    @pytest.fixture
    def more(self) -> dict[str, Any]:
        return dict(ROLES)

    def test_who_has_a_role_there_gets_an_account_and_its_roles_follow(
        self, client: httpx.Client, provider: IdentityProvider, app: FastAPI, database: Database
    ) -> None:
        add_person(database, "boss@example.org", ADMIN)
        with database.write() as session:
            create_sender_named(session, "simulator")
        provider.person |= {"email": "nov@example.org", "email_verified": False, "name": "", "locale": "sl-SI"}
        provider.person["realm_access"] = {"roles": ["press", "offline_access"]}
        assert "is not confirmed where you signed in" in come(client, provider).text
        assert len(people(database)) == 1, "whoever has that mailbox could ask for a link to it"
        provider.person["email_verified"] = True
        assert come(client, provider).status_code == 303
        made = people(database)[1]
        assert (made.name, made.address, made.language) == ("nov", "nov@example.org", "sl")
        assert made.roles == {Role.AUTHOR}
        assert actions(database) == ["user.added", "user.oidc_linked", "user.signed_in"]
        assert alerts(database) == {"A new colleague: nov"}
        provider.person["realm_access"] = {"roles": ["board"]}
        with browser(app) as other:
            come(other, provider)
        assert people(database)[1].roles == {Role.APPROVER, Role.SENDER}
        assert client.get("/campaigns").status_code == 303, "a session with the earlier roles has ended"
        assert "More permissions for nov" in alerts(database)
        assert "The service that your organisation signs in with" in told_in_words(database)

    def test_who_has_none_there_any_more_is_signed_out_here_too(
        self, client: httpx.Client, provider: IdentityProvider, ana: User, database: Database, app: FastAPI
    ) -> None:
        provider.person["realm_access"] = {"roles": ["press"]}
        come(client, provider)
        provider.person["realm_access"] = {"roles": []}
        with browser(app) as other:
            answer = come(other, provider)
        assert (answer.status_code, "You have no role in Bilten" in answer.text) == (403, True)
        assert has_nobody_signed_in(database)
        assert actions(database)[-1] == "user.sign_in_refused"

    def test_the_last_administrator_stays_one(
        self, client: httpx.Client, provider: IdentityProvider, database: Database
    ) -> None:
        add_person(database, "ana@example.org", ADMIN)
        provider.person["realm_access"] = {"roles": ["press"]}
        assert come(client, provider).status_code == 303
        assert people(database)[0].roles == {Role.ADMIN, Role.AUTHOR}

    def test_the_last_administrator_is_let_in_without_any_role_there(
        self, client: httpx.Client, provider: IdentityProvider, database: Database
    ) -> None:
        for roles in (["it"], []):
            provider.person["realm_access"] = {"roles": roles}
            assert come(client, provider).status_code == 303
            assert people(database)[0].roles == {Role.ADMIN}

    def test_what_the_token_leaves_out_is_asked_for_and_only_of_the_same_person(
        self, client: httpx.Client, provider: IdentityProvider, database: Database
    ) -> None:
        provider.person = {"sub": "subject-9"}
        provider.userinfo = {"sub": "subject-8", "email": "nov@example.org", "realm_access": {"roles": "it"}}
        assert "could not be confirmed" in come(client, provider).text
        provider.userinfo |= {"sub": "subject-9", "email_verified": False}
        provider.person["email_verified"] = True
        assert "is not confirmed" in come(client, provider).text, "the token vouches for no address but its own"
        provider.userinfo["email_verified"] = True
        assert come(client, provider).status_code == 303
        assert people(database)[0].roles == {Role.ADMIN}

    def test_an_account_needs_an_address(self, client: httpx.Client, provider: IdentityProvider) -> None:
        provider.person = {"sub": "subject-9", "realm_access": {"roles": ["it"]}}
        assert "email address is missing" in come(client, provider).text


def told_in_words(database: Database) -> str:
    with database.read() as session:
        return " ".join(mail.text for mail in session.exec(select(StaffMail)))


UNKNOWN: list[tuple[dict[str, Any], str]] = [
    ({"email_verified": False}, "Your email address is not confirmed"),
    ({"email_verified": "true"}, "Your email address is not confirmed"),
    ({"email": "nobody@example.org"}, "There is no account for you"),
    ({"email": None}, "There is no account for you"),
]


@pytest.mark.usefixtures("ana")
def test_who_is_not_known_is_told_what_to_do(
    client: httpx.Client, provider: IdentityProvider, database: Database
) -> None:
    for changed, text in UNKNOWN:
        provider.person = {**ANA, **changed}
        answer = come(client, provider)
        assert (answer.status_code, text in answer.text) == (403, True), changed
    assert (has_nobody_signed_in(database), actions(database)) == (True, [])


def test_an_address_that_was_given_to_somebody_else_opens_nothing_nor_does_a_disabled_account(
    client: httpx.Client, provider: IdentityProvider, ana: User, app: FastAPI, database: Database
) -> None:
    come(client, provider)
    add_person(database, "boss@example.org", ADMIN)
    with browser(app) as other:
        provider.person["sub"] = "subject-2"
        assert "belongs to somebody else" in come(other, provider).text
        with database.write() as session:
            disable(session, ana.id, actor=OPERATOR, now=NOON)
        assert "belongs to somebody else" in come(other, provider).text, "as before it was disabled"
        provider.person["sub"] = "subject-1"
        assert "Your account in Bilten is disabled" in come(other, provider).text
    assert has_nobody_signed_in(database)


@pytest.mark.parametrize("more", [{}, {"roles_claim": "groups", "roles": "press=author"}])
def test_of_whose_account_it_would_be_nothing_is_told_before_the_address_is_proven(
    client: httpx.Client, provider: IdentityProvider, ana: User, database: Database
) -> None:
    """Not whether there is one, nor that it is disabled."""
    add_person(database, "boss@example.org", ADMIN)

    def answers() -> set[str]:
        addresses = ("ana@example.org", "eva@example.org")
        return {come_as(address, is_verified=False).text.replace(address, "") for address in addresses}

    def come_as(address: str, *, is_verified: bool) -> httpx.Response:
        provider.person = {**ANA, "groups": ["press"], "email": address, "email_verified": is_verified}
        return come(client, provider)

    enabled = answers()
    with database.write() as session:
        disable(session, ana.id, actor=OPERATOR, now=NOON)
    assert len(enabled | answers()) == 1
    assert "Your account in Bilten is disabled" in come_as("ana@example.org", is_verified=True).text
    assert (has_nobody_signed_in(database), len(people(database))) == (True, 2)


def test_ones_own_second_factor_is_asked_for_where_the_provider_does_not_vouch_for_one(
    client: httpx.Client, provider: IdentityProvider, ana: User, database: Database, settings: Settings
) -> None:
    give_factor(database, settings, ana)
    assert come(client, provider).headers["location"] == "/sign-in-code"
    assert has_nobody_signed_in(database)
    assert give_code(client, code(provider.clock)).headers["location"] == "/campaigns"


class TestSecondFactorAtTheProvider:
    @pytest.fixture
    def more(self) -> dict[str, Any]:
        return {"second_factor": "true", "second_factor_roles": "approver"}

    def prove(self, client: httpx.Client, provider: IdentityProvider) -> httpx.Response:
        return come(client, provider, start="/account/second-factor/single-sign-on")

    def test_it_counts_as_long_as_it_is_fresh_and_is_asked_for_again_there(
        self, client: httpx.Client, provider: IdentityProvider, ana: User, clock: StoppedClock, database: Database
    ) -> None:
        provider.person["auth_time"] = NOW
        assert come(client, provider).headers["location"] == "/campaigns"
        assert client.get("/campaigns").status_code == 200, "the role needs a second factor, and has one"
        clock.advance(hours=1)
        asked = post(client, "/exports", what="list:no", reason="r")
        assert ("Sign in with Orgid again" in asked.text, "second_factor_code" in asked.text) == (True, False)
        kept = hidden_in(asked)
        assert (kept["reason"], kept["second_factor_elsewhere"]) == ("r", "yes")
        again = client.post("/exports", data=kept)
        assert "You have not signed in with Orgid yet" in again.text
        late = self.prove(client, provider)
        assert (late.status_code, "could not be confirmed" in late.text) == (403, True), "nobody was asked there"
        assert (provider.asked["prompt"], provider.asked["max_age"]) == ("login", "0")
        provider.person["auth_time"] = int(clock.now().timestamp())
        done = self.prove(client, provider)
        assert done.headers["location"] == "/single-sign-on/done"
        assert "Close this tab" in client.get("/single-sign-on/done").text
        assert "Confirm that it is you" not in client.post("/exports", data=hidden_in(again)).text
        with database.read() as session:
            assert session.exec(select(StaffSession)).one().proved_at == clock.now()

    def test_somebody_elses_proof_or_another_session_is_none(
        self, client: httpx.Client, provider: IdentityProvider, ana: User, clock: StoppedClock, database: Database
    ) -> None:
        add_person(database, "bor@example.org", ADMIN)
        provider.person["auth_time"] = NOW
        come(client, provider)
        led = client.get("/account/second-factor/single-sign-on").headers["location"]
        client.cookies.delete("bilten-session")
        assert "started in another window" in client.get(provider.answer(led)).text
        come(client, provider)
        clock.advance(hours=1)
        provider.person |= {"sub": "subject-2", "email": "bor@example.org"}
        provider.person["auth_time"] = int(clock.now().timestamp())
        assert "with another account" in self.prove(client, provider).text
        assert "Confirm that it is you" in post(client, "/exports", what="list:no", reason="r").text
        assert actions(database)[-1] == "user.second_factor_refused"

    def test_a_sign_in_there_of_long_ago_or_of_no_known_time_is_stale_at_once(
        self, client: httpx.Client, provider: IdentityProvider, ana: User, app: FastAPI
    ) -> None:
        for at in (HOUR_AGO, None):
            provider.person["auth_time"] = at
            with browser(app) as other:
                come(other, provider)
                assert "Sign in with Orgid again" in post(other, "/exports", what="list:no", reason="r").text


class TestLocalAccountsClosed:
    @pytest.fixture
    def more(self) -> dict[str, Any]:
        return {"only": "true"}

    def test_no_password_and_no_passkey_is_offered_or_taken(
        self, client: httpx.Client, provider: IdentityProvider, ana: User, app: FastAPI, database: Database
    ) -> None:
        page = client.get("/sign-in").text
        offered = ("password" in page, "passkey" in page, "Sign in with Orgid" in page)
        assert offered == (False, False, True)
        token = hidden_in(client.get("/sign-in/made-up"))["form_token"]
        for path in ("/sign-in", "/sign-in-passkey", "/sign-in-passkey/question", "/forgotten-password"):
            fields = {"form_token": token, "address": "ana@example.org", "password": "correct horse battery"}
            answer = client.post(path, data=fields)
            assert (answer.status_code, "Everybody signs in with Orgid here" in answer.text) == (403, True), path
        assert client.get("/forgotten-password").headers["location"] == "/sign-in"
        over = client.get("/password/whatever").text
        assert ("Everybody signs in with Orgid here" in over, "orgotten" in over) == (True, False)
        assert (has_nobody_signed_in(database), actions(database)) == (True, [])

    def test_nobody_is_invited_by_password_and_nobody_changes_one(
        self, client: httpx.Client, provider: IdentityProvider, ana: User, database: Database
    ) -> None:
        with database.write() as session:
            session.get_one(User, ana.id).roles = ADMIN
        bor = add_person(database, "bor@example.org", ADMIN)
        come(client, provider)
        for path in ("/colleagues", "/new-colleague"):
            page = client.get(path).text
            assert ("bilten user add" in page, 'href="/new-colleague"' in page) == (True, False), path
        assert "password-link" not in client.get(f"/colleagues/{bor.id}").text
        assert 'name="present"' not in client.get("/account").text
        paths = ("/new-colleague", f"/colleagues/{bor.id}/password-link", "/account/password")
        assert [post(client, path).status_code for path in paths] == [403, 403, 403]

    def test_the_command_on_the_server_lets_one_in(
        self, client: httpx.Client, ana: User, database: Database, provider: IdentityProvider
    ) -> None:
        with database.write() as session:
            link = let_in(session, "ana@example.org", actor="cli", now=NOON).secret
        for secret, status in (("made-up", 403), (link, 303), (link, 403)):
            form = client.get(f"/sign-in/{secret}")
            fields = {"form_token": hidden_in(form)["form_token"], "address": "ana@example.org"}
            answer = client.post(f"/sign-in/{secret}", data=fields | {"password": "correct horse battery"})
            assert answer.status_code == status, (secret, answer.text)


def test_what_was_being_written_is_sent_after_a_sign_in_in_another_tab(
    client: httpx.Client, provider: IdentityProvider, ana: User
) -> None:
    come(client, provider)
    token = hidden_in(client.get("/account"))["form_token"]
    client.cookies.delete("bilten-session")
    fields = {"form_token": token, "name": "Ana Kos", "language": "en"}
    dialog = client.get("/sign-in", headers={"HX-Request": "true"})
    assert dialog.text.count(" autofocus") == 1, "its script puts the cursor there"
    over = client.post("/account/profile", data=fields, headers={"Origin": "http://127.0.0.1:8000"})
    assert 'href="/single-sign-on?tab=yes" target="_blank"' in over.text
    kept = {name: value for name, value in hidden_in(over).items() if name in ("carried", "next")}
    assert "You have not signed in with Orgid yet" in client.post(f"{START}/go-on", data=kept).text
    assert come(client, provider, start=f"{START}?tab=yes").headers["location"] == "/single-sign-on/done"
    again = client.post(f"{START}/go-on", data=kept)
    assert (again.status_code, hidden_in(again)["name"]) == (200, "Ana Kos")
    assert client.post(f"{START}/go-on", data=kept, headers={"Origin": "http://x.example"}).status_code == 403


def test_whoever_has_signed_out_here_may_be_led_to_sign_out_there(
    client: httpx.Client, provider: IdentityProvider, ana: User, app: FastAPI
) -> None:
    come(client, provider)
    out = post(client, "/sign-out")
    page = client.get(out.headers["location"])
    assert "you are still signed in there" in page.text
    path, token = "/single-sign-on/sign-out", hidden_in(page)["form_token"]
    assert client.get(path).status_code == 405
    assert client.post(path, data={"form_token": "0" * 64}).status_code == 403
    led = client.post(path, data={"form_token": token})
    address = led.headers["refresh"].removeprefix("0; url=")
    assert f'href="{escape(address)}"' in led.text
    assert address.startswith(f"{provider.issuer}/logout?")
    assert dict(parse_qsl(urlsplit(address).query)) == {
        "client_id": CLIENT, "post_logout_redirect_uri": "http://127.0.0.1:8000/sign-in", "ui_locales": "en"
    }  # fmt: skip
    assert "still signed in there" not in client.get("/sign-in").text


def test_where_the_provider_signs_nobody_out_it_is_not_offered(
    client: httpx.Client, provider: IdentityProvider, ana: User
) -> None:
    provider.details = {"end_session_endpoint": None}
    come(client, provider)
    page = client.get(post(client, "/sign-out").headers["location"])
    assert ("You are signed out" in page.text, "still signed in there" in page.text) == (True, False)
    token = hidden_in(page)["form_token"]
    assert client.post("/single-sign-on/sign-out", data={"form_token": token}).headers["location"] == "/sign-in"


def test_an_account_that_is_deleted_is_linked_no_more(
    client: httpx.Client, provider: IdentityProvider, ana: User, database: Database
) -> None:
    come(client, provider)
    with database.write() as session:
        delete_account(session, ana.id, actor=OPERATOR, now=NOON)
    with database.read() as session:
        assert session.exec(select(OidcIdentity)).first() is None
    assert sign_in(client).status_code == 403
