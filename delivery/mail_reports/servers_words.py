"""A server's words in the text of a bounce: its reply, from its code on. Pure."""

import re

from delivery.plain_text import plain_text

_CODE = re.compile(r"(?<![\d.])([45])\.[0-7]\.\d{1,3}(?!\d|\.\d)")
"""RFC 3463 has subjects up to 7. Not a day: 5.5.2026."""
_BASIC = re.compile(r"(?<![\d.:/-])([45]\d\d)[ \n-](?=\D|[45]\.)")
_FINAL_CODE = re.compile(r"(?<![\d.])(5)\.[0-46-7]\.\d{1,3}(?!\d|\.\d)")
_FINAL_BASIC = re.compile(r"(?<![\d.:/-])(5[1-9]\d)[ \n-](?=\D|5\.)")
_FINAL = re.compile(f"{_FINAL_CODE.pattern}|{_FINAL_BASIC.pattern}")
"""A no for good, in whatever language it stands: of hMailServer, OpenSMTPD, James, MDaemon, a Postfix or Exim with
texts of its own, an Exchange without a report part. Not 503 and 5.5.1, which follow from another no."""
_ENDS = re.compile(
    r"^[^\w\n]*(below (this|the next) line|(below|this) is a copy of|original message|start of returned"
    r"|message headers follow|message text follows|included is a copy|enclosed is a copy|a copy of the original"
    r"|return-path:|unsent message follows)",
    re.IGNORECASE | re.MULTILINE,
)
MAX_REPLY = 400


def before_the_copy(text: str) -> str:
    """Without the message that comes back."""
    end = _ENDS.search(text)
    return text[: end.start()] if end else text


def says_no_for_good(text: str) -> bool:
    return _FINAL.search(text) is not None


def has_a_code(text: str) -> bool:
    return _CODE.search(text) is not None or _BASIC.search(text) is not None


def status_in(reply: str) -> str:
    """The code of RFC 3463 in it; empty where there is none."""
    code = _FINAL_CODE.search(reply) or _CODE.search(reply)
    return code[0] if code else ""


def reply_in(text: str) -> str:
    """The server's words: what stands before the message that comes back, from its code on where it has one."""
    before = before_the_copy(text)
    basic = _FINAL_BASIC.search(before) or _BASIC.search(before)
    if basic:
        return plain_text(before[basic.start() : basic.start() + MAX_REPLY])
    code = _FINAL_CODE.search(before) or _CODE.search(before)
    start = max(0, code.start() - MAX_REPLY // 2) if code else 0
    return plain_text(before[start : start + 2 * MAX_REPLY])
