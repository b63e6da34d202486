"""Where a request comes from, as far as limits are concerned."""

import pytest
from fastapi import Request

from web.client_source import source_of


def _source(host: str | None) -> str:
    client = None if host is None else (host, 4711)
    return source_of(Request({"type": "http", "client": client, "headers": []}))


def test_an_ipv4_address_is_a_source() -> None:
    assert _source("198.51.100.7") != _source("198.51.100.8")


def test_all_addresses_of_one_ipv6_site_are_one_source() -> None:
    assert _source("2001:db8:1:2::1") == _source("2001:db8:1:2:ffff::9")
    assert _source("2001:db8:1:2::1") != _source("2001:db8:1:3::1")


def test_an_ipv4_address_in_ipv6_clothes_is_the_same_source() -> None:
    assert _source("::ffff:198.51.100.7") == _source("198.51.100.7")


@pytest.mark.parametrize("host", [None, "", "unix:", "proxy.internal"])
def test_what_is_no_address_is_one_source(host: str | None) -> None:
    assert _source(host) == "unknown"
