"""Small files: one that a single other file imports is inlined into it, unless it is pure and tested alone.

A reader should not open a second file for a few lines that nobody else needs. What is pure and has a test file of
its own earns its file: it can be read, and broken, without the rest.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.project.test_rules import ROOMS, ROOT
from tests.project.test_terms import TERMS

SMALL = 40
"""Lines; a file of fewer has to earn its name."""
EXEMPT = {
    "__init__.py": "what a package shows of itself",
    "__main__.py": "where a process begins",
    "tables.py": "where whoever looks for a room's rows looks first, however few they are",
    "settings.py": "the same for what can be set; .env.example is held to these files",
}
ENTRY_POINTS = {
    "router": "pages; the application only lists them",
    "ROUTE": "an endpoint that is listed likewise",
    "app": "commands; the command line only lists them",
    "KIND": "a kind of news is a file, and a line of the registry (ADR 47)",
    "IMPORTER": "a system whose exports are read is a file, and a line of the registry (ADR 74)",
}
"""Names by which a module says that it is listed somewhere, not called."""
LEFT = {
    "campaigns/review/check_senders.py": "check.py would be longer than a file may be",
    "campaigns/review/event_times.py": "check.py would be longer than a file may be",
    "core/json_columns.py": "db.py would be longer than a file may be",
    "campaigns/review/external/probe_domain.py": "one of three probes: each question to the outside is a file",
    "news/feeds/web_feed/reader.py": "each way to read a website is a folder; the registry lists them (ADR 80)",
    "news/feeds/webhook/reader.py": "likewise",
    "news/incoming_file.py": "import_files.py would be longer than a file may be",
    "campaigns/restore/replay_reports.py": "each room whose past is replayed is a file; replay.py has their order",
    "subscribers/repeated_rows.py": "read_import.py would be longer than a file may be",
    "cli/help_language.py": "a subject of its own beside help.sl.toml; the command line only switches it on",
    "news/pdf_refusals.py": "clean_pdf.py would be longer than a file may be",
    "web/http/known_hosts.py": "middleware: each is a file of web/http, and the application says their order",
}
IMPURE = {
    "apscheduler", "asyncio", "click", "core.db", "core.outbound", "core.settings", "fastapi", "httpx",
    "importlib", "os", "pathlib", "procrastinate", "psycopg", "random", "rich", "secrets", "shutil", "smtplib",
    "socket", "sqlalchemy", "sqlite3", "sqlmodel", "starlette", "subprocess", "tempfile", "threading", "time",
    "tomllib", "typer", "uvicorn",
}  # fmt: skip
"""Input and output, the database, frameworks, threads, clocks and chance."""

Sources = Mapping[str, str]
"""Path → text."""


def _imports(source: str) -> set[str]:
    """Modules and what may be one: `from a import b` is a and a.b."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update([node.module, *(f"{node.module}.{alias.name}" for alias in node.names)])
    return names


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _importers(path: str, imports: Mapping[str, set[str]]) -> list[str]:
    return [other for other, names in imports.items() if other != path and _module(path) in names]


def _is_pure(source: str) -> bool:
    return not any(
        name == impure or name.startswith(f"{impure}.") for name in _imports(source) for impure in IMPURE
    )


def _is_tested_alone(path: str, tests: Sources) -> bool:
    own = f"test_{Path(path).name}"
    return any(Path(test).name == own and _module(path) in _imports(source) for test, source in tests.items())


def _is_listed(source: str) -> bool:
    targets = (node.targets for node in ast.parse(source).body if isinstance(node, ast.Assign))
    return any(isinstance(target, ast.Name) and target.id in ENTRY_POINTS for each in targets for target in each)


def _lines(source: str) -> int:
    return len(source.splitlines())


def _to_inline(files: Sources, tests: Sources) -> Iterator[tuple[str, str]]:
    """Each file that should be part of another, with that other.

    Not into another room: what a room calls of another is that one's offer (ADR 1).
    """
    imports = {path: _imports(source) for path, source in files.items()}
    for path, source in files.items():
        if _lines(source) >= SMALL or Path(path).name in EXEMPT or path in TERMS.values() or _is_listed(source):
            continue
        importers = _importers(path, imports)
        if len(importers) != 1 or (_is_pure(source) and _is_tested_alone(path, tests)):
            continue
        [importer] = importers
        if importer.split("/")[0] == path.split("/")[0]:
            yield path, importer


def _read(*folders: str) -> Sources:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if "migrations/versions" not in path.as_posix()
    }


def test_a_small_file_with_one_importer_is_inlined_or_pure_and_tested_alone() -> None:
    """And what was left as it is, with the reason, is still such a file."""
    assert {path for path, _ in _to_inline(_read(*ROOMS), _read("tests"))} == set(LEFT)


PURE = "def double(number: int) -> int:\n    return 2 * number\n"
USER = "from news.double import double\n"
ALONE = {"tests/news/test_double.py": USER}


@pytest.mark.parametrize(
    ("files", "tests"),
    [
        ({"news/double.py": PURE, "news/user.py": USER}, {}),
        ({"news/double.py": PURE, "news/user.py": USER}, {"tests/news/test_double.py": "import news.user\n"}),
        ({"news/double.py": PURE, "news/user.py": USER}, {"tests/news/test_user.py": USER}),
        ({"news/double.py": f"import sqlite3\n{PURE}", "news/user.py": USER}, ALONE),
        ({"news/double.py": f"from core.db import Database\n{PURE}", "news/user.py": USER}, ALONE),
        ({"news/double.py": PURE, "news/user.py": "from news import double\n"}, {}),
        ({"news/double.py": PURE, "news/user.py": "def later():\n    import news.double\n"}, {}),
    ],
)
def test_a_breach_is_noticed(files: Sources, tests: Sources) -> None:
    assert list(_to_inline(files, tests)) == [("news/double.py", "news/user.py")]


@pytest.mark.parametrize(
    ("files", "tests"),
    [
        ({"news/double.py": PURE, "news/user.py": USER}, ALONE),
        ({"news/double.py": PURE, "news/user.py": USER, "news/other.py": USER}, {}),
        ({"news/double.py": PURE}, {}),
        ({"news/double.py": PURE, "cli/user.py": USER}, {}),
        ({"news/double.py": PURE + "#\n" * SMALL, "news/user.py": USER}, {}),
        ({"news/double.py": f"router = None\n{PURE}", "news/user.py": USER}, {}),
        ({"news/tables.py": PURE, "news/user.py": "from news.tables import double\n"}, {}),
    ],
)
def test_what_earns_its_file_keeps_it(files: Sources, tests: Sources) -> None:
    assert list(_to_inline(files, tests)) == []
