"""Lease of an import: one process at a time goes on with it, and what it writes counts only while it is its own.

Rows and how far they are change in one transaction, in which the import's own row is locked: whoever was thought
dead and goes on finds it taken, and nothing is done twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import sleep
from typing import Any

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, select

from core.db import Database, rows_changed
from core.errors import Conflict
from core.sqlite_engine import is_written_within
from subscribers.import_tables import UNDER_WAY, ImportState, SubscriberImport

LEASE = timedelta(minutes=3)
"""After so long without a word, another process goes on with it."""
TURN = 0.03
"""Seconds between two transactions on SQLite. Whoever waits in another process tries again after 1, 2, 5, 10, 15,
20 and 25 ms, and only after an eighth of a second less often (sqlite3.c, sqliteDefaultBusyCallback): who has come
during a transaction of at most 100 ms tries at least once in it."""
PAUSE = 0.15
"""The same where somebody did write in that time: then others may wait for longer, who try ten times a second."""


class ImportTaken(Conflict):
    """Somebody else goes on with it, or it is in another state."""


@dataclass(frozen=True, slots=True)
class ImportLease:
    """What this process is at."""

    database: Database
    import_id: int
    worker: str
    now: Callable[[], datetime]

    def lock(self, session: Session, state: ImportState) -> SubscriberImport:
        """For the transaction that goes on with it. Raises ImportTaken where it is somebody else's, or is no
        longer in that state."""
        row = session.exec(
            select(SubscriberImport)
            .where(
                SubscriberImport.id == self.import_id,
                SubscriberImport.worker == self.worker,
                SubscriberImport.state == state,
            )
            .with_for_update()
        ).first()
        if row is None:
            raise ImportTaken("subscribers-import-taken")
        row.lease_until = self.now() + LEASE
        session.add(row)
        return row

    def beat(self, state: ImportState) -> None:
        """A sign of life. Raises ImportTaken as `lock` does."""
        with self.database.write() as session:
            self.lock(session, state)

    def pause(self) -> None:
        let_others_write(self.database)

    def leave(self, **values: Any) -> None:
        """For whoever goes on, unless somebody does already."""
        mine = (col(SubscriberImport.id) == self.import_id, col(SubscriberImport.worker) == self.worker)
        with self.database.write() as session:
            session.execute(update(SubscriberImport).where(*mine).values(lease_until=None, **values))


def let_others_write(database: Database) -> None:
    """Between two transactions. Whoever waits in this process has their turn anyway (`core.writer_turns`)."""
    path = database.sqlite_path
    if path is not None and is_written_within(path, TURN):
        sleep(PAUSE - TURN)


def claim(lease: ImportLease) -> SubscriberImport | None:
    """The import, for this worker; None where somebody else is at it, or nothing is to be done."""
    now = lease.now()
    statement = update(SubscriberImport).where(col(SubscriberImport.id) == lease.import_id, *is_free(now))
    with lease.database.write() as session:
        taken = session.execute(statement.values(worker=lease.worker, lease_until=now + LEASE))
        if rows_changed(taken) == 0:
            return None
        return session.get_one(SubscriberImport, lease.import_id, populate_existing=True)


def is_free(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Of imports: somebody has to go on with them, and nobody does."""
    until = col(SubscriberImport.lease_until)
    return col(SubscriberImport.state).in_(UNDER_WAY), or_(until.is_(None), until <= now)
