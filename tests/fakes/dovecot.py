"""A Dovecot of the test's own, on the loopback interface: one user, one Maildir, TLS with its own certificate."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "bounces", "the-mailbox-has-its-own"
_CONFIG = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = yes
default_internal_user = {owner}
default_login_user = {owner}
default_internal_group = {group}
mail_location = maildir:{folder}/mail
first_valid_uid = 1
last_valid_uid = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner} gid={group} home={folder}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls_port}
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


def can_start() -> bool:
    return shutil.which("dovecot") is not None and os.geteuid() == 0


@dataclass(frozen=True)
class Dovecot:
    folder: Path
    port: int
    """TLS from the first byte."""
    starttls_port: int

    @property
    def ca_file(self) -> Path:
        return self.folder / "cert.pem"

    def put(self, name: str, raw: bytes, *, into: str = "new") -> None:
        """As a mail server delivers."""
        path = self.folder / "mail" / "tmp" / name
        path.write_bytes(raw)
        shutil.chown(path, "mail", "mail")
        path.rename(self.folder / "mail" / into / name)

    def names(self, folder: str = "") -> list[str]:
        """Of the messages in a folder, with their flags."""
        place = self.folder / "mail" / folder
        return sorted(path.name for part in ("new", "cur") for path in (place / part).iterdir())

    def make_folder(self, name: str) -> None:
        folder = self.folder / "mail" / f".{name}"
        for path in (folder, folder / "new", folder / "cur", folder / "tmp"):
            path.mkdir()
            shutil.chown(path, "mail", "mail")


@contextmanager
def dovecot(certificate: bytes, key: bytes) -> Iterator[Dovecot]:
    """`certificate`, `key`: PEM, for localhost."""
    folder = Path(tempfile.mkdtemp(prefix="bilten-dovecot-"))
    folder.chmod(0o755)  # its processes run as another user
    server = Dovecot(folder, _free_port(), _free_port())
    (folder / "cert.pem").write_bytes(certificate)
    (folder / "key.pem").write_bytes(key)
    for name in ("mail", "mail/new", "mail/cur", "mail/tmp"):
        (folder / name).mkdir()
        shutil.chown(folder / name, "mail", "mail")
    config = folder / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            folder=folder, port=server.port, starttls_port=server.starttls_port, owner="mail", group="mail",
            password=PASSWORD,
        )
    )  # fmt: skip
    with subprocess.Popen(["dovecot", "-F", "-c", str(config)], stdout=subprocess.DEVNULL) as process:
        try:
            _until_it_answers(server, process)
            yield server
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder, ignore_errors=True)


def _until_it_answers(server: Dovecot, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1_000):
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.starttls_port), timeout=5) as line:
            if line.recv(4) == b"* OK":
                return
        if process.poll() is not None:
            break
        time.sleep(0.02)
    log = server.folder / "dovecot.log"
    raise RuntimeError(f"this Dovecot does not answer: {log.read_text() if log.exists() else process.returncode}")


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])
