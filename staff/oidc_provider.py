"""OpenID Connect: what the identity provider says of itself (discovery), its keys (JWKS), and what it is asked.

Each call is bounded in time and size, follows no redirect, and is made with no transaction open. What it says of
itself is kept for an hour; keys are fetched anew for one that is not among them, at most once a minute. Where it
does not answer, nobody asks it again for some seconds: who floods the page to sign in holds up no thread.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import BoundedSemaphore, Lock
from typing import Any, NoReturn, TypeVar
from urllib.parse import quote, urlsplit

from core.errors import Unavailable
from core.logging import get_logger
from core.loopback import is_base_url
from core.outbound import HTTP_TOO, HTTPS, FetchFailed, OutboundClient
from core.public_addresses import is_public
from core.tls import own_authorities_too
from staff.oidc_settings import OidcSettings

KEPT_FOR = timedelta(hours=1)
KEYS_ANEW_AFTER = timedelta(minutes=1)
SILENT_FOR = timedelta(seconds=15)
MOST_BYTES = 300_000
CALLS_AT_ONCE = 4
"""For codes and userinfo, of one process: whoever comes while as many wait is asked to try again."""
WAITING_AT_MOST = 2.0
"""Seconds, for another thread that is asking."""
WELL_KNOWN = "/.well-known/openid-configuration"

Kept = TypeVar("Kept")
Json = Mapping[str, Any]


class ProviderRefused(Exception):
    """It answered, and said no, or nothing that can be believed."""


@dataclass(frozen=True, slots=True)
class ProviderDetails:
    """As discovery has it (OpenID Connect Discovery, 3)."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    end_session_endpoint: str
    names_itself: bool
    """In each answer (RFC 9207)."""
    takes_secret_in_form: bool
    """And not in a header."""


@dataclass
class _Memory:
    value: Any = None
    asked_at: datetime | None = None
    has_failed: bool = False

    def is_young(self, now: datetime, age: timedelta) -> bool:
        return self.asked_at is not None and timedelta(0) <= now - self.asked_at < age


