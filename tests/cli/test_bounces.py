"""`bilten bounces read`: what a mail server's pipe hands over is kept, or the server is asked to try again."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli import entry
from core.signing import Signer
from delivery.message.bounce_token import BounceToken, envelope_sender
from tests.cli.conftest import ME, SECRET, Bilten
from tests.delivery import bounce_mails as b

ADDRESS = envelope_sender(
    Signer(SECRET), BounceToken(2, delivery_id=1), bounce_address="bounces@example.org", delimiter="+"
)
BOUNCE = b.dsn(b.ReturnedMail(ADDRESS), b.block("failed", "5.1.1"))


@pytest.fixture
def mail_server(bilten: Bilten) -> Bilten:
    """With a sender that has bounces come as email."""
    from_address = ("--from-name", "Bilten", "--from-address", "bulletin@example.org")
    assert bilten("senders", "add", "own", "--provider", "smtp", *from_address).code == 0
    assert bilten("senders", "add", "far", "--provider", "brevo", *from_address).code == 0
    assert bilten("senders", "bounces", "own", "--address", "bounces@example.org", *ME).code == 0
    return bilten


def piped(bilten: Bilten, monkeypatch: pytest.MonkeyPatch, raw: bytes, *more: str) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    return bilten("bounces", "read", *more).code


def kept(folder: Path) -> list[tuple[int, bytes]]:
    with sqlite3.connect(folder / "bilten.sqlite3") as connection:
        return connection.execute("SELECT sender_id, body FROM webhook_receipt ORDER BY id").fetchall()


def test_a_sender_has_a_bounce_address_that_fits_or_is_refused(mail_server: Bilten) -> None:
    (own,) = [row for row in mail_server("senders", "list", "--json").data["senders"] if row["name"] == "own"]
    assert (own["bounce_address"], own["bounce_delimiter"]) == ("bounces@example.org", "+")
    for arguments in (
        ("own", "--address", "b" * 25 + "@example.org"),
        ("own", "--address", "no address"),
        ("own", "--address", "b@example.org", "--delimiter", "x"),
        ("own", "--address", "b@example.org", "--delimiter", "++"),
        ("far", "--address", "b@example.org"),
    ):
        assert mail_server("senders", "bounces", *arguments, *ME).code == 2
    assert (
        mail_server(
            "senders", "bounces", "own", "--address", "b" * 24 + "@example.org", "--delimiter", "-", *ME
        ).code
        == 0
    )
    assert mail_server("senders", "bounces", "own", *ME).code == 0
    (own,) = [row for row in mail_server("senders", "list", "--json").data["senders"] if row["name"] == "own"]
    assert own["bounce_address"] is None


def test_an_email_from_a_pipe_is_kept_once(
    mail_server: Bilten, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert piped(mail_server, monkeypatch, BOUNCE) == 0
    assert piped(mail_server, monkeypatch, BOUNCE) == 0
    assert kept(tmp_path) == [(2, BOUNCE)]


def test_the_recipient_that_a_pipe_names_counts(
    mail_server: Bilten, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    raw = b"From MAILER-DAEMON Sun Apr 12 10:00:05 2026\nSubject: hello\n\nhello\n"
    assert piped(mail_server, monkeypatch, raw, "--recipient", f"{ADDRESS}\nX: y") == 0
    assert kept(tmp_path) == [(2, f"X-Original-To: {ADDRESS}X: y\nSubject: hello\n\nhello\n".encode())]


def test_what_cannot_be_kept_is_for_the_server_to_try_again(
    bilten: Bilten, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also what would be another number for a person: a server takes that for a bounce of a bounce."""
    assert piped(bilten, monkeypatch, BOUNCE.replace(ADDRESS.encode(), b"x@example.org")) == 75, (
        "nobody would see it"
    )
    database = tmp_path / "bilten.sqlite3"
    database.rename(tmp_path / "away")
    assert piped(bilten, monkeypatch, BOUNCE) == 75
    database.write_text("no database")
    assert piped(bilten, monkeypatch, BOUNCE) == 75
    database.unlink()
    with (tmp_path / ".env").open("a") as file:
        file.write("BILTEN_BOUNCES_IMAP_PORT=many\n")
    assert piped(bilten, monkeypatch, BOUNCE) == 75


