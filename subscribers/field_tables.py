"""Rows of custom fields: what else the organisation keeps of people, and what it is for each of them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from core.encrypted_columns import EncryptedTextType

MAX_WORD = 40
MAX_LABEL = 80
MAX_TEXT = 500


class FieldType(StrEnum):
    """What its values are. Ends the key of its text."""

    TEXT = "text"
    WHOLE_NUMBER = "whole_number"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    """One of the words that the field has."""


class CustomField(SQLModel, table=True):
    """What may be kept of each person beside name, address and language. Its word and type never change."""

    __tablename__ = "custom_field"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    word: str = Field(unique=True, max_length=MAX_WORD)
    """By which segments, merge fields and files name it."""
    label: str = Field(max_length=MAX_LABEL)
    labels: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """What it is called in languages in which it is called otherwise."""
    type: FieldType = Field(sa_type=EnumText(FieldType))
    choices: list[str] = Field(default_factory=list, sa_type=JsonValue)
    """Of a choice, in their order."""
    is_own: bool = False
    """Readers see and change theirs on their preferences page."""
    is_in_emails: bool = False
    """It may stand in emails, as a merge field."""
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when it is offered nowhere; what people have in it stays, and segments that name it go on."""
    created_at: datetime = Field(sa_type=UtcDateTime)

    def label_in(self, language: str) -> str:
        """As people who read that language know it."""
        return self.labels.get(language, self.label)


class FieldValue(SQLModel, table=True):
    """What one person has in one field; a field in which they have nothing has no row.

    One of three columns is filled, by the field's type, so that each is compared by an index of its own and alike
    on every database.
    """

    __tablename__ = "field_value"
    __table_args__ = (
        Index("ix_field_value_field_id_folded", "field_id", "folded", "subscriber_id"),
        Index("ix_field_value_field_id_number", "field_id", "number", "subscriber_id"),
        Index("ix_field_value_field_id_day", "field_id", "day", "subscriber_id"),
    )

    subscriber_id: int = Field(foreign_key="subscriber.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    field_id: int = Field(foreign_key="custom_field.id", primary_key=True, sa_type=BigId)
    text: str | None = Field(default=None, sa_type=EncryptedTextType("field_value.text", MAX_TEXT))
    """A text or a choice, as it was written; `yes` or `no`. Of whoever is encrypted, a value of any type, and the
    other columns are empty (`subscribers.encrypted_value`)."""
    folded: str | None = Field(default=None, max_length=MAX_TEXT)
    """The same as it is compared (`core.fold_text`)."""
    number: int | None = Field(default=None, sa_type=BigId)
    """In ten-thousandths: whole numbers, too, so that one comparison does for both."""
    day: date | None = None
