"""Rows of the subscribers room."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Index, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from core.encrypted_columns import EncryptedTextType
from subscribers.status import SubscriptionStatus

MAX_WORD = 64
"""Letters of a word that people are found by."""


class ConsentAction(StrEnum):
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    UNSUBSCRIBED = "unsubscribed"


class ConsentMethod(StrEnum):
    IMPORT = "import"
    """Staff vouch for consent given elsewhere; the record names the file and line."""
    IMPORT_OPT_OUT = "import_opt_out"
    """The same, of somebody who wants nothing of the organisation (OptedOut)."""
    STAFF = "staff"
    SIGN_UP = "sign_up"
    CONFIRMATION_LINK = "confirmation_link"
    UNSUBSCRIBE_PAGE = "unsubscribe_page"
    PREFERENCES_PAGE = "preferences_page"
    ONE_CLICK = "one_click"
    """RFC 8058: the mail program's own button."""
    ADDRESS_CHANGE = "address_change"
    """By a link that went to the address which they came to, or left."""
    STILL_WANTED = "still_wanted"
    """The reader's answer to the email that asks whether they still want the list."""
    NO_ANSWER = "no_answer"
    """To that email, which said until when; by a rule of the organisation's."""


class SuppressionReason(StrEnum):
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    PROVIDER_UNSUBSCRIBED = "provider_unsubscribed"
    STAFF = "staff"


class MailingList(SQLModel, table=True):
    __tablename__ = "mailing_list"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    slug: str = Field(unique=True, max_length=60)
    name: str = Field(max_length=120)
    names: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """What it is called in languages in which it is called otherwise."""
    is_protected: bool = False
    """A list of people at risk: nothing about them is ever tracked, whatever else is switched on."""
    language_chain: list[str] = Field(default_factory=list, sa_type=JsonValue)
    """Which languages stand in, in this order, for one that a campaign has no variant in."""
    required_languages: list[str] = Field(default_factory=list, sa_type=JsonValue)
    """What a campaign may not go out without: readers of these must not be sent another language instead."""
    frame_origins: list[str] = Field(default_factory=list, sa_type=JsonValue)
    """Websites that may show the sign-up form in a frame (`subscribers.frame_origins`)."""
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when nobody can sign up."""
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when it takes neither people nor campaigns."""
    created_at: datetime = Field(sa_type=UtcDateTime)

    def name_in(self, language: str) -> str:
        """As readers of that language know it."""
        return self.names.get(language, self.name)


class ListOffer(SQLModel, table=True):
    """Whoever signs up for the list is offered the other one as well, while both take sign-ups and have a public
    page."""

    __tablename__ = "list_offer"

    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    offered_id: int = Field(
        foreign_key="mailing_list.id", primary_key=True, index=True, ondelete="CASCADE", sa_type=BigId
    )


class Subscriber(SQLModel, table=True):
    __tablename__ = "subscriber"
    __table_args__ = (Index("ix_subscriber_language_id", "language", "id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    address: str = Field(sa_type=EncryptedTextType("subscriber.address", 254))
    address_hash: str = Field(unique=True, max_length=64)
    name: str = Field(default="", sa_type=EncryptedTextType("subscriber.name", 120))
    language: str = Field(max_length=20)
    created_at: datetime = Field(sa_type=UtcDateTime)
    encrypted_with: str | None = Field(default=None, max_length=8)
    """The key by which address, name, custom fields and notes are encrypted (`subscribers.encrypt_people`)."""
    heard_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When they last saved the page of their preferences; what else they do has rows of its own
    (`subscribers.signs_of_life`)."""


class SubscriberWord(SQLModel, table=True):
    """A word by which staff find a person (`subscribers.search_words`)."""

    __tablename__ = "subscriber_word"

    # Words that begin alike stand beside each other only where letters are compared as bytes.
    word: str = Field(
        primary_key=True, sa_type=String(MAX_WORD).with_variant(String(MAX_WORD, collation="C"), "postgresql")
    )
    subscriber_id: int = Field(
        foreign_key="subscriber.id", primary_key=True, ondelete="CASCADE", index=True, sa_type=BigId
    )


class SubscriberNote(SQLModel, table=True):
    """What staff have written down about a person. It goes with them."""

    __tablename__ = "subscriber_note"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    subscriber_id: int = Field(foreign_key="subscriber.id", ondelete="CASCADE", index=True, sa_type=BigId)
    text: str = Field(sa_type=EncryptedTextType("subscriber_note.text"))
    author: str = Field(max_length=80)
    """As in the audit log."""
    is_protected: bool = False
    """Written about somebody on a protected list by one who may know that: others do not read it."""
    at: datetime = Field(sa_type=UtcDateTime)


class Subscription(SQLModel, table=True):
    """One person's consent to one list."""

    __tablename__ = "subscription"
    __table_args__ = (
        UniqueConstraint("list_id", "subscriber_id"),
        # With the person last, so that a page of those in one state is read in their order.
        Index("ix_subscription_list_id_status", "list_id", "status", "subscriber_id"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    subscriber_id: int = Field(foreign_key="subscriber.id", ondelete="CASCADE", index=True, sa_type=BigId)
    list_id: int = Field(foreign_key="mailing_list.id", sa_type=BigId)
    status: SubscriptionStatus = Field(sa_type=EnumText(SubscriptionStatus))
    changed_at: datetime = Field(sa_type=UtcDateTime)


class ConsentRecord(SQLModel, table=True):
    """The proof of one step: when, how, in which words and language. Written once, never changed."""

    __tablename__ = "consent_record"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    subscriber_id: int = Field(foreign_key="subscriber.id", ondelete="CASCADE", index=True, sa_type=BigId)
    list_id: int = Field(foreign_key="mailing_list.id", sa_type=BigId)
    action: ConsentAction = Field(sa_type=EnumText(ConsentAction))
    method: ConsentMethod = Field(sa_type=EnumText(ConsentMethod))
    wording: str = ""
    """The exact words that the person saw, or the note that came with the import."""
    language: str = Field(default="", max_length=20)
    evidence: str = Field(default="", index=True)
    """Where it can be looked up again: file and line of an import, the campaign of an unsubscribe link."""
    at: datetime = Field(sa_type=UtcDateTime)
    """When it was recorded here."""
    given_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was said elsewhere, where an import's file has that."""

    @property
    def wording_version(self) -> str:
        """The same for the same letters, whoever saw them and when: the start of their SHA-256, in hex digits."""
        return sha256(self.wording.encode()).hexdigest()[:8] if self.wording else ""


class Suppression(SQLModel, table=True):
    """An address that gets no bulk mail, whatever lists say. Outlives the subscriber, hence the hash."""

    __tablename__ = "suppression"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    address_hash: str = Field(unique=True, max_length=64)
    reason: SuppressionReason = Field(sa_type=EnumText(SuppressionReason))
    detail: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class RememberedNo(SQLModel, table=True):
    """Somebody's no to a list, of whom nothing else is known since a restore: no import brings them back. Their
    own new sign-up does, as after any no."""

    __tablename__ = "remembered_no"

    address_hash: str = Field(primary_key=True, max_length=64)
    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, sa_type=BigId)
    at: datetime = Field(sa_type=UtcDateTime)


class OptedOut(SQLModel, table=True):
    """Somebody wants nothing of the organisation: no import and no colleague subscribes them to any list, to those
    made later neither. It outlives the subscriber, hence the hash; their own confirmed sign-up ends it."""

    __tablename__ = "opted_out"

    address_hash: str = Field(primary_key=True, max_length=64)
    method: ConsentMethod = Field(sa_type=EnumText(ConsentMethod))
    evidence: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
