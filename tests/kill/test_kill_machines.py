"""Promise 1 on many machines: three workers, a leader and a standby, killed and cut off while they send."""

import random
import time
from pathlib import Path

import pytest

from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from tests.kill.patience import until
from tests.kill.processes import processes
from tests.kill.stage import Stage, far_side
from tests.kill.trouble import Trouble, machines

READERS = 300
TROUBLES = 12
LONGEST_PEACE = 0.5


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_with_machines_killed_and_cut_off_everybody_gets_exactly_one(
    database: Database, database_url: str, settings: Settings, tmp_path: Path
) -> None:
    chance = random.Random()
    stage = Stage(database, settings, readers=READERS)
    with (
        far_side(chance) as far,
        processes(stage.order({"resend": far.url}, tmp_path / "var")) as lives,
        machines(lives, database_url, workers=3, schedulers=2) as all_machines,
    ):
        trouble = Trouble(all_machines, chance)
        hits = 0
        for _ in range(TROUBLES):
            stage.keep_busy()
            time.sleep(chance.uniform(0, LONGEST_PEACE))
            hits += not stage.is_over()
            trouble.happen()
        until(stage.is_over)
        assert trouble.end() == [0] * 5
        account = stage.account(far)
    assert hits > 0, "nothing was under way when trouble came: the test proves nothing"
    assert account.is_proof, account
    states = {state for number in range(stage.campaigns) for state in stage.world.delivery_states(number + 1)}
    assert states == {DeliveryStatus.ACCEPTED}
