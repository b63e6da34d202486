"""Amazon SES v2: POST /v2/email/outbound-bulk-emails with an inline template; events as SNS posts them.

Requests are signed (version 4). Nothing can be asked about the past. A message for which a value is missing, or in
whose template a brace is none of those that stand for values, fails by itself.
"""

import hmac
import json
import re
from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256
from typing import Any, ClassVar
from urllib.parse import quote

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from starlette.requests import Request
from starlette.responses import JSONResponse

from simulator.dialects.base import (
    Dialect,
    Refusal,
    SignedWebhook,
    SubmissionRequest,
    SubmittedMessage,
    Trouble,
    items_of,
    object_of,
    read_json,
    text_of,
)
from simulator.dialects.private_keys import is_private_key
from simulator.events import BOUNCE_WORDS, event_id, timestamp
from simulator.idempotency import Answer
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult

MAX_ENTRIES = 50
MAX_CALL = 1024 * 1024
TOPIC = "arn:aws:sns:eu-central-1:000000000000:simulator"
CERTIFICATE = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-simulator.pem"
EVENTS: dict[EventType, tuple[str, str, dict[str, object]]] = {
    EventType.SENT: ("Send", "send", {}),
    EventType.DELIVERED: ("Delivery", "delivery", {}),
    EventType.DELAYED: ("DeliveryDelay", "deliveryDelay", {"delayType": "General"}),
    EventType.BOUNCED: ("Bounce", "bounce", {"bounceType": "Permanent", "bounceSubType": "General"}),
    EventType.COMPLAINED: ("Complaint", "complaint", {}),
}
_PLACE = re.compile(r"\{\{([A-Za-z0-9]+)\}\}")


class SesDialect(Dialect):
    name: ClassVar[str] = "ses"
    paths: ClassVar[tuple[str, ...]] = ("/v2/email/outbound-bulk-emails",)

    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        if not is_signed(request, body, key):
            raise _refusal(403, "InvalidSignatureException", "The request signature we calculated does not match")

    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        if len(body) > MAX_CALL:
            raise _refusal(413, "BadRequestException", "The request is too large")
        payload = read_json(body, lambda message: _refusal(400, "BadRequestException", message))
        entries = items_of(payload, "BulkEmailEntries")
        if not 0 < len(entries) <= MAX_ENTRIES:
            raise _refusal(400, "BadRequestException", f"between 1 and {MAX_ENTRIES} entries are needed")
        return SubmissionRequest([_written(payload, entry) for entry in entries])

    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        results: dict[int, dict[str, object]] = {
            refusal.index: {"Status": "INVALID_PARAMETER", "Error": refusal.message}
            for refusal in validation.refused
        }
        results |= {
            accepted.index: {"Status": "SUCCESS", "MessageId": accepted.id} for accepted in validation.taken
        }
        return {"BulkEmailEntryResults": [results[index] for index in sorted(results)]}

    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal:
        match kind:
            case Trouble.RATE_LIMIT:
                return _refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.")
            case Trouble.QUOTA:
                return _refusal(400, "LimitExceededException", "Daily message quota exceeded.")
            case Trouble.ERROR:
                return _refusal(500, "InternalFailure", "An internal error occurred.")

    def problem_with(self, webhook_secret: str) -> str | None:
        if is_private_key(webhook_secret, RSAPrivateKey):
            return None
        return f"webhook_secret of {self.name} is a private key: PKCS#8, DER, base64"

    def tell(self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime) -> SignedWebhook:
        """`secret` is a private key: PKCS#8, DER, base64."""
        name, place, particulars = EVENTS[event]
        message = {
            "eventType": name,
            "mail": {
                "messageId": received.id,
                "timestamp": timestamp(received.at),
                "tags": received.facts["tags"],
            },
            place: particulars | {"timestamp": timestamp(received.at)},
        }
        if event is EventType.BOUNCED:
            bounced = {"emailAddress": received.mailbox, "diagnosticCode": BOUNCE_WORDS}
            message[place] = particulars | {"bouncedRecipients": [bounced], "timestamp": timestamp(received.at)}
        return SignedWebhook(
            {"x-amz-sns-message-type": "Notification"}, _notification(received, event, message, secret, now)
        )


