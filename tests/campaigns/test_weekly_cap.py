"""So many emails a week a person, and no more; a statement always goes out."""

import pytest
from sqlmodel import select

from campaigns.public_archive.tables import NoticeKind
from campaigns.reporting.audience_preview import preview_audience
from campaigns.reporting.reader_search import search_reader
from campaigns.reporting.report_sentence import report_sentence
from campaigns.review.check import check
from campaigns.sending.follow_up import draft_follow_up
from campaigns.sending.recall import recall
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.errors import Param
from subscribers.tables import Subscriber
from tests.campaigns.conftest import world
from tests.campaigns.test_recall import write
from tests.campaigns.world import World

__all__ = ["world"]


@pytest.fixture
def capped(world: World) -> World:
    world.configure(emails_a_week=2)
    world.add_readers(["nada", "omar"])
    return world


def send(world: World, kind: CampaignKind = CampaignKind.BULLETIN) -> int:
    """One more campaign to everybody, to its end."""
    number = world.draft()
    with world.database.write() as session:
        session.get_one(Campaign, number).kind = kind
    world.submit(number)
    world.approve(number)
    world.send_now(number)
    world.clock.advance(minutes=1)
    world.run(rounds=4)
    assert world.status(number) is CampaignStatus.SENT
    return number


def test_whoever_has_had_so_many_is_left_out_with_the_reason_and_gets_others_a_week_later(capped: World) -> None:
    first, second, third = (send(capped) for _ in range(3))
    assert capped.provider.received == {"nada@example.org": 2, "omar@example.org": 2}
    assert [dict(capped.report(number).skipped) for number in (first, second, third)] == [
        {}, {}, {"weekly_cap": 2},
    ]  # fmt: skip
    with capped.database.read() as session:
        nada = session.exec(select(Subscriber.address_hash).where(Subscriber.address == "nada@example.org")).one()
        answers = search_reader(session, nada, viewer=capped.boris, now=capped.clock.now()).answers
    assert answers[0].reason_key == "campaigns-skipped-weekly_cap", "to whoever asks why she did not get it"
    capped.clock.advance(days=6)
    capped.add_readers(["petra"])
    send(capped)
    assert capped.provider.received == {"nada@example.org": 2, "omar@example.org": 2, "petra@example.org": 1}
    capped.clock.advance(days=1)
    send(capped)
    assert capped.provider.received == {"nada@example.org": 3, "omar@example.org": 3, "petra@example.org": 2}


def test_before_it_goes_out_it_is_said_how_many_it_would_leave_out_and_afterwards_why(capped: World) -> None:
    for _ in range(2):
        assert capped_in_check(capped, send(capped)) == []
    capped.add_readers(["petra"])
    number = capped.draft()
    assert capped_in_check(capped, number) == [], "a statement"
    with capped.database.write() as session:
        session.get_one(Campaign, number).kind = CampaignKind.BULLETIN
    assert capped_in_check(capped, number) == [{"count": 2, "most": 2}]
    now, settings = capped.clock.now(), capped.context.settings
    with capped.database.read() as session:
        campaign = session.get_one(Campaign, number)
        preview = preview_audience(
            session, campaign, campaign.audience, viewer=capped.boris, settings=settings, now=now
        )
    assert (preview.reach.total, preview.over_the_cap) == (3, 2)
    parts = {part.code: part.count for part in report_sentence(capped.report(send(capped)))}
    assert parts["campaigns-sentence-capped"] == 2
    assert "campaigns-sentence-skipped" not in parts


def capped_in_check(world: World, number: int) -> list[dict[str, Param]]:
    with world.database.read() as session:
        findings = check(session, number, settings=world.context.settings, now=world.clock.now())
    return [finding.params for finding in findings if finding.code == "campaigns-audience-capped"]


@pytest.mark.parametrize("kind", [CampaignKind.STATEMENT])
def test_a_statement_always_goes_out_and_counts(capped: World, kind: CampaignKind) -> None:
    for _ in range(3):
        send(capped, kind)
    send(capped)
    assert capped.provider.received == {"nada@example.org": 3, "omar@example.org": 3}


def test_so_does_what_is_written_to_those_who_got_what_was_recalled(capped: World) -> None:
    send(capped)
    last = send(capped)
    with capped.database.write() as session:
        recall(session, last, NoticeKind.RECALL, actor=capped.boris, now=capped.clock.now())
        number = draft_follow_up(session, last, actor=capped.ana, now=capped.clock.now()).id
    write(capped, number)
    capped.submit(number)
    capped.approve(number)
    capped.send_now(number)
    capped.clock.advance(minutes=1)
    capped.run(rounds=4)
    assert capped.provider.received == {"nada@example.org": 3, "omar@example.org": 3}


def test_without_the_setting_everybody_gets_everything(capped: World) -> None:
    capped.configure(emails_a_week=0)
    for _ in range(4):
        send(capped)
    assert capped.provider.received == {"nada@example.org": 4, "omar@example.org": 4}
