"""Generation counter: read, raised, and held back, in SQL. Whoever raises it locks its row until the commit."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import inspect, text, update
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from core.db import Database, rows_changed
from core.generation.tables import DatabaseState, Machine
from core.sql import insert_new


@dataclass(frozen=True, slots=True)
class Generation:
    """How far a database has come."""

    identity: str
    counter: int
    last_machine: str | None
    machines: int
    quarantined_at: datetime | None
    quarantine_reason: str | None
    quarantined_counter: int | None

    @property
    def is_quarantined(self) -> bool:
        return self.quarantined_at is not None


_COLUMNS = (
    col(DatabaseState.identity),
    col(DatabaseState.counter),
    col(DatabaseState.last_machine),
    col(DatabaseState.machines),
    col(DatabaseState.quarantined_at),
    col(DatabaseState.quarantine_reason),
    col(DatabaseState.quarantined_counter),
)
_UNSYNCHRONISED = {"synchronize_session": False}


def has_identity(database: Database) -> bool:
    """False for a database that has not been made yet, or that an older version made."""
    with database.read() as session:
        return bool(inspect(session.connection()).has_table(str(DatabaseState.__tablename__)))


def read_generation(session: Session) -> Generation:
    """As committed, whatever the session has read before."""
    return Generation(*session.execute(columns(*_COLUMNS)).one())


def raise_counter(session: Session, machine_id: str, *, identity: str, at_least: int) -> Generation | None:
    """The state with the counter raised. None, and nothing is changed, where this is another database than
    `identity`, is held back, or has not come as far as `at_least`.

    Others who want to raise it wait until the transaction ends: raise last.
    """
    statement = (
        update(DatabaseState)
        .where(
            col(DatabaseState.identity) == identity,
            col(DatabaseState.quarantined_at).is_(None),
            col(DatabaseState.counter) >= at_least,
        )
        .values(counter=col(DatabaseState.counter) + 1, last_machine=machine_id)
        .returning(*_COLUMNS)
    )
    row = session.execute(statement, execution_options=_UNSYNCHRONISED).one_or_none()
    return None if row is None else Generation(*row)


def join(session: Session, machine_id: str, *, host: str, now: datetime) -> None:
    """Counts this machine among those that work on the database; twice is once."""
    values = {"id": machine_id, "host": host[:255], "beats": 0, "seen_at": now}
    # Asked for by RETURNING: what a driver calls the number of rows is -1 where it does not know.
    added = insert_new(session, Machine).values(values).returning(col(Machine.id))
    if session.execute(added).scalar() is not None:
        one_more = update(DatabaseState).values(machines=col(DatabaseState.machines) + 1)
        session.execute(one_more, execution_options=_UNSYNCHRONISED)


def beat(session: Session, machine_id: str, *, number: int, host: str, now: datetime) -> None:
    """A sign of life of this machine, unless one of its processes has given a later one meanwhile."""
    statement = (
        update(Machine)
        .where(col(Machine.id) == machine_id, col(Machine.beats) < number)
        .values(beats=number, seen_at=now, host=host[:255])
    )
    session.execute(statement, execution_options=_UNSYNCHRONISED)


def beats_of(session: Session, machine_id: str) -> int:
    """0 for a machine that has never worked on the database."""
    return session.exec(select(Machine.beats).where(col(Machine.id) == machine_id)).one_or_none() or 0


def beats_of_others(session: Session, machine_id: str) -> dict[str, int]:
    """By machine: to be compared with what they were a while ago."""
    others = select(Machine.id, Machine.beats).where(col(Machine.id) != machine_id)
    return dict(session.exec(others).all())


def set_quarantine(session: Session, *, reason: str, counter: int, now: datetime) -> None:
    """Nothing is sent from this database until a person adopts it. The first reason stays."""
    statement = (
        update(DatabaseState)
        .where(col(DatabaseState.quarantined_at).is_(None))
        .values(quarantined_at=now, quarantine_reason=reason, quarantined_counter=counter)
    )
    session.execute(statement, execution_options=_UNSYNCHRONISED)


def hold(session: Session, identity: str) -> bool:
    """Nobody else changes the row until this transaction ends. False where the database has become another."""
    same = {"counter": col(DatabaseState.counter)}
    statement = update(DatabaseState).where(col(DatabaseState.identity) == identity).values(same)
    return bool(rows_changed(session.execute(statement, execution_options=_UNSYNCHRONISED)))


def become(session: Session, identity: str, *, counter: int) -> None:
    """A database of its own from here on: nobody's mark is about it, and nothing is held back."""
    session.execute(text("DELETE FROM machine"))
    statement = update(DatabaseState).values(
        identity=identity,
        counter=counter,
        machines=0,
        last_machine=None,
        quarantined_at=None,
        quarantine_reason=None,
        quarantined_counter=None,
    )
    session.execute(statement, execution_options=_UNSYNCHRONISED)
