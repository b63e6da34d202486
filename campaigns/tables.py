"""Rows of the campaigns room."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, Relationship, SQLModel

from campaigns.audience_lists import (
    READ_WITH_ITS_CAMPAIGN,
    AudienceList,
    AudienceSegment,
    AudienceTopic,
    read_rows,
)
from campaigns.call_in_doubt import CallInDoubtRecord
from campaigns.status import AutomationItemState, CampaignStatus, PauseReason
from campaigns.welcome_tables import SERIES_EMAIL_ID
from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from subscribers.audience import Audience


class CampaignKind(StrEnum):
    """What a campaign is; also the name of its design in `templates.designs`."""

    STATEMENT = "statement"
    BULLETIN = "bulletin"
    PUBLICATION = "publication"
    PROJECT = "project"
    REPORT_SUMMARY = "report_summary"
    EVENT = "event"
    APPEAL = "appeal"
    DIGEST = "digest"
    CORRECTION = "correction"


class Visibility(StrEnum):
    """Who may read a campaign on the web, once it has gone out."""

    PUBLIC = "public"
    """Everybody: it stands in the archive, in feeds and in search engines."""
    LINK_ONLY = "link_only"
    """Whoever was given its address."""
    MEMBERS = "members"
    """Subscribers of its list, from the page of their preferences."""
    NONE = "none"
    """Nobody, also not through addresses in mails that are out."""


class Campaign(SQLModel, table=True):
    __tablename__ = "campaign"
    __table_args__ = (
        Index("ix_campaign_status_scheduled_at", "status", "scheduled_at"),
        Index("ix_campaign_launched_at", "launched_at"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    public_id: str = Field(unique=True, max_length=32)
    name: str = Field(max_length=200)
    kind: CampaignKind = Field(sa_type=EnumText(CampaignKind))
    status: CampaignStatus = Field(default=CampaignStatus.DRAFT, sa_type=EnumText(CampaignStatus))
    main_language: str = Field(max_length=20)
    audience_lists: list[AudienceList] = Relationship(sa_relationship_kwargs=READ_WITH_ITS_CAMPAIGN)
    audience_topics: list[AudienceTopic] = Relationship(sa_relationship_kwargs=READ_WITH_ITS_CAMPAIGN)
    audience_segments: list[AudienceSegment] = Relationship(sa_relationship_kwargs=READ_WITH_ITS_CAMPAIGN)
    sender_id: int = Field(foreign_key="sender.id", sa_type=BigId)
    second_sender_id: int | None = Field(default=None, foreign_key="sender.id", sa_type=BigId)
    """Carries what the first certainly has not accepted, while the first must not be used."""
    template_version_id: int | None = Field(default=None, foreign_key="template_version.id", sa_type=BigId)
    """A look of the organisation's own; none for the library's design of its kind."""
    author: str = Field(max_length=80)
    """The actor who drafted it, as in the audit log: an author is not an approver of their own text."""
    content_hash: str | None = Field(default=None, max_length=64)
    """What approvals are bound to: every variant, byte for byte, with sender and list. Set by submitting."""
    scheduled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    scheduled_zone: str | None = Field(default=None, max_length=60)
    """The IANA zone that staff chose the local time in."""
    launched_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the audience was frozen and its deliveries written."""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    pause_reason: PauseReason | None = Field(default=None, sa_type=EnumText(PauseReason))
    pause_detail: str | None = None
    automation_id: int | None = Field(default=None, foreign_key="automation.id", sa_type=BigId)
    series_email_id: int | None = Field(default=None, foreign_key=SERIES_EMAIL_ID, sa_type=BigId, index=True)
    """The email of a welcome series whose text it is: then it has no launch to all, and nobody but the series
    sends it, to each new reader on their day (ADR 96)."""
    is_urgent: bool = False
    """A statement by the urgent path: it goes at once to everybody, also to whoever chose digests."""
    visibility: Visibility = Field(default=Visibility.LINK_ONLY, sa_type=EnumText(Visibility))
    copied_from_id: int | None = Field(default=None, sa_type=BigId)
    """The earlier campaign that it was made from. Not a foreign key: a draft may be deleted."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)

    @property
    def audience(self) -> Audience:
        return read_rows(self.audience_lists, self.audience_topics, self.audience_segments)


class Variant(SQLModel, table=True):
    """A campaign in one language, as staff edit it."""

    __tablename__ = "variant"
    __table_args__ = (UniqueConstraint("campaign_id", "language"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    language: str = Field(max_length=20)
    subject: str
    preheader: str = ""
    intro_html: str = ""
    """What staff write before the blocks: a rich text, sanitised and well-formed, with merge fields."""


class RenderedVariant(SQLModel, table=True):
    """A variant frozen: what was previewed, approved, sent, archived, and what a retry repeats."""

    __tablename__ = "rendered_variant"
    __table_args__ = (
        UniqueConstraint("campaign_id", "language", "item_set"),
        Index("ix_rendered_variant_language_id", "language", "id"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    language: str = Field(max_length=20)
    item_set: str = Field(default="", max_length=1200)
    """Of a digest that differs by reader: the numbers of the items in this one, with commas; empty where it has
    all that the campaign has."""
    subject: str
    preheader: str
    html: str
    text: str
    hash: str = Field(max_length=64)
    search_words: str = ""
    """Its words as the archive is searched (`campaigns.public_archive.search_words`); nobody is sent them."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class Approval(SQLModel, table=True):
    """One person's yes to one content hash. An edit voids it by changing the hash; the row stays as history."""

    __tablename__ = "approval"
    __table_args__ = (UniqueConstraint("campaign_id", "user_id", "content_hash"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", sa_type=BigId)
    content_hash: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime)
    voided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AutomationMode(StrEnum):
    DRAFT = "draft"
    """Drafts a campaign and leaves it to staff."""
    ASK = "ask"  # drafts and submits it; only digests do
    SEND = "send"
    """Sends it by itself: the organisation approved the automation instead of each mail."""


class Automation(SQLModel, table=True):
    """New publications go out by themselves: each of a watched folder's, or several in a digest (no source)."""

    __tablename__ = "automation"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=80)
    source_id: int | None = Field(default=None, foreign_key="news_source.id", sa_type=BigId)
    list_id: int = Field(foreign_key="mailing_list.id", sa_type=BigId)
    sender_id: int = Field(foreign_key="sender.id", sa_type=BigId)
    second_sender_id: int | None = Field(default=None, foreign_key="sender.id", sa_type=BigId)
    mode: AutomationMode = Field(sa_type=EnumText(AutomationMode))
    is_enabled: bool = True
    approved_by: int | None = Field(default=None, foreign_key="staff_user.id", sa_type=BigId)
    """Who set it up as it is, and answers for mails that nobody looks at before they go. Needed for `send`."""
    most_at_once: int = 3
    """More new items than this within a short time are drafted and shown, not sent."""
    oldest_days: int = 30
    """An item dated further back is an archive's: it is not sent."""
    send_time: str = Field(default="09:00", max_length=5)
    """When an item with a date in the future goes out on that day."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_run_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    folder_checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When what it has scheduled was last compared with what its folder holds."""


