"""What a server gets fits on a small one: `make install` is at most 260 MB with its bytecode."""

import re
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from importlib.util import cache_from_source
from pathlib import Path

from packaging.requirements import Requirement

from tests.project.test_rules import ROOMS, ROOT

LIMIT = 259 * 2**20
"""Of 260: `du -sm .venv` after `make install` says about half a MB more than this sums up."""
BLOCK = 4096
"""What a file takes on the disk, at least."""


def needs_of(name: str, extras: Iterable[str], packages: dict[str, Distribution]) -> None:
    """The packages that this one needs here, into `packages`."""
    for line in distribution(name).requires or ():
        needed = Requirement(line)
        if needed.marker and not any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            continue
        if needed.name not in packages or needed.extras:
            packages[needed.name] = distribution(needed.name)
            needs_of(needed.name, needed.extras, packages)


def on_disk(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def with_bytecode(path: Path, never_compiled: re.Pattern[str]) -> int:
    """Where it is not compiled here, bytecode is taken to be as long as its source."""
    size = path.stat().st_size
    if path.suffix != ".py" or never_compiled.search(path.as_posix()):
        return on_disk(size)
    compiled = Path(cache_from_source(str(path)))
    return on_disk(size) + on_disk(compiled.stat().st_size if compiled.exists() else size)


def test_what_a_server_gets_is_not_too_large() -> None:
    setting = re.search(r"^NEVER_IMPORTED := (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert setting is not None
    never_compiled = re.compile(setting[1])
    packages: dict[str, Distribution] = {}
    needs_of("bilten", (), packages)
    assert {"babel", "sqlalchemy", "psycopg-binary"} <= {name.lower() for name in packages}
    assert packages.keys().isdisjoint({"pytest", "mypy", "playwright", "botocore"})
    files = {Path(str(it.locate_file(file))) for it in packages.values() for file in it.files or ()}
    files |= {path for room in ROOMS for path in (ROOT / room).rglob("*") if "web/editor" not in path.as_posix()}
    sizes = {
        path: with_bytecode(path, never_compiled) for path in files if path.is_file() and path.suffix != ".pyc"
    }
    assert len(sizes) > 5_000
    folders = {
        folder for path in sizes for folder in (path.parent, path.parent / "__pycache__") if folder.is_dir()
    }
    assert sum(sizes.values()) + len(folders) * BLOCK <= LIMIT
