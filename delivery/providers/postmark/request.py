"""A batch as Postmark wants it. Pure, and canonical: the same batch gives the same bytes."""

from typing import Any

from delivery.message.headers import mailbox
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers.shared.shared_json import SharedJsonBody

DELIVERY = "delivery"
ATTEMPT = "attempt"
CAMPAIGN = "campaign"
HEADERS_NOT_CARRIED = frozenset({"message-id"})  # Postmark names every message itself


def build_body(batch: OutgoingBatch, *, stream: str) -> bytes:
    shared_json_body = SharedJsonBody()
    return shared_json_body.dump([_item(batch, message, stream, shared_json_body) for message in batch.messages])


def _item(
    batch: OutgoingBatch, message: OutgoingMessage, stream: str, shared_json_body: SharedJsonBody
) -> dict[str, Any]:
    item: dict[str, Any] = {
        "From": mailbox("From", batch.from_name, batch.from_address),
        "To": mailbox("To", message.to_name, message.to),
        "Subject": message.subject,
        "HtmlBody": shared_json_body.html(message),
        "TextBody": shared_json_body.text(message),
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
