"""Delivery status notification (DSN): what a server says became of a message (RFC 3464, RFC 6533), and what its
codes mean (RFC 3463).

The receiving server's own reply counts for more than its number: 5.0.0 is what a server writes where it was
given no number, for a full mailbox, too. So an address is taken for dead only where code or reply says so
clearly (`delivery/refusals.py`); any other bounce may pass, and five in a row end it.
"""

import re
from collections.abc import Mapping

from delivery import report_meaning as m
from delivery.mail_reports.mail_parts import ReportMail, blocks_of
from delivery.mail_reports.servers_words import before_the_copy, reply_in, says_no_for_good
from delivery.plain_text import plain_text
from delivery.refusals import ABOUT_US, RefusalSubject, whom_it_is_about
from delivery.report_meaning import ReportVerdict

SOURCES = (
    "https://www.rfc-editor.org/rfc/rfc3464#section-2.3.3",
    "https://www.rfc-editor.org/rfc/rfc3463",
    "https://www.rfc-editor.org/rfc/rfc6533#section-6",
    "https://www.iana.org/assignments/smtp-enhanced-status-codes/",
)
STATUS_PARTS = ("text/delivery-status", "text/global-delivery-status")
"""Of `message/…`, as `mail_parts.py` has them read."""
MAX_BLOCKS = 20
"""Recipients of one report: ours have one each, and an address that leads to others a few."""
MAX_ACTION = 40
ACTIONS: dict[str, ReportVerdict] = {
    "delayed": m.DEFERRED,
    "delivered": m.DELIVERED,
    "relayed": m.SENT,  # to a server that reports nothing
    "expanded": m.SENT,  # to the members of a list
}
"""Without `failed`, which the status and the server's reply explain."""
_RECIPIENTS = ("final-recipient", "original-recipient")
_OTHER_TYPES = ("text/plain", "application/octet-stream", "text/x-delivery-status", "application/delivery-status")
_FROM_A_SERVER = re.compile(r"mailer[-_. ]?daemon|postmaster|mail ?delivery|daemon@|mail-?system", re.IGNORECASE)
_BY_CLASS = {"2": "delivered", "4": "delayed", "5": "failed"}
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_NUMBER = re.compile(r"(?<![\d.])([245])(?:\.\d|\d\d\b|$)")
"""A status, or what some write in its place: a reply's code, its class alone."""
_KNOWN_ACTIONS = frozenset({"failed", *ACTIONS})
_ENHANCED = re.compile(r"[45]\.\d{1,3}\.\d{1,3}")
_TYPE = re.compile(r"^\s*[\w-]{1,30}\s*;\s*")
_REPLY_CODE = re.compile(r"^([45]\d\d)[ -]")
_EXPIRED = ("4.4.7", "5.4.7", "4.4.1", "4.4.2")
_NO_SUCH_DOMAIN = re.compile(
    r"\b(host|domain)\b.{0,40}\b(not found|does ?n[o']t exist|unknown)|nxdomain|no such (host|domain)"
    r"|unknown host|find (a mail exchanger or ip address|any host named)|no mx record found",
    re.IGNORECASE,
)
_MILDEST_FIRST = (m.DELIVERED, m.SENT, m.DEFERRED, m.WE_ARE_BLOCKED, m.CONTENT_REFUSED, m.TIMED_OUT, m.SOFT_BOUNCE)


def read_dsn(mail: ReportMail) -> tuple[ReportVerdict, str] | None:
    """What it means, and the server's reply; None where it is no such report.

    An address may lead to several others: the mildest counts, because the reader is reached where any of them is.
    """
    blocks = _blocks(mail)[:MAX_BLOCKS]
    if len(blocks) == 1 and not blocks[0].get("diagnostic-code") and says_no_for_good(before_the_copy(mail.text)):
        blocks = [{**blocks[0], "diagnostic-code": reply_in(mail.text)}]  # OpenSMTPD tells it to people only
    read = [_meaning(block) for block in blocks]
    return min(read, key=lambda meaning: _rank(meaning[0])) if read else None


def _blocks(mail: ReportMail) -> list[dict[str, str]]:
    """Those of its recipients. Gateways give the part another type, or forward the whole report."""
    part = mail.part(*STATUS_PARTS)
    if part is None:
        part = next((part for part in mail.enclosed if part.get_content_type() in STATUS_PARTS), None)
    if part is not None:
        blocks = blocks_of(part, "action", "status", "diagnostic-code")
        recipients = [block for block in blocks if not block.keys().isdisjoint(("action", "status"))]
        return recipients or blocks
    if not is_from_a_server(mail):  # what somebody quotes is no report
        return []
    for part in mail.parts[1:] or mail.parts:
        if part.get_content_type() in _OTHER_TYPES or mail.is_unparted:
            blocks = blocks_of(part, *_RECIPIENTS)
            if named := [block for block in blocks if not block.keys().isdisjoint(("action", "status"))]:
                return named
    return []


def is_from_a_server(mail: ReportMail) -> bool:
    """Whether a mail server wrote it, as its header says. An auto-reply has an empty Return-Path as well."""
    return _FROM_A_SERVER.search(mail.header("From")) is not None


def of_failure(status: str, reply: str) -> ReportVerdict:
    """A bounce, by its status (RFC 3463; empty: none) and the server's reply."""
    reply = _with_status(status, reply)
    about = whom_it_is_about(reply)
    if about in ABOUT_US:
        return m.WE_ARE_BLOCKED
    if about is RefusalSubject.CONTENT:
        return m.CONTENT_REFUSED
    if status.startswith("4."):
        return m.TIMED_OUT if status in _EXPIRED else m.SOFT_BOUNCE
    if about is RefusalSubject.NO_SUCH_ADDRESS or (
        about is RefusalSubject.UNCLEAR and _NO_SUCH_DOMAIN.search(reply)
    ):
        return m.INVALID
    return m.TIMED_OUT if status in _EXPIRED else m.SOFT_BOUNCE


def _with_status(status: str, reply: str) -> str:
    """The reply with its code first, as a server would say it. Of a number that says nothing, nothing."""
    if _ENHANCED.search(reply) or not status or status.endswith(".0.0"):
        return reply
    code = _REPLY_CODE.match(reply)
    return f"{code[1]} {status} {reply[4:]}" if code else f"{status} {reply}"


def _meaning(block: Mapping[str, str]) -> tuple[ReportVerdict, str]:
    match = _STATUS.search(block.get("status", ""))
    status = match[0] if match else ""
    reply = plain_text(_TYPE.sub("", block.get("diagnostic-code", ""), count=1))
    action = block.get("action", "").split("(")[0].strip(" \t;").lower()
    if action not in _KNOWN_ACTIONS:  # "failure", or none: the number says what is meant
        number = _NUMBER.search(block.get("status", "")) or _NUMBER.search(reply)
        action = _BY_CLASS.get(number[1], action) if number else action
    detail = " · ".join(filter(None, (plain_text(action)[:MAX_ACTION], status, reply)))
    if action == "failed":
        return of_failure(status, reply), detail
    return ACTIONS.get(action, m.UNKNOWN), detail


def _rank(meaning: ReportVerdict) -> int:
    if meaning == m.UNKNOWN:
        return len(_MILDEST_FIRST) + 1
    return _MILDEST_FIRST.index(meaning) if meaning in _MILDEST_FIRST else len(_MILDEST_FIRST)
