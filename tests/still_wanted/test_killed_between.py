"""Killed between any two writes, each quiet reader is asked once, and taken off once who did not answer."""

from itertools import count

import pytest

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.still_wanted.run_still_wanted import run_still_wanted
from subscribers.queries import consent_of
from tests.campaigns.world import World
from tests.digests.test_killed_between import Killed, killed_at
from tests.still_wanted.world import YEAR, is_on_list, number_of, received, switch_on


def run_until_not_killed(world: World) -> int:
    """Before each write once, and each commit. How many kills it took."""
    for step in count(1):
        try:
            with killed_at(world, step):
                run_still_wanted(world.context)
        except Killed:
            continue
        return step - 1
    raise AssertionError("not reached")


@pytest.mark.parametrize("answer", ["lost", "known"])
def test_nobody_twice_and_nobody_forgotten_whenever_it_is_killed(world: World, answer: str) -> None:
    world.add_readers(["nada", "omar"])
    switch_on(world, days=30)
    world.clock.advance(days=YEAR)
    assert run_until_not_killed(world) > 1, "the kills are between the steps"
    if answer == "lost":
        world.provider.faults = ["lose the answer"]
    for _ in range(20):
        send_opt_in_mails(world.context)
        run_still_wanted(world.context)
        world.clock.advance(minutes=7)
    assert received(world) == {"nada": 1, "omar": 1}
    world.clock.advance(days=31)
    assert run_until_not_killed(world) > 2
    assert [is_on_list(world, name) for name in ("nada", "omar")] == [False, False]
    with world.database.read() as session:
        steps = [consent_of(session, number_of(session, name)) for name in ("nada", "omar")]
    assert [len(each) for each in steps] == [1, 1], "each left once"
