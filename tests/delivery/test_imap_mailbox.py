"""The mailbox by IMAP, with a real Dovecot: each email once, whatever is killed, moved or numbered anew; and a
server that behaves badly is left."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from core.db import Database
from core.write_guard import SlowInWrite
from delivery.mail_reports.mail_parts import MAX_READ
from delivery.mailbox.imap import MAX_LITERAL, MailboxUnavailable, ReadMark, read_imap
from delivery.mailbox.settings import BounceSettings
from tests.databases import on_sqlite
from tests.delivery.test_provider_smtp import certificate
from tests.equipment import why_without
from tests.fakes.dovecot import PASSWORD, USER, Dovecot, can_start, dovecot

__all__ = ["certificate"]

needs_dovecot = pytest.mark.skipif(not can_start(), reason=why_without("Dovecot"))


@pytest.fixture
def server(certificate: Path) -> Iterator[Dovecot]:
    with dovecot((certificate / "cert.pem").read_bytes(), (certificate / "key.pem").read_bytes()) as running:
        yield running


def account(server: Dovecot, **changes: object) -> BounceSettings:
    facts: dict[str, Any] = {
        "imap_host": "localhost",
        "imap_port": server.port,
        "imap_username": USER,
        "imap_password": SecretStr(PASSWORD),
        "imap_ca_file": str(server.ca_file),
    }
    return BounceSettings(**(facts | changes))


def read(
    settings: BounceSettings, mark: ReadMark | None = None, *, limit: int = 100
) -> tuple[list[bytes], ReadMark]:
    kept: list[bytes] = []

    def keep(mails: Sequence[bytes]) -> int:
        kept.extend(mails)
        return len(mails)

    *_, last = read_imap(settings, keep, mark=mark or ReadMark(), limit=limit)
    assert last.read == len(kept)
    return kept, last.mark


def mail(number: int) -> bytes:
    return f"Subject: {number}\r\n\r\nHello.\r\n".encode()


@needs_dovecot
def test_each_email_is_read_once_and_marked(server: Dovecot) -> None:
    for number in range(45):
        server.put(f"{1000 + number}.far", mail(number))
    kept, mark = read(account(server), limit=30)
    assert kept == [mail(number) for number in range(30)]
    more, mark = read(account(server), mark)
    assert more == [mail(number) for number in range(30, 45)]
    assert read(account(server), mark) == ([], mark)
    assert all(name.endswith("S") for name in server.names())


@needs_dovecot
def test_what_a_person_has_seen_is_read_all_the_same_and_what_is_moved_is_moved_after_it_is_kept(
    server: Dovecot,
) -> None:
    settings = account(server, imap_done_folder="Read", imap_security="starttls", imap_port=server.starttls_port)
    server.make_folder("Read")
    server.put("1.far:2,S", mail(1), into="cur")
    server.put("2.far", mail(2))

    def dies(_: Sequence[bytes]) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_imap(settings, dies, mark=ReadMark(), limit=10))
    assert len(server.names()) == 2
    assert sorted(read(settings)[0]) == [mail(1), mail(2)]
    assert server.names() == []
    assert len(server.names(".Read")) == 2


@needs_dovecot
def test_what_was_kept_and_not_moved_is_moved_by_the_next_run(server: Dovecot) -> None:
    for number in range(3):
        server.put(f"{number}.far", mail(number))
    _, mark = read(account(server))
    server.make_folder("Read")
    assert read(account(server, imap_done_folder="Read"), mark)[0] == []
    assert server.names() == []


@needs_dovecot
def test_numbers_that_begin_anew_are_read_anew(server: Dovecot) -> None:
    server.put("1.far", mail(1))
    kept, mark = read(account(server), ReadMark(1, 7))
    assert kept == [mail(1)]
    assert mark.last_uid == 1
    assert mark.uid_validity != 1


@needs_dovecot
def test_an_email_longer_than_what_is_read_is_cut(server: Dovecot) -> None:
    server.put("1.far", b"Subject: long\r\n\r\n" + b"x" * 70 * 1024 * 1024)
    ((content,), _) = read(account(server))
    assert len(content) == MAX_READ


@needs_dovecot
@pytest.mark.parametrize(
    "changes",
    [{"imap_password": SecretStr("wrong")}, {"imap_ca_file": ""}, {"imap_folder": "Nowhere"}],
)
def test_a_mailbox_that_cannot_be_opened_is_told_in_the_servers_words(
    server: Dovecot, changes: dict[str, object]
) -> None:
    with pytest.raises(MailboxUnavailable) as refused:
        read(account(server, **changes))
    problem = str(refused.value.params["problem"])
    assert problem
    assert PASSWORD not in problem


@contextmanager
def bad_server(answer: Callable[[bytes, bytes], bytes]) -> Iterator[int]:
    """Takes one connection, and answers each command (its tag, the rest) as it likes."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line, line.makefile("rb") as lines:
                line.sendall(b"* OK ready\r\n")
                for command in lines:
                    tag, _, rest = command.rstrip().partition(b" ")
                    try:
                        line.sendall(answer(tag, rest))
                    except OSError:
                        return

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def _badly(fetched: bytes) -> Callable[[bytes, bytes], bytes]:
    def answer(tag: bytes, command: bytes) -> bytes:
        ok = tag + b" OK done\r\n"
        if command.startswith(b"CAPABILITY"):
            return b"* CAPABILITY IMAP4rev1\r\n" + ok
        if command.startswith(b"SELECT"):
            return b"* 1 EXISTS\r\n* OK [UIDVALIDITY 5] yes\r\n" + ok
        if command.startswith(b"UID SEARCH"):
            return b"* SEARCH 1\r\n" + ok
        return fetched + ok if command.startswith(b"UID FETCH") else ok

    return answer


@pytest.mark.parametrize(
    "fetched",
    [
        b"* 1 FETCH (UID 1 BODY[]<0> {%d}\r\n" % (MAX_LITERAL + 1),
        b"* 1 FETCH (UID 1 BODY[]<0> {99999999999}\r\n",
        b"* " + b"x" * 2_000_000 + b"\r\n",
    ],
)
def test_a_server_that_sends_more_than_it_was_asked_for_is_left(fetched: bytes) -> None:
    with bad_server(_badly(fetched)) as port:
        settings = BounceSettings(imap_host="127.0.0.1", imap_port=port, imap_security="none")
        with pytest.raises(MailboxUnavailable):
            read(settings)


def test_an_email_that_is_gone_meanwhile_is_passed_over() -> None:
    with bad_server(_badly(b"")) as port:
        settings = BounceSettings(imap_host="127.0.0.1", imap_port=port, imap_security="none")
        assert read(settings) == ([], ReadMark(5, 1))


@on_sqlite
def test_no_mailbox_is_asked_while_the_database_is_written_to(database: Database) -> None:
    with database.write(), pytest.raises(SlowInWrite):
        list(read_imap(BounceSettings(), len, mark=ReadMark(), limit=1))
