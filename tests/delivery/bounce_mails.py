"""Bounces, complaints and auto-replies as servers write them. Written for these tests, in the shapes that are
documented and that public trackers show; nobody's real mail.

Postfix: https://www.postfix.org/bounce.8.html
Exim: https://www.exim.org/exim-html-current/doc/html/spec_html/ (46, customizing bounce and warning messages)
qmail: https://cr.yp.to/proto/qsbmf.txt
Sendmail: RFC 3464, appendix E
Exchange: https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/
Gmail: https://support.google.com/a/answer/3726730
Yahoo: https://senders.yahooinc.com/smtp-error-codes/
GMX: https://postmaster.gmx.net/en/error-messages
Courier: https://www.courier-mta.org/courierd.html
ARF: RFC 5965, appendix B
JMRP: https://sendersupport.olc.protection.outlook.com/pm/
Auto-replies: RFC 3834
"""

from base64 import b64encode
from dataclasses import dataclass

READER = "ana@reader.example"


@dataclass(frozen=True, slots=True)
class ReturnedMail:
    """What was sent, as far as it comes back."""

    envelope_from: str
    """Of the email that went out: where its bounce comes to."""
    message_id: str = "<" + "0" * 40 + "@bulletin.example.org>"

    @property
    def headers(self) -> str:
        return (
            f"Return-Path: <{self.envelope_from}>\nFrom: Bilten <bulletin@example.org>\nTo: {READER}\n"
            f"Subject: Bulletin\nMessage-ID: {self.message_id}\nPrecedence: bulk\n"
        )


def dsn(
    sent: ReturnedMail,
    block: str,
    *,
    says: str = "Your message could not be delivered.",
    author: str = "MAILER-DAEMON@far.example (Mail Delivery System)",
    subject: str = "Undelivered Mail Returned to Sender",
    report_part: str = "message/delivery-status",
    returned_part: str = "text/rfc822-headers",
    more: str = "",
) -> bytes:
    """A multipart/report (RFC 6522), with one block of a recipient or several."""
    return (
        f"Return-Path: <>\nX-Original-To: {sent.envelope_from}\nDate: Sun, 12 Apr 2026 10:00:05 +0200\n"
        f"From: {author}\n"
        f"Subject: {subject}\nTo: {sent.envelope_from}\n{more}MIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B1/far.example"\n\n'
        "This is a MIME-encapsulated message.\n\n"
        f"--B1/far.example\nContent-Description: Notification\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{says}\n\n"
        f"--B1/far.example\nContent-Description: Delivery report\nContent-Type: {report_part}\n\n"
        f"Reporting-MTA: dns; far.example\nArrival-Date: Sun, 12 Apr 2026 10:00:01 +0200\n\n{block}\n\n"
        f"--B1/far.example\nContent-Type: {returned_part}\n\n{sent.headers}\n\n--B1/far.example--\n"
    ).encode()


def block(action: str, status: str, reply: str = "", *, more: str = "", reader: str = f"rfc822; {READER}") -> str:
    diagnostic = f"\nDiagnostic-Code: {reply}" if reply else ""
    return f"Final-Recipient: {reader}\n{more}Action: {action}\nStatus: {status}{diagnostic}"


def plain(
    sent: ReturnedMail,
    text: str,
    *,
    author: str = "MAILER-DAEMON@far.example",
    subject: str = "failure notice",
    more: str = "",
    return_path: str = "<>",
) -> bytes:
    """One text, as before there were reports."""
    return (
        f"Return-Path: {return_path}\nDelivered-To: {sent.envelope_from}\nDate: Sun, 12 Apr 2026 10:00:05 +0200\n"
        f"From: {author}\nTo: {sent.envelope_from}\nSubject: {subject}\n{more}\n{text}\n"
    ).encode()


