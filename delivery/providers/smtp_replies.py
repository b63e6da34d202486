"""What an SMTP server's reply says of a message. Pure.

The first digit settles the outcome; the enhanced code (RFC 3463), where there is one, settles the reason.
"""

import re
from dataclasses import dataclass

from delivery.outcome import RejectReason
from delivery.words import plain_words

_ENHANCED = re.compile(r"^[245]\.(\d{1,3})\.(\d{1,3})\b")
_OUR_FAULT = re.compile(r"relay|authenticat|not permitted|log ?in", re.IGNORECASE)
_SPAM = re.compile(r"spam|junk|unsolicited", re.IGNORECASE)
_SENDERS_ADDRESS = frozenset({"7", "8"})  # 5.1.7 and 5.1.8 complain of the sender's address


@dataclass(frozen=True, slots=True)
class Reply:
    code: int
    words: str

    @classmethod
    def of(cls, said: tuple[int, bytes]) -> "Reply":
        return cls(said[0], plain_words(said[1].decode("utf-8", "replace")))

    def __str__(self) -> str:
        return f"{self.code} {self.words}"

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


def blames_us(said: str) -> bool:
    """A refusal (`550 words`) for what we are, not signed in or not to be relayed for, not for whom it is for."""
    return said.startswith(("530", "535")) or _OUR_FAULT.search(said) is not None


def reject_reason(reply: Reply) -> RejectReason:
    enhanced = _ENHANCED.match(reply.words)
    subject, detail = enhanced.groups() if enhanced else ("", "")
    if _SPAM.search(reply.words):
        return RejectReason.SPAM
    if subject == "1" and detail not in _SENDERS_ADDRESS:
        return RejectReason.INVALID
    if subject == "2":
        return RejectReason.BOUNCED
    if subject == "7":
        return RejectReason.BLOCKED
    if not enhanced and reply.code in (550, 551, 553) and not blames_us(str(reply)):
        return RejectReason.INVALID
    return RejectReason.OTHER
