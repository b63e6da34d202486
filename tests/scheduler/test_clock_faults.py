"""A clock that is set while mail goes out: nobody waits for it or is mailed twice for it, and staff are told."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, update
from sqlmodel import Session, col, func, select

from campaigns.editorial.tables import CampaignPresence, CampaignVersion
from campaigns.opt_in.send_opt_in_mail import ask
from campaigns.rehearsal.tables import Rehearsal
from campaigns.retention.tables import RetentionRun
from campaigns.review.external.tables import ProbeKind, ProbeRecord
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_next_batch
from campaigns.staff_mail.tables import AttentionNotice
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, AutomationMode, Campaign, SubscriptionMail
from campaigns.welcome_tables import WelcomeSeries
from core.backup.tables import BackupRun
from core.clock import STEP, UptimeClock
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown, TransientProviderError
from delivery.mailbox.bounce_mailbox import BounceMailboxState
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.senders.rate import hold_sender
from delivery.settings import DeliverySettings
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, Sender
from kinds.registry import NewsKind
from news.feeds.tables import Feed, FeedHub
from news.tables import Source, SourceKind
from scheduler.clock_faults import clamp_moments, clock_needs, is_clock_alarming, watch_clock
from scheduler.heartbeat import record_run, silent_jobs
from scheduler.jobs import JOBS, MAX_SILENCE, free_expired_leases
from scheduler.moments import moments
from scheduler.run_job import JobRunner
from scheduler.tables import ClockFault, Heartbeat
from staff.tables import KnownDevice, PasskeyChallenge, PasskeyPurpose, PasswordLink, StaffSession, User
from subscribers.address_tables import AddressChange, AddressChangeState, FormerAddress
from subscribers.import_tables import ImportState, SubscriberImport
from subscribers.tables import Subscriber
from subscribers.topic_tables import Pause
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_postgres_once
from tests.delivery.builders import opened_by
from tests.fakes.provider import FakeProvider
from tests.fakes.record_keeper import RecordKeeper

PEOPLE = [f"reader{number:02}" for number in range(10)]
SENT_ONCE = {f"{name}@example.org": 1 for name in PEOPLE}


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.provider.capabilities = replace(world.provider.capabilities, max_batch=1)
    world.add_readers(PEOPLE)
    return world


def life(world: World, *, boot: str = "this boot") -> Callable[[int], None]:
    """A process that runs each job as often as the program does, for so many seconds. What it knows by itself dies
    with it."""
    world.context = replace(
        world.context, uptime=UptimeClock(boot, world.clock.seconds), steps=type(world.context.steps)()
    )
    runner = JobRunner(world.context, JOBS)
    due_at = dict.fromkeys(JOBS, 0.0)
    """By monotonic time, as the program's timers are."""

    def live(seconds: int) -> None:
        for _ in range(seconds):
            uptime = world.clock.seconds()
            for job in JOBS:
                if uptime >= due_at[job]:
                    runner.run(job)
                    due_at[job] = uptime + job.every.total_seconds()
            world.clock.advance(seconds=1)

    return live


def pass_by(live: Callable[[int], None], clock: StoppedClock, *, minutes: int) -> None:
    """The jobs run once a minute."""
    for _ in range(minutes):
        live(1)
        clock.advance(seconds=60)


def faults(world: World) -> list[ClockFault]:
    with world.database.read() as session:
        return list(session.exec(select(ClockFault).order_by(col(ClockFault.id))).all())


def silent(world: World) -> Iterable[str]:
    with world.database.read() as session:
        return silent_jobs(session, MAX_SILENCE, now=world.clock.now())


def shown(world: World) -> list[str]:
    with world.database.read() as session:
        return [need.code for need in clock_needs(session, now=world.clock.now(), zone="Europe/Ljubljana")]


