"""An identity provider on this machine (OpenID Connect): signs people in, and lies where a test says so."""

import hashlib
import json
import secrets
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey

from tests.conftest import StoppedClock
from tests.fakes.far_site import Asked, FarSite, Reply, far_site

CLIENT, SECRET = "bilten", "a secret of the client"
ANA: Mapping[str, Any] = {
    "sub": "subject-1",
    "email": "ana@example.org",
    "email_verified": True,
    "name": "Ana Kos",
}
JSON = {"Content-Type": "application/json"}
Sign = Callable[[dict[str, Any]], str]


@dataclass
class IdentityProvider:
    clock: StoppedClock
    site: FarSite = field(default_factory=FarSite)
    person: dict[str, Any] = field(default_factory=lambda: dict(ANA))
    """Who is signed in there: the claims that the token has."""
    userinfo: dict[str, Any] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    """Of discovery, in place of what is true."""
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "first"}))
    public_keys: list[dict[str, Any]] = field(default_factory=list)
    sign: Sign | None = None
    asked: dict[str, str] = field(default_factory=dict)
    """The last question that a browser brought."""
    signed_out: list[str] = field(default_factory=list)
    """By which client somebody was sent here to be signed out."""
    is_asking: bool = False
    """It shows a page with a button, as providers do."""
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        return self.site.url("127.0.0.1", "/realms/org")

    def variables(self, **more: object) -> dict[str, Any]:
        """The settings of who signs in here."""
        own = {"issuer": self.issuer, "client_id": CLIENT, "client_secret": SECRET, "label": "Orgid"}
        return {f"oidc_{name}": value for name, value in {**own, "internal": "true", **more}.items()}

    def answer(self, request: str, **changed: str) -> str:
        """Where it sends the browser that came with this question: our path, with the query."""
        self.asked = dict(parse_qsl(urlsplit(request).query))
        code = secrets.token_urlsafe(12)
        self._codes[code] = self.asked
        back = urlsplit(self.asked["redirect_uri"])
        return f"{back.path}?{urlencode({'code': code, 'state': self.asked['state'], **changed})}"

    def token(self, claims: dict[str, Any]) -> str:
        if self.sign is not None:
            return self.sign(claims)
        return jwt.encode({"alg": "ES256", "kid": self.key.kid}, claims, self.key)

    def reply(self, asked: Asked) -> Reply:
        path = asked.path.partition("?")[0].removeprefix("/realms/org")
        answers: dict[str, Callable[[], Reply]] = {
            "/.well-known/openid-configuration": lambda: _json(self._discovery() | self.details),
            "/keys": lambda: _json({"keys": self.public_keys or [self.key.as_dict(private=False)]}),
            "/authorize": lambda: self._authorize(asked),
            "/token": lambda: self._exchange(asked),
            "/logout": lambda: self._sign_out(asked),
            "/userinfo": lambda: _json(self.userinfo or {"sub": self.person["sub"]}),
            "/moved": lambda: Reply(307, {"Location": f"{self.issuer}/token"}),
        }
        return answers.get(path, lambda: Reply(404))()

    def _discovery(self) -> dict[str, Any]:
        names = (
            *("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"),
            "end_session_endpoint",
        )
        paths = ("authorize", "token", "keys", "userinfo", "logout")
        ends = {name: f"{self.issuer}/{path}" for name, path in zip(names, paths, strict=True)}
        return {"issuer": self.issuer, "authorization_response_iss_parameter_supported": False, **ends}

    def _authorize(self, asked: Asked) -> Reply:
        question = dict(parse_qsl(urlsplit(asked.path).query))
        if asked.method == "GET" and self.is_asking:
            form = f'<form method="post" action="{escape(asked.path)}"><button>Sign in at Orgid</button></form>'
            return Reply(200, {"Content-Type": "text/html"}, f"<!doctype html><title>Orgid</title>{form}".encode())
        origin = question["redirect_uri"].removesuffix(urlsplit(question["redirect_uri"]).path)
        return Reply(303, {"Location": origin + self.answer(asked.path)})

    def _sign_out(self, asked: Asked) -> Reply:
        """OpenID Connect RP-Initiated Logout 1.0."""
        request = dict(parse_qsl(urlsplit(asked.path).query))
        self.signed_out.append(request["client_id"])
        return Reply(303, {"Location": request["post_logout_redirect_uri"]})

    def _exchange(self, asked: Asked) -> Reply:
        form = dict(parse_qsl(asked.body.decode()))
        question = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        pair = b64decode(asked.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        is_client = pair == f"{CLIENT}:{SECRET.replace(' ', '%20')}"
        if question is None or question["code_challenge"] != challenge or not is_client:
            return _json({"error": "invalid_grant"}, 400)
        now = int(self.clock.now().timestamp())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": question["nonce"]}
        return _json({"access_token": "at", "token_type": "Bearer", "id_token": self.token(claims | self.person)})


@contextmanager
def identity_provider(clock: StoppedClock) -> Iterator[IdentityProvider]:
    provider = IdentityProvider(clock)
    with far_site(provider.reply) as site:
        provider.site = site
        yield provider


def _json(value: object, status: int = 200) -> Reply:
    return Reply(status, JSON, json.dumps(value).encode())
