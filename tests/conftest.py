"""What tests stand on: both databases, a clock that stands still, settings that read no environment.

Every test that asks for `database` runs twice, on SQLite and on a real PostgreSQL, each migrated by Alembic and
empty at its start.
"""

import faulthandler
import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from campaigns.review.external import probes
from campaigns.settings import all_sections
from core import write_guard
from core.settings import Settings, load_settings
from tests import equipment
from tests.databases import (
    database,
    database_url,
    migrated_postgres,
    migrated_sqlite,
    postgres_server,
    postgres_url,
)
from tests.equipment import skip_without
from tests.examples import FAST
from tests.kept_decode_child import one_decode_child
from tests.kill.patience import PATIENCE
from tests.order import long_ones_first
from tests.process_state import changes, log_levels, process_state
from tests.ram_disk import use_ram_disk
from tests.statement_cache import share_compiled_statements

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = [
    "database",
    "database_url",
    "migrated_postgres",
    "migrated_sqlite",
    "one_decode_child",
    "postgres_server",
    "postgres_url",
]

# Time never decides: a slow or busy machine, and tables that Hypothesis builds at its first start, fail no test.
# Nor does chance: each run takes the same examples, and what passed here passes elsewhere. "random" takes others.
hypothesis_settings.register_profile("random", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("house", hypothesis_settings.get_profile("random"), derandomize=True)
hypothesis_settings.register_profile(FAST, hypothesis_settings.get_profile("house"), max_examples=10)
hypothesis_settings.load_profile("house")

# Nothing slow or foreign while a write transaction is open: here a defect, in production a line in the log.
write_guard.raise_in_write(raises=True)

share_compiled_statements()

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fast", action="store_true", help="SQLite only; no browser, no kills, few examples a property"
    )


def pytest_xdist_auto_num_workers() -> int:
    """As many test processes as there are processors: nearly all that tests do is to compute."""
    return max(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 2)


def pytest_configure(config: pytest.Config) -> None:
    use_ram_disk()
    gc.disable()  # until every test is collected: what is made until then stays
    if config.getoption("--fast"):
        hypothesis_settings.load_profile(FAST)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--fast"):
        fast = [item for item in items if is_fast(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(fast)])
        items[:] = fast
    # By pytest-randomly's order among themselves; each process of the run has to come to the same.
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    items[:] = long_ones_first(items, is_slow, processes=processes)


def pytest_collection_finish() -> None:
    """Garbage collection leaves alone what is here to stay: ten thousand tests, and all modules. It would go
    through them again and again, and find nothing; so it runs less often, too."""
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """As `faulthandler_timeout` does of a test: whoever waits for the end sees where each thread stands."""
    seconds = float(session.config.getini("faulthandler_timeout"))
    faulthandler.dump_traceback_later(seconds, file=sys.__stderr__ or sys.stderr)


SLOW_FIXTURES = {"chromium", "postgres_url", "migrated_postgres"}


def is_fast(item: pytest.Item) -> bool:
    """It needs neither PostgreSQL nor a browser, kills nobody, and is not marked as slow."""
    assert isinstance(item, pytest.Function)
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return (
        not SLOW_FIXTURES & set(item.fixturenames)
        and not any(isinstance(value, str) and value == "postgres" for value in parameters)
        and not is_slow(item)
    )


def is_slow(item: pytest.Item) -> bool:
    """It may take longer than a second or two."""
    is_marked = any(item.iter_markers("slow")) or any(item.iter_markers("browser"))
    return is_marked or "kill" in item.path.relative_to(Path(__file__).parent).parts


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


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Around all other fixtures of a test."""
    before = process_state()
    yield
    left = changes(before, process_state())
    assert not left, f"the test has changed the process for those after it: {'; '.join(left)}"


@pytest.fixture(autouse=True)
def plain_logs(nothing_is_left_behind: None) -> Iterator[None]:
    """A command that a test runs in this process configures the logs of this process, and no other test's; so does
    a library's server."""
    root = logging.getLogger()
    handlers, levels = root.handlers[:], log_levels()
    log_plainly()
    yield
    root.handlers[:] = handlers
    for name, level in levels.items():
        logger = logging.getLogger(name)
        if logger.level != level:  # setting one clears the cache of all
            logger.setLevel(level)


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@cache
def variables_of_settings() -> frozenset[str]:
    sections = [name for section in all_sections() for name in section.defaults()]
    return frozenset(f"BILTEN_{name.upper()}" for name in (*Settings.model_fields, *sections))


@pytest.fixture(autouse=True)
def nothing_from_outside(nothing_is_left_behind: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in variables_of_settings().intersection(os.environ):
        monkeypatch.delenv(name)
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
def chromium() -> Iterator["Browser"]:
    """A real browser, for whoever asks: most tests need none of what is imported here."""
    from playwright.sync_api import expect

    from docs.chromium import find_browser, launched

    expect.set_options(timeout=PATIENCE * 1000)
    chromium = find_browser()
    if chromium is None:
        skip_without("Chromium")
    with launched(chromium) as browser:
        yield browser
