"""Each accepted message as an .eml file, as a mail program would have stored it.

The standard library encodes what is not ASCII; the parts are put together here, because its generator would be
slower than all the rest of the simulator.
"""

import re
from binascii import b2a_qp
from collections.abc import Iterator
from email.header import Header
from email.utils import format_datetime, formataddr
from functools import lru_cache
from pathlib import Path

from simulator.envelope import split_address
from simulator.ledger import Body, ReceivedMessage

MAX_LINE = 998
MAX_PLAIN_HEADER = 900
_OURS = ("mime-version", "content-type", "content-transfer-encoding")
_UNSAFE = re.compile(r"[^A-Za-z0-9._+-]+")


def build_eml(received: ReceivedMessage, body: Body) -> bytes:
    headers = "".join(f"{name}: {value}\n" for name, value in _headers(received)).encode("ascii")
    parts = [_part(subtype, body[key]) for key, subtype in (("text", "plain"), ("html", "html")) if body.get(key)]
    if len(parts) == 1:
        return headers + parts[0]
    boundary = f"=_{received.id}".encode()
    pieces = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts)
    kind = b'Content-Type: multipart/alternative; boundary="' + boundary + b'"\n\n'
    return headers + kind + pieces + b"--" + boundary + b"--\n"


def _part(subtype: str, text: str) -> bytes:
    """Readable as it is where mail's line limit allows it."""
    content = text.encode()
    encoding = "8bit"
    if max(map(len, content.split(b"\n"))) > MAX_LINE:
        content, encoding = b2a_qp(content, istext=True), "quoted-printable"
    return (
        f"Content-Type: text/{subtype}; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n".encode()
        + content
    )


def _headers(received: ReceivedMessage) -> Iterator[tuple[str, str]]:
    envelope = received.envelope
    yield "MIME-Version", "1.0"
    yield "Date", format_datetime(received.at)
    yield "From", _address(envelope.sender)
    yield "To", ", ".join(map(_address, envelope.to))
    yield "Subject", _encoded(envelope.subject)
    if envelope.cc:
        yield "Cc", ", ".join(map(_address, envelope.cc))
    if envelope.reply_to:
        yield "Reply-To", ", ".join(map(_address, envelope.reply_to))
    for name, value in envelope.headers.items():
        if name.lower() not in _OURS:
            yield name, _encoded(value)
    yield "X-Simulator-Id", received.id


@lru_cache(maxsize=256)
def _address(address: str) -> str:
    return formataddr(split_address(address))


@lru_cache(maxsize=256)
def _encoded(value: str) -> str:
    if value.isascii() and len(value) <= MAX_PLAIN_HEADER:
        return value
    return Header(value, "utf-8" if not value.isascii() else "ascii").encode()


def file_name(received: ReceivedMessage) -> str:
    """<recipient, made safe for a file name>-<id>.eml"""
    recipient = _UNSAFE.sub("_", received.mailbox).lstrip(".")[:100]
    return f"{recipient}-{received.id}.eml"


class Outbox:
    """A folder of .eml files, or nowhere when there is no folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def write(self, received: ReceivedMessage, body: Body) -> None:
        if self._folder is not None:
            (self._folder / file_name(received)).write_bytes(build_eml(received, body))

    def lacks(self, received: ReceivedMessage) -> bool:
        return self._folder is not None and not (self._folder / file_name(received)).exists()

    def remove(self, received: ReceivedMessage) -> None:
        if self._folder is not None:
            (self._folder / file_name(received)).unlink(missing_ok=True)
