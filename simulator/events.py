"""Webhook bodies in Resend's shape, and their Svix signatures."""

import hmac
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from hashlib import sha256

from simulator.fate import EventType
from simulator.ledger import Received

BOUNCE = {
    "type": "Permanent",
    "subType": "General",
    "message": "550 5.1.1 The mailbox does not exist (rehearsal)",
    "diagnosticCode": ["smtp; 550 5.1.1 user unknown"],
}


def event_id(received: Received, event: EventType) -> str:
    """The same for every telling of one event, also after a restart: Resend's receivers drop repeats by it."""
    return "msg_" + sha256(f"{received.id} {event}".encode()).hexdigest()[:27]


def event_body(received: Received, event: EventType, *, now: datetime) -> bytes:
    envelope = received.envelope
    data: dict[str, object] = {
        "email_id": received.id,
        "created_at": timestamp(received.at),
        "from": envelope.sender,
        "to": list(envelope.to),
        "subject": envelope.subject,
        "tags": dict(envelope.tags),
    }
    if envelope.headers:
        data["headers"] = [{"name": name, "value": value} for name, value in envelope.headers.items()]
    if event is EventType.BOUNCED:
        data["bounce"] = BOUNCE
    return json.dumps({"type": event, "created_at": timestamp(now), "data": data}).encode()


def timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def signature_headers(identifier: str, body: bytes, *, secret: str, now: datetime) -> dict[str, str]:
    """The three headers of Svix: an HMAC-SHA256 over id, time and body, keyed with what follows whsec_."""
    seconds = str(int(now.timestamp()))
    key = b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, b".".join([identifier.encode(), seconds.encode(), body]), sha256).digest()
    return {
        "svix-id": identifier,
        "svix-timestamp": seconds,
        "svix-signature": "v1," + b64encode(signed).decode(),
    }
