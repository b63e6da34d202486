"""Resend: POST /emails, POST /emails/batch, GET /emails/{id}; Svix-signed webhooks."""

import hmac
import json
from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.answers import ApiError
from simulator.dialects.base import (
    Dialect,
    Question,
    Record,
    Refusal,
    SignedWebhook,
    SubmissionRequest,
    SubmittedMessage,
    Trouble,
    read_json,
)
from simulator.envelope import bare
from simulator.events import BOUNCE_WORDS, event_id, timestamp
from simulator.idempotency import Answer
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult

MAX_BATCH = 100
MAX_KEY = 256
BATCH = "/emails/batch"


class ResendDialect(Dialect):
    name: ClassVar[str] = "resend"
    paths: ClassVar[tuple[str, ...]] = ("/emails", BATCH)
    keeps_as_it_came: ClassVar[bool] = True
    default_api_key: ClassVar[str] = "re_simulator"
    default_webhook_key: ClassVar[str] = "whsec_c2ltdWxhdG9yLXNpbXVsYXRvci1zaW11bGF0b3I="

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not given:
            raise ApiError(401, "missing_api_key", "Missing API key in the authorization header.")
        if not hmac.compare_digest(given.encode(), key.encode()):
            raise ApiError(403, "invalid_api_key", "API key is invalid.")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise _invalid("The content type must be application/json.")
        key = request.headers.get("idempotency-key")
        if key is not None and not 1 <= len(key) <= MAX_KEY:
            raise ApiError(400, "invalid_idempotency_key", f"The key must be between 1-{MAX_KEY} chars.")
        is_batch = request.url.path == BATCH
        payload = read_json(body, lambda message: ApiError(400, "validation_error", message))
        values = (payload if isinstance(payload, list) else []) if is_batch else [payload]
        messages = [SubmittedMessage(value, {"in_batch": is_batch}) for value in values]
        return SubmissionRequest(messages, key, is_strict=not is_batch or _is_strict(request))

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        if not order.messages:
            raise _invalid("The batch must be a non-empty array of emails.")
        if len(order.messages) > MAX_BATCH:
            raise _invalid(f"The batch must contain at most {MAX_BATCH} emails.")
        is_batch = order.messages[0].facts["in_batch"]
        if order.is_strict:
            for refused in validation.refused:
                where = f"[{refused.index}] " if is_batch else ""
                raise ApiError(422, refused.name, f"{where}{refused.message}")
        if not is_batch:
            return {"id": validation.taken[0].id}
        answer: dict[str, object] = {"data": [{"id": message.id} for message in validation.taken]}
        if not order.is_strict:
            answer["errors"] = [
                {"index": refusal.index, "message": refusal.message} for refusal in validation.refused
            ]
        return answer

    def reused(self, *, is_in_flight: bool) -> Refusal:
        if is_in_flight:
            return ApiError(
                409,
                "concurrent_idempotent_requests",
                "Same idempotency key used while original request is still in progress.",
            )
        return ApiError(
            409, "invalid_idempotent_request", "Same idempotency key used with a different request payload."
        )

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        wait = {"retry-after": str(retry_after)}
        match kind:
            case Trouble.RATE_LIMIT:
                message = "Too many requests. Please limit the number of requests per second."
                return ApiError(429, "rate_limit_exceeded", message, headers=wait)
            case Trouble.QUOTA:
                message = "You have reached your daily email quota."
                return ApiError(429, "daily_quota_exceeded", message, headers=wait)
            case Trouble.ERROR:
                return ApiError(500, "application_error", "An unexpected error occurred.")

    def questions(self) -> list[tuple[str, str, Question]]:
        return [("GET", "/emails/{email_id}", _get_email)]

    def problem_with(self, webhook_secret: str) -> str | None:
        return None if webhook_secret.startswith("whsec_") else "webhook_secret must begin with whsec_"

    def tell(self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime) -> SignedWebhook:
        body = _event_body(received, event, now=now)
        return SignedWebhook(signature_headers(event_id(received, event), body, secret=secret, now=now), body)


def signature_headers(identifier: str, body: bytes, *, secret: str, now: datetime) -> dict[str, str]:
    """The three headers of Svix: an HMAC-SHA256 over id, time and body, keyed with what follows whsec_."""
    seconds = str(int(now.timestamp()))
    key = b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, b".".join([identifier.encode(), seconds.encode(), body]), sha256).digest()
    return {
        "svix-id": identifier,
        "svix-timestamp": seconds,
        "svix-signature": "v1," + b64encode(signed).decode(),
    }


def _event_body(received: ReceivedMessage, event: EventType, *, now: datetime) -> bytes:
    envelope = received.envelope
    data: dict[str, object] = {
        "email_id": received.id,
        "created_at": timestamp(received.at),
        "from": envelope.sender,
        "to": list(envelope.to),
        "subject": envelope.subject,
        "tags": dict(envelope.tags),
    }
    if envelope.headers:
        data["headers"] = [{"name": name, "value": value} for name, value in envelope.headers.items()]
    if event is EventType.BOUNCED:
        data["bounce"] = {
            "type": "Permanent",
            "subType": "General",
            "message": BOUNCE_WORDS,
            "diagnosticCode": ["smtp; 550 5.1.1 user unknown"],
        }
    return json.dumps({"type": event, "created_at": timestamp(now), "data": data}).encode()


def _get_email(request: Request, _: bytes, record: Record) -> Response:
    received = record.ledger.find(request.path_params["email_id"])
    if received is None:
        raise ApiError(404, "not_found", "Email not found")
    envelope, body = received.envelope, record.ledger.body(received)
    return JSONResponse(
        {
            "object": "email",
            "id": received.id,
            "message_id": envelope.header("Message-ID") or f"<{received.id}@simulator.invalid>",
            "to": list(envelope.to),
            "from": envelope.sender,
            "created_at": timestamp(received.at),
            "subject": envelope.subject,
            "html": body.get("html", ""),
            "text": body.get("text", ""),
            "bcc": [bare(address) for address in envelope.bcc],
            "cc": list(envelope.cc),
            "reply_to": list(envelope.reply_to),
            "last_event": record.last_event(received),
        }
    )


def _is_strict(request: Request) -> bool:
    mode = request.headers.get("x-batch-validation", "strict")
    if mode not in ("strict", "permissive"):
        raise _invalid("x-batch-validation must be strict or permissive.")
    return mode == "strict"


def _invalid(message: str) -> ApiError:
    return ApiError(422, "validation_error", message)


DIALECT = ResendDialect()
