"""What comes back as email: each shape means what its codes and words mean, and nothing else acts."""

from datetime import UTC, datetime

import pytest

from core.signing import Signer
from delivery import report_meaning as m
from delivery.mail_reports.mail_report import MailKind, MailReport, read_mail_report
from delivery.message.bounce_token import BounceToken, envelope_sender
from delivery.report_meaning import ReportVerdict
from tests.delivery import bounce_mails as b

SIGNER = Signer("a secret of these tests")
DOMAIN = "bulletin.example.org"
TOKEN = BounceToken(3, delivery_id=4711)
SENT = b.ReturnedMail(envelope_sender(SIGNER, TOKEN, bounce_address="bounces@example.org", delimiter="+"))
DEAD, FULL, BLOCKED, SPAM = m.INVALID, m.SOFT_BOUNCE, m.WE_ARE_BLOCKED, m.CONTENT_REFUSED


def read(raw: bytes) -> MailReport:
    return read_mail_report(raw, signer=SIGNER, list_domain=DOMAIN)


def failed(status: str, reply: str = "", **how: str) -> bytes:
    return b.dsn(SENT, b.block("failed", status, reply), **how)


UNKNOWN_USER = (
    "smtp; 550 5.1.1 <ana@reader.example>: Recipient address rejected: User unknown in virtual mailbox table"
)
DSNS: dict[str, tuple[bytes, ReportVerdict]] = {
    "postfix, no such user": (failed("5.1.1", UNKNOWN_USER), DEAD),
    "postfix, unknown local user": (failed("5.1.1", 'X-Postfix; unknown user: "ana"'), DEAD),
    "postfix, mailbox full": (failed("5.2.2", "smtp; 552 5.2.2 Mailbox full"), FULL),
    "postfix, no such domain": (
        failed(
            "5.4.4",
            "X-Postfix; Host or domain name not found. Name service error for name=reader.example type=AAAA",
        ),
        DEAD,
    ),
    "postfix, given up": (
        failed("4.4.1", "X-Postfix; connect to mx.reader.example[192.0.2.1]:25: timed out"),
        m.TIMED_OUT,
    ),
    "postfix, a number that says nothing, quota": (
        failed("5.0.0", "smtp; 550 Quota exceeded (mailbox full)"),
        FULL,
    ),
    "postfix, a number that says nothing, user": (failed("5.0.0", "smtp; 550 user unknown"), DEAD),
    "postfix, a number and nothing": (failed("5.0.0"), FULL),
    "postfix, delayed": (
        b.dsn(
            SENT,
            b.block("delayed", "4.4.1", "X-Postfix; timed out", more=""),
            subject="Delayed Mail (still being retried)",
        ),
        m.DEFERRED,
    ),
    "postfix, delivered": (
        b.dsn(SENT, b.block("delivered", "2.1.5"), subject="Successful Mail Delivery Report"),
        m.DELIVERED,
    ),
    "postfix, relayed": (b.dsn(SENT, b.block("relayed", "2.0.0")), m.SENT),
    "expanded": (b.dsn(SENT, b.block("expanded", "2.0.0")), m.SENT),
    "no action but a status": (b.dsn(SENT, f"Final-Recipient: rfc822; {b.READER}\nStatus: 5.1.1"), DEAD),
    "status with a comment": (failed("5.1.1 (bad destination mailbox address)"), DEAD),
    "exim with a report": (
        b.dsn(
            SENT,
            b.block("failed", "5.0.0", "smtp; 550-5.1.1 no such mailbox"),
            author="Mail Delivery System <Mailer-Daemon@far.example>",
            subject="Mail delivery failed: returning message to sender",
            more=f"X-Failed-Recipients: {b.READER}\nAuto-Submitted: auto-replied\n",
        ),
        DEAD,
    ),
    "exchange, no such user": (
        b.exchange(
            SENT, "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"
        ),
        DEAD,
    ),
    "office 365, no such user": (
        b.exchange(SENT, "5.1.1", "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found"),
        DEAD,
    ),
    "office 365, full": (
        b.exchange(SENT, "5.2.2", "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceeded"),
        FULL,
    ),
    "office 365, restricted": (
        b.exchange(
            SENT, "5.7.133", "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required"
        ),
        FULL,
    ),
    "office 365, we are banned": (
        b.exchange(SENT, "5.7.1", "550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus"),
        BLOCKED,
    ),
    "gmail, no such user": (
        failed(
            "5.1.1", "smtp; 550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 gsmtp"
        ),
        DEAD,
    ),
    "gmail, over quota": (
        failed("4.2.2", "smtp; 452-4.2.2 The recipient's inbox is out of storage space. 452 4.2.2 gsmtp"),
        FULL,
    ),
    "gmail, spam": (
        failed(
            "5.7.1", "smtp; 550-5.7.1 Our system has detected that this message is likely unsolicited mail. gsmtp"
        ),
        SPAM,
    ),
    "gmail, not signed": (
        failed(
            "5.7.26", "smtp; 550-5.7.26 Unauthenticated email from example.org is not accepted due to DMARC policy"
        ),
        BLOCKED,
    ),
    "yahoo, no such user": (
        failed(
            "5.0.0",
            "smtp; 554 delivery error: dd This user doesn't have a yahoo.com account (ana@reader.example) [0]",
        ),
        DEAD,
    ),
    "yahoo, disabled": (
        failed(
            "5.0.0",
            "smtp; 554 delivery error: dd Sorry, your message to ana@reader.example cannot be delivered. "
            "This mailbox is disabled (554.30).",
        ),
        FULL,
    ),
    "yahoo, deferred for us": (
        failed("4.7.0", "smtp; 421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred"),
        BLOCKED,
    ),
    "gmx, no such user": (failed("5.1.1", "smtp; 550 Requested action not taken: mailbox unavailable"), DEAD),
    "gmx, blocklist": (
        failed("5.0.0", "smtp; 554 5.7.1 IP address is blocklisted, see postmaster.gmx.net"),
        BLOCKED,
    ),
    "courier": (
        failed("5.0.0", "smtp; 550 User unknown.", author='"Courier mail server at far.example" <@>'),
        DEAD,
    ),
    "sendmail": (
        b.dsn(
            SENT,
            b.block(
                "failed",
                "5.1.1",
                "SMTP; 550 5.1.1 <ana@reader.example>... User unknown",
                reader=f"RFC822; {b.READER}",
            ),
            author="Mail Delivery Subsystem <MAILER-DAEMON@far.example>",
            subject="Returned mail: see transcript for details",
            more="Auto-Submitted: auto-generated (failure)\n",
        ),
        DEAD,
    ),
    "sendmail, warning": (
        b.dsn(
            SENT,
            b.block("delayed", "4.2.0", more=""),
            subject="Warning: could not send message for past 4 hours",
            more="Auto-Submitted: auto-generated (warning-timeout)\n",
        ),
        m.DEFERRED,
    ),
    "address in UTF-8": (b.global_dsn(SENT, encoded=False), DEAD),
    "address in UTF-8, in base64": (b.global_dsn(SENT, encoded=True), DEAD),
    "an alias of two, of whom one is reached": (
        b.dsn(SENT, b.block("failed", "5.1.1", UNKNOWN_USER) + "\n\n" + b.block("delivered", "2.0.0")),
        m.DELIVERED,
    ),
    "an alias of two dead ones": (
        b.dsn(SENT, b.block("failed", "5.1.1", UNKNOWN_USER) + "\n\n" + b.block("failed", "5.1.1")),
        DEAD,
    ),
}
OLDER: dict[str, tuple[bytes, ReportVerdict]] = {
    "qmail, no such user": (b.qmail(SENT, "Sorry, no mailbox here by that name. (#5.1.1)"), DEAD),
    "qmail, full": (
        b.qmail(SENT, "192.0.2.1 failed after I sent the message.\nRemote host said: 552 5.2.2 Mailbox full"),
        FULL,
    ),
    "qmail, no host": (b.qmail(SENT, "Sorry, I couldn't find any host named reader.example. (#5.1.2)"), DEAD),
    "qmail, blocked": (
        b.qmail(SENT, "Remote host said: 554 5.7.1 Client host [192.0.2.1] blocked using bl.example"),
        BLOCKED,
    ),
    "exim, no such user": (
        b.exim(
            SENT,
            "    host mx.reader.example [192.0.2.1]\n    SMTP error from remote mail server after "
            "RCPT TO:"
            "<ana@reader.example>:\n    550 5.1.1 User unknown",
        ),
        DEAD,
    ),
    "exim, unrouteable": (b.exim(SENT, "    Unrouteable address"), FULL),
    "exim, full": (b.exim(SENT, "    552 5.2.2 mailbox is full (quota exceeded)"), FULL),
}
SUBJECTS = (
    "Out of Office: Bulletin",
    "Automatic reply: Bulletin",
    "Autoreply: Bulletin",
    "Samodejni odgovor: Bilten",
    "Odsotnost: Bilten",
    "Abwesenheitsnotiz: Bulletin",
    "Automatische Antwort: Bulletin",
    "=?utf-8?q?R=C3=A9ponse_automatique_=3A_Bulletin?=",
    "Risposta automatica: Bollettino",
    "=?utf-8?b?2LHYryDYqtmE2YLYp9im2Yo6?= Bulletin",
    "=?utf-8?b?2b7Yp9iz2K4g2K7ZiNiv2qnYp9ix?=",
    "Automatski odgovor: Bilten",
)


