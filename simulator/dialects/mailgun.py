"""Mailgun: POST /v3/{domain}/messages, a form with recipient-variables; GET /v3/{domain}/events; signed webhooks.

A call is taken whole or not at all and has one name. Without recipient-variables everybody would see everybody.
"""

import hmac
import json
import re
from base64 import b64encode
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from typing import Any, ClassVar
from urllib.parse import parse_qs
from uuid import uuid4

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
    read_json,
)
from simulator.envelope import bare
from simulator.events import BOUNCE_WORDS, event_id
from simulator.idempotency import Answer
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult

MAX_PEOPLE = 1000
PAGE = 300
EVENTS: dict[EventType, dict[str, object]] = {
    EventType.SENT: {"event": "accepted"},
    EventType.DELIVERED: {"event": "delivered"},
    EventType.DELAYED: {"event": "failed", "severity": "temporary", "reason": "generic"},
    EventType.BOUNCED: {"event": "failed", "severity": "permanent", "reason": "bounce"},
    EventType.COMPLAINED: {"event": "complained"},
}
_VARIABLE = re.compile(r"%recipient(?:\.([^%\s]+))?%")

Form = dict[str, list[str]]


class MailgunDialect(Dialect):
    name: ClassVar[str] = "mailgun"
    paths: ClassVar[tuple[str, ...]] = ("/v3/{domain}/messages",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        expected = b64encode(f"api:{key}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {expected}":
            raise _refusal(401, "Invalid private key")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        try:
            form = parse_qs(body.decode(), keep_blank_values=True, strict_parsing=True)
        except ValueError:
            raise _refusal(400, "the form cannot be read") from None
        people, own = form.get("to", []), _variables(form)
        if not 0 < len(people) <= MAX_PEOPLE or (own is None and len(people) > 1):
            raise _refusal(
                400, f"to must hold between 1 and {MAX_PEOPLE} people, with recipient-variables for each"
            )
        call = f"{uuid4()}@simulator.invalid"
        return SubmissionRequest([_written(form, person, own, call=call) for person in people])

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        if validation.refused:
            raise _refusal(400, "'to' parameter is not a valid address. please check documentation")
        return {"id": f"<{order.messages[0].facts['call']}>", "message": "Queued. Thank you."}

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                until = format_datetime(now + timedelta(seconds=retry_after), usegmt=True)
                message = f"request limit exceeded, try again after {until}"
                return _refusal(429, message, headers={"date": format_datetime(now, usegmt=True)})
            case Trouble.QUOTA:
                return _refusal(403, "Domain is over its monthly limit of messages")
            case Trouble.ERROR:
                return _refusal(500, "Internal Server Error")

    def questions(self) -> list[tuple[str, str, Question]]:
        return [("GET", "/v3/{domain}/events", _events), ("GET", "/v3/{domain}/events/{page}", _events)]

    def tell(self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime) -> SignedWebhook:
        seconds, token = str(int(now.timestamp())), sha256(event_id(received, event).encode()).hexdigest()[:50]
        signature = hmac.digest(secret.encode(), f"{seconds}{token}".encode(), "sha256").hex()
        data = _event(received) | EVENTS[event] | {"id": token[:22]}
        if event in (EventType.BOUNCED, EventType.DELAYED):
            data["delivery-status"] = {"code": 550, "message": BOUNCE_WORDS}
        signed = {"timestamp": seconds, "token": token, "signature": signature}
        return SignedWebhook({}, json.dumps({"signature": signed, "event-data": data}).encode())


def _variables(form: Form) -> dict[str, dict[str, str]] | None:
    given = form.get("recipient-variables")
    if not given:
        return None
    payload = read_json(given[0].encode(), lambda message: _refusal(400, message))
    is_mapping = isinstance(payload, dict) and all(isinstance(values, dict) for values in payload.values())
    if not is_mapping:
        raise _refusal(400, "recipient-variables must be an object of objects")
    variables: dict[str, dict[str, str]] = payload
    return variables


def _written(form: Form, person: str, own: dict[str, dict[str, str]] | None, *, call: str) -> SubmittedMessage:
    values = None if own is None else own.get(bare_or_none(person), {})

    def put_in(text: str) -> str:
        if values is None:
            return text
        return _VARIABLE.sub(lambda match: values.get(match[1], match[0]) if match[1] else person, text)

    def first_value(name: str) -> str:
        return put_in(form.get(name, [""])[0])

    headers = {name[2:]: put_in(given[0]) for name, given in form.items() if name.startswith("h:")}
    body: dict[str, Any] = {
        "from": first_value("from"),
        "to": [person],
        "subject": first_value("subject"),
        "html": first_value("html"),
        "text": first_value("text"),
    }
    if answer_to := headers.pop("Reply-To", ""):
        body["reply_to"] = answer_to
    variables = {name[2:]: put_in(given[0]) for name, given in form.items() if name.startswith("v:")}
    return SubmittedMessage(
        body | {"headers": headers}, {"call": call, "tags": form.get("o:tag", []), "variables": variables}
    )


def bare_or_none(person: str) -> str:
    try:
        return bare(person)
    except ValueError:
        return person


def _events(request: Request, _: bytes, record: Record) -> Response:
    """A page, and the address of the next one; the first empty page is the last."""
    asked = request.query_params
    start, wanted = int(asked.get("start", "0")), asked.get("tags")
    limit = int(asked.get("limit", str(PAGE)))
    begin, end = float(asked.get("begin", "0")), float(asked.get("end", "inf"))
    items = [
        _event(message) | EVENTS[EventType.SENT]
        for message in record.of(MailgunDialect.name)
        if (wanted is None or wanted in message.facts["tags"]) and begin <= message.at.timestamp() <= end
    ]
    path = f"/v3/{request.path_params['domain']}/events/next"
    following = request.url.replace(path=path).include_query_params(start=start + limit)
    return JSONResponse({"items": items[start : start + limit], "paging": {"next": str(following)}})


def _event(received: ReceivedMessage) -> dict[str, Any]:
    return {
        "timestamp": received.at.timestamp(),
        "recipient": received.mailbox,
        "tags": received.facts["tags"],
        "user-variables": received.facts["variables"],
        "message": {"headers": {"message-id": received.facts["call"], "to": received.mailbox}},
    }


def _refusal(status: int, message: str, *, headers: dict[str, str] | None = None) -> Refusal:
    return Refusal(f"mailgun_{status}", JSONResponse({"message": message}, status_code=status, headers=headers))


DIALECT = MailgunDialect()
