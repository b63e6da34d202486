"""Bounce processing: what an email to the bounce address reports, and about which of ours.

What it is about is shown by a token that we signed (VERP), wherever it stands: in the address that it came to,
in the complaint's Original-Mail-From, in the Return-Path of the message that is returned. Where there is none,
the Message-ID of that message is as good: it is keyed, and only its reader has seen it. What shows neither acts
on nothing.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.signing import Signer
from delivery.mail_reports.auto_reply import read_auto_reply
from delivery.mail_reports.dsn import read_dsn
from delivery.mail_reports.feedback import read_feedback
from delivery.mail_reports.mail_parts import ReportMail, read_mail
from delivery.mail_reports.older_bounce import read_older_bounce
from delivery.message.bounce_token import BounceToken, addresses_of, read_bounce_token
from delivery.report_meaning import ReportVerdict

FOR_A_PERSON = "delivery-mail-for-a-person"
UNPROVEN = "delivery-mail-unproven"
"""Why an email is kept for staff: it reports nothing, or nobody can show that it is about one of ours."""
MAX_ADDRESSES = 200
_RECIPIENTS = (
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Delivered-To",
    "X-Forwarded-To",
    "Apparently-To",
    "To",
    "Cc",
)
_MESSAGE_ID = re.compile(rb"<([0-9a-f]{40})@([A-Za-z0-9.-]{1,254})>")


class MailKind(StrEnum):
    DSN = "dsn"
    FEEDBACK = "feedback"
    OLDER_BOUNCE = "older_bounce"
    AUTO_REPLY = "auto_reply"
    OTHER = "other"
    """For a person to read."""


@dataclass(frozen=True, slots=True)
class MailReport:
    kind: MailKind
    verdict: ReportVerdict | None
    """None: of what is for a person to read."""
    detail: str
    """The server's words, without addresses."""
    token: BounceToken | None
    message_id: str | None
    """Of the email that it is about, in angle brackets; None where a token says which that is."""
    written_at: datetime | None

    @property
    def is_proven(self) -> bool:
        """Whether it is about an email of ours, so that it may act."""
        return self.token is not None or self.message_id is not None


def read_mail_report(raw: bytes, *, signer: Signer, list_domain: str) -> MailReport:
    """Of any bytes. `list_domain`: as in each Message-ID of ours."""
    mail = read_mail(raw)
    token = find_token(mail, signer)
    message_id = find_message_id(mail, list_domain) if token is None else None
    kind, verdict, detail = _classified(mail)
    return MailReport(kind, verdict, detail, token, message_id, mail.date)


def recipients_of(mail: ReportMail) -> list[str]:
    """Every address that it came to, as its header has it."""
    values = [str(value) for name in _RECIPIENTS for value in mail.message.get_all(name, [])]
    return [address for value in values[:MAX_ADDRESSES] for address in addresses_of(value[:2_000])][:MAX_ADDRESSES]


def find_token(mail: ReportMail, signer: Signer) -> BounceToken | None:
    """That of the address that it came to; else the first that stands anywhere in it."""
    for address in (*recipients_of(mail), *_addresses_anywhere(mail)):
        token = read_bounce_token(signer, address)
        if token is not None:
            return token
    return None


def find_message_id(mail: ReportMail, list_domain: str) -> str | None:
    for match in _MESSAGE_ID.finditer(mail.raw):
        if match[2].decode("ascii").lower() == list_domain.lower():
            return match[0].decode("ascii")
    return None


def _addresses_anywhere(mail: ReportMail) -> list[str]:
    text = mail.raw.decode("ascii", "replace")
    return [address for address, _ in zip(addresses_of(text), range(MAX_ADDRESSES), strict=False)]


def _classified(mail: ReportMail) -> tuple[MailKind, ReportVerdict | None, str]:
    for kind, read in (
        (MailKind.FEEDBACK, read_feedback),
        (MailKind.DSN, read_dsn),
        (MailKind.OLDER_BOUNCE, read_older_bounce),
    ):
        result = read(mail)
        if result is not None:
            return kind, *result
    auto_reply = read_auto_reply(mail)
    return (MailKind.AUTO_REPLY, auto_reply, "auto-reply") if auto_reply else (MailKind.OTHER, None, "")
