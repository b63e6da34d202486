"""Bounces of servers and gateways that keep to no standard: other types and names for the report, texts alone, in
whatever language. In the shapes that public trackers show (sisimai/rb-sisimai 91, rgl/MailBounceDetector 10,
nodemailer/mailparser 288); nobody's real mail."""

import re
from base64 import encodebytes

import pytest

from delivery import report_meaning as m
from delivery.mail_reports.mail_report import MailKind
from delivery.report_meaning import ReportVerdict
from tests.delivery import bounce_mails as b
from tests.delivery.test_mail_reports import SENT, TOKEN, read

DEAD, FULL = m.INVALID, m.SOFT_BOUNCE
REPLY = "550 5.1.1 user unknown"
DSN = b.dsn(SENT, b.block("failed", "5.1.1", f"smtp; {REPLY}"))
PART = b"Content-Type: message/delivery-status\n\n"


def field(action: str, status: str, reply: str = f"smtp; {REPLY}") -> bytes:
    lines = [
        f"Final-Recipient: rfc822; {b.READER}",
        action and f"Action: {action}",
        status and f"Status: {status}",
    ]
    return b.dsn(SENT, "\n".join(filter(None, [*lines, reply and f"Diagnostic-Code: {reply}"])))


def in_base64() -> bytes:
    head = b"Content-Type: application/octet-stream; name=details.txt\nContent-Transfer-Encoding: base64\n\n"
    return re.sub(
        PART + rb"(.*?)\n--B1", lambda match: head + encodebytes(match[1]) + b"--B1", DSN, flags=re.DOTALL
    )


def forwarded(author: str) -> bytes:
    return (
        (
            f"Return-Path: <>\nDate: Sun, 12 Apr 2026 10:00:05 +0200\nFrom: {author}\nTo: {SENT.envelope_from}\n"
            "Subject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=Q\n\n"
            "--Q\nContent-Type: text/plain\n\nSee below.\n\n--Q\nContent-Type: message/rfc822\n\n"
        ).encode()
        + DSN
        + b"\n--Q--\n"
    )


REPORTS: dict[str, tuple[bytes, ReportVerdict]] = {
    "no multipart/report": (DSN.replace(b"report; report-type=delivery-status", b"mixed"), DEAD),
    "a status part as text": (DSN.replace(PART, b"Content-Type: text/plain; name=details.txt\n\n"), DEAD),
    "a status part as a file": (DSN.replace(PART, b"Content-Type: application/octet-stream\n\n"), DEAD),
    "a status part as a file in base64": (in_base64(), DEAD),
    "forwarded as it came": (forwarded("gateway@far.example"), DEAD),
    "neither action nor status": (field("", ""), DEAD),
    "no status, a full mailbox": (field("failed", "", "smtp; 552 mailbox full"), FULL),
    **{
        f"Action: {name}": (field(name, "5.1.1"), DEAD) for name in ("failure", "fail", "undeliverable", "failed;")
    },
    **{
        f"Status: {text}, no action": (field("", text), DEAD)
        for text in ("550", "5.1", "5", "5,1,1", "smtp;550 5.1.1")
    },
    "no reply but in the text": (
        b.dsn(
            SENT, b.block("failed", "5.0.0"), says=f"{b.READER}: 550 5.7.26 Multiple authentication checks failed"
        ),
        m.WE_ARE_BLOCKED,
    ),
    "a boundary written anew": (DSN.replace(b'boundary="B1/far.example"', b'boundary="B2/far.example"'), DEAD),
    "Action: delay, by its status": (field("delay", "4.4.1", "smtp; timed out"), m.DEFERRED),
}


def text(report: str, author: str, subject: str = "Undeliverable: Bulletin") -> bytes:
    return b.plain(SENT, report, author=author, subject=subject)


def html(report: str) -> bytes:
    return b.plain(SENT, f"<html><body>{report}</body></html>", author="postmaster@far.example",
                   more="MIME-Version: 1.0\nContent-Type: text/html\n")  # fmt: skip


