"""What an email to staff says, in two parts: plain text, and the same as a few paragraphs of html. Pure.

It asks for nothing but signing in: no token, no picture, nothing of a reader. What people wrote is text in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose, StaffMailState
from delivery.attempts.keys import attempt_key
from staff.tables import User

MAX_SUBJECT = 150
"""Characters."""
_PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{title}</title></head>'
    '<body style="margin:0;padding:16px;font:16px/1.6 sans-serif">'
    '<div style="max-width:36em;margin:0 auto">{content}</div></body></html>'
)
_QUOTE = "margin:0 0 16px;padding:4px 12px;border-left:4px solid #999999;white-space:pre-line"


@dataclass(frozen=True, slots=True)
class MailLine:
    """A paragraph: text, what somebody wrote, or an address to open."""

    text: str
    is_quoted: bool = False
    url: str | None = None
    """Where a link leads that is called `text`."""


@dataclass(frozen=True, slots=True)
class StaffMailBody:
    subject: str
    text: str
    html: str


def compose_mail(language: str, subject: str, lines: Sequence[MailLine]) -> StaffMailBody:
    title = shorten(unwrapped(subject))
    content = "".join(_as_html(line) for line in lines)
    return StaffMailBody(
        subject=title,
        text="\n\n".join(_as_text(line) for line in lines) + "\n",
        html=_PAGE.format(language=language, title=escape(title), content=content),
    )


def shorten(text: str) -> str:
    return text if len(text) <= MAX_SUBJECT else text[: MAX_SUBJECT - 1] + "…"


def unwrapped(text: str) -> str:
    """One line: where a text of the program is broken in its file is nothing to a mail program."""
    return " ".join(text.split())


def new_staff_mail(
    user: User,
    purpose: StaffMailPurpose,
    body: StaffMailBody,
    *,
    now: datetime,
    campaign_id: int | None = None,
    sender_id: int | None = None,
) -> StaffMail:
    """For the transaction of what it is about. `sender_id`: where it is not the sender of the settings."""
    return StaffMail(
        user_id=user.id,
        purpose=purpose,
        campaign_id=campaign_id,
        sender_id=sender_id,
        subject=body.subject,
        text=body.text,
        html=body.html,
        key=attempt_key(),
        state=StaffMailState.WAITING,
        queued_at=now,
        next_attempt_at=now,
    )


def _as_text(line: MailLine) -> str:
    if line.url is not None:
        return f"{line.text}:\n{line.url}"
    if line.is_quoted:
        return "\n".join(f"> {part}".rstrip() for part in line.text.split("\n"))
    return unwrapped(line.text)


def _as_html(line: MailLine) -> str:
    text = escape(line.text)
    if line.url is not None:
        return f'<p style="margin:0 0 16px"><a href="{escape(line.url)}">{text}</a></p>'
    if line.is_quoted:
        return f'<blockquote dir="auto" style="{_QUOTE}">{text}</blockquote>'
    return f'<p dir="auto" style="margin:0 0 16px">{text}</p>'
