"""A digest is made of what has come since the last one, once for each of its days, and nothing is forgotten."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from campaigns.block_tables import CampaignBlock
from campaigns.digest_tables import Digest, FiringOutcome
from campaigns.digests.run_digests import run_digests
from campaigns.queries import variants_of
from campaigns.review.delete_draft import delete_draft
from campaigns.sending.cancel import cancel
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationMode, CampaignKind, Variant
from core.errors import NotAllowed
from kinds.registry import NewsKind
from news.tables import NewsItem
from staff.principal import OPERATOR
from subscribers.tables import MailingList
from tests.campaigns.world import World
from tests.digests.world import campaigns, next_monday, outcomes, publish, reasons, set_up, states


def items_in(world: World, campaign_id: int) -> list[str]:
    with world.database.read() as session:
        wanted = select(NewsItem.slug).join(CampaignBlock, col(CampaignBlock.item_id) == col(NewsItem.id))
        wanted = wanted.where(CampaignBlock.campaign_id == campaign_id)
        return list(session.exec(wanted.order_by(col(CampaignBlock.position))))


def variants(world: World, campaign_id: int) -> list[Variant]:
    with world.database.read() as session:
        return variants_of(session, campaign_id)


def test_what_has_come_since_goes_out_together_once(world: World) -> None:
    """What was there before is an archive's; nothing is in a second one."""
    set_up(world)
    publish(world, "one")
    publish(world, "two")
    next_monday(world)
    run_digests(world.context)
    (first,) = campaigns(world)
    assert (first.kind, first.status) == (CampaignKind.DIGEST, CampaignStatus.DRAFT)
    assert items_in(world, first.id) == ["two", "one"]
    publish(world, "three")
    next_monday(world)
    assert [items_in(world, campaign.id) for campaign in campaigns(world)] == [["two", "one"], ["three"]]
    assert [outcome for _, outcome, _ in outcomes(world)] == [FiringOutcome.DRAFTED, FiringOutcome.DRAFTED]


def test_an_empty_one_is_skipped_and_says_so(world: World) -> None:
    set_up(world, least=2)
    publish(world, "one")
    next_monday(world)
    assert campaigns(world) == []
    assert [(outcome, count) for _, outcome, count in outcomes(world)] == [(FiringOutcome.EMPTY, 0)]
    assert reasons(world) == ["campaigns-digest-empty"]
    publish(world, "two")
    next_monday(world)
    assert items_in(world, campaigns(world)[0].id) == ["two", "one"], "what was too little waits"


def test_approvers_are_asked_or_it_is_sent(world: World) -> None:
    world.add_readers(["nada"])
    set_up(world, name="asks", mode=AutomationMode.ASK)
    set_up(world, name="sends", mode=AutomationMode.SEND)
    publish(world, "one")
    next_monday(world)
    asked, sent = campaigns(world)
    assert (asked.status, sent.status) == (CampaignStatus.IN_REVIEW, CampaignStatus.SCHEDULED)
    assert sent.scheduled_at is not None
    assert sent.scheduled_at > world.clock.now(), "there is a moment to take it back"
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.status(sent.id) is CampaignStatus.SENT
    assert world.provider.received == {"nada@example.org": 1}


def test_one_that_sends_needs_a_person_and_their_approvals(world: World) -> None:
    with pytest.raises(NotAllowed):
        set_up(world, mode=AutomationMode.SEND, actor=OPERATOR)
    world.configure(approvals_required=2)
    set_up(world, mode=AutomationMode.SEND)
    publish(world, "one")
    next_monday(world)
    assert [campaign.status for campaign in campaigns(world)] == [CampaignStatus.DRAFT]
    assert reasons(world) == ["campaigns-held-approvals"]
    assert states(world)["one"] == "held"


def test_what_a_check_refuses_is_held_with_the_reason(world: World) -> None:
    """The list demands Slovenian, and the item has none."""
    world.add_readers(["nada"], language="sl")
    with world.database.write() as session:
        session.get_one(MailingList, 1).required_languages = ["sl"]
    set_up(world, mode=AutomationMode.SEND)
    publish(world, "one")
    next_monday(world)
    assert [campaign.status for campaign in campaigns(world)] == [CampaignStatus.DRAFT]
    assert reasons(world) == ["campaigns-check-failed"]


