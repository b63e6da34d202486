"""Relying party: by which host passkeys know this program, and where it can have none (W3C Web Authentication).

A passkey belongs to a host's name, and browsers make none for an IP address, nor where a page came unencrypted
from another machine. Pure.
"""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from core.errors import Conflict

_USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class PasskeySite:
    host: str
    """The relying party's id (RP ID)."""
    origin: str
    """Where its pages come from; a passkey that was used on any other page is refused."""


def passkey_site(public_url: str) -> PasskeySite:
    """Raises Conflict where there can be no passkeys, with the reason."""
    parts = urlsplit(public_url)
    host = _as_browsers_write(parts.hostname or "")
    if _is_address(host):
        raise Conflict("staff-passkeys-need-a-name", host=host)
    if parts.scheme != "https" and host != "localhost" and not host.endswith(".localhost"):
        raise Conflict("staff-passkeys-need-https", host=host)
    port = "" if parts.port in (None, _USUAL_PORTS.get(parts.scheme)) else f":{parts.port}"
    return PasskeySite(host, f"{parts.scheme}://{host}{port}")


def host_of(public_url: str) -> str:
    """As passkeys have it, whether there can be any or not."""
    return _as_browsers_write(urlsplit(public_url).hostname or "")


def _as_browsers_write(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