def _notification(
    received: ReceivedMessage, event: EventType, message: dict[str, Any], secret: str, now: datetime
) -> bytes:
    notification = {
        "Message": json.dumps(message),
        "MessageId": event_id(received, event),
        "Timestamp": timestamp(now),
        "TopicArn": TOPIC,
        "Type": "Notification",
    }
    key = load_der_private_key(b64decode(secret), password=None)
    assert isinstance(key, RSAPrivateKey)  # noqa: S101  config has seen to it
    content = "".join(f"{name}\n{notification[name]}\n" for name in sorted(notification)).encode()
    signature = b64encode(key.sign(content, PKCS1v15(), SHA256())).decode()
    extra = {"SignatureVersion": "2", "Signature": signature, "SigningCertURL": CERTIFICATE}
    return json.dumps(notification | extra).encode()


def _written(payload: Any, entry: Any) -> SubmittedMessage:
    template = object_of(payload, "DefaultContent", "Template")
    content = object_of(template, "TemplateContent")
    replaced = object_of(entry, "ReplacementEmailContent", "ReplacementTemplate")
    values = {**_values(template, "TemplateData"), **_values(replaced, "ReplacementTemplateData")}
    body: dict[str, Any] = {
        "from": text_of(payload, "FromEmailAddress"),
        "to": items_of(object_of(entry, "Destination"), "ToAddresses"),
        "headers": {
            text_of(header, "Name"): text_of(header, "Value") for header in items_of(entry, "ReplacementHeaders")
        },
    }
    for part in ("Subject", "Html", "Text"):
        filled = _filled(text_of(content, part), values)
        body[part.lower()] = filled if filled is not None else ""
    if answer_to := items_of(payload, "ReplyToAddresses"):
        body["reply_to"] = answer_to
    tags = [*items_of(payload, "DefaultEmailTags"), *items_of(entry, "ReplacementTags")]
    return SubmittedMessage(body, {"tags": {text_of(tag, "Name"): [text_of(tag, "Value")] for tag in tags}})


def _values(where: Any, name: str) -> dict[str, Any]:
    payload = read_json(
        (text_of(where, name) or "{}").encode(), lambda message: _refusal(400, "BadRequestException", message)
    )
    return payload if isinstance(payload, dict) else {}


def _filled(template: str, values: dict[str, Any]) -> str | None:
    """None where the template could not be rendered: a value is missing, or a brace means something else."""
    out, end = "", 0
    for place in _PLACE.finditer(template):
        before = template[end : place.start()]
        if "{{" in before or "}}" in before or before.endswith(("\\", "{")) or place[1] not in values:
            return None
        out += before + str(values[place[1]])
        end = place.end()
    rest = template[end:]
    return None if "{{" in rest or "}}" in rest else out + rest


def is_signed(request: Request, body: bytes, secret: str) -> bool:
    """Amazon's signature, version 4, written down once more from its description."""
    scheme, _, facts = request.headers.get("authorization", "").partition(" ")
    try:
        given = dict(fact.strip().split("=", 1) for fact in facts.split(","))
        day, region, service, end = given["Credential"].split("/")[1:]
        names, moment = given["SignedHeaders"].split(";"), request.headers["x-amz-date"]
        signed = "".join(f"{name}:{request.headers[name].strip()}\n" for name in names)
    except (KeyError, ValueError):
        return False
    query = "&".join(
        sorted(
            f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}"
            for name, value in request.query_params.items()
        )
    )
    parts = (request.method, request.url.path, query, signed, given["SignedHeaders"], sha256(body).hexdigest())
    canonical = "\n".join(parts)
    scope = f"{day}/{region}/{service}/{end}"
    to_sign = "\n".join((scheme, moment, scope, sha256(canonical.encode()).hexdigest()))
    key = f"AWS4{secret}".encode()
    for part in (day, region, service, end):
        key = hmac.digest(key, part.encode(), "sha256")
    expected = hmac.digest(key, to_sign.encode(), "sha256").hex()
    is_whole = {"host", "x-amz-date", "content-type"} <= set(names)
    return scheme == "AWS4-HMAC-SHA256" and is_whole and hmac.compare_digest(expected, given.get("Signature", ""))


def _refusal(status: int, kind: str, message: str) -> Refusal:
    return Refusal(
        kind, JSONResponse({"message": message}, status_code=status, headers={"x-amzn-errortype": kind})
    )


DIALECT = SesDialect()
