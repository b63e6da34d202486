"""MIME (RFC 2045) of an email that anyone may have written: cut to what is read of it before it is parsed.

A report says what it has to say at its beginning; after it comes the message that is returned. So the beginning is
enough, and neither a thousand parts nor a header of a megabyte costs more than any other email.

Gateways bend what RFC 2045 and RFC 5322 ask for: line ends of all kinds, controls in the name of a field, spaces
before its colon, a status in base64. The email package takes most of these for the end of a header, and what is in
`message/…` for a message whatever its encoding is. So the lines are put right before it reads them.
"""

import re
from base64 import b64decode
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime
from functools import cached_property

MAX_READ = 128 * 1024
"""Bytes of an email that are looked at."""
MAX_LINES = 3_000
MAX_LINE = 2_000
MAX_BOUNDARIES = 30
"""Of an email that nests or names more, the header alone is read: each line is compared with each of them."""
MAX_PARTS = 60
MAX_HEADER = 1_000
MAX_TEXT = 4_000
_BOUNDARY = re.compile(rb"boundary\s*=|message/", re.IGNORECASE)
_LINE_END = re.compile(rb"\r*\n|\r")
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n"))
_NOT_SHOWN = dict.fromkeys({*range(32), 127} - set(b"\t\n\r"))
_SPACE_BEFORE_COLON = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]+:", re.MULTILINE)
_BEFORE_THE_HEADER = re.compile(rb"\A(?:From (?! *:)[^\n]*\n|\n)+")
"""The line by which mbox parts emails, and empty lines."""
_REPORT_PART = re.compile(
    rb"^(Content-Type:\s{0,10})\"?message/((?:global-)?(?:delivery-status|disposition-notification)|feedback-report)\"?",
    re.IGNORECASE | re.MULTILINE,
)
"""Fields of a report. Of `text/…`, the package undoes the encoding."""
_OF_A_HEADER = re.compile(rb"[!-9;-~]+:|[ \t]")
_FIELD = re.compile(r"([!-9;-~]{1,60})[ \t]*:(.*)")
_BLANK = re.compile(r"\n[ \t]*\n(?![ \t])")
"""Between two blocks. What is folded over an empty line (obs-FWS) goes on in the next."""
_ENCODING = re.compile(r"\s*([\w-]+)")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]{16,}")
_TAG = re.compile(r"<(?:style|script)\b.*?(?:</(?:style|script)>|\Z)|<[^<>]{0,2000}>", re.IGNORECASE | re.DOTALL)
_UNREADABLE = (
    MessageError,
    ValueError,
    LookupError,
    RecursionError,
    TypeError,
    AttributeError,
    IndexError,
    KeyError,
)
"""What the email package has raised for bytes that are no email."""


@dataclass(frozen=True)
class ReportMail:
    """An email as far as it is read."""

    raw: bytes
    """Its beginning, with lines of a bounded length."""
    message: Message

    @cached_property
    def parts(self) -> tuple[Message, ...]:
        """Itself and what it consists of, without what is inside a returned message."""
        return tuple(part for part, _ in zip(_walk(self.message), range(MAX_PARTS), strict=False))

    def header(self, name: str) -> str:
        return header_of(self.message, name)

    def part(self, *content_types: str) -> Message | None:
        return next((part for part in self.parts if part.get_content_type() in content_types), None)

    @cached_property
    def enclosed(self) -> tuple[Message, ...]:
        """What the messages in it consist of: a gateway forwards a report as it came."""
        return tuple(part for part, _ in zip(_walk(self.message, is_deep=True), range(MAX_PARTS), strict=False))

    @property
    def is_unparted(self) -> bool:
        """Whether it says that it has parts, and none is found: a gateway has written its boundary anew."""
        return self.message.get_content_maintype() == "multipart" and not self.message.is_multipart()

    @cached_property
    def text(self) -> str:
        """What it says to people; of html, the words."""
        part = self.part("text/plain")
        if part is None:  # not `or`: a part without headers counts as false
            part = self.part("text/html") or (self.message if self.is_unparted else None)
        text = payload_text(part) if part is not None else ""
        if part is not None and part.get_content_type() == "text/html":
            text = _TAG.sub(" ", text[: 4 * MAX_TEXT])
        return text[:MAX_TEXT]

    @cached_property
    def date(self) -> datetime | None:
        """When it was written, as it says itself."""
        try:
            moment = parsedate_to_datetime(self.header("Date"))
        except _UNREADABLE:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def read_mail(raw: bytes) -> ReportMail:
    """Of any bytes: what cannot be parsed has no headers, and no parts."""
    cut = _cut(raw)
    parser = BytesHeaderParser() if len(_BOUNDARY.findall(cut)) > MAX_BOUNDARIES else BytesParser()
    try:
        return ReportMail(cut, parser.parsebytes(_REPORT_PART.sub(rb"\1text/\2", _without_strays(cut))))
    except _UNREADABLE:
        return ReportMail(cut, Message())


