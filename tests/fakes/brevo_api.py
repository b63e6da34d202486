"""Brevo's batch endpoint and its list of events: remembers keys, and says of a known one no more than that."""

import json
from typing import Any

import httpx

from tests.fakes.resend_api import FaultPlan
from tests.fakes.scripted_api import ScriptedApi


class FakeBrevo(ScriptedApi):
    def __init__(self, *script: FaultPlan) -> None:
        super().__init__(*script)
        self.events: list[dict[str, Any]] = []
        self._keys: set[str] = set()

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return self._search(request)
        content = json.loads(request.content)
        key = content["headers"]["idempotencyKey"]
        if key in self._keys:
            return problem(400, "duplicate_parameter", "idempotencyKey has been used")
        self._keys.add(key)
        names = [self._take(version, content["tags"][0]) for version in content["messageVersions"]]
        return httpx.Response(201, json={"messageIds": names})

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(version["to"][0]["email"], version["subject"]) for version in self.sent]

    def _take(self, version: dict[str, Any], tag: str) -> str:
        self.sent.append(version)
        name = f"<{len(self.sent)}@smtp-relay.test>"
        (address, subject) = self.received[-1]
        event = {"event": "requests", "date": "2026-11-22T12:00:00Z", "messageId": name, "tag": tag}
        self.events.append(event | {"email": address, "subject": subject})
        return name

    def _search(self, request: httpx.Request) -> httpx.Response:
        wanted = request.url.params
        events = [
            event
            for event in self.events
            if event["tag"] == wanted.get("tags", event["tag"])
            and event["email"] == wanted.get("email", event["email"])
        ]
        return httpx.Response(200, json={"events": events} if events else {})


def problem(status: int, code: str, message: str = "as told", **headers: str) -> httpx.Response:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return httpx.Response(status, json={"code": code, "message": message}, headers=named)
