"""Where a request comes from, as far as limits are concerned."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import Request
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from core.settings import load_settings
from web.http.client_source import source_of


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


@pytest.mark.parametrize(
    "forwarded",
    [
        ["198.51.100.7"],
        ["203.0.113.1, 198.51.100.7"],
        ["203.0.113.1", "198.51.100.7"],
        ["127.0.0.1, 198.51.100.7, 127.0.0.1"],
    ],
)
def test_of_what_a_trusted_proxy_says_the_last_that_is_no_proxy_counts(forwarded: list[str]) -> None:
    """What the visitor made up stands before it."""
    assert _source_behind_a_proxy("127.0.0.1", forwarded) == "198.51.100.7"


def test_what_somebody_says_who_is_no_trusted_proxy_counts_nothing() -> None:
    assert _source_behind_a_proxy("198.51.100.9", ["203.0.113.1"]) == "198.51.100.9"


def _source_behind_a_proxy(connected: str, forwarded: list[str]) -> str:
    """As `bilten serve` has it from uvicorn."""
    sources: list[str] = []

    async def app(scope: Any, _: Any, __: Any) -> None:
        sources.append(source_of(Request(scope)))

    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    scope: Any = {"type": "http", "client": (connected, 4711), "headers": headers}
    trusted = ProxyHeadersMiddleware(app, trusted_hosts=load_settings(env_file=None).trusted_proxies)
    # In a thread of its own: in this one, a browser of other tests may have a loop that runs.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(trusted(scope, _nothing, _nothing))).result()
    return sources[0]


async def _nothing(*_: Any) -> Any:
    raise AssertionError("nothing is sent or received here")


@pytest.mark.parametrize("host", [None, "", "unix:", "proxy.internal"])
def test_what_is_no_address_is_one_source(host: str | None) -> None:
    assert _source(host) == "unknown"
