"""Which addresses are this machine itself, where nothing leaves from."""

from ipaddress import ip_address
from urllib.parse import urlsplit


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
    return parts.scheme in ("http", "https") and bool(parts.hostname) and is_plain and port != 0


def is_origin(value: str) -> bool:
    """A base URL without a path (RFC 6454): pages name each other from the root of their host."""
    return is_base_url(value) and urlsplit(value).path in ("", "/")
