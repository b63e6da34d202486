"""Webhooks of every provider that posts any, in its own facts_of, about one of our deliveries."""

import json
from dataclasses import dataclass
from typing import Any

from campaigns.sending.feedback import process_webhooks
from core.settings import Settings
from delivery.outcome import EventType
from delivery.providers.brevo.request import DELIVERY_HEADER
from delivery.providers.mailgun.request import DELIVERY as MAILGUN_DELIVERY
from delivery.providers.postmark.request import DELIVERY as POSTMARK_DELIVERY
from delivery.providers.resend.request import DELIVERY_TAG as RESEND_TAG
from delivery.providers.sendgrid.request import DELIVERY as SENDGRID_DELIVERY
from delivery.providers.ses.request import DELIVERY_TAG as SES_TAG
from delivery.providers.shared.opaque_id import OpaqueId
from delivery.tables import WebhookReceipt
from tests.campaigns.world import World

DELIVERED, FULL, GONE, BLOCKED, COMPLAINT = "delivered", "full", "gone", "blocked", "complaint"
FULL_REPLY = "452 4.2.2 The email account that you tried to reach is over quota"
GONE_REPLY = "550 5.1.1 The email account that you tried to reach does not exist"
BLOCKED_REPLY = "550 5.7.1 Service unavailable, client host [192.0.2.1] blocked using Spamhaus"


@dataclass(frozen=True)
class Report:
    """What became of which delivery, when (seconds since 1970, or nothing)."""

    kind: str
    delivery_id: int
    at: float | None
    number: str = "1"


def brevo(report: Report, settings: Settings) -> Any:
    names = {DELIVERED: "delivered", FULL: "soft_bounce", GONE: "hard_bounce", BLOCKED: "hard_bounce"}
    return [
        {
            "event": names.get(report.kind, "spam"),
            "email": "nada@example.org",
            "message-id": f"<{report.number}@relay>",
            "ts_epoch": None if report.at is None else int(report.at * 1000),
            "reason": REPLIES.get(report.kind),
            DELIVERY_HEADER: OpaqueId(settings.secret_key.get_secret_value()).hide(report.delivery_id),
        }
    ]


def mailjet(report: Report, _: Settings) -> Any:
    facts_of: dict[str, dict[str, Any]] = {
        DELIVERED: {"event": "sent"},
        FULL: {"event": "bounce", "hard_bounce": False, "error": "quota exceeded"},
        GONE: {"event": "bounce", "hard_bounce": True, "error": "user unknown"},
        BLOCKED: {"event": "bounce", "hard_bounce": True, "error": "policy issue"},
        COMPLAINT: {"event": "spam"},
    }
    facts = facts_of[report.kind]
    time = None if report.at is None else int(report.at)
    own = {"time": time, "MessageID": f"{report.number}", "CustomID": f"k.{report.delivery_id}"}
    return [{**facts, **own, "comment": REPLIES.get(report.kind)}]


def postmark(report: Report, _: Settings) -> Any:
    facts_of: dict[str, dict[str, Any]] = {
        DELIVERED: {"RecordType": "Delivery"},
        FULL: {"RecordType": "Bounce", "Type": "SoftBounce"},
        GONE: {"RecordType": "Bounce", "Type": "HardBounce"},
        BLOCKED: {"RecordType": "Bounce", "Type": "HardBounce"},
        COMPLAINT: {"RecordType": "SpamComplaint"},
    }
    facts = facts_of[report.kind]
    return facts | {
        "MessageID": f"pm-{report.number}",
        "BouncedAt": _iso(report.at),
        "Metadata": {POSTMARK_DELIVERY: str(report.delivery_id)},
        "Details": REPLIES.get(report.kind, ""),
    }


