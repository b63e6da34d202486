"""What tests stand on: both databases, a clock that stands still, settings that read no environment.

Every test that asks for `database` runs twice, on SQLite and on a real PostgreSQL, each migrated by Alembic and
empty at its start.
"""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import text
from sqlmodel import SQLModel

from campaigns.review.external import probes
from campaigns.settings import all_sections
from core import write_guard
from core.db import Database
from core.generation.tables import DatabaseState
from core.settings import Settings, load_settings
from migrations.upgrade import upgrade
from tests import equipment
from tests.equipment import skip_without
from tests.postgres_versions import ThrowawayServer
from tests.statement_cache import share_compiled_statements

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Time never decides: a slow or busy machine, and tables that Hypothesis builds at its first start, fail no test.
hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("fast", hypothesis_settings.get_profile("house"), max_examples=10)
hypothesis_settings.load_profile("house")

# Nothing slow or foreign while a write transaction is open: here a defect, in production a line in the log.
write_guard.raise_in_write(raises=True)

share_compiled_statements()

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fast", action="store_true", help="SQLite only; no browser, no kills, few examples a property"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--fast"):
        hypothesis_settings.load_profile("fast")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--fast"):
        fast = [item for item in items if is_fast(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(fast)])
        items[:] = fast


SLOW_FIXTURES = {"chromium", "postgres_url", "migrated_postgres"}


def is_fast(item: pytest.Item) -> bool:
    """It needs neither PostgreSQL nor a browser, kills nobody, and is not marked as slow."""
    assert isinstance(item, pytest.Function)
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return (
        not SLOW_FIXTURES & set(item.fixturenames)
        and not any(isinstance(value, str) and value == "postgres" for value in parameters)
        and not any(item.iter_markers("slow"))
        and "kill" not in item.path.relative_to(Path(__file__).parent).parts
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was skipped, and how to have it."""
    skipped = terminalreporter.stats.get("skipped", [])
    summary = list(equipment.lines(report.longrepr[2] for report in skipped))
    if summary:
        terminalreporter.section("skipped, and how to have it")
        for line in summary:
            terminalreporter.write_line(line)


class StoppedClock:
    """A clock that moves only when told to, and the monotonic one beside it, which nobody can set."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment
        self.stepped = timedelta(0)

    def now(self) -> datetime:
        return self.moment

    def advance(self, **duration: float) -> datetime:
        self.moment += timedelta(**duration)
        return self.moment

    def step(self, **duration: float) -> datetime:
        """Somebody sets it, forwards or backwards, while no time goes by."""
        self.stepped += timedelta(**duration)
        return self.advance(**duration)

    def seconds(self) -> float:
        """Monotonic time."""
        return (self.moment - self.stepped - NOON).total_seconds() + 86_400


def log_plainly() -> None:
    """structlog's own format paints each traceback with all its variables, which takes longer than most tests."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.reset_defaults()
    structlog.configure(processors=[structlog.stdlib.add_log_level, plain])


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    log_plainly()


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = [name for section in all_sections() for name in section.defaults()]
    for field in (*Settings.model_fields, *own):
        monkeypatch.delenv(f"BILTEN_{field.upper()}", raising=False)
    # No test touches what this machine remembers of real databases, not even in a process of its own.
    monkeypatch.setenv("BILTEN_STATE_DIR", str(tmp_path / "state"))
    # A test says the same on a machine that has SpamAssassin.
    monkeypatch.setattr(probes, "installed_spam_filter", lambda: None)


@pytest.fixture(scope="session", autouse=True)
def nothing_that_this_machine_remembers() -> Iterator[None]:
    """The marks of real databases lie in the user's state folder: a test without its own is found here."""
    folder = Path(tempfile.gettempdir()) / f"bilten-state-of-nobody-{os.getpid()}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder))
        yield
    assert not folder.exists(), "a test has written into the user's state folder"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Development defaults, in folders of the test's own."""
    return load_settings(env_file=None, var_dir=tmp_path / "var", state_dir=str(tmp_path / "state"))


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    database.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_url(worker_id: str, testrun_uid: str) -> Iterator[str]:
    """A PostgreSQL server shared by the test processes of this run, with a database for this one.

    Not in pytest's own folder: that is pruned by later runs, and closed to the user the server runs as.
    """
    shared = Path(tempfile.gettempdir()).resolve() / f"bilten-postgres-{testrun_uid}"
    shared.mkdir(exist_ok=True)
    server = ThrowawayServer(shared, cleanup_mode="delete")
    server.start()
    # Nobody needs these databases after a power cut. Tests of kills and restarts start servers of their own.
    for setting in ("fsync", "full_page_writes", "synchronous_commit", "autovacuum"):
        server.psql(f"ALTER SYSTEM SET {setting} = off")
    server.psql("SELECT pg_reload_conf()")
    name = f"bilten_{worker_id}"
    server.psql(f"CREATE DATABASE {name}")
    yield server.get_uri(name).replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> Iterator[Database]:
    database = Database(postgres_url)
    upgrade(database)
    yield database
    database.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database of the test's own, for whoever opens it."""
    if request.param == "sqlite":
        path = tmp_path / "bilten.sqlite3"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        return f"sqlite:///{path}"
    empty(request.getfixturevalue("migrated_postgres"))
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.dispose()


WAKE_UPS = (
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)


def empty(database: Database) -> None:
    """Every row is gone, its place is free, and every number begins anew. TRUNCATE says the same and takes five
    times as long, because it makes each of a hundred files anew, of tables that were empty, too."""
    tables = [*(table.name for table in SQLModel.metadata.sorted_tables), *WAKE_UPS]
    exists = "SELECT '{0}' WHERE EXISTS (SELECT FROM \"{0}\")"
    asked = " UNION ALL ".join(exists.format(table) for table in tables)
    used = "SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE last_value IS NOT NULL"
    with database.write() as session:
        # In any order, whoever refers to whom.
        session.execute(text("SET LOCAL session_replication_role = replica"))
        filled = session.execute(text(asked)).scalars().all()
        for table in filled:
            session.execute(text(f'DELETE FROM "{table}"'))  # noqa: S608  our own names
        for sequence in session.execute(text(used)).scalars().all():
            session.execute(text(f"ALTER SEQUENCE {sequence} RESTART"))
        session.add(DatabaseState(identity=str(uuid.uuid4())))
    if filled:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM " + ", ".join(f'"{table}"' for table in filled)))


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """A real browser, for whoever asks: most tests need none of what is imported here."""
    from docs.chromium import find_browser, launched

    chromium = find_browser()
    if chromium is None:
        skip_without("Chromium")
    with launched(chromium) as browser:
        yield browser
