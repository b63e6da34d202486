"""A Postfix of the test's own, on the loopback interface, whose replies a policy server of the test's own decides.

with postfix() as server:
    server.begin(policy)
    ...send to 127.0.0.1, server.port...
    assert server.sent() == Counter({"ana@example.org": 1})

Starting and stopping one takes seconds, so a test begins anew with one that is there.

It takes mail from this machine only, and whatever it takes ends in its discard(8) transport: nothing leaves. With
a `next_hop`, mail to example.org goes on to that port of this machine, and what bounces comes to `BOUNCE_ADDRESS`.
"""

import os
import pwd
import re
import shutil
import socket
import socketserver
import subprocess
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

Policy = Callable[[Mapping[str, str]], str]
"""An SMTPD policy request (https://www.postfix.org/SMTPD_POLICY_README.html) → its action, as in access(5)."""

BOUNCE_ADDRESS = "bounces@bounces.example"
_SENT = re.compile(r" to=<([^>]+)>.* status=sent")
_SERVICES = """\
{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
smtp unix - - n - - smtp
virtual unix - n n - - virtual
retry unix - - n - - error
"""


def can_start() -> bool:
    return shutil.which("postfix") is not None and os.geteuid() == 0


class _PolicyServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    policy: Policy


class _Asked(socketserver.StreamRequestHandler):
    server: _PolicyServer

    def handle(self) -> None:
        asked: dict[str, str] = {}
        for line in self.rfile:
            name, is_pair, value = line.decode().rstrip("\n").partition("=")
            if is_pair:
                asked[name] = value
                continue
            with suppress(OSError):
                self.wfile.write(f"action={self.server.policy(asked)}\n\n".encode())
            asked = {}


@dataclass
class Postfix:
    port: int
    folder: Path
    _policy_server: _PolicyServer
    _begins_at: int = 0
    """Of its log: the place, in bytes, where what this test had sent begins."""

    @property
    def maildir(self) -> Path:
        """Where bounces come to."""
        return self.folder / "bounces" / "Maildir"

    @property
    def deferred(self) -> list[Path]:
        """What it could not deliver, and tries again."""
        return [file for file in (self.folder / "queue" / "deferred").rglob("*") if file.is_file()]

    def try_again(self) -> None:
        """Now, and not in some minutes."""
        _run("postqueue", self.folder, "-f")

    def waits_for(self, comes_true: Callable[[], bool]) -> None:
        _until(comes_true)

    def has_settled(self) -> None:
        """Returns when its queue is empty: what bounces has come back."""
        self._log_so_far()

    def begin(self, policy: Policy) -> None:
        """From now on this one is asked, at RCPT and at the end of each message (`protocol_state`), and what was
        sent before is not counted."""
        self._policy_server.policy = policy
        self._begins_at = len(self._log_so_far())

    def sent(self) -> Counter[str]:
        """Whom its queue manager has delivered to, and how often, once its queue is empty."""
        return Counter(_SENT.findall(self._log_so_far()[self._begins_at :].decode()))

    def _log_so_far(self) -> bytes:
        """Of all that it has taken. A mark of our own goes the way of its own lines, and comes after them."""
        _until(lambda: not any(self._waiting()))
        mark = uuid.uuid4().hex
        _run("postlog", self.folder, mark)
        log = self.folder / "mail.log"
        _until(lambda: mark.encode() in log.read_bytes())
        return log.read_bytes()

    def _waiting(self) -> Iterator[Path]:
        for name in ("maildrop", "incoming", "active", "deferred"):
            yield from (file for file in (self.folder / "queue" / name).rglob("*") if file.is_file())


