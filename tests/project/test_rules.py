"""The rules of the house that import contracts cannot say: each thing that must stand in one file does."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    "campaigns", "cli", "core", "delivery", "kinds", "migrations", "news", "scheduler",
    "simulator", "staff", "subscribers", "templates", "web",
)  # fmt: skip
CLOCKS = {"core/clock.py", "simulator/clock.py"}
TIME_CALLS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.date.today",
}  # fmt: skip
DIALECTS = {"core/db.py", "core/sql.py", "core/clock.py"}
"""Where SQLite and PostgreSQL differ; beside the migrations."""
SENDING_CALLS = {"call", "provider.send"}
NOTING = ("note_attempt(", "note_repeat(", "note_subscription_mail(", "note_staff_mail(")
OUTBOX = "campaigns/system_mail/outbox.py"
MAX_LINES = 250
MAX_FUNCTION_LINES = 60


def _sources() -> list[Path]:
    return [
        path
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if "migrations/versions" not in path.as_posix() and "node_modules" not in path.parts
    ]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _containing(text: str) -> set[str]:
    return {_name(path) for path in _sources() if text in path.read_text(encoding="utf-8")}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _dotted(node: ast.expr) -> str:
    """`a.b.c` as text; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value)
        return f"{owner}.{node.attr}" if owner else node.attr
    return ""


def _breaches(name: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = _dotted(node.func)
            if called.endswith(".commit") and name != "core/db.py":
                yield f"{name}:{node.lineno}: only core/db.py commits"
            if called in TIME_CALLS and name not in CLOCKS:
                yield f"{name}:{node.lineno}: only a clock asks what time it is"
        if (
            isinstance(node, ast.Attribute)
            and _dotted(node) in {"os.environ", "os.getenv"}
            and name != "core/staff_language.py"
        ):
            yield f"{name}:{node.lineno}: only settings read the environment"
        if (
            isinstance(node, ast.ImportFrom)
            and node.module == "time"
            and any(a.name == "time" for a in node.names)
        ):
            yield f"{name}:{node.lineno}: only a clock asks what time it is"


def test_commits_the_clock_and_the_environment_have_one_place_each() -> None:
    assert [breach for path in _sources() for breach in _breaches(_name(path), _tree(path))] == []


def _switches_dialect(line: str) -> bool:
    return "sqlalchemy.dialects" in line or re.search(r"[^_]dialect\.name", line) is not None


def test_what_differs_between_the_databases_stands_in_three_files() -> None:
    switching = {
        _name(path)
        for path in _sources()
        if any(_switches_dialect(line) for line in path.read_text(encoding="utf-8").splitlines())
    }
    assert {name for name in switching if not name.startswith("migrations/")} <= DIALECTS
    assert _switches_dialect('    if session.get_bind().dialect.name == "sqlite":')


def _by_the_wall_clock(line: str) -> bool:
    """Whether it measures how long something may run by a clock that somebody can set (ADR 35)."""
    return "MAX_RUN_TIME" in line and "=" in line and "+" in line and "uptime" not in line


def test_how_long_a_job_may_run_is_measured_by_monotonic_time() -> None:
    lines = [(_name(path), line) for path in _sources() for line in path.read_text(encoding="utf-8").splitlines()]
    assert [place for place in lines if _by_the_wall_clock(place[1])] == []
    assert _by_the_wall_clock("    until = context.clock.now() + MAX_RUN_TIME")


def _stops_the_process_clock(line: str) -> bool:
    return re.search(r"""setattr\(\s*(time,|["']time\.)""", line) is not None


def test_no_test_sets_the_clock_that_the_threads_beside_it_go_by() -> None:
    """An event loop that looked at it in that moment slept until the far end of it, and the run did not end."""
    here = Path(__file__)
    tests = [path for path in sorted((ROOT / "tests").rglob("*.py")) if "node_modules" not in path.parts]
    stopping = [path for path in tests if path != here and _stops_the_process_clock(path.read_text("utf-8"))]
    assert [_name(path) for path in stopping] == []
    assert _stops_the_process_clock('monkeypatch.setattr(time, "monotonic", lambda: 0)')


@pytest.mark.parametrize(
    "line", ["session.commit()", "datetime.now(UTC)", "os.environ['A']", "from time import time", "time.time()"]
)
def test_a_breach_is_noticed(line: str) -> None:
    assert list(_breaches("news/anywhere.py", ast.parse(line)))


@pytest.mark.parametrize("path", _sources(), ids=_name)
def test_a_file_says_what_it_is_and_stays_small(path: Path) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree), f"{_name(path)} has no docstring"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MAX_FUNCTION_LINES, f"{_name(path)}: {node.name} has {lines} lines"


