"""Fetching from strangers: nothing inner is reached, nothing lasts for ever, what is reached is what was meant."""

import gzip
import socket
import ssl
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from core.outbound import MAX_REDIRECTS, USER_AGENT, FetchFailed, OutboundClient, Trouble
from core.public_addresses import IPAddress, is_public
from core.unpacked_body import read_body
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Asked, Reply, certificate_for, far_site

ANY = frozenset({"http", "https"})


def plain(asked: Asked) -> Reply:
    return Reply(headers={"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "a=b"}, body=b"<p>Here.</p>")


def here(address: IPAddress) -> bool:
    return is_public(address) or str(address) == "127.0.0.1"


def outbound(dns: FakeDns, trust: ssl.SSLContext | None = None) -> OutboundClient:
    return OutboundClient(dns=dns, may_connect=here, any_port=True, trust=trust or ssl.create_default_context())


def trouble(fetcher: OutboundClient, url: str, **how: float) -> Trouble:
    with pytest.raises(FetchFailed) as failed:
        fetcher.fetch(url, schemes=ANY, **how)  # type: ignore[arg-type]  # only seconds
    return failed.value.trouble


def test_a_page_is_fetched_by_its_name_with_an_honest_user_agent() -> None:
    dns = FakeDns({"news.example": HERE})
    with far_site(plain) as site:
        answer = outbound(dns).fetch(site.url("news.example", "/a?b=1"), schemes=ANY, at_most=5)
    assert (answer.status, answer.media_type, answer.body) == (200, "text/html", b"<p>He")
    assert dns.asked == ["news.example"]
    (asked,) = site.asked
    assert (asked.path, asked.host) == ("/a?b=1", f"news.example:{site.port}")
    assert asked.headers["User-Agent"] == USER_AGENT


@pytest.mark.parametrize(
    ("site", "who"),
    [
        ("https://novice.kolpa.si", f"{USER_AGENT[:-1]}; +https://novice.kolpa.si)"),
        ("http://127.0.0.1:8000", USER_AGENT),
    ],
)
def test_it_says_for_which_installation_it_asks_where_that_is_one_of_the_web(site: str, who: str) -> None:
    dns = FakeDns({"news.example": HERE})
    with far_site(plain) as far:
        replace(outbound(dns), site=site).fetch(far.url("news.example"), schemes=ANY)
    assert far.asked[0].headers["User-Agent"] == who


def test_tls_proves_the_name_although_the_connection_goes_to_an_address(tmp_path: Path) -> None:
    shows, trusts = certificate_for("news.example", tmp_path)
    dns = FakeDns({"news.example": HERE, "other.example": HERE})
    with far_site(plain, tls=shows) as site:
        assert outbound(dns, trusts).fetch(site.url("news.example", scheme="https")).status == 200
        url = site.url("other.example", scheme="https")
        assert trouble(outbound(dns, trusts), url) is Trouble.NOT_TRUSTED
        url = site.url("news.example", scheme="https")
        assert trouble(outbound(dns), url) is Trouble.NOT_TRUSTED


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_an_inner_address_in_a_link_is_not_asked(url: str) -> None:
    assert trouble(OutboundClient(dns=FakeDns()), url) is Trouble.ADDRESS_INNER


def test_a_name_with_one_inner_address_among_public_ones_is_not_asked() -> None:
    dns = FakeDns({"trap.example": [["93.184.215.14", "10.0.0.1"]]})
    assert trouble(OutboundClient(dns=dns), "http://trap.example/") is Trouble.ADDRESS_INNER


def test_a_name_is_resolved_once_so_that_a_second_answer_leads_nowhere() -> None:
    """DNS rebinding: the first answer passes the validation, the second would be this machine's inside."""
    dns = FakeDns({"rebinding.example": [["127.0.0.1"], ["10.0.0.1"]]})
    with far_site(plain) as site:
        assert outbound(dns).fetch(site.url("rebinding.example"), schemes=ANY).status == 200
        assert dns.asked == ["rebinding.example"]
        assert trouble(outbound(dns), site.url("rebinding.example")) is Trouble.ADDRESS_INNER
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("http://10.0.0.1/", Trouble.ADDRESS_INNER),
        ("//[::1]/", Trouble.ADDRESS_INNER),
        ("http://inner.example/", Trouble.ADDRESS_INNER),
        ("file:///etc/passwd", Trouble.ADDRESS_REFUSED),
        ("http://user:password@news.example/", Trouble.ADDRESS_REFUSED),
        ("/again", Trouble.REDIRECTS),
    ],
)
def test_every_hop_of_a_redirect_is_looked_at(target: str, expected: Trouble) -> None:
    dns = FakeDns({"news.example": HERE, "inner.example": [["192.168.1.1"]]})
    with far_site(lambda _: Reply(302, {"Location": target})) as site:
        assert trouble(outbound(dns), site.url("news.example")) is expected
    assert len(site.asked) == (MAX_REDIRECTS + 1 if expected is Trouble.REDIRECTS else 1)


