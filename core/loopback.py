"""Which addresses are this machine itself, where nothing leaves from."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_LABEL = re.compile(r"\w([\w-]{0,61}\w)?")
"""Of a host's name (RFC 1123, 2.1), in any script. With underscores, as networks of containers have them."""
_MOST_HOST = 253


def is_loopback(url_or_host: str) -> bool:
    host = urlsplit(url_or_host).hostname if "//" in url_or_host else url_or_host
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def is_base_url(value: str) -> bool:
    """Whether paths can be added to it: http(s), a host, no query and no fragment; and no user name or password,
    which would end up in logs."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    is_plain = not (parts.query or parts.fragment or "@" in parts.netloc or "\\" in value)
    return parts.scheme in ("http", "https") and _is_host(parts.hostname or "") and is_plain and port != 0


def _is_host(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return len(host) <= _MOST_HOST and all(map(_LABEL.fullmatch, host.split(".")))
    return True


def is_origin(value: str) -> bool:
    """A base URL without a path (RFC 6454): pages name each other from the root of their host."""
    return is_base_url(value) and urlsplit(value).path in ("", "/")
