"""A campaign to readers who wait, a far side that misbehaves, and the account of what every address received."""

import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from campaigns.status import FINAL
from campaigns.tables import Campaign
from core.clock import SystemClock
from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, Sender
from simulator.config import SimulatorConfig
from simulator.faults import FaultKind
from simulator.serve import SimulatorThread
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.kill.life import FastClock

FAULT_RATES = {
    FaultKind.LOST_ANSWER: 0.1,
    FaultKind.CUT: 0.05,
    FaultKind.ERROR_ACCEPTED: 0.05,
    FaultKind.ERROR: 0.03,
    FaultKind.RATE_LIMIT: 0.02,
    FaultKind.GARBAGE_ACCEPTED: 0.03,
}


def far_side(chance: random.Random) -> SimulatorThread:
    return SimulatorThread(SimulatorConfig(fault_rates=FAULT_RATES, seed=chance.randrange(10**6)))


@dataclass(frozen=True)
class Account:
    sent: int
    """Messages that the far side took."""
    lost: int
    twice: int
    in_doubt: int

    @property
    def is_proof(self) -> bool:
        return self.sent > 0 and not (self.lost or self.twice or self.in_doubt)


class Stage:
    def __init__(self, database: Database, settings: Settings, *, readers: int, provider: str = "resend") -> None:
        self.database = database
        self._start = time.time()
        self._clock = FastClock(SystemClock(), datetime.fromtimestamp(self._start, UTC))
        self._readers = readers
        self._provider = provider
        self.campaigns = 0
        self.world: World = make_world(database, StoppedClock(self._clock.now()), settings)
        with database.write() as session:
            session.execute(update(Sender).values(provider=provider, calls_per_second=10_000.0))
        self.world.configure(undo_window=settings.undo_window * 0)
        self.world.add_readers([f"reader{number:04}" for number in range(readers)])

    def order(self, far_side: str, var_dir: Path) -> dict[str, Any]:
        """What every life has to know. `far_side`: the address of the simulator."""
        return {
            "database_url": self.database.url.render_as_string(hide_password=False),
            "var_dir": str(var_dir),
            "far_side": far_side,
            "provider": self._provider,
            "start": self._start,
            "skew_minutes": 0,
        }

    def begin_campaign(self) -> None:
        self.world.clock.moment = self._clock.now()
        self.world.scheduled()
        self.campaigns += 1

    def keep_busy(self) -> None:
        """Begins another campaign as soon as most of those before it has gone out."""
        try:
            with self.database.read() as session:
                waits = col(Delivery.status) == DeliveryStatus.QUEUED
                waiting = session.exec(select(func.count(col(Delivery.id))).where(waits)).one()
                launched = session.exec(select(func.count(func.distinct(Delivery.campaign_id)))).one()
            if waiting < self._readers / 2 and launched == self.campaigns:
                self.begin_campaign()
        except OperationalError:
            return

    def is_over(self) -> bool:
        """Whether every campaign is; nobody can tell while the database is away."""
        try:
            with self.database.read() as session:
                states = session.exec(select(Campaign.status).order_by(col(Campaign.id))).all()
        except OperationalError:
            return False
        return set(states) <= FINAL

    def account(self, far_side: SimulatorThread) -> Account:
        ledger = far_side.simulation.ledger
        twice = sum(copy.count - 1 for copy in ledger.duplicates())
        with self.database.read() as session:
            is_in_doubt = col(Delivery.status) == DeliveryStatus.IN_DOUBT
            in_doubt = session.exec(select(func.count(col(Delivery.id))).where(is_in_doubt)).one()
        sent = ledger.count()
        return Account(sent, self.campaigns * self._readers - (sent - twice), twice, in_doubt)