def test_redirects_are_followed_without_carrying_cookies_along() -> None:
    def reply(asked: Asked) -> Reply:
        if asked.path == "/old":
            return Reply(301, {"Location": "/new", "Set-Cookie": "session=1"})
        return plain(asked)

    with far_site(reply) as site:
        answer = outbound(FakeDns({"news.example": HERE})).fetch(site.url("news.example", "/old"), schemes=ANY)
        assert answer.url == site.url("news.example", "/new")
    assert site.paths == ["GET /old", "GET /new"]
    assert all("Cookie" not in asked.headers for asked in site.asked)


@pytest.mark.parametrize(
    "url", ["http://news.example/", "ftp://news.example/", "https://news.example:22/", "https:"]
)
def test_only_https_on_its_own_port_unless_the_caller_says_otherwise(url: str) -> None:
    dns = FakeDns({"news.example": HERE})
    with pytest.raises(FetchFailed) as failed:
        OutboundClient(dns=dns).fetch(url)
    assert failed.value.trouble is Trouble.ADDRESS_REFUSED
    assert dns.asked == []


def test_names_that_do_not_exist_and_name_servers_that_are_silent_are_told_apart() -> None:
    dns = FakeDns(silent=frozenset({"silent.example"}))
    assert trouble(outbound(dns), "http://nobody.example/") is Trouble.NAME_UNKNOWN
    assert trouble(outbound(dns), "http://silent.example/") is Trouble.SILENT


def test_proxies_of_the_environment_play_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with far_site(plain) as site:
        fetcher = outbound(FakeDns({"news.example": HERE}))
        assert fetcher.fetch(site.url("news.example"), schemes=ANY).status == 200


@contextmanager
def dripping(first: bytes, drop: bytes) -> Iterator[str]:
    """A server that never ends its answer and is never silent for long."""
    stop = Event()
    server = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = server.accept()
        with connection:
            connection.sendall(first)
            while not stop.wait(0.02):
                try:
                    connection.sendall(drop)
                except OSError:
                    return

    thread = Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield f"http://news.example:{server.getsockname()[1]}/"
    finally:
        stop.set()
        thread.join()
        server.close()


def test_a_server_that_drips_its_answer_for_ever_is_left() -> None:
    with dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n") as url:
        assert trouble(outbound(FakeDns({"news.example": HERE})), url, seconds=0.3) is Trouble.SILENT


def test_what_does_not_speak_http_is_said_to_be_so() -> None:
    with dripping(b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"?") as url:
        assert trouble(outbound(FakeDns({"news.example": HERE})), url) is Trouble.NOT_HTTP


def packed(body: bytes, coding: str) -> Reply:
    return Reply(
        headers={"Content-Type": "text/html; charset=Windows-1250", "Content-Encoding": coding}, body=body
    )


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (b"<p>Here.</p>", "identity"),
        (gzip.compress(b"<p>Here.</p>"), "gzip"),
        (zlib.compress(b"<p>Here.</p>"), "deflate"),
        (zlib.compress(b"<p>Here.</p>")[2:-4], "deflate"),
    ],
    ids=["plain", "gzip", "deflate", "deflate without its wrapper"],
)
def test_what_comes_packed_although_nobody_asked_is_unpacked(body: bytes, coding: str) -> None:
    with far_site(lambda _: packed(body, coding)) as site:
        answer = outbound(FakeDns({"news.example": HERE})).fetch(
            site.url("news.example"), schemes=ANY, at_most=100
        )
    assert (answer.body, answer.charset, answer.is_cut) == (b"<p>Here.</p>", "windows-1250", False)
    assert site.asked[0].headers["Accept-Encoding"] == "identity"


def test_a_bomb_is_unpacked_as_far_as_was_asked_for() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    with far_site(lambda _: packed(bomb, "gzip")) as site:
        answer = outbound(FakeDns({"news.example": HERE})).fetch(
            site.url("news.example"), schemes=ANY, at_most=1_000
        )
    assert (len(answer.body), answer.is_cut) == (1_000, True)
    peak = peak_of(lambda: read_body(iter([bomb]), "gzip", 1_000))
    assert peak < 1_000_000


def peak_of(step: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        step()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_an_endless_answer_is_left_when_enough_of_it_is_there() -> None:
    first = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    with dripping(first, b"<p>more</p>" * 50) as url:
        answer = outbound(FakeDns({"news.example": HERE})).fetch(url, schemes=ANY, at_most=2_000)
    assert (len(answer.body), answer.is_cut) == (2_000, True)


def test_a_coding_that_is_not_known_is_said_and_a_false_one_is_an_error() -> None:
    fetcher = outbound(FakeDns({"news.example": HERE}))
    with far_site(lambda _: packed(b"\x8b\x05", "br")) as site:
        answer = fetcher.fetch(site.url("news.example"), schemes=ANY, at_most=100)
    assert (answer.is_packed, answer.body) == (True, b"\x8b\x05")
    with far_site(lambda _: packed(b"<p>not packed</p>", "gzip")) as site:
        assert trouble(fetcher, site.url("news.example"), at_most=100) is Trouble.NOT_HTTP
