"""What an SMTP server's reply says of a message. Pure.

The first digit settles the outcome; the enhanced code (RFC 3463), where there is one, settles the reason.
"""

import re
from dataclasses import dataclass

from delivery.errors import EverybodyDeferred, ProviderError, QuotaSpent, SenderMisconfigured
from delivery.limit_words import speaks_of_a_limit
from delivery.outcome import RejectReason
from delivery.plain_text import plain_text
from delivery.refusals import RefusalSubject, whom_it_is_about

_ENHANCED = re.compile(r"^[245]\.(\d{1,3})\.(\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Reply:
    code: int
    text: str

    @classmethod
    def of(cls, raw: tuple[int, bytes]) -> "Reply":
        return cls(raw[0], plain_text(raw[1].decode("utf-8", "replace")))

    def __str__(self) -> str:
        return f"{self.code} {self.text}"

    @property
    def is_yes(self) -> bool:
        return 200 <= self.code <= 299

    @property
    def is_later(self) -> bool:
        return 400 <= self.code <= 499

    @property
    def is_no(self) -> bool:
        return 500 <= self.code <= 599

    @property
    def is_goodbye(self) -> bool:
        return self.code == 421


def error_of(reply: Reply) -> ProviderError:
    """What a reply amounts to that is no answer to a single reader's message: to MAIL, or to signing in."""
    if reply.is_no:
        return QuotaSpent(str(reply)) if speaks_of_a_limit(reply.text) else SenderMisconfigured(str(reply))
    return EverybodyDeferred(str(reply))


def reject_reason(reply: Reply) -> RejectReason:
    """What to call a refusal, by whom it is about."""
    enhanced = _ENHANCED.match(reply.text)
    subject = enhanced[1] if enhanced else ""
    match whom_it_is_about(str(reply)):
        case RefusalSubject.NO_SUCH_ADDRESS:
            return RejectReason.INVALID
        case RefusalSubject.READER:
            return RejectReason.INVALID if subject == "1" or reply.code == 553 else RejectReason.BOUNCED
        case RefusalSubject.CONTENT:
            return RejectReason.SPAM
        case _:
            return RejectReason.BLOCKED if subject == "7" else RejectReason.OTHER
