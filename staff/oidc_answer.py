"""ID token validation (OpenID Connect Core, 3.1.3.7): what the identity provider answered, if it can be believed.

Signatures and claims are checked by joserfc and Authlib; what they leave to us is: only algorithms with a public
key, a set of keys that is fetched anew for one that is not in it, the moment of a proof, and userinfo of the same
person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from core.errors import NotAllowed
from core.logging import get_logger
from staff.oidc_identity import MAX_SUBJECT, ProvenPart, claim_values, proven_part
from staff.oidc_provider import Json, OidcProvider, ProviderRefused
from staff.oidc_request import OidcRequest

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""With a public key: whoever knows the client's secret, or none, can sign nothing."""
LEEWAY = timedelta(minutes=2)
"""Clocks of two machines differ."""
REFUSED = "staff-oidc-refused"
"""What came back is not to be believed: whoever makes such answers up has to wait."""
_KEY_TYPES = ("RSA", "EC")
_CANCELLED = "access_denied"
"""RFC 6749, 4.1.2.1: somebody pressed Cancel, or may not use us."""


class IdTokenRefused(Exception):
    pass


@dataclass(frozen=True, slots=True)
class OidcAnswer:
    """What came with the browser, as it stood in the address."""

    fields: Mapping[str, str]
    redirect: str
    """Where it came to: the same address as in the question."""


def read_answer(provider: OidcProvider, asked: OidcRequest, answer: OidcAnswer, *, now: datetime) -> ProvenPart:
    """With no transaction open. Raises NotAllowed, Unavailable."""
    settings, fields = provider.settings, answer.fields
    try:
        _expect_code(provider, asked, fields, now=now)
        tokens = provider.exchange(fields["code"], asked.verifier, answer.redirect, now=now)
        claims = check_id_token(provider, tokens, asked.nonce, now=now)
        at = _authenticated_at(claims)
        if asked.is_proof and (at is None or at < asked.asked_at - LEEWAY):
            raise IdTokenRefused("auth_time")
        return proven_part(_with_userinfo(provider, claims, tokens, now=now), settings, at=at)
    except (ProviderRefused, IdTokenRefused) as error:
        get_logger(__name__).warning("oidc.answer_refused", why=str(error))
        raise NotAllowed(REFUSED, label=settings.label) from error


def _expect_code(provider: OidcProvider, asked: OidcRequest, fields: Mapping[str, str], *, now: datetime) -> None:
    """Raises NotAllowed where somebody said no there; IdTokenRefused for a mix-up of providers (RFC 9207)."""
    issuer, sent = provider.settings.issuer, fields.get("iss")
    needs_name = provider.details(now=now).names_itself
    if asked.issuer != issuer or (sent is None and needs_name) or sent not in (None, issuer):
        raise IdTokenRefused("iss of the answer")
    if "error" in fields:
        get_logger(__name__).info("oidc.declined", why=fields["error"][:60])
        code = "staff-oidc-cancelled" if fields["error"] == _CANCELLED else "staff-oidc-declined"
        raise NotAllowed(code, label=provider.settings.label)
    if not fields.get("code"):
        raise IdTokenRefused("code")


def check_id_token(provider: OidcProvider, tokens: Json, nonce: str, *, now: datetime) -> dict[str, Any]:
    """The claims. Raises IdTokenRefused, Unavailable, ProviderRefused."""
    from authlib.oidc.core import CodeIDToken
    from joserfc.errors import JoseError

    settings, id_token = provider.settings, tokens.get("id_token")
    if not isinstance(id_token, str):
        raise IdTokenRefused("id_token")
    try:
        token = _decode(provider, id_token, now=now)
        claims = CodeIDToken(
            token.claims,
            token.header,
            options={
                "iss": {"essential": True, "value": settings.issuer},
                "aud": {"essential": True, "value": settings.client_id},
            },
            params={
                "nonce": nonce,
                "client_id": settings.client_id,
                "access_token": tokens.get("access_token"),
            },
        )
        claims.validate(now=int(now.timestamp()), leeway=int(LEEWAY.total_seconds()))
    except (JoseError, ValueError, TypeError) as error:
        raise IdTokenRefused(type(error).__name__ + f" {error}"[:80]) from error
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= MAX_SUBJECT or not subject.isprintable():
        raise IdTokenRefused("sub")
    return dict(claims)


def _decode(provider: OidcProvider, id_token: str, *, now: datetime) -> Any:
    from joserfc import jwt
    from joserfc.errors import InvalidKeyIdError

    try:
        return jwt.decode(id_token, _key_set(provider.keys(now=now)), algorithms=ALGORITHMS)
    except InvalidKeyIdError:
        keys = provider.keys(now=now, is_one_missing=True)
        return jwt.decode(id_token, _key_set(keys), algorithms=ALGORITHMS)


def _key_set(jwks: Json) -> Any:
    """Those that sign: a set may have others beside them, also of kinds that nobody here knows."""
    from joserfc.jwk import KeySet

    keys = jwks.get("keys")
    signing = [
        key
        for key in (keys if isinstance(keys, list) else [])
        if isinstance(key, dict) and key.get("kty") in _KEY_TYPES and key.get("use", "sig") == "sig"
    ]
    return KeySet.import_key_set({"keys": signing})


def _authenticated_at(claims: Mapping[str, Any]) -> datetime | None:
    at = claims.get("auth_time")
    try:
        return datetime.fromtimestamp(at, UTC) if isinstance(at, (int, float)) and at > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def _with_userinfo(
    provider: OidcProvider, claims: dict[str, Any], tokens: Json, *, now: datetime
) -> dict[str, Any]:
    """Many a provider says there what it leaves out of the token (OpenID Connect Core, 5.4). What the token says
    counts first. Raises IdTokenRefused where it is of somebody else."""
    roles_claim, access_token = provider.settings.roles_claim, tokens.get("access_token")
    is_whole = "email" in claims and (not roles_claim or claim_values(claims, roles_claim))
    if (
        is_whole
        or not isinstance(access_token, str)
        or not (access_token.isascii() and access_token.isprintable())
    ):
        return claims
    try:
        userinfo = provider.userinfo(access_token, now=now)
    except ProviderRefused:
        return claims
    if userinfo and userinfo.get("sub") != claims["sub"]:
        raise IdTokenRefused("sub of userinfo")
    # An address, and whether it is verified, are said together or not at all: neither vouches for the other's.
    if "email" in claims:
        return {**_without_address(userinfo), **claims}
    return {**userinfo, **_without_address(claims)}


def _without_address(claims: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in claims.items() if name not in ("email", "email_verified")}