def mailgun(report: Report, _: Settings) -> Any:
    status = {"code": 452, "message": FULL_REPLY, "bounce-type": "soft"}
    facts_of: dict[str, dict[str, Any]] = {
        DELIVERED: {"event": "delivered"},
        FULL: {"event": "failed", "severity": "permanent", "reason": "bounce", "delivery-status": status},
        GONE: {
            "event": "failed",
            "severity": "permanent",
            "reason": "bounce",
            "delivery-status": {"code": 550, "message": GONE_REPLY},
        },
        BLOCKED: {
            "event": "failed",
            "severity": "permanent",
            "reason": "bounce",
            "delivery-status": {"code": 550, "message": BLOCKED_REPLY},
        },
        COMPLAINT: {"event": "complained"},
    }
    facts = facts_of[report.kind]
    data = facts | {"user-variables": {MAILGUN_DELIVERY: str(report.delivery_id)}, "timestamp": report.at}
    return {"signature": {}, "event-data": data}


def _as_ses(kind: str) -> dict[str, Any]:
    return {
        FULL: {"bounceType": "Transient", "bounceSubType": "MailboxFull"},
        GONE: {"bounceType": "Permanent", "bounceSubType": "General"},
        BLOCKED: {"bounceType": "Permanent", "bounceSubType": "General"},
    }.get(kind, {})


def resend(report: Report, _: Settings) -> Any:
    names = {DELIVERED: "email.delivered", COMPLAINT: "email.complained"}
    bounce = {name[len("bounce") :].lower(): value for name, value in _as_ses(report.kind).items()}
    data: dict[str, Any] = {"email_id": f"re-{report.number}", "tags": {RESEND_TAG: str(report.delivery_id)}}
    if bounce:
        replies = [REPLIES[report.kind]]
        data["bounce"] = {"type": bounce["type"], "subType": bounce["subtype"], "diagnosticCode": replies}
    return {"type": names.get(report.kind, "email.bounced"), "created_at": _iso(report.at), "data": data}


def sendgrid(report: Report, _: Settings) -> Any:
    facts_of: dict[str, dict[str, Any]] = {
        DELIVERED: {"event": "delivered"},
        FULL: {"event": "bounce", "type": "blocked"},
        GONE: {"event": "bounce", "type": "bounce"},
        BLOCKED: {"event": "bounce", "type": "bounce"},
        COMPLAINT: {"event": "spamreport"},
    }
    facts = facts_of[report.kind]
    own = {"timestamp": report.at, "sg_event_id": f"e{report.number}", SENDGRID_DELIVERY: str(report.delivery_id)}
    return [facts | own | {"reason": REPLIES.get(report.kind)}]


def ses(report: Report, _: Settings) -> Any:
    name = {DELIVERED: "Delivery", COMPLAINT: "Complaint"}.get(report.kind, "Bounce")
    people = [{"emailAddress": "nada@example.org", "diagnosticCode": f"smtp; {REPLIES.get(report.kind)}"}]
    particulars = {"timestamp": _iso(report.at), **_as_ses(report.kind), "bouncedRecipients": people}
    mail = {"messageId": f"ses-{report.number}", "tags": {SES_TAG: [str(report.delivery_id)]}}
    event = {"eventType": name, "mail": mail, name.lower(): particulars}
    return {"Type": "Notification", "MessageId": f"n{report.number}", "Message": json.dumps(event)}


REPLIES = {FULL: FULL_REPLY, GONE: GONE_REPLY, BLOCKED: BLOCKED_REPLY}
MAKE = {
    "brevo": brevo,
    "mailgun": mailgun,
    "mailjet": mailjet,
    "postmark": postmark,
    "resend": resend,
    "sendgrid": sendgrid,
    "ses": ses,
}
SAYS = {DELIVERED: EventType.DELIVERED, FULL: EventType.BOUNCED, COMPLAINT: EventType.COMPLAINED}


def _iso(at: float | None) -> str | None:
    from datetime import UTC, datetime

    return None if at is None else datetime.fromtimestamp(at, UTC).isoformat()


def post(world: World, body: bytes, *, key: str) -> None:
    """A webhook that was verified, and read by the job."""
    with world.database.write() as session:
        session.add(WebhookReceipt(sender_id=1, dedupe_key=key, body=body, received_at=world.clock.now()))
    process_webhooks(world.context)
