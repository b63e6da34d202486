"""The lives of processes end as they are told to, whenever that is."""

from pathlib import Path

from core.db import Database
from core.settings import Settings
from tests.kill.processes import processes
from tests.kill.stage import Stage

LIVES = 5


def test_a_life_that_is_told_to_end_before_it_has_begun_to_work_ends_in_order(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    stage = Stage(database, settings, readers=0)
    with processes(stage.order({}, tmp_path / "var")) as lives:
        assert [lives.begin("people").end() for _ in range(LIVES)] == [0] * LIVES
