"""Account linking: whose account an identity of the identity provider is (OpenID Connect, ADR 95).

It is known by issuer and subject (OpenID Connect Core, 5.7), never by an address, which is given to others in
time; only the first time, an address that the provider has verified finds the account that is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, delete, select

from core.db import NUMBERED_ONCE, BigId, UtcDateTime
from core.errors import NotAllowed
from staff import audit
from staff.oidc_settings import OidcSettings
from staff.tables import Role, User
from staff.users import find_user, get_user

MAX_ISSUER = 400
MAX_SUBJECT = 255
"""OpenID Connect Core, 2: a subject has at most 255 characters."""


class OidcIdentity(SQLModel, table=True):
    """That somebody signs in here as who they are at the identity provider."""

    __tablename__ = "staff_oidc_identity"

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", ondelete="CASCADE", index=True, sa_type=BigId)
    issuer: str = Field(max_length=MAX_ISSUER)
    subject: str = Field(max_length=MAX_SUBJECT)
    """As the issuer calls them: the same for good, and nobody else's."""
    linked_at: datetime = Field(sa_type=UtcDateTime)

    __table_args__ = (UniqueConstraint("issuer", "subject"), UniqueConstraint("issuer", "user_id"), NUMBERED_ONCE)


@dataclass(frozen=True, slots=True)
class ProvenPart:
    """What a verified id_token, and the userinfo beside it, say of somebody."""

    issuer: str
    subject: str
    email: str
    is_email_verified: bool
    name: str
    language: str
    roles: frozenset[Role] | None
    """None: roles are given here, by people."""
    authenticated_at: datetime | None
    """When they last proved at the provider who they are."""

    @property
    def has_unverified_address(self) -> bool:
        """Then nobody is found by it, and no account is made: whoever has that mailbox could ask for a link for a
        new password, and be who was let in here."""
        return bool(self.email) and not self.is_email_verified


def proven_part(claims: Mapping[str, Any], settings: OidcSettings, *, at: datetime | None) -> ProvenPart:
    email = claims.get("email")
    name = claims.get("name") or claims.get("preferred_username")
    return ProvenPart(
        issuer=settings.issuer,
        subject=str(claims["sub"]),
        email=email if isinstance(email, str) else "",
        is_email_verified=claims.get("email_verified", settings.addresses_verified) is True,
        name=name if isinstance(name, str) else "",
        language=str(claims.get("locale") or "")[:2].lower(),
        roles=_roles(claims, settings) if settings.roles_claim else None,
        authenticated_at=at,
    )


def _roles(claims: Mapping[str, Any], settings: OidcSettings) -> frozenset[Role]:
    known = settings.roles_by_value
    values = claim_values(claims, settings.roles_claim)
    return frozenset[Role]().union(*(known.get(value, frozenset()) for value in values))


def claim_values(claims: Mapping[str, Any], name: str) -> list[str]:
    """Of a claim by its whole name, which may have points, or by a path of names with points between them."""
    value: Any = claims.get(name)
    if value is None:
        value = claims
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]


def find_linked(session: Session, issuer: str, subject: str) -> int | None:
    """The number of their account."""
    is_it = (col(OidcIdentity.issuer) == issuer, col(OidcIdentity.subject) == subject)
    return session.exec(select(OidcIdentity.user_id).where(*is_it)).one_or_none()


def account_of(session: Session, proven: ProvenPart, *, now: datetime) -> User | None:
    """The first time, their account is linked; None where they have none yet. Raises NotAllowed where an address
    is not proven to be theirs, in the same words whether it is somebody's here; and where the account is disabled,
    which only its owner is told."""
    linked = find_linked(session, proven.issuer, proven.subject)
    if linked is not None:
        return expect_enabled(get_user(session, linked))
    if proven.has_unverified_address:
        raise NotAllowed("staff-oidc-address-unverified")
    user = find_user(session, proven.email)
    if user is None:
        return None
    if is_linked(session, user.id, proven.issuer):
        # The provider has given the address to somebody else since: it is not that person's account here.
        raise NotAllowed("staff-oidc-address-taken")
    link_account(session, expect_enabled(user), proven, now=now)
    return user


def expect_enabled(user: User) -> User:
    """Raises NotAllowed."""
    if user.disabled_at is not None:
        raise NotAllowed("staff-oidc-disabled")
    return user


def link_account(session: Session, user: User, proven: ProvenPart, *, now: datetime) -> None:
    session.add(OidcIdentity(user_id=user.id, issuer=proven.issuer, subject=proven.subject, linked_at=now))
    session.flush()
    name = audit.actor_of(user)
    audit.record(session, actor=name, action="user.oidc_linked", subject=name, now=now)


def is_linked(session: Session, user_id: int, issuer: str) -> bool:
    is_it = (col(OidcIdentity.issuer) == issuer, col(OidcIdentity.user_id) == user_id)
    return session.exec(select(OidcIdentity.id).where(*is_it)).first() is not None


def forget_identities(session: Session, user_id: int) -> None:
    session.exec(delete(OidcIdentity).where(col(OidcIdentity.user_id) == user_id))
