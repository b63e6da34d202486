"""Bounces, complaints and auto-replies that come as email: what `delivery/mail_reports` reads in them, as
events."""

from collections.abc import Sequence

from core.signing import Signer
from delivery import report_meaning as m
from delivery.errors import MailForAPerson
from delivery.mail_reports import auto_reply, dsn, feedback, older_bounce
from delivery.mail_reports.mail_report import FOR_A_PERSON, UNPROVEN, MailKind, MailReport, read_mail_report
from delivery.message.outgoing import NO_DELIVERY
from delivery.provider_words import clean
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.report_meaning import ReportVerdict, of_feedback

SOURCES = (*dsn.SOURCES, *feedback.SOURCES, *auto_reply.SOURCES, *older_bounce.SOURCES)
_FAILED = {
    "5.1.1 (no such mailbox), 5.1.2, 5.1.6, 5.1.10": "5.1.1",
    "5.2.2 (mailbox full), 5.2.1 (switched off)": "5.2.1",
    "5.2.3, 5.3.4 (too large)": "5.3.4",
    "5.7.8, 5.7.20–5.7.27 (not trusted)": "5.7.26",
    "5.0.0 and others, in words that say nothing clearly": "5.0.0",
    "4.4.7, 4.4.1 (given up after days)": "4.4.7",
    "4.2.2 and others": "4.2.2",
}
REPORTS: dict[str, ReportVerdict] = (
    {f"Action: failed, Status: {shown}": dsn.of_failure(status, "") for shown, status in _FAILED.items()}
    | {f"Action: {action}": meaning for action, meaning in dsn.ACTIONS.items()}
    | {f"Feedback-Type: {kind}": of_feedback(kind) for kind in feedback.FEEDBACK_TYPES}
    | {"an auto-reply": m.SENT, "anything else": m.UNKNOWN}
)


class MailReportParser:
    def __init__(self, signer: Signer, list_domain: str) -> None:
        self._signer = signer
        self._list_domain = list_domain

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        """At most one event: an envelope of ours carries one email. Raises MailForAPerson."""
        report = read_mail_report(body, signer=self._signer, list_domain=self._list_domain)
        if not report.is_proven and report.kind is not MailKind.AUTO_REPLY:
            raise MailForAPerson(UNPROVEN)
        if report.verdict is None:
            raise MailForAPerson(FOR_A_PERSON)
        return [_event(report, report.verdict, receipt_key)] if report.is_proven else []


def _event(report: MailReport, verdict: ReportVerdict, receipt_key: str) -> IncomingEvent:
    token = report.token
    delivery_id = (token.delivery_id or NO_DELIVERY) if token else None
    return IncomingEvent(
        event_id=receipt_key,
        type=verdict.type,
        occurred_at=report.written_at,
        delivery_id=delivery_id,
        provider_message_id=report.message_id,
        reject_reason=verdict.reason,
        is_permanent=verdict.is_permanent,
        detail=clean(report.detail) or None,
        address_hash_prefix=token.address_hash_prefix if token else None,
    )
