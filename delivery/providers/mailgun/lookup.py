"""What Mailgun's record of accepted messages says of one call. Pure; the pages are asked for elsewhere.

https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events: a page is followed by the address
in its `paging`, and the first one that is empty is the last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from delivery.errors import OutcomeUnknown
from delivery.message.outgoing import OutgoingBatch
from delivery.providers.mailgun.request import BATCH, DELIVERY, drawer
from delivery.providers.mailgun.response import refusal
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.webhook_json import inside, own_id, text_or_none

MAX_ID = 198
PAGE = 300
BEFORE, AFTER = timedelta(minutes=15), timedelta(minutes=75)
"""Around the moment at which the attempt was opened: no call of it was made outside, whatever the clocks say."""


@dataclass(frozen=True, slots=True)
class Page:
    accepted: Mapping[int, str | None]
    next: str | None
    """Path and query of the next page; None where this is the last."""


def question(batch: OutgoingBatch) -> dict[str, str]:
    """What was accepted around the time of this call, under its one tag of few."""
    return {
        "event": "accepted",
        "tags": drawer(batch.key),
        "begin": str(int((batch.date - BEFORE).timestamp())),
        "end": str(int((batch.date + AFTER).timestamp())),
        "ascending": "yes",
        "limit": str(PAGE),
    }


def read_page(answer: Answer, batch: OutgoingBatch, *, path: str) -> Page:
    """`path`: where the events lie; a next page anywhere else is not followed. Raises ProviderError."""
    if answer.status != 200:
        raise refusal(answer)
    payload = answer.json()
    items = payload.get("items") if isinstance(payload, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise OutcomeUnknown("the list of events cannot be read")
    return Page(_mine(items, batch), next_page(answer, path) if items else None)


def _mine(items: list[dict[str, Any]], batch: OutgoingBatch) -> dict[int, str | None]:
    of_address = {message.to.lower(): message.delivery_id for message in batch.messages}
    everyone = frozenset(of_address.values())
    accepted: dict[int, str | None] = {}
    for item in items:
        if inside(item, "user-variables", BATCH) != batch.key:
            continue
        named = own_id(inside(item, "user-variables", DELIVERY))
        delivery_id = named if named in everyone else of_address.get(str(item.get("recipient", "")).lower())
        if delivery_id is not None:
            name = text_or_none(inside(item, "message", "headers", "message-id"))
            accepted[delivery_id] = f"<{name.strip('<>')[:MAX_ID]}>" if name else None
    return accepted


def next_page(answer: Answer, path: str) -> str:
    """Path and query of what follows. Raises ProviderError where that lies anywhere but under `path`."""
    there = urlsplit(text_or_none(inside(answer.json(), "paging", "next")) or "")
    if there.path != path and not there.path.startswith(f"{path}/"):
        raise OutcomeUnknown("the list does not say where it goes on")
    return f"{there.path}?{there.query}" if there.query else there.path