SERVER = "Mail Delivery System <MAILER-DAEMON@far.example>"
TEXTS: dict[str, tuple[bytes, ReportVerdict]] = {
    "exchange, html alone": (
        html(
            "<p>Delivery has failed to these recipients or groups:</p><p>ana@reader.example</p>"
            "<p>Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'</p>"
        ),
        DEAD,
    ),
    "office 365, in Slovenian": (
        html(
            "<p>Vašega sporočila ni bilo mogoče dostaviti.</p><p>Koda stanja: 550 5.1.10</p>"
            "<p>Sporočena napaka: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found</p>"
        ),
        DEAD,
    ),
    "exchange 2003": (
        text(
            "Your message did not reach some or all of the intended recipients.\n\n"
            "      ana@reader.example on 12.4.2026 10:00\n            The e-mail account does not exist at the "
            "organization this message was sent to.\n            <far.example #5.1.1>",
            "System Administrator <postmaster@far.example>",
        ),
        DEAD,
    ),
    "postfix, without a report": (
        text(
            "This is the mail system at host far.example.\n\nI'm sorry to have to inform you that your message "
            f"could not\nbe delivered.\n\n<{b.READER}>: host mx[192.0.2.1] said: {REPLY}",
            SERVER,
        ),
        DEAD,
    ),
    "postfix, in Slovenian": (
        text(
            f"Sporočila ni bilo mogoče dostaviti.\n\n<{b.READER}>: host mx[192.0.2.1] said: 552 5.2.2 Over quota",
            SERVER,
        ),
        FULL,
    ),
    "postfix, a warning": (
        text(
            "# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n\nYour message could not be "
            f"delivered for more than 4 hour(s).\n\n<{b.READER}>: connect to mx: Connection timed out",
            SERVER,
        ),
        m.DEFERRED,
    ),
    "exim, in German": (
        text(
            f"Ihre Nachricht kam nicht an:\n\n  {b.READER}\n    SMTP error from remote mail server "
            f"after RCPT TO:<{b.READER}>:\n    host mx [192.0.2.1]: {REPLY}",
            SERVER,
        ),
        DEAD,
    ),
    "qmail, in German": (
        text(
            "Hallo, hier ist das qmail-send-Programm von far.example.\nLeider konnte ich Ihre Nachricht nicht "
            f"zustellen.\n\n<{b.READER}>:\nSorry, no mailbox here by that name. (#5.1.1)",
            SERVER,
        ),
        DEAD,
    ),
    "hMailServer": (
        text(
            f"The following recipient(s) could not be reached:\n\n   {b.READER}\n   Error Type: SMTP\n"
            f"   Remote server replied: {REPLY}\n\nhMailServer",
            "mailer-daemon@far.example",
        ),
        DEAD,
    ),
    "OpenSMTPD": (
        text(
            "    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n"
            f"    An error has occurred:\n\n{b.READER}: {REPLY}",
            "Mailer Daemon <MAILER-DAEMON@far.example>",
        ),
        DEAD,
    ),
    "a host's reason": (
        text(
            f"Could not deliver message to the following recipient(s):\n\nFailed Recipient: {b.READER}\n"
            "Reason: Remote host said: 550 5.1.1 The email account that you tried to reach does not exist.",
            "postmaster@far.example",
        ),
        DEAD,
    ),
    "a transcript": (
        text(
            "   ----- Transcript of session follows -----\n... while talking to localhost:\n>>> DATA\n"
            "<<< 452 4.2.2 Over quota\n<<< 503 5.5.1 No recipients",
            SERVER,
        ),
        m.DEFERRED,
    ),
    "a transcript with a no for good": (
        text(f" <-- 450 4.7.1 greylisted\n <-- {REPLY}", "MDaemon@far.example"),
        DEAD,
    ),
    "qmail, whose text has no header of its own": (
        b.plain(
            SENT,
            "--Q1\n\nHi. This is the qmail-send program at far.example.\nThis is a permanent error; I've given up."
            f"\n\n<{b.READER}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Enclosed is a copy.\n\n"
            "--Q1\nContent-Type: message/rfc822\n\nSubject: Bulletin\n\n--Q1--\n",
            more="MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=Q1\n",
        ),
        DEAD,
    ),
    "postfix, its reply folded after the code": (
        text(f"<{b.READER}>: host mx[192.0.2.1] said: 550\n    <{b.READER}>: User unknown", SERVER),
        DEAD,
    ),
    "dragonfly, no such host": (
        text(
            f"There was an error delivering your mail to <{b.READER}>.\n\nDNS lookup failure: host reader.example"
            " not found\n\nMessage headers follow.",
            "MAILER-DAEMON <>",
        ),
        DEAD,
    ),
    "dragonfly, given up": (
        text("Could not deliver for the last 432000 seconds. Giving up.", "MAILER-DAEMON <>"),
        m.TIMED_OUT,
    ),
    "OpenSMTPD, no such domain": (text(f"{b.READER}: Domain does not exist", SERVER), DEAD),
    "OpenSMTPD, given up": (text(f"{b.READER}: Envelope expired", SERVER), m.TIMED_OUT),
    "domino": (
        text(
            f"was not delivered to:\n{b.READER}\nbecause:\nUser Ana ({b.READER}) not listed in Domino Directory",
            "postmaster@far.example",
        ),
        DEAD,
    ),
    "exchange 5.5": (
        text(
            "The following recipient(s) could not be reached:\n\n      Recipient Not Found",
            "postmaster@far.example",
        ),
        DEAD,
    ),
    "qmail, too long in its queue": (
        text(
            f"<{b.READER}>:\nSorry, I wasn't able to establish an SMTP connection. (#4.4.1)\n"
            "I'm not going to try again; this message has been in the queue too long.",
            SERVER,
        ),
        m.DEFERRED,
    ),
    "we are blocked": (
        text("Sporočilo zavrnjeno: 554 5.7.1 Client host [192.0.2.1] blocked using bl.example", SERVER),
        m.WE_ARE_BLOCKED,
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_in_another_dress_means_what_it_meant(name: str) -> None:
    raw, expected = REPORTS[name]
    report = read(raw)
    assert (report.kind, report.verdict, report.token) == (MailKind.DSN, expected, TOKEN)


@pytest.mark.parametrize("name", TEXTS)
def test_a_servers_words_are_read_in_whatever_language(name: str) -> None:
    raw, expected = TEXTS[name]
    report = read(raw)
    assert (report.kind, report.verdict, report.token) == (MailKind.OLDER_BOUNCE, expected, TOKEN)
    assert "@" not in report.detail


@pytest.mark.parametrize(
    "raw",
    [
        text(f"What does this mean? {REPLY}", b.READER, "Re: Bulletin"),
        text("What does this mean?\n\nFinal-Recipient: rfc822; x@y.example\nAction: failed", b.READER),
        text("There were 5 people, 10 minutes late, on 5.5.2026.", SERVER),
        DSN.replace(PART, b"Content-Type: text/plain\n\n")
        .replace(b"MAILER-DAEMON@far.example (Mail Delivery System)", b.READER.encode()),
    ],
)  # fmt: skip
def test_what_a_person_quotes_and_what_has_no_code_is_for_a_person(raw: bytes) -> None:
    assert (read(raw).kind, read(raw).verdict) == (MailKind.OTHER, None)


def test_a_report_that_cannot_be_read_is_no_auto_reply() -> None:
    """Postfix marks its reports so."""
    report = read(b.dsn(SENT, "", says="Delivery report unavailable", more="Auto-Submitted: auto-replied\n"))
    assert (report.kind, report.verdict) == (MailKind.OTHER, None)
