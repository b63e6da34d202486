"""Single sign-on below its pages: settings, claims, the provider's network, and accounts on either database."""

import json
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import Secret, SecretStr, ValidationError
from sqlmodel import col, select

from core.db import Database
from core.errors import NotAllowed, Unavailable
from core.outbound import FetchFailed, OutboundClient, Trouble
from staff.oidc_answer import OidcAnswer
from staff.oidc_identity import OidcIdentity, claim_values, proven_part
from staff.oidc_provider import CALLS_AT_ONCE, OidcProvider
from staff.oidc_request import address_of_request, new_request
from staff.oidc_settings import OidcSettings
from staff.oidc_sign_in import OidcContext, OidcCredentials, OidcResult, sign_in_with_oidc
from staff.sign_in_guard import SignInGuard
from staff.tables import Role, StaffSession, User
from tests.conftest import NOON, StoppedClock
from tests.fakes.dns import FakeDns
from tests.fakes.far_site import Asked, Reply, certificate_for, far_site
from tests.fakes.identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider
from tests.people_roles import ADMIN

REDIRECT = "https://bulletin.example.org/single-sign-on/back"


@pytest.fixture
def there(clock: StoppedClock) -> Iterator[IdentityProvider]:
    with identity_provider(clock) as provider:
        yield provider


def settings_of(there: IdentityProvider, **more: Any) -> OidcSettings:
    own = {"issuer": there.issuer, "client_id": CLIENT, "client_secret": SecretStr(SECRET), "internal": True}
    return OidcSettings(**{**own, **more})


def come(database: Database, provider: OidcProvider, there: IdentityProvider) -> OidcResult:
    """As the pages do: the question, the provider's answer, and what is told of it."""
    results: list[OidcResult] = []
    context = OidcContext(
        database,
        SignInGuard(),
        provider,
        timedelta(hours=12),
        timedelta(hours=1),
        lambda _, came: results.append(came),
    )
    asked = new_request(issuer=there.issuer, next_page="/news", session_secret=None, now=NOON)
    details = provider.details(now=NOON)
    address = address_of_request(asked, details, provider.settings, redirect=REDIRECT, language="en")
    fields = dict(parse_qsl(urlsplit(there.answer(address)).query))
    who = OidcCredentials(asked, OidcAnswer(fields, REDIRECT), "192.0.2.1", "en")
    sign_in_with_oidc(context, who, now=NOON)
    return results[0]


def test_an_account_is_made_once_follows_its_claim_and_the_last_administrator_stays(
    database: Database, there: IdentityProvider
) -> None:
    provider = OidcProvider(settings_of(there, roles_claim="groups", roles="it=admin;cn=press,ou=x=author"))
    there.person |= {"groups": ["it"], "name": "\u200fEva\n\u202eKos\x07 "}
    first = come(database, provider, there)
    assert (first.is_added, first.user.roles, first.user.name) == (True, ADMIN, "\u200fEva Kos")
    there.person["groups"] = ["cn=press,ou=x"]
    second = come(database, provider, there)
    assert (second.is_added, second.is_raised, second.user.id) == (False, False, first.user.id)
    with database.read() as session:
        assert session.exec(select(User)).one().roles == {Role.ADMIN, Role.AUTHOR}
        assert session.exec(select(OidcIdentity)).one().subject == there.person["sub"]
    there.person["groups"] = "nothing that is known"
    assert come(database, provider, there).user.roles == {Role.ADMIN, Role.AUTHOR}, "somebody has to get in"


def test_of_two_administrators_whose_roles_are_taken_at_the_provider_the_last_to_come_gets_in(
    database: Database, there: IdentityProvider
) -> None:
    """Else each would be kept out for the other's sake, who is as much out."""
    provider = OidcProvider(settings_of(there, roles_claim="groups", roles="it=admin"))
    ana, eva = there.person | {"groups": ["it"]}, {"sub": "s-9", "email": "eva@example.org", "groups": ["it"]}
    for person in (ana, there.person | eva):
        there.person = {**person}
        come(database, provider, there)
    for person, is_in in ((ana, False), (ana, False), (there.person | eva, True)):
        there.person = {**person, "groups": []}
        with nullcontext() if is_in else pytest.raises(NotAllowed, match="staff-oidc-no-role"):
            come(database, provider, there)
    with database.read() as session:
        roles = [user.roles for user in session.exec(select(User).order_by(col(User.id)))]
        assert roles == [frozenset({Role.VIEWER}), ADMIN], "by a password, too"
        assert len(session.exec(select(StaffSession)).all()) == 2, "of the one who is in"


