"""A campaign to readers who wait, a far side that misbehaves, and the account of what every address received."""

import random
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from campaigns.settings import CampaignSettings
from campaigns.status import FINAL
from campaigns.tables import Campaign
from core.clock import Clock, SystemClock
from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, Sender
from simulator.config import SimulatorConfig
from simulator.faults import FaultKind
from simulator.serve import SimulatorThread
from subscribers.links import read_unsubscribe_token
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.kill.life import CLOCK_FACTOR, FastClock

SECOND_SENDER = "spare"
FAULT_RATES = {
    FaultKind.LOST_ANSWER: 0.1,
    FaultKind.CUT: 0.05,
    FaultKind.ERROR_ACCEPTED: 0.05,
    FaultKind.ERROR: 0.03,
    FaultKind.RATE_LIMIT: 0.02,
    FaultKind.GARBAGE_ACCEPTED: 0.03,
}


def far_side(chance: random.Random, clock: Clock | None = None) -> SimulatorThread:
    """A provider with whom something goes wrong all the time."""
    return SimulatorThread(SimulatorConfig(fault_rates=FAULT_RATES, seed=chance.randrange(10**6)), clock)


@dataclass(frozen=True)
class Account:
    sent: int
    """Messages that the far side took."""
    lost: int
    """Readers of a campaign who got nothing, and nobody is asked about it."""
    twice: int
    in_doubt: int

    @property
    def is_proof(self) -> bool:
        return self.sent > 0 and not (self.lost or self.twice or self.in_doubt)

    @property
    def is_honest(self) -> bool:
        """Nobody twice, and whoever may have got nothing is known to be in doubt."""
        return self.sent > 0 and not (self.lost or self.twice)


def base_url(provider: str, far_side: str) -> str:
    """Where a provider's calls go, as its setting has it."""
    return f"{far_side}/v3" if provider == "brevo" else far_side


def _spare(provider: str, now: datetime) -> Sender:
    return Sender(
        name=SECOND_SENDER,
        provider=provider,
        from_name="Odprta pot",
        from_address="bilten@example.org",
        webhook_token="s" * 40,
        calls_per_second=10_000.0,
        created_at=now,
    )


class Stage:
    """`second`: the provider that carries on while the first is paused; `fast`: by how much clocks go faster."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        *,
        readers: int,
        provider: str = "resend",
        second: str | None = None,
        fast: int = CLOCK_FACTOR,
    ) -> None:
        self.database = database
        self._start = time.time()
        self.clock = FastClock(SystemClock(), datetime.fromtimestamp(self._start, UTC), fast)
        self.readers = readers
        self._second = "" if second is None else SECOND_SENDER
        self.campaigns = 0
        self.world: World = make_world(database, StoppedClock(self.clock.now()), settings)
        with database.write() as session:
            session.execute(update(Sender).values(provider=provider, calls_per_second=10_000.0))
            if second is not None:
                session.add(_spare(second, self.clock.now()))
        self.world.configure(undo_window=CampaignSettings.of(settings).undo_window * 0)
        self.world.add_readers([f"reader{number:04}" for number in range(readers)])

    def order(self, far_sides: dict[str, str], var_dir: Path, *, error_threshold: int = 10_000) -> dict[str, Any]:
        """What every life has to know. `far_sides`: by provider, the base address of the simulator."""
        return {
            "database_url": self.database.url.render_as_string(hide_password=False),
            "var_dir": str(var_dir),
            "state_dir": str(self.world.settings.state_path),
            "far_sides": far_sides,
            "error_threshold": error_threshold,
            "clock_factor": self.clock.factor,
            "start": self._start,
            "skew_minutes": 0,
        }

    def begin_campaign(self) -> None:
        self.world.clock.moment = self.clock.now()
        self.world.scheduled(second_sender=self._second)
        self.campaigns += 1

    def keep_busy(self) -> None:
        """Begins another campaign as soon as most of those before it has gone out."""
        try:
            with self.database.read() as session:
                waits = col(Delivery.status) == DeliveryStatus.QUEUED
                waiting = session.exec(select(func.count(col(Delivery.id))).where(waits)).one()
                launched = session.exec(select(func.count(func.distinct(Delivery.campaign_id)))).one()
            if waiting < self.readers / 2 and launched == self.campaigns:
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

    def account(self, *far_sides: SimulatorThread) -> Account:
        """Of all that they took together. A reader's copy of a campaign is known by its link to leave the list."""
        copies = Counter(
            self._whose(message.envelope.header("List-Unsubscribe") or "")
            for far_side in far_sides
            for message in far_side.simulation.ledger.messages()
        )
        sent, twice = copies.total(), copies.total() - len(copies)
        with self.database.read() as session:
            of_each = select(Campaign.public_id, Delivery.subscriber_id, Delivery.status).join(
                Campaign, col(Campaign.id) == col(Delivery.campaign_id)
            )
            status = {
                (public_id, reader): delivery_status
                for public_id, reader, delivery_status in session.exec(of_each)
            }
        in_doubt = {who for who, delivery_status in status.items() if delivery_status is DeliveryStatus.IN_DOUBT}
        unplanned = self.campaigns * self.readers - len(status)
        return Account(sent, len(status.keys() - copies.keys() - in_doubt) + unplanned, twice, len(in_doubt))

    def _whose(self, header: str) -> tuple[str, int]:
        """The campaign and the reader of a copy."""
        token = header.strip("<>").rpartition("/u/")[2]
        link = read_unsubscribe_token(self.world.context.signer, token, now=self.clock.now())
        return link.campaign_public_id, link.subscriber_id
