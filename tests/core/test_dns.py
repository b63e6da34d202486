"""Names are asked of real name servers, here one of the test's own on this machine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import dns.message
import dns.rcode
import dns.rdatatype
import dns.resolver
import dns.rrset
import pytest

from core.dns import NameUnknown, NoAnswer, SystemDns

Zone = dict[tuple[str, str], list[str]]
ROOT: Zone = {(".", "NS"): ["a.root-servers.net."]}
ZONE: Zone = {
    **ROOT,
    ("news.example.", "A"): ["93.184.215.14"],
    ("news.example.", "AAAA"): ["2606:4700::1111"],
    ("mail.example.", "TXT"): ['"v=spf1 " "-all"', '"other"'],
}


@contextmanager
def name_server(zone: Zone) -> Iterator[SystemDns]:
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listening.bind(("127.0.0.1", 0))
    thread = Thread(target=_answer_all, args=(listening, zone), daemon=True)
    thread.start()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], listening.getsockname()[1]
    try:
        yield SystemDns(resolver)
    finally:
        listening.sendto(b"", listening.getsockname())
        thread.join()
        listening.close()


def _answer_all(listening: socket.socket, zone: Zone) -> None:
    while True:
        wire, asker = listening.recvfrom(4096)
        if not wire:
            return
        asked = dns.message.from_wire(wire)
        name, kind = asked.question[0].name.to_text(), dns.rdatatype.to_text(asked.question[0].rdtype)
        answer = dns.message.make_response(asked, recursion_available=True)
        if (name, kind) in zone:
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, *zone[name, kind]))
        elif name not in {known for known, _ in zone}:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        listening.sendto(answer.to_wire(), asker)


def test_a_name_has_its_addresses_of_both_kinds_and_its_texts_put_together() -> None:
    with name_server(ZONE) as names:
        assert set(names.addresses("news.example")) == {"93.184.215.14", "2606:4700::1111"}
        assert set(names.texts("mail.example.")) == {"v=spf1 -all", "other"}
        assert list(names.addresses("mail.example")) == []
        assert list(names.texts("news.example")) == []


def test_a_name_that_does_not_exist_is_told_by_whoever_knows_the_root() -> None:
    with name_server(ZONE) as names:
        with pytest.raises(NameUnknown):
            names.addresses("nobody.example")
        assert list(names.texts("nobody.example")) == []


def test_a_name_server_that_denies_everything_is_not_believed() -> None:
    """As on a network that is cut off: every link of a campaign would seem to lead nowhere."""
    with name_server({}) as names:
        with pytest.raises(NoAnswer):
            names.addresses("news.example")
        with pytest.raises(NoAnswer):
            names.texts("news.example")


@pytest.mark.parametrize("name", ["a..b", "x" * 70 + ".example"])
def test_what_can_be_no_name_does_not_exist(name: str) -> None:
    with name_server(ZONE) as names, pytest.raises(NameUnknown):
        names.addresses(name)


def test_a_silent_name_server_is_waited_for_no_longer_than_said() -> None:
    silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    silent.bind(("127.0.0.1", 0))
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], silent.getsockname()[1]
    with silent, pytest.raises(NoAnswer):
        SystemDns(resolver).addresses("news.example", within=0.2)
