"""Segments in a campaign: whom it reaches, what is approved of them, and what changing one does."""

import pytest
from sqlmodel import Session, select

from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.content_changes import contributors
from campaigns.editorial.contributions import Matter
from campaigns.editorial.duplicate import duplicate
from campaigns.editorial.manage_list import ListDetails, change_list, is_deletable
from campaigns.editorial.manage_segment import (
    SegmentDetails,
    add_segment,
    change_segment,
    remove_segment,
    segment_uses,
)
from campaigns.editorial.manage_topic import remove_topic
from campaigns.editorial.stale_edit import StaleEdit
from campaigns.sending.launch import launch, launch_due_campaigns
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import BiltenError, Conflict, InputRefused
from staff.principal import OPERATOR, Principal
from staff.tables import AuditEntry
from subscribers.audience import ChosenSegment
from subscribers.lists import create_list
from subscribers.segment_tables import Segment
from subscribers.segments import segment_by_name
from subscribers.tables import MailingList
from subscribers.topics import create_topic, offer_topic
from tests.campaigns.test_audience_of_lists import BULLETIN, reports
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite

__all__ = ["reports"]


def segment(world: World, name: str, condition: str, by: Principal | None = None) -> int:
    with world.database.write() as session:
        details = SegmentDetails(name, condition)
        return add_segment(session, details, actor=by or world.ana, now=world.clock.now()).id


def change(
    world: World, segment_id: int, condition: str, *, by: Principal | None = None, **seen: str
) -> list[int]:
    with world.database.write() as session:
        details = SegmentDetails(session.get_one(Segment, segment_id).name, condition, **seen)
        changed = change_segment(session, segment_id, details, actor=by or world.cilka, now=world.clock.now())
        return [campaign.id for campaign in changed]


def numbers(session: Session, *names: str) -> list[int]:
    return [segment_by_name(session, name).id for name in names]


def narrow(world: World, campaign_id: int, *segments: str, without: tuple[str, ...] = ()) -> None:
    with world.database.write() as session:
        choice = AudienceChoice(
            ["bulletin"], segments=numbers(session, *segments), excluded_segments=numbers(session, *without)
        )
        choose_audience(session, campaign_id, choice, actor=world.ana, now=world.clock.now())


def narrowed(world: World, *segments: str, without: tuple[str, ...] = ()) -> int:
    """Scheduled, and due."""
    campaign_id = world.draft()
    narrow(world, campaign_id, *segments, without=without)
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    return campaign_id


def received(world: World) -> set[str]:
    names = {address.partition("@")[0] for address in world.provider.received}
    world.provider.received.clear()
    return names


def test_a_campaign_reaches_who_is_in_a_segment_and_next_time_the_others(world: World) -> None:
    world.add_readers(["rosa", "sava"], language="sl")
    world.add_readers(["tina"])
    segment(world, "Slovenian", "language = sl")
    first = narrowed(world, "Slovenian")
    world.run()
    assert received(world) == {"rosa", "sava"}
    segment(world, "Got it", f"got campaign {first}")
    second = narrowed(world, without=("Got it",))
    world.run()
    assert received(world) == {"tina"}
    assert {world.status(number) for number in (first, second)} == {CampaignStatus.SENT}


def test_the_policy_is_asked_again_and_the_segment_is_not(world: World) -> None:
    """Deliveries are rows: whoever was in it at the launch gets it, if they may still be mailed."""
    world.add_readers(["rosa", "tina"], language="sl")
    number = segment(world, "Slovenian", "language = sl")
    campaign_id = narrowed(world, "Slovenian")
    launch_due_campaigns(world.context)
    assert change(world, number, "language = fa") == []
    world.run()
    assert received(world) == {"rosa", "tina"}
    assert world.status(campaign_id) is CampaignStatus.SENT


@pytest.mark.parametrize("status", [CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED, CampaignStatus.SCHEDULED])
def test_another_condition_makes_a_draft_of_what_was_submitted_with_it(
    world: World, status: CampaignStatus
) -> None:
    number = segment(world, "Slovenian", "language = sl")
    campaign_id = world.draft()
    narrow(world, campaign_id, "Slovenian")
    world.submit(campaign_id)
    if status is not CampaignStatus.IN_REVIEW:
        world.approve(campaign_id)
    if status is CampaignStatus.SCHEDULED:
        world.send_now(campaign_id)
    assert world.status(campaign_id) is status
    untouched = world.scheduled()
    assert change(world, number, "language in (sl, en)") == [campaign_id]
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.content_hash, campaign.scheduled_at) == (CampaignStatus.DRAFT, None, None)
    assert campaign.audience.segments == (ChosenSegment(number, "language in (en, sl)"),)
    assert world.status(untouched) is CampaignStatus.SCHEDULED
    with world.database.read() as session:
        actions = [
            row.action for row in session.exec(select(AuditEntry).where(AuditEntry.actor == world.cilka.name))
        ]
        hands = contributors(session, session.get_one(Campaign, campaign_id))
    assert actions == ["campaign.segment_changed", "segment.changed"]
    assert hands[world.cilka.name] == {Matter.AUDIENCE}, "who changed the segment has changed the content"
    world.submit(campaign_id)
    with pytest.raises(BiltenError, match="campaigns-approver-contributed"):
        world.approve(campaign_id, by=world.cilka)
    world.approve(campaign_id)


