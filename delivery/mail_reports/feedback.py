"""ARF (abuse reporting format, RFC 5965): a reader has pressed “this is spam”, or a filter has found something.

Microsoft's Junk Mail Reporting Program sends the message alone, with a header of its own in it
(https://sendersupport.olc.protection.outlook.com/pm/services.aspx).
"""

import re
from email.message import Message

from delivery.mail_reports.mail_parts import ReportMail, blocks_of
from delivery.plain_text import plain_text
from delivery.report_meaning import COMPLAINED, UNKNOWN, ReportVerdict, of_feedback

SOURCES = ("https://www.rfc-editor.org/rfc/rfc5965#section-7.3", "https://www.rfc-editor.org/rfc/rfc6430")
FEEDBACK_TYPES = ("abuse", "fraud", "virus", "opt-out", "other", "not-spam", "auth-failure", "dmarc")
"""As IANA lists them (https://www.iana.org/assignments/marf-parameters/), and opt-out, which was one."""
MAX_TYPE = 40
_JUNK_BUTTON = re.compile(rb"^X-HmXmrOriginalRecipient:", re.IGNORECASE | re.MULTILINE)
_JUNK_SUBJECT = re.compile(r"^complaint about message from ", re.IGNORECASE)


def read_feedback(mail: ReportMail) -> tuple[ReportVerdict | None, str] | None:
    """What it means, and its type; None where it is no such report. Without a meaning, it is for a person."""
    part = mail.part("text/feedback-report")
    if part is not None:
        kind = _feedback_type(part)
        meaning = of_feedback(kind)
        return None if meaning == UNKNOWN else meaning, plain_text(f"feedback: {kind}")
    if _JUNK_SUBJECT.search(mail.header("Subject")) and _JUNK_BUTTON.search(mail.raw):
        return COMPLAINED, "feedback: junk"
    return None


def _feedback_type(part: Message) -> str:
    """Of one that says nothing, `abuse`: somebody has pressed the button."""
    blocks = blocks_of(part, "feedback-type")
    return blocks[0]["feedback-type"][:MAX_TYPE] if blocks and blocks[0]["feedback-type"] else "abuse"
