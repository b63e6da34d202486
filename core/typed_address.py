"""The address of a page as a person types or pastes it: without https:// it is https, as in browsers. Pure."""

import re

_HOST = re.compile(
    r"(?:[^\s/?#:@.\[\]<>]+\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+|\d{1,3})\.?(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
)


def with_scheme(typed: str) -> str:
    """`typed` without the blanks around it, and with https:// before what begins with a host (example.org/news/1).
    Everything else, such as http://…, mailto:… or rubbish, is as it was, for others to refuse."""
    address = typed.strip()
    if address.startswith("//"):
        address = address[2:]
    elif not _HOST.fullmatch(address):
        return address
    return f"https://{address}"
