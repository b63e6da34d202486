"""A message as it travels over SMTP and lies in the outbox: text and html, UTF-8, the same bytes every time.

The date is the batch's and the boundary comes from the content, so a repeat is a repeat to the last byte. Header
fields are folded by `headers.fold`, which keeps links whole; that is why EmailMessage does not write them.
"""

import base64
import binascii
import hashlib
from datetime import UTC
from email.utils import format_datetime

from delivery.message.headers import check_extra, fold, mailbox, unstructured
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage

_BASE64_LINE = 57  # bytes that make 76 characters


def compose(batch: OutgoingBatch, message: OutgoingMessage) -> bytes:
    """The whole message, lines ended by CRLF and at most 998 long, 7-bit. Raises HeaderRefused."""
    boundary = _boundary(message)
    head = [
        fold("From", mailbox("From", batch.from_name, batch.from_address)),
        fold("To", mailbox("To", message.to_name, message.to)),
        fold("Subject", unstructured("Subject", message.subject)),
        fold("Date", format_datetime(batch.date.astimezone(UTC))),
        *([fold("Reply-To", mailbox("Reply-To", None, batch.reply_to))] if batch.reply_to else []),
        *_extra(message),
        "MIME-Version: 1.0",
        f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"',
    ]
    parts = [_part("plain", message.text), _part("html", message.html)]
    body = b"".join(f"--{boundary}\r\n".encode() + part for part in parts)
    return "\r\n".join([*head, "", ""]).encode("ascii") + body + f"--{boundary}--\r\n".encode()


def message_id_of(message: OutgoingMessage) -> str | None:
    """The Message-ID among the message's headers: its name where the provider gives it none."""
    return next((value for name, value in message.headers if name.lower() == "message-id"), None)


def _extra(message: OutgoingMessage) -> list[str]:
    check_extra(message.headers)
    return [fold(name, value) for name, value in message.headers]


def _boundary(message: OutgoingMessage) -> str:
    """`=_` never occurs in quoted-printable or base64, so no part can contain its own boundary."""
    content = f"{message.delivery_id}\0{message.text}\0{message.html}"
    return "=_" + hashlib.sha256(content.encode()).hexdigest()[:40]


def _part(subtype: str, text: str) -> bytes:
    data = "\r\n".join([*text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n"), ""]).encode()
    quoted = binascii.b2a_qp(data, istext=True)
    encoding, payload = ("quoted-printable", quoted)
    if len(quoted) * 3 > len(data) * 5:  # clearly longer than base64: Arabic, Persian
        encoding, payload = ("base64", _base64(data))
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    return head.encode() + payload


def _base64(data: bytes) -> bytes:
    starts = range(0, len(data), _BASE64_LINE)
    return b"".join(base64.b64encode(data[start : start + _BASE64_LINE]) + b"\r\n" for start in starts)