def header_of(message: Message, name: str) -> str:
    """The first of that name on one line, encoded words decoded; empty where there is none."""
    value = str(message.get(name) or "")[:MAX_HEADER]
    with suppress(*_UNREADABLE):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def payload_text(part: Message) -> str:
    """Whatever its charset says that it is. Of a part that is a message, that message's text."""
    raw = b""
    encoding = _ENCODING.match(str(part.get("Content-Transfer-Encoding") or ""))
    if encoding:  # "Base64 (as of the gateway)" is base64
        part.replace_header("Content-Transfer-Encoding", encoding[1])
    with suppress(*_UNREADABLE):
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        is_utf16 = raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        return raw.decode("utf-16" if is_utf16 else part.get_content_charset("utf-8"), "replace")
    return raw.decode("utf-8", "replace")


def blocks_of(part: Message, *names: str) -> list[dict[str, str]]:
    """The fields of a report, by their names in lower case: a block for each empty line. Only such as have one of
    `names`. Where an encoding is named that it does not have, or is not named, it is tried without and with it."""
    encoded = str(part.get_payload() if isinstance(part.get_payload(), str) else "")
    for text in (payload_text(part), encoded, _from_base64(encoded)):
        lines = "\n".join(text.translate(_NOT_SHOWN).splitlines())
        blocks = [_fields(block) for block in _BLANK.split(lines, maxsplit=MAX_PARTS)]
        if named := [block for block in blocks if not block.keys().isdisjoint(names)]:
            return named
    return []


def _from_base64(text: str) -> str:
    with suppress(*_UNREADABLE):
        return b64decode(text).decode("utf-8", "replace") if _BASE64.fullmatch(text) else ""
    return ""


def _fields(block: str) -> dict[str, str]:
    """The first of each name. What is no field belongs to the one before it."""
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        field = None if line[:1].isspace() else _FIELD.match(line)
        if field and field[1].lower() not in fields:
            name = field[1].lower()
            fields[name] = field[2].strip()
        elif field:
            name = ""
        elif name:
            fields[name] = f"{fields[name]} {line.strip()}"[:MAX_HEADER]
    return fields


def _cut(raw: bytes) -> bytes:
    text = _LINE_END.sub(b"\n", raw[:MAX_READ].removeprefix(BOM_UTF8)).translate(None, _CONTROLS)
    lines = _BEFORE_THE_HEADER.sub(b"", text).split(b"\n", MAX_LINES)[:MAX_LINES]
    return _SPACE_BEFORE_COLON.sub(rb"\1:", b"\n".join(line[:MAX_LINE] for line in lines))


def _without_strays(text: bytes) -> bytes:
    """Without lines in the header that are none of it, and would end it."""
    header, gap, body = text.partition(b"\n\n")
    lines = header.split(b"\n")
    kept = [line for place, line in enumerate(lines) if not place or _OF_A_HEADER.match(line)]
    return b"\n".join(kept) + gap + body


def _walk(message: Message, *, is_deep: bool = False) -> Iterator[Message]:
    yield message
    kinds = ("multipart", "message") if is_deep else ("multipart",)
    if message.get_content_maintype() in kinds:
        payload = message.get_payload()
        for part in payload if isinstance(payload, list) else []:
            if isinstance(part, Message):
                yield from _walk(part, is_deep=is_deep)
