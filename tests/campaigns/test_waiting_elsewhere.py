"""The same news in two campaigns that nobody has got yet: whoever sends both mails some readers twice."""

import pytest
from sqlmodel import col, select

from campaigns.audience_lists import AudienceList
from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.manage_segment import SegmentDetails, add_segment
from campaigns.review import waiting_elsewhere
from campaigns.review.check import check
from campaigns.sending.cancel import cancel
from campaigns.tables import Campaign
from subscribers.audience_sample import SampleRange
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from templates.check import Finding
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite


def repeats(world: World, campaign_id: int) -> list[Finding]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding for finding in findings if finding.code == "campaigns-repeats-waiting"]


def move_to_other_list(world: World, campaign_id: int, *, is_protected: bool = False) -> None:
    """On which the first list's first reader is, too."""
    with world.database.write() as session:
        session.add(MailingList(slug="members", name="Members", is_protected=is_protected, created_at=NOON))
        session.flush()
        first = session.exec(select(Subscriber.id).order_by(col(Subscriber.id))).all()[0]
        status = SubscriptionStatus.CONFIRMED
        session.add(Subscription(subscriber_id=first, list_id=2, status=status, changed_at=NOON))
        session.get_one(Campaign, campaign_id).audience_lists = [AudienceList(list_id=2, position=0)]


def narrow(world: World, campaign_id: int, condition: str) -> None:
    now = world.clock.now()
    with world.database.write() as session:
        segment = add_segment(session, SegmentDetails(condition, condition), actor=world.ana, now=now)
        choice = AudienceChoice(["bulletin"], topics=(), segments=[segment.id])
        choose_audience(session, campaign_id, choice, actor=world.ana, now=now)


def test_both_say_so_until_one_of_them_has_gone_out(world: World) -> None:
    world.add_readers(["rosa"])
    first, second = world.draft(), world.draft()
    (of_first,), (of_second,) = repeats(world, first), repeats(world, second)
    assert (of_first.campaign, of_second.campaign) == (second, first)
    assert (of_second.item, of_second.params["state"]) == ("600 people are missing", "draft")
    world.submit(first)
    world.approve(first)
    world.send_now(first)
    (scheduled,) = repeats(world, second)
    assert (scheduled.params["state"], scheduled.params["time"]) == ("scheduled", "2026-11-22T13:00")
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert repeats(world, second) == [], "what has gone out is another finding"


def test_readers_of_both_count_whatever_lists_they_are_on(world: World) -> None:
    world.add_readers(["rosa"])
    world.add_readers(["minka"], language="sl")
    first, second = world.draft(), world.draft()
    move_to_other_list(world, second)
    assert len(repeats(world, first)) == len(repeats(world, second)) == 1
    narrow(world, first, "language = sl")
    assert repeats(world, first) == repeats(world, second) == [], "Rosa alone is on both lists"


@on_sqlite
def test_of_very_many_only_a_share_is_asked_whether_anybody_is_in_both(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add_readers(["rosa", "miha", "zala"])
    first, second = world.draft(), world.draft()
    move_to_other_list(world, second)
    monkeypatch.setattr(waiting_elsewhere, "draw_share", lambda *_, size: SampleRange(2**16))
    assert len(repeats(world, first)) == 1, "everybody is asked of few"
    monkeypatch.setattr(waiting_elsewhere, "MANY", 0)
    assert repeats(world, first) == [], "the share has nobody"
    monkeypatch.setattr(waiting_elsewhere, "draw_share", lambda *_, size: None)
    assert len(repeats(world, first)) == 1, "the share is everybody"


@on_sqlite
def test_nothing_tells_by_it_who_is_on_a_protected_list(world: World) -> None:
    world.add_readers(["rosa"])
    first, second = world.draft(), world.draft()
    move_to_other_list(world, second, is_protected=True)
    assert repeats(world, first) == repeats(world, second) == []
    third = world.draft()
    with world.database.write() as session:
        session.get_one(Campaign, third).audience_lists = [AudienceList(list_id=2, position=0)]
    assert [finding.campaign for finding in repeats(world, third)] == [second]


@on_sqlite
def test_what_was_cancelled_says_nothing(world: World) -> None:
    world.add_readers(["rosa"])
    first, second = world.draft(), world.draft()
    with world.database.write() as session:
        cancel(session, second, actor=world.boris, now=world.clock.now())
    assert repeats(world, first) == []