def test_the_secret_goes_nowhere_else_and_where_the_provider_wants_it(
    there: IdentityProvider, clock: StoppedClock
) -> None:
    there.details = {"token_endpoint": f"{there.issuer}/moved"}
    with pytest.raises(Exception, match="status 307"):
        OidcProvider(settings_of(there)).exchange("code", "verifier", REDIRECT, now=NOON)
    assert "POST /realms/org/token" not in there.site.paths
    there.details = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    with pytest.raises(Exception, match="status 400"):
        OidcProvider(settings_of(there)).exchange("code", "verifier", REDIRECT, now=NOON)
    asked = there.site.asked[-1]
    assert ("Authorization" in asked.headers, b"client_secret=a+secret" in asked.body) == (False, True)


def test_an_inner_address_is_asked_only_where_the_operator_says_so(there: IdentityProvider) -> None:
    with pytest.raises(Unavailable, match="staff-oidc-unreachable"):
        OidcProvider(settings_of(there, internal=False)).details(now=NOON)
    assert there.site.asked == []


def test_an_authority_of_the_operators_own_is_trusted_where_its_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows, _ = certificate_for("id.example.org", tmp_path)
    dns = FakeDns({"id.example.org": [["127.0.0.1"]]})
    monkeypatch.setattr("staff.oidc_provider.OutboundClient", partial(OutboundClient, dns=dns))

    def reply(asked: Asked) -> Reply:
        ends = {name: f"{issuer}/{name}" for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
        return Reply(200, {"Content-Type": "application/json"}, json.dumps({"issuer": issuer, **ends}).encode())

    def why_away(ca_file: Path | str) -> BaseException | None:
        own = OidcSettings(issuer=issuer, client_id=CLIENT, internal=True, ca_file=str(ca_file))
        with pytest.raises(Unavailable) as away:
            OidcProvider(own).details(now=NOON)
        return away.value.__cause__

    with far_site(reply, tls=shows) as site:
        issuer = site.url("id.example.org", "", scheme="https")
        ours = OidcSettings(issuer=issuer, client_id=CLIENT, internal=True, ca_file=str(tmp_path / "site.pem"))
        assert OidcProvider(ours).details(now=NOON).jwks_uri == f"{issuer}/jwks_uri"
        unknown = why_away("")
        assert isinstance(unknown, FetchFailed)
        assert unknown.trouble is Trouble.NOT_TRUSTED
        (tmp_path / "empty.pem").write_text("no certificate")
        for wrong in (tmp_path / "empty.pem", tmp_path / "nothing.pem"):
            assert isinstance(why_away(wrong), OSError)


@pytest.mark.parametrize(
    ("claims", "name", "values"),
    [
        ({"groups": ["a", 7, "b"]}, "groups", ["a", "b"]),
        ({"role": "a"}, "role", ["a"]),
        ({"https://example.org/roles": ["a"]}, "https://example.org/roles", ["a"]),
        ({"realm_access": {"roles": ["a"]}}, "realm_access.roles", ["a"]),
        ({"realm_access": "a"}, "realm_access.roles", []),
        ({"groups": {"a": 1}}, "groups", []),
        ({}, "groups", []),
    ],
)
def test_a_claim_is_found_by_its_name_or_by_a_path(claims: dict[str, Any], name: str, values: list[str]) -> None:
    assert claim_values(claims, name) == values


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "http://id.example.org"},
        {"issuer": "https://id.example.org?x=1"},
        {"issuer": "https://id.example.org"},
        {"only": "true"},
        {"label": "x" * 41},
        {"scopes": "email"},
        {"roles_claim": "groups"},
        {"roles": "press=author"},
        {"roles_claim": "groups", "roles": "press=editor"},
        {"roles_claim": "groups", "roles": "author"},
        {"roles_claim": "groups", "roles": "press="},
    ],
)
def test_settings_that_let_nobody_in_or_the_wrong_people_are_refused_at_the_start(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        OidcSettings.read({f"oidc_{name}": Secret(value) for name, value in wrong.items()})


def test_in_production_the_provider_speaks_https() -> None:
    settings = OidcSettings(issuer="http://localhost:8080/realms/x", client_id="bilten")
    with pytest.raises(ValueError, match="must be https"):
        settings.refuse_unsafe()


def test_a_provider_that_hangs_holds_up_a_few_threads_and_the_next_is_asked_to_try_again(
    there: IdentityProvider,
) -> None:
    provider = OidcProvider(settings_of(there))
    for _ in range(CALLS_AT_ONCE):
        assert provider._calls.acquire(blocking=False)
    with pytest.raises(Unavailable):
        provider.exchange("code", "verifier", REDIRECT, now=NOON)


@pytest.mark.parametrize(("claims", "is_verified"), [({}, True), ({"email_verified": False}, False)])
def test_where_the_operator_vouches_for_addresses_a_no_of_the_provider_counts(
    there: IdentityProvider, claims: dict[str, Any], is_verified: bool
) -> None:
    settings = settings_of(there, addresses_verified=True)
    proven = proven_part({"sub": "1", "email": "nov@example.org", **claims}, settings, at=None)
    assert proven.is_email_verified is is_verified
