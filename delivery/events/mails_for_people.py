"""Emails to the bounce address that are no report: kept for staff to read, and forgotten when they have, or by
their age (`delivery.forget_old`). They hold addresses and what people wrote."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, update
from sqlmodel import Session, col, select

from core.db import rows_changed
from core.errors import NotFound
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.mail_reports.mail_parts import read_mail
from delivery.mail_reports.mail_report import FOR_A_PERSON, UNPROVEN
from delivery.provider_words import clean
from delivery.tables import Sender, WebhookReceipt

CODES = (FOR_A_PERSON, UNPROVEN)
MAX_SHOWN = 20
MAX_EXCERPT = 700


@dataclass(frozen=True, slots=True)
class MailForPeopleView:
    """One of them, as staff read it."""

    receipt_id: int
    sender_id: int
    received_at: datetime
    is_proven: bool
    """False: nobody can show that it is about an email of ours; it may be spam."""
    author: str
    subject: str
    excerpt: str


def count_for_people(session: Session) -> dict[str, int]:
    """How many wait that are about an email of ours, by the name of their sender."""
    statement = (
        select(col(Sender.name), func.count())
        .join(WebhookReceipt, col(WebhookReceipt.sender_id) == col(Sender.id))
        .where(col(WebhookReceipt.error) == FOR_A_PERSON)
        .group_by(col(Sender.name))
        .order_by(col(Sender.name))
    )
    return dict(session.exec(statement).all())


def mails_for_people(session: Session, sender_id: int) -> list[MailForPeopleView]:
    """The newest `MAX_SHOWN`, those about an email of ours first."""
    statement = (
        select(WebhookReceipt)
        .where(WebhookReceipt.sender_id == sender_id, col(WebhookReceipt.error).in_(CODES))
        .order_by(col(WebhookReceipt.error), col(WebhookReceipt.id).desc())
        .limit(MAX_SHOWN)
    )
    return [_view(receipt) for receipt in session.exec(statement).all()]


def forget_mail(session: Session, sender_id: int, receipt_id: int) -> None:
    """Somebody has read it. Raises NotFound where there is none, or where it has been forgotten."""
    if not _forget(session, col(WebhookReceipt.sender_id) == sender_id, col(WebhookReceipt.id) == receipt_id):
        raise NotFound("delivery-mail-unknown")


def _forget(session: Session, *which: ColumnElement[bool]) -> int:
    """The receipt stays, so that the same email is not taken for a new one."""
    statement = update(WebhookReceipt).where(col(WebhookReceipt.error).in_(CODES), *which)
    return rows_changed(session.exec(statement.values(body=None, error=None), execution_options=UNSYNCHRONISED))


def _view(receipt: WebhookReceipt) -> MailForPeopleView:
    mail = read_mail(receipt.body or b"")
    return MailForPeopleView(
        receipt_id=receipt.id,
        sender_id=receipt.sender_id,
        received_at=receipt.received_at,
        is_proven=receipt.error == FOR_A_PERSON,
        author=_line(mail.header("From")),
        subject=_line(mail.header("Subject")),
        excerpt=_shown(mail.text)[:MAX_EXCERPT],
    )


def _line(text: str) -> str:
    return _shown(text)[:200]


def _shown(text: str) -> str:
    """As a page can hold it: on one line, without marks that nobody sees."""
    return " ".join(clean("".join(char if char.isprintable() else " " for char in text), 4_000).split())
