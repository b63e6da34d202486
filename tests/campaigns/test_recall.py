"""A campaign that should not have gone out as it did: stopped at once, and those who got it are written to."""

import pytest

from campaigns.block_content import RichText
from campaigns.editorial.blocks import blocks_of, save_texts
from campaigns.editorial.content_changes import contributors
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.editorial.follow_up_segments import follow_up_segments, segments_to_choose
from campaigns.editorial.manage_segment import SegmentDetails, add_segment
from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.queries import variants_of
from campaigns.review.check import check
from campaigns.sending.cancel import cancel
from campaigns.sending.follow_up import draft_follow_up
from campaigns.sending.recall import recall, take_notice_away
from campaigns.sending.reopen import let_it_send
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.db import Database
from core.errors import Conflict, NotAllowed
from core.settings import Settings
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText
from staff.principal import Principal
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """Two batches' worth of readers, and one more who comes later."""
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers([f"reader{number}" for number in range(15)])
    return world


def take_back(
    world: World, campaign_id: int, kind: NoticeKind = NoticeKind.RECALL, by: Principal | None = None
) -> None:
    with world.database.write() as session:
        recall(session, campaign_id, kind, actor=by or world.boris, now=world.clock.now())


def follow_up(world: World, campaign_id: int) -> Campaign:
    with world.database.write() as session:
        return draft_follow_up(session, campaign_id, actor=world.ana, now=world.clock.now())


def write(world: World, campaign_id: int) -> None:
    """Into the empty block that a follow-up begins with."""
    with world.database.write() as session:
        (block,) = blocks_of(session, campaign_id)
        texts = {code: RichText(body_html=f"<p>It was not right ({code}).</p>") for code in ("en", "sl")}
        save_texts(session, block.id, texts)


def test_what_is_left_of_it_stops_and_exactly_those_who_got_it_are_written_to(world: World) -> None:
    first = world.launched()
    send_next_batch(world.context, first)
    got = set(world.provider.received)
    assert len(got) == 10
    take_back(world, first)
    world.run(rounds=5)
    assert world.status(first) is CampaignStatus.CANCELLED
    assert set(world.provider.received) == got
    world.add_readers(["later"])
    second = follow_up(world, first)
    write(world, second.id)
    world.submit(second.id)
    world.approve(second.id)
    world.send_now(second.id)
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.status(second.id) is CampaignStatus.SENT
    assert {address for address, count in world.provider.received.items() if count == 2} == got
    assert set(world.provider.received) == got


def test_its_draft_says_what_it_is_about_in_each_language_and_there_is_one(world: World) -> None:
    first = world.launched(languages=("en", "sl"))
    world.run(rounds=5)
    take_back(world, first, NoticeKind.CORRECTION)
    assert world.status(first) is CampaignStatus.SENT, "there was nothing left to stop"
    second = follow_up(world, first)
    assert follow_up(world, first).id == second.id
    with world.database.read() as session:
        before = {variant.language: variant.subject for variant in variants_of(session, first)}
        after = {variant.language: variant.subject for variant in variants_of(session, second.id)}
    assert after == {"en": f"Correction: {before['en']}", "sl": f"Popravek: {before['sl']}"}
    assert (second.status, second.kind) == (CampaignStatus.DRAFT, CampaignKind.BULLETIN)


def test_the_segment_of_a_follow_up_stands_apart_unless_it_is_chosen(world: World) -> None:
    first = world.launched()
    world.run(rounds=5)
    take_back(world, first)
    with world.database.write() as session:
        by_hand = SegmentDetails("By hand", "language = sl")
        kept = add_segment(session, by_hand, actor=world.ana, now=world.clock.now()).id
    second = follow_up(world, first)
    with world.database.read() as session:
        (segment,) = session.get_one(Campaign, second.id).audience.segments
        assert [row.id for row in follow_up_segments(session)] == [segment.id]
        assert [row.id for row in segments_to_choose(session)] == [kept]
        assert {row.id for row in segments_to_choose(session, chosen=[segment.id])} == {kept, segment.id}


@on_sqlite
def test_the_correction_among_the_news_is_in_it(world: World) -> None:
    first = world.launched()
    world.run(rounds=5)
    now = world.clock.now()
    with world.database.write() as session:
        item = NewsItem(
            slug="the-number", kind=NewsKind.CORRECTION, published_on=now.date(), created_at=now, updated_at=now
        )
        session.add(item)
        session.flush()
        details = {"corrects": "shipwreck", "correct": "601 people."}
        session.add(
            NewsText(item_id=item.id, language="en", title="The number", summary="Of people.", details=details)
        )
    take_back(world, first, NoticeKind.CORRECTION)
    second = follow_up(world, first)
    assert (second.kind, second.name.split(",")[0]) == (CampaignKind.CORRECTION, "The number")


