"""Each accepted message as an .eml file, as a mail program would have stored it."""

import re
from binascii import b2a_qp
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime, formataddr, parseaddr
from pathlib import Path

from simulator.ledger import Body, Received

_OURS = ("mime-version", "content-type", "content-transfer-encoding")
_UNSAFE = re.compile(r"[^A-Za-z0-9._+-]+")
_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP


def build_eml(received: Received, body: Body) -> bytes:
    parts = [_part(subtype, body[key]) for key, subtype in (("text", "plain"), ("html", "html")) if body.get(key)]
    message: Message = parts[0] if len(parts) == 1 else MIMEMultipart("alternative", _subparts=parts)
    for name, value in _headers(received):
        del message[name]
        message[name] = value
    return message.as_bytes()


def _part(subtype: str, text: str) -> Message:
    part = MIMENonMultipart("text", subtype, charset="utf-8")
    part["Content-Transfer-Encoding"] = "quoted-printable"
    part.set_payload(b2a_qp(text.encode(), istext=True).decode("ascii"))
    return part


def _headers(received: Received) -> list[tuple[str, str | Header]]:
    envelope = received.envelope
    headers: list[tuple[str, str | Header]] = [
        ("Date", format_datetime(received.at)),
        ("From", _address(envelope.sender)),
        ("To", ", ".join(map(_address, envelope.to))),
        ("Subject", _encoded(envelope.subject)),
    ]
    if envelope.cc:
        headers.append(("Cc", ", ".join(map(_address, envelope.cc))))
    if envelope.reply_to:
        headers.append(("Reply-To", ", ".join(map(_address, envelope.reply_to))))
    headers.extend(
        (name, _encoded(value)) for name, value in envelope.headers.items() if name.lower() not in _OURS
    )
    headers.append(("X-Simulator-Id", received.id))
    return headers


def _address(address: str) -> str:
    return formataddr(parseaddr(address))


def _encoded(value: str) -> str | Header:
    return value if value.isascii() else Header(value, "utf-8")


def file_name(received: Received) -> str:
    """<recipient, made safe for a file name>-<id>.eml"""
    recipient = _UNSAFE.sub("_", received.mailbox).lstrip(".")[:100]
    return f"{recipient}-{received.id}.eml"


class Outbox:
    """A folder of .eml files, or nowhere when there is no folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def write(self, received: Received, body: Body) -> None:
        if self._folder is not None:
            (self._folder / file_name(received)).write_bytes(build_eml(received, body))

    def lacks(self, received: Received) -> bool:
        return self._folder is not None and not (self._folder / file_name(received)).exists()

    def remove(self, received: Received) -> None:
        if self._folder is not None:
            (self._folder / file_name(received)).unlink(missing_ok=True)