@on_sqlite
def test_a_name_is_not_part_of_what_was_approved(world: World) -> None:
    number = segment(world, "Slovenian", "language = sl")
    campaign_id = narrowed(world, "Slovenian")
    with world.database.write() as session:
        details = SegmentDetails("Slovene", " language  = sl")
        assert change_segment(session, number, details, actor=world.ana, now=NOON) == []
    assert world.status(campaign_id) is CampaignStatus.SCHEDULED


def test_a_segment_that_changed_behind_bilten_holds_the_campaign_back(world: World) -> None:
    world.add_readers(["rosa"], language="sl")
    number = segment(world, "Slovenian", "language = sl")
    campaign_id = narrowed(world, "Slovenian")
    with world.database.write() as session:
        session.get_one(Segment, number).condition = "language = en"
    world.run()
    assert world.status(campaign_id) is CampaignStatus.PAUSED
    assert received(world) == set()


@on_sqlite
def test_a_condition_does_not_change_while_a_campaign_with_it_is_prepared(world: World) -> None:
    number = segment(world, "Slovenian", "language = sl")
    campaign_id = narrowed(world, "Slovenian")
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).status = CampaignStatus.PREPARING
    with pytest.raises(Conflict, match="campaigns-segment-under-way"):
        change(world, number, "language = en")
    with world.database.write() as session:
        launch(session, campaign_id, now=NOON)
    assert world.campaign(campaign_id).pause_reason == "audience_empty"


@on_sqlite
def test_a_copy_goes_to_the_same_segments(world: World) -> None:
    number = segment(world, "Slovenian", "language = sl")
    campaign_id = world.draft()
    narrow(world, campaign_id, without=("Slovenian",))
    with world.database.write() as session:
        copy = duplicate(session, campaign_id, name="Again", actor=world.ana, now=NOON).campaign
        assert copy.audience.excluded_segments == (ChosenSegment(number, "language = sl"),)
        assert [use.name for use in segment_uses(session, number)] == ["Again", world.campaign(campaign_id).name]
    narrow(world, campaign_id)
    assert world.campaign(campaign_id).audience.is_one_list


@on_sqlite
def test_what_a_campaign_uses_is_not_deleted_and_what_nothing_uses_is(world: World) -> None:
    used, unused = segment(world, "Used", "language = sl"), segment(world, "Unused", "language = en")
    narrow(world, world.draft(), "Used")
    with world.database.write() as session, pytest.raises(Conflict, match="campaigns-segment-has-campaign"):
        remove_segment(session, used, actor=world.ana, now=NOON)
    with world.database.write() as session:
        remove_segment(session, unused, actor=world.ana, now=NOON)
        assert [row.name for row in session.exec(select(Segment))] == ["Used"]


@on_sqlite
def test_a_name_is_given_once_and_an_old_form_does_not_overwrite(world: World) -> None:
    number = segment(world, "Slovenian", "language = sl")
    with pytest.raises(Conflict, match="subscribers-segment-exists"):
        segment(world, " Slovenian ", "language = en")
    for name in ("", "a" * 81, "a\u202eb"):
        with pytest.raises(InputRefused, match="subscribers-segment-name-refused"):
            segment(world, name, "language = en")
    other = segment(world, "English", "language = en")
    with world.database.write() as session, pytest.raises(Conflict, match="subscribers-segment-exists"):
        change_segment(session, other, SegmentDetails("Slovenian", "language = en"), actor=world.ana, now=NOON)
    with pytest.raises(StaleEdit):
        change(world, number, "language = ar", seen="what stood in an old tab")
    assert change(world, number, "language = sl", seen="what stood in an old tab") == [], (
        "no change is no conflict"
    )


