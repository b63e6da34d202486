"""After a restore nobody is asked twice, and nobody is taken off a list whose answer the backup does not have."""

from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World
from tests.still_wanted.world import YEAR, answer_yes, days_pass, is_on_list, received, switch_on, work


def test_who_was_asked_since_is_not_asked_again_and_who_answered_since_stays(world: World) -> None:
    world.add_readers(["nada", "omar"])
    switch_on(world, days=30, a_day=1)
    world.clock.advance(days=YEAR)
    work(world)
    backup = StoredBackup(world)
    backup.back_up()
    answer_yes(world, "nada")
    days_pass(world, 2)
    assert received(world) == {"nada": 1, "omar": 1}
    backup.put_back()
    report = adopted(world)
    assert report.replay is not None
    assert report.replay.silenced == ["Bilten"], "staff are told that it is off"
    days_pass(world, 2)
    switch_on(world, days=30)
    days_pass(world, 40)
    assert received(world) == {"nada": 1, "omar": 1}
    assert is_on_list(world, "nada"), "she said yes, of which nothing is known any more"
    assert is_on_list(world, "omar")
