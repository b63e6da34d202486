"""Client networks: the ever wider ones that an address belongs to, and a limit for each."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_network
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.networks import networks_of
from core.throttle import NetworkThrottle, whole_minutes
from tests.conftest import NOON

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("source", "networks"),
    [
        ("198.51.100.7", ["198.51.100.7/32", "198.51.100.0/24"]),
        ("2001:db8:1:2::/64", ["2001:db8:1:2::/64", "2001:db8:1::/56", "2001:db8:1::/48"]),
        ("2001:db8:1:2ff::9", ["2001:db8:1:2ff::/64", "2001:db8:1:200::/56", "2001:db8:1::/48"]),
        ("unknown", ["unknown"]),
        ("", [""]),
    ],
)
def test_a_source_comes_first_and_then_what_it_is_in(source: str, networks: list[str]) -> None:
    assert [network.key for network in networks_of(source)] == networks


@given(st.integers(min_value=0, max_value=2**128 - 1))
def test_each_network_is_in_the_next_and_has_no_smaller_share(number: int) -> None:
    networks = networks_of(str(IPv6Address(number)))
    nested = [ip_network(network.key) for network in networks]
    assert all(
        inner.prefixlen > outer.prefixlen and inner.network_address in outer for inner, outer in pairwise(nested)
    )
    assert [network.share for network in networks] == sorted(network.share for network in networks)


def _taken(throttle: NetworkThrottle, sources: list[str]) -> int:
    return sum(throttle.take(source, now=NOON) is None for source in sources)


def test_whoever_has_many_networks_has_not_as_many_limits() -> None:
    throttle = NetworkThrottle(burst=20, per=HOUR)
    everything_in_a_48 = [f"2001:db8:1:{number:x}::/64" for number in range(0, 65_536, 8)]
    assert _taken(throttle, everything_in_a_48) == 60
    assert _taken(throttle, ["2001:db8:2::/64", "198.51.100.7"]) == 2


def test_a_56_gets_twice_what_a_source_gets() -> None:
    throttle = NetworkThrottle(burst=20, per=HOUR)
    assert _taken(throttle, [f"2001:db8:1:{number:x}::/64" for number in range(256)]) == 40


def test_neighbours_in_an_ipv4_network_share_generously() -> None:
    throttle = NetworkThrottle(burst=20, per=HOUR)
    assert _taken(throttle, ["198.51.100.7"] * 40) == 20
    assert _taken(throttle, [f"198.51.100.{number}" for number in range(256)]) == 80
    assert _taken(throttle, ["198.51.101.1"]) == 1


def test_no_network_has_more_than_it_may_but_a_source_always_has_its_own() -> None:
    assert (
        _taken(NetworkThrottle(burst=20, per=HOUR, network_at_most=30), [f"198.51.100.{n}" for n in range(99)])
        == 30
    )
    assert _taken(NetworkThrottle(burst=20, per=HOUR, network_at_most=5), ["198.51.100.7"] * 30) == 20


def test_whoever_is_refused_uses_up_nothing_of_the_networks_around() -> None:
    throttle = NetworkThrottle(burst=2, per=HOUR)
    assert _taken(throttle, ["198.51.100.7"] * 50) == 2
    assert throttle.wait("198.51.100.7", now=NOON) == timedelta(minutes=30)
    assert _taken(throttle, [f"198.51.100.{number}" for number in range(8, 100)]) == 8


@given(st.timedeltas(min_value=timedelta(microseconds=1), max_value=HOUR))
def test_a_wait_is_told_in_whole_minutes_that_are_enough(wait: timedelta) -> None:
    minutes = timedelta(minutes=whole_minutes(wait))
    assert wait <= minutes < wait + timedelta(minutes=1)
