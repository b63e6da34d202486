"""Resend's three calls: POST /emails, POST /emails/batch, GET /emails/{id}.

A request passes in this order: rate limit and key, a fault that strikes before anything is accepted, the
idempotency key, the judgement of its messages, the ledger, and a fault that strikes after.
"""

import hmac
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.answers import ApiError, garbage, quota_spent, rate_limited, server_error
from simulator.envelope import bare
from simulator.events import timestamp
from simulator.fate import fate_of
from simulator.faults import Fault, FaultKind
from simulator.idempotency import Answer, KeyInFlight, KeyReused, request_digest
from simulator.judge import Judgement, judge_batch, judge_one
from simulator.ledger import Received, Submission
from simulator.simulation import Simulation

MAX_BODY = 64 * 1024 * 1024
MAX_KEY = 256


class ResendApi:
    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation

    async def send(self, request: Request) -> Response:
        body = await read_body(request)
        try:
            headers = self._admit(request)
        except ApiError as error:
            self._simulation.requests[error.name] += 1
            raise
        fault = self._simulation.misbehaviour.take()
        if fault is not None:
            self._simulation.faults[fault.kind] += 1
        early = _before_accepting(request, fault)
        if early is not None:
            return early
        answer = await self._outcome(request, body, fault)
        answer.headers.update(headers)
        return _after_accepting(request, fault) or answer

    async def look_up(self, request: Request) -> Response:
        headers = self._admit(request)
        received = self._simulation.ledger.find(request.path_params["email_id"])
        if received is None:
            raise ApiError(404, "not_found", "Email not found")
        return JSONResponse(self._as_email(received), headers=headers)

    def _admit(self, request: Request) -> Mapping[str, str]:
        allowance = self._simulation.rate.take(self._simulation.clock.now())
        if allowance.is_spent:
            raise rate_limited(retry_after=1)
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not key:
            raise ApiError(401, "missing_api_key", "Missing API key in the authorization header.")
        if not hmac.compare_digest(key.encode(), self._simulation.config.api_key.encode()):
            raise ApiError(403, "invalid_api_key", "API key is invalid.")
        return allowance.headers()

    async def _outcome(self, request: Request, body: bytes, fault: Fault | None) -> Response:
        """The answer or the error, counted by its name."""
        try:
            return JSONResponse(await self._once(request, body, fault))
        except ApiError as error:
            self._simulation.requests[error.name] += 1
            return error.response()

    async def _once(self, request: Request, body: bytes, fault: Fault | None) -> Answer:
        """The answer for this key: the one that was given before, or a new one."""
        submission = _read_submission(request, body)
        known = self._begin(submission)
        if known is not None:
            self._simulation.requests["repeated"] += 1
            return known
        try:
            if fault is not None and fault.kind is FaultKind.SLOW:
                await self._simulation.dawdle(fault.seconds)
            return self._accept(request, submission, fault)
        finally:
            if submission.key is not None:
                self._simulation.ledger.keys.end(submission.key)

    def _begin(self, submission: Submission) -> Answer | None:
        if submission.key is None:
            return None
        keys = self._simulation.ledger.keys
        try:
            return keys.begin(submission.key, submission.digest, now=self._simulation.clock.now())
        except KeyReused:
            raise ApiError(
                409,
                "invalid_idempotent_request",
                "Same idempotency key used with a different request payload.",
            ) from None
        except KeyInFlight:
            raise ApiError(
                409,
                "concurrent_idempotent_requests",
                "Same idempotency key used while original request is still in progress.",
            ) from None

    def _accept(self, request: Request, submission: Submission, fault: Fault | None) -> Answer:
        refuse = fault.refuse if fault is not None and fault.kind is FaultKind.PARTLY_REFUSED else ()
        answer: Answer
        if submission.path == "/emails/batch":
            permissive = _is_permissive(request)
            judgement = judge_batch(submission.body, permissive=permissive, refuse=refuse)
            answer = _batch_answer(judgement, permissive=permissive)
        else:
            judgement = judge_one(submission.body, refuse=refuse)
            answer = {"id": judgement.taken[0].id}
        now = self._simulation.clock.now()
        received = self._simulation.ledger.accept(submission, judgement.taken, answer=answer, now=now)
        self._simulation.requests["accepted"] += 1
        self._simulation.store(received, judgement.taken)
        return answer

    def _as_email(self, received: Received) -> dict[str, object]:
        envelope = received.envelope
        body = self._simulation.ledger.body(received)
        return {
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
            "last_event": fate_of(received.mailbox, self._simulation.config).last_event,
        }


async def read_body(request: Request) -> bytes:
    """The body, read whole whatever happens next, and never more than MAX_BODY of it."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            raise ApiError(413, "validation_error", "The request is too large.")
        parts.append(part)
    return b"".join(parts)


def _read_submission(request: Request, body: bytes) -> Submission:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ApiError(422, "validation_error", "The content type must be application/json.")
    key = request.headers.get("idempotency-key")
    if key is not None and not 1 <= len(key) <= MAX_KEY:
        raise ApiError(400, "invalid_idempotency_key", f"The key must be between 1-{MAX_KEY} chars.")
    path = request.url.path
    return Submission(path=path, body=body, digest=request_digest(path, body), key=key)


def _is_permissive(request: Request) -> bool:
    mode = request.headers.get("x-batch-validation", "strict")
    if mode not in ("strict", "permissive"):
        raise ApiError(422, "validation_error", "x-batch-validation must be strict or permissive.")
    return mode == "permissive"


def _batch_answer(judgement: Judgement, *, permissive: bool) -> Answer:
    answer: dict[str, object] = {"data": [{"id": message.id} for message in judgement.taken]}
    if permissive:
        answer["errors"] = [{"index": one.index, "message": one.message} for one in judgement.refused]
    return answer


def _before_accepting(request: Request, fault: Fault | None) -> Response | None:
    match fault:
        case Fault(kind=FaultKind.RATE_LIMIT):
            return rate_limited(fault.retry_after).response()
        case Fault(kind=FaultKind.QUOTA):
            return quota_spent(fault.retry_after).response()
        case Fault(kind=FaultKind.ERROR):
            return server_error().response()
        case Fault(kind=FaultKind.GARBAGE):
            return garbage()
        case Fault(kind=FaultKind.CUT):
            return _cut(request)
    return None


def _after_accepting(request: Request, fault: Fault | None) -> Response | None:
    match fault:
        case Fault(kind=FaultKind.ERROR_ACCEPTED):
            return server_error().response()
        case Fault(kind=FaultKind.GARBAGE_ACCEPTED):
            return garbage()
        case Fault(kind=FaultKind.LOST_ANSWER):
            return _cut(request)
    return None


def _cut(request: Request) -> Response:
    """End the connection itself (see serve.py); what is returned can no longer be sent."""
    request.state.cut()
    return Response()