def arf(
    sent: ReturnedMail, kind: str, *, says: str = "This is an email abuse report.", to: str = "", more: str = ""
) -> bytes:
    """RFC 5965. `to`: where complaints are sent, which is not the envelope's address."""
    return (
        f"From: feedback@far.example\nDate: Sun, 12 Apr 2026 10:00:05 +0200\nSubject: FW: Bulletin\n"
        f"To: {to or sent.envelope_from}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=feedback-report; boundary="part1"\n\n'
        f'--part1\nContent-Type: text/plain; charset="US-ASCII"\n\n{says}\n\n'
        f"--part1\nContent-Type: message/feedback-report\n\nFeedback-Type: {kind}\nUser-Agent: Far/1.0\n"
        f"Version: 1\n{more}\n"
        f"--part1\nContent-Type: message/rfc822\nContent-Disposition: inline\n\n{sent.headers}\nHello.\n\n"
        f"--part1--\n"
    ).encode()


def jmrp(sent: ReturnedMail) -> bytes:
    return (
        "From: staff@hotmail.com\nDate: Sun, 12 Apr 2026 10:00:05 +0200\nTo: abuse@example.org\n"
        "Subject: complaint about message from 192.0.2.1\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n'
        "--x\nContent-Type: message/rfc822\n\n"
        f"X-HmXmrOriginalRecipient: {READER}\nX-MS-Exchange-EOPDirect: true\n{sent.headers}\nHello.\n\n--x--\n"
    ).encode()


def qmail(sent: ReturnedMail, reply: str) -> bytes:
    return plain(
        sent,
        "Hi. This is the qmail-send program at far.example.\n"
        "I'm afraid I wasn't able to deliver your message to the "
        "following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n"
        f"<{READER}>:\n{reply}\n\n--- Below this line is a copy of the message.\n\n{sent.headers}\nHello.",
    )


def exim(sent: ReturnedMail, reply: str) -> bytes:
    """As it is without its report part, which is an option."""
    return plain(
        sent,
        "This message was created automatically by mail delivery software.\n\n"
        "A message that you sent could not be "
        "delivered to one or more of its\n"
        "recipients. This is a permanent error. The following address(es) failed:\n\n"
        f"  {READER}\n{reply}\n\n------ This is a copy of the message, including all the headers. ------\n\n"
        f"{sent.headers}",
        author="Mail Delivery System <Mailer-Daemon@far.example>",
        subject="Mail delivery failed: returning message to sender",
        more=f"X-Failed-Recipients: {READER}\nAuto-Submitted: auto-replied\n",
    )


def exchange(sent: ReturnedMail, status: str, reply: str) -> bytes:
    return dsn(
        sent,
        block(
            "failed",
            status,
            f"smtp;{reply}",
            reader=f"rfc822;{READER}",
            more=f"Original-Recipient: rfc822;{READER}\n",
        ),
        says="<html>Delivery has failed to these recipients or groups</html>",
        author='"Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@far.example>',
        subject="Undeliverable: Bulletin",
        returned_part="message/rfc822",
        more="Auto-Submitted: auto-replied\nX-MS-Exchange-Message-Is-Ndr:\n",
    )


def global_dsn(sent: ReturnedMail, *, encoded: bool) -> bytes:
    """RFC 6533: an address in UTF-8, and a part that may be in base64."""
    recipient = block("failed", "5.1.1", "smtp; 550 5.1.1 User unknown", reader="utf-8; žiga@čebela.example")
    text = f"Reporting-MTA: dns; far.example\n\n{recipient}\n"
    content = b64encode(text.encode()).decode() if encoded else text
    part = "message/global-delivery-status" + ("\nContent-Transfer-Encoding: base64" if encoded else "")
    return dsn(sent, "", report_part=part).replace(
        b"Reporting-MTA: dns; far.example\nArrival-Date: Sun, 12 Apr 2026 10:00:01 +0200\n\n\n",
        content.encode(),
    )


def auto_reply(sent: ReturnedMail, subject: str, *, more: str = "", text: str = "I am back on Monday.") -> bytes:
    return plain(sent, text, author=READER, subject=subject, more=more, return_path=f"<{READER}>")
