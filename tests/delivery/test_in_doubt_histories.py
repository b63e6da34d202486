"""Any history of several attempts for the same readers: a doubt belongs to the attempt in which it arose.

The far side remembers no keys, answers in part, late or never, and can be asked for its record. Beside the program
stands a plain model of whose hands each delivery is in, and of what people decided about whom.
"""

from collections import Counter
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete
from sqlmodel import col, select

from core.db import Database
from delivery.attempts.attempts import (
    RetryTerms,
    due_for_reconciliation,
    postpone_lookup,
    record_doubt,
    record_not_accepted,
    record_result,
)
from delivery.attempts.close_attempts import UNDECIDED, UNSETTLED
from delivery.attempts.in_doubt import (
    attempts_in_doubt,
    count_beyond_evidence,
    decide_doubt,
    decide_doubts,
    ids_in_doubt,
)
from delivery.attempts.queue import expire_leases
from delivery.attempts.send_again import send_refused_again
from delivery.events.events import apply_events
from delivery.message.outgoing import Accepted, DeliveryResult, Doubtful, NotSent, Rejected, SendResult
from delivery.outcome import EventType, RejectReason
from delivery.reporting.listing import DeliveryFilter, count_in_doubt
from delivery.status import REFUSED_STATES, DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery, DeliveryEvent
from tests.conftest import NOON
from tests.delivery.builders import LEASE, claim_in, event, launch_in, open_for, rows_of
from tests.examples import examples

COUNT = 3
MAX_ATTEMPTS = 9
S = DeliveryStatus
names = count()
SAYS = st.sampled_from(["doubtful", "not sent", "accepted", "rejected", "silent"])


@dataclass(frozen=True)
class Answer:
    attempt_id: int
    kind: str
    result: SendResult
    fencing_token: int = 0


