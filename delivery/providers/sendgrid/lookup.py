"""What SendGrid's log of messages says of one call. Pure; the questions are asked elsewhere.

https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-all-messages: at most a thousand messages an
answer and no further pages, so a span of time that holds more is asked for in halves. A message in the log has no
delivery id of ours; but a campaign has one message for a reader, and its category and the address name that one.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from delivery.errors import OutcomeUnknown
from delivery.message.outgoing import OutgoingBatch
from delivery.providers.sendgrid.response import refusal
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.webhook_json import text_or_none

MAX_ID = 200
MAX_ROWS = 1000
BEFORE, AFTER = timedelta(minutes=15), timedelta(minutes=75)
"""Around the moment at which the attempt was opened: no call of it was made outside, whatever the clocks say."""
SHORTEST = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From `since` on and before `until`, in whole seconds."""

    since: datetime
    until: datetime

    def halves(self) -> Iterator["TimeRange"]:
        middle = self.since + timedelta(seconds=(self.until - self.since) // SHORTEST // 2)
        yield TimeRange(self.since, middle)
        yield TimeRange(middle, self.until)

    @property
    def can_be_halved(self) -> bool:
        return self.until - self.since > SHORTEST


def span_of(batch: OutgoingBatch) -> TimeRange:
    opened_at = batch.date.astimezone(UTC).replace(microsecond=0)
    return TimeRange(opened_at - BEFORE, opened_at + AFTER)


def question(batch: OutgoingBatch, span: TimeRange) -> bytes:
    asked = (
        f"categories IN ('{batch.reference}')"
        f' AND sg_message_id_created_at >= TIMESTAMP "{_moment(span.since)}"'
        f' AND sg_message_id_created_at < TIMESTAMP "{_moment(span.until)}"'
    )
    return json.dumps({"query": asked, "limit": MAX_ROWS}).encode()


def read_log(answer: Answer) -> tuple[dict[str, str | None], bool]:
    """By address in lower case, SendGrid's name of the call that carried it; and whether that is all of the span.

    Raises ProviderError.
    """
    if answer.status != 200:
        raise refusal(answer)
    payload = answer.json()
    rows = payload.get("messages") if isinstance(payload, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise OutcomeUnknown("the log of messages cannot be read")
    accepted: dict[str, str | None] = {}
    for row in rows:
        address, name = text_or_none(row.get("to_email")), text_or_none(row.get("sg_message_id"))
        if address is None:
            raise OutcomeUnknown("the log of messages does not say to whom they went")
        accepted[address.lower()] = name.partition(".")[0][:MAX_ID] if name else None
    return accepted, len(rows) < MAX_ROWS


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
