"""A rehearsal goes to the whole audience and to nobody: through a simulator, and nothing of sending is touched."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import SQLModel, select

from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.rehearsal import rehearse as rehearsing
from campaigns.rehearsal import rehearsed_call
from campaigns.rehearsal.ask_rehearsal import RehearsalReport, ask_rehearsal, last_rehearsal
from campaigns.rehearsal.rehearsal_figures import MAX_REFUSED_SHOWN, RehearsalData
from campaigns.rehearsal.rehearse import LEASE, rehearse_campaigns
from campaigns.rehearsal.tables import Rehearsal, RehearsalState
from campaigns.review.delete_draft import delete_draft
from campaigns.status import CampaignStatus
from core.errors import NotAllowed
from core.machine import IllegalTransition
from scheduler.build import SimulatedServer, simulated_far_side
from subscribers.policy import SkipReason
from subscribers.recheck import recheck
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from tests.campaigns.world import World
from tests.conftest import NOON

NAMES = [f"reader{number}" for number in range(230)]


def ask(world: World, campaign_id: int) -> int:
    with world.database.write() as session:
        return ask_rehearsal(session, campaign_id, actor=world.ana, now=world.clock.now())


def report(world: World, campaign_id: int) -> RehearsalReport:
    with world.database.read() as session:
        last = last_rehearsal(session, campaign_id)
    assert last is not None
    return last


def rehearsed(world: World, campaign_id: int) -> RehearsalReport:
    ask(world, campaign_id)
    rehearse_campaigns(world.context)
    return report(world, campaign_id)


def _rows(world: World) -> dict[str, list[object]]:
    """Everything that is stored, but what a rehearsal itself writes."""
    own = {"rehearsal", "audit_entry"}
    with world.database.read() as session:
        return {
            table.name: list(session.execute(table.select()).all())
            for table in SQLModel.metadata.sorted_tables
            if table.name not in own
        }


@contextmanager
def _watched(seen: list[SimulatedServer]) -> Iterator[SimulatedServer]:
    with simulated_far_side() as far_side:
        seen.append(far_side)
        yield far_side


def test_everybody_gets_one_and_nothing_else_in_the_database_is_touched(world: World) -> None:
    world.add_readers(NAMES)
    world.add_readers(["eva", "lan"], language="sl")
    world.add_readers(["asked"], status=SubscriptionStatus.PENDING)
    campaign_id = world.draft(languages=("en", "sl"))
    ask(world, campaign_id)
    before = _rows(world)
    rehearse_campaigns(world.context)
    assert _rows(world) == before
    rehearsal = report(world, campaign_id)
    figures = rehearsal.figures
    assert (rehearsal.rehearsal.state, rehearsal.by) == (RehearsalState.DONE, "Ana")
    assert dict(figures.by_language) == {"en": len(NAMES), "sl": 2}
    assert (figures.expected, figures.received, figures.taken) == (232, 232, 232)
    assert figures.left_out == {"pending": 1}
    assert figures.calls == 3
    assert figures.largest_bytes > 1000
    assert figures.largest_language in ("en", "sl")
    assert not figures.refused
    assert world.status(campaign_id) is CampaignStatus.DRAFT


def test_whoever_is_on_several_lists_is_counted_once_and_who_is_left_out_not_at_all(world: World) -> None:
    world.add_readers(["rosa", "miha", "eva"])
    with world.database.write() as session:
        for slug, readers in (("press", (1, 2)), ("board", (3,))):
            row = MailingList(slug=slug, name=slug, created_at=NOON)
            session.add(row)
            session.flush()
            status, list_id = SubscriptionStatus.CONFIRMED, row.id
            session.add_all(
                Subscription(subscriber_id=reader, list_id=list_id, status=status, changed_at=NOON)
                for reader in readers
            )
    campaign_id = world.draft()
    with world.database.write() as session:
        choice = AudienceChoice(("press", "bulletin"), ("board",))
        choose_audience(session, campaign_id, choice, actor=world.ana, now=world.clock.now())
    figures = rehearsed(world, campaign_id).figures
    assert (figures.taken, figures.received, figures.left_out) == (2, 2, {"excluded": 1})


def test_what_is_frozen_is_rehearsed_and_real_sending_is_as_if_nothing_had_been(world: World) -> None:
    world.add_readers(["rosa", "miha"])
    campaign_id = world.draft()
    world.submit(campaign_id)
    assert rehearsed(world, campaign_id).figures.taken == 2
    world.approve(campaign_id)
    assert rehearsed(world, campaign_id).figures.taken == 2
    world.send_now(campaign_id)
    world.clock.advance(minutes=1)
    world.run()
    assert world.report(campaign_id).accepted == 2
    assert report(world, campaign_id).figures.taken == 2


def test_whom_our_own_checks_refuse_is_counted_and_the_others_get_it(world: World) -> None:
    world.add_readers(["rosa", "miha", "eva"])
    with world.database.write() as session:
        session.get_one(Subscriber, 2).name = "Miha\nBcc: x@example.org"
    figures = rehearsed(world, world.draft()).figures
    assert figures.taken == 2
    assert dict(figures.refused) == {"campaigns-rehearsal-refused-header": 1}
    assert figures.refused_readers == [2]
    assert figures.seen == figures.expected == 3


def test_a_process_that_is_killed_costs_a_part_and_counts_nobody_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add_readers(NAMES)
    campaign_id = world.draft()
    ask(world, campaign_id)
    calls: list[int] = []
    real: Callable[..., int | None] = rehearsed_call.rehearse_call

    def dies_in_the_second(*arguments: object) -> int | None:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt  # nothing of ours catches it
        return real(*arguments)

    monkeypatch.setattr(rehearsing, "SAVED_EVERY", rehearsing.SAVED_EVERY * 0)
    monkeypatch.setattr(rehearsing, "rehearse_call", dies_in_the_second)
    with pytest.raises(KeyboardInterrupt):
        rehearse_campaigns(world.context)
    assert report(world, campaign_id).figures.taken == 100
    another = replace(world.context, worker="test:2")
    rehearse_campaigns(another)
    assert report(world, campaign_id).figures.taken == 100, "the lease is not over"
    world.clock.advance(seconds=LEASE.total_seconds())
    rehearse_campaigns(another)
    figures = report(world, campaign_id).figures
    assert (figures.taken, figures.received, figures.calls) == (230, 230, 3)
    assert report(world, campaign_id).rehearsal.state is RehearsalState.DONE


def test_a_long_one_takes_several_runs_of_the_job(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.add_readers(NAMES)
    campaign_id = world.draft()
    ask(world, campaign_id)
    real: Callable[..., int | None] = rehearsed_call.rehearse_call

    def takes_a_while(*arguments: object) -> int | None:
        world.clock.advance(seconds=15)
        return real(*arguments)

    monkeypatch.setattr(rehearsing, "rehearse_call", takes_a_while)
    rehearse_campaigns(world.context)
    assert report(world, campaign_id).figures.taken == 200
    rehearse_campaigns(world.context)
    figures = report(world, campaign_id).figures
    assert figures.taken == 230
    assert figures.seconds == pytest.approx(60)


def test_what_is_changed_meanwhile_is_not_mixed_into_one_report(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add_readers(NAMES)
    campaign_id = world.draft()
    ask(world, campaign_id)
    monkeypatch.setattr(rehearsing, "MAX_RUN_TIME", rehearsing.MAX_RUN_TIME * 0)
    rehearse_campaigns(world.context)
    with world.database.write() as session:
        edit = VariantEdit({"subject": "Another"})
        edit_variant(session, campaign_id, "en", edit, actor=world.ana, now=world.clock.now())
    rehearse_campaigns(world.context)
    row = report(world, campaign_id).rehearsal
    assert (row.state, row.error) == (RehearsalState.FAILED, "campaigns-rehearsal-changed")


def test_what_cannot_be_rendered_says_why_and_a_defect_ends_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        edit = VariantEdit({"subject": "[[ broken"})
        edit_variant(session, campaign_id, "en", edit, actor=world.ana, now=world.clock.now())
    row = rehearsed(world, campaign_id).rehearsal
    assert (row.state, row.error) == (RehearsalState.FAILED, "templates-field-broken")
    other = world.draft()
    world.add_readers(["rosa"])
    ask(world, other)
    monkeypatch.setattr(rehearsing, "rehearse_call", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        rehearse_campaigns(world.context)
    assert report(world, other).rehearsal.error == "campaigns-rehearsal-broke"


def test_who_leaves_in_the_moment_of_a_call_is_skipped_with_the_reason(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add_readers(["rosa", "miha"])
    real: Callable[..., Mapping[int, object]] = recheck
    monkeypatch.setattr(rehearsed_call, "recheck", lambda *asked: {**real(*asked), 2: SkipReason.UNSUBSCRIBED})
    figures = rehearsed(world, world.draft()).figures
    assert dict(figures.skipped) == {"unsubscribed": 1}
    assert (figures.taken, figures.seen) == (1, 2)


def test_asked_twice_it_is_one_and_once_it_is_on_its_way_none(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.draft()
    assert ask(world, campaign_id) == ask(world, campaign_id)
    rehearse_campaigns(world.context)
    nobody = replace(world.ana, permissions=frozenset())
    with pytest.raises(NotAllowed), world.database.write() as session:
        ask_rehearsal(session, campaign_id, actor=nobody, now=world.clock.now())
    with pytest.raises(IllegalTransition):
        ask(world, world.launched())


def test_a_deleted_draft_takes_its_rehearsals_along(world: World) -> None:
    campaign_id = world.draft()
    ask(world, campaign_id)
    with world.database.write() as session:
        delete_draft(session, campaign_id, actor=world.ana, now=world.clock.now())
    rehearse_campaigns(world.context)
    with world.database.read() as session:
        assert not session.exec(select(Rehearsal)).all()


def test_memory_holds_one_call_however_long_the_list_is(world: World) -> None:
    world.add_readers(NAMES)
    seen: list[SimulatedServer] = []
    world.context = replace(world.context, far_side=lambda: _watched(seen))
    assert rehearsed(world, world.draft()).figures.taken == len(NAMES)
    (far_side,) = seen
    assert far_side.take() == 0
    assert far_side.url.startswith("http://127.0.0.1:")


@given(st.lists(st.tuples(st.sampled_from(["sl", "en"]), st.integers(0, 10**6)), max_size=30))
def test_figures_are_the_same_after_they_were_stored(steps: list[tuple[str, int]]) -> None:
    figures = RehearsalData(expected=len(steps), left_out={"pending": 3})
    for language, size in steps:
        figures.by_language[language] += 1
        figures.note_size(size, language)
        figures.refuse(size, "campaigns-rehearsal-refused-large")
    assert RehearsalData.from_json(figures.as_json()) == figures
    assert len(figures.refused_readers) == min(len(steps), MAX_REFUSED_SHOWN)
    assert figures.largest_bytes == max((size for _, size in steps), default=0)
