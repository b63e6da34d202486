"""Token binding after a restore: whom the links of mails lead to whose campaign the database has forgotten."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import Field, Session, SQLModel, select

from core.db import BigId
from core.sql import insert_new


class ForgottenMail(SQLModel, table=True):
    """A mail that has gone out, as the journal has it, of a campaign that a restored database has not sent."""

    __tablename__ = "forgotten_mail"

    campaign_public_id: str = Field(primary_key=True, max_length=32)
    subscriber_id: int = Field(primary_key=True, sa_type=BigId)
    address_hash: str = Field(max_length=64)


class SentMail(NamedTuple):
    campaign_public_id: str
    subscriber_id: int
    address_hash: str


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