@dataclass
class OidcProvider:
    """One a process; safe to share among threads. `client`: for tests."""

    settings: OidcSettings
    client: OutboundClient | None = None
    _details: _Memory = field(default_factory=_Memory)
    _keys: _Memory = field(default_factory=_Memory)
    _lock: Lock = field(default_factory=Lock)
    _calls: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(CALLS_AT_ONCE))

    def details(self, *, now: datetime) -> ProviderDetails:
        """Raises Unavailable."""
        details: ProviderDetails = self._kept(self._details, self._discover, KEPT_FOR, now=now)
        return details

    def keys(self, *, now: datetime, is_one_missing: bool = False) -> Json:
        """JWKS (RFC 7517, 5). `is_one_missing`: from the provider itself, unless it was just asked. Raises
        Unavailable."""
        uri = self.details(now=now).jwks_uri
        keys: Json = self._kept(
            self._keys, lambda: self._ask(uri), KEYS_ANEW_AFTER if is_one_missing else KEPT_FOR, now=now
        )
        return keys

    def exchange(self, code: str, verifier: str, redirect: str, *, now: datetime) -> Json:
        """The tokens for a code. Raises Unavailable, ProviderRefused."""
        details = self.details(now=now)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
            "code_verifier": verifier,
        }
        client_id, secret = self.settings.client_id, self.settings.client_secret.get_secret_value()
        headers: dict[str, str] = {}
        if secret and not details.takes_secret_in_form:
            # Both are encoded first (RFC 6749, 2.3.1).
            pair = f"{quote(client_id, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        else:
            form |= {"client_id": client_id} | ({"client_secret": secret} if secret else {})
        return self._ask_beside_others(details.token_endpoint, form, headers)

    def userinfo(self, access_token: str, *, now: datetime) -> Json:
        """Raises Unavailable, ProviderRefused."""
        endpoint = self.details(now=now).userinfo_endpoint
        if not endpoint:
            return {}
        return self._ask_beside_others(endpoint, None, {"Authorization": f"Bearer {access_token}"})

    def _ask_beside_others(self, url: str, form: Mapping[str, str] | None, headers: Mapping[str, str]) -> Json:
        """Bulkhead: a provider that hangs holds up a few threads at most, and no other page. Raises Unavailable,
        ProviderRefused."""
        if not self._calls.acquire(blocking=False):
            raise Unavailable("staff-oidc-unreachable", label=self.settings.label)
        try:
            return self._ask(url, form, headers)
        finally:
            self._calls.release()

    def _kept(self, memory: _Memory, fetch: Callable[[], Kept], age: timedelta, *, now: datetime) -> Kept:
        if not self._lock.acquire(timeout=WAITING_AT_MOST):
            raise Unavailable("staff-oidc-unreachable", label=self.settings.label)
        try:
            if memory.has_failed and memory.is_young(now, SILENT_FOR):
                raise Unavailable("staff-oidc-unreachable", label=self.settings.label)
            if memory.value is None or not memory.is_young(now, age):
                memory.asked_at, memory.has_failed = now, True
                memory.value = fetch()
            memory.has_failed = False
            value: Kept = memory.value
            return value
        except ProviderRefused as error:
            raise Unavailable("staff-oidc-unreachable", label=self.settings.label) from error
        finally:
            self._lock.release()

    def _discover(self) -> ProviderDetails:
        document = self._ask(self.settings.issuer.rstrip("/") + WELL_KNOWN)
        if document.get("issuer") != self.settings.issuer:
            # OpenID Connect Discovery, 4.3: else one provider could speak for another.
            self._refuse("issuer")
        methods = document.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        return ProviderDetails(
            authorization_endpoint=self._address(document, "authorization_endpoint"),
            token_endpoint=self._address(document, "token_endpoint"),
            jwks_uri=self._address(document, "jwks_uri"),
            userinfo_endpoint=self._address(document, "userinfo_endpoint", is_needed=False),
            end_session_endpoint=self._address(document, "end_session_endpoint", is_needed=False),
            names_itself=document.get("authorization_response_iss_parameter_supported") is True,
            takes_secret_in_form="client_secret_basic" not in methods and "client_secret_post" in methods,
        )

    def _address(self, document: Json, name: str, *, is_needed: bool = True) -> str:
        address = document.get(name)
        if address is None and not is_needed:
            return ""
        if not isinstance(address, str) or not is_base_url(address.partition("?")[0]):
            self._refuse(name)
        if urlsplit(address).scheme not in self._schemes:
            self._refuse(name)
        return address

    def _ask(
        self, url: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> Json:
        """Raises Unavailable where it does not answer, ProviderRefused."""
        headers = {**(headers or {}), "Accept": "application/json"}
        try:
            answer = self._client.call_once(
                url, form=form, schemes=self._schemes, at_most=MOST_BYTES, headers=headers
            )
        except FetchFailed as failed:
            get_logger(__name__).warning("oidc.not_reached", trouble=failed.trouble.value)
            raise Unavailable("staff-oidc-unreachable", label=self.settings.label) from failed
        except OSError as unreadable:
            get_logger(__name__).warning("oidc.not_reached", trouble="ca_file")
            raise Unavailable("staff-oidc-unreachable", label=self.settings.label) from unreadable
        try:
            document = json.loads(answer.body)
        except (ValueError, RecursionError):
            document = None
        if answer.status != 200 or answer.is_cut or answer.is_packed or not isinstance(document, dict):
            self._refuse(f"status {answer.status}")
        return dict(document)

    def _refuse(self, why: str) -> NoReturn:
        get_logger(__name__).warning("oidc.answer_refused", why=why)
        raise ProviderRefused(why)

    @property
    def _schemes(self) -> frozenset[str]:
        return HTTPS if self.settings.issuer.startswith("https:") else HTTP_TOO

    @property
    def _client(self) -> OutboundClient:
        """Raises OSError where the authorities of the operator's own cannot be read."""
        if self.client is None:
            # The operator has named it: at any port, and inside where the operator says so.
            may_connect = (lambda _: True) if self.settings.internal else is_public
            trust = own_authorities_too(self.settings.ca_file) if self.settings.ca_file else None
            agent = "Bilten/1 (signs in)"
            self.client = OutboundClient(may_connect=may_connect, any_port=True, trust=trust, user_agent=agent)
        return self.client
