"""A database that was put back: nobody twice, no no forgotten, nobody forgotten unseen."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlmodel import Session, SQLModel, col, select

from campaigns.journal import note_attempt
from campaigns.restore.adopt import AdoptReport, adopt
from campaigns.restore.journals import all_journals
from campaigns.sending.cancel import cancel
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Campaign
from core.db import Database
from core.errors import Conflict, Misconfigured
from core.generation.counter import read_generation
from core.generation.guard import RestoreGuard
from core.generation.numbers import given_out
from core.generation.state_dir import StateDir
from core.generation.verdict import SendingHeld, Verdict
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, Delivery
from staff.principal import OPERATOR
from subscribers.import_csv import ImportRequest, import_csv
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import is_suppressed, suppress
from subscribers.tables import ConsentMethod, Subscriber, Subscription, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider
from tests.web.browser import browser
from web.app import create_app

READERS = 25


class StoredBackup:
    """Backups made by hand, on either database: every row, and which numbers have been given out."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._numbers: dict[str, int] = {}

    def back_up(self) -> None:
        with self._world.database.read() as session:
            self._numbers = given_out(session)
            for table in SQLModel.metadata.sorted_tables:
                self._rows[table.name] = [dict(row) for row in session.execute(table.select()).mappings()]

    def put_back(self) -> None:
        """And everything is started anew, as after a restore by hand."""
        world = self._world
        with world.database.write() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(table.delete())
            for table in SQLModel.metadata.sorted_tables:
                if self._rows[table.name]:
                    session.execute(table.insert(), self._rows[table.name])
            if not world.database.is_sqlite:
                for name, number in self._numbers.items():
                    session.execute(text(f"SELECT setval('{name}_id_seq', {number})"))
        event.remove(world.database.engine, "connect", world.context.guard._connected)
        guard = RestoreGuard(world.database, StateDir(world.settings.state_path), world.clock)
        world.context = replace(world.context, guard=guard)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers([f"reader{number:02}" for number in range(READERS)])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def adopted(world: World, *, apply: bool = True) -> AdoptReport:
    return adopt(world.context, apply=apply, actor=OPERATOR, now=world.clock.now())


def copies(world: World) -> Counter[str]:
    """How many copies each address really received."""
    return world.provider.received


def send_one_batch(world: World, campaign_id: int) -> None:
    send_next_batch(world.context, campaign_id)
    world.clock.advance(seconds=1)


