"""Bounces from before RFC 3464, or beside it: qmail's, Exim's, what hosts and gateways have made up.

flufl.bounce, which Mailman lives by, knows their shapes and whether they are for good. It gives addresses;
which email it was we know better (`bounce_token.py`), and what was wrong is read from the words as from any
server's reply.
"""

import logging
import re

from flufl.bounce import all_failures

from delivery import report_meaning as m
from delivery.mail_reports.dsn import of_failure
from delivery.mail_reports.mail_parts import ReportMail, read_mail
from delivery.plain_text import plain_text
from delivery.report_meaning import ReportVerdict

SOURCES = ("https://fluflbounce.readthedocs.io/", "https://cr.yp.to/proto/qsbmf.txt")
MAX_SCANNED = 16 * 1024
"""Bytes of it that are looked through for the shapes, of which there are many."""
_FROM_A_SERVER = re.compile(r"mailer[-_. ]?daemon|postmaster|mail ?delivery|daemon@|mail-?system", re.IGNORECASE)
_CODE = re.compile(r"(?<![\d.])([45])\.\d{1,3}\.\d{1,3}(?![\d.]\d)")
_BASIC = re.compile(r"(?<![\d.:/-])([45]\d\d)[ -](?=\D)")
_ENDS = re.compile(
    r"^\W*(below (this|the next) line|this is a copy of|original message|start of returned|message text follows"
    r"|included is a copy|a copy of the original|return-path:)",
    re.IGNORECASE | re.MULTILINE,
)
MAX_REPLY = 400


def read_older_bounce(mail: ReportMail) -> tuple[ReportVerdict, str] | None:
    """What it means, and the server's words; None where it is no bounce that is known."""
    is_from_a_server = mail.header("Return-Path") == "<>" or _FROM_A_SERVER.search(mail.header("From"))
    if not (is_from_a_server or mail.header("X-Failed-Recipients")):
        return None
    temporary, permanent = _failures(mail)
    if permanent:
        reply = _reply(mail.text)
        code = _CODE.search(reply)
        return of_failure(code[0] if code else "", reply), reply
    return (m.DEFERRED, "delayed") if temporary else None


def _failures(mail: ReportMail) -> tuple[frozenset[bytes], frozenset[bytes]]:
    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # its tracebacks show what a reader wrote
    try:
        return all_failures(read_mail(mail.raw[:MAX_SCANNED]).message)
    except Exception:  # whatever it trips over is no bounce that it knows
        return frozenset(), frozenset()


def _reply(text: str) -> str:
    """The server's words: what stands before the message that comes back, from its code on where it has one."""
    end = _ENDS.search(text)
    before = text[: end.start()] if end else text
    basic = _BASIC.search(before)
    if basic:
        return plain_text(before[basic.start() : basic.start() + MAX_REPLY])
    code = _CODE.search(before)
    start = max(0, code.start() - MAX_REPLY // 2) if code else 0
    return plain_text(before[start : start + 2 * MAX_REPLY])
