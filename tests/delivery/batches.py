"""Batches for the provider tests."""

from typing import Any

from delivery.attempts.keys import message_id
from delivery.message.headers import bulk_headers
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from tests.conftest import NOON


def a_message(delivery_id: int = 1, to: str | None = None, **changes: Any) -> OutgoingMessage:
    to = to or f"reader{delivery_id}@example.org"
    facts: dict[str, Any] = {
        "delivery_id": delivery_id,
        "rendered_for": f"hash-of-{to}",
        "to": to,
        "to_hash": f"hash-of-{to}",
        "subject": "Brodolom pri Krotonu – izjava",
        "html": f"<p>Živjo, bralka {delivery_id}</p>",
        "text": f"Živjo, bralka {delivery_id}",
        "headers": bulk_headers(
            unsubscribe_url=f"https://bulletin.example.org/u/{'t' * 150}{delivery_id}",
            list_name="Bilten, mesečni",
            list_slug="bilten",
            list_domain="bulletin.example.org",
            message_id=message_id("camp2345", delivery_id, domain="bulletin.example.org", secret="s"),
        ),
    }
    return OutgoingMessage(**facts | changes)


def a_batch(*messages: OutgoingMessage, **changes: Any) -> OutgoingBatch:
    facts: dict[str, Any] = {
        "key": "bilten-00000000000000000000000000000001",
        "date": NOON,
        "from_name": "Društvo Žarek",
        "from_address": "bulletin@bulletin.example.org",
        "reply_to": "office@bulletin.example.org",
        "reference": "camp2345",
        "messages": messages or (a_message(1), a_message(2), a_message(3)),
    }
    return OutgoingBatch(**facts | changes)