def test_a_maildir_is_read_by_command(mail_server: Bilten, tmp_path: Path) -> None:
    for name in ("new", "cur", "tmp"):
        (tmp_path / "Maildir" / name).mkdir(parents=True)
    (tmp_path / "Maildir" / "new" / "1.far").write_bytes(BOUNCE)
    assert mail_server("bounces", "read", "--maildir", tmp_path / "Maildir", "--json").data == {
        "read": 1,
        "new": 1,
    }
    assert mail_server("bounces", "read", "--maildir", tmp_path / "Maildir", "--json").data == {
        "read": 0,
        "new": 0,
    }
    assert mail_server("bounces", "read", "--maildir", tmp_path / "nowhere").code == 78


@pytest.mark.parametrize("before", [(), ("--debug",)])
@pytest.mark.parametrize(
    ("arguments", "by_hand"),
    [
        (("--nope",), 2),
        (("extra",), 2),
        (("--recipient",), 2),
        (("--maildir=/nowhere",), 78),
        (("--maildir", "/nowhere"), 78),
        (("--maildir=/nowhere", "--nope"), 2),
        (("--imap", "--nope"), 2),
    ],
)
def test_a_pipe_is_asked_to_try_again_and_a_person_hears_what_was_wrong(
    mail_server: Bilten,
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[str, ...],
    arguments: tuple[str, ...],
    by_hand: int,
) -> None:
    names_mailbox = any(argument.startswith(("--maildir", "--imap")) for argument in arguments)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BOUNCE)))
    assert mail_server(*before, "bounces", "read", *arguments).code == (by_hand if names_mailbox else 75)
    terminal = io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]  # the one thing that is asked of it
    monkeypatch.setattr("sys.stdin", terminal)
    assert mail_server(*before, "bounces", "read", *arguments).code == by_hand


@pytest.mark.parametrize("arguments", [(), ("--debug",)])
def test_interrupted_it_ends_without_a_traceback_and_a_pipe_tries_again(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.main.main", interrupted)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for command, code in (
        (("bounces", "read"), 75),
        (("bounces", "read", "--imap"), 130),
        (("news", "list"), 130),
    ):
        monkeypatch.setattr("sys.argv", ["bilten", *arguments, *command])
        with pytest.raises(SystemExit) as ended:
            entry.main()
        assert ended.value.code == code


def test_without_an_imap_mailbox_there_is_none_to_read(mail_server: Bilten) -> None:
    assert mail_server("bounces", "read", "--imap").code == 78


@pytest.mark.slow
def test_killed_at_any_moment_it_has_kept_the_email_or_has_not_said_so(
    mail_server: Bilten, tmp_path: Path
) -> None:
    """A process that is really killed: what it did not acknowledge comes again, and then counts once."""
    (tmp_path / ".env").rename(tmp_path / "env")
    settings = dict(line.split("=", 1) for line in (tmp_path / "env").read_text().splitlines())
    environment = os.environ | settings | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", "from cli.entry import main; main()", "bounces", "read"]
    for delay in (0.3, 0.9, 1.5):
        raw = BOUNCE + f"X: {delay}\n".encode()
        with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=tmp_path, env=environment) as process:
            assert process.stdin is not None
            process.stdin.write(raw)
            process.stdin.close()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        if process.returncode == 0:
            assert raw in [body for _, body in kept(tmp_path)]
        done = subprocess.run(command, input=raw, cwd=tmp_path, env=environment, check=False, capture_output=True)
        assert done.returncode == 0, done.stderr
        assert [body for _, body in kept(tmp_path)].count(raw) == 1