@contextmanager
def postfix(
    *, next_hop: int | None = None, main: Mapping[str, str] | None = None, services: str = ""
) -> Iterator[Postfix]:
    """Refuses nobody until a test has begun. `next_hop`: the port of the server that takes mail to example.org.
    `main` and `services`: more of main.cf and master.cf."""
    folder = Path(tempfile.mkdtemp(prefix="bilten-postfix-"))
    folder.chmod(0o755)  # its daemons run as another user
    with _PolicyServer(("127.0.0.1", 0), _Asked) as policy_server:
        policy_server.policy = lambda _: "DUNNO"
        thread = threading.Thread(target=policy_server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            server = Postfix(_free_port(), folder, policy_server)
            more = {**(_onwards(server, next_hop) if next_hop else {}), **(main or {})}
            _configure(server, policy_server.server_address[1], more, services)
            _run("postfix", folder, "start")
            try:
                _until(lambda: _answers(server.port))
                yield server
            finally:
                _run("postfix", folder, "stop")
        finally:
            policy_server.shutdown()
            thread.join()
            shutil.rmtree(folder, ignore_errors=True)


def _onwards(server: Postfix, next_hop: int) -> dict[str, str]:
    """Into the Maildir of one user, whose name ends at a plus sign (https://www.postfix.org/VIRTUAL_README.html)."""
    for path in (server.maildir.parent, server.maildir):
        path.mkdir()
        shutil.chown(path, "postfix")
    local_part, _, domain = BOUNCE_ADDRESS.partition("@")
    owner = server.maildir.owner()
    return {
        "transport_maps": f"inline:{{ {{ example.org = smtp:[127.0.0.1]:{next_hop} }} }}",
        "virtual_transport": "virtual",
        "virtual_mailbox_domains": domain,
        "virtual_mailbox_base": str(server.maildir.parent),
        "virtual_mailbox_maps": f"inline:{{ {{ {local_part}@{domain} = Maildir/ }} }}",
        "virtual_uid_maps": f"static:{pwd.getpwnam(owner).pw_uid}",
        "virtual_gid_maps": f"static:{pwd.getpwnam(owner).pw_gid}",
        "virtual_minimum_uid": "1",
        "recipient_delimiter": "+",
    }


def _configure(server: Postfix, policy_port: int, more: Mapping[str, str], services: str) -> None:
    config, ask = server.folder / "etc", f"check_policy_service inet:127.0.0.1:{policy_port}"
    for name in ("etc", "queue", "data"):
        (server.folder / name).mkdir()
    shutil.chown(server.folder / "data", "postfix")
    main = {
        "compatibility_level": "3.6",
        "queue_directory": str(server.folder / "queue"),
        "data_directory": str(server.folder / "data"),
        "maillog_file": str(server.folder / "mail.log"),
        "maillog_file_prefixes": str(server.folder),
        "multi_instance_name": f"postfix-{server.folder.name}",
        "inet_interfaces": "127.0.0.1",
        "inet_protocols": "ipv4",
        "myhostname": "far-side.invalid",
        "mydestination": "",
        "mynetworks": "127.0.0.0/8",
        "alias_maps": "",
        "local_recipient_maps": "",
        "default_transport": "discard:",
        "local_transport": "discard:",
        "relay_transport": "discard:",
        "smtpd_relay_restrictions": "permit_mynetworks, reject",
        "smtpd_recipient_restrictions": f"{ask}, permit_mynetworks, reject",
        "smtpd_end_of_data_restrictions": ask,
        "smtpd_error_sleep_time": "0",
        "smtpd_soft_error_limit": "1000",
        "smtpd_hard_error_limit": "1000",
        **more,
    }
    (config / "main.cf").write_text("".join(f"{name} = {value}\n" for name, value in main.items()))
    (config / "master.cf").write_text(_SERVICES.format(port=f"127.0.0.1:{server.port}") + services)


def _run(program: str, folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        [program, "-c", str(folder / "etc"), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{program} {arguments}: {done.stderr or done.stdout}")


def _until(comes_true: Callable[[], bool]) -> None:
    for _ in range(3000):
        if comes_true():
            return
        time.sleep(0.02)
    raise RuntimeError("this Postfix does not answer")


def _answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        return line.recv(3) == b"220"
    return False


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])
