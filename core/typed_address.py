"""The address of a page as a person types or pastes it: without https:// it is https, as in browsers. Pure.

What a browser opens: a host of letters, digits and hyphens whose last part can be a top-level domain (RFC 1123,
RFC 5890) or an IPv4 address, a port up to 65535, and nobody's name before an @. It is data, `rich_text.json`,
since the dialog of a link reads it as well.
"""

import re

from core.rich_text import AROUND, PAGE

_TRIMMED = re.compile(f"^{AROUND}|{AROUND}$")
"""Zero-width characters and marks of direction come along with a pasted address."""
_PAGE = re.compile(PAGE)
_SCHEME = re.compile("https?://", re.IGNORECASE)
_NEARBY = re.compile(r"^(?:[a-z][a-z0-9_-]{0,62}|\[[0-9a-f:.]{2,45}\])(?=[:/?#]|$)")
"""A host of an organisation's own network (http://wiki/), or an IPv6 address: only where the scheme is written."""


def with_scheme(typed: str) -> str:
    """`typed` without what is invisible around it, and with https:// before what begins with a host
    (example.org/news/1). Everything else, such as http://…, mailto:… or rubbish, is as it was, for others to
    refuse."""
    address = _TRIMMED.sub("", typed)
    bare = address.removeprefix("//")
    return f"https://{bare}" if _PAGE.fullmatch(bare.lower()) else address


def is_page_address(address: str) -> bool:
    """Whether it is a whole address, http or https, that a browser opens as it is written."""
    scheme = _SCHEME.match(address)
    if scheme is None:
        return False
    rest = address[scheme.end() :].lower()
    return _PAGE.fullmatch(_NEARBY.sub("example.org", rest, count=1)) is not None
