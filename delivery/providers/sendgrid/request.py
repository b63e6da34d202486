"""A group of messages as SendGrid wants it: content once, one personalization for each reader. Pure.

SendGrid replaces whatever words `substitutions` names, as they stand and wherever they occur. The words used here
occur in none of the messages, so that nothing else is ever replaced.
"""

import json
from collections.abc import Callable
from typing import Any

from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers.shared.merge_groups import Group, fresh_name, translated

DELIVERY = "bilten_delivery"
CAMPAIGN = "bilten_campaign"
BATCH = "bilten_batch"
"""With a prefix: in SendGrid's events they stand beside its own words."""
MAX_VALUES_LENGTH = 9_000
"""Bytes; SendGrid takes 10,000 for a reader, with the words that are replaced."""


def build_body(batch: OutgoingBatch, group: Group) -> bytes:
    word = fresh_name(group)

    def gap(name: str) -> str:
        return f"-{word}{name}-"

    body: dict[str, Any] = {
        "personalizations": [_personal(batch, group, message, gap) for message in group.messages],
        "from": _mailbox(batch.from_name, batch.from_address),
        "content": [
            {"type": "text/plain", "value": translated(group.content.text, literal=str, gap=gap)},
            {"type": "text/html", "value": translated(group.content.html, literal=str, gap=gap)},
        ],
        "categories": [batch.reference],
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
            "ganalytics": {"enable": False},
        },
    }
    if batch.reply_to:
        body["reply_to"] = {"email": batch.reply_to}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _personal(
    batch: OutgoingBatch, group: Group, message: OutgoingMessage, gap: Callable[[str], str]
) -> dict[str, Any]:
    personal: dict[str, Any] = {
        "to": [_mailbox(message.to_name, message.to)],
        "subject": message.subject,
        "headers": dict(message.headers),
        "custom_args": {DELIVERY: str(message.delivery_id), CAMPAIGN: batch.reference, BATCH: batch.key},
    }
    values = group.values(message)
    if values:
        personal["substitutions"] = {gap(name): value for name, value in values.items()}
    return personal


def _mailbox(name: str | None, address: str) -> dict[str, str]:
    shown = (name or "").strip()
    return {"email": address, "name": shown} if shown else {"email": address}
