"""Any story of workers, deaths, late answers and events: nobody is mailed twice, and nobody is forgotten.

Hypothesis writes the stories. The far side is a provider with idempotency keys, which remembers whom it mailed.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.db import Database
from core.errors import Conflict
from delivery.attempts.attempts import (
    RetryTerms,
    deliveries_of,
    due_for_reconciliation,
    record_doubt,
    record_not_accepted,
    record_result,
)
from delivery.attempts.close_attempts import UNDECIDED, UNSETTLED
from delivery.attempts.in_doubt import attempts_in_doubt, decide_doubt
from delivery.attempts.queue import expire_leases, forget_dead_workers, skip
from delivery.events.events import apply_events
from delivery.message.outgoing import Accepted, DeliveryResult, NotSent, Rejected, SendResult
from delivery.outcome import EventType, RejectReason
from delivery.status import FINAL, DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, AttemptState, Delivery, DeliveryEvent
from tests.conftest import NOON
from tests.delivery.builders import LEASE, claim_in, event, launch_in, open_for, rows_of
from tests.examples import examples

COUNT = 6
MAX_ATTEMPTS = 3
S = DeliveryStatus
workers = st.sampled_from(["a", "b"])
names = count()


@dataclass(frozen=True)
class Call:
    attempt_id: int
    key: str
    ids: tuple[int, ...]
    fencing_token: int


@dataclass(frozen=True)
class Answer:
    call: Call
    says: str
    result: SendResult | None = None


@dataclass
class FarSideServer:
    """A provider that gives one key one answer for ever, and counts what it really sends."""

    mailed: Counter[int] = field(default_factory=Counter)
    given: dict[str, SendResult] = field(default_factory=dict)

    def take(self, call: Call, first: str) -> SendResult:
        if call.key not in self.given:
            results: list[DeliveryResult] = [Accepted(delivery_id, f"m{delivery_id}") for delivery_id in call.ids]
            if first == "rejected":
                results[0] = Rejected(call.ids[0], RejectReason.INVALID, "")
            elif first == "not sent":
                results[0] = NotSent(call.ids[0], "")
            self.given[call.key] = SendResult(tuple(results))
            self.mailed.update(result.delivery_id for result in results if isinstance(result, Accepted))
        return self.given[call.key]


class QueueStory(RuleBasedStateMachine):
    database: Database

    calls = Bundle[Call]("calls")
    answers = Bundle[Answer]("answers")

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.far = FarSideServer()
        self.ended: dict[int, DeliveryStatus] = {}
        with self.database.write() as session:
            self.campaign = launch_in(session, COUNT, f"story-{next(names)}")

    # what workers do

    @rule(target=calls, worker=workers, limit=st.integers(1, 3), skips=st.booleans(), dies=st.booleans())
    def take(self, worker: str, limit: int, skips: bool, dies: bool) -> MultipleResults[Call]:
        """Claim and intent are one transaction; who dies in it has done nothing."""
        with suppress(KeyboardInterrupt), self.database.write() as session:
            ids = tuple(claim_in(session, self.campaign, limit, now=self.now))
            assert len(ids) <= limit
            assert not self.ended.keys() & set(ids)
            if ids and skips:
                skip(session, {ids[0]: "unsubscribed"}, now=self.now)
                ids = ids[1:]
            if not ids:
                return multiple()
            attempt = open_for(session, self.campaign, ids, now=self.now, worker=worker)
            if dies:
                raise KeyboardInterrupt
        return multiple() if dies else multiple(Call(attempt.id, attempt.key, ids, 0))

    @rule(target=calls, worker=workers, chosen=st.data())
    def take_what_is_somebodys(self, worker: str, chosen: st.DataObject) -> MultipleResults[Call]:
        """Whoever wants deliveries by their ids gets all of them waiting, or none."""
        ids = tuple(chosen.draw(st.lists(st.sampled_from(self.campaign.ids), min_size=1, max_size=3, unique=True)))
        waiting = {row.id for row in rows_of(self.database, self.campaign) if row.status is S.QUEUED}
        try:
            with self.database.write() as session:
                attempt = open_for(session, self.campaign, ids, now=self.now, worker=worker)
        except Conflict:
            assert not waiting >= set(ids)
            return multiple()
        assert waiting >= set(ids)
        return multiple(Call(attempt.id, attempt.key, ids, 0))

    @rule(
        target=answers,
        # A call is made once; what follows it is a repeat, with a turn of its own.
        call=consumes(calls),
        how=st.sampled_from(["answered", "answered", "lost on the way back", "lost on the way", "no"]),
        first=st.sampled_from(["accepted", "rejected", "not sent"]),
    )
    def call(self, call: Call, how: str, first: str) -> Answer:
        if how == "no":
            # Of a repeat, this says nothing about the calls before it.
            return Answer(call, how if call.fencing_token == 0 else "doubt")
        if how == "lost on the way":
            return Answer(call, "doubt")
        result = self.far.take(call, first)
        return Answer(call, "doubt") if how == "lost on the way back" else Answer(call, "result", result)

    @rule(answer=answers, can_be_settled=st.booleans())
    def record(self, answer: Answer, can_be_settled: bool) -> None:
        """At any time, and any number of times."""
        id_, fencing_token = answer.call.attempt_id, answer.call.fencing_token
        when = self.now + timedelta(seconds=30) if can_be_settled else None
        with self.database.write() as session:
            if answer.result is not None:
                record_result(
                    session,
                    id_,
                    answer.result,
                    now=self.now,
                    terms=RetryTerms(MAX_ATTEMPTS),
                    fencing_token=fencing_token,
                )
            elif answer.says == "doubt":
                record_doubt(session, id_, detail="", settle_at=when, now=self.now, fencing_token=fencing_token)
            else:
                record_not_accepted(
                    session,
                    id_,
                    now=self.now,
                    retry_at=self.now + timedelta(seconds=10),
                    detail="",
                    fencing_token=fencing_token,
                )

    # what the jobs do

    @rule(target=calls, worker=workers)
    def settle(self, worker: str) -> MultipleResults[Call]:
        return multiple(*self._due(worker))

    @rule(seconds=st.sampled_from([20, 130]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self._twice(self._expire)

    @rule(alive=workers)
    def all_others_die(self, alive: str) -> None:
        with self.database.write() as session:
            forget_dead_workers(session, alive=alive, now=self.now)

    @rule(data=st.data(), kind=st.sampled_from([EventType.DELIVERED, EventType.BOUNCED, EventType.UNKNOWN]))
    def an_event_comes(self, data: st.DataObject, kind: EventType) -> None:
        if self.far.mailed:
            self._hear(data.draw(st.sampled_from(sorted(self.far.mailed))), kind)

    # what must hold at every moment

    @invariant()
    def nobody_is_mailed_twice(self) -> None:
        assert all(times == 1 for times in self.far.mailed.values())

    @invariant()
    def nobody_is_lost_and_the_end_is_the_end(self) -> None:
        with self.database.read() as session:
            of_campaign = col(Delivery.campaign_id) == self.campaign.campaign_id
            rows = session.exec(select(Delivery).where(of_campaign).order_by(col(Delivery.id))).all()
            waiting = self._attempts_that_wait_for_each(session)
        assert [row.id for row in rows] == list(self.campaign.ids)
        for row in rows:
            assert self.ended.get(row.id, row.status) is row.status
            if row.status in FINAL:
                self.ended[row.id] = row.status
                assert (self.far.mailed[row.id] == 1) == (row.status is S.ACCEPTED)
            else:
                assert waiting[row.id] == (1 if row.status in UNDECIDED else 0)

    def _attempts_that_wait_for_each(self, session: Session) -> Counter[int]:
        statement = (
            select(Attempt, AttemptDelivery.delivery_id)
            .join(AttemptDelivery, col(AttemptDelivery.attempt_id) == col(Attempt.id))
            .where(col(Attempt.campaign_id) == self.campaign.campaign_id)
        )
        waiting: Counter[int] = Counter()
        for attempt, delivery_id in session.exec(statement).all():
            waiting[delivery_id] += attempt.state in UNSETTLED
            # It knows people as long as it has to, and no longer.
            assert (attempt.merge_values is None) == (attempt.state is AttemptState.SETTLED)
        return waiting

    def teardown(self) -> None:
        """However the story went so far, the jobs bring it to its end."""
        for _ in range(4 * MAX_ATTEMPTS):
            self.now += timedelta(hours=2)
            self._expire()
            self._settle_all()
            self._send_all()
        self.nobody_is_mailed_twice()
        self.nobody_is_lost_and_the_end_is_the_end()
        assert set(self.ended) == set(self.campaign.ids)
        with self.database.write() as session:
            for table in (DeliveryEvent, AttemptDelivery, Attempt, Delivery):
                session.exec(delete(table))

    def _expire(self) -> None:
        with self.database.write() as session:
            expire_leases(session, now=self.now)

    def _twice(self, job: Callable[[], None]) -> None:
        job()
        before = rows_of(self.database, self.campaign)
        job()
        assert rows_of(self.database, self.campaign) == before

    def _due(self, worker: str) -> list[Call]:
        with self.database.write() as session:
            due = due_for_reconciliation(session, now=self.now, limit=10, worker=worker, lease=LEASE)
            return [
                Call(
                    attempt.id,
                    attempt.key,
                    tuple(delivery.id for delivery in deliveries_of(session, attempt.id)),
                    attempt.settle_count,
                )
                for attempt in due
            ]

    def _settle_all(self) -> None:
        for call in self._due("last"):
            self.record(Answer(call, "result", self.far.take(call, "accepted")), can_be_settled=False)
        with self.database.write() as session:
            left = attempts_in_doubt(session, campaign_id=self.campaign.campaign_id, limit=10)
            for attempt in left:
                if attempt.key not in self.far.given:
                    decide_doubt(session, attempt.id, was_accepted=False, now=self.now)
        for attempt in left:
            if attempt.key in self.far.given:
                call = Call(attempt.id, attempt.key, (), attempt.settle_count)
                self.record(Answer(call, "result", self.far.given[attempt.key]), can_be_settled=False)

    def _send_all(self) -> None:
        with self.database.write() as session:
            ids = tuple(claim_in(session, self.campaign, COUNT, now=self.now))
            if not ids:
                return
            attempt = open_for(session, self.campaign, ids, now=self.now, worker="last")
        call = Call(attempt.id, attempt.key, ids, 0)
        self.record(Answer(call, "result", self.far.take(call, "accepted")), can_be_settled=False)

    def _hear(self, delivery_id: int, kind: EventType) -> None:
        with self.database.write() as session:
            apply_events(session, self.campaign.sender_id, [event(delivery_id, kind)], now=self.now)


def test_nobody_twice_and_nobody_forgotten(database: Database) -> None:
    class Story(QueueStory):
        pass

    Story.database = database
    run_state_machine_as_test(
        Story,
        settings=settings(
            max_examples=examples(8),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