class DoubtStory(RuleBasedStateMachine):
    database: Database

    answers = Bundle[Answer]("answers")

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.mailed: Counter[int] = Counter()
        """What really arrived, by reader."""
        self.mailed_by: dict[int, set[int]] = {}
        """The same by attempt: the provider's own record."""
        self.held_by: dict[int, int] = {}
        self.carried: dict[int, tuple[int, ...]] = {}
        self.permitted: Counter[int] = Counter()
        """How often a person said of that reader's own doubt, or refusal, that it be sent again."""
        with self.database.write() as session:
            self.campaign = launch_in(session, COUNT, f"doubts-{next(names)}")
        self.known = self._statuses()
        """How each delivery stood after the last step."""

    def _some(self, *wanted: DeliveryStatus) -> bool:
        return any(status in wanted for status in self.known.values())

    # what workers do

    @precondition(lambda self: self._some(S.QUEUED))
    @rule(
        target=answers,
        kind=st.sampled_from(["answered", "answered", "answered", "answered", "lost", "not accepted", "refused"]),
        says=st.lists(SAYS, min_size=COUNT, max_size=COUNT),
        arrived=st.lists(st.booleans(), min_size=COUNT, max_size=COUNT),
        when=st.sampled_from(["at once", "at once", "at once", "later", "never"]),
    )
    def call(self, kind: str, says: list[str], arrived: list[bool], when: str) -> MultipleResults[Answer]:
        """For everybody who waits, however long they were to wait."""
        with self.database.write() as session:
            ids = tuple(claim_in(session, self.campaign, COUNT, now=self.now + timedelta(days=1)))
            attempt_id = open_for(session, self.campaign, ids, now=self.now).id
        self.carried[attempt_id] = ids
        self.held_by |= dict.fromkeys(ids, attempt_id)
        answer = Answer(attempt_id, kind, self._far_side(attempt_id, kind, says, arrived))
        if when == "at once":
            self._record(answer, None)
        return multiple() if when == "never" else multiple(answer)

    def _far_side(self, attempt_id: int, kind: str, says: list[str], arrived: list[bool]) -> SendResult:
        results: list[DeliveryResult] = []
        taken = set()
        for delivery_id, word, has_arrived in zip(self.carried[attempt_id], says, arrived, strict=False):
            if word == "accepted":
                results.append(Accepted(delivery_id, None))
            elif word == "rejected":
                results.append(Rejected(delivery_id, RejectReason.INVALID, "no"))
            elif word == "not sent":
                results.append(NotSent(delivery_id, "later"))
            elif word == "doubtful":
                results.append(Doubtful(delivery_id, "cut off"))
            is_open = word in ("doubtful", "silent") or kind == "lost"
            if kind in ("answered", "lost") and (word == "accepted" or (is_open and has_arrived)):
                taken.add(delivery_id)
        self.mailed.update(taken)
        self.mailed_by[attempt_id] = taken
        return SendResult(tuple(results))

    @rule(answer=answers, has_evidence=st.booleans())
    def record(self, answer: Answer, has_evidence: bool) -> None:
        """At any time, and any number of times."""
        good = {result.delivery_id for result in answer.result.results if isinstance(result, Accepted)}
        settle_at = self.now + timedelta(seconds=30) if has_evidence else None
        with self._only_what_is_in_hands_of(answer.attempt_id, good=good if answer.kind == "answered" else set()):
            self._record(answer, settle_at)

    def _record(self, answer: Answer, settle_at: datetime | None) -> None:
        id_, fencing_token = answer.attempt_id, answer.fencing_token
        with self.database.write() as session:
            if answer.kind == "answered":
                record_result(
                    session,
                    id_,
                    answer.result,
                    now=self.now,
                    terms=RetryTerms(MAX_ATTEMPTS, settle_at),
                    fencing_token=fencing_token,
                )
            elif answer.kind == "lost":
                record_doubt(
                    session, id_, detail="", settle_at=settle_at, now=self.now, fencing_token=fencing_token
                )
            elif answer.kind == "refused":
                record_not_accepted(
                    session, id_, now=self.now, retry_at=self.now, detail="", fencing_token=fencing_token
                )
            else:
                later = self.now + timedelta(seconds=10)
                record_not_accepted(
                    session, id_, now=self.now, retry_at=later, detail="", fencing_token=fencing_token
                )

    @precondition(lambda self: self._some(S.IN_DOUBT))
    @rule(target=answers, sees=st.lists(st.booleans(), min_size=COUNT, max_size=COUNT), comes_to_it=st.booleans())
    def look_into_the_record(self, sees: list[bool], comes_to_it: bool) -> MultipleResults[Answer]:
        """What it shows was accepted by that attempt; of the rest it says that it was not, or nothing."""
        with self.database.write() as session:
            due = due_for_reconciliation(session, now=self.now, limit=1, worker="looker", lease=LEASE)
        if not due:
            return multiple()
        (attempt,) = due
        if not comes_to_it:
            with self._only_what_is_in_hands_of(0), self.database.write() as session:
                postpone_lookup(session, attempt.id, until=self.now, fencing_token=attempt.settle_count)
            return multiple()
        there = self.mailed_by.get(attempt.id, set())
        results = [
            Accepted(delivery_id, None) if delivery_id in there else NotSent(delivery_id, "not there")
            for delivery_id, is_seen in zip(self.carried[attempt.id], sees, strict=False)
            if is_seen
        ]
        return multiple(Answer(attempt.id, "answered", SendResult(tuple(results)), attempt.settle_count))

    @rule(seconds=st.sampled_from([40, 130]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        before = self.known
        with self.database.write() as session:
            lapsed = (col(Attempt.state) == "open", col(Attempt.lease_until) <= self.now)
            over = set(session.exec(select(Attempt.id).where(*lapsed)).all())
            expire_leases(session, now=self.now)
        after = self._statuses()
        assert all(
            before[delivery_id] == after[delivery_id]
            for delivery_id in before
            if self.held_by.get(delivery_id) not in over
        )

    @precondition(lambda self: self.mailed)
    @rule(data=st.data(), kind=st.sampled_from([EventType.DELIVERED, EventType.BOUNCED]))
    def an_event_comes(self, data: st.DataObject, kind: EventType) -> None:
        """About any of the copies that arrived, of the first attempt or of a later one."""
        about = data.draw(st.sampled_from(sorted(self.mailed)))
        with self._only_what_is_in_hands_of(0, good={about}), self.database.write() as session:
            apply_events(session, self.campaign.sender_id, [event(about, kind)], now=self.now)

    # what people do

    @precondition(lambda self: self._some(S.IN_DOUBT))
    @rule(data=st.data(), was_accepted=st.booleans())
    def a_person_decides(self, data: st.DataObject, was_accepted: bool) -> None:
        with self.database.read() as session:
            attempts = attempts_in_doubt(session, campaign_id=self.campaign.campaign_id, limit=99)
            free = [
                attempt.id
                for attempt in attempts
                if attempt.lease_until is None or attempt.lease_until <= self.now
            ]
        if not free:
            return
        chosen = data.draw(st.sampled_from(free))
        doubted = self._doubted(chosen)
        with self._only_what_is_in_hands_of(chosen), self.database.write() as session:
            decided = decide_doubt(session, chosen, was_accepted=was_accepted, now=self.now)
        self._was_decided(doubted, was_accepted, decided)

    @precondition(lambda self: self._some(S.IN_DOUBT))
    @rule(data=st.data(), was_accepted=st.booleans())
    def a_person_decides_about_many(self, data: st.DataObject, was_accepted: bool) -> None:
        shown = data.draw(st.sets(st.sampled_from(sorted(self.carried))))
        doubted_by = {attempt_id: self._doubted(attempt_id) for attempt_id in shown}
        before = self.known
        with self.database.write() as session:
            attempt_ids, decided = decide_doubts(
                session, self.campaign.campaign_id, shown, was_accepted=was_accepted, now=self.now
            )
        assert set(attempt_ids) <= shown
        doubted = {delivery_id for attempt_id in attempt_ids for delivery_id in doubted_by[attempt_id]}
        after = self._statuses()
        assert {delivery_id for delivery_id in before if before[delivery_id] != after[delivery_id]} == doubted
        self._was_decided(doubted, was_accepted, decided)

    def _was_decided(self, doubted: set[int], was_accepted: bool, decided: int) -> None:
        assert decided == len(doubted)
        after = self._statuses()
        assert all(after[delivery_id] is (S.ACCEPTED if was_accepted else S.QUEUED) for delivery_id in doubted)
        if not was_accepted:
            self.permitted.update(doubted)

    @precondition(lambda self: self._some(*REFUSED_STATES))
    @rule()
    def a_person_sends_again_to_the_refused(self) -> None:
        before = self.known
        refused = {delivery_id for delivery_id in before if before[delivery_id] in REFUSED_STATES}
        with self.database.write() as session:
            sent = send_refused_again(
                session, self.campaign.campaign_id, DeliveryFilter(), seen_at=self.now, now=self.now
            )
        assert set(sent) == refused
        after = self._statuses()
        assert all(
            after[delivery_id] is (S.QUEUED if delivery_id in refused else before[delivery_id])
            for delivery_id in before
        )
        self.permitted.update(refused)

    # what must hold at every moment

    @invariant()
    def nobody_gets_another_copy_without_a_word_about_their_own_doubt(self) -> None:
        assert all(times <= 1 + self.permitted[delivery_id] for delivery_id, times in self.mailed.items())

    @invariant()
    def the_counts_add_up(self) -> None:
        rows = {row.id: row for row in rows_of(self.database, self.campaign)}
        self.known = {delivery_id: row.status for delivery_id, row in rows.items()}
        doubted = {delivery_id for delivery_id, status in self.known.items() if status is S.IN_DOUBT}
        with self.database.read() as session:
            counts = count_in_doubt(session, list(self.carried))
            listed = {attempt_id: ids_in_doubt(session, attempt_id) for attempt_id in self.carried}
            own = col(Attempt.campaign_id) == self.campaign.campaign_id
            attempts = {attempt.id: attempt for attempt in session.exec(select(Attempt).where(own)).all()}
            beyond = count_beyond_evidence(session, but_for=[])
        assert {attempt_id: len(ids) for attempt_id, ids in listed.items() if ids} == dict(counts)
        assert sorted(delivery_id for ids in listed.values() for delivery_id in ids) == sorted(doubted)
        assert all(
            self.held_by[delivery_id] == attempt_id for attempt_id, ids in listed.items() for delivery_id in ids
        )
        left = sum(len(ids) for attempt_id, ids in listed.items() if attempts[attempt_id].settle_at is None)
        assert beyond.get(self.campaign.campaign_id, 0) == left
        for attempt_id, ids in self.carried.items():
            held = any(
                self.held_by[delivery_id] == attempt_id and rows[delivery_id].status in UNDECIDED
                for delivery_id in ids
            )
            assert (attempts[attempt_id].state in UNSETTLED) == held

    def teardown(self) -> None:
        with self.database.write() as session:
            for table in (DeliveryEvent, AttemptDelivery, Attempt, Delivery):
                session.exec(delete(table))

    @contextmanager
    def _only_what_is_in_hands_of(self, attempt_id: int, *, good: Set[int] = frozenset()) -> Iterator[None]:
        """Nobody else is moved, but that good news about them is believed."""
        before = self.known
        yield
        after = self._statuses()
        for delivery_id, status in before.items():
            if self.held_by.get(delivery_id) != attempt_id and after[delivery_id] is not status:
                assert delivery_id in good
                assert after[delivery_id] is S.ACCEPTED

    def _doubted(self, attempt_id: int) -> set[int]:
        return {
            delivery_id
            for delivery_id, status in self.known.items()
            if status is S.IN_DOUBT and self.held_by[delivery_id] == attempt_id
        }

    def _statuses(self) -> dict[int, DeliveryStatus]:
        return {row.id: row.status for row in rows_of(self.database, self.campaign)}


def test_a_doubt_belongs_to_its_attempt(database: Database) -> None:
    class Story(DoubtStory):
        pass

    Story.database = database
    run_state_machine_as_test(
        Story,
        settings=settings(
            max_examples=examples(15),
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
