"""After a restore nobody gets an email of a series twice, nobody but new readers gets it, and off stays off."""

import pytest

from campaigns.status import CampaignStatus, PauseReason
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.welcome.world import approved, days_pass, got, running, say_yes, set_up, switch, work


@pytest.mark.parametrize("is_off", [False, True])
def test_what_went_out_since_the_backup_is_known(world: World, is_off: bool) -> None:
    """Her yes is in the backup, her email is not; nor that staff turned the series off."""
    series_id, (first,) = running(world, 0)
    world.clock.advance(seconds=60)
    say_yes(world, "nada")
    backup = StoredBackup(world)
    backup.back_up()
    work(world)
    if is_off:
        switch(world, series_id, on=False)
        work(world)
    backup.put_back()
    adopted(world)
    say_yes(world, "omar")
    days_pass(world, 2)
    received = {"nada@example.org": 1} | ({} if is_off else {"omar@example.org": 1})
    assert dict(world.provider.received) == received
    if is_off:
        assert world.campaign(first).pause_reason is PauseReason.RESTORED


@on_sqlite
def test_a_series_that_began_since_the_backup_goes_to_nobody_who_was_there_before(world: World) -> None:
    world.add_readers(["early"])
    series_id, (first,) = set_up(world, 0)
    approved(world, first)
    backup = StoredBackup(world)
    backup.back_up()
    switch(world, series_id, on=True)
    world.clock.advance(seconds=60)
    say_yes(world, "nada")
    work(world)
    backup.put_back()
    adopted(world)
    world.run(rounds=5)
    days_pass(world)
    assert dict(world.provider.received) == {"nada@example.org": 1}
    assert world.status(first) is not CampaignStatus.APPROVED, "that it has begun is known"
    assert "early" not in got(world)
