"""What every provider does with a request, whatever it speaks.

A request passes in this order: rate limit and key, a fault that strikes before anything is accepted, the
idempotency key, the validation of its messages, the ledger, and a fault that strikes after.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.answers import garbage
from simulator.dialects.base import Dialect, Question, Record, Refusal, SubmissionRequest, Trouble
from simulator.faults import Fault, FaultKind
from simulator.idempotency import Answer, KeyInFlight, KeyReused, request_digest
from simulator.ledger import Submission
from simulator.mailbox_outcome import outcome_of
from simulator.simulation import Simulation
from simulator.validate import validate

MAX_BODY = 64 * 1024 * 1024
_BEFORE = {
    FaultKind.RATE_LIMIT: Trouble.RATE_LIMIT,
    FaultKind.QUOTA: Trouble.QUOTA,
    FaultKind.ERROR: Trouble.ERROR,
}


class TooLarge(Refusal):
    def __init__(self) -> None:
        super().__init__("too_large", JSONResponse({"message": "The request is too large."}, status_code=413))


class ProviderApi:
    """One provider's calls."""

    def __init__(self, simulation: Simulation, dialect: Dialect) -> None:
        self._simulation = simulation
        self._dialect = dialect

    def routes(self) -> list[Route]:
        asked = self._dialect.questions()
        return [
            *(Route(path, self.send, methods=["POST"]) for path in self._dialect.paths),
            *(Route(path, self._answering(question), methods=[method]) for method, path, question in asked),
        ]

    async def send(self, request: Request) -> Response:
        body = await read_body(request)
        try:
            headers = self._admit(request, body)
        except Refusal as refusal:
            self._simulation.requests[refusal.name] += 1
            raise
        fault = self._simulation.fault_plan.take()
        if fault is not None:
            self._simulation.faults[fault.kind] += 1
        early = self._before_accepting(request, fault)
        if early is not None:
            return early
        answer = await self._outcome(request, body, fault)
        answer.headers.update(headers)
        return self._after_accepting(request, fault) or answer

    def _answering(self, question: Question) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            body = await read_body(request)
            headers = self._admit(request, body)
            config, now = self._simulation.config, self._simulation.clock.now()
            record = Record(
                self._simulation.ledger,
                now - timedelta(seconds=config.index_lag),
                lambda received: outcome_of(received.mailbox, config).last_event,
            )
            response = question(request, body, record)
            response.headers.update(headers)
            return response

        return answer

    def _admit(self, request: Request, body: bytes) -> Mapping[str, str]:
        allowance = self._simulation.rate.take(self._simulation.clock.now())
        if allowance.is_spent:
            raise self._trouble(Trouble.RATE_LIMIT, retry_after=1)
        self._dialect.authenticate(request, body, self._simulation.config.api_key(self._dialect.name))
        return allowance.headers()

    async def _outcome(self, request: Request, body: bytes, fault: Fault | None) -> Response:
        """The answer or the refusal, counted by its name."""
        try:
            return await self._once(request, body, fault)
        except Refusal as refusal:
            self._simulation.requests[refusal.name] += 1
            return refusal.response

    async def _once(self, request: Request, body: bytes, fault: Fault | None) -> Response:
        """The answer for this key: what is said of one that is known, or a new one."""
        order = self._dialect.read(request, body)
        submission = self._submission(request, body, order)
        known = self._begin(submission)
        if known is not None:
            self._simulation.requests["repeated"] += 1
            return self._dialect.repeated(known)
        try:
            if fault is not None and fault.kind is FaultKind.SLOW:
                await self._simulation.dawdle(fault.seconds)
            return self._dialect.respond(self._accept(submission, order, fault))
        finally:
            if submission.key is not None:
                self._simulation.ledger.keys.end(self._key(submission.key))

    def _submission(self, request: Request, body: bytes, order: SubmissionRequest) -> Submission:
        digest = request_digest(request.url.path, body)
        messages = [message.body for message in order.messages]
        own_form = body if self._dialect.keeps_as_it_came else json.dumps(messages, ensure_ascii=False).encode()
        return Submission(self._dialect.name, own_form, digest, order.key)

    def _begin(self, submission: Submission) -> Answer | None:
        if submission.key is None:
            return None
        keys, now = self._simulation.ledger.keys, self._simulation.clock.now()
        lifetime = self._dialect.key_lifetime
        try:
            return keys.begin(self._key(submission.key), submission.digest, now=now, lifetime=lifetime)
        except (KeyReused, KeyInFlight) as error:
            raise self._dialect.reused(is_in_flight=isinstance(error, KeyInFlight)) from None

    def _key(self, key: str) -> str:
        return f"{self._dialect.name} {key}"

    def _accept(self, submission: Submission, order: SubmissionRequest, fault: Fault | None) -> Answer:
        refuse = fault.refuse if fault is not None and fault.kind is FaultKind.PARTLY_REFUSED else ()
        validation = validate([(message.body, message.facts) for message in order.messages], refuse=refuse)
        answer = self._dialect.answer(order, validation)
        now = self._simulation.clock.now()
        received = self._simulation.ledger.accept(submission, validation.taken, answer=answer, now=now)
        self._simulation.requests["accepted"] += 1
        self._simulation.store(received, validation.taken)
        return answer

    def _trouble(self, kind: Trouble, *, retry_after: int) -> Refusal:
        return self._dialect.trouble(kind, retry_after=retry_after, now=self._simulation.clock.now())

    def _before_accepting(self, request: Request, fault: Fault | None) -> Response | None:
        match fault:
            case Fault(kind=kind) if kind in _BEFORE:
                return self._trouble(_BEFORE[kind], retry_after=fault.retry_after).response
            case Fault(kind=FaultKind.GARBAGE):
                return garbage()
            case Fault(kind=FaultKind.CUT):
                return _cut(request)
        return None

    def _after_accepting(self, request: Request, fault: Fault | None) -> Response | None:
        match fault:
            case Fault(kind=FaultKind.ERROR_ACCEPTED):
                return self._trouble(Trouble.ERROR, retry_after=1).response
            case Fault(kind=FaultKind.GARBAGE_ACCEPTED):
                return garbage()
            case Fault(kind=FaultKind.LOST_ANSWER):
                return _cut(request)
        return None


async def read_body(request: Request) -> bytes:
    """The body, read whole whatever happens next, and never more than MAX_BODY of it."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)


def _cut(request: Request) -> Response:
    """End the connection itself (see serve.py); what is returned can no longer be sent."""
    request.state.cut()
    return Response()