def test_set_back_an_hour_in_mid_send_it_goes_on_within_seconds(world: World) -> None:
    campaign_id = world.launched()
    live = life(world)
    live(3)
    assert 0 < sum(world.provider.received.values()) < len(PEOPLE)
    world.clock.step(hours=-1)
    assert list(silent(world)), "signs of life from the future are none"
    live(len(PEOPLE) + 3)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.provider.received == SENT_ONCE
    assert list(silent(world)) == []
    [fault] = faults(world)
    assert -3600 <= fault.step_seconds < -3500
    assert {"delivery.next_attempt_at", "sender.next_call_at", "heartbeat.ran_at"} <= set(fault.put_right)
    assert shown(world) == ["scheduler-need-clock-back"]


def test_after_a_start_ten_days_ahead_mail_goes_out_as_soon_as_the_clock_is_right(world: World) -> None:
    world.configure(max_lateness=timedelta(days=30))
    campaign_id = world.scheduled()
    world.clock.step(days=10)
    wrong = life(world)
    world.provider.faults = [TransientProviderError("come back tomorrow", timedelta(hours=24))]
    wrong(3)
    assert not world.provider.received
    world.clock.step(days=-10)
    right = life(world, boot="another boot")
    right(len(PEOPLE) + 3)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.provider.received == SENT_ONCE
    assert shown(world) == ["scheduler-need-clock-back"]
    with world.database.read() as session:
        assert is_clock_alarming(session, now=world.clock.now())
        assert not is_clock_alarming(session, now=world.clock.now() + timedelta(hours=2))
    world.clock.advance(days=4)
    assert shown(world) == []


def test_a_provider_that_asks_for_a_day_is_obeyed(world: World) -> None:
    world.launched()
    world.provider.faults = [TransientProviderError("come back tomorrow", timedelta(hours=24))]
    live = life(world)
    live(70)
    assert not world.provider.received
    assert faults(world) == []


def _everything_that_waits(world: World) -> None:
    campaign_id = world.launched()
    now = world.clock.now()
    with world.database.write() as session:
        attempt = opened_by(session, "another machine", campaign_id, now=now, lease=timedelta(minutes=2))
        attempt.settle_at = attempt.absent_since = now
        ask(session, subscriber_id=1, list_ids=[1], language="sl", now=now)
        user = session.exec(select(User)).first()
        assert user is not None
        user.locked_until = now
        session.add(KnownDevice(user_id=user.id, secret_hash="d", locked_until=now, created_at=now, used_at=now))
        session.add(StaffSession(user_id=user.id, secret_hash="s", created_at=now, expires_at=now, seen_at=now))
        session.add(
            PasskeyChallenge(challenge_hash="c", holder_hash="h", purpose=PasskeyPurpose.SIGN_IN, expires_at=now)
        )
        session.add(ProbeRecord(key="k", kind=ProbeKind.LINK, said=[], looked_at=now, good_until=now))
        session.add(AttentionNotice(item_key="k", first_seen_at=now, last_seen_at=now))
        session.add(BounceMailboxState(source="imap", failing_since=now))
        session.add(ClockFault(noticed_at=now, put_right={}))
        session.add(RetentionRun(actor="scheduler", started_at=now, finished_at=now))
        session.add(PasswordLink(user_id=user.id, secret_hash="l", made_by="user:1", until=now, is_first=False))
        session.add(CampaignPresence(campaign_id=campaign_id, user_id=user.id, seen_at=now))
        session.add(
            CampaignVersion(campaign_id=campaign_id, action="a", actor="user:1", began_at=now, saved_at=now)
        )
        session.add(Rehearsal(campaign_id=campaign_id, actor="user:1", asked_at=now, lease_until=now))
        session.add(Pause(address_hash="p", until=now, asked_at=now))
        session.add(FormerAddress(address_hash="f", subscriber_id=1, left_at=now))
        session.add(
            AddressChange(
                subscriber_id=1,
                old_address="a@example.org",
                old_hash="o",
                new_address="b@example.org",
                new_hash="n",
                state=AddressChangeState.ASKED,
                asked_at=now,
            )
        )
        session.add(
            SubscriberImport(
                list_id=1,
                state=ImportState.APPLYING,
                file_name="people.csv",
                actor="user:1",
                created_at=now,
                erase_at=now,
                lease_until=now,
            )
        )
        session.add(WelcomeSeries(name="welcome", list_id=1, sender_id=1, since=now, created_at=now))
        session.add(BackupRun(day="2026-11-22", began_at=now, retry_at=now))
        session.execute(update(SubscriptionMail).values(answer_until=now))
        session.execute(update(Subscriber).values(heard_at=now))
        session.execute(update(Sender).values(next_call_at=now, next_suppressions_at=now))
        record_run(session, "a_job", now=now, error="RuntimeError")
        _add_automation(session, now=now)


