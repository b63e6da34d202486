"""Which IP addresses are out in the public internet: everything else is somebody's inside, perhaps ours. Pure.

https://www.iana.org/assignments/iana-ipv4-special-registry https://www.iana.org/assignments/iana-ipv6-special-registry
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

IPAddress = IPv4Address | IPv6Address

_SPECIAL_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24",  # IETF protocol assignments
        "192.0.2.0/24",
        "192.88.99.0/24",  # the 6to4 relays of RFC 3068, deprecated by RFC 7526
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_SPECIAL_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocol assignments, Teredo and benchmarking among them
        "2001:db8::/32",
        "2620:4f:8000::/48",  # AS112: reverse look-ups of private addresses
        "3fff::/20",  # documentation, RFC 9637
    )
)
"""Written out, because what a Python calls global depends on its release: 3.11 takes 192.0.0.8 for public."""
_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64: the last four bytes are the IPv4 address that the packets go to."""


_INNER_NAMES = ("localhost", "local", "internal", "lan", "test", "invalid", "example", "home.arpa")
"""Last parts of names that the public internet does not have (RFC 6761, RFC 6762, RFC 8375), or that nobody there
may have."""


def is_reachable(url: str) -> bool:
    """Whether strangers' servers can come to `url`, as far as it tells: https, and no name or address that only an
    inner network has."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    address = parse_ip(host)
    if address is not None:
        return parts.scheme == "https" and is_public(address)
    return (
        parts.scheme == "https"
        and "." in host
        and not f".{host}".endswith(tuple(f".{name}" for name in _INNER_NAMES))
    )


def parse_ip(text: str) -> IPAddress | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_public(address: IPAddress) -> bool:
    """Whether an address may be connected to on a stranger's word. An IPv6 address that carries an IPv4 one is
    judged by both."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _SPECIAL_V4)
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _TRANSLATED:
        return is_public(IPv4Address(address.packed[-4:]))
    if address not in _UNICAST or any(address in network for network in _SPECIAL_V6):
        return False
    return address.sixtofour is None or is_public(address.sixtofour)
