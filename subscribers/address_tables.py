"""Rows of a change of address: what was asked, and which addresses a person had before."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, UtcDateTime
from core.encrypted_columns import EncryptedTextType


class AddressChangeState(StrEnum):
    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    """From the old address, before it was confirmed or after."""


class AddressChange(SQLModel, table=True):
    """Somebody wants to be written to at another address. It is kept while its links hold, and goes with them."""

    __tablename__ = "address_change"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    subscriber_id: int = Field(foreign_key="subscriber.id", ondelete="CASCADE", index=True, sa_type=BigId)
    old_address: str = Field(sa_type=EncryptedTextType("address_change.old_address", 254, always=True))
    """Where it is told, whatever the person's address is by then."""
    old_hash: str = Field(max_length=64, index=True)
    new_address: str = Field(sa_type=EncryptedTextType("address_change.new_address", 254, always=True))
    new_hash: str = Field(max_length=64, index=True)
    state: AddressChangeState = Field(sa_type=EnumText(AddressChangeState))
    asked_at: datetime = Field(index=True, sa_type=UtcDateTime)


class FormerAddress(SQLModel, table=True):
    """The keyed hash of an address that a person has left (`subscribers.former_addresses`): emails that went there
    are still theirs to leave by. It goes with them."""

    __tablename__ = "former_address"

    address_hash: str = Field(primary_key=True, max_length=64)
    subscriber_id: int = Field(
        foreign_key="subscriber.id", primary_key=True, ondelete="CASCADE", index=True, sa_type=BigId
    )
    left_at: datetime = Field(sa_type=UtcDateTime)
