"""Reports as gateways bend them: encoded where RFC 3464 does not allow it, with controls in the names of fields,
folded as in RFC 822, with line ends of all kinds, cut off. What can be read means what it meant."""

import quopri
import re
from base64 import b64encode
from collections.abc import Callable
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery import report_meaning as m
from delivery.mail_reports.mail_report import MailKind, MailReport
from delivery.report_meaning import ReportVerdict
from tests.delivery import bounce_mails as b
from tests.delivery.test_hostile_mails import assert_bounded
from tests.delivery.test_mail_reports import DSNS, SENT, TOKEN, UNKNOWN_USER, read
from tests.examples import examples

Bend = Callable[[bytes], bytes]
_PART = re.compile(
    rb"(?P<head>Content-Type: message/(?:delivery-status|feedback-report)\n)\n(?P<body>.*?)(?P<end>\n--\w)",
    re.DOTALL,
)


def part(change: Callable[[bytes], bytes], *, head: bytes = b"") -> Bend:
    """The part with the fields, its body changed and this added to its header."""
    return lambda raw: _PART.sub(
        lambda match: match["head"] + head + b"\n" + change(match["body"]) + match["end"], raw, count=1
    )


def same(body: bytes) -> bytes:
    return body


def lines_of_base64(body: bytes) -> bytes:
    encoded = b64encode(body)
    return b"\n".join(encoded[start : start + 76] for start in range(0, len(encoded), 76))


def field(name: bytes, instead: bytes) -> Bend:
    return lambda raw: re.sub(rb"(?m)^" + name + rb":", instead, raw)


def mixed_line_ends(raw: bytes) -> bytes:
    """Before an empty line it is LF: CR, and then CRLF, would be one end or two."""
    ends = cycle((b"\n", b"\r\n", b"\r"))
    return re.sub(rb"(?<!\n)\n(?!\n)", lambda _: next(ends), raw)


