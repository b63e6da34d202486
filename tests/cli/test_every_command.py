"""Each command once, in a process of its own: it has nothing but what it imports by itself."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

import cli.main
from cli.context import CliContext
from docs.command_access import Actor, actor_of_command, roles_of_command
from docs.commands import commands
from staff.tables import Role
from tests.cli.conftest import ME, _know_the_place, quietly, settings_file
from tests.conftest import StoppedClock

ROOT = Path(__file__).parents[2]
FROM_HERE = os.environ | {"PYTHONPATH": str(ROOT)}
STAYS = {"serve", "scheduler", "worker", "demo", "simulator"}
"""Run until they are stopped: other tests call these in processes of their own."""
DEFECT, NOT_ALLOWED = 1, 4
VALUES = {
    "items": "lone", "number": "1", "attempt": "1", "slug": "bulletin", "--list": "bulletin",
    "--sender": "simulator", "--address": "http://10.0.0.1/",
    "--first": "simulator", "--language": "en", "--as": ME[1], "--to": "public",
    "--content": "0" * 64, "time": "2031-01-01T10:00",
    "chosen": "library", "--provider": "simulator", "--from-name": "Ada", "--from-address": "ada@example.org",
    "kind": "statement",
    "handle": "statement@1", "--allow": "yes", "address": "bo@example.org", "--consent": "At our stall",
    "--name": "Bo", "roles": "author", "status": "closed", "who": "1", "--reason": "asked by telephone",
}  # fmt: skip
IN_THE_FOLDER = {
    "paths": "lone.en.md", "file": "people.csv", "folder": "new", "--folder": "watched", "--html": "own.mjml.j2",
    "--text": "own.txt.j2",
}  # fmt: skip
BY_COMMAND = {
    ("bilten senders resume", "name"): "simulator",
    ("bilten senders set", "name"): "simulator",
    ("bilten lists add", "slug"): "second",
    **{(f"bilten topics {name}", "slug"): "rivers" for name in ("rename", "archive", "delete")},
    ("bilten topics add", "slug"): "second",
    **{(f"bilten fields {name}", "word"): "town" for name in ("fill", "change", "archive")},
    **{(f"bilten fields {name}", "word"): "another" for name in ("add", "delete")},
    ("bilten gdpr evidence", "--person"): "1",
    ("bilten gdpr evidence", "file"): "new.json",
    ("bilten gdpr receive", "kind"): "access",
    ("bilten gdpr receive", "--received"): "2026-11-01",
    ("bilten backup create", "file"): "new.backup",
    ("bilten subscribers export", "file"): "new.json",
    ("bilten user add", "address"): "cy@example.org",
    ("bilten user invite", "address"): "cz@example.org",
    ("bilten user role", "roles"): "sender",
}
COLLEAGUE = "co@example.org"


@pytest.fixture(scope="module")
def with_a_campaign(set_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    shutil.copy(set_up, folder / "bilten.sqlite3")
    shutil.copytree(set_up.with_name("state"), folder / "state")
    _know_the_place(folder)
    (folder / "var" / "assets").mkdir(parents=True)
    (folder / "watched").mkdir()
    (folder / "lone.en.md").write_text("---\nkind: page\ntitle: Lone\nsummary: One.\n---\n\nText.\n")
    (folder / "people.csv").write_text("email,name,language\nbo@example.org,Bo,en\n")
    for source in ("own.mjml.j2", "own.txt.j2"):
        (folder / source).write_text("{{ mail.subject }}")
    brand = ["--name", "Kolpa", "--postal-address", "Street 1", "--website", "https://x.example"]
    quietly(folder, "brand", "set", *brand, *ME)
    quietly(folder, "news", "add", folder / "lone.en.md", *ME)
    colleague = [COLLEAGUE, "--name", "Co", "--role", "author", "--password-stdin"]
    quietly(folder, "user", "add", *colleague, stdin="a passphrase of some length 78\n")
    quietly(folder, "fields", "add", "town", "Town", *ME)
    quietly(folder, "topics", "add", "rivers", "Rivers", *ME)
    stall = ["--list", "bulletin", "--consent", "At our stall"]
    quietly(folder, "subscribers", "import", folder / "people.csv", *stall)
    quietly(folder, "campaign", "draft", "lone", "--list", "bulletin", "--sender", "simulator", *ME)
    return folder


def arguments(name: str, command: Any, folder: Path) -> list[str]:
    options: list[str] = []
    positional: list[str] = []
    for param in command.params:
        is_option = param.param_type_name == "option"
        key = param.opts[0] if is_option else param.name
        if not param.required and key != "--as":
            continue
        value = BY_COMMAND.get((name, key)) or VALUES.get(key) or IN_THE_FOLDER.get(key) or "Something"
        if name.startswith("bilten user ") and value == VALUES["address"]:
            value = COLLEAGUE
        value = str(folder / value) if key in IN_THE_FOLDER else value
        if is_option:
            options += [key, value]
        else:
            positional.append(value)
    return [*name.split()[1:], *positional, *options]


Server = subprocess.Popen[str]


@pytest.fixture(scope="module")
def fork_server(with_a_campaign: Path) -> Iterator[Server]:
    """It has what asking for the database imports: for commands that do ask."""
    with serving(with_a_campaign) as server:
        yield server


@pytest.fixture(scope="module")
def bare_server(with_a_campaign: Path) -> Iterator[Server]:
    """For commands that do not."""
    with serving(with_a_campaign, "--before-the-database") as server:
        yield server


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    with subprocess.Popen(
        [sys.executable, Path(__file__).with_name("fork_server.py"), str(folder), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        yield server
        server.communicate()  # the end of its input is its own


WRITES = {
    Actor.A_PERSON: {"user:1"},
    Actor.A_PERSON_OR_THE_OPERATOR: {"user:1"},
    Actor.THE_OPERATOR: {"cli"},
    Actor.NOBODY: set[str](),
}
"""Here each command says who acts that can."""
ALSO = {"bilten automation add": {"cli"}}
"""Which folder of the server is watched is said by who has its shell."""


def actors_in(folder: Path) -> list[str]:
    """Of the audit log, in its order."""
    with closing(sqlite3.connect(folder / "bilten.sqlite3")) as connection:
        return [actor for (actor,) in connection.execute("SELECT actor FROM audit_entry ORDER BY id")]


def run(server: Server, folder: Path, arguments: list[str]) -> dict[str, Any]:
    order = {"folder": str(folder), "arguments": arguments, "stdin": "a passphrase of some length 77\n"}
    assert server.stdin is not None
    assert server.stdout is not None
    print(json.dumps(order), file=server.stdin, flush=True)
    answer = json.loads(server.stdout.readline())
    assert isinstance(answer, dict)
    return answer


@pytest.fixture
def own_copy(with_a_campaign: Path, tmp_path: Path) -> Callable[[], Path]:
    def copied() -> Path:
        folder = Path(tempfile.mkdtemp(dir=tmp_path)) / "own"
        shutil.copytree(with_a_campaign, folder)
        _know_the_place(folder)
        with settings_file(folder).open("a", encoding="utf-8") as settings:
            settings.write("BILTEN_SIGN_UP_SENDER=simulator\n")  # administrators are told of what is done here
        return folder

    return copied


@pytest.mark.slow
def test_a_short_command_does_not_wait_for_what_only_others_need(
    with_a_campaign: Path, tmp_path: Path, fork_server: Server
) -> None:
    run(fork_server, tmp_path, ["--help"])  # answered when the server has begun, with the shortest command
    imported = (with_a_campaign / "modules").read_text(encoding="utf-8").split("\n")
    assert "sqlalchemy" in imported
    assert {"alembic", "sqlalchemy.dialects.postgresql", "fastapi", "mjml"}.isdisjoint(imported)


@pytest.mark.slow
def test_no_command_has_what_another_imported(
    with_a_campaign: Path, tmp_path: Path, fork_server: Server, bare_server: Server
) -> None:
    """Of ours, one server has what `cli.main` imports, and the other what `CliContext.database` does besides."""
    without, ran = (run(server, tmp_path, ["--help"]) for server in (bare_server, fork_server))
    assert not ran["has_asked"]
    assert set(without["of_ours"]) == imported_by("import cli.main", with_a_campaign)
    asking = "import cli.main; from cli.context import CliContext; CliContext().database"
    assert set(ran["of_ours"]) == imported_by(asking, with_a_campaign)


def imported_by(program: str, folder: Path) -> set[str]:
    """Of ours, by a new process."""
    script = f"{program}; import sys; print(*sys.modules)"
    names = subprocess.check_output([sys.executable, "-c", script], cwd=folder, text=True, env=FROM_HERE).split()
    return {name for name in names if (ROOT / name.partition(".")[0] / "__init__.py").is_file()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "command"),
    [pair for pair in commands() if pair[0].split()[1] not in STAYS],
    ids=str,
)
def test_no_command_ends_in_a_defect(
    name: str, command: Any, own_copy: Callable[[], Path], fork_server: Server, request: pytest.FixtureRequest
) -> None:
    folder, more = own_copy(), MORE.get(name, [])
    before = len(actors_in(folder))
    ran = run(fork_server, folder, [*arguments(name, command, folder), *more])
    if not ran["has_asked"]:
        folder = own_copy()
        ran = run(request.getfixturevalue("bare_server"), folder, [*arguments(name, command, folder), *more])
    output, errors = ran["stdout"], ran["stderr"]
    assert output or errors, "it did not run"
    assert "Traceback" not in errors, errors
    assert "Missing option" not in errors + output, errors
    assert "No such option" not in errors + output, errors
    assert set(actors_in(folder)[before:]) <= WRITES[actor_of_command(name)] | ALSO.get(name, set())
    assert ran["code"] != DEFECT or (name == "bilten doctor" and "✗" in output), (output, errors)


SHOWS_WHAT_IS_SET = {"bilten lists still-wanted"}
"""To whomever `--as` names: how a list is set, and nobody's name."""
MORE = {
    "bilten subscribers correct": ["--name", "Bo"], "bilten subscribers export": ["--list", "bulletin"],
    "bilten lists languages": ["--chain", "sl"], "bilten lists sign-up": ["--frame-in", "https://x.example"],
    "bilten lists set": ["--name", "B"], "bilten fields change": ["--name", "T"],
    "bilten topics rename": ["--name", "R"], "bilten senders set": ["--from-name", "R"],
    "bilten campaign edit": ["--subject", "R"], "bilten user password": ["--password-stdin"],
    "bilten user add": ["--password-stdin"],
}  # fmt: skip
"""What these need to be told besides, or they would not get as far as to what they do."""