@pytest.mark.parametrize("how", ["cancelled", "deleted"])
def test_what_a_given_up_digest_held_is_carried_over(world: World, how: str) -> None:
    set_up(world)
    publish(world, "one")
    next_monday(world)
    (first,) = campaigns(world)
    with world.database.write() as session:
        if how == "deleted":
            delete_draft(session, first.id, actor=world.boris, now=world.clock.now())
        else:
            cancel(session, first.id, actor=world.boris, now=world.clock.now())
    assert states(world)["one"] == "queued"
    publish(world, "two")
    next_monday(world)
    assert items_in(world, campaigns(world)[-1].id) == ["two", "one"]


def test_what_fails_is_said_and_carried_over(world: World) -> None:
    """Its list is archived."""
    set_up(world)
    publish(world, "one")
    with world.database.write() as session:
        session.get_one(MailingList, 1).archived_at = world.clock.now()
    next_monday(world)
    assert [outcome for _, outcome, _ in outcomes(world)] == [FiringOutcome.FAILED]
    assert states(world)["one"] == "errored"
    with world.database.write() as session:
        session.get_one(MailingList, 1).archived_at = None
    next_monday(world)
    assert items_in(world, campaigns(world)[0].id) == ["one"]


def test_a_machine_that_slept_makes_one_and_the_clock_may_step(world: World) -> None:
    set_up(world)
    publish(world, "one")
    world.clock.advance(days=25)
    for _ in range(3):
        run_digests(world.context)
    assert len(outcomes(world)) == 1
    publish(world, "two")
    world.clock.advance(seconds=-3600 * 24 * 9)
    for _ in range(80):
        run_digests(world.context)
        world.clock.advance(hours=4)
    names = [local for local, _, _ in outcomes(world)]
    assert len(names) == len(set(names)) == 3, names
    assert [items_in(world, campaign.id) for campaign in campaigns(world)] == [["one"], ["two"]]


def test_one_that_is_late_is_not_sent_by_itself(world: World) -> None:
    set_up(world, mode=AutomationMode.SEND)
    publish(world, "one")
    world.clock.advance(days=10)
    world.clock.advance(seconds=(12 - world.clock.now().hour) * 3600)
    run_digests(world.context)
    assert reasons(world) == ["campaigns-digest-late"]


def test_nothing_is_made_at_night(world: World) -> None:
    set_up(world)
    publish(world, "one")
    world.clock.advance(days=9)
    world.clock.advance(seconds=(1 - world.clock.now().hour) * 3600)
    run_digests(world.context)
    assert outcomes(world) == []
    world.clock.advance(seconds=8 * 3600)
    run_digests(world.context)
    assert len(outcomes(world)) == 1


def test_a_calendar_that_says_otherwise_by_now_is_followed(world: World) -> None:
    """The zone's own rules were changed since it was worked out."""
    number = set_up(world)
    with world.database.write() as session:
        digest = session.get_one(Digest, number)
        assert digest.next_at is not None
        right = digest.next_at
        digest.next_at = right + timedelta(hours=1)
    run_digests(world.context)
    with world.database.read() as session:
        assert session.get_one(Digest, number).next_at == right


def test_subjects_say_what_is_in_it_in_each_language(world: World) -> None:
    set_up(
        world,
        introductions={"sl": "Pozdravljeni!\n<b>Berite</b>"},
        subjects={"sl": "Ta teden: {titles}", "en": ""},
    )
    for number in range(4):
        publish(
            world, f"n{number}", ("en", f"Housing report number {number}"), ("sl", f"Poročilo številka {number}")
        )
    next_monday(world)
    english, slovenian = variants(world, campaigns(world)[0].id)
    assert english.subject == "Housing report number 3 · Housing report number 2 · 2 more"
    assert slovenian.subject == "Ta teden: Poročilo številka 3 · Poročilo številka 2 · še 2 novici"
    assert (english.intro_html, slovenian.intro_html) == (
        "",
        "<p>Pozdravljeni!</p><p>&lt;b&gt;Berite&lt;/b&gt;</p>",
    )


def test_order_lead_and_most(world: World) -> None:
    set_up(world, most=2, newest_first=False, lead_kind="event")
    publish(world, "one")
    publish(world, "two")
    publish(world, "meeting", kind=NewsKind.PUBLICATION)
    with world.database.write() as session:
        session.exec(select(Digest)).one().lead_kind = "publication"
    next_monday(world)
    assert items_in(world, campaigns(world)[0].id) == ["meeting", "one"]
    assert states(world)["two"] == "queued"
    next_monday(world)
    assert items_in(world, campaigns(world)[1].id) == ["two"]
