"""What counts as the public internet, and what as somebody's inside."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.public_addresses import is_public, parse_ip

INNER = [
    "0.0.0.0",  # noqa: S104  judged, not bound to
    "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "192.0.2.1",
    "192.0.0.1", "192.0.0.8", "192.0.0.170", "192.88.99.1", "198.51.100.7", "203.0.113.9",
    "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:7f00:1::1",
    "2001:2::1", "2001:10::1", "3fff::1", "5f00::1", "2002:c058:6301::1", "64:ff9b::c000:8", "::ffff:192.88.99.1",
]  # fmt: skip
OUTER = [
    "8.8.8.8",
    "192.0.1.1",
    "192.88.98.1",
    "223.255.255.254",
    "2a00:1450::1",
    "93.184.215.14",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
]


@pytest.mark.parametrize("address", INNER)
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", OUTER)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@example(IPv6Address("2002:b2a5:7be3:53ff:ffff:ffff:e000:0"))
@given(st.ip_addresses())
def test_no_address_is_public_that_any_python_calls_special(address: IPv4Address | IPv6Address) -> None:
    special = address.is_private or address.is_multicast or address.is_reserved or address.is_unspecified
    assert not (special and is_public(address)) or _carries_a_public_one(address)


def _carries_a_public_one(address: IPv4Address | IPv6Address) -> bool:
    """NAT64 and mapped addresses stand for the IPv4 address in their last bytes, 6to4 for that in its first."""
    if isinstance(address, IPv4Address):
        return False
    carried = [IPv4Address(address.packed[-4:]), *([address.sixtofour] if address.sixtofour else [])]
    return any(map(is_public, carried))


@given(st.ip_addresses(v=4))
def test_an_address_in_other_clothes_is_never_more_public_than_itself(address: IPv4Address) -> None:
    number = int(address)
    dressed = [0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80, number]
    for clothes in dressed:
        assert is_public(IPv6Address(clothes)) <= is_public(address)


@pytest.mark.parametrize("text", ["2130706433", "0x7f.1", "127.1", "example.org", ""])
def test_what_is_no_plain_address_is_a_name_and_has_to_be_resolved(text: str) -> None:
    assert parse_ip(text) is None