ENCODED: dict[str, Bend] = {
    "base64": part(lines_of_base64, head=b"Content-Transfer-Encoding: base64\n"),
    "base64, in capitals and with a comment": part(
        lines_of_base64, head=b"Content-Transfer-Encoding: BASE64 (by a gateway)\n"
    ),
    "base64 of lines that end in CRLF": part(
        lambda body: lines_of_base64(body.replace(b"\n", b"\r\n")), head=b"Content-Transfer-Encoding: base64\n"
    ),
    "base64 in one line without padding": part(
        lambda body: b64encode(body).rstrip(b"="), head=b"Content-Transfer-Encoding: base64\n"
    ),
    "base64 that nothing names": part(lines_of_base64),
    "base64 in name only": part(same, head=b"Content-Transfer-Encoding: base64\n"),
    "base64 folded": part(lines_of_base64, head=b"Content-Transfer-Encoding:\n base64\n"),
    "quoted-printable": part(
        lambda body: quopri.encodestring(body, quotetabs=True),
        head=b"Content-Transfer-Encoding: quoted-printable\n",
    ),
    "quoted-printable, every letter": part(
        lambda body: b"=0A".join(b"".join(b"=%02X" % code for code in line) for line in body.split(b"\n")),
        head=b"Content-Transfer-Encoding: Quoted-Printable\n",
    ),
    "quoted-printable in name only": part(same, head=b"Content-Transfer-Encoding: quoted-printable\n"),
    "8bit": part(same, head=b"Content-Transfer-Encoding: 8bit\n"),
    "an encoding that nobody knows": part(same, head=b"Content-Transfer-Encoding: x-far\n"),
    "UTF-16": part(
        lambda body: lines_of_base64(body.decode().encode("utf-16")),
        head=b"Content-Transfer-Encoding: base64\nX-Charset: utf-16\n",
    ),
}
BENT: dict[str, Bend] = {
    "NUL in the name of its fields": field(rb"(Action|Feedback-Type)", b"\\1\0:"),
    "a control in the name of its fields": field(rb"(Status|Action|Feedback-Type)", b"\x01\\1\x7f:"),
    "NUL in the name of a header's field": lambda raw: raw.replace(b"\nDate:", b"\nX-Fa\0r: x\nDate:", 1),
    "controls in the name of Content-Type": lambda raw: raw.replace(b"\nContent-Type", b"\nContent\x02-Type\x1b"),
    "a line in the header that is none of it": lambda raw: raw.replace(b"\nDate:", b"\n>From far\nDate:", 1),
    "8-bit in the name of a header's field": lambda raw: raw.replace(b"\nDate:", b"\nX-F\xc3\xa4r: x\nDate:", 1),
    "spaces before the colon": field(rb"([A-Z][A-Za-z-]+)", b"\\1 \t:"),
    "folded after the colon": field(rb"(Action|Status|Feedback-Type|Content-Type)", b"\\1:\n\t "),
    "folded over an empty line": field(rb"(Feedback-Type|Diagnostic-Code)", b"\\1:\n  \n "),
    "names in capitals": lambda raw: re.sub(
        rb"(?m)^(Action|Status|Feedback-Type|Content-Type):", lambda match: match[0].upper(), raw
    ),
    "CRLF": lambda raw: raw.replace(b"\n", b"\r\n"),
    "CR": lambda raw: raw.replace(b"\n", b"\r"),
    "CR CR LF": lambda raw: raw.replace(b"\n", b"\r\r\n"),
    "every third line in CRLF, the next in CR": mixed_line_ends,
    "no last boundary": lambda raw: re.sub(rb"\n--[\w/.]+--\n$", b"\n", raw),
    "cut off after the status": lambda raw: raw[: raw.find(b"\n--", raw.find(b"Content-Type: message/"))],
    "spaces behind the boundaries": lambda raw: re.sub(rb"(?m)^(--[\w/.]+)$", b"\\1  ", raw),
    "spaces in empty lines": part(lambda body: body.replace(b"\n\n", b"\n \t\n")),
    "a byte order mark": lambda raw: b"\xef\xbb\xbfX-First: x\n" + raw,
    "a line of mbox": lambda raw: b"From MAILER-DAEMON Sun Apr 12 10:00:05 2026\n" + raw,
    "empty lines before the header": lambda raw: b"\r\n\n" + raw,
    "a type in quotation marks": lambda raw: re.sub(rb"message/([\w-]+-(?:status|report))", rb'"message/\1"', raw),
    "NUL everywhere": lambda raw: raw.replace(b" ", b"\0 "),
}
LINE_ENDS = ("CRLF", "CR", "CR CR LF", "every third line in CRLF, the next in CR")
OF_BLOCKS = {"spaces in empty lines"}
"""Complaints have one block."""
DEAD = b.dsn(SENT, b.block("failed", "5.1.1", UNKNOWN_USER))
REPORTS: dict[str, tuple[bytes, MailKind, ReportVerdict]] = {
    "a dead address": (DEAD, MailKind.DSN, m.INVALID),
    "a delay": (b.dsn(SENT, b.block("delayed", "4.4.1", "X-Postfix; timed out")), MailKind.DSN, m.DEFERRED),
    "a full mailbox": (
        b.dsn(SENT, b.block("failed", "5.2.2", "smtp; 552 5.2.2 Mailbox full")),
        MailKind.DSN,
        m.SOFT_BOUNCE,
    ),
    "a complaint": (b.arf(SENT, "abuse"), MailKind.FEEDBACK, m.COMPLAINED),
    "the opposite of a complaint": (b.arf(SENT, "not-spam"), MailKind.FEEDBACK, m.SENT),
}


@pytest.mark.parametrize("bend", ENCODED | BENT)
@pytest.mark.parametrize("report", REPORTS)
def test_a_bent_report_means_what_it_meant(report: str, bend: str) -> None:
    raw, kind, verdict = REPORTS[report]
    bent = (ENCODED | BENT)[bend](raw)
    assert bent != raw or bend in OF_BLOCKS
    result = read(bent)
    assert (result.kind, result.verdict, result.token) == (kind, verdict, TOKEN)


@settings(max_examples=examples(200))
@given(
    st.sampled_from(sorted(DSNS)),
    st.sampled_from([None, *ENCODED]),
    st.lists(st.sampled_from(sorted(BENT.keys() - LINE_ENDS)), max_size=3, unique=True),
    st.sampled_from([None, *LINE_ENDS]),
)
def test_however_it_is_bent_it_is_read(
    name: str, encoding: str | None, bends: list[str], line_ends: str | None
) -> None:
    raw, verdict = DSNS[name]
    if encoding is not None:
        raw = ENCODED[encoding](raw)
    for bend in [*bends, *([line_ends] if line_ends else [])]:
        raw = BENT[bend](raw)
    result: MailReport = read(raw)
    assert_bounded(result)
    assert (result.verdict, result.token) == (verdict, TOKEN)


@pytest.mark.parametrize("bend", ["base64", "quoted-printable", "base64 that nothing names"])
def test_a_status_part_that_says_nothing_is_for_a_person(bend: str) -> None:
    raw = part(lambda _: b"nothing that a report has to say: nothing")(
        b.dsn(SENT, b.block("failed", "5.1.1"), author="somebody@far.example").replace(b"<>", b"<a@far.example>")
    )
    result = read(ENCODED[bend](raw))
    assert (result.kind, result.verdict) == (MailKind.OTHER, None)
