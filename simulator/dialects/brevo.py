"""Brevo: POST /v3/smtp/email with messageVersions, GET /v3/smtp/statistics/events; webhooks with a password.

A call is taken whole or not at all. Of a known key it says no more than that it knows it.
"""

import json
from datetime import datetime, timedelta
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
    mailbox_of,
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

MAX_VERSIONS = 1000
EVENTS = {
    EventType.SENT: "request",
    EventType.DELIVERED: "delivered",
    EventType.DELAYED: "deferred",
    EventType.BOUNCED: "hard_bounce",
    EventType.COMPLAINED: "spam",
}


class BrevoDialect(Dialect):
    name: ClassVar[str] = "brevo"
    paths: ClassVar[tuple[str, ...]] = ("/v3/smtp/email",)
    key_lifetime: ClassVar[timedelta] = timedelta(minutes=30)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        if request.headers.get("api-key") != key:
            raise _refusal(401, "unauthorized", "Key not found")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        payload = read_json(body, lambda message: _refusal(400, "invalid_parameter", message))
        versions = items_of(payload, "messageVersions")
        if not 0 < len(versions) <= MAX_VERSIONS:
            raise _refusal(400, "invalid_parameter", "messageVersions is missing or too long")
        key = text_of(object_of(payload, "headers"), "idempotencyKey") or None
        return SubmissionRequest([_written(payload, version) for version in versions], key)

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        for refused in validation.refused:
            raise _refusal(400, "invalid_parameter", refused.message)
        return {"messageIds": [message_name(message.id) for message in validation.taken]}

    def respond(self, answer: Answer) -> Response:
        return JSONResponse(answer, status_code=201)

    def repeated(self, answer: Answer) -> Response:
        return _refusal(400, "duplicate_parameter", "idempotencyKey has been used").response

    def reused(self, *, is_in_flight: bool) -> Refusal:
        return _refusal(400, "duplicate_parameter", "idempotencyKey has been used")

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                wait = {"x-sib-ratelimit-reset": str(retry_after)}
                return _refusal(429, "too_many_requests", "Rate limit exceeded", headers=wait)
            case Trouble.QUOTA:
                return _refusal(402, "not_enough_credits", "You have run out of email credits")
            case Trouble.ERROR:
                return _refusal(500, "internal_error", "Something went wrong")

    def questions(self) -> list[tuple[str, str, Question]]:
        return [("GET", "/v3/smtp/statistics/events", _events)]

    def tell(self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime) -> SignedWebhook:
        body = {
            "event": EVENTS[event],
            "email": received.mailbox,
            "message-id": message_name(received.id),
            "subject": received.envelope.subject,
            "tag": received.facts["tag"],
            "date": f"{now:%Y-%m-%d %H:%M:%S}",
            "ts_epoch": int(received.at.timestamp() * 1000) + list(EventType).index(event),
            "X-Mailin-custom": received.envelope.header("X-Mailin-custom"),
        }
        if event in (EventType.BOUNCED, EventType.DELAYED):
            body["reason"] = BOUNCE_WORDS
        return SignedWebhook(basic_auth(secret), json.dumps(body).encode())


def message_name(message_id: str) -> str:
    return f"<{message_id}@smtp-relay.simulator.invalid>"


def _written(payload: Any, version: Any) -> SubmittedMessage:
    body: dict[str, Any] = {
        "from": mailbox_of(payload.get("sender")),
        "to": [mailbox_of(recipient) for recipient in items_of(version, "to")],
        "subject": text_of(version, "subject") or text_of(payload, "subject"),
        "html": text_of(version, "htmlContent"),
        "text": text_of(version, "textContent"),
        "headers": texts_of(object_of(version, "headers")),
    }
    if answer_to := text_of(payload.get("replyTo"), "email"):
        body["reply_to"] = answer_to
    tags = [tag for tag in items_of(payload, "tags") if isinstance(tag, str)]
    return SubmittedMessage(body, {"tag": tags[0] if tags else ""})


def _events(request: Request, _: bytes, record: Record) -> Response:
    asked = request.query_params
    events = [
        {
            "event": "requests",
            "email": message.mailbox,
            "messageId": message_name(message.id),
            "tag": message.facts["tag"],
            "subject": message.envelope.subject,
            "date": timestamp(message.at),
        }
        for message in record.of(BrevoDialect.name)
        if asked.get("tags", message.facts["tag"]) == message.facts["tag"]
        and asked.get("email", message.mailbox).lower() == message.mailbox
    ]
    events = events[: int(asked.get("limit", "2500"))]
    return JSONResponse({"events": events} if events else {})


def _refusal(status: int, code: str, message: str, *, headers: dict[str, str] | None = None) -> Refusal:
    return Refusal(code, JSONResponse({"code": code, "message": message}, status_code=status, headers=headers))


DIALECT = BrevoDialect()
