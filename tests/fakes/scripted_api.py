"""What the providers' fakes have in common: they count requests, and misbehave when told to."""

from abc import ABC, abstractmethod
from collections import deque
from typing import Any

import httpx

from tests.fakes.resend_api import FaultPlan


class ScriptedApi(ABC):
    """An httpx transport handler. `script` holds what to do instead of behaving, one entry a call."""

    def __init__(self, *script: FaultPlan) -> None:
        self.script = deque(script)
        self.requests: list[httpx.Request] = []
        self.sent: list[dict[str, Any]] = []
        """What went out to readers, each as often as it did."""

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.script:
            return self.script.popleft()(request)
        return self.answer(request)

    def take_and_lose_the_answer(self, request: httpx.Request) -> httpx.Response:
        self.answer(request)
        raise httpx.ReadError("connection reset by peer")

    @abstractmethod
    def answer(self, request: httpx.Request) -> httpx.Response: ...

    @property
    @abstractmethod
    def received(self) -> list[tuple[str, str]]:
        """Every reader's address with the subject of what they got."""
