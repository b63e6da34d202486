"""Rows of the staff room."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from core.encrypted_columns import EncryptedTextType
from core.enum_set import EnumSetText


class Role(StrEnum):
    """What somebody does here; a person has one or several. What each may is in `staff.roles`."""

    AUTHOR = "author"
    """Writes news and campaigns, submits them."""
    APPROVER = "approver"
    """Says yes to what others wrote, or sends it back."""
    SENDER = "sender"
    """Schedules and sends what is approved, and does what subscribers ask for."""
    KEEPER = "keeper"
    """Sees who is on protected lists."""
    VIEWER = "viewer"
    """Reads reports, and nothing else."""
    ADMIN = "admin"
    """May everything."""


class User(SQLModel, table=True):
    __tablename__ = "staff_user"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    address: str = Field(unique=True, max_length=254)
    """Signs in with it; kept in the form in which two addresses are the same."""
    name: str = Field(max_length=120)
    roles: frozenset[Role] = Field(sa_type=EnumSetText(Role))
    """At least one."""
    language: str = Field(max_length=20)
    password_hash: str
    failed_count: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Of them, there is only the name then, for history; they are disabled for good."""
    former_roles: frozenset[Role] | None = Field(default=None, sa_type=EnumSetText(Role))
    """Those that they had until lately, before they were disabled or some were taken away (`staff.users`)."""
    former_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    password_set_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When they last set one in place of another, with a link; None: never."""
    password_link_of: str | None = Field(default=None, max_length=80)
    """Who had made that link, as in the audit log; and, after commas, whoever had let that one in lately."""
    password_changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """How old it is, however it was set; None: nobody knows."""


class StaffSession(SQLModel, table=True):
    """A sign-in. The cookie carries the secret, the row only its hash."""

    __tablename__ = "staff_session"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", ondelete="CASCADE", index=True, sa_type=BigId)
    secret_hash: str = Field(unique=True, max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    """When it was last used, to some minutes: whoever has gone away is signed out (`staff.sessions`)."""
    browser: str = Field(default="", max_length=40)
    """Of its device, in a word or two, for its owner to recognise."""
    proved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When a second factor was last asked for and given in it; None: its owner had none at the sign-in."""


class KnownDevice(SQLModel, table=True):
    """A browser from which a person has signed in, or a link that lets them in from a new one. The cookie or the
    link carries the secret, the row only its hash; it signs nobody in, but other people's wrong passwords do not
    shut it out."""

    __tablename__ = "staff_device"

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", ondelete="CASCADE", index=True, sa_type=BigId)
    secret_hash: str = Field(max_length=64)
    failed_count: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime = Field(sa_type=UtcDateTime)
    link_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Of a link: until when. It is good for one sign-in."""

    __table_args__ = (UniqueConstraint("user_id", "secret_hash"), NUMBERED_ONCE)


class SecondFactor(SQLModel, table=True):
    """The key that somebody's app makes its codes from; one a person."""

    __tablename__ = "staff_second_factor"

    user_id: int = Field(primary_key=True, foreign_key="staff_user.id", ondelete="CASCADE", sa_type=BigId)
    sealed_secret: str = Field(max_length=400)
    """Encrypted (`staff.second_factor`)."""
    last_step: int = Field(sa_type=BigId)
    """Of the code that was used last: none is good twice."""
    set_up_at: datetime = Field(sa_type=UtcDateTime)


class RecoveryCode(SQLModel, table=True):
    """One that has not been used yet; the row has only its hash."""

    __tablename__ = "staff_recovery_code"

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", ondelete="CASCADE", sa_type=BigId)
    code_hash: str = Field(max_length=64)

    __table_args__ = (UniqueConstraint("user_id", "code_hash"), NUMBERED_ONCE)


