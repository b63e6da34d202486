"""Promise 1 across restores: a backup, life goes on, a kill, an older state is put back; nobody gets it twice."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.db import Database
from core.settings import load_settings
from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
from tests.databases import empty
from tests.embedded_postgres import PostgresServer, get_server
from tests.kill.life import BATCH
from tests.kill.places import Place, PostgresPlace, SqlitePlace
from tests.kill.processes import processes
from tests.kill.restoring import How, Moment, Outcome, Restoring
from tests.kill.stage import Stage, far_side

READERS = 120
FAST = 40
IN_FLIGHT = 4 * BATCH
"""What one process can have under way at a moment."""


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        yield SqlitePlace(tmp_path, request.getfixturevalue("migrated_sqlite"))
        return
    database: Database = request.getfixturevalue("migrated_postgres")
    empty(database)
    database.dispose()
    server = _server(database)
    postgres_place = PostgresPlace(
        server.psql, server.get_uri, f"restoring_{database.url.database}", str(database.url.database)
    )
    yield postgres_place
    postgres_place.drop()


def _server(database: Database) -> PostgresServer:
    """The one that the tests share."""
    return get_server(Path(str(database.url.query["host"])), cleanup_mode=None)


def _tell(place: Place, tmp_path: Path, moment: Moment, how: How, *, to_the_end: bool = False) -> Outcome:
    chance = random.Random()
    settings = load_settings(env_file=None, var_dir=tmp_path / "var", state_dir=str(tmp_path / "state"))
    database = Database(place.url)
    stage = Stage(database, settings, readers=READERS, fast=FAST)
    # In order to the end means that nothing goes wrong on the far side, either.
    far_away = SimulatorThread(SimulatorConfig(), stage.clock) if to_the_end else far_side(chance, stage.clock)
    with far_away as far, processes(stage.order({"resend": far.url}, settings.var_dir)) as lives:
        restoring = Restoring(stage, far, lives, place, tmp_path / "backup.zip", chance)
        outcome = restoring.tell(moment, how, to_the_end=to_the_end)
    database.dispose()
    return outcome


@pytest.mark.parametrize(
    ("moment", "how"),
    [
        # `make prove` tells the other ones, too, and speaks to every provider.
        (Moment.SCHEDULED, How.COMMAND),
        (Moment.MID_SEND, How.HAND),
        (Moment.BEFORE_AUTOMATION, How.COMMAND),
    ],
)
def test_after_a_restore_nobody_gets_it_twice_and_nobody_is_forgotten_unseen(
    place: Place, tmp_path: Path, moment: Moment, how: How
) -> None:
    outcome = _tell(place, tmp_path, moment, how)
    assert outcome.since > 0, "nothing went out after the backup: the test proves nothing"
    assert outcome.holds, outcome
    assert outcome.in_doubt <= IN_FLIGHT, outcome


def test_of_what_the_journal_knows_nothing_is_in_doubt(place: Place, tmp_path: Path) -> None:
    """Backed up while it was scheduled, all gone out since: the journal says so of everybody."""
    outcome = _tell(place, tmp_path, Moment.SCHEDULED, How.COMMAND, to_the_end=True)
    assert outcome.since > READERS - 10
    assert outcome.holds, outcome
    assert outcome.in_doubt == 0
