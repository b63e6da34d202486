"""Rows of topics, and of what readers chose: of which topics they get nothing, and until when they are paused.

A choice stands beside the subscriber, by the keyed hash of the address, as a suppression does: a restore keeps
it also of somebody whom the older database does not know.
"""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime


class Frequency(StrEnum):
    """How often somebody gets what is of a topic. Whoever has chosen nothing gets it at once."""

    AT_ONCE = "at_once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    NEVER = "never"


class Topic(SQLModel, table=True):
    """What news and campaigns are about, where readers may choose it."""

    __tablename__ = "topic"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    slug: str = Field(unique=True, max_length=60)
    name: str = Field(max_length=80)
    names: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """What it is called in languages in which it is called otherwise."""
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when no campaign is given it, and no reader chooses about it."""
    created_at: datetime = Field(sa_type=UtcDateTime)

    def name_in(self, language: str) -> str:
        """As readers of that language know it."""
        return self.names.get(language, self.name)


class TopicWord(SQLModel, table=True):
    """A word that means the topic where news says what it is about: its short name and each name that it has, or
    had. Each word means one topic."""

    __tablename__ = "topic_word"

    word: str = Field(primary_key=True, max_length=400)
    """As it is searched (`core.fold_text`); folding may make a text longer."""
    topic_id: int = Field(foreign_key="topic.id", index=True, ondelete="CASCADE", sa_type=BigId)


class ListTopic(SQLModel, table=True):
    """Readers of this list may choose about this topic."""

    __tablename__ = "list_topic"

    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    topic_id: int = Field(foreign_key="topic.id", primary_key=True, index=True, ondelete="CASCADE", sa_type=BigId)


class TopicChoice(SQLModel, table=True):
    """What somebody chose about a topic, whichever list brings it."""

    __tablename__ = "topic_choice"

    address_hash: str = Field(primary_key=True, max_length=64)
    topic_id: int = Field(foreign_key="topic.id", primary_key=True, index=True, sa_type=BigId)
    frequency: Frequency = Field(sa_type=EnumText(Frequency))
    chosen_at: datetime = Field(sa_type=UtcDateTime)


class Pause(SQLModel, table=True):
    """Somebody gets no bulk mail before this moment, and stays on their lists."""

    __tablename__ = "pause"

    address_hash: str = Field(primary_key=True, max_length=64)
    until: datetime = Field(sa_type=UtcDateTime)
    asked_at: datetime = Field(sa_type=UtcDateTime)
