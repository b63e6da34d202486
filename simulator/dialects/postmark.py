"""Postmark: POST /email/batch with a result for each message, GET /messages/outbound; webhooks with a password."""

import json
from datetime import datetime
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.dialects.base import (
    Dialect,
    Question,
    Record,
    Refusal,
    SignedWebhook,
    SubmissionRequest,
    SubmittedMessage,
    Trouble,
    items_of,
    number_of,
    object_of,
    read_json,
    text_of,
    texts_of,
)
from simulator.events import BOUNCE_WORDS, basic_auth, timestamp
from simulator.idempotency import Answer
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult

MAX_BATCH = 500
MOMENTS = {
    EventType.DELIVERED: ("Delivery", "DeliveredAt", ""),
    EventType.DELAYED: ("Bounce", "BouncedAt", "Transient"),
    EventType.BOUNCED: ("Bounce", "BouncedAt", "HardBounce"),
    EventType.COMPLAINED: ("SpamComplaint", "BouncedAt", "SpamComplaint"),
}
"""By event: the record, the name of its moment, the type of bounce. That it was taken, Postmark posts nobody."""


class PostmarkDialect(Dialect):
    name: ClassVar[str] = "postmark"
    paths: ClassVar[tuple[str, ...]] = ("/email/batch",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        if request.headers.get("x-postmark-server-token") != key:
            raise _refusal(401, 10, "No Account or Server API tokens were supplied in the HTTP headers.")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        payload = read_json(body, lambda message: _refusal(422, 402, message))
        if not isinstance(payload, list) or not 0 < len(payload) <= MAX_BATCH:
            raise _refusal(422, 410, f"Maximum batch size is {MAX_BATCH} messages.")
        return SubmissionRequest([_written(item) for item in payload])

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        results: dict[int, dict[str, object]] = {
            refusal.index: {"ErrorCode": 300, "Message": f"Error parsing 'To': {refusal.message}"}
            for refusal in validation.refused
        }
        for message in validation.taken:
            to = ", ".join(message.envelope.to)
            results[message.index] = {"ErrorCode": 0, "Message": "OK", "MessageID": message.id, "To": to}
        return [results[index] for index in sorted(results)]

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                return _refusal(429, 429, "Too many requests", headers={"retry-after": str(retry_after)})
            case Trouble.QUOTA:
                return _refusal(422, 405, "Not allowed to send: you have run out of credits.")
            case Trouble.ERROR:
                return _refusal(500, 500, "Internal Server Error")

    def questions(self) -> list[tuple[str, str, Question]]:
        return [("GET", "/messages/outbound", _search)]

    def tell(
        self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime
    ) -> SignedWebhook | None:
        if event not in MOMENTS:
            return None
        record, moment, kind = MOMENTS[event]
        body = {
            "RecordType": record,
            "MessageID": received.id,
            "Recipient" if event is EventType.DELIVERED else "Email": received.mailbox,
            "Metadata": received.facts["metadata"],
            "MessageStream": received.facts["stream"],
            moment: timestamp(received.at),
        }
        if kind:
            body |= {"Type": kind, "ID": number_of(received.id) + list(EventType).index(event)}
            body |= {"Details": BOUNCE_WORDS}
        return SignedWebhook(basic_auth(secret), json.dumps(body).encode())


def _written(item: Any) -> SubmittedMessage:
    body: dict[str, Any] = {
        "from": text_of(item, "From"),
        "to": [text_of(item, "To")],
        "subject": text_of(item, "Subject"),
        "html": text_of(item, "HtmlBody"),
        "text": text_of(item, "TextBody"),
        "headers": {text_of(header, "Name"): text_of(header, "Value") for header in items_of(item, "Headers")},
    }
    if answer_to := text_of(item, "ReplyTo"):
        body["reply_to"] = answer_to
    metadata = texts_of(object_of(item, "Metadata"))
    return SubmittedMessage(body, {"metadata": metadata, "stream": text_of(item, "MessageStream") or "outbound"})


def _search(request: Request, _: bytes, record: Record) -> Response:
    asked = request.query_params
    metadata = {
        name.removeprefix("metadata_"): value for name, value in asked.items() if name.startswith("metadata_")
    }
    messages = [
        {
            "MessageID": message.id,
            "Metadata": message.facts["metadata"],
            "Status": "Sent",
            "To": [{"Email": message.mailbox}],
        }
        for message in record.of(PostmarkDialect.name)
        if metadata.items() <= message.facts["metadata"].items()
        and asked.get("messagestream", message.facts["stream"]) == message.facts["stream"]
    ]
    start = int(asked["offset"])
    return JSONResponse({"TotalCount": len(messages), "Messages": messages[start : start + int(asked["count"])]})


def _refusal(status: int, code: int, message: str, *, headers: dict[str, str] | None = None) -> Refusal:
    content = {"ErrorCode": code, "Message": message}
    return Refusal(f"postmark_{code}", JSONResponse(content, status_code=status, headers=headers))


DIALECT = PostmarkDialect()