class Passkey(SQLModel, table=True):
    """The public half of a key pair that somebody's device keeps (a credential record of Web Authentication)."""

    __tablename__ = "staff_passkey"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", ondelete="CASCADE", index=True, sa_type=BigId)
    credential_id: str = Field(unique=True, max_length=1400)
    """As the device calls it; base64url, as the next two."""
    public_key: str = Field(max_length=1400)
    user_handle: str = Field(max_length=86)
    """By which the device knows its owner: random, the same in all of a person's."""
    sign_count: int = Field(sa_type=BigId)
    """What the device has counted; 0 of those that count nothing."""
    can_be_copied: bool
    """It may be on several devices of its owner (backup eligible)."""
    host: str = Field(max_length=253)
    """The one that it was made for, and works at (relying party id)."""
    name: str = Field(max_length=60)
    """As its owner calls it."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PasskeyPurpose(StrEnum):
    """What a challenge was made for; it is good for nothing else."""

    ADD = "add"
    SIGN_IN = "sign_in"
    PROVE = "prove"
    """After the password, or asked again."""


class PasskeyChallenge(SQLModel, table=True):
    """Random bytes that a passkey is to sign, which have not come back yet; the row has only their hash."""

    __tablename__ = "staff_passkey_challenge"

    challenge_hash: str = Field(primary_key=True, max_length=64)
    holder_hash: str = Field(max_length=64)
    """Of the cookie of the browser that asked."""
    purpose: PasskeyPurpose = Field(sa_type=EnumText(PasskeyPurpose))
    user_id: int | None = Field(default=None, foreign_key="staff_user.id", ondelete="CASCADE", sa_type=BigId)
    """Whose passkey is to sign it; None: whoever's."""
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)


class SetUpLink(SQLModel, table=True):
    """The one-time link by which the first administrator is made. The link carries the secret, the row only its
    hash; there is one row at most, and none once the link was used."""

    __tablename__ = "set_up_link"

    purpose: str = Field(primary_key=True, max_length=40)
    secret_hash: str = Field(max_length=64)
    made_at: datetime = Field(sa_type=UtcDateTime)


class PasswordLink(SQLModel, table=True):
    """A one-time link with which somebody sets their password. It carries the secret, the row only its hash; one a
    person, and none once it was used."""

    __tablename__ = "staff_password_link"

    user_id: int = Field(primary_key=True, foreign_key="staff_user.id", ondelete="CASCADE", sa_type=BigId)
    secret_hash: str = Field(unique=True, max_length=64)
    made_by: str = Field(max_length=80)
    """As `User.password_link_of`."""
    until: datetime = Field(sa_type=UtcDateTime)
    is_first: bool
    """They have set no password of their own yet."""


class PasswordResetRequest(SQLModel, table=True):
    """Somebody who is not signed in has asked for a link for a new password; a job looks whether the address is a
    colleague's, and deletes the row."""

    __tablename__ = "password_reset_request"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    address: str = Field(sa_type=EncryptedTextType("password_reset_request.address", 254, always=True))
    """Whatever was typed: it may be a reader's."""
    asked_at: datetime = Field(sa_type=UtcDateTime)


class AuditEntry(SQLModel, table=True):
    """Who did what to which thing. Written in the transaction that does it; never changed, but for its seal."""

    __tablename__ = "audit_entry"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    actor: str = Field(max_length=80)
    """`user:<id>`, or `cli`, `scheduler`, `oidc`, `stranger`, `automation:<id>`."""
    action: str = Field(max_length=60)
    """noun.verb_past, as in logs."""
    subject: str = Field(max_length=80, index=True)
    """`campaign:<id>` and the like."""
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    seal_number: int | None = Field(default=None, sa_type=BigId, index=True)
    """The seal that covers it (`staff.seal_audit_log`); until then none."""


class AuditSeal(SQLModel, table=True):
    """A link of the audit log's hash chain: over some entries, and over the seal before it. Never deleted: of what
    retention took it is the anchor that all after it hang on."""

    __tablename__ = "audit_seal"

    number: int = Field(primary_key=True, sa_type=BigId, sa_column_kwargs={"autoincrement": False})
    """From 1 on, without a gap."""
    sealed_at: datetime = Field(sa_type=UtcDateTime, index=True)
    entry_count: int
    entries_hash: str = Field(max_length=64)
    chain_hash: str = Field(max_length=64)
    pruned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Retention has taken its entries, or some."""