def _as_somebody(name: str, command: Any, folder: Path, address: str) -> list[str]:
    typed = [*arguments(name, command, folder), *MORE.get(name, [])]
    typed[typed.index("--as") + 1] = address
    if COLLEAGUE in typed:
        typed[typed.index(COLLEAGUE)] = ME[1]
    return ["2" if name == "bilten subscribers merge" and each == "Something" else each for each in typed]


@pytest.mark.slow
def test_each_command_acts_for_the_roles_that_the_table_says_and_each_refusal_is_on_record(
    with_a_campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each that takes `--as` × each role that it does not act for: nothing of it changes anything."""
    folder = tmp_path / "own"
    shutil.copytree(with_a_campaign, folder)
    _know_the_place(folder)
    (folder / "lone.en.md").write_text("---\nkind: page\ntitle: Lone\nsummary: Two.\n---\n\nText.\n")
    passphrase = "a passphrase of some length 77\n"
    for role in set(Role) - {Role.ADMIN}:
        who = [f"{role}@example.org", "--name", role.title(), "--role", role, "--password-stdin"]
        quietly(folder, "user", "add", *who, stdin=passphrase)
    before, refused, wrong = len(actors_in(folder)), 0, []
    for name, command in commands():
        if not any("--as" in param.opts for param in command.params):
            continue
        acts_for = roles_of_command(name)
        for role in set(Role) - set(acts_for) if acts_for else {Role.VIEWER}:
            monkeypatch.setattr("sys.stdin", io.StringIO(passphrase))
            typed = _as_somebody(name, command, folder, f"{role}@example.org")
            code = cli.main.run(typed, CliContext(env_file=folder / ".env", clock=StoppedClock()))
            refused += code == NOT_ALLOWED
            if code != NOT_ALLOWED if acts_for else code == 0 and name not in SHOWS_WHAT_IS_SET:
                wrong.append((name, role, code))
    capsys.readouterr()
    assert not wrong
    recorded = actors_in(folder)[before:]
    assert (len(recorded), "user:1" in recorded) == (refused, False)
