"""A group of messages as Mailgun wants it: a form with the content once and everybody's values in it. Pure.

Mailgun puts `%recipient.name%` into texts and header fields, as it stands. Without recipient-variables it would
show every address of a call to everyone, so a call for several people never goes without. One person alone gets
the complete message and no variables: then Mailgun puts nothing in anywhere.
"""

import hashlib
import json
import re
from urllib.parse import urlencode

from delivery.message.headers import mailbox
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers.shared.merge_groups import Group, fresh_name, translated

DELIVERY = "delivery"
CAMPAIGN = "campaign"
BATCH = "batch"
NOT_CARRIED = frozenset({"message-id"})
"""Mailgun names a call, not a message: it would have to be the same for everybody."""

Fields = list[tuple[str, str]]


_WOULD_BE_REPLACED = re.compile(r"%(?=\Z|recipient|unsubscribe|mailing_list|tag_unsubscribe)", re.IGNORECASE)


def build_body(batch: OutgoingBatch, group: Group) -> bytes:
    """Urlencoded, which needs no boundary and so is always the same bytes."""
    content = _alone(group.messages[0]) if len(group.messages) == 1 else _together(group)
    fields: Fields = [
        ("from", mailbox("From", batch.from_name, batch.from_address)),
        *(("to", mailbox("To", message.to_name, message.to)) for message in group.messages),
        *content,
        *([("h:Reply-To", batch.reply_to)] if batch.reply_to else []),
        (f"v:{CAMPAIGN}", batch.reference),
        (f"v:{BATCH}", batch.key),
        ("o:tag", batch.reference),
        ("o:tag", drawer(batch.key)),
        ("o:tracking", "no"),
        ("o:tracking-clicks", "no"),
        ("o:tracking-opens", "no"),
    ]
    return urlencode(fields).encode("ascii")


def drawer(key: str) -> str:
    """The tag that a look-up asks for. One of 256, because an account has room for a few thousand in all its life:
    no call can have one of its own.
    """
    return f"bilten-{hashlib.sha256(key.encode()).hexdigest()[:2]}"


def _alone(message: OutgoingMessage) -> Fields:
    return [
        ("subject", message.subject),
        ("text", message.text),
        ("html", message.html),
        *((f"h:{name}", value) for name, value in _headers(message)),
        (f"v:{DELIVERY}", str(message.delivery_id)),
    ]


def _together(group: Group) -> Fields:
    word = fresh_name(group)
    own: dict[str, dict[str, str]] = {
        message.to: {f"{word}{name}": value for name, value in group.values(message).items()}
        | {f"{word}percent": "%", f"{word}{DELIVERY}": str(message.delivery_id)}
        for message in group.messages
    }

    def gap(name: str) -> str:
        return f"%recipient.{word}{name}%"

    def literal(text: str) -> str:
        return _WOULD_BE_REPLACED.sub(gap("percent"), text)

    def line(name: str, values: list[str]) -> str:
        """A subject or a header field: the one that all have in common, or each their own."""
        if len(set(values)) == 1:
            return literal(values[0])
        for message, value in zip(group.messages, values, strict=True):
            own[message.to][f"{word}{name}"] = value
        return gap(name)

    headers = [_headers(message) for message in group.messages]
    return [
        ("subject", line("subject", [message.subject for message in group.messages])),
        ("text", translated(group.content.text, literal=literal, gap=gap)),
        ("html", translated(group.content.html, literal=literal, gap=gap)),
        *(
            (f"h:{name}", line(f"header{place}", [fields[place][1] for fields in headers]))
            for place, (name, _) in enumerate(headers[0])
        ),
        (f"v:{DELIVERY}", gap(DELIVERY)),
        ("recipient-variables", json.dumps(own, ensure_ascii=False, separators=(",", ":"))),
    ]


def _headers(message: OutgoingMessage) -> Fields:
    return [(name, value) for name, value in message.headers if name.lower() not in NOT_CARRIED]
