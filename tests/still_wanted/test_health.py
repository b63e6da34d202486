"""`bilten doctor` says where quiet readers are to be asked and are not."""

from types import SimpleNamespace
from typing import Any

from delivery.senders.breaker import pause_sender
from scheduler.health.installation import check_still_wanted
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.still_wanted.world import YEAR, days_pass, switch_on


def codes(world: World) -> list[str]:
    context: Any = SimpleNamespace(database=world.database, settings=world.settings, clock=world.clock)
    return [check.code.removeprefix("scheduler-health-still-wanted") for check in check_still_wanted(context)]


@on_sqlite
def test_it_says_that_it_is_on_that_emails_wait_and_that_nobody_sends_them(world: World) -> None:
    world.add_readers(["nada"])
    assert codes(world) == [], "nothing where it is off"
    switch_on(world)
    assert codes(world) == [""]
    with world.database.write() as session:
        pause_sender(session, 1, reason="down", detail="")
    world.clock.advance(days=YEAR)
    days_pass(world, 3)
    assert codes(world) == ["-stuck"]
    world.configure(sign_up_sender="gone")
    assert codes(world) == ["-no-sender"]
