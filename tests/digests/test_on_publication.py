"""Each publication goes out by itself, as soon as there is nothing more to come of it: once, and no archive."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from campaigns.digest_tables import Digest, FiringOutcome, Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.publication import call_for_next
from campaigns.digests.run_digests import run_digests
from campaigns.digests.set_up_digest import change_digest
from campaigns.news_filter import NewsFilter
from campaigns.review.delete_draft import delete_draft
from campaigns.sending.cancel import cancel
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationMode, CampaignKind
from kinds.registry import NewsKind
from news.tables import NewsItem
from subscribers.tables import MailingList
from tests.campaigns.world import World
from tests.digests.test_killed_between import MADE, STATUS, Killed, killed_at
from tests.digests.world import REQUEST, campaigns, outcomes, publish, reasons, set_up, states

AT_ONCE = CalendarRule(Pattern.ON_PUBLICATION, (), date(2026, 1, 1), time(8), "Europe/Ljubljana")


def on_publication(world: World, **changes: Any) -> int:
    return set_up(world, name="Website", rule=AT_ONCE, **changes)


def made(world: World) -> dict[str, str]:
    """What became of each, without what every world has."""
    return {slug: state for slug, state in states(world).items() if slug != "shipwreck"}


def come_to_rest(world: World) -> None:
    world.clock.advance(minutes=3)
    run_digests(world.context)


def test_each_item_makes_a_campaign_of_its_own_when_it_has_come_to_rest(world: World) -> None:
    """What was there before is an archive's, and its design is that of its kind."""
    publish(world, "old")
    on_publication(world)
    publish(world, "one", ("en", "600 people are missing"), ("sl", "Pogrešanih je 600 ljudi"))
    run_digests(world.context)
    assert campaigns(world) == [], "another language may follow"
    come_to_rest(world)
    publish(world, "two", kind=NewsKind.PUBLICATION)
    for _ in range(3):
        come_to_rest(world)
    assert [campaign.kind for campaign in campaigns(world)] == [CampaignKind.STATEMENT, CampaignKind.PUBLICATION]
    assert campaigns(world)[0].name.startswith("600 people are missing")
    assert [outcome for _, outcome, _ in outcomes(world)] == [FiringOutcome.DRAFTED] * 2
    assert made(world) == {"old": "irrelevant", "one": "drafted", "two": "drafted"}


def test_approvers_are_asked_or_it_goes_out_after_a_moment_to_take_it_back(world: World) -> None:
    world.add_readers(["nada"])
    set_up(world, name="asks", rule=AT_ONCE, mode=AutomationMode.ASK)
    set_up(world, name="sends", rule=AT_ONCE, mode=AutomationMode.SEND)
    publish(world, "one")
    come_to_rest(world)
    asked, sent = campaigns(world)
    assert (asked.status, sent.status) == (CampaignStatus.IN_REVIEW, CampaignStatus.SCHEDULED)
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.provider.received == {"nada@example.org": 1}


def test_only_what_its_filter_takes_goes_out(world: World) -> None:
    on_publication(world, chosen=NewsFilter(kinds=["statement"], phrases=["border"]))
    publish(world, "one", ("en", "At the border"))
    publish(world, "two", ("en", "In the city"))
    publish(world, "three", ("en", "Border report"), kind=NewsKind.PUBLICATION)
    come_to_rest(world)
    assert [campaign.name.split(",")[0] for campaign in campaigns(world)] == ["At the border"]


def test_another_filter_is_no_reason_to_send_what_there_is(world: World) -> None:
    name = "Website"
    on_publication(world, chosen=NewsFilter(kinds=["event"]))
    publish(world, "one")
    with world.database.write() as session:
        wanted = REQUEST.__class__(name, AT_ONCE, AutomationMode.DRAFT, ["bulletin"], "main")
        change_digest(session, name, wanted, actor=world.boris, settings=world.settings, now=world.clock.now())
    publish(world, "two")
    come_to_rest(world)
    assert made(world) == {"one": "irrelevant", "two": "drafted"}


def test_more_at_once_than_it_sends_are_all_held(world: World) -> None:
    """Also where they are published a few minutes apart."""
    on_publication(world, mode=AutomationMode.SEND, most_at_once=2)
    publish(world, "one")
    come_to_rest(world)
    publish(world, "two")
    publish(world, "three")
    come_to_rest(world)
    assert [outcome for _, outcome, _ in outcomes(world)] == [
        FiringOutcome.SCHEDULED,
        FiringOutcome.HELD,
        FiringOutcome.HELD,
    ]
    assert reasons(world) == ["campaigns-held-too-many"] * 2
    world.clock.advance(minutes=20)
    publish(world, "four")
    come_to_rest(world)
    assert outcomes(world)[-1][1] is FiringOutcome.SCHEDULED


