"""Bounces from before RFC 3464, or beside it: qmail's, Exim's, what hosts and gateways have made up.

flufl.bounce, which Mailman lives by, knows their shapes and whether they are for good. It gives addresses;
which email it was we know better (`bounce_token.py`), and what was wrong is read from the words as from any
server's reply.
"""

import logging
import re

from flufl.bounce import all_failures

from delivery import report_meaning as m
from delivery.mail_reports.dsn import is_from_a_server, of_failure
from delivery.mail_reports.mail_parts import ReportMail, read_mail
from delivery.plain_text import plain_text
from delivery.report_meaning import ReportVerdict

SOURCES = ("https://fluflbounce.readthedocs.io/", "https://cr.yp.to/proto/qsbmf.txt")
MAX_SCANNED = 16 * 1024
"""Bytes of it that are looked through for the shapes, of which there are many."""
_CODE = re.compile(r"(?<![\d.])([45])\.[0-7]\.\d{1,3}(?!\d|\.\d)")
"""RFC 3463 has subjects up to 7. Not a day: 5.5.2026."""
_BASIC = re.compile(r"(?<![\d.:/-])([45]\d\d)[ -](?=\D|[45]\.)")
_FINAL_CODE = re.compile(r"(?<![\d.])(5)\.[0-46-7]\.\d{1,3}(?!\d|\.\d)")
_FINAL_BASIC = re.compile(r"(?<![\d.:/-])(5[1-9]\d)[ -](?=\D|5\.)")
_FINAL = re.compile(f"{_FINAL_CODE.pattern}|{_FINAL_BASIC.pattern}")
"""A no for good, in whatever language it stands: of hMailServer, OpenSMTPD, James, MDaemon, a Postfix or Exim with
texts of its own, an Exchange without a report part. Not 503 and 5.5.1, which follow from another no."""
_WARNING = re.compile(
    r"warning only|not need to re-?send|still being retried|will (be retried|retry|keep trying|continue trying)"
    r"|(delivery|message) (has been |is |was )?delayed",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^\W*(below (this|the next) line|this is a copy of|original message|start of returned|message text follows"
    r"|included is a copy|a copy of the original|return-path:)",
    re.IGNORECASE | re.MULTILINE,
)
MAX_REPLY = 400


def read_older_bounce(mail: ReportMail) -> tuple[ReportVerdict, str] | None:
    """What it means, and the server's words; None where it is no bounce that is known."""
    is_returned = mail.header("Return-Path") == "<>" or is_from_a_server(mail)
    if not (is_returned or mail.header("X-Failed-Recipients")):
        return None
    temporary, permanent = _failures(mail)
    says_no = permanent or is_from_a_server(mail)
    before = _before_the_copy(mail.text)
    if says_no and _WARNING.search(before) and not _FINAL.search(before):
        return m.DEFERRED, "delayed"
    if permanent or (says_no and _FINAL.search(before)):
        reply = _reply(mail.text)
        code = _FINAL_CODE.search(reply) or _CODE.search(reply)
        return of_failure(code[0] if code else "", reply), reply
    is_temporary = temporary or (says_no and (_CODE.search(before) or _BASIC.search(before)))
    return (m.DEFERRED, "delayed") if is_temporary else None


def _failures(mail: ReportMail) -> tuple[frozenset[bytes], frozenset[bytes]]:
    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # its tracebacks show what a reader wrote
    try:
        return all_failures(read_mail(mail.raw[:MAX_SCANNED]).message)
    except Exception:  # whatever it trips over is no bounce that it knows
        return frozenset(), frozenset()


def _before_the_copy(text: str) -> str:
    end = _ENDS.search(text)
    return text[: end.start()] if end else text


def _reply(text: str) -> str:
    """The server's words: what stands before the message that comes back, from its code on where it has one."""
    before = _before_the_copy(text)
    basic = _FINAL_BASIC.search(before) or _BASIC.search(before)
    if basic:
        return plain_text(before[basic.start() : basic.start() + MAX_REPLY])
    code = _FINAL_CODE.search(before) or _CODE.search(before)
    start = max(0, code.start() - MAX_REPLY // 2) if code else 0
    return plain_text(before[start : start + 2 * MAX_REPLY])