def _add_automation(session: Session, *, now: datetime) -> None:
    source = Source(name="folder", kind=SourceKind.FOLDER, location="nowhere", created_at=now)
    feed = Source(name="feed", kind=SourceKind.FEED, location="https://kolpa.example/feed", created_at=now)
    session.add_all([source, feed])
    session.flush()
    row = Feed(source_id=feed.id, host="kolpa.example", kind=NewsKind.PAGE, every_minutes=30, read_well_at=now)
    row.next_at = row.reading_until = now
    hub = FeedHub(source_id=feed.id, hub="https://hub.example", topic=feed.location, token="t" * 32, next_at=now)
    session.add_all([row, hub])
    session.add(
        Automation(
            name="automation",
            source_id=source.id,
            list_id=1,
            sender_id=1,
            mode=AutomationMode.DRAFT,
            created_at=now,
            folder_checked_at=now,
        )
    )


def test_what_lies_beyond_any_wait_is_put_right_whatever_else_is_known(world: World) -> None:
    _everything_that_waits(world)
    now = world.clock.now()
    every = moments(world.settings)
    with world.database.write() as session:
        for moment in every:
            session.execute(update(moment.column.class_).values({moment.column.key: now + timedelta(days=400)}))
        session.execute(update(Campaign).values(scheduled_at=now + timedelta(days=400)))
        # No sign of life from the future, or it would prove more.
        session.execute(update(Heartbeat).values(ran_at=now))
    clamp_moments(world.context)
    with world.database.read() as session:
        for moment in every:
            latest = session.exec(select(func.max(moment.column)).where(moment.only(now))).one()
            assert latest is None or latest <= moment.limit(now), moment.name
        assert session.exec(select(Campaign.scheduled_at)).one() == now + timedelta(days=400)
        assert session.exec(select(Attempt.is_opened_at_wrong)).one() is True
    *_, fault = faults(world)
    assert set(fault.put_right) == {moment.name for moment in every} - {"heartbeat.ran_at"}
    assert shown(world) == ["scheduler-need-clock"]


def test_where_all_is_well_nothing_is_touched(world: World) -> None:
    world.launched()
    life(world)(20)
    assert faults(world) == []
    assert shown(world) == []


def test_a_step_ahead_ends_no_living_lease(world: World) -> None:
    campaign_id = world.launched()
    live = life(world)
    with world.database.write() as session:
        opened_by(
            session,
            "alive",
            campaign_id,
            now=world.clock.now(),
            lease=DeliverySettings.of(world.settings).lease,
        )
    free_expired_leases(world.context)
    world.clock.step(hours=2)
    free_expired_leases(world.context)
    world.clock.advance(seconds=100)
    free_expired_leases(world.context)
    assert DeliveryStatus.SENDING in world.delivery_states(campaign_id)
    world.clock.advance(seconds=30)
    free_expired_leases(world.context)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.QUEUED, DeliveryStatus.IN_DOUBT}
    live(1)
    assert shown(world) == ["scheduler-need-clock-ahead"]


def test_a_step_ahead_is_written_down_once_however_many_see_it(world: World) -> None:
    houses = [replace(world.context, steps=type(world.context.steps)()) for _ in range(3)]
    for context in houses:
        watch_clock(context)
    world.clock.step(hours=5)
    for context in houses:
        watch_clock(context)
    assert [fault.step_seconds for fault in faults(world)] == [5 * 3600]


