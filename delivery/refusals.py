"""Bounce classification at the call: whom a refusal is about. Pure.

RFC 3463 numbers what went wrong, RFC 5321 says what the basic codes mean, RFC 7505 and 7504 how a domain says that
it takes no mail, RFC 6531 that it takes no such address, and IANA keeps the list
(https://www.iana.org/assignments/smtp-enhanced-status-codes/). Hosts use the codes as they like, so that words
about us (`limit_words.py`, `sender_words.py`) and about one mailbox (`mailbox_words.py`) count for more than any
code. Only what says clearly that the address is nobody's may cost a reader all later mail; what is not clear is
left to what else happens in the call (`verdict.py`).
"""

import re
from collections.abc import Callable
from enum import StrEnum, auto

from delivery.limit_words import may_speak_of_a_limit, speaks_of_a_limit
from delivery.mailbox_words import speaks_of_a_mailbox, takes_only_from_some
from delivery.sender_words import speaks_of_the_sender


class RefusalSubject(StrEnum):
    """Whom the words of a refusal, or of a deferral, are about."""

    NO_SUCH_ADDRESS = auto()
    """Clearly: no such mailbox, no such domain, or one that takes no mail. As good as a hard bounce."""
    READER = auto()
    """This mailbox at this time, or with this provider: full, switched off, an address that is not understood."""
    LIMIT = auto()
    """Us: we have sent as much as we may for now."""
    SENDER = auto()
    """Us: not signed in, not allowed to relay, on a blocklist, an address or a domain that is not trusted."""
    CONTENT = auto()
    """The message: too large, or taken for spam. Whoever gets the same would hear the same."""
    UNCLEAR = auto()


ABOUT_US = frozenset({RefusalSubject.LIMIT, RefusalSubject.SENDER})
ABOUT_THE_READER = frozenset({RefusalSubject.NO_SUCH_ADDRESS, RefusalSubject.READER})

_ENHANCED = re.compile(r"(?<![\d.])#?([45])\.(\d{1,3})\.(\d{1,3})(?![\d.]\d)")
_BASIC = re.compile(r"^([45]\d\d)\b")

_TO_THIS_ADDRESS = re.compile(
    r"not (allowed|authori[sz]ed|permitted) to (send|write|post)( \w+)? to (this|that|the) "
    r"(address|recipient|user|mailbox|group|list)",
    re.IGNORECASE,
)
_TOO_LARGE = re.compile(
    r"(message|mail|data|content|size)\b.{0,40}((?<!queue )too (big|large|long)"
    r"|exceeds?\b.{0,30}\b(size|maximum|limit))|size.{0,30}(exceed|limit|maximum)",
    re.IGNORECASE,
)
_SPAM = re.compile(
    r"spam|junk|unsolicited|\bbulk\b|phish|virus|malware|content (filter|reject)|message filtered|(banned|illegal)"
    r" (content|attachment)|\bofr_?506\b|headers? (are|is) not (rfc|accepted)|(its|message|mail) content\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(no such|unknown|invalid|non-?existent) (user|recipient|mailbox|address(?! error)|account|local part"
    r"|domain)\b"
    r"|(user|recipient|mailbox|address|account|domain)\b.{0,40}(unknown|not found|does ?n[o']t exist|not exist)"
    r"|unrout(e)?able address|no mailbox here|does not accept mail \(null ?mx\)|null ?mx",
    re.IGNORECASE,
)
_NOBODY_WHATEVER_THE_CODE = re.compile(
    r"(no such|unknown) (user|recipient|mailbox|address(?! error)|domain)\b"  # IronPort says it before any reply
    r"|(user|recipient|mailbox) ((is )?(unknown|not found)|does ?n[o']t exist)"
    r"|user does ?n[o']t have an? \S+ account|not listed in (the )?(domino directory|(public )?name)"
    r"|invalid final delivery userid",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"mail ?box|in-?box|disk|\bfull\b|quota"
    r"|\b(poln|pun|voll|pleine?|pien[oa]|llen[oa])\b|kvota|nabiralnik|predal|sanduč|postfach|casella|buz[oó]n",
    re.IGNORECASE,
)
_SHUT_OUT = re.compile(r"\b(blocked|banned|refused by policy)\b", re.IGNORECASE)

