"""The database: one engine, two kinds of unit of work, and the only `commit` in the program.

`Database.write()` is a transaction that commits when its block ends and rolls back when the block raises;
`Database.read()` cannot write. SQLite (WAL, one writer at a time) and PostgreSQL behave alike here: datetimes
are aware and in UTC, foreign keys hold, and a write transaction on SQLite takes the write lock at its start, so
that it cannot fail half-way for want of it.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Integer,
    String,
    TypeDecorator,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel

from core.encrypted_columns import give_keys
from core.encryption import EncryptionKeys
from core.errors import Misconfigured
from core.json_columns import read_json
from core.replace_lock import writes_to
from core.sqlite_engine import BUSY_TIMEOUT_MS, WRITES, prepare_sqlite
from core.write_guard import writing
from core.writer_turns import WriterQueue

if TYPE_CHECKING:
    import psycopg

MORE_CONNECTIONS = 35
"""Beyond those that are kept: one for each thread of a process that serves and sends, so that none waits for a
connection."""
NETWORK = {"connect_timeout": 5, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3,
           "tcp_user_timeout": 11_000, "client_encoding": "utf8"}  # fmt: skip
"""How PostgreSQL's client notices within seconds, not hours, that the network is gone. And words are words,
whatever PGCLIENTENCODING says, also where the database has no encoding and is refused for that."""
_SERVER_NETWORK = """
SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;
SET tcp_user_timeout = 11000; SET idle_in_transaction_session_timeout = '2min'
"""

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BigId = BigInteger().with_variant(Integer, "sqlite")
JsonValue = JSON
NUMBERED_ONCE = {"sqlite_autoincrement": True}
"""For `__table_args__`: no number is given twice, also not that of a row that is gone, as on PostgreSQL. Numbers
leave their rows, in signed links and in the audit log, and must not come to mean somebody else."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes in, aware UTC datetimes out, on every database. A naive one is a defect and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime was given to the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EnumText(TypeDecorator[StrEnum]):
    """A StrEnum stored as its value, so that rows read like the words in design and documentation."""

    impl = String(40)
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: StrEnum | str | None, _: Dialect) -> str | None:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, _: Dialect) -> StrEnum | None:
        return None if value is None else self.enum(value)


class CommitHook(Protocol):
    """What has its say in every write."""

    def before_write(self) -> None:
        """Before the transaction begins."""

    def before_commit(self, session: Session) -> None:
        """In the transaction, as its last step. What it raises undoes the transaction."""

    def after_commit(self, session: Session) -> None:
        """The transaction is done; what this raises tells the writer not to go on from it."""


class Database:
    def __init__(self, url: str, *, keys: EncryptionKeys | None = None) -> None:
        """Connects lazily. `url`: sqlite:///path or postgresql+psycopg://…; `keys`: of what is encrypted in it.
        Raises Misconfigured."""
        self.keys = keys
        self.url = self.place = make_url(url)  # `place`: where it lies, or is about to be put
        if self.url.get_backend_name() not in ("sqlite", "postgresql"):
            raise Misconfigured("core-database-unknown", kind=self.url.get_backend_name())
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turns = WriterQueue()
        self.engine = self._create_engine(size=10)
        self._writer = self.engine.execution_options(**{WRITES: True})
        self.commit_hook: CommitHook | None = None
        self._reader = self.engine if self.is_sqlite else self.engine.execution_options(postgresql_readonly=True)

    @property
    def sqlite_path(self) -> Path | None:
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed if the block ends, rolled back if it raises. Nothing slow or foreign happens
        in the block (`core.write_guard`). Raises Conflict where a restore replaces, or has replaced, the file."""
        if self.commit_hook is not None:
            self.commit_hook.before_write()
        with writing(), Session(self._writer, expire_on_commit=False) as session:
            with self._turn():
                try:
                    yield session
                    if self.commit_hook is not None:
                        self.commit_hook.before_commit(session)
                    session.commit()
                except BaseException:
                    session.rollback()  # within the turn, or the next one would find the database locked
                    raise
            if self.commit_hook is not None:
                self.commit_hook.after_commit(session)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """SQLite has one writer, PostgreSQL as many as there are."""
        with (
            self._turns.hold(within=BUSY_TIMEOUT_MS / 1000) if self.is_sqlite else nullcontext(),
            self._file_stays(),
        ):
            yield

    def _file_stays(self) -> AbstractContextManager[None]:
        return writes_to(self.sqlite_path) if self.sqlite_path is not None else nullcontext()

    @contextmanager
    def write_schema(self) -> Iterator[Session]:
        """One transaction for migrations: all of them are committed, or none.

        On SQLite foreign keys are not enforced in it: a table is rebuilt by dropping the old one, and that would
        delete, or refuse to delete, every row that refers to it. They can only be switched off before a
        transaction begins (https://www.sqlite.org/lang_altertable.html, section 7). Whoever uses this checks them
        before the block ends. The connection is closed afterwards: nobody ever gets one without foreign keys.
        """
        with self._file_stays(), self._writer.connect() as connection:
            if self.is_sqlite:
                connection.detach()
                connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with Session(connection, expire_on_commit=False) as session:
                yield session
                session.commit()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent look at the data. Writing in it is an error of the database's own."""
        with Session(self._reader, expire_on_commit=False, autoflush=False) as session:
            yield session

    @cached_property
    def _asked_for_the_time(self) -> Engine:
        # A pool of its own, because whoever holds a connection of the other one may ask, too.
        return self._create_engine(size=2).execution_options(isolation_level="AUTOCOMMIT")

    def now(self) -> datetime:
        """The present moment by the clock of the server (PostgreSQL only)."""
        with self._asked_for_the_time.connect() as connection:
            moment: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
        return moment.astimezone(UTC)

    @contextmanager
    def own_connection(self) -> Iterator[Connection]:
        """A connection that nobody else gets, without transactions: for what lives as long as a session does."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.detach()
            yield connection

    def dispose(self) -> None:
        self.engine.dispose()
        if "_asked_for_the_time" in self.__dict__:
            self._asked_for_the_time.dispose()

    def _create_engine(self, *, size: int) -> Engine:
        # An error's words go into logs: names and addresses do not.
        same: dict[str, Any] = {"max_overflow": MORE_CONNECTIONS, "hide_parameters": True}
        same |= {"pool_size": size, "json_deserializer": read_json}
        if not self.is_sqlite:
            engine = create_engine(self.url, pool_pre_ping=True, connect_args=NETWORK, **same)
            event.listen(engine, "connect", _prepare_postgres)
            give_keys(engine.dialect, self.keys)
            return engine
        if self.sqlite_path is not None:
            self.sqlite_path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(self.url, **same)
        prepare_sqlite(engine, self.sqlite_path, overwrites=self.keys is not None)
        give_keys(engine.dialect, self.keys)
        return engine


def _prepare_postgres(connection: "psycopg.Connection[Any]", _: ConnectionPoolEntry) -> None:
    """The server, too, must notice when this machine is gone: until then it keeps its locks for it."""
    connection.autocommit = True
    connection.execute(_SERVER_NETWORK)
    connection.autocommit = False


def rows_changed(result: Any) -> int:
    """How many rows an UPDATE or DELETE touched."""
    return int(result.rowcount)
