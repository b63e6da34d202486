"""Which addresses are this machine itself: where the simulator stands, and where nothing leaves from."""

from ipaddress import ip_address
from urllib.parse import urlsplit

SIMULATOR_URL = "http://127.0.0.1:8025"


def is_loopback(url_or_host: str) -> bool:
    host = urlsplit(url_or_host).hostname if "//" in url_or_host else url_or_host
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def is_base_url(value: str) -> bool:
    """Whether paths can be added to it: http(s), a host, no query and no fragment."""
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment
