"""A group of messages as Amazon SES wants it: an inline template with everybody's values. Pure, canonical JSON.

SES puts each value in place of its `{{name}}` as it stands, escapes nothing, and fails a message for which a value
is missing. Whatever in our own text could be read as one of its braces travels as a value itself.
"""

import json
import re
from typing import Any

from delivery.message.headers import mailbox
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage, SharedText
from delivery.providers.shared.merge_groups import Group, translated

DELIVERY_TAG = "delivery"
CAMPAIGN_TAG = "campaign"
MAX_HEADERS = 15
MAX_HEADER = 995
NOT_CARRIED = frozenset({"message-id"})
"""SES writes its own."""

_NOT_IN_A_TAG = re.compile(r"[^A-Za-z0-9_-]")
_BRACES = {"{": "open", "}": "close", "\\": "slash"}
_RUN = re.compile(r"(?<=[{}\\])[{}\\]|[{}\\](?=[{}\\])|\A[{}\\]|[{}\\]\Z")
"""One that has another beside it, or a gap: a lone brace in a style sheet means nothing to SES."""


def build_body(batch: OutgoingBatch, group: Group, *, configuration_set: str) -> bytes:
    subjects = [message.subject for message in group.messages]
    has_one_subject = len(set(subjects)) == 1
    template = {
        "Subject": _template(SharedText((subjects[0],))) if has_one_subject else "{{subject}}",
        "Html": _template(group.content.html),
        "Text": _template(group.content.text),
    }
    body: dict[str, Any] = {
        "FromEmailAddress": mailbox("From", batch.from_name, batch.from_address),
        "DefaultEmailTags": [_tag(CAMPAIGN_TAG, batch.reference)],
        "DefaultContent": {"Template": {"TemplateContent": template, "TemplateData": "{}"}},
        "BulkEmailEntries": [
            _entry(group, message, with_subject=not has_one_subject) for message in group.messages
        ],
        "ConfigurationOverrides": {
            "Tracking": {"OpenTrackingEnabled": "DISABLED", "ClickTrackingEnabled": "DISABLED"}
        },
    }
    if batch.reply_to:
        body["ReplyToAddresses"] = [batch.reply_to]
    if configuration_set:
        body["ConfigurationSetName"] = configuration_set
    return _json(body).encode()


def headers_of(message: OutgoingMessage) -> list[tuple[str, str]]:
    return [(name, value) for name, value in message.headers if name.lower() not in NOT_CARRIED]


def _entry(group: Group, message: OutgoingMessage, *, with_subject: bool) -> dict[str, Any]:
    values = group.values(message) | {name: brace for brace, name in _BRACES.items()}
    if with_subject:
        values["subject"] = message.subject
    return {
        "Destination": {"ToAddresses": [mailbox("To", message.to_name, message.to)]},
        "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData": _json(values)}},
        "ReplacementHeaders": [{"Name": name, "Value": value} for name, value in headers_of(message)],
        "ReplacementTags": [_tag(DELIVERY_TAG, str(message.delivery_id))],
    }


def _template(text: SharedText) -> str:
    return translated(text, literal=_literal, gap=_placeholder)


def _literal(text: str) -> str:
    return _RUN.sub(lambda match: _placeholder(_BRACES[match[0]]), text)


def _placeholder(name: str) -> str:
    return "{{" + name + "}}"


def _tag(name: str, value: str) -> dict[str, str]:
    return {"Name": name, "Value": _NOT_IN_A_TAG.sub("_", value)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
