"""Whatever is slow or foreign is noticed where a write transaction is open: here an error, elsewhere a line."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import structlog

from core import write_guard
from core.db import Database
from core.decode_process import DecodeProcess
from core.dns import SystemDns
from core.outbound import OutboundClient
from core.write_guard import SlowInWrite, refuse_in_write
from delivery.providers.shared import http_call
from delivery.providers.smtp.session import open_session
from news.markdown_file import NewsFile, parse_news_file, read_news_file
from news.named_assets import digest_of
from news.read_folder import read_folder
from news.store import AssetStore
from news.unchanged_files import FolderCacheStore
from staff.passwords import hash_password, matches
from subscribers.csv_file import open_csv
from templates.mjml import compile_mjml
from tests.conftest import NOON
from tests.news.making import news_file

SLOW: dict[str, Callable[[Path], object]] = {
    "decoding": lambda _: DecodeProcess("news.decoders").decode("clean", b"x"),
    "putting": lambda folder: AssetStore(folder).put(b"x"),
    "reading": lambda folder: AssetStore(folder).read("0" * 64),
    "hashing": lambda folder: digest_of(_parsed(folder)),
    "listing": lambda folder: list(read_folder(folder, FolderCacheStore(), now=NOON, is_watched=False)),
    "the web": lambda _: OutboundClient().fetch("https://example.org"),
    "a name server": lambda _: SystemDns().addresses("example.org"),
    "a mail server": lambda _: open_session(None, hello="a", tls=None),  # type: ignore[arg-type]  # refused before it is looked at
    "a provider": lambda _: http_call._call(None, "GET", "/", monotonic=lambda: 0.0),  # type: ignore[arg-type]  # likewise
    "argon2": lambda _: hash_password("x"),
    "argon2 again": lambda _: matches("x", "y"),
    "MJML": lambda _: compile_mjml("<mjml/>"),
    "a file of subscribers": lambda folder: open_csv(folder / "people.csv").__enter__(),
}


def _parsed(folder: Path) -> NewsFile:
    path = news_file(folder, "a.md")
    return parse_news_file(path, path.read_bytes())


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'guard.sqlite3'}")
    yield database
    database.dispose()


@pytest.mark.parametrize("what", SLOW)
def test_what_is_slow_is_refused_in_a_write(database: Database, tmp_path: Path, what: str) -> None:
    with database.write(), pytest.raises(SlowInWrite):
        SLOW[what](tmp_path)


def test_reading_a_news_file_is_refused_too(database: Database, tmp_path: Path) -> None:
    path = news_file(tmp_path, "a.md")
    with database.write(), pytest.raises(SlowInWrite):
        read_news_file(path)


def test_a_read_and_the_time_after_a_write_are_free(database: Database) -> None:
    with database.read():
        refuse_in_write("anything")
    with pytest.raises(ZeroDivisionError), database.write():
        raise ZeroDivisionError
    refuse_in_write("anything")


def test_a_write_inside_a_write_ends_with_the_outer_one() -> None:
    with write_guard.writing():
        with write_guard.writing():
            assert write_guard.is_writing()
        assert write_guard.is_writing()
    assert not write_guard.is_writing()


def test_another_threads_write_is_its_own(database: Database) -> None:
    with database.write(), ThreadPoolExecutor(1) as thread:
        thread.submit(refuse_in_write, "anything").result()


def test_in_production_it_goes_on_and_each_place_is_logged_once(database: Database) -> None:
    write_guard.raise_in_write(raises=False)
    try:
        with structlog.testing.capture_logs() as logged, database.write():
            for what in ("one", "other", "one"):
                refuse_in_write(what)
    finally:
        write_guard.raise_in_write(raises=True)
    assert [(line["event"], line["what"]) for line in logged] == [
        ("write.held_up", "one"),
        ("write.held_up", "other"),
    ]
