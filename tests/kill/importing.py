"""An import, its undo and an erasure while processes are killed: what is in the file is written once, a no holds,
undoing leaves what was there before, and nobody who was erased comes back.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, SQLModel, col, func, select

from campaigns.imports.manage_import import check_import, start_import, start_undo, upload_import
from campaigns.people.staff_action import StaffAction
from campaigns.retention.run_retention import ask_for_run
from campaigns.retention.tables import RetentionRun
from staff.principal import OPERATOR
from subscribers.import_report import ImportRequest
from subscribers.import_tables import ImportState, SubscriberImport
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentMethod, ConsentRecord, Subscriber, Subscription
from tests.kill.patience import until
from tests.kill.processes import Processes, processes
from tests.kill.stage import Stage

FAST = 600
"""How much faster than ours the clocks go: a lease is over after a third of a second."""
LONGEST_LIFE = 0.7
KNOWN, LEFT, REFUSED = 10, 30, 3
"""Readers who were there before: of these one leaves by the file; and those who left long ago, and are erased."""
_LEAVER = "known0@example.org"
_COMPARED = ("subscriber", "subscription", "consent_record", "subscriber_word", "opted_out", "suppression")


@dataclass
class PeopleAccount:
    """What came of it. Each is a number of people, but for `kills`."""

    imported: int = 0
    kills: int = 0
    lost: int = 0
    """Rows that are neither accepted nor refused, noes that do not hold, and what an undo did not put back."""
    twice: int = 0
    came_back: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def is_proof(self) -> bool:
        return self.imported > 0 and not self.faults

    def expect(self, what: str, difference: int, kind: str = "lost") -> None:
        if difference:
            self.faults.append(f"{what}: {difference}")
            setattr(self, kind, getattr(self, kind) + abs(difference))


def kill_while_importing(
    stage: Stage, chance: random.Random, *, rows: int, kills: int, var_dir: Path
) -> PeopleAccount:
    """`kills`: of each step."""
    people = _People(stage, rows)
    order = stage.order({}, var_dir) | {"retention_left": timedelta(days=1).total_seconds()}
    with processes(order) as lives:
        for begin, is_over, check in people.steps():
            begin()
            people.account.kills += _kill_until(is_over, lives, chance, kills)
            check()
    return people.account


def _kill_until(is_over: Callable[[], bool], lives: Processes, chance: random.Random, kills: int) -> int:
    """How often something was under way when it was killed."""
    hits = 0
    for _ in range(kills):
        life = lives.begin("people")
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        hits += not is_over()
        assert life.kill()
    last = lives.begin("people")
    until(is_over)
    assert last.end() == 0
    return hits


class _People:
    """Readers who stay, one who leaves by the file, those who left long ago, and those who are new."""

    def __init__(self, stage: Stage, rows: int) -> None:
        self.account = PeopleAccount(imported=rows)
        self._stage, self._rows = stage, rows
        self._read = self._import_id = 0
        self._before: dict[str, list[tuple[Any, ...]]] = {}
        stage.world.add_readers([f"known{number}" for number in range(KNOWN)])
        left = SubscriptionStatus.UNSUBSCRIBED
        stage.world.add_readers([f"left{number}" for number in range(LEFT)], status=left)
        long_ago = stage.clock.now() - timedelta(days=30)
        with stage.database.write() as session:
            session.execute(update(Subscription).values(changed_at=long_ago))
            self._leaver = session.exec(select(Subscriber.id).where(Subscriber.address == _LEAVER)).one()

    def steps(self) -> list[tuple[Callable[[], None], Callable[[], bool], Callable[[], None]]]:
        """Of each: what staff do, whether jobs have done it, and what must hold then."""
        return [
            (self._ask_to_erase, self._is_erased, self._check_erased),
            (self._upload, lambda: self._is_in(ImportState.CHECKED), self._check_unchanged),
            (lambda: self._take(start_import), lambda: self._is_in(ImportState.DONE), self._check_imported),
            (lambda: self._take(start_undo), lambda: self._is_in(ImportState.UNDONE), self._check_undone),
        ]

    def _ask_to_erase(self) -> None:
        with self._stage.database.write() as session:
            ask_for_run(session, StaffAction("They left long ago.", OPERATOR, self._stage.clock.now(), "UTC"))

    def _is_erased(self) -> bool:
        return self._is_true(lambda session: session.exec(select(RetentionRun.finished_at)).one() is not None)

    def _check_erased(self) -> None:
        self.account.expect("erased people who are here", self._count("left%"), "came_back")

    def _upload(self) -> None:
        lines = [f"new{number}@example.org,New {number}," for number in range(self._rows)]
        lines += [f"known{number}@example.org,Other {number}," for number in range(1, KNOWN)]
        lines += [f"{_LEAVER},,unsubscribed", *["nobody@@example.org,Nobody,"] * REFUSED]
        lines += [f"left{number}@example.org,Back {number}," for number in range(LEFT)]
        random.shuffle(lines)
        file = BytesIO(("email,name,status\n" + "\n".join(lines) + "\n").encode())
        request = ImportRequest("bulletin", "Paper forms", "sl", updates=True)
        self._read, self._before = len(lines), self._everything()
        services = replace(self._stage.world.context.services, clock=self._stage.clock)
        self._import_id = upload_import(services, request, file, "people.csv", actor=OPERATOR)
        self._take(check_import)

    def _take(self, step: Callable[..., object]) -> None:
        with self._stage.database.write() as session:
            step(session, self._import_id, actor=OPERATOR, now=self._stage.clock.now())

    def _is_in(self, state: ImportState) -> bool:
        return self._is_true(lambda session: self._import(session).state is state)

    def _import(self, session: Session) -> SubscriberImport:
        return session.get_one(SubscriberImport, self._import_id)

    def _check_unchanged(self) -> None:
        changed = [name for name, rows in self._everything().items() if rows != self._before[name]]
        self.account.expect(f"tables that a check has changed {changed}", len(changed))

    def _check_imported(self) -> None:
        with self._stage.database.read() as session:
            counts = self._import(session).figures["counts"]
            by_import = select(func.count()).where(col(ConsentRecord.method) == ConsentMethod.IMPORT)
            records = session.exec(by_import).one()
        self.account.expect("rows without an outcome", self._read - sum(counts.values()))
        self.account.expect("rows that were not refused", REFUSED - counts["refused"])
        self.account.expect("new people who are missing", max(0, self._rows - self._count("new%")))
        self.account.expect("records of consent too many", records - self._rows - 1, "twice")
        self._check_noes()

    def _check_undone(self) -> None:
        """As before, but for the one whose no came with the file."""
        after = self._everything()
        for name, rows in self._before.items():
            self.account.expect(f"rows of {name} that are not as before", len(set(rows) ^ set(after[name])))
        self._check_noes()

    def _check_noes(self) -> None:
        with self._stage.database.read() as session:
            theirs = select(Subscription.status).where(Subscription.subscriber_id == self._leaver)
            is_no = session.exec(theirs).one() is SubscriptionStatus.UNSUBSCRIBED
        self.account.expect("noes that do not hold", int(not is_no))
        self._check_erased()

    def _everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Each row of each table of people, but what says who leaves by the file."""
        with self._stage.database.read() as session:
            return {name: sorted(self._rows_of(session, name), key=repr) for name in _COMPARED}

    def _rows_of(self, session: Session, name: str) -> list[tuple[Any, ...]]:
        table = SQLModel.metadata.tables[name]
        rows = table.select()
        if "subscriber_id" in table.c:
            rows = rows.where(table.c.subscriber_id != self._leaver)
        return [tuple(row) for row in session.execute(rows)]

    def _count(self, address: str) -> int:
        with self._stage.database.read() as session:
            return session.exec(select(func.count()).where(col(Subscriber.address).like(address))).one()

    def _is_true(self, ask: Callable[[Session], bool]) -> bool:
        """Nobody can tell while the database is busy."""
        try:
            with self._stage.database.read() as session:
                return ask(session)
        except OperationalError:
            return False
