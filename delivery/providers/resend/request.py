"""A batch as Resend wants it. Pure, and canonical: the same batch gives the same bytes.

Resend compares the body of a repeat with the first one and answers 409 if a byte differs.
"""

import re
from typing import Any

from delivery.errors import SenderMisconfigured
from delivery.message.headers import mailbox
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers.shared.shared_json import SharedJsonBody

DELIVERY_TAG = "delivery"
CAMPAIGN_TAG = "campaign"

NOT_IN_A_FROM_NAME = '",;:<>@()[]\\'
_NOT_IN_A_TAG = re.compile(r"[^A-Za-z0-9_-]")


def build_headers(batch: OutgoingBatch) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "Idempotency-Key": batch.key,
        "x-batch-validation": "permissive",  # one bad address must not hold up the other 99
    }


def build_body(batch: OutgoingBatch) -> bytes:
    """Raises SenderMisconfigured for a sender's name that Resend is known to refuse."""
    sender = _sender(batch)
    shared_json_body = SharedJsonBody()
    return shared_json_body.dump([_item(batch, message, sender, shared_json_body) for message in batch.messages])


def _item(
    batch: OutgoingBatch, message: OutgoingMessage, sender: str, shared_json_body: SharedJsonBody
) -> dict[str, Any]:
    item: dict[str, Any] = {
        "from": sender,
        "to": [mailbox("To", message.to_name, message.to)],
        "subject": message.subject,
        "html": shared_json_body.html(message),
        "text": shared_json_body.text(message),
        "headers": dict(message.headers),
        "tags": [
            {"name": DELIVERY_TAG, "value": str(message.delivery_id)},
            {"name": CAMPAIGN_TAG, "value": _NOT_IN_A_TAG.sub("_", batch.reference)},
        ],
    }
    if batch.reply_to:
        item["reply_to"] = batch.reply_to
    return item


def _sender(batch: OutgoingBatch) -> str:
    """`Name <address>`, unquoted and unencoded: in this field Resend refuses quoted names and encoded words."""
    name = batch.from_name.strip()
    if any(char in NOT_IN_A_FROM_NAME for char in name):
        raise SenderMisconfigured(f"Resend takes no commas or other punctuation in the sender's name: {name}")
    return f"{name} <{batch.from_address}>" if name else batch.from_address
