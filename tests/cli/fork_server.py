"""Fork server: each command in a process of its own, which has to import by itself whatever it alone needs.

What costs most of a short command's time is to import. So this is imported once, here:

- what others wrote, and only what the shortest command that opens the database imports, too;
- of ours, `cli.main`, which every command is imported by;
- of ours, what `CliContext.database` imports: each answer says whether the command has asked for the database. One
  that has not is run by a server that goes without (`--before-the-database`).

Reads a JSON object a line (folder, arguments, stdin), runs it, and answers with its exit code and output.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cli.context import CliContext

ROOT = Path(__file__).parents[2]
OURS = {path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file()}
SHORTEST = ["lists", "list"]
ASKED = "has-asked-for-the-database"
Does = Callable[["CliContext"], int]


def of_ours() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] in OURS]


def run(folder: Path, arguments: list[str], stdin: str) -> dict[str, Any]:
    (folder / "stdin").write_text(stdin, encoding="utf-8")

    def command(context: "CliContext") -> int:
        from cli.main import run

        return run(arguments, context)

    code = in_a_fork(folder, command)
    output = {name: (folder / name).read_text(encoding="utf-8") for name in ("stdout", "stderr")}
    return {"code": code, "has_asked": (folder / ASKED).exists(), "of_ours": of_ours(), **output}


def in_a_fork(folder: Path, does: Does) -> int:
    (folder / ASKED).unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        _become(folder, does)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _become(folder: Path, does: Does) -> None:
    """Never returns."""
    code = 1
    try:
        os.chdir(folder)
        for number, (name, flags) in enumerate([("stdin", os.O_RDONLY), ("stdout", _NEW), ("stderr", _NEW)]):
            os.dup2(os.open(name, flags, 0o600), number)
        code = _do(does)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _do(does: Does) -> int:
    try:
        from cli.context import CliContext

        os.umask(0o077)
        context = CliContext()
        code = does(context)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    if "database" in vars(context):
        Path(ASKED).touch()
    return code


def imported_by(folder: Path, into: str, does: Does) -> list[str]:
    """The modules of a process after it has done so much, which are told in a file as well."""

    def then_tell(context: "CliContext") -> int:
        code = does(context)
        Path(into).write_text("\n".join(sys.modules), encoding="utf-8")
        return code

    (folder / "stdin").touch()
    assert in_a_fork(folder, then_tell) == 0, (folder / "stderr").read_text(encoding="utf-8")
    return (folder / into).read_text(encoding="utf-8").split("\n")


def shortest(context: "CliContext") -> int:
    from cli.main import run

    return run(SHORTEST, context)


def ask_for_the_database(context: "CliContext") -> int:
    import cli.main  # noqa: F401  # what every command is imported by

    assert context.database
    return 0


def import_all_of(names: list[str], *, ours: bool) -> None:
    for name in names:
        if (name.partition(".")[0] in OURS) is ours and name not in {"__main__", "__mp_main__"}:
            importlib.import_module(name)


if __name__ == "__main__":
    sys.path[:1] = [str(ROOT)]
    place = Path(sys.argv[1])
    import_all_of(imported_by(place, "modules", shortest), ours=False)
    import cli.main  # noqa: F401  # what every command is imported by

    if "--before-the-database" not in sys.argv:
        import_all_of(imported_by(place, "modules-with-the-database", ask_for_the_database), ours=True)
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(run(Path(order["folder"]), order["arguments"], order["stdin"])), flush=True)  # noqa: T201  # its answer
