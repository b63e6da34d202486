"""Lenient parsing of addresses, for people who said no: whatever address stands in a cell, however it is written.

Pure. For a yes, `read_address` stays strict: who is refused there is asked again. A no that is lost for an angle
bracket is a mail to somebody who asked for none, so here the same words are read with patience: as in a mail's
header (RFC 5322, section 3.4), a link (RFC 6068), a web page, a chat, a spreadsheet.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from core.addresses import AddressRefused, EmailAddress
from core.errors import InputRefused
from subscribers.person import read_address

LONGEST = 1_000
"""Letters; of a longer cell, the rest is not read."""
_AT = re.compile(r"\s*[(\[{]\s*(?:at|afna|@)\s*[)\]}]\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{]\s*(?:dot|pika|\.)\s*[)\]}]\s*", re.IGNORECASE)
_NO_BREAK = re.compile(r"[\u00a0\u2007\u202f]+")
"""Spaces that nobody types on purpose: what stands around one may be one address, or two words."""
_AROUND_AT = re.compile(r"\s*@\s*")
_AROUND_DOTS = re.compile(r"\s*\.\s*")
_FOUND = re.compile(r"[\w!#$%&'*+/=?^`{|}~.\-]+@[\w.\-]+")
"""Any letters, too, so that of žiga@… not iga@… is found, and is refused as a whole."""
_MARKS = "!#$%&'*+/=?^`{|}~.-_"
"""May begin an address, and hardly ever do: a spreadsheet's apostrophe, Markdown's stars."""


def addresses_in(text: str) -> list[EmailAddress]:
    """Each address in it once, in its order; none where there is none. Where a mark before one may be a part of it
    or not, both: a no too many hurts nobody."""
    plain = _plain(text)
    addresses = list(_valid(plain)) or list(_valid(_AROUND_DOTS.sub(".", plain)))
    if (glued := _NO_BREAK.sub("", text.strip())) != text.strip():
        addresses += _valid(_plain(glued))
    return list({address.key: address for address in [*_strict(text), *addresses]}.values())


def has_at_sign(text: str) -> bool:
    """In whatever way it is written."""
    return "@" in _plain(text)


def _strict(text: str) -> Iterator[EmailAddress]:
    """As a yes in the same cell would be read: it and the no are to mean the same person."""
    try:
        yield read_address(text)
    except InputRefused:
        return


def _plain(text: str) -> str:
    seen = html.unescape(text[:LONGEST])
    seen = unquote(seen) if "%40" in seen else seen
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", seen) if unicodedata.category(sign) != "Cf")
    return _AROUND_AT.sub("@", _AT.sub("@", _DOT.sub(".", seen)))


def _valid(text: str) -> Iterator[EmailAddress]:
    for written in _FOUND.findall(text):
        ended = written.rstrip(_MARKS)
        yield from _parsed(ended)
        if ended != (bare := ended.lstrip(_MARKS)):
            yield from _parsed(bare)
        if len(parts := re.split(r"[/|=?&]", ended)) > 1:
            yield from _parsed(parts[-1])


def _parsed(text: str) -> Iterator[EmailAddress]:
    try:
        yield EmailAddress.parse(text, may_be_long=True)
    except AddressRefused:
        return
