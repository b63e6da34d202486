"""Client address: where a request comes from, for limits by source. It is kept in memory and never logged.

Behind a reverse proxy it is what the proxy says (X-Forwarded-For), which uvicorn takes from BILTEN_TRUSTED_PROXIES
only.
"""

from ipaddress import IPv6Address, ip_address, ip_network

from fastapi import Request

UNKNOWN = "unknown"
_IPV6_SITE = 64
"""Whoever has IPv6 has at least a /64 of addresses to choose from (RFC 6177): together they are one source."""


def source_of(request: Request) -> str:
    return source_of_host(request.client.host if request.client is not None else "")


def source_of_host(host: str) -> str:
    """`host`: an address of IPv4 or IPv6; anything else is one source, UNKNOWN."""
    try:
        address = ip_address(host)
    except ValueError:
        return UNKNOWN
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), _IPV6_SITE), strict=False))
    return str(address)
