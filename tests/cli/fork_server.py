"""Fork server: each command in a process of its own, which has to import everything of ours by itself.

What costs most of a short command's time is to import what others wrote. That is done once, here, and only for
what the shortest command that opens the database imports, too; then each command is a fork. Nothing of ours is
imported in this process: a test asks.

Reads a JSON object a line (folder, arguments, stdin), runs it, and answers with its exit code and output.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OURS = {path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file()}
SHORTEST = ["lists", "list"]


def of_ours() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] in OURS]


def run(folder: Path, arguments: list[str], stdin: str, *, names_modules: bool = False) -> dict[str, Any]:
    (folder / "stdin").write_text(stdin, encoding="utf-8")
    child = os.fork()
    if child == 0:
        _become(folder, arguments, names_modules=names_modules)
    _, status = os.waitpid(child, 0)
    output = {name: (folder / name).read_text(encoding="utf-8") for name in ("stdout", "stderr")}
    return {"code": os.waitstatus_to_exitcode(status), "of_ours": of_ours(), **output}


def _become(folder: Path, arguments: list[str], *, names_modules: bool) -> None:
    """Never returns."""
    code = 1
    try:
        os.chdir(folder)
        for number, (name, flags) in enumerate([("stdin", os.O_RDONLY), ("stdout", _NEW), ("stderr", _NEW)]):
            os.dup2(os.open(name, flags, 0o600), number)
        sys.argv = ["bilten", *arguments]
        code = _run_command()
        if names_modules:
            (folder / "modules").write_text("\n".join(sys.modules), encoding="utf-8")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _run_command() -> int:
    try:
        from cli.main import main

        main()
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    return 0


def import_what_is_not_ours(folder: Path) -> None:
    run(folder, SHORTEST, "", names_modules=True)
    for name in (folder / "modules").read_text(encoding="utf-8").split("\n"):
        if name.partition(".")[0] not in OURS | {"__main__", "__mp_main__"}:
            importlib.import_module(name)


if __name__ == "__main__":
    sys.path[:1] = [str(ROOT)]
    import_what_is_not_ours(Path(sys.argv[1]))
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(run(Path(order["folder"]), order["arguments"], order["stdin"])), flush=True)  # noqa: T201  # its answer
