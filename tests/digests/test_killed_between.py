"""Killed between any two statements of it, a digest is made once, with every item, when it is tried again."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event

from campaigns.digest_tables import Digest, FiringOutcome
from campaigns.digests.run_digests import run_digests
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationMode
from tests.campaigns.world import World
from tests.digests.world import campaigns, outcomes, publish, set_up, states


class Killed(BaseException):
    """No handler of the program takes it for one of its own."""


WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def killed_at(world: World, number: int) -> Iterator[None]:
    """Before its write of that number, or before the commit that is next."""
    done = [0]

    def step(*_: Any) -> None:
        done[0] += 1
        if done[0] == number:
            raise Killed

    def statement(_: Any, __: Any, sql: str, *___: Any) -> None:
        if sql.lstrip().startswith(WRITES):
            step()

    engine = world.database.engine
    event.listen(engine, "before_cursor_execute", statement)
    event.listen(engine, "commit", step)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", statement)
        event.remove(engine, "commit", step)


@pytest.mark.parametrize("mode", list(AutomationMode))
def test_one_campaign_with_every_item_whenever_it_is_killed(world: World, mode: AutomationMode) -> None:
    world.add_readers(["nada"])
    number = set_up(world, mode=mode)
    publish(world, "one")
    publish(world, "two")
    with world.database.read() as session:
        due = session.get_one(Digest, number).next_at
    assert due is not None
    world.clock.advance(seconds=(due - world.clock.now()).total_seconds())
    kills = 0
    for step in count(1):
        try:
            with killed_at(world, step):
                run_digests(world.context)
            break
        except Killed:
            kills += 1
        if not campaigns(world):
            assert (states(world)["one"], states(world)["two"]) == ("queued", "queued")
    assert kills > 10, "the kills are between the steps"
    for _ in range(2):
        run_digests(world.context)
    assert [(outcome, items) for _, outcome, items in outcomes(world)] == [(MADE[mode], 2)]
    assert [campaign.status for campaign in campaigns(world)] == [STATUS[mode]]
    assert (states(world)["one"], states(world)["two"]) == ("drafted", "drafted")


MADE = {
    AutomationMode.DRAFT: FiringOutcome.DRAFTED,
    AutomationMode.ASK: FiringOutcome.ASKED,
    AutomationMode.SEND: FiringOutcome.SCHEDULED,
}
STATUS = {
    AutomationMode.DRAFT: CampaignStatus.DRAFT,
    AutomationMode.ASK: CampaignStatus.IN_REVIEW,
    AutomationMode.SEND: CampaignStatus.SCHEDULED,
}
