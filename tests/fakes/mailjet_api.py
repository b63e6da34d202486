"""Mailjet's Send API v3.1 and its list of messages: a result for each message, and one copy a campaign."""

import json
from typing import Any

import httpx

from tests.fakes.scripted_api import ScriptedApi

FIRST_ID = 576460756513665525
"""More digits than a float can hold."""


class FakeMailjet(ScriptedApi):
    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return self._search(request.url.params["CustomID"])
        results = [self._take(message) for message in json.loads(request.content)["Messages"]]
        is_good = any(result["Status"] == "success" for result in results)
        return httpx.Response(200 if is_good else 400, json={"Messages": results})

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(message["To"][0]["Email"], message["Subject"]) for message in self.sent]

    def _take(self, message: dict[str, Any]) -> dict[str, Any]:
        address = message["To"][0]["Email"]
        if "refused" in address:
            return an_error("mj-0013", f'"{address}" is an invalid email address.', "To[0].Email")
        self.sent.append(message)
        number = FIRST_ID + len(self.sent)
        return {
            "Status": "success",
            "CustomID": message["CustomID"],
            "To": [{"Email": address, "MessageID": number}],
        }

    def _search(self, name: str) -> httpx.Response:
        rows = [
            {"ID": FIRST_ID + number, "CustomID": name, "Status": "sent"}
            for number, message in enumerate(self.sent, start=1)
            if message["CustomID"] == name
        ]
        return httpx.Response(200, json={"Count": len(rows), "Data": rows, "Total": len(rows)})


def an_error(code: str, message: str, *related: str, status: int = 400) -> dict[str, Any]:
    error = {"ErrorCode": code, "StatusCode": status, "ErrorMessage": message, "ErrorRelatedTo": list(related)}
    return {"Status": "error", "Errors": [error]}
