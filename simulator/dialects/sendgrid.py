"""SendGrid: POST /v3/mail/send with personalizations, POST /v3/logs; webhooks signed with a key of their own.

A call is taken whole or not at all and has one name. Words that stand for values are replaced wherever they occur.
"""

import json
import re
from base64 import b64decode, b64encode
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
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
from simulator.dialects.private_keys import is_private_key, own_private_key, public_half
from simulator.events import BOUNCE_WORDS, event_id
from simulator.idempotency import Answer
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult

MAX_PEOPLE = 1000
MAX_FOUND = 1000
EVENTS = {
    EventType.SENT: "processed",
    EventType.DELIVERED: "delivered",
    EventType.DELAYED: "deferred",
    EventType.BOUNCED: "bounce",
    EventType.COMPLAINED: "spamreport",
}
_CATEGORY = re.compile(r"categories IN \('([^']*)'\)")
_SPAN = re.compile(r"sg_message_id_created_at (>=|<=|<|>) TIMESTAMP \"([^\"]*)\"")


class SendGridDialect(Dialect):
    name: ClassVar[str] = "sendgrid"
    paths: ClassVar[tuple[str, ...]] = ("/v3/mail/send",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        if request.headers.get("authorization") != f"Bearer {key}":
            raise _refusal(401, "The provided authorization grant is invalid, expired, or revoked")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        payload = read_json(body, lambda message: _refusal(400, message))
        people = items_of(payload, "personalizations")
        if not 0 < len(people) <= MAX_PEOPLE:
            raise _refusal(400, f"between 1 and {MAX_PEOPLE} personalizations are needed", "personalizations")
        call = uuid4().hex[:22]
        return SubmissionRequest([_written(payload, person, call=call) for person in people])

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        if validation.refused:
            errors = [
                {"message": refusal.message, "field": f"personalizations.{refusal.index}.to.0.email", "help": None}
                for refusal in validation.refused
            ]
            raise Refusal("sendgrid_400", JSONResponse({"errors": errors}, status_code=400))
        return {"name": order.messages[0].facts["call"]}

    def respond(self, answer: Answer) -> Response:
        assert isinstance(answer, dict)  # noqa: S101  as it was made
        return Response(status_code=202, headers={"X-Message-Id": str(answer["name"])})

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                wait = {"x-ratelimit-reset": str(int(now.timestamp()) + retry_after)}
                return _refusal(429, "too many requests", headers=wait)
            case Trouble.QUOTA:
                return _refusal(401, "Maximum credits exceeded")
            case Trouble.ERROR:
                return _refusal(500, "Internal Server Error")

    def questions(self) -> list[tuple[str, str, Question]]:
        return [("POST", "/v3/logs", _log)]

    def problem_with(self, webhook_secret: str) -> str | None:
        if is_private_key(webhook_secret, EllipticCurvePrivateKey):
            return None
        return f"webhook_secret of {self.name} is a private key: PKCS#8, DER, base64"

    def secret_for_webhooks(self, shared: str | None, folder: Path) -> str:
        return own_private_key(folder / f"{self.name}-key")

    def verification_key(self, secret: str) -> str:
        return public_half(secret)

    def tell(self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime) -> SignedWebhook:
        """`secret` is a private key: PKCS#8, DER, base64."""
        item = {
            "email": received.mailbox,
            "event": EVENTS[event],
            "timestamp": int(received.at.timestamp()),
            "sg_event_id": event_id(received, event),
            "sg_message_id": f"{received.facts['call']}.recvd-simulator",
            **received.facts["custom_args"],
        }
        if event in (EventType.BOUNCED, EventType.DELAYED):
            item |= {"reason": BOUNCE_WORDS, "type": "bounce"}
        body, seconds = json.dumps([item]).encode(), str(int(now.timestamp()))
        key = load_der_private_key(b64decode(secret), password=None)
        assert isinstance(key, EllipticCurvePrivateKey)  # noqa: S101  config has seen to it
        signature = b64encode(key.sign(seconds.encode() + body, ECDSA(SHA256()))).decode()
        name = "x-twilio-email-event-webhook"
        return SignedWebhook({f"{name}-signature": signature, f"{name}-timestamp": seconds}, body)


def _written(payload: Any, person: Any, *, call: str) -> SubmittedMessage:
    substitutions = texts_of(object_of(person, "substitutions"))

    def put_in(text: str) -> str:
        for word, value in substitutions.items():
            text = text.replace(word, value)
        return text

    parts = {text_of(part, "type"): text_of(part, "value") for part in items_of(payload, "content")}
    body: dict[str, Any] = {
        "from": mailbox_of(object_of(payload, "from")),
        "to": [mailbox_of(recipient) for recipient in items_of(person, "to")],
        "subject": put_in(text_of(person, "subject")),
        "html": put_in(parts.get("text/html", "")),
        "text": put_in(parts.get("text/plain", "")),
        "headers": {name: put_in(value) for name, value in texts_of(object_of(person, "headers")).items()},
    }
    if answer_to := text_of(object_of(payload, "reply_to"), "email"):
        body["reply_to"] = answer_to
    facts = {
        "call": call,
        "categories": items_of(payload, "categories"),
        "custom_args": texts_of(object_of(person, "custom_args")),
    }
    return SubmittedMessage(body, facts)


def _log(_: Request, body: bytes, record: Record) -> Response:
    payload = read_json(body, lambda message: _refusal(400, message))
    query = text_of(payload, "query")
    category, span = _CATEGORY.search(query), _SPAN.findall(query)
    try:
        bounds = [(sign, datetime.fromisoformat(moment)) for sign, moment in span]
    except ValueError:
        raise _refusal(400, "invalid query", "query") from None
    rows = [
        {
            "to_email": message.mailbox,
            "sg_message_id": f"{message.facts['call']}.recvd-simulator",
            "subject": message.envelope.subject,
            "status": record.last_event(message),
        }
        for message in record.of(SendGridDialect.name)
        if (category is None or category[1] in message.facts["categories"])
        and all(_holds(message.at, sign, moment) for sign, moment in bounds)
    ]
    return JSONResponse({"messages": rows[: min(_limit(payload), MAX_FOUND)]})


def _limit(payload: Any) -> int:
    given = object_of(payload, "limit")
    return given if isinstance(given, int) and given >= 0 else 10


def _holds(at: datetime, sign: str, moment: datetime) -> bool:
    return {">=": at >= moment, ">": at > moment, "<=": at <= moment, "<": at < moment}[sign]


def _refusal(
    status: int, message: str, field: str | None = None, *, headers: dict[str, str] | None = None
) -> Refusal:
    content = {"errors": [{"message": message, "field": field, "help": None}]}
    return Refusal(f"sendgrid_{status}", JSONResponse(content, status_code=status, headers=headers))


DIALECT = SendGridDialect()
