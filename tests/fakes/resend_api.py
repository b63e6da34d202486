"""Resend's batch endpoint as an httpx transport handler: keeps count and state, and misbehaves when told to."""

import json
from collections import deque
from collections.abc import Callable
from email.utils import parseaddr
from typing import Any

import httpx

FaultPlan = Callable[[httpx.Request], httpx.Response]


class FakeResend:
    """Call it with a request. `script` holds what to do instead, one entry a call; then it behaves."""

    def __init__(self, *script: FaultPlan) -> None:
        self.script = deque(script)
        self.requests: list[httpx.Request] = []
        self.sent: list[dict[str, Any]] = []
        """What went out to readers, each as often as it did."""
        self._answers: dict[str, tuple[bytes, dict[str, Any]]] = {}

    @property
    def received(self) -> list[tuple[str, str]]:
        """Every reader's address with the subject of what they got."""
        return [(parseaddr(item["to"][0])[1], item["subject"]) for item in self.sent]

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.script:
            return self.script.popleft()(request)
        return self.answer(request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """As documented: the same key with the same body is the same answer, with another body it is 409."""
        key = request.headers["Idempotency-Key"]
        if key in self._answers:
            body, answer = self._answers[key]
            if body != request.content:
                return problem(409, "invalid_idempotent_request")
            return httpx.Response(200, json=answer)
        answer = self._take(json.loads(request.content))
        self._answers[key] = (request.content, answer)
        return httpx.Response(200, json=answer)

    def take_and_lose_the_answer(self, request: httpx.Request) -> httpx.Response:
        self.answer(request)
        raise httpx.ReadError("connection reset by peer")

    def _take(self, items: list[dict[str, Any]]) -> dict[str, Any]:
        errors = [
            {"index": index, "message": "Invalid `to` field."}
            for index, item in enumerate(items)
            if "refused" in item["to"][0]
        ]
        refused = {error["index"] for error in errors}
        accepted = [item for index, item in enumerate(items) if index not in refused]
        self.sent += accepted
        first = len(self.sent) - len(accepted) + 1
        data = [{"id": f"re-{number}"} for number in range(first, first + len(accepted))]
        return {"data": data, "errors": errors} if errors else {"data": data}


def problem(status: int, name: str, message: str = "as told", **headers: str) -> httpx.Response:
    body = {"statusCode": status, "name": name, "message": message}
    return httpx.Response(
        status, json=body, headers={key.replace("_", "-"): value for key, value in headers.items()}
    )


def saying(response: httpx.Response) -> FaultPlan:
    return lambda _: response


def raising(error: Exception) -> FaultPlan:
    def misbehave(_: httpx.Request) -> httpx.Response:
        raise error

    return misbehave
