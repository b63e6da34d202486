"""Write-ahead of bounces: an email is kept as it came, in the queue that webhooks are in, before anything else
happens to it. The same bytes are kept once, however often they are read."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from core.db import Database
from core.errors import Misconfigured
from core.signing import Signer
from delivery.events.webhooks import ReceivedWebhook, VerifiedWebhook, store_webhooks
from delivery.mail_reports.mail_parts import MAX_READ, ReportMail, read_mail
from delivery.mail_reports.mail_report import find_message_id, find_token, recipients_of
from delivery.tables import Attempt, Delivery, Sender


@dataclass(frozen=True, slots=True)
class BounceMailStore:
    """Where emails are kept, and by what they are recognised."""

    database: Database
    signer: Signer
    list_domain: str

    def keep(self, mails: Sequence[bytes], *, now: datetime) -> int:
        """Durable when it returns; of each no more than `MAX_READ` bytes. How many of them were new. Raises
        Misconfigured where no sender has bounces come as email, and as the database does."""
        if not mails:
            return 0
        parsed = [read_mail(raw[:MAX_READ]) for raw in mails]
        with self.database.read() as session:
            sender_ids = [self._sender_of(session, mail) for mail in parsed]
        webhooks = [
            VerifiedWebhook(sender_id, hashlib.sha256(raw[:MAX_READ]).hexdigest(), raw[:MAX_READ], now)
            for sender_id, raw in zip(sender_ids, mails, strict=True)
        ]
        return sum(isinstance(kept, ReceivedWebhook) for kept in store_webhooks(self.database, webhooks))

    def _sender_of(self, session: Session, mail: ReportMail) -> int:
        """Whose email it reports on, where that is proven; else whose bounce address it came to, else the first
        that has one: somebody has to see it."""
        token = find_token(mail, self.signer)
        if token is not None and session.get(Sender, token.sender_id) is not None:
            return token.sender_id
        message_id = find_message_id(mail, self.list_domain)
        return _sender_by_message_id(session, message_id) or _sender_by_address(session, mail)


def with_recipient(raw: bytes, recipient: str) -> bytes:
    """As a mail server writes down for whom it came (X-Original-To), where a pipe says so beside the email."""
    if raw.startswith(b"From "):  # an mbox's line, as some pipes begin
        raw = raw.partition(b"\n")[2]
    line = "".join(char for char in recipient if char.isascii() and char.isprintable())[:320]
    return b"X-Original-To: " + line.encode() + b"\n" + raw


def _sender_by_message_id(session: Session, message_id: str | None) -> int | None:
    if message_id is None:
        return None
    carried = (
        select(Attempt.sender_id)
        .join(Delivery, col(Delivery.attempt_id) == col(Attempt.id))
        .where(Delivery.provider_message_id == message_id)
    )
    return session.exec(carried.limit(1)).first()


def _sender_by_address(session: Session, mail: ReportMail) -> int:
    """Raises Misconfigured."""
    with_address = select(Sender).where(col(Sender.bounce_address).is_not(None)).order_by(col(Sender.id))
    senders = session.exec(with_address).all()
    if not senders:
        raise Misconfigured("delivery-mail-no-bounce-address")
    came_to = [address.lower() for address in recipients_of(mail)]
    return next((sender.id for sender in senders if _is_of(sender, came_to)), senders[0].id)


def _is_of(sender: Sender, came_to: list[str]) -> bool:
    local_part, _, domain = (sender.bounce_address or "").lower().rpartition("@")
    mine = (local_part, f"{local_part}{sender.bounce_delimiter}")
    return any(
        address.endswith(f"@{domain}") and (address.rpartition("@")[0] == mine[0] or address.startswith(mine[1]))
        for address in came_to
    )