def test_what_a_check_refuses_is_held_with_the_reason(world: World) -> None:
    world.add_readers(["nada"], language="sl")
    with world.database.write() as session:
        session.get_one(MailingList, 1).required_languages = ["sl"]
    on_publication(world, mode=AutomationMode.SEND)
    publish(world, "one")
    come_to_rest(world)
    assert [campaign.status for campaign in campaigns(world)] == [CampaignStatus.DRAFT]
    assert (reasons(world), states(world)["one"]) == (["campaigns-check-failed"], "held")


def test_what_cannot_be_made_is_left_to_staff_and_not_tried_for_ever(world: World) -> None:
    on_publication(world)
    publish(world, "one")
    with world.database.write() as session:
        session.get_one(MailingList, 1).archived_at = world.clock.now()
    come_to_rest(world)
    come_to_rest(world)
    assert [outcome for _, outcome, _ in outcomes(world)] == [FiringOutcome.FAILED]
    assert states(world)["one"] == "errored"
    with world.database.write() as session:
        session.get_one(MailingList, 1).archived_at = None
    publish(world, "two")
    come_to_rest(world)
    assert made(world) == {"one": "errored", "two": "drafted"}


@pytest.mark.parametrize("how", [cancel, delete_draft])
def test_what_somebody_stopped_is_not_made_again(world: World, how: Callable[..., object]) -> None:
    on_publication(world)
    publish(world, "one")
    come_to_rest(world)
    with world.database.write() as session:
        how(session, campaigns(world)[0].id, actor=world.boris, now=world.clock.now())
    come_to_rest(world)
    assert states(world)["one"] == "skipped"
    assert len(outcomes(world)) == 1


def test_the_night_moves_it_and_drops_nothing(world: World) -> None:
    """At eleven in the evening it is published; at seven it is made."""
    on_publication(world)
    world.clock.moment = world.clock.now().replace(hour=22, minute=0)
    publish(world, "one")
    come_to_rest(world)
    assert campaigns(world) == []
    world.clock.advance(hours=8)
    run_digests(world.context)
    assert len(campaigns(world)) == 1


def test_what_is_taken_back_while_it_is_at_hand_keeps_nothing_else(world: World) -> None:
    """A run was killed when it had called for the first one; that one is withdrawn meanwhile."""
    number = on_publication(world)
    first = publish(world, "one")
    publish(world, "two")
    world.clock.advance(minutes=3)
    called = call_for_next(world.database, number, settings=world.settings, now=world.clock.now())
    assert called is not None
    assert called.next_local == f"item-{first}"
    with world.database.write() as session:
        session.get_one(NewsItem, first).withdrawn_at = world.clock.now()
    run_digests(world.context)
    assert made(world) == {"one": "skipped", "two": "drafted"}


@pytest.mark.parametrize("mode", list(AutomationMode))
def test_one_campaign_of_each_item_whenever_it_is_killed(world: World, mode: AutomationMode) -> None:
    world.add_readers(["nada"])
    on_publication(world, mode=mode)
    publish(world, "one")
    publish(world, "two")
    world.clock.advance(minutes=3)
    for step in range(1, 200):
        try:
            with killed_at(world, step):
                run_digests(world.context)
            break
        except Killed:
            continue
    for _ in range(2):
        run_digests(world.context)
    assert [(outcome, items) for _, outcome, items in outcomes(world)] == [(MADE[mode], 1)] * 2
    assert [campaign.status for campaign in campaigns(world)] == [STATUS[mode]] * 2
    assert set(made(world).values()) == {"drafted"}


def test_an_hour_without_news_costs_one_question(world: World) -> None:
    """It is asked every few seconds: nothing is read of news, and nothing is written."""
    number = on_publication(world)
    publish(world, "one")
    come_to_rest(world)
    world.clock.advance(hours=1)
    run_digests(world.context)
    with world.database.read() as session:
        before = session.get_one(Digest, number).looked_at
    world.clock.advance(minutes=5)
    run_digests(world.context)
    with world.database.read() as session:
        assert session.get_one(Digest, number).looked_at == before
