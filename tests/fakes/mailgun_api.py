"""Mailgun's batch endpoint and its list of events: puts recipient variables in as documented, and shows everyone
to all without them.
"""

import json
import re
from typing import Any
from urllib.parse import parse_qs

import httpx

from tests.fakes.resend_api import FaultPlan
from tests.fakes.scripted_api import ScriptedApi

ADDRESS = re.compile(r"<([^<>]+)>\Z")
OWN = re.compile(r"%recipient\.([^%\s]+)%")
VARIABLE = re.compile(r"%recipient(?:\.([^%\s]+))?%")


class FakeMailgun(ScriptedApi):
    def __init__(self, *script: FaultPlan, reads_again: bool = False) -> None:
        super().__init__(*script)
        self.reads_again = reads_again
        """Whether it looks for our own variables in what it has just put in."""
        self.events: list[dict[str, Any]] = []
        self.page = 300

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return self._search(request)
        form = parse_qs(request.content.decode(), keep_blank_values=True, strict_parsing=True)
        people = [bare_address(to) for to in form["to"]]
        if any("refused" in address for address in people):
            return problem(400, "'to' parameter is not a valid address. please check documentation")
        everybody = json.loads(form["recipient-variables"][0]) if "recipient-variables" in form else None
        name = f"<{len(self.requests)}@mailgun.test>"
        for address in people:
            copy = self._copy(form, people if everybody is None else [address], everybody, address)
            self.sent.append(copy)
            variables = {"batch": form["v:batch"][0], "delivery": copy["delivery"]}
            self.events.append(an_event(address, name=name, tags=form["o:tag"], variables=variables))
        return httpx.Response(200, json={"id": name, "message": "Queued. Thank you."})

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(", ".join(copy["to"]), copy["subject"]) for copy in self.sent]

    def _copy(
        self, form: dict[str, list[str]], to: list[str], everybody: dict[str, Any] | None, address: str
    ) -> dict[str, Any]:
        def put_in(text: str) -> str:
            if everybody is None:
                return text
            values = everybody[address]
            done = VARIABLE.sub(lambda match: values.get(match[1], match[0]) if match[1] else address, text)
            while (
                self.reads_again and (again := OWN.sub(lambda match: values.get(match[1], match[0]), done)) != done
            ):
                done = again
            return done

        headers = {name[2:]: put_in(value[0]) for name, value in form.items() if name.startswith("h:")}
        return {
            "to": to,
            **{part: put_in(form[part][0]) for part in ("subject", "html", "text")},
            "headers": headers,
            "delivery": put_in(form["v:delivery"][0]),
        }

    def _search(self, request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        begin = int(asked.get("from", "0"))
        events = [event for event in self.events if asked.get("tags", asked.get("tag", "")) in event["tags"]]
        here = f"{request.url.copy_with(query=None)}"
        here = here if here.endswith("events/next") else f"{here}/next"
        following = f"{here}?from={begin + self.page}&tag={asked.get('tags', asked.get('tag', ''))}"
        return httpx.Response(
            200, json={"items": events[begin : begin + self.page], "paging": {"next": following, "previous": here}}
        )


def an_event(address: str, *, name: str, tags: list[str], variables: dict[str, str]) -> dict[str, Any]:
    headers = {"to": address, "message-id": name.strip("<>"), "subject": "…"}
    return {
        "event": "accepted",
        "timestamp": 1795348800.5,
        "recipient": address,
        "tags": tags,
        "user-variables": variables,
        "message": {"headers": headers},
    }


def bare_address(to: str) -> str:
    match = ADDRESS.search(to)
    return match[1] if match else to


def problem(status: int, message: str, **headers: str) -> httpx.Response:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return httpx.Response(status, json={"message": message}, headers=named)
