"""Postmark's batch endpoint and its search: a result for each message, found by its metadata."""

import json
from email.utils import parseaddr
from typing import Any

import httpx

from tests.fakes.scripted_api import ScriptedApi


class FakePostmark(ScriptedApi):
    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return self._search(request)
        return httpx.Response(200, json=[self._take(item) for item in json.loads(request.content)])

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(parseaddr(item["To"])[1], item["Subject"]) for item in self.sent]

    def _take(self, item: dict[str, Any]) -> dict[str, Any]:
        if "refused" in item["To"]:
            return refused(300, f"Error parsing 'To': Illegal email address '{item['To']}'.")
        self.sent.append(item)
        return {"ErrorCode": 0, "Message": "OK", "MessageID": f"pm-{len(self.sent)}", "To": item["To"]}

    def _search(self, request: httpx.Request) -> httpx.Response:
        wanted = request.url.params
        rows = [
            {"MessageID": f"pm-{number}", "Metadata": item["Metadata"], "Status": "Sent"}
            for number, item in enumerate(self.sent, start=1)
            if item["Metadata"]["attempt"] == wanted["metadata_attempt"]
            and item["MessageStream"] == wanted["messagestream"]
        ]
        start = int(wanted["offset"])
        page = rows[start : start + int(wanted["count"])]
        return httpx.Response(200, json={"TotalCount": len(rows), "Messages": page})


def refused(code: int, message: str) -> dict[str, Any]:
    return {"ErrorCode": code, "Message": message}
