"""Answers on a kept connection leave at once: on every socket that one of our servers listens on."""

import socket
from collections.abc import Callable

import pytest

from core.listening import listen, url_of
from simulator.serve import listen as simulator_listens

Listen = Callable[[], socket.socket]


@pytest.mark.parametrize("listens", [lambda: listen("127.0.0.1", 0), lambda: simulator_listens(0)])
def test_an_accepted_connection_does_not_wait_for_the_acknowledgement_of_what_went_before(listens: Listen) -> None:
    with listens() as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_address_of_a_server_can_be_followed() -> None:
    with listen("127.0.0.1", 0) as listening:
        assert url_of(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_an_address_of_the_sixth_version_stands_in_brackets() -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    try:
        listening = listen("::1", 0)
    except OSError:
        pytest.skip("no IPv6 here")
    with listening:
        assert url_of(listening) == f"http://[::1]:{listening.getsockname()[1]}"
