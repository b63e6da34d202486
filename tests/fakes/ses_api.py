"""SES's bulk endpoint: checks signatures, and fills templates as Handlebars does, only stricter."""

import hashlib
import hmac
import json
from typing import Any
from urllib.parse import quote

import httpx

from tests.fakes.mailgun_api import bare_address
from tests.fakes.resend_api import FaultPlan
from tests.fakes.scripted_api import ScriptedApi

SECRET = "simulator"


class FakeSes(ScriptedApi):
    def __init__(self, *script: FaultPlan) -> None:
        super().__init__(*script)
        self.statuses: dict[str, str] = {}
        """By address: what becomes of it instead of SUCCESS."""

    def answer(self, request: httpx.Request) -> httpx.Response:
        if not is_signed(request, SECRET):
            return problem(403, "SignatureDoesNotMatch", "The request signature we calculated does not match")
        payload = json.loads(request.content)
        template = payload["DefaultContent"]["Template"]
        return httpx.Response(
            200,
            json={
                "BulkEmailEntryResults": [
                    self._take(entry, template["TemplateContent"], json.loads(template["TemplateData"]))
                    for entry in payload["BulkEmailEntries"]
                ]
            },
        )

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(copy["to"][0], copy["subject"]) for copy in self.sent]

    def _take(self, entry: dict[str, Any], content: dict[str, str], defaults: dict[str, str]) -> dict[str, str]:
        (address,) = (bare_address(to) for to in entry["Destination"]["ToAddresses"])
        if address in self.statuses:
            return {"Status": self.statuses[address], "Error": f"said of {address}"}
        values = defaults | json.loads(
            entry["ReplacementEmailContent"]["ReplacementTemplate"]["ReplacementTemplateData"]
        )
        self.sent.append(
            {
                "to": [address],
                **{part.lower(): filled(text, values) for part, text in content.items()},
                "headers": {field["Name"]: field["Value"] for field in entry["ReplacementHeaders"]},
                "delivery": next(tag["Value"] for tag in entry["ReplacementTags"] if tag["Name"] == "delivery"),
            }
        )
        return {"Status": "SUCCESS", "MessageId": f"ses-{len(self.sent)}"}


def filled(template: str, values: dict[str, str]) -> str:
    """`{{name}}` replaced. Whatever Handlebars reads in another way is an error here."""
    out, rest = "", template
    while rest:
        before, opening, after = rest.partition("{{")
        if "}}" in before:
            raise AssertionError("}} that closes nothing")
        out += before
        if not opening:
            break
        if before.endswith("\\") or after.startswith("{"):
            raise AssertionError(f"another kind of brace: {template!r}")
        name, closing, rest = after.partition("}}")
        if not closing or rest.startswith("}") or not name.isalnum():
            raise AssertionError(f"a brace that is none of ours: {template!r}")
        out += values[name]
    return out


def is_signed(request: httpx.Request, secret: str) -> bool:
    """Signature version 4, written down once more from Amazon's description."""
    scheme, _, facts = request.headers["authorization"].partition(" ")
    given = dict(fact.strip().split("=", 1) for fact in facts.split(","))
    day, region, service, end = given["Credential"].split("/")[1:]
    names = given["SignedHeaders"].split(";")
    canonical = "\n".join(
        [
            request.method,
            quote(request.url.raw_path.decode().partition("?")[0], safe="/~"),
            _canonical_query(request),
            *(f"{name}:{request.headers[name].strip()}" for name in names),
            "",
            given["SignedHeaders"],
            hashlib.sha256(request.content).hexdigest(),
        ]
    )
    scope = f"{day}/{region}/{service}/{end}"
    moment = request.headers["x-amz-date"]
    to_sign = "\n".join([scheme, moment, scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = f"AWS4{secret}".encode()
    for part in (day, region, service, end):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    expected = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    must = {"host", "x-amz-date"} | ({"content-type"} if request.method == "POST" else set())
    needed = must <= set(names)
    return (scheme, end, needed, expected) == ("AWS4-HMAC-SHA256", "aws4_request", True, given["Signature"])


def _canonical_query(request: httpx.Request) -> str:
    pairs = sorted(
        (quote(name, safe="-_.~"), quote(value, safe="-_.~")) for name, value in request.url.params.items()
    )
    return "&".join(f"{name}={value}" for name, value in pairs)


def problem(status: int, kind: str, message: str = "as told", **headers: str) -> httpx.Response:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return httpx.Response(status, json={"message": message}, headers=named | {"x-amzn-errortype": kind})
