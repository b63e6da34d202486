"""`make prove`, its rows about restores: an older state is put back again and again, and everybody has one copy.

Each round is a database, a campaign and a far side of its own: a backup while the campaign is scheduled, in
mid-send, or before an automation has seen the publication; life goes on, readers unsubscribe, the process is
killed; the backup is restored by `bilten restore`, or put back by hand and adopted; and it starts again.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

from core.db import Database
from core.settings import load_settings
from delivery.providers import capabilities_of
from tests.embedded_postgres import PostgresServer
from tests.kill.places import Place, PostgresPlace, SqlitePlace, migrated
from tests.kill.processes import processes
from tests.kill.restoring import How, Moment, Outcome, Restoring
from tests.kill.stage import Stage, base_url, far_side

READERS = 200
TEMPLATE = "migrated"
MakePlace = Callable[[Path, int], Place]


@dataclass
class RestoreProof:
    name: str
    leaves_doubt: bool
    """Whether the provider cannot tell what became of the calls that were under way at the kill."""
    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        is_settled = self.leaves_doubt or not any(outcome.in_doubt for outcome in self.outcomes)
        proves = any(outcome.since for outcome in self.outcomes)
        return proves and is_settled and all(outcome.holds for outcome in self.outcomes)

    def row(self) -> list[str]:
        total = [
            sum(getattr(outcome, what) for outcome in self.outcomes)
            for what in ("since", "sent", "lost", "twice", "noes_lost", "noes_mailed", "woke_early", "in_doubt")
        ]
        return [self.name, *map(str, [len(self.outcomes), *total]), f"{self.seconds:.0f} s"]


def table(proofs: list[RestoreProof]) -> Table:
    heads = (
        "restores",
        "sent since",
        "sent",
        "lost",
        "twice",
        "noes lost",
        "noes mailed",
        "sent unasked",
        "in doubt left",
        "time",
    )
    made = Table("backup", *heads)
    for proof in proofs:
        made.add_row(*proof.row())
    return made


def prove_restores(
    rounds: int, *, provider: str, fast: int, server: PostgresServer | None
) -> Iterator[RestoreProof]:
    """`rounds` of each kind, on SQLite, or on the server."""
    can = capabilities_of(provider)
    with tempfile.TemporaryDirectory() as folder:
        make_place = _on_sqlite(Path(folder)) if server is None else _on_postgresql(server)
        for moment in Moment:
            for how in How:
                where = "SQLite" if server is None else "PostgreSQL"
                proof = RestoreProof(
                    f"{where}, {moment}, {how}, {provider}", leaves_doubt=not (can.idempotency or can.look_up)
                )
                began = time.monotonic()
                for number in range(rounds):
                    proof.outcomes.append(_round(make_place, number, moment, how, provider=provider, fast=fast))
                proof.seconds = time.monotonic() - began
                yield proof


def _round(make_place: MakePlace, number: int, moment: Moment, how: How, *, provider: str, fast: int) -> Outcome:
    chance = random.Random()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = make_place(folder, number)
        settings = load_settings(env_file=None, var_dir=folder / "var", state_dir=f"{folder}/state")
        database = Database(place.url)
        stage = Stage(database, settings, readers=READERS, provider=provider, fast=fast)
        with (
            far_side(chance, stage.clock) as far,
            processes(stage.order({provider: base_url(provider, far.url)}, settings.var_dir)) as lives,
        ):
            outcome = Restoring(stage, far, lives, place, folder / "backup.zip", chance).tell(moment, how)
        database.dispose()
        place.drop()
    return outcome


def _on_sqlite(folder: Path) -> MakePlace:
    template = folder / "migrated.sqlite3"
    migrated(f"sqlite:///{template}")
    return lambda own, _: SqlitePlace(own, template)


def _on_postgresql(server: PostgresServer) -> MakePlace:
    server.psql(f"CREATE DATABASE {TEMPLATE}")
    migrated(server.get_uri(TEMPLATE).replace("postgresql://", "postgresql+psycopg://"))
    return lambda _, number: PostgresPlace(server.psql, server.get_uri, f"restoring_{number}", TEMPLATE)
