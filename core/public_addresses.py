"""Which IP addresses are out in the public internet: everything else is somebody's inside, perhaps ours. Pure.

https://www.iana.org/assignments/iana-ipv4-special-registry https://www.iana.org/assignments/iana-ipv6-special-registry
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

IPAddress = IPv4Address | IPv6Address

_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64: the last four bytes are the IPv4 address that the packets go to."""


def parse_ip(text: str) -> IPAddress | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_public(address: IPAddress) -> bool:
    """Whether an address may be connected to on a stranger's word. An IPv6 address that carries an IPv4 one is
    judged by both."""
    if isinstance(address, IPv4Address):
        return _is_global(address)
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _TRANSLATED:
        return is_public(IPv4Address(address.packed[-4:]))
    if address not in _UNICAST or address.teredo is not None:
        return False
    return _is_global(address) and (address.sixtofour is None or is_public(address.sixtofour))


def _is_global(address: IPAddress) -> bool:
    # `is_global` alone calls multicast global.
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
