"""A batch as Mailjet's Send API v3.1 wants it. Pure, and canonical: the same batch gives the same bytes.

Mailjet keeps no keys, but it can refuse a second mail to one person in one campaign: a net below our own.
"""

from typing import Any

from delivery.errors import CallRefused
from delivery.message.headers import phrase
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers.shared.shared_json import SharedJsonBody

MAX_SUBJECT = 255
HEADERS_NOT_CARRIED = frozenset({"list-id", "message-id", "x-feedback-id"})  # it writes its own


def build_body(batch: OutgoingBatch) -> bytes:
    """Raises CallRefused for a subject that is too long."""
    shared_json_body = SharedJsonBody()
    return shared_json_body.dump(
        {"Messages": [_message(batch, message, shared_json_body) for message in batch.messages]}
    )


def custom_id(batch: OutgoingBatch, delivery_id: int) -> str:
    """A delivery's name at Mailjet: the campaign's random one goes before it, for no other installation's sake."""
    return f"{batch.reference}.{delivery_id}"


def _message(batch: OutgoingBatch, message: OutgoingMessage, shared_json_body: SharedJsonBody) -> dict[str, Any]:
    if len(message.subject) > MAX_SUBJECT:
        raise CallRefused(f"Mailjet takes subjects of at most {MAX_SUBJECT} characters")
    name = phrase("To", message.to_name or "")
    content: dict[str, Any] = {
        "From": {"Email": batch.from_address, "Name": batch.from_name},
        "To": [{"Email": message.to, "Name": name} if name else {"Email": message.to}],
        "Subject": message.subject,
        "TextPart": shared_json_body.text(message),
        "HTMLPart": shared_json_body.html(message),
        "CustomID": custom_id(batch, message.delivery_id),
        "TrackOpens": "disabled",
        "TrackClicks": "disabled",
        "Headers": {name: value for name, value in message.headers if name.lower() not in HEADERS_NOT_CARRIED},
    }
    if batch.reply_to:
        content["ReplyTo"] = {"Email": batch.reply_to}
    if message.delivery_id:  # a campaign's; whoever asks twice to subscribe is written to twice
        content |= {"CustomCampaign": batch.reference, "DeduplicateCampaign": True}
    return content
