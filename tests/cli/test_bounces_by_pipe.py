"""`bilten bounces read` as a real Postfix runs it: by its pipe(8) transport, and by an alias. The lines are those
of docs/operating.md."""

import pwd
import re
import shutil
import smtplib
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from core.signing import Signer
from delivery.message.bounce_token import BounceToken, envelope_sender
from tests.cli.conftest import SECRET, settings_file
from tests.delivery import bounce_mails as b
from tests.equipment import skip_without, why_without
from tests.fakes.postfix import Postfix, can_start, postfix
from tests.kill.patience import PATIENCE

pytestmark = [
    pytest.mark.skipif(not can_start(), reason=why_without("Postfix")),
    pytest.mark.slow,
]

ROOT = Path(__file__).parents[2]
DOCUMENTED = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
HOME = "/srv/bilten"
"""Where docs/operating.md has Bilten, which is its user's own."""
USER = "nobody"
DOMAIN = "bounces.example"
ALLOWED = ("--provider", "smtp", "--from-name", "Bilten", "--from-address", "bulletin@example.org")


NUMBERS = count(1)


def new_address() -> str:
    """Of one more email."""
    return envelope_sender(
        Signer(SECRET),
        BounceToken(2, delivery_id=next(NUMBERS)),
        bounce_address=f"bounces@{DOMAIN}",
        delimiter="+",
    )


def bounce_to(address: str) -> bytes:
    return b.dsn(b.ReturnedMail(address), b.block("failed", "5.1.1"))


def python_for_others() -> str:
    """One that another user may run; a Python below /root is nobody else's."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for name in (sys.executable, shutil.which(version, path="/usr/local/bin:/usr/bin:/bin")):
        if name is None:
            continue
        try:
            done = subprocess.run(
                [name, "-c", "import sys; print(*sys.version_info[:2])"], user=USER,
                group=pwd.getpwnam(USER).pw_gid, extra_groups=[], cwd="/", check=False, capture_output=True,
            )  # fmt: skip
        except OSError:
            continue
        if done.stdout.split() == [str(part).encode() for part in sys.version_info[:2]]:
            return name
    skip_without("a Python for other users")


@dataclass(frozen=True)
class Place:
    """Bilten in a folder of its own user's."""

    folder: Path

    def bilten(self, *arguments: str, stdin: str = "") -> None:
        done = subprocess.run(
            [self.folder / ".venv" / "bin" / "bilten", *arguments],
            user=USER, group=pwd.getpwnam(USER).pw_gid, extra_groups=[], cwd=self.folder, input=stdin.encode(),
            env={"PATH": "/usr/bin:/bin"}, check=False, capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()

    def kept(self, *addresses: str) -> list[bytes]:
        """What has come to one of them."""
        with sqlite3.connect(self.folder / "bilten.sqlite3") as connection:
            bodies = [row[0] for row in connection.execute("SELECT body FROM webhook_receipt ORDER BY id")]
        return [body for body in bodies if any(address.encode() in body for address in addresses)]

    def documented(self, first: str) -> str:
        """The indented lines of the documentation from the one that begins so, for this folder and user."""
        match = re.search(rf"^ +({re.escape(first)}.*(?:\n +\S.*)*)", DOCUMENTED, re.MULTILINE)
        assert match is not None, first
        lines = re.sub(r"\n +(?=\S)", "\n  ", match[1])
        return (
            lines.replace(HOME, str(self.folder))
            .replace("user=bilten", f"user={USER}")
            .replace("example.org", DOMAIN)
        )


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    python = python_for_others()
    folder = Path(tempfile.mkdtemp(prefix="bilten-pipe-"))
    try:
        folder.chmod(0o755)
        script = folder / ".venv" / "bin" / "bilten"
        script.parent.mkdir(parents=True)
        paths = [str(ROOT), sysconfig.get_path("purelib")]
        script.write_text(
            f"#!{python}\nimport sys\n\nsys.dont_write_bytecode = True\nsys.path[:0] = {paths!r}\n"
            "from cli.entry import main\n\nmain()\n"
        )
        script.chmod(0o755)
        settings_file(folder)
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, USER, pwd.getpwnam(USER).pw_gid)
        made = Place(folder)
        made.bilten("init")
        made.bilten(
            "user", "add", "admin@example.org", "--name", "Ada", "--role", "admin", "--password-stdin",
            stdin="correct horse battery staple\n",
        )  # fmt: skip
        made.bilten("senders", "add", "own", *ALLOWED)
        made.bilten("senders", "bounces", "own", "--address", f"bounces@{DOMAIN}", "--as", "admin@example.org")
        yield made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module", params=["pipe", "alias"])