@on_sqlite
def test_a_condition_names_what_there_is(world: World) -> None:
    draft = world.draft()
    with world.database.write() as session:
        create_topic(session, slug="nowhere", name="Nowhere", names={}, now=NOON)
    for condition, code in (
        ("list = nowhere", "subscribers-list-unknown"),
        (f"got campaign {draft}", "campaigns-segment-campaign-not-sent"),
        ("got campaign 999", "campaigns-segment-campaign-not-sent"),
        ("list", "subscribers-segment-unfinished"),
        ("topic = nothing", "subscribers-topic-unknown"),
        ("topic = nowhere", "campaigns-segment-topic-not-asked"),
    ):
        with pytest.raises(BiltenError, match=code):
            segment(world, "Some", condition)
    segment(world, "Some", "not list = bulletin")
    with world.database.read() as session:
        assert not is_deletable(session, session.get_one(MailingList, BULLETIN))


@on_sqlite
def test_a_segment_that_tells_of_a_protected_list_stays_inside_it(world: World, reports: int) -> None:
    to_reports = world.draft()
    with world.database.write() as session:
        choose_audience(session, to_reports, AudienceChoice(["reports"]), actor=world.ana, now=NOON)
        witnesses = create_list(session, slug="witnesses", name="Priče", now=NOON, is_protected=True)
        assert witnesses.is_protected
    world.submit(to_reports)
    world.approve(to_reports)
    world.send_now(to_reports)
    world.clock.advance(seconds=60)
    world.run()
    on_it = segment(world, "On it", "list = witnesses")
    got_it = segment(world, "Got it", f"language = sl and not got campaign {to_reports}")
    with world.database.write() as session, pytest.raises(Conflict, match="campaigns-list-has-segment"):
        change_list(session, "reports", ListDetails(is_protected=True), actor=OPERATOR, now=NOON)
    with world.database.write() as session:
        session.get_one(MailingList, reports).is_protected = True
    with pytest.raises(InputRefused, match="campaigns-segment-two-protected"):
        segment(world, "Both", f"list = witnesses or got campaign {to_reports}")
    draft = world.draft()
    for choice in (
        AudienceChoice(["bulletin"], segments=[on_it]),
        AudienceChoice(["bulletin"], excluded_segments=[on_it]),
        AudienceChoice(["bulletin"], segments=[got_it]),
        AudienceChoice(["reports"], excluded_segments=[on_it]),
    ):
        with world.database.write() as session, pytest.raises(InputRefused, match="campaigns-segment-protected"):
            choose_audience(session, draft, choice, actor=world.ana, now=NOON)
    with world.database.write() as session:
        choice = AudienceChoice(["witnesses"], segments=[on_it])
        choose_audience(session, draft, choice, actor=world.ana, now=NOON)


@on_sqlite
def test_a_topic_that_only_readers_of_a_protected_list_choose_about_tells_of_it(world: World) -> None:
    with world.database.write() as session:
        protected = create_list(session, slug="witnesses", name="Priče", now=NOON, is_protected=True).id
        topic = create_topic(session, slug="shelter", name="Shelter", names={}, now=NOON).id
        offer_topic(session, topic, [BULLETIN, protected])
    asks_it = segment(world, "Not for them", "not topic = shelter")
    narrow(world, draft := world.draft(), "Not for them")
    with world.database.write() as session, pytest.raises(Conflict, match="campaigns-list-has-segment"):
        change_list(session, "bulletin", ListDetails(is_protected=True), actor=OPERATOR, now=NOON)
    with world.database.write() as session, pytest.raises(Conflict, match="campaigns-topic-has-segment"):
        remove_topic(session, "shelter", actor=OPERATOR, now=NOON)
    with world.database.write() as session:
        offer_topic(session, topic, [protected])
    for choice in (
        AudienceChoice(["bulletin"], segments=[asks_it]),
        AudienceChoice(["bulletin"], excluded_segments=[asks_it]),
    ):
        with world.database.write() as session, pytest.raises(InputRefused, match="campaigns-segment-protected"):
            choose_audience(session, draft, choice, actor=world.ana, now=NOON)


@on_sqlite
def test_a_segment_is_chosen_or_left_out_and_not_both(world: World) -> None:
    number = segment(world, "Slovenian", "language = sl")
    draft = world.draft()
    for within, out, code in (
        ([number], [number], "campaigns-audience-segment-in-and-out"),
        ([number + 1], [], "subscribers-segment-gone"),
    ):
        choice = AudienceChoice(["bulletin"], segments=within, excluded_segments=out)
        with world.database.write() as session, pytest.raises(BiltenError, match=code):
            choose_audience(session, draft, choice, actor=world.ana, now=NOON)