def test_no_path_of_one_machine_is_in_the_project() -> None:
    here = _name(Path(__file__))
    places = [
        name for name in _tracked() if name != here and (ROOT / name).is_file() and _names_a_machine(ROOT / name)
    ]
    assert places == []


def test_no_file_has_a_name_that_a_slip_in_a_shell_made() -> None:
    assert [name for name in _tracked() if not re.fullmatch(r"[\w./-]+", name, re.ASCII)] == []


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name]


def _names_a_machine(path: Path) -> bool:
    content = path.read_bytes()
    homes = [f"/{folder}/".encode() for folder in ("home", "root", "Users")]
    return any(trace in content for trace in (f"{ROOT}/".encode(), b"C:\\Users", *homes))


def test_whoever_has_a_provider_called_notes_the_intent_first() -> None:
    """A call that stands in no journal, and that no quarantine holds back, could go out twice after a restore."""
    callers = {
        _name(path): path.read_text(encoding="utf-8")
        for path in _sources()
        if _name(path).startswith("campaigns/") and _calls_a_provider(_tree(path))
    }
    assert set(callers) == {
        "campaigns/sending/send.py",
        "campaigns/sending/reconcile.py",
        OUTBOX,
    }
    assert "outbox.note(" in callers.pop(OUTBOX), "each kind of email that it sends brings its own"
    kinds = {_name(path): path.read_text(encoding="utf-8") for path in _sources() if _name(path) != OUTBOX}
    outboxes = {name: source for name, source in kinds.items() if "send_outbox(" in source}
    assert len(outboxes) == 2
    for name, source in (callers | outboxes).items():
        assert any(noting in source for noting in NOTING), f"{name} calls a provider without noting it"


def _calls_a_provider(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.Call) and _dotted(node.func) in SENDING_CALLS for node in ast.walk(tree))


def test_whether_an_address_is_suppressed_is_asked_in_sql_in_one_place() -> None:
    assert _containing("exists().where(col(Suppression.") == {"subscribers/policy_sql.py"}


def test_a_campaign_that_is_not_there_is_refused_in_one_place() -> None:
    assert _containing('NotFound("campaigns-unknown"') == {"campaigns/queries.py"}


def test_every_way_to_an_approved_campaign_is_in_one_place() -> None:
    offers_it = "web/staff/available_actions.py"
    assert _containing("CampaignAction.APPROVE") == {"campaigns/review/approve.py", offers_it}
    assert _containing("A.APPROVE)") == {"campaigns/status.py"}
    # And nothing goes past the state machine: a campaign's status is written by its compare-and-set alone.
    above = [path for path in _sources() if _name(path).split("/")[0] in ("campaigns", "scheduler", "web", "cli")]
    writing = {_name(path) for path in above if any(map(_writes_status, ast.walk(_tree(path))))}
    assert writing == {"campaigns/transition.py"}


def _writes_status(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        creates = isinstance(node.func, ast.Name) and node.func.id == "Campaign"
        updates = isinstance(node.func, ast.Attribute) and node.func.attr == "values"
        return (creates or updates) and any(keyword.arg == "status" for keyword in node.keywords)
    return isinstance(node, ast.Attribute) and node.attr == "status" and isinstance(node.ctx, ast.Store)
