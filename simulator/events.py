"""What the events of all dialects have in common."""

from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256

from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType

BOUNCE_WORDS = "550 5.1.1 The mailbox does not exist (rehearsal)"


def event_id(received: ReceivedMessage, event: EventType) -> str:
    """The same for every telling of one event, also after a restart: receivers drop repeats by it."""
    return "msg_" + sha256(f"{received.id} {event}".encode()).hexdigest()[:27]


def timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def basic_auth(secret: str) -> dict[str, str]:
    """As from a webhook address such as https://bilten:SECRET@…"""
    return {"authorization": "Basic " + b64encode(f"bilten:{secret}".encode()).decode()}
