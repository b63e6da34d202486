"""SendGrid's mail/send, which replaces words wherever they occur, one after the other; and its log of messages."""

import json
import re
from datetime import datetime
from typing import Any

import httpx

from tests.conftest import NOON
from tests.fakes.resend_api import FaultPlan
from tests.fakes.scripted_api import ScriptedApi

QUERY = re.compile(
    r"categories IN \('([^']+)'\) AND sg_message_id_created_at >= TIMESTAMP \"([^\"]+)\""
    r" AND sg_message_id_created_at < TIMESTAMP \"([^\"]+)\""
)


class FakeSendGrid(ScriptedApi):
    def __init__(self, *script: FaultPlan, taken_at: datetime = NOON) -> None:
        super().__init__(*script)
        self.taken_at = taken_at
        self.log: list[tuple[str, datetime, dict[str, str]]] = []
        """Category, when it was taken, and what an answer says of it."""

    def answer(self, request: httpx.Request) -> httpx.Response:
        payload = json.loads(request.content)
        if request.url.path == "/v3/logs":
            return self._search(**payload)
        people = payload["personalizations"]
        wrong = [place for place, person in enumerate(people) if "refused" in person["to"][0]["email"]]
        if wrong:
            return refusing(
                *((f"personalizations.{place}.to.0.email", "Does not contain a valid address.") for place in wrong)
            )
        parts = {"text/plain": "text", "text/html": "html"}
        for person in people:
            contents = {parts[part["type"]]: part["value"] for part in payload["content"]}
            self.sent.append(_copy(person, contents))
            name = f"sg-{len(self.requests)}"
            row = {"to_email": person["to"][0]["email"], "sg_message_id": f"{name}.recvd-1", "status": "processed"}
            self.log.append((payload["categories"][0], self.taken_at, row))
        return httpx.Response(202, headers={"X-Message-Id": f"sg-{len(self.requests)}"})

    def _search(self, query: str, limit: int) -> httpx.Response:
        asked = QUERY.fullmatch(query)
        if asked is None:
            return refusing(("query", "invalid query"))
        since, until = datetime.fromisoformat(asked[2]), datetime.fromisoformat(asked[3])
        rows = [row for category, at, row in self.log if category == asked[1] and since <= at < until]
        return httpx.Response(200, json={"messages": rows[:limit]})

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(copy["to"][0], copy["subject"]) for copy in self.sent]


def _copy(person: dict[str, Any], contents: dict[str, str]) -> dict[str, Any]:
    def put_in(text: str) -> str:
        for word, value in person.get("substitutions", {}).items():
            text = text.replace(word, value)
        return text

    return {
        "to": [person["to"][0]["email"]],
        "subject": put_in(person["subject"]),
        **{part: put_in(text) for part, text in contents.items()},
        "headers": {name: put_in(value) for name, value in person["headers"].items()},
        "delivery": person["custom_args"]["bilten_delivery"],
    }


def refusing(*errors: tuple[str | None, str], status: int = 400, **headers: str) -> httpx.Response:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    body = {"errors": [{"field": field, "message": message, "help": None} for field, message in errors]}
    return httpx.Response(status, json=body, headers=named)
