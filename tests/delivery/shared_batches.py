"""Batches of messages that share their content, as campaigns make them."""

from typing import Any

from delivery.message.outgoing import OutgoingBatch, OutgoingMessage, SharedContent, SharedText
from tests.delivery.batches import a_batch, a_message

SHARED = SharedContent(
    html=SharedText(("<p>Živjo, ", "</p>"), ("h0",)),
    text=SharedText(("Živjo, ", "\r\n", ""), ("t0", "t1")),
)


def a_sharing_message(
    delivery_id: int, name: str = "", content: SharedContent = SHARED, **changes: Any
) -> OutgoingMessage:
    name = name or f"bralka {delivery_id}"
    values = (("h0", name), ("t0", name), ("t1", f"https://example.org/{delivery_id}"))
    own = dict(values)
    facts: dict[str, Any] = {
        "html": content.html.filled(own),
        "text": content.text.filled(own),
        "shared": content,
        "values": values,
    }
    return a_message(
        delivery_id, **facts | {"headers": (("Precedence", "bulk"), ("X-Own", f"n{delivery_id}"))} | changes
    )


def a_sharing_batch(count: int = 3, **changes: Any) -> OutgoingBatch:
    return a_batch(*(a_sharing_message(number) for number in range(1, count + 1)), **changes)
