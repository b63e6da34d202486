"""SendGrid's mail/send: replaces words wherever they occur, one after the other."""

import json
from typing import Any

import httpx

from tests.fakes.scripted_api import ScriptedApi


class FakeSendGrid(ScriptedApi):
    def answer(self, request: httpx.Request) -> httpx.Response:
        said = json.loads(request.content)
        people = said["personalizations"]
        wrong = [place for place, one in enumerate(people) if "refused" in one["to"][0]["email"]]
        if wrong:
            return refusing(
                *((f"personalizations.{place}.to.0.email", "Does not contain a valid address.") for place in wrong)
            )
        parts = {"text/plain": "text", "text/html": "html"}
        for one in people:
            contents = {parts[part["type"]]: part["value"] for part in said["content"]}
            self.sent.append(_copy(one, contents))
        return httpx.Response(202, headers={"X-Message-Id": f"sg-{len(self.requests)}"})

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(copy["to"][0], copy["subject"]) for copy in self.sent]


def _copy(one: dict[str, Any], contents: dict[str, str]) -> dict[str, Any]:
    def put_in(text: str) -> str:
        for word, value in one.get("substitutions", {}).items():
            text = text.replace(word, value)
        return text

    return {
        "to": [one["to"][0]["email"]],
        "subject": put_in(one["subject"]),
        **{part: put_in(text) for part, text in contents.items()},
        "headers": {name: put_in(value) for name, value in one["headers"].items()},
        "delivery": one["custom_args"]["bilten_delivery"],
    }


def refusing(*errors: tuple[str | None, str], status: int = 400, **headers: str) -> httpx.Response:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    body = {"errors": [{"field": field, "message": message, "help": None} for field, message in errors]}
    return httpx.Response(status, json=body, headers=named)