@pytest.mark.parametrize("name", DSNS)
def test_a_delivery_status_notification_means_what_its_code_and_reply_mean(name: str) -> None:
    raw, expected = DSNS[name]
    report = read(raw)
    assert (report.kind, report.verdict, report.token) == (MailKind.DSN, expected, TOKEN)
    assert report.written_at == datetime(2026, 4, 12, 8, 0, 5, tzinfo=UTC)
    assert "@" not in report.detail


@pytest.mark.parametrize("name", OLDER)
def test_a_bounce_from_before_there_were_reports_is_read_by_its_words(name: str) -> None:
    raw, expected = OLDER[name]
    report = read(raw)
    assert (report.kind, report.verdict, report.token) == (MailKind.OLDER_BOUNCE, expected, TOKEN)
    assert "@" not in report.detail


@pytest.mark.parametrize("kind", ["abuse", "opt-out", "opt-out-list", "Abuse", ""])
def test_feedback_is_a_complaint(kind: str) -> None:
    report = read(b.arf(SENT, kind))
    assert (report.kind, report.verdict, report.token) == (MailKind.FEEDBACK, m.COMPLAINED, TOKEN)


@pytest.mark.parametrize("kind", ["virus", "fraud", "other", "miscategorized", "something new"])
def test_what_does_not_say_that_the_reader_wants_no_more_is_for_a_person(kind: str) -> None:
    report = read(b.arf(SENT, kind))
    assert (report.kind, report.verdict, report.token) == (MailKind.FEEDBACK, None, TOKEN)
    assert report.detail == f"feedback: {kind}"


