"""Words about one mailbox: full, switched off, or open to some only. Pure.

RFC 3463 has 5.2.1 and 5.2.2 for them; hosts write 5.1.1, 5.5.0, 5.7.13 or nothing instead. Neither is a dead
address, and neither is about us, although "account disabled" is also what a provider says of ours.
"""

import re

# Of a mailbox or a group that takes mail only from some: Exchange's codes for it, and its words.
_RESTRICTED = re.compile(
    r"\b5\.7\.(124|129|13[3-6]|193)\b|RESOLVER\.RST\.|recipient (has )?blocked|blocked by (the )?recipient"
    r"|recipient does ?n[o']t want",
    re.IGNORECASE,
)
_MAILBOX = r"(recipient('s)?|local mailbox|destinataire|addressee|you tried to reach|cannot be delivered)"
_OFF = (
    r"(disabled|inactive|deactivated|suspended|discontinued|frozen|locked|unavailable: user is terminated|bloque"
    r"|archivee)"
)
_SWITCHED_OFF = re.compile(
    rf"\b{_MAILBOX}.{{0,80}}\b{_OFF}\b|\bdisabled recipient|(mailbox|account) .{{0,40}}\binactivity\b"
    rf"|recipient account is blocked\b",
    re.IGNORECASE,
)
_OF_A_CODE = re.compile(r"\b[45]\.2\.1\b")
_FULL = re.compile(
    r"\bover ?(disk )?quota\b|quota.{0,20}\b(exceeded|violation|full|reached)|exceed\w* .{0,30}\bquota"
    r"|mail ?(box|folder)\b.{0,20}\bfull\b|\bfull mail ?box|boite\b.{0,40}\bpleine|postfach\b.{0,20}\bvoll"
    r"|casella\b.{0,20}\bpiena|buz[oó]n\b.{0,20}\bllen[oa]|(nabiralnik|predal|sanduč\w*)\b.{0,20}\b(poln|pun)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(your|sender('s)?|outgoing|sending|smtp) (\w+ )?(account|mailbox|user|quota)|\b[45]\.3\.\d", re.IGNORECASE
)


def speaks_of_a_mailbox(reply: str) -> bool:
    """Whether the reader's own mailbox is the matter, whatever the code. Of what is no limit of ours."""
    if _SWITCHED_OFF.search(reply):
        return True
    return not _OURS.search(reply) and (_OF_A_CODE.search(reply) is not None or _FULL.search(reply) is not None)


def takes_only_from_some(reply: str) -> bool:
    """Whether it is a mailbox or a group that is closed to us, as it is to most."""
    return _RESTRICTED.search(reply) is not None
