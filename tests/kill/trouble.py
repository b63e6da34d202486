"""Some machines with clocks minutes apart on one database, and what happens to them."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.kill.cable import Cable, cable
from tests.kill.processes import Life, Processes

SKEWS = (0, 5, -5, 3, -3)
"""By how many minutes the machines' clocks are wrong."""
LONGEST_OUTAGE = 0.5


@dataclass
class Machine:
    role: str
    skew_minutes: int
    cable: Cable
    lives: Processes
    life: Life = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.life = self.lives.begin(
            self.role, database_url=self.cable.database_url, skew_minutes=self.skew_minutes
        )


@dataclass
class Trouble:
    machines: list[Machine]
    chance: random.Random
    restart_database: Callable[[], None] | None = None
    count: Counter[str] = field(default_factory=Counter)

    def happen(self) -> None:
        kinds = {"killed": self._kill, "cut off": self._cut_off}
        if self.restart_database is not None:
            kinds["database restarts"] = self.restart_database
        kind = self.chance.choices(list(kinds), weights=(6, 3, 1)[: len(kinds)])[0]
        kinds[kind]()
        self.count[kind] += 1

    def _kill(self) -> None:
        machine = self.chance.choice(self.machines)
        machine.life.kill()
        self._outage()
        machine.start()

    def _cut_off(self) -> None:
        machine = self.chance.choice(self.machines)
        machine.cable.cut()
        self._outage()
        machine.cable.mend()

    def _outage(self) -> None:
        time.sleep(self.chance.uniform(0, LONGEST_OUTAGE))

    def end(self) -> list[int]:
        """Everybody ends in order; their exit codes."""
        return [machine.life.end() for machine in self.machines]


@contextmanager
def machines(lives: Processes, database_url: str, *, workers: int, schedulers: int) -> Iterator[list[Machine]]:
    roles = ["scheduler"] * schedulers + ["worker"] * workers
    with ExitStack() as stack:
        cables = [stack.enter_context(cable(database_url)) for _ in roles]
        yield [Machine(role, skew, laid, lives) for role, skew, laid in zip(roles, SKEWS, cables, strict=True)]
