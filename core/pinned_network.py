"""The network as httpx uses it, kept off inner machines and inside a time: a name is resolved once, all its
addresses are judged, and the connection goes to one that was judged.

A name server that answers differently the next time (DNS rebinding) finds nobody asking again. TLS still proves
the name, because httpcore gives it the name from the URL.
"""

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from core.dns import ANSWER_WITHIN, Dns
from core.public_addresses import IPAddress, parse_ip

Judge = Callable[[IPAddress], bool]
"""Whether an address may be connected to."""


class InnerAddress(Exception):
    """The name leads to a machine that strangers' names must not lead to."""


class Deadline:
    """A moment by which everything is over, however slowly the far side drips."""

    def __init__(self, seconds: float, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._at = monotonic() + seconds

    def left(self) -> float:
        return max(0.0, self._at - self._monotonic())

    def cap(self, seconds: float | None) -> float:
        """The shorter of the two. Raises httpcore.TimeoutException when there is nothing left."""
        left = self.left()
        if not left:
            raise httpcore.ReadTimeout("the time for all of it is over")
        return left if seconds is None else min(left, seconds)


class PinnedTransport(httpx.BaseTransport):
    """What an httpx client talks through. Errors of the network come out as httpcore's own."""

    def __init__(self, *, dns: Dns, may_connect: Judge, deadline: Deadline, trust: ssl.SSLContext | None) -> None:
        backend = _PinnedBackend(dns, may_connect, deadline)
        self._pool = httpcore.ConnectionPool(ssl_context=trust, network_backend=backend, max_connections=1)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        )
        return httpx.Response(status_code=answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _PinnedBackend(httpcore.NetworkBackend):
    def __init__(self, dns: Dns, may_connect: Judge, deadline: Deadline) -> None:
        self._dns = dns
        self._may_connect = may_connect
        self._deadline = deadline
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        failure: Exception = httpcore.ConnectError("the name has no address")
        for address in self._judged(host):
            try:
                seconds = self._deadline.cap(timeout)
                stream = self._network.connect_tcp(str(address), port, seconds, local_address, socket_options)
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                failure = error
            else:
                return _BoundedStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise InnerAddress("a socket of this machine")

    def _judged(self, host: str) -> list[IPAddress]:
        """All its addresses, or none: one that leads inside makes the name a trap."""
        literal = parse_ip(host)
        answers = [host] if literal else self._dns.addresses(host, within=self._deadline.cap(ANSWER_WITHIN))
        addresses = [address for address in map(parse_ip, answers) if address is not None]
        if not all(map(self._may_connect, addresses)):
            raise InnerAddress(host)
        return addresses


class _BoundedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cap(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.cap(timeout))
        return _BoundedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
