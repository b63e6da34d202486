"""Whatever is killed while people are imported, taken off again or erased: each is written once, a no holds."""

import random
from pathlib import Path

from core.db import Database
from core.settings import Settings
from tests.kill.importing import FAST, kill_while_importing
from tests.kill.stage import Stage

ROWS = 300
KILLS = 3


def test_killed_at_random_moments_a_file_is_written_once_and_undone_exactly_and_nobody_erased_comes_back(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    stage = Stage(database, settings, readers=0, fast=FAST)
    account = kill_while_importing(stage, random.Random(), rows=ROWS, kills=KILLS, var_dir=tmp_path / "var")
    assert account.kills > 0, "nothing was under way when processes were killed: the test proves nothing"
    assert account.is_proof, account.faults
