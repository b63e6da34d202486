"""Client networks (CIDR prefixes) for rate limiting: a source, and the ever wider networks around it. Pure.

One client has a whole IPv6 network to choose its addresses from: a /64 at the least, mostly a /56, a /48 as a site
or from a tunnel broker (RFC 6177). A limit that counts each /64 apart is none for whoever has 65,536 of them. An
IPv4 /24 belongs to many: its share is the largest.
"""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

SHARES = {4: {32: 1, 24: 5}, 6: {64: 1, 56: 2, 48: 3}}
"""IP version → length of the prefix → how many times the limit of one source all of that network has together."""


@dataclass(frozen=True, slots=True)
class Network:
    key: str
    share: int


def networks_of(source: str) -> tuple[Network, ...]:
    """The source itself first. `source`: an address or a network in CIDR notation; anything else is one source
    that belongs to no network."""
    try:
        given = ip_network(source, strict=False)
    except ValueError:
        return (Network(source, 1),)
    shares = SHARES[given.version]
    return tuple(Network(_widened(given, length), share) for length, share in shares.items())


def _widened(given: IPv4Network | IPv6Network, length: int) -> str:
    return str(given if length >= given.prefixlen else given.supernet(new_prefix=length))
