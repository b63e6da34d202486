"""Promise 1 where several machines send, each with a journal of its own, and an older database is put back.

Three machines, with state directories of their own, work on one PostgreSQL; pg_dump in mid-send; all go on,
readers leave, all are killed; pg_restore; one of them adopts it, with all journals or with one missing.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from campaigns.journal import ATTEMPT
from campaigns.restore.adopt import AdoptReport, adopt
from campaigns.sending.pause import resume
from campaigns.services import build_services
from campaigns.status import FINAL, CampaignStatus, PauseReason
from campaigns.tables import Campaign
from core.db import Database
from core.generation.counter import read_generation
from core.generation.journal import Journal
from core.generation.local_state import DATA, KIND
from core.generation.tables import Machine
from core.generation.verdict import Verdict
from core.settings import load_settings
from delivery.attempts.transitions import MOVED
from delivery.status import DeliveryAction, DeliveryStatus
from delivery.tables import Delivery
from scheduler.build import build_job_context
from simulator.serve import SimulatorThread
from subscribers.links import read_unsubscribe_token
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, Subscription
from tests.databases import empty
from tests.embedded_postgres import get_server
from tests.kill.life import BATCH
from tests.kill.patience import until
from tests.kill.places import DumpedPlace
from tests.kill.processes import Life, Processes, processes
from tests.kill.stage import Stage, far_side

READERS = 300
FAST = 40
MACHINES = 3
NOES = 4
"""Readers who leave through each machine but the one whose journal may be missing."""
IN_FLIGHT = MACHINES * 4 * BATCH
QUIET = 0.7


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DumpedPlace]:
    migrated: Database = request.getfixturevalue("migrated_postgres")
    empty(migrated)
    migrated.dispose()
    server = get_server(Path(str(migrated.url.query["host"])), cleanup_mode=None)
    name = str(migrated.url.database)
    made = DumpedPlace(server, f"machines_{name}", name, tmp_path / "backup.dump")
    yield made
    made.drop()


@dataclass
class Machines:
    stage: Stage
    far: SimulatorThread
    lives: Processes
    homes: list[Path]
    """Their state directories; that of the one who adopts comes first."""
    running: list[Life] = field(default_factory=list)
    workers: list[Life] = field(default_factory=list)
    """One for each state directory, in their order."""

    def start(self) -> None:
        self.running = [self.lives.begin("scheduler", state_dir=str(self.homes[0]))]
        self.workers = [self.lives.begin("worker", state_dir=str(home)) for home in self.homes]
        self.running += self.workers

    def kill(self) -> None:
        for life in self.running:
            life.kill()

    def identity(self) -> str:
        with self.stage.database.read() as session:
            return read_generation(session).identity

    def all_work(self) -> bool:
        with self.stage.database.read() as session:
            beats = session.exec(select(Machine.beats)).all()
        return sum(count > 1 for count in beats) == MACHINES

    def attempts(self) -> list[int]:
        """By machine, how many calls it has written down."""
        return [
            sum(line.content[KIND] == ATTEMPT for line in Journal(home / self.identity()).lines())
            for home in self.homes
        ]

    def each_sends(self, before: list[int]) -> None:
        """Each has made a call since. Who has is killed, and the rest is left to the others."""
        until(lambda: self._retire(before), every=0.01)

    def _retire(self, before: list[int]) -> bool:
        have_sent = [now > then for now, then in zip(self.attempts(), before, strict=True)]
        for worker, has_sent in zip(self.workers, have_sent, strict=True):
            if has_sent and worker in self.running:
                worker.kill()
                self.running.remove(worker)
        assert all(have_sent) or not self.is_over(), "a machine sent nothing after the backup: it proves nothing"
        return all(have_sent)

    def leave(self) -> list[int]:
        """Some readers unsubscribe, through the pages of each machine but the last."""
        opted_out = random.sample(range(1, READERS + 1), NOES * (MACHINES - 1))
        for home, readers in zip(self.homes, (opted_out[:NOES], opted_out[NOES:]), strict=False):
            settings = self.stage.world.settings.model_copy(update={"state_dir": str(home)})
            database = Database(settings.database_url)
            build_job_context(build_services(settings, database, self.stage.clock))
            for reader in readers:
                with database.write() as session:
                    unsubscribe(
                        session, subscriber_id=reader, list_id=1, method=ConsentMethod.ONE_CLICK,
                        evidence="", now=self.stage.clock.now(),
                    )  # fmt: skip
            database.dispose()
        return opted_out

    def adopt(self, journals: list[Path]) -> AdoptReport:
        world = self.stage.world
        self.stage.database.dispose()
        context = build_job_context(build_services(world.settings, self.stage.database, self.stage.clock))
        return adopt(context, apply=True, actor=world.boris, now=self.stage.clock.now(), journals=journals)

    def resume(self) -> None:
        paused = (Campaign.status == CampaignStatus.PAUSED, Campaign.pause_reason == PauseReason.RESTORED)
        world = self.stage.world
        with world.database.write() as session:
            for campaign_id in session.exec(select(Campaign.id).where(*paused)).all():
                resume(session, campaign_id, actor=world.boris, now=self.stage.clock.now())

    def is_over(self) -> bool:
        with self.stage.database.read() as session:
            states = set(session.exec(select(Campaign.status)).all())
            waits = col(Delivery.status).in_([DeliveryStatus.QUEUED, DeliveryStatus.SENDING])
            return states <= FINAL and not session.exec(select(func.count(col(Delivery.id))).where(waits)).one()

    def readers(self, *states: DeliveryStatus) -> set[int]:
        with self.stage.database.read() as session:
            return set(session.exec(select(Delivery.subscriber_id).where(col(Delivery.status).in_(states))))

    def unsubscribed(self) -> set[int]:
        left = Subscription.status == SubscriptionStatus.UNSUBSCRIBED
        with self.stage.database.read() as session:
            return set(session.exec(select(Subscription.subscriber_id).where(left)))

    def taken(self) -> int:
        """How many messages the far side has taken."""
        return self.far.simulation.ledger.count()

    def copies(self) -> Counter[int]:
        """By reader, what the far side has taken."""
        signer, now = self.stage.world.context.signer, self.stage.clock.now()
        tokens = (
            (message.envelope.header("List-Unsubscribe") or "").strip("<>").rpartition("/u/")[2]
            for message in self.far.simulation.ledger.messages()
        )
        return Counter(read_unsubscribe_token(signer, token, now=now).subscriber_id for token in tokens)


@dataclass(frozen=True)
class Situation:
    """All machines are dead, the older database is in place, and nobody has adopted it."""

    machines: Machines
    opted_out: list[int]
    identity: str


@pytest.fixture
def situation(place: DumpedPlace, tmp_path: Path) -> Iterator[Situation]:
    homes = [tmp_path / f"machine-{number}" for number in range(MACHINES)]
    settings = load_settings(
        env_file=None, database_url=place.url, var_dir=tmp_path / "var", state_dir=str(homes[0])
    )
    database = Database(place.url)
    stage = Stage(database, settings, readers=READERS, fast=FAST)
    with (
        far_side(random.Random(), stage.clock) as far,
        processes(stage.order({"resend": far.url}, settings.var_dir)) as lives,
    ):
        machines = Machines(stage, far, lives, homes)
        machines.start()
        until(machines.all_work)
        stage.begin_campaign()
        until(lambda: machines.taken() > BATCH, every=0.005)
        place.copy()
        before = machines.attempts()
        opted_out = machines.leave()
        machines.each_sends(before)
        machines.kill()
        identity = machines.identity()
        database.dispose()
        place.put_back()
        sent = machines.taken()
        machines.start()
        time.sleep(QUIET)
        assert machines.taken() == sent, "something went out before anybody said that it may"
        machines.kill()
        yield Situation(machines, opted_out, identity)
    database.dispose()


def test_with_the_journals_of_all_machines_a_restore_goes_on_where_it_was(situation: Situation) -> None:
    machines = situation.machines
    done = machines.adopt(machines.homes[1:])
    assert done.before is Verdict.LIES_ELSEWHERE, "a database of its own, put back by hand"
    assert done.replay is not None
    assert done.replay.is_whole
    machines.start()
    machines.resume()
    until(machines.is_over)
    copies, in_doubt, gone = machines.copies(), machines.readers(DeliveryStatus.IN_DOUBT), machines.unsubscribed()
    assert set(copies.values()) == {1}, "nobody twice"
    assert set(situation.opted_out) <= gone, "no no is lost"
    assert set(range(1, READERS + 1)) <= copies.keys() | in_doubt | gone, "nobody is forgotten unseen"
    assert len(in_doubt) <= IN_FLIGHT


def test_with_a_journal_missing_what_no_line_speaks_of_is_in_doubt(situation: Situation) -> None:
    """The last machine's. What the others wrote down is known; nobody else is sent anything, or forgotten."""
    machines = situation.machines
    accepted_then = machines.readers(DeliveryStatus.ACCEPTED)
    done = machines.adopt(machines.homes[1:-1])
    assert done.replay is not None
    assert not done.replay.is_whole
    known = accepted_then | accepted_by(machines.homes[:-1], situation.identity, attempted_in=machines.homes)
    assert machines.readers(DeliveryStatus.ACCEPTED) == known
    everybody = set(range(1, READERS + 1))
    refused = machines.readers(DeliveryStatus.REJECTED, DeliveryStatus.FAILED)
    assert machines.readers(DeliveryStatus.IN_DOUBT) == everybody - known - refused
    before = machines.copies()
    machines.start()
    time.sleep(QUIET)
    assert machines.copies() == before, "it is paused for staff"
    machines.resume()
    until(machines.is_over)
    assert set(machines.copies().values()) == {1}, "nobody twice"
    assert set(situation.opted_out) <= machines.unsubscribed(), "no no is lost"


def accepted_by(homes: list[Path], identity: str, *, attempted_in: list[Path]) -> set[int]:
    """Readers of whose copy these journals know that a provider took it. `attempted_in`: another machine may have
    begun what one of them has ended."""
    reader_of, accepted = dict[int, int](), set[int]()
    for home in attempted_in:
        for line in Journal(home / identity).lines():
            data = line.content[DATA]
            if line.content[KIND] == ATTEMPT:
                reader_of |= {row[0]: row[1] for row in data["rows"]}
            elif home in homes and line.content[KIND] == MOVED and data["action"] == DeliveryAction.ACCEPT:
                accepted |= set(data["ids"])
    return {reader_of[delivery] for delivery in accepted if delivery in reader_of}
