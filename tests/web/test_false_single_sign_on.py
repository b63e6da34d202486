"""Single sign-on: no false token, no answer to somebody else and no unreliable provider lets anybody in."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

from core.db import Database
from staff.tables import User
from tests.conftest import NOON, StoppedClock
from tests.fakes.identity_provider import ANA, CLIENT, SECRET, IdentityProvider
from tests.web.browser import browser
from tests.web.test_single_sign_on import (
    START,
    come,
    database_url,
    has_nobody_signed_in,
    more,
    provider,
    settings,
)

__all__ = ["database_url", "more", "provider", "settings"]
NOW = int(NOON.timestamp())
Lie = Callable[[IdentityProvider], None]


def says(**changed: object) -> Lie:
    return lambda provider: provider.person.update(changed)


def signs(sign: Callable[[dict[str, Any]], str]) -> Lie:
    return lambda provider: setattr(provider, "sign", sign)


def without_signature(claims: dict[str, Any]) -> str:
    signed = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key("k" * 32))
    return f"eyJhbGciOiJub25lIn0.{signed.split('.')[1]}."


def by_the_secret(claims: dict[str, Any]) -> str:
    key = OctKey.import_key(SECRET.ljust(32))
    return jwt.encode({"alg": "HS256", "kid": "first"}, claims, key)


def by_a_key_of_the_same_name(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "ES256", "kid": "first"}, claims, ECKey.generate_key("P-256"))


LIES: dict[str, Lie] = {
    "another nonce": says(nonce="of another sign-in"),
    "no nonce": says(nonce=None),
    "for another client": says(aud="wiki"),
    "for several, and not ours": says(aud=["wiki", CLIENT], azp="wiki"),
    "another issuer": says(iss="https://id.example.net"),
    "no issuer": says(iss=None),
    "too old": says(exp=NOW - 300),
    "without an end": says(exp=None),
    "not yet good": says(nbf=NOW + 300),
    "nobody": says(sub=""),
    "no text": says(sub=7),
    "no signature": signs(without_signature),
    "signed with the client's secret": signs(by_the_secret),
    "signed with another key": signs(by_a_key_of_the_same_name),
    "no token": signs(lambda _: "x"),
}


@pytest.mark.usefixtures("ana")
def test_a_token_that_is_not_right_lets_nobody_in(
    app: FastAPI, provider: IdentityProvider, database: Database
) -> None:
    """Each from a source of its own: whoever tries ten has to wait."""
    for number, (name, lie) in enumerate(LIES.items(), 1):
        provider.person, provider.sign = dict(ANA), None
        lie(provider)
        with browser(app, source=f"198.51.{number}.1") as liar:
            answer = come(liar, provider)
        assert (answer.status_code, "could not be confirmed" in answer.text) == (403, True), name
    assert has_nobody_signed_in(database)
    provider.person, provider.sign = dict(ANA), None
    with browser(app) as other:
        assert come(other, provider).status_code == 303


@pytest.mark.usefixtures("ana")
def test_an_answer_counts_once_and_only_in_the_browser_that_asked(
    client: httpx.Client, provider: IdentityProvider, app: FastAPI, database: Database, clock: StoppedClock
) -> None:
    led = client.get(START).headers["location"]
    address = provider.answer(led)
    with browser(app) as victim:
        refused = victim.get(address)
        assert (refused.status_code, "started in another window" in refused.text) == (403, True)
        victim.get(START)
        assert "started in another window" in victim.get(address).text, "its own question was another one"
    assert has_nobody_signed_in(database)
    cookie = client.cookies["bilten-single-sign-on"]
    assert client.get(address).headers["location"] == "/campaigns"
    assert "bilten-single-sign-on" not in client.cookies
    assert client.get(address).status_code == 403
    client.cookies.set("bilten-single-sign-on", cookie, domain="127.0.0.1")
    assert "could not be confirmed" in client.get(address).text, "the provider knows the code no more"
    with browser(app) as slow:
        address = provider.answer(slow.get(START).headers["location"])
        clock.advance(minutes=16)
        assert "It took too long" in slow.get(address).text


def test_a_no_of_the_provider_and_the_answer_of_another_one_are_no_sign_in(
    client: httpx.Client, provider: IdentityProvider, ana: User, database: Database
) -> None:
    declined = come(client, provider, error="access_denied", error_description="<b>secret words</b>")
    assert "You did not sign in at Orgid" in declined.text
    assert "secret words" not in declined.text
    assert "Orgid did not sign you in" in come(client, provider, error="server_error").text
    assert "could not be confirmed" in come(client, provider, iss="https://id.example.net").text
    assert "could not be confirmed" in come(client, provider, code="made-up").text
    assert come(client, provider, iss=provider.issuer).status_code == 303


def test_who_presses_cancel_there_has_made_nothing_up(
    client: httpx.Client, provider: IdentityProvider, ana: User
) -> None:
    answers = [come(client, provider, error="access_denied").status_code for _ in range(11)]
    assert answers == [403] * 11
    assert come(client, provider).status_code == 303


def test_who_makes_answers_up_has_to_wait(
    client: httpx.Client, provider: IdentityProvider, ana: User, app: FastAPI
) -> None:
    answers = [come(client, provider, code="made-up").status_code for _ in range(11)]
    assert answers == [403] * 10 + [429]
    with browser(app, source="198.51.100.7") as other:
        assert come(other, provider).status_code == 303


USELESS: dict[str, dict[str, Any]] = {
    "of another": {"issuer": "https://id.example.net"},
    "no web address": {"token_endpoint": "file:///etc/passwd"},
    "without keys": {"jwks_uri": None},
    "with a password": {"authorization_endpoint": "https://user:word@id.example.org/"},
    "huge": {"padding": "x" * 300_000},
}


def test_a_provider_that_says_nothing_to_rely_on_is_not_asked_again_at_once(
    client: httpx.Client, provider: IdentityProvider, ana: User, clock: StoppedClock
) -> None:
    for number, (name, details) in enumerate(USELESS.items(), 1):
        provider.details = details
        for _ in range(3):
            answer = client.get(START)
            assert (answer.status_code, "Orgid does not answer" in answer.text) == (503, True), name
        assert len(provider.site.asked) == number, name
        clock.advance(seconds=15)
    provider.details = {}
    assert come(client, provider).status_code == 303


def test_new_keys_are_fetched_when_one_is_missing_but_not_for_everybody_who_says_so(
    client: httpx.Client, provider: IdentityProvider, ana: User, clock: StoppedClock
) -> None:
    assert come(client, provider).status_code == 303
    provider.key = ECKey.generate_key("P-256", {"kid": "second"})
    clock.advance(minutes=1)
    assert come(client, provider).status_code == 303
    provider.public_keys = [provider.key.as_dict(private=False), {"kty": "OKP", "crv": "unheard of"}]
    provider.key = ECKey.generate_key("P-256", {"kid": "unknown"})
    for _ in range(3):
        assert "could not be confirmed" in come(client, provider).text
    assert provider.site.paths.count("GET /realms/org/keys") == 2
    assert provider.site.paths.count("GET /realms/org/.well-known/openid-configuration") == 1


def test_another_website_cannot_start_it(client: httpx.Client, provider: IdentityProvider) -> None:
    led = client.get(START, headers={"Sec-Fetch-Site": "cross-site"})
    assert (led.headers["location"], "set-cookie" in led.headers) == ("/sign-in", False)


def test_the_answer_to_one_tab_leaves_the_question_of_the_other(
    client: httpx.Client, provider: IdentityProvider, ana: User
) -> None:
    first, second = (client.get(START).headers["location"] for _ in range(2))
    assert client.get(provider.answer(first)).status_code == 403
    assert client.get(provider.answer(second)).status_code == 303
