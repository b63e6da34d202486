"""Scaleway's endpoint for one mail."""

import json

import httpx

from tests.fakes.scripted_api import ScriptedApi


class FakeScaleway(ScriptedApi):
    def answer(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(json.loads(request.content))
        mail = {"id": f"scw-{len(self.sent)}", "message_id": f"<{len(self.sent)}@tem.test>", "status": "new"}
        return httpx.Response(200, json={"emails": [mail]})

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(mail["to"][0]["email"], mail["subject"]) for mail in self.sent]
