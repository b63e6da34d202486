"""What digests need somebody for; and after a restore, what one may have sent already is left to staff."""

import pytest

from campaigns.digests.calendar_rule import CalendarRule
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.delete_draft import delete_draft
from campaigns.tables import AutomationMode
from subscribers.tables import MailingList
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.digests.test_on_publication import AT_ONCE, come_to_rest, made
from tests.digests.world import MONDAYS, campaigns, next_monday, publish, set_up, states

pytestmark = on_sqlite


def needs(world: World) -> list[tuple[str, str]]:
    with world.database.read() as session:
        every = needs_attention(session, now=world.clock.now())
    return [(item.code, item.advice or "") for item in every if "digest" in item.code or "held" in item.code]


def archive_list(world: World, *, is_archived: bool) -> None:
    with world.database.write() as session:
        session.get_one(MailingList, 1).archived_at = world.clock.now() if is_archived else None


def test_one_that_could_not_be_made_needs_somebody_until_the_next_one_is(world: World) -> None:
    set_up(world)
    publish(world, "one")
    archive_list(world, is_archived=True)
    next_monday(world)
    assert needs(world) == [("campaigns-need-digest-failed", "campaigns-do-digest-failed")]
    archive_list(world, is_archived=False)
    next_monday(world)
    assert needs(world) == []


def test_an_item_that_could_not_go_out_by_itself_is_for_a_person(world: World) -> None:
    set_up(world, rule=AT_ONCE)
    publish(world, "one")
    archive_list(world, is_archived=True)
    come_to_rest(world)
    assert needs(world) == [("campaigns-need-digest-failed", "campaigns-do-publication-failed")]


def test_what_was_drafted_and_not_sent_needs_somebody_while_it_is_a_draft(world: World) -> None:
    world.configure(approvals_required=2)
    set_up(world, mode=AutomationMode.SEND)
    publish(world, "one")
    next_monday(world)
    assert ("campaigns-need-held-draft", "campaigns-do-release") in needs(world)
    with world.database.write() as session:
        delete_draft(session, campaigns(world)[0].id, actor=world.boris, now=world.clock.now())
    assert needs(world) == []


@pytest.mark.parametrize("rule", [MONDAYS, AT_ONCE], ids=["mondays", "on publication"])
@pytest.mark.parametrize("is_known", [True, False], ids=["saved before the backup", "saved after it"])
def test_what_went_out_after_the_backup_goes_out_once(world: World, rule: CalendarRule, is_known: bool) -> None:
    world.add_readers(["nada"])
    set_up(world, mode=AutomationMode.SEND, rule=rule)
    backup = StoredBackup(world)
    if is_known:
        publish(world, "one")
    backup.back_up()
    if not is_known:
        publish(world, "one")
    pass_time(world, rule)
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.provider.received == {"nada@example.org": 1}
    backup.put_back()
    adopted(world)
    if not is_known:
        publish(world, "one")
    pass_time(world, rule)
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.provider.received == {"nada@example.org": 1}
    assert made(world)["one"] == ("held" if is_known else "skipped")
    publish(world, "two", ("en", "Quite another matter, of housing"))
    pass_time(world, rule)
    assert states(world)["two"] == "drafted"


def pass_time(world: World, rule: CalendarRule) -> None:
    if rule == MONDAYS:
        next_monday(world)
    else:
        come_to_rest(world)
