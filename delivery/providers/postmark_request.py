"""A batch as Postmark wants it. Pure, and canonical: the same batch gives the same bytes."""

import json
from typing import Any

from delivery.headers import mailbox
from delivery.outgoing import OutgoingBatch, OutgoingMessage

DELIVERY = "delivery"
ATTEMPT = "attempt"
CAMPAIGN = "campaign"
HEADERS_NOT_CARRIED = frozenset({"message-id"})  # Postmark names every message itself


def build_body(batch: OutgoingBatch, *, stream: str) -> bytes:
    items = [_item(batch, message, stream) for message in batch.messages]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":")).encode()


def _item(batch: OutgoingBatch, message: OutgoingMessage, stream: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "From": mailbox("From", batch.from_name, batch.from_address),
        "To": mailbox("To", message.to_name, message.to),
        "Subject": message.subject,
        "HtmlBody": message.html,
        "TextBody": message.text,
        "Headers": [
            {"Name": name, "Value": value}
            for name, value in message.headers
            if name.lower() not in HEADERS_NOT_CARRIED
        ],
        "Metadata": {DELIVERY: str(message.delivery_id), ATTEMPT: batch.key, CAMPAIGN: batch.reference},
        "MessageStream": stream,
        "TrackOpens": False,
        "TrackLinks": "None",
    }
    if batch.reply_to:
        item["ReplyTo"] = batch.reply_to
    return item
