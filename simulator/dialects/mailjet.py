"""Mailjet: POST /v3.1/send with a result for each message, GET /v3/REST/message; webhooks with a password."""

import json
from base64 import b64encode
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
    mailbox_of,
    number_of,
    object_of,
    read_json,
    text_of,
    texts_of,
)
from simulator.events import BOUNCE_WORDS, basic_auth
from simulator.idempotency import Answer
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult

MAX_BATCH = 50
EVENTS = {
    EventType.DELIVERED: "sent",  # as Mailjet means it: the reader's server took it
    EventType.DELAYED: "bounce",
    EventType.BOUNCED: "bounce",
    EventType.COMPLAINED: "spam",
}


class MailjetDialect(Dialect):
    name: ClassVar[str] = "mailjet"
    paths: ClassVar[tuple[str, ...]] = ("/v3.1/send",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        expected = b64encode(f"{key}:{key}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {expected}":
            raise _refusal(401, "API key authentication/authorization failure.")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        payload = read_json(body, lambda message: _refusal(400, message))
        messages = items_of(payload, "Messages")
        if not 0 < len(messages) <= MAX_BATCH:
            raise _refusal(400, f"Messages must hold between 1 and {MAX_BATCH} messages.")
        return SubmissionRequest([_written(message) for message in messages])

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        results: dict[int, dict[str, object]] = {
            refusal.index: {
                "Status": "error",
                "Errors": [
                    {
                        "ErrorCode": "mj-0013",
                        "StatusCode": 400,
                        "ErrorMessage": refusal.message,
                        "ErrorRelatedTo": ["To[0].Email"],
                    }
                ],
            }
            for refusal in validation.refused
        }
        for message in validation.taken:
            to = [{"Email": address, "MessageID": number_of(message.id)} for address in message.envelope.to]
            name = order.messages[message.index].facts["custom_id"]
            results[message.index] = {"Status": "success", "CustomID": name, "To": to}
        return {"Messages": [results[index] for index in sorted(results)]}

    def respond(self, answer: Answer) -> Response:
        assert isinstance(answer, dict)  # noqa: S101  as it was made
        is_good = any(entry["Status"] == "success" for entry in answer["Messages"])
        return JSONResponse(answer, status_code=200 if is_good else 400)

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                return _refusal(429, "Too many requests", headers={"retry-after": str(retry_after)})
            case Trouble.QUOTA:
                return _refusal(403, "You have reached your daily limit of emails.")
            case Trouble.ERROR:
                return _refusal(500, "Internal Server Error")

    def questions(self) -> list[tuple[str, str, Question]]:
        return [("GET", "/v3/REST/message", _search)]

    def tell(
        self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime
    ) -> SignedWebhook | None:
        if event not in EVENTS:
            return None
        body = {
            "event": EVENTS[event],
            "time": int(received.at.timestamp()) + list(EventType).index(event),
            "MessageID": number_of(received.id),
            "email": received.mailbox,
            "CustomID": received.facts["custom_id"],
        }
        if EVENTS[event] == "bounce":
            is_hard = event is EventType.BOUNCED
            error = "user unknown" if is_hard else "greylisted"
            body |= {"hard_bounce": is_hard, "error": error, "comment": BOUNCE_WORDS if is_hard else ""}
        return SignedWebhook(basic_auth(secret), json.dumps([body]).encode())


def _written(payload: Any) -> SubmittedMessage:
    mailbox = {"email": "Email", "name": "Name"}
    body: dict[str, Any] = {
        "from": mailbox_of(object_of(payload, "From"), **mailbox),
        "to": [mailbox_of(recipient, **mailbox) for recipient in items_of(payload, "To")],
        "subject": text_of(payload, "Subject"),
        "html": text_of(payload, "HTMLPart"),
        "text": text_of(payload, "TextPart"),
        "headers": texts_of(object_of(payload, "Headers")),
    }
    if answer_to := text_of(object_of(payload, "ReplyTo"), "Email"):
        body["reply_to"] = answer_to
    return SubmittedMessage(body, {"custom_id": text_of(payload, "CustomID")})


def _search(request: Request, _: bytes, record: Record) -> Response:
    name = request.query_params.get("CustomID")
    rows = [
        {"ID": number_of(message.id), "CustomID": name, "Status": "sent"}
        for message in record.of(MailjetDialect.name)
        if message.facts["custom_id"] == name
    ]
    return JSONResponse({"Count": len(rows), "Data": rows, "Total": len(rows)})


def _refusal(status: int, message: str, *, headers: dict[str, str] | None = None) -> Refusal:
    content = {"ErrorIdentifier": "simulator", "ErrorMessage": message, "StatusCode": status}
    return Refusal(f"mailjet_{status}", JSONResponse(content, status_code=status, headers=headers))


DIALECT = MailjetDialect()
