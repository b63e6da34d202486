"""Scaleway TEM: POST …/emails, one mail a call, nothing asked and nothing posted. For system mail only."""

from datetime import datetime
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse

from simulator.dialects.base import (
    Dialect,
    Refusal,
    SubmissionRequest,
    SubmittedMessage,
    Trouble,
    items_of,
    mailbox_of,
    object_of,
    read_json,
    text_of,
)
from simulator.idempotency import Answer
from simulator.validate import ValidationResult


class ScalewayDialect(Dialect):
    name: ClassVar[str] = "scaleway"
    paths: ClassVar[tuple[str, ...]] = ("/transactional-email/v1alpha1/regions/{region}/emails",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        if request.headers.get("x-auth-token") != key:
            raise _refusal(401, "authentication is denied")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        payload = read_json(body, lambda message: _refusal(400, message))
        if not isinstance(payload, dict) or not text_of(payload, "project_id"):
            raise _refusal(400, "invalid argument(s): project_id")
        headers = {
            text_of(header, "key"): text_of(header, "value") for header in items_of(payload, "additional_headers")
        }
        written: dict[str, Any] = {
            "from": mailbox_of(object_of(payload, "from")),
            "to": [mailbox_of(recipient) for recipient in items_of(payload, "to")],
            "subject": text_of(payload, "subject"),
            "html": text_of(payload, "html"),
            "text": text_of(payload, "text"),
        }
        if answer_to := headers.pop("Reply-To", ""):
            written["reply_to"] = answer_to
        return SubmissionRequest([SubmittedMessage(written | {"headers": headers})])

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        for refused in validation.refused:
            raise _refusal(400, f"invalid argument(s): {refused.message}")
        emails = [
            {"id": accepted.id, "message_id": f"<{accepted.id}@tem.simulator.invalid>", "status": "new"}
            for accepted in validation.taken
        ]
        return {"emails": emails}

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                return _refusal(429, "too many requests", headers={"retry-after": str(retry_after)})
            case Trouble.QUOTA:
                return _refusal(402, "quota exceeded(s): emails")
            case Trouble.ERROR:
                return _refusal(500, "internal error")


def _refusal(status: int, message: str, *, headers: dict[str, str] | None = None) -> Refusal:
    content = {"message": message, "type": "simulator"}
    return Refusal(f"scaleway_{status}", JSONResponse(content, status_code=status, headers=headers))


DIALECT = ScalewayDialect()
