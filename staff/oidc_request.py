"""Authorization code flow (OAuth 2.0, RFC 6749, 4.1) with PKCE (RFC 7636), state and nonce: the question that a
browser takes to the identity provider.

What it takes along is in a cookie of that browser alone, signed: nothing is kept here, so that nobody can fill
anything up. The provider's answer counts only in the browser that has the cookie (login CSRF), and a code only
once.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.errors import NotAllowed
from core.signing import Signer, TokenRefused
from staff.oidc_provider import ProviderDetails
from staff.oidc_settings import OidcSettings
from staff.secret_hash import secret_hash

REQUEST_LIFETIME = timedelta(minutes=15)
_PURPOSE = "oidc_request"


@dataclass(frozen=True, slots=True)
class OidcRequest:
    state: str
    nonce: str
    verifier: str
    next_page: str
    session_mark: str
    """Of the session in which somebody proves again who they are; empty at a sign-in."""
    issuer: str
    asked_at: datetime
    """To the second."""

    @property
    def is_proof(self) -> bool:
        return bool(self.session_mark)


def new_request(*, issuer: str, next_page: str, session_secret: str | None, now: datetime) -> OidcRequest:
    """`session_secret`: of the session that is to have a new proof."""
    mark = session_mark(session_secret) if session_secret else ""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    return OidcRequest(state, nonce, verifier, next_page, mark, issuer, now)


def session_mark(secret: str) -> str:
    return secret_hash(secret)[:32]


def sign_request(signer: Signer, asked: OidcRequest) -> str:
    payload = [asked.state, asked.nonce, asked.verifier, asked.next_page, asked.session_mark, asked.issuer]
    return signer.sign(_PURPOSE, payload, expires_at=asked.asked_at + REQUEST_LIFETIME)


def read_request(signer: Signer, token: str | None, answer: Mapping[str, str], *, now: datetime) -> OidcRequest:
    """What this browser asked, if `answer` is to that. Raises NotAllowed."""
    try:
        opened = signer.open(_PURPOSE, token or "", now=now)
    except TokenRefused as error:
        raise NotAllowed("staff-oidc-out-of-date") from error
    state, nonce, verifier, next_page, mark, issuer = opened.payload
    asked_at = opened.expires_at - REQUEST_LIFETIME
    asked = OidcRequest(state, nonce, verifier, next_page, mark, issuer, asked_at)
    if not secrets.compare_digest(asked.state.encode(), answer.get("state", "").encode()):
        raise NotAllowed("staff-oidc-out-of-date")
    return asked


def address_of_request(
    asked: OidcRequest, details: ProviderDetails, settings: OidcSettings, *, redirect: str, language: str
) -> str:
    """Where the browser is sent. For a proof, the provider is to ask again, whoever is signed in there."""
    from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
    from authlib.oauth2.rfc7636 import create_s256_code_challenge

    again = {"prompt": "login", "max_age": "0"} if asked.is_proof else {}
    address: str = prepare_grant_uri(
        details.authorization_endpoint,
        settings.client_id,
        "code",
        redirect_uri=redirect,
        scope=settings.scopes,
        state=asked.state,
        nonce=asked.nonce,
        code_challenge=create_s256_code_challenge(asked.verifier),
        code_challenge_method="S256",
        ui_locales=language,
        **again,
    )
    return address


def address_of_sign_out(details: ProviderDetails, settings: OidcSettings, *, back: str, language: str) -> str:
    """Where a browser is sent to be signed out there, too (OpenID Connect RP-Initiated Logout 1.0, 2). We are
    named by our id, for no token is kept that could say whose session it is. Empty where it is not offered."""
    from authlib.common.urls import add_params_to_uri

    if not details.end_session_endpoint:
        return ""
    params = {"client_id": settings.client_id, "post_logout_redirect_uri": back, "ui_locales": language}
    address: str = add_params_to_uri(details.end_session_endpoint, list(params.items()))
    return address