@on_sqlite
def test_only_what_went_out_is_recalled_by_whoever_may_cancel_and_written_about_after_that(world: World) -> None:
    waiting = world.scheduled()
    with pytest.raises(Conflict):
        take_back(world, waiting)
    first = world.launched()
    with pytest.raises(NotAllowed):
        take_back(world, first, by=world.ana)
    with pytest.raises(Conflict):
        follow_up(world, first)
    assert world.status(first) is CampaignStatus.SENDING


@on_sqlite
def test_another_word_changes_the_notice_and_it_can_be_taken_away(world: World) -> None:
    first = world.launched()
    take_back(world, first)
    second = follow_up(world, first)
    take_back(world, first, NoticeKind.CORRECTION)
    with world.database.write() as session:
        notice = session.get_one(CampaignNotice, first)
        assert (notice.kind, notice.follow_up_id) == (NoticeKind.CORRECTION, second.id)
        take_notice_away(session, first, actor=world.boris, now=world.clock.now())
    with world.database.read() as session:
        assert session.get(CampaignNotice, first) is None
    assert world.status(first) is CampaignStatus.CANCELLED, "what was stopped stays so"


@on_sqlite
def test_a_notice_that_is_added_again_leads_to_the_draft_that_is_there(world: World) -> None:
    first = world.launched()
    take_back(world, first)
    second = follow_up(world, first)
    with world.database.write() as session:
        take_notice_away(session, first, actor=world.boris, now=world.clock.now())
    take_back(world, first, NoticeKind.CORRECTION)
    with world.database.read() as session:
        assert session.get_one(CampaignNotice, first).follow_up_id == second.id
    assert follow_up(world, first).id == second.id
    with world.database.write() as session:
        cancel(session, second.id, actor=world.boris, now=world.clock.now())
    assert follow_up(world, first).id != second.id


def subjects_of(world: World, campaign_id: int) -> dict[str, str]:
    with world.database.read() as session:
        return {variant.language: variant.subject for variant in variants_of(session, campaign_id)}


def outdated(world: World, campaign_id: int) -> list[str]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding.language for finding in findings if finding.code == "campaigns-follow-up-other-notice"]


@on_sqlite
def test_the_subject_follows_the_notice_until_a_person_writes_another_and_then_the_check_asks(
    world: World,
) -> None:
    first = world.launched(languages=("en", "sl"))
    take_back(world, first)
    second = follow_up(world, first).id
    write(world, second)
    take_back(world, first, NoticeKind.CORRECTION)
    of_first = subjects_of(world, first)
    made = {"en": f"Correction: {of_first['en']}", "sl": f"Popravek: {of_first['sl']}"}
    assert subjects_of(world, second) == made
    assert world.campaign(second).name.startswith("Correction: ")
    assert outdated(world, second) == []
    with world.database.read() as session:
        assert world.boris.name not in contributors(session, session.get_one(Campaign, second))

    world.clock.advance(minutes=10)
    written = {"en": "We were wrong", "sl": f"{made['sl']}, popolnoma"}
    for language, subject in written.items():
        with world.database.write() as session:
            edit = VariantEdit({"subject": subject})
            edit_variant(session, second, language, edit, actor=world.ana, now=world.clock.now())
    assert outdated(world, second) == []
    world.clock.advance(minutes=10)
    take_back(world, first, NoticeKind.RECALL)
    assert subjects_of(world, second) == written
    assert outdated(world, second) == ["en", "sl"]
    world.clock.advance(minutes=10)
    with world.database.write() as session:
        edit = VariantEdit({"subject": "We take this back"})
        edit_variant(session, second, "en", edit, actor=world.ana, now=world.clock.now())
    assert outdated(world, second) == ["sl"], "it still has the words of a correction"
    take_back(world, first, NoticeKind.CORRECTION)
    assert "sl" not in outdated(world, second)


@on_sqlite
def test_of_what_was_recalled_nothing_is_sent_again(world: World) -> None:
    first = world.launched()
    world.run(rounds=5)
    take_back(world, first)
    with world.database.write() as session, pytest.raises(Conflict):
        let_it_send(session, first, now=world.clock.now())
