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
from delivery.mail_reports.servers_words import (
    before_the_copy,
    has_a_code,
    reply_in,
    says_no_for_good,
    status_in,
)
from delivery.report_meaning import ReportVerdict

SOURCES = ("https://fluflbounce.readthedocs.io/", "https://cr.yp.to/proto/qsbmf.txt")
MAX_SCANNED = 16 * 1024
"""Bytes of it that are looked through for the shapes, of which there are many."""
_WARNING = re.compile(
    r"warning only|not need to re-?send|still being retried|will (be retried|retry|keep trying|continue trying)"
    r"|(delivery|message) (has been |is |was )?delayed",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"envelope expired|giving up|given up|retry time(out)? exceeded|in the queue too long|deliver for the last",
    re.IGNORECASE,
)
"""Of OpenSMTPD, DragonFly, qmail, Exim, which name no code then."""
logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # its tracebacks show what a reader wrote


def read_older_bounce(mail: ReportMail) -> tuple[ReportVerdict, str] | None:
    """What it means, and the server's words; None where it is no bounce that is known."""
    is_returned = mail.header("Return-Path") == "<>" or is_from_a_server(mail)
    if not (is_returned or mail.header("X-Failed-Recipients")):
        return None
    temporary, permanent = _failures(mail)
    says_no = permanent or is_from_a_server(mail)
    before = before_the_copy(mail.text)
    if says_no and _WARNING.search(before) and not says_no_for_good(before):
        return m.DEFERRED, "delayed"
    if permanent or (says_no and says_no_for_good(before)):
        reply = reply_in(mail.text)
        return of_failure(status_in(reply), reply), reply
    if temporary or (says_no and has_a_code(before)):
        return m.DEFERRED, "delayed"
    return _without_a_code(reply_in(mail.text)) if says_no else None


def _without_a_code(reply: str) -> tuple[ReportVerdict, str] | None:
    """What only words say: nobody there, no such domain, or that the server has given up."""
    if (verdict := of_failure("", reply)) == m.INVALID:
        return verdict, reply
    return (m.TIMED_OUT, reply) if _GIVEN_UP.search(reply) else None


def _failures(mail: ReportMail) -> tuple[frozenset[bytes], frozenset[bytes]]:
    try:
        return all_failures(read_mail(mail.raw[:MAX_SCANNED]).message)
    except Exception:  # whatever it trips over is no bounce that it knows
        return frozenset(), frozenset()
