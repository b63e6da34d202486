"""Killed between any two writes of it, the job begins each email once, and gives each new reader one delivery."""

from itertools import count

from campaigns.status import CampaignStatus
from campaigns.welcome.run_welcome import run_welcome
from tests.campaigns.world import World
from tests.digests.test_killed_between import Killed, killed_at
from tests.welcome.world import approved, got, say_yes, set_up, switch, work


def run_until_not_killed(world: World) -> int:
    """Before each write once, and each commit."""
    for step in count(1):
        try:
            with killed_at(world, step):
                run_welcome(world.context)
        except Killed:
            continue
        return step - 1
    raise AssertionError("not reached")


def test_each_once_whenever_it_is_killed(world: World) -> None:
    series_id, (first,) = set_up(world, 0)
    switch(world, series_id, on=True)
    approved(world, first)
    assert run_until_not_killed(world) > 3, "the kills are between the steps"
    assert world.status(first) is CampaignStatus.SENDING
    say_yes(world, "nada", "omar")
    assert run_until_not_killed(world) > 1
    for _ in range(2):
        work(world)
    assert got(world) == {"nada": [first], "omar": [first]}
    assert set(world.provider.received.values()) == {1}
