"""A batch as Brevo wants it. Pure, and canonical: the same batch gives the same bytes.

One version of the mail for each reader, complete. What stands outside the versions is nobody's: should Brevo ever
fall back to it, no reader gets another's links.
"""

import uuid
from typing import Any

from delivery.message.headers import phrase
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers.shared.opaque_id import OpaqueId
from delivery.providers.shared.shared_json import SharedJsonBody

DELIVERY_HEADER = "X-Mailin-custom"
"""Comes back with every event, and arrives at the reader, too."""
HEADERS_NOT_CARRIED = frozenset({"message-id"})  # Brevo names every message itself, and its events use that name
MAX_NAME = 70

_KEYS = uuid.UUID("6f1d1c0e-8d3b-5b53-9a55-3a1f0a1f7b2e")  # only to make other names of ours than anybody else's


def idempotency_key(key: str) -> str:
    """Brevo's keys are UUIDs: the same one for the same attempt, another for any other."""
    return str(uuid.uuid5(_KEYS, key))


def build_body(batch: OutgoingBatch, opaque_id: OpaqueId) -> bytes:
    shared_json_body = SharedJsonBody()
    content: dict[str, Any] = {
        "sender": {"name": batch.from_name, "email": batch.from_address},
        "subject": batch.from_name,
        "htmlContent": "<p></p>",
        "headers": {"idempotencyKey": idempotency_key(batch.key)},
        "tags": [batch.key],
        "messageVersions": [_version(message, opaque_id, shared_json_body) for message in batch.messages],
    }
    if batch.reply_to:
        content["replyTo"] = {"email": batch.reply_to}
    return shared_json_body.dump(content)


def _version(message: OutgoingMessage, opaque_id: OpaqueId, shared_json_body: SharedJsonBody) -> dict[str, Any]:
    headers = {name: value for name, value in message.headers if name.lower() not in HEADERS_NOT_CARRIED}
    return {
        "to": [_recipient(message)],
        "subject": message.subject,
        "htmlContent": shared_json_body.html(message),
        "textContent": shared_json_body.text(message),
        "headers": headers | {DELIVERY_HEADER: opaque_id.hide(message.delivery_id)},
    }


def _recipient(message: OutgoingMessage) -> dict[str, str]:
    """A name goes along if it fits: encoded by us, because Brevo loses some that are not plain ASCII."""
    name = phrase("To", message.to_name or "")
    return {"email": message.to, "name": name} if 0 < len(name) <= MAX_NAME else {"email": message.to}
