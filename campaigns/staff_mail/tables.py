"""Rows of email to staff, and of what they have been told needs attention."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

import campaigns.tables  # noqa: F401  a row here names a campaign's table: without it, none can be written
from campaigns.call_in_doubt import CallInDoubtRecord
from core.db import NUMBERED_ONCE, BigId, EnumText, UtcDateTime


class StaffMailPurpose(StrEnum):
    SUBMITTED = "submitted"
    """A campaign waits for this person's approval."""
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    ATTENTION = "attention"
    """Something has needed attention for a while."""
    HELD = "held"
    """The database is in quarantine: nothing else is sent, and somebody has to know."""
    INVITATION = "invitation"
    """With a link for their first password."""
    PASSWORD_LINK = "password_link"  # noqa: S105  no password
    """With a link for a new one, from an administrator."""
    PASSWORD_RESET = "password_reset"  # noqa: S105  no password
    """The same, for who asked for it."""
    SECOND_FACTOR_REMOVED = "second_factor_removed"
    """Somebody's second factor is gone: to them, and to administrators. The next six as well."""
    ONE_FACTOR_REMOVED = "one_factor_removed"
    """An app or a passkey of theirs is; they have another."""
    NEW_DEVICE = "new_device"
    """Somebody signed in on a device that their account does not know."""
    ROLE_RAISED = "role_raised"
    ENABLED = "enabled"
    """An account that could do nothing may again what its roles allow."""
    COLLEAGUE_ADDED = "colleague_added"
    """Invited, or added on the server: with their roles, they may what they could not before."""
    EXPORTED = "exported"
    """A file of many people was taken out of the program."""
    TEST = "test"
    """A campaign as a reader would get it, marked as a test."""


class StaffMailState(StrEnum):
    WAITING = "waiting"
    """To be sent, or sent with an answer that is not known; every try is the same request with the same key."""
    SENT = "sent"
    GIVEN_UP = "given_up"
    """Refused for good, no longer true, or in doubt with a provider that remembers no keys."""


class StaffMail(CallInDoubtRecord, table=True):
    """One email to one person who works here, queued in the transaction of what it is about. What it says is kept
    until it is sent, and so is the same at every try."""

    __tablename__ = "staff_mail"
    __table_args__ = (
        Index("ix_staff_mail_state_next_attempt_at", "state", "next_attempt_at"),
        Index("ix_staff_mail_purpose_queued_at", "purpose", "queued_at"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", ondelete="CASCADE", index=True, sa_type=BigId)
    purpose: StaffMailPurpose = Field(sa_type=EnumText(StaffMailPurpose))
    campaign_id: int | None = Field(
        default=None, foreign_key="campaign.id", ondelete="CASCADE", index=True, sa_type=BigId
    )
    sender_id: int | None = Field(default=None, foreign_key="sender.id", sa_type=BigId)
    """Whom it goes through: of a test from the start, else whom the last call went through. While that is in
    doubt, no other provider is asked."""
    subject: str
    text: str
    html: str
    link_nonce: str | None = Field(default=None, max_length=40)
    """Stands in it where a link's secret comes, which is signed only when it is sent: nobody who reads this row,
    or a backup of it, can make it (`staff.password_link`)."""
    key: str = Field(unique=True, max_length=80)
    state: StaffMailState = Field(sa_type=EnumText(StaffMailState))
    queued_at: datetime = Field(sa_type=UtcDateTime)
    next_attempt_at: datetime = Field(sa_type=UtcDateTime)
    attempt_count: int = 0


class AttentionNotice(SQLModel, table=True):
    """Something that needs attention, for as long as it does: staff are told of it once."""

    __tablename__ = "attention_notice"

    item_key: str = Field(primary_key=True, max_length=64)
    """`AttentionItem.key`."""
    first_seen_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)
    is_mailed: bool = False
