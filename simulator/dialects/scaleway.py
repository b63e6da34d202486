"""Scaleway TEM: POST …/emails, one mail a call, nothing asked and nothing posted. For system mail only."""

from datetime import datetime
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse

from simulator.dialects.base import (
    Dialect,
    Order,
    Refusal,
    Trouble,
    Written,
    items_of,
    mailbox_of,
    object_of,
    read_json,
    text_of,
)
from simulator.idempotency import Answer
from simulator.validate import Validation


class Scaleway(Dialect):
    name: ClassVar[str] = "scaleway"
    paths: ClassVar[tuple[str, ...]] = ("/transactional-email/v1alpha1/regions/{region}/emails",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        if request.headers.get("x-auth-token") != key:
            raise _refusal(401, "authentication is denied")

    def read(self, request: Request, body: bytes) -> Order:
        said = read_json(body, lambda words: _refusal(400, words))
        if not isinstance(said, dict) or not text_of(said, "project_id"):
            raise _refusal(400, "invalid argument(s): project_id")
        headers = {text_of(one, "key"): text_of(one, "value") for one in items_of(said, "additional_headers")}
        written: dict[str, Any] = {
            "from": mailbox_of(object_of(said, "from")),
            "to": [mailbox_of(one) for one in items_of(said, "to")],
            "subject": text_of(said, "subject"),
            "html": text_of(said, "html"),
            "text": text_of(said, "text"),
        }
        if answer_to := headers.pop("Reply-To", ""):
            written["reply_to"] = answer_to
        return Order([Written(written | {"headers": headers})])

    def answer(self, order: Order, validation: Validation) -> Answer:
        for refused in validation.refused:
            raise _refusal(400, f"invalid argument(s): {refused.message}")
        emails = [
            {"id": one.id, "message_id": f"<{one.id}@tem.simulator.invalid>", "status": "new"}
            for one in validation.taken
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


def _refusal(status: int, words: str, *, headers: dict[str, str] | None = None) -> Refusal:
    content = {"message": words, "type": "simulator"}
    return Refusal(f"scaleway_{status}", JSONResponse(content, status_code=status, headers=headers))


DIALECT = Scaleway()