class AutomationItem(SQLModel, table=True):
    """What an automation did with an item: once, whatever happens."""

    __tablename__ = "automation_item"

    automation_id: int = Field(foreign_key="automation.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    item_id: int = Field(foreign_key="news_item.id", primary_key=True, sa_type=BigId)
    state: AutomationItemState = Field(sa_type=EnumText(AutomationItemState))
    campaign_id: int | None = Field(default=None, foreign_key="campaign.id", sa_type=BigId)
    detail: str | None = None
    """Why it was refused or held, as JSON (`campaigns.automation.refusals`), for everyone's own language."""
    at: datetime = Field(sa_type=UtcDateTime)


class SubscriptionMailPurpose(StrEnum):
    CONFIRMATION = "confirmation"
    """Was it really you who signed up?"""
    WELCOME = "welcome"
    """Sent once after the yes. It asks nothing, and answers who will write and how to leave."""
    ADDRESS_CONFIRMATION = "address_confirmation"
    """To a new address: is it yours, and do you want our emails there?"""
    ADDRESS_NOTICE = "address_notice"
    """To the old one: somebody, we hope you, asked for that; and how to refuse it."""
    STILL_WANTED = "still_wanted"


class SubscriptionMailState(StrEnum):
    WAITING = "waiting"
    """To be sent, or sent with an answer that is not known; every try is the same request with the same key."""
    ASKED = "asked"
    GIVEN_UP = "given_up"
    """Refused for good, no longer wanted, or in doubt with a provider that remembers no keys: sign up again."""


class SubscriptionMail(CallInDoubtRecord, table=True):
    """One mail about a subscription itself, queued in the transaction of what it follows from."""

    __tablename__ = "question"
    __table_args__ = (Index("ix_question_state_next_attempt_at", "state", "next_attempt_at"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    subscriber_id: int = Field(foreign_key="subscriber.id", ondelete="CASCADE", index=True, sa_type=BigId)
    list_id: int = Field(foreign_key="mailing_list.id", sa_type=BigId)
    also_list_ids: list[int] = Field(default_factory=list, sa_type=JsonValue)
    unwanted_topic_ids: list[int] = Field(default_factory=list, sa_type=JsonValue)
    """What else a question is about: other lists, and topics to which a yes says never."""
    language: str = Field(max_length=20)
    purpose: SubscriptionMailPurpose = Field(sa_type=EnumText(SubscriptionMailPurpose))
    key: str = Field(unique=True, max_length=80)
    state: SubscriptionMailState = Field(sa_type=EnumText(SubscriptionMailState))
    asked_at: datetime = Field(index=True, sa_type=UtcDateTime)
    next_attempt_at: datetime = Field(sa_type=UtcDateTime)
    attempt_count: int = 0
    sender_id: int | None = Field(default=None, sa_type=BigId)
    """Through whom the last call went: while that is in doubt, no other provider is asked."""
    change_id: int | None = Field(default=None, sa_type=BigId)
    """The change of address that it is about. Not a foreign key: that goes when its links hold no longer."""
    answer_until: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    """Of STILL_WANTED: after that, no answer is a no. None where nothing follows, or nothing does any more."""
