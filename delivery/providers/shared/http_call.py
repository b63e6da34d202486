"""One HTTP call to a provider: no redirects, a bounded answer, a bounded wait, every failure classified."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx

from core.tls import trusted_authorities
from core.write_guard import refuse_in_write
from delivery.errors import OutcomeUnknown
from delivery.providers.shared.http_errors import classify

MAX_ANSWER = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    """At most as many bytes as were to be read."""
    is_whole: bool = True

    def json(self) -> Any:
        """What the body says, or None if it cannot be read."""
        if not self.is_whole:
            return None
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


def open_client(
    *, base_url: str, headers: Mapping[str, str], timeout: timedelta, transport: httpx.BaseTransport | None
) -> httpx.Client:
    """A client that goes where it is told and nowhere else: no proxies from the environment, no redirects."""
    return httpx.Client(
        base_url=base_url,
        headers={"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "bilten", **headers},
        timeout=timeout.total_seconds(),
        transport=transport,
        verify=trusted_authorities(),
        trust_env=False,
        follow_redirects=False,
    )


def is_key(text: str) -> bool:
    """Whether it can stand in a header as a key or a token."""
    return bool(text) and text.isascii() and text.isprintable() and " " not in text


def post(
    client: httpx.Client,
    path: str,
    *,
    content: bytes,
    headers: Mapping[str, str],
    monotonic: Callable[[], float] = time.monotonic,
) -> Answer:
    """The provider's answer, whatever its status. Raises ProviderError if there is none."""
    return _call(client, "POST", path, monotonic=monotonic, content=content, headers=dict(headers))


def get(
    client: httpx.Client,
    path: str,
    *,
    params: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    at_most: int = MAX_ANSWER,
    monotonic: Callable[[], float] = time.monotonic,
) -> Answer:
    """As `post`; asking changes nothing at the provider. Without `params` the path keeps its own query; `at_most`
    bytes of the answer are read.
    """
    asked = dict(params) if params is not None else None
    own = dict(headers or {})
    return _call(client, "GET", path, monotonic=monotonic, at_most=at_most, params=asked, headers=own)


def delete(
    client: httpx.Client,
    path: str,
    *,
    headers: Mapping[str, str] | None = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> Answer:
    """As `post`; what is gone already is the provider's to say."""
    return _call(client, "DELETE", path, monotonic=monotonic, headers=dict(headers or {}))


def _call(
    client: httpx.Client,
    method: str,
    path: str,
    *,
    monotonic: Callable[[], float],
    at_most: int = MAX_ANSWER,
    **request: Any,
) -> Answer:
    """The client's timeout is for each read; the same span also bounds the whole answer, lest a server that
    trickles bytes outlast the lease.
    """
    refuse_in_write("calling a provider")
    deadline = monotonic() + (client.timeout.read or 0)
    try:
        with client.stream(method, path, **request) as response:
            return _read(response, at_most=at_most, is_late=lambda: monotonic() > deadline)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
        raise classify(error) from error


def _read(response: httpx.Response, *, at_most: int, is_late: Callable[[], bool]) -> Answer:
    if response.headers.get("content-encoding", "identity") != "identity":
        return Answer(response.status_code, response.headers, b"", is_whole=False)
    body = bytearray()
    for chunk in response.iter_bytes():
        if is_late():
            raise OutcomeUnknown(f"HTTP {response.status_code}, but the answer did not end in time")
        body += chunk
        if len(body) > at_most:
            return Answer(response.status_code, response.headers, bytes(body[:at_most]), is_whole=False)
    return Answer(response.status_code, response.headers, bytes(body))