def test_nothing_is_sent_from_a_database_that_was_put_back(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    assert sum(copies(world).values()) == READERS
    backup.put_back()
    with pytest.raises(SendingHeld):
        launch_due_campaigns(world.context)
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    assert world.campaign(campaign_id).status is not CampaignStatus.SENDING
    assert sum(copies(world).values()) == READERS


def test_a_campaign_backed_up_while_scheduled_is_known_to_have_been_sent(
    world: World, backup: StoredBackup
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.is_whole
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert set(copies(world).values()) == {1}


def test_entries_from_when_a_campaign_had_one_list_are_replayed_to_the_byte(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def note_without_lists(session: Session, attempt: Attempt, campaign: Campaign, readers: Iterable[Any]) -> None:
        note_attempt(session, attempt, campaign, (reader[:4] for reader in readers))

    monkeypatch.setattr("campaigns.sending.send.note_attempt", note_without_lists)
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    world.provider.faults = ["lose the answer"]
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    assert {delivery.list_id for delivery in world.deliveries(campaign_id)} == {1}
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert len(copies(world)) == READERS
    assert set(copies(world).values()) == {1}


def test_those_who_were_not_called_yet_are_simply_sent(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    assert world.status(campaign_id) is CampaignStatus.SENDING
    world.run()
    assert len(copies(world)) == READERS
    assert set(copies(world).values()) == {1}
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_a_campaign_backed_up_in_the_middle_goes_on_where_it_was(world: World, backup: StoredBackup) -> None:
    campaign_id = world.launched()
    send_one_batch(world, campaign_id)
    backup.back_up()
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    world.run()
    assert len(copies(world)) == READERS
    assert set(copies(world).values()) == {1}


def test_a_call_without_an_answer_is_in_doubt_and_settled_by_its_key(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    world.provider.faults.append("lose the answer")
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    in_doubt = [
        delivery for delivery in world.deliveries(campaign_id) if delivery.status is DeliveryStatus.IN_DOUBT
    ]
    assert len(in_doubt) == 10
    world.run(rounds=60, seconds=30)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}


def test_without_a_journal_everybody_is_in_doubt_and_staff_decide(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    shutil.rmtree(world.settings.state_path)
    backup.put_back()
    assert world.context.guard.verdict() is Verdict.UNKNOWN_HERE
    adoption = adopted(world)
    assert adoption.replay is not None
    assert not adoption.replay.is_whole
    assert adoption.replay.in_doubt == READERS
    world.run()
    assert world.campaign(campaign_id).pause_reason is PauseReason.RESTORED
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    assert set(copies(world).values()) == {1}


def test_a_dry_run_changes_nothing_and_says_the_same(world: World, backup: StoredBackup) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    preview = adopted(world, apply=False)
    assert not preview.is_done
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    done = adopted(world)
    assert (preview.replay, done.is_done) == (done.replay, True)
    assert world.context.guard.verdict() is Verdict.MAY_SEND


def test_every_no_since_then_survives(world: World, backup: StoredBackup) -> None:
    backup.back_up()
    with world.database.write() as session:
        now = world.clock.now()
        unsubscribe(
            session, subscriber_id=1, list_id=1, method=ConsentMethod.ONE_CLICK, evidence="campaign:x", now=now
        )
        bounced = session.get_one(Subscriber, 2).address_hash
        suppress(session, address_hash=bounced, reason=SuppressionReason.BOUNCED, detail="", now=now)
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        status = session.exec(select(Subscription.status).where(Subscription.subscriber_id == 1)).one()
        assert status is SubscriptionStatus.UNSUBSCRIBED
        assert is_suppressed(session, bounced)


def test_what_was_cancelled_since_stays_so(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.cilka, now=world.clock.now())
    backup.put_back()
    adopted(world)
    world.clock.advance(seconds=60)
    world.run()
    assert world.status(campaign_id) is CampaignStatus.CANCELLED
    assert not copies(world)


def test_a_draft_that_went_out_since_does_not_go_out_again(world: World, backup: StoredBackup) -> None:
    campaign_id = world.draft()
    backup.back_up()
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.cancelled
    assert world.status(campaign_id) is CampaignStatus.CANCELLED


def test_numbers_that_have_left_the_house_are_not_given_out_again(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    [batch] = world.provider.batches
    named = {message.delivery_id: message.to_hash for message in batch.messages}
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        rows = session.exec(select(Delivery).where(col(Delivery.id).in_(named))).all()
    assert {row.id: row.address_hash for row in rows} == named


def test_the_old_copy_is_held_back_again_after_an_adoption(world: World, backup: StoredBackup) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    adopted(world)
    backup.put_back()
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    adopted(world)
    world.run()
    assert set(copies(world).values()) == {1}


def test_a_no_of_somebody_whom_the_backup_does_not_know_holds_against_an_import(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    """They came after the backup, and the file that brought them is imported once more."""
    file = tmp_path / "people.csv"
    file.write_text("email,language\nlate@example.org,en\n", encoding="utf-8")
    backup.back_up()
    bring(world, file)
    with world.database.write() as session:
        [late] = session.exec(select(Subscriber.id).where(Subscriber.address == "late@example.org"))
        unsubscribe(
            session,
            subscriber_id=late,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=world.clock.now(),
        )
    backup.put_back()
    adopted(world)
    assert bring(world, file) == (0, 1)
    with world.database.read() as session:
        assert not session.exec(select(Subscriber.id).where(Subscriber.address == "late@example.org")).all()


@pytest.mark.parametrize("is_known", [True, False], ids=["campaign in the backup", "campaign forgotten"])
@pytest.mark.parametrize("comes_back", ["never", "before the no", "after the no"])
def test_whoever_joined_after_the_backup_can_still_leave_by_the_mail_they_got(
    world: World, backup: StoredBackup, tmp_path: Path, comes_back: str, *, is_known: bool
) -> None:
    """Their row is lost, and the file that brought them is imported again: with another number, if at all."""
    file = tmp_path / "people.csv"
    file.write_text("email,language\nlate@example.org,en\n", encoding="utf-8")
    campaign_id = world.scheduled() if is_known else 0
    backup.back_up()
    bring(world, file)
    campaign_id = campaign_id or world.scheduled()
    world.clock.advance(seconds=60)
    world.run()
    link = link_to_leave(world, "late@example.org")
    backup.put_back()
    adopted(world)
    if comes_back == "before the no":
        assert bring(world, file) == (1, 0)
    with browser(create_app(world.context.services)) as client:
        assert client.post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    if comes_back == "after the no":
        assert bring(world, file) == (0, 1)
    with world.database.read() as session:
        status = select(Subscription.status).join(Subscriber).where(Subscriber.address == "late@example.org")
        left = {SubscriptionStatus.UNSUBSCRIBED} if comes_back == "before the no" else set()
        assert set(session.exec(status)) == left
    backup.put_back()
    adopted(world)
    assert bring(world, file) == (0, 1), "the no is in the journal, too"


def link_to_leave(world: World, address: str) -> str:
    [message] = [sent for batch in world.provider.batches for sent in batch.messages if sent.to == address]
    return dict(message.headers)["List-Unsubscribe"].strip("<>").removeprefix(world.settings.public_url)


def bring(world: World, file: Path) -> tuple[int, int]:
    """How many were imported, and how many had said no."""
    report = import_csv(
        world.database,
        file,
        ImportRequest("bulletin", "Paper"),
        secret=world.settings.secret_key.get_secret_value(),
        now=world.clock.now(),
    )
    return report.imported, report.kept_unsubscribed


def test_what_went_out_after_an_adoption_is_known_when_the_same_backup_is_put_back_once_more(
    world: World, backup: StoredBackup
) -> None:
    """It stands in the journal of the database that was adopted, not in that of the one in the backup."""
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    for left in (1, READERS):
        backup.put_back()
        assert world.context.guard.verdict() is Verdict.QUARANTINED
        adopted(world)
        send_one_batch(world, campaign_id)
        leave(world, left)
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.is_whole
    assert (adoption.replay.noes, adoption.replay.in_doubt) == (2, 0)
    world.run()
    assert set(copies(world).values()) == {1}
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_the_database_that_a_restore_has_set_aside_is_an_older_one_when_it_is_put_back(
    world: World, backup: StoredBackup
) -> None:
    """However far it had come: the work has gone on in another since."""
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    aside = StoredBackup(world)
    aside.back_up()
    backup.put_back()
    adopted(world)
    world.run()
    aside.put_back()
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    adopted(world)
    world.run()
    assert set(copies(world).values()) == {1}
    assert len(copies(world)) == READERS


def test_a_journal_of_what_came_after_an_adoption_is_missed_when_it_is_gone(
    world: World, backup: StoredBackup
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        identity = read_generation(session).identity
    send_one_batch(world, campaign_id)
    shutil.rmtree(world.settings.state_path / identity)
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert not adoption.replay.is_whole
    world.run()
    assert set(copies(world).values()) == {1}


def leave(world: World, subscriber_id: int) -> None:
    with world.database.write() as session:
        unsubscribe(
            session,
            subscriber_id=subscriber_id,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=world.clock.now(),
        )


def test_nothing_is_adopted_while_this_machine_cannot_write_down_that_it_was(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    assert world.context.guard.verdict() is Verdict.QUARANTINED

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("core.generation.local_state.write_mark", full)
        with pytest.raises(Misconfigured) as refused:
            adopted(world)
    assert refused.value.code == "core-state-dir-unusable"
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    assert adopted(world).is_done


def test_who_adopts_what_somebody_else_has_just_adopted_is_refused(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()

    def meanwhile(*arguments: Any) -> Any:
        monkeypatch.undo()
        adopted(world)
        return all_journals(*arguments)

    monkeypatch.setattr("campaigns.restore.adopt.all_journals", meanwhile)
    with pytest.raises(Conflict):
        adopted(world)
    world.run()
    assert set(copies(world).values()) == {1}