# Of RFC 3463, by subject and detail.
_BY_CODE: dict[str, RefusalSubject] = {
    "1.1": RefusalSubject.NO_SUCH_ADDRESS,  # bad destination mailbox address
    "1.2": RefusalSubject.NO_SUCH_ADDRESS,  # bad destination system: no such domain
    "1.3": RefusalSubject.READER,  # a syntax that this server does not take; another may
    "1.4": RefusalSubject.READER,  # ambiguous
    "1.6": RefusalSubject.NO_SUCH_ADDRESS,  # moved, no forwarding address
    "1.7": RefusalSubject.SENDER,  # bad sender's mailbox address syntax
    "1.8": RefusalSubject.SENDER,  # bad sender's system address
    "1.10": RefusalSubject.NO_SUCH_ADDRESS,  # null MX, RFC 7505
    "2.1": RefusalSubject.READER,  # disabled, perhaps not for ever
    "2.3": RefusalSubject.CONTENT,  # longer than this server takes; Gmail and Exchange say it of every message
    "2.4": RefusalSubject.READER,
    "2.121": RefusalSubject.READER,  # Exchange: gets more than the mailbox may
    "2.122": RefusalSubject.READER,
    "3.4": RefusalSubject.CONTENT,  # too big for the system
    "7.2": RefusalSubject.READER,
    "7.3": RefusalSubject.SENDER,
    "7.4": RefusalSubject.SENDER,
    "7.5": RefusalSubject.SENDER,
    "7.8": RefusalSubject.SENDER,  # RFC 4954, RFC 5248: authentication
    "7.9": RefusalSubject.SENDER,
    "7.11": RefusalSubject.SENDER,
    "7.13": RefusalSubject.SENDER,
    "7.14": RefusalSubject.SENDER,
    "7.16": RefusalSubject.CONTENT,  # RFC 6710: too large for its priority
    "7.20": RefusalSubject.SENDER,  # RFC 7372: DKIM, SPF, reverse DNS
    "7.21": RefusalSubject.SENDER,
    "7.22": RefusalSubject.SENDER,
    "7.23": RefusalSubject.SENDER,
    "7.24": RefusalSubject.SENDER,
    "7.25": RefusalSubject.SENDER,
    "7.26": RefusalSubject.SENDER,
    "7.27": RefusalSubject.SENDER,  # RFC 7505: our own domain takes no mail
    "7.28": RefusalSubject.LIMIT,  # a flood of similar messages
    "7.30": RefusalSubject.READER,  # REQUIRETLS, RFC 8689
    "7.501": RefusalSubject.SENDER,  # Exchange Online: banned for sending spam, and its kin
    "7.502": RefusalSubject.SENDER,
    "7.503": RefusalSubject.SENDER,
    "7.508": RefusalSubject.LIMIT,
    "7.509": RefusalSubject.SENDER,
    "7.515": RefusalSubject.SENDER,
    "7.708": RefusalSubject.SENDER,
    "7.750": RefusalSubject.SENDER,
}
_BY_WORDS: tuple[tuple[Callable[[str], object], RefusalSubject], ...] = (
    (takes_only_from_some, RefusalSubject.READER),
    (speaks_of_a_limit, RefusalSubject.LIMIT),
    (may_speak_of_a_limit, RefusalSubject.UNCLEAR),
    (_TO_THIS_ADDRESS.search, RefusalSubject.UNCLEAR),
    (speaks_of_a_mailbox, RefusalSubject.READER),
    (speaks_of_the_sender, RefusalSubject.SENDER),
)
"""What counts for more than any code; the first that matches."""
_SAYS_NOTHING = frozenset({"", "0.0", "1.0", "3.0", "5.0"})
"""Of RFC 3463, "other or undefined"; and none. 2.0 and 7.0 say at least that it is the mailbox or a policy."""
_OF_A_MAILBOX = frozenset({"450", "550", "551", "553", "554"})
_BY_BASIC_CODE: dict[str, RefusalSubject] = {
    "523": RefusalSubject.CONTENT,
    "530": RefusalSubject.SENDER,  # RFC 4954
    "534": RefusalSubject.SENDER,
    "535": RefusalSubject.SENDER,
    "538": RefusalSubject.SENDER,
    "553": RefusalSubject.READER,  # RFC 5321: mailbox name not allowed
    "556": RefusalSubject.NO_SUCH_ADDRESS,  # RFC 7504: the domain takes no mail
}


def whom_it_is_about(reply: str) -> RefusalSubject:
    """Of a refusal or a deferral in a server's or a provider's words, with its codes if it has any."""
    enhanced, basic = _ENHANCED.search(reply), _BASIC.search(reply)
    code = f"{enhanced[2]}.{enhanced[3]}" if enhanced else ""
    if code == "6.7":  # RFC 6531: an address in UTF-8; some say "not permitted" of it
        return RefusalSubject.READER
    for says_so, subject in _BY_WORDS:
        if says_so(reply):
            return subject
    if _NOBODY_WHATEVER_THE_CODE.search(reply) and _BY_CODE.get(code) is not RefusalSubject.SENDER:
        return RefusalSubject.NO_SUCH_ADDRESS
    return _by_code(code, reply) or _by_basic_code(basic[1] if basic else "", reply, is_all=code in _SAYS_NOTHING)


def _by_code(code: str, reply: str) -> RefusalSubject | None:
    if code == "2.2":
        return RefusalSubject.READER if _FULL.search(reply) else RefusalSubject.UNCLEAR
    if code in _BY_CODE:
        return _BY_CODE[code]
    if _SPAM.search(reply) or _TOO_LARGE.search(reply) or code.startswith("6."):
        return RefusalSubject.CONTENT
    return RefusalSubject.SENDER if code.startswith("7.") and _SHUT_OUT.search(reply) else None


def _by_basic_code(code: str, reply: str, *, is_all: bool) -> RefusalSubject:
    if code in _BY_BASIC_CODE:
        return _BY_BASIC_CODE[code]
    if code == "552":  # RFC 5321: no storage for it; RFC 1870: too large
        return RefusalSubject.READER if _FULL.search(reply) else RefusalSubject.CONTENT
    is_clear = is_all and code in _OF_A_MAILBOX and _NOBODY.search(reply)
    return RefusalSubject.NO_SUCH_ADDRESS if is_clear else RefusalSubject.UNCLEAR


def gist(reply: str) -> str:
    """The same for refusals that differ only in what belongs to one message: addresses (already taken out),
    counts, and the names that servers give to sessions."""
    code, rest = reply[:3], reply[3:]
    common = ("#" if any(map(str.isdecimal, word)) else word for word in rest.split())
    return " ".join(f"{code} {' '.join(common)}".casefold().split())