def test_a_record_is_not_complete_because_the_clock_jumped(
    world: World, clock: StoppedClock, database: Database
) -> None:
    """The provider took it, and shows it after twenty minutes; the clock says that two hours went by."""
    keeper = RecordKeeper(lambda: NOON + timedelta(seconds=clock.seconds()))
    keeper.lag = timedelta(minutes=20)
    world.provider = keeper
    world.context = replace(world.context, provider=lambda _: keeper)
    campaign_id = world.launched()
    keeper.faults = ["lose the answer"]
    send_next_batch(world.context, campaign_id)
    live = life(world)
    live(20)
    clock.step(hours=2)
    pass_by(live, clock, minutes=40)
    assert keeper.received == SENT_ONCE
    assert world.status(campaign_id) is CampaignStatus.SENT


class Forgetful(FakeProvider):
    """Remembers a key for a quarter of an hour, and may be away for a while."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        super().__init__(idempotency=timedelta(minutes=15))
        self._seconds = seconds
        self._first: dict[str, float] = {}
        self.is_away = False

    def _take(self, batch: OutgoingBatch) -> SendResult:
        if self.is_away:
            raise OutcomeUnknown("away")
        first = self._first.setdefault(batch.key, self._seconds())
        if self._seconds() - first > 900:
            self._answers.pop(batch.key, None)
        return super()._take(batch)


@on_postgres_once("boot", ["another boot", "this boot"])
def test_a_key_that_was_forgotten_is_not_used_because_the_clock_went_back(world: World, boot: str) -> None:
    forgetful = Forgetful(world.clock.seconds)
    world.provider = forgetful
    world.context = replace(world.context, provider=lambda _: forgetful)
    world.clock.step(hours=1)
    campaign_id = world.launched()
    forgetful.faults = ["lose the answer"]
    live = life(world)
    live(1)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    forgetful.is_away = True
    world.clock.step(hours=-1)
    live = life(world, boot=boot)
    pass_by(live, world.clock, minutes=40)
    forgetful.is_away = False
    pass_by(live, world.clock, minutes=60)
    assert forgetful.received == SENT_ONCE
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}, "a person decides"


def test_a_step_back_leaves_a_fresh_doubt_to_its_key(world: World) -> None:
    campaign_id = world.launched()
    world.provider.faults = ["lose the answer"]
    live = life(world)
    live(1)
    world.clock.step(hours=-1)
    live(40)
    assert world.provider.received == SENT_ONCE
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_nobody_calls_whose_lease_ended_while_the_clock_went_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process stood still for three minutes between its intent and its call; the clock was set back then."""
    campaign_id = world.launched()
    made, first = world.context.variants.loader, iter([True])

    def slow(session: object) -> object:
        if next(first, False):
            world.clock.advance(minutes=3)
            world.clock.step(minutes=-10)
        return made(session)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(world.context.variants, "loader", slow)
    send_next_batch(world.context, campaign_id)
    assert not world.provider.received
    monkeypatch.undo()
    world.clock.advance(minutes=15)
    free_expired_leases(world.context)
    reconcile_in_doubt(world.context)
    life(world)(len(PEOPLE) + 2)
    assert world.provider.received == SENT_ONCE


def test_a_clock_that_differs_by_little_is_no_fault(world: World) -> None:
    live = life(world)
    live(1)
    world.clock.step(seconds=-STEP.total_seconds() / 2)
    live(3)
    assert faults(world) == []
    assert list(silent(world)) == []


def test_without_any_sign_of_life_there_is_nothing_to_be_behind(world: World) -> None:
    with world.database.write() as session:
        session.execute(delete(Heartbeat))
        hold_sender(session, 1, until=world.clock.now() + timedelta(hours=20))
    watch_clock(world.context)
    clamp_moments(world.context)
    assert faults(world) == []
