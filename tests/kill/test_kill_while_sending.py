"""Promise 1: nobody is mailed twice, nobody is forgotten, whatever is killed at whatever moment.

The engine runs in a process of its own, over real HTTP to the simulator, and is killed with SIGKILL again and
again at random moments, while the far side loses answers, cuts connections and refuses calls. Then it is let be,
and the simulator is asked what every address really received.
"""

import random
import time
from pathlib import Path

from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from tests.kill.patience import until
from tests.kill.processes import processes
from tests.kill.stage import Stage, far_side

READERS = 300
KILLS = 25
LONGEST_LIFE = 0.35


def test_killed_at_random_moments_everybody_gets_exactly_one(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    chance = random.Random()
    stage = Stage(database, settings, readers=READERS)
    stage.begin_campaign()
    with far_side(chance) as far, processes(stage.order({"resend": far.url}, tmp_path / "var")) as lives:
        kills = 0
        for _ in range(KILLS):
            life = lives.begin("embedded")
            time.sleep(chance.uniform(0, LONGEST_LIFE))
            kills += not stage.is_over()
            assert life.kill()
        last = lives.begin("embedded")
        until(stage.is_over)
        assert last.end() == 0
        account = stage.account(far)
    assert kills > 0, "nothing was under way when processes were killed: the test proves nothing"
    assert account.is_proof, account
    assert stage.world.delivery_states(1) == {DeliveryStatus.ACCEPTED}
