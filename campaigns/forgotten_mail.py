"""Token binding after a restore: whom the mails went to that the database has forgotten.

Their links still act, and so does what providers report of them.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlmodel import Field, Session, SQLModel, col, select

from core.db import BigId
from core.sql import insert_new
from subscribers.address_tables import AddressChange
from subscribers.tables import Subscriber


class ForgottenMail(SQLModel, table=True):
    """A mail that has gone out, as the journal has it: of a campaign that a restored database has not sent, or
    about a subscription."""

    __tablename__ = "forgotten_mail"

    campaign_public_id: str = Field(primary_key=True, max_length=32)
    """Of a mail about a subscription, what it was for."""
    subscriber_id: int = Field(primary_key=True, sa_type=BigId)
    address_hash: str = Field(max_length=64, index=True)
    sender_id: int | None = Field(default=None, sa_type=BigId)
    delivery_id: int | None = Field(default=None, sa_type=BigId, index=True)
    """The number that it had then. None for a mail that is no delivery."""


class SentMail(NamedTuple):
    campaign_public_id: str
    subscriber_id: int
    address_hash: str
    sender_id: int | None = None
    delivery_id: int | None = None


def remember_mails(session: Session, mails: Iterable[SentMail]) -> None:
    """Those that are known already stay as they are."""
    if rows := [mail._asdict() for mail in mails]:
        session.execute(insert_new(session, ForgottenMail), rows)


def forgotten_address(session: Session, campaign_public_id: str, subscriber_id: int) -> str | None:
    """The keyed hash of the address that the mail went to."""
    return session.exec(
        select(ForgottenMail.address_hash).where(
            ForgottenMail.campaign_public_id == campaign_public_id, ForgottenMail.subscriber_id == subscriber_id
        )
    ).one_or_none()


def address_of_delivery(session: Session, sender_id: int, delivery_id: int) -> str | None:
    """The same by the delivery's number, as the provider of that sender reports it."""
    return session.exec(
        select(ForgottenMail.address_hash).where(
            ForgottenMail.delivery_id == delivery_id, ForgottenMail.sender_id == sender_id
        )
    ).first()


def hashes_that_begin_with(session: Session, prefix: str) -> list[str]:
    """The address hash of a subscriber, of whom a forgotten mail went to, or of an address that somebody wants to
    move to, of which only the beginning is known: 80 bits of it, by our own signature."""
    known = session.exec(select(Subscriber.address_hash).where(col(Subscriber.address_hash).startswith(prefix)))
    forgotten = select(ForgottenMail.address_hash).where(col(ForgottenMail.address_hash).startswith(prefix))
    asked = select(AddressChange.new_hash).where(col(AddressChange.new_hash).startswith(prefix))
    return sorted({*known, *(key for key in session.exec(forgotten) if key), *session.exec(asked)})


def forgotten_among(session: Session, hashes: Collection[str]) -> str | None:
    """One of these address hashes that a forgotten mail went to, or the question about a new address, which is
    nobody's here."""
    forgotten = select(ForgottenMail.address_hash).where(col(ForgottenMail.address_hash).in_(hashes))
    asked = select(AddressChange.new_hash).where(col(AddressChange.new_hash).in_(hashes))
    return session.exec(forgotten).first() or session.exec(asked).first()