def server(request: pytest.FixtureRequest, place: Place) -> Iterator[Postfix]:
    main = {"recipient_delimiter": "+"}
    services = ""
    if request.param == "pipe":
        services = place.documented("bilten-bounces unix") + "\n"
        limit = place.documented("bilten-bounces_destination_recipient_limit")
        name, _, value = limit.splitlines()[0].partition(" = ")
        key, _, transport = place.documented(f"bounces@{'example.org'} bilten-bounces").partition(" ")
        main |= {
            name: value,
            "virtual_mailbox_domains": DOMAIN,
            "transport_maps": f"inline:{{ {{ {key} = {transport.splitlines()[0]} }} }}",
        }
    else:
        aliases = place.folder / "aliases"
        aliases.write_text(place.documented("bounces: ").splitlines()[0] + "\n")
        shutil.chown(aliases, USER, pwd.getpwnam(USER).pw_gid)
        subprocess.run(["postalias", f"hash:{aliases}"], check=True, capture_output=True)
        services = "local unix - n n - - local\n"
        main |= {"alias_maps": f"hash:{aliases}", "mydestination": DOMAIN, "local_transport": "local:"}
    with postfix(main=main, services=services) as running:
        yield running


def send(server: Postfix, raw: bytes, recipients: Sequence[str]) -> None:
    with smtplib.SMTP("127.0.0.1", server.port, timeout=PATIENCE) as session:
        session.sendmail("", list(recipients), raw)


def test_what_comes_to_the_bounce_address_is_kept(place: Place, server: Postfix) -> None:
    first, second = new_address(), new_address()
    # A server that rewrites the header: only the envelope says which email it is.
    anonymous = b.plain(b.ReturnedMail("somebody@example.org"), "hello")
    send(server, bounce_to(first), [first])
    send(server, anonymous, [first, second])
    server.has_settled()
    kept = place.kept(first, second)
    assert len(kept) == 3
    # In whatever order the server has delivered them.
    (failed,) = [body for body in kept if b"Action: failed" in body]
    assert first.encode() in failed
    assert sorted(
        address for address in (first, second) for body in kept if body is not failed and address.encode() in body
    ) == sorted([first, second])
    assert server.deferred == []
    assert (place.folder / "bilten.sqlite3").owner() == USER


@pytest.mark.parametrize("trouble", ["no database", "no settings", "no program"])
def test_what_cannot_be_kept_waits_in_the_servers_queue(place: Place, server: Postfix, trouble: str) -> None:
    """Nothing is given up, whatever fails: the email would be lost, for a bounce is not bounced again."""
    path = {
        "no database": place.folder / "bilten.sqlite3",
        "no settings": place.folder / ".env",
        "no program": place.folder / ".venv" / "bin" / "bilten",
    }[trouble]
    path.rename(path.with_suffix(".away"))
    if trouble == "no settings":
        path.write_text("BILTEN_SECRET_KEY=\n")  # as root has it, and Bilten's user may not read it
        path.chmod(0o600)
    address = new_address()
    send(server, bounce_to(address), [address])
    server.waits_for(lambda: len(server.deferred) == 1)
    path.with_suffix(".away").rename(path)  # in place of what is there
    assert place.kept(address) == []
    server.try_again()
    server.has_settled()
    assert len(place.kept(address)) == 1