@pytest.mark.parametrize("kind", ["not-spam", "auth-failure", "dmarc"])
def test_feedback_that_says_the_opposite_or_is_about_us_is_none(kind: str) -> None:
    assert read(b.arf(SENT, kind)).verdict == m.SENT


def test_a_complaint_is_found_wherever_it_is_sent_to() -> None:
    to_abuse = b.arf(
        b.ReturnedMail("bulletin@example.org"), "abuse", more=f"Original-Mail-From: <{SENT.envelope_from}>\n"
    )
    for raw in (b.arf(SENT, "abuse", to="abuse@example.org"), to_abuse, b.jmrp(SENT)):
        report = read(raw)
        assert (report.kind, report.verdict, report.token) == (MailKind.FEEDBACK, m.COMPLAINED, TOKEN)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_an_auto_reply_is_no_bounce_in_any_language(subject: str) -> None:
    assert read(b.auto_reply(SENT, subject)).kind is MailKind.AUTO_REPLY


@pytest.mark.parametrize(
    "mark",
    ["Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (rejected)", "X-Autoreply: yes",
     "Precedence: auto_reply",
     "X-Auto-Response-Suppress: All", "Content-Type: multipart/report; "
     "report-type=disposition-notification; boundary=x"],
)  # fmt: skip
def test_an_auto_reply_is_known_by_its_header(mark: str) -> None:
    assert read(b.auto_reply(SENT, "Re: Bulletin", more=mark + "\n")).kind is MailKind.AUTO_REPLY


@pytest.mark.parametrize(
    "raw",
    [
        b.auto_reply(
            SENT, "Re: Bulletin", text="Please take me off. I got: 550 5.1.1 user unknown, whatever that is."
        ),
        b.auto_reply(SENT, "Re: Bulletin", more="Auto-Submitted: no\n"),
        b.plain(SENT, "I do not know what to say.", author="MAILER-DAEMON@far.example"),
    ],
)
def test_what_is_neither_is_for_a_person(raw: bytes) -> None:
    report = read(raw)
    assert (report.kind, report.verdict, report.token) == (MailKind.OTHER, None, TOKEN)


def test_a_token_is_read_whatever_a_server_does_to_it() -> None:
    local_part, _, domain = SENT.envelope_from.partition("@")
    for address in (
        SENT.envelope_from.upper(),
        f"{local_part.lower()}@{domain}",
        SENT.envelope_from.replace("+", "-"),
    ):
        assert read(failed("5.1.1").replace(SENT.envelope_from.encode(), address.encode())).token == TOKEN


def test_a_forged_token_is_none() -> None:
    other = envelope_sender(Signer("another"), TOKEN, bounce_address="bounces@example.org", delimiter="+")
    for forged in (
        other,
        SENT.envelope_from[:-14] + "2@example.org",
        "bounces@example.org",
        "bounces+4711@example.org",
    ):
        report = read(failed("5.1.1").replace(SENT.envelope_from.encode(), forged.encode()))
        assert (report.token, report.message_id) == (None, b.ReturnedMail("").message_id)
        foreign = b.ReturnedMail(forged, message_id="<1@elsewhere.example>")
        assert not read(b.dsn(foreign, b.block("failed", "5.1.1"))).is_proven


def test_the_address_that_it_came_to_counts_before_what_it_quotes() -> None:
    quoted = envelope_sender(
        SIGNER, BounceToken(3, delivery_id=1), bounce_address="bounces@example.org", delimiter="+"
    )
    raw = failed("5.1.1").replace(b"Your message could not", f"<{quoted}> Your message could not".encode())
    assert read(raw).token == TOKEN
