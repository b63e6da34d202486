"""State directory: what a machine remembers of the databases it works on, apart from them.

    <state dir>/machine-id
    <state dir>/<identity of a database>/mark.json, journal-<first number>.jsonl

It must not lie where a restore would put it back together with the database. All processes of a machine share it.
"""

import fcntl
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from core.errors import Misconfigured

_OURS = 0o700


@dataclass(frozen=True, slots=True)
class StateDir:
    root: Path

    def machine_id(self) -> str:
        """A name for this machine that no host name changes, made when it is first asked for. Raises Misconfigured
        where the folder cannot be written."""
        path = self.root / "machine-id"
        try:
            return _read_id(path) or _make_id(path)
        except OSError as error:
            raise self.unusable(error) from None

    def take_new_id(self, former: str) -> None:
        """Another name for this machine, unless a process of it has taken one meanwhile. Raises OSError."""
        with locked(self.root):
            if self.machine_id() == former:
                path = self.root / "machine-id"
                made = path.with_name(f"{path.name}.new")
                write_durably(made, f"{uuid.uuid4()}\n".encode("ascii"))
                made.replace(path)
                sync_folder(self.root)

    def folder(self, identity: str) -> Path:
        """Where what concerns this database lies; it is made if it is not there."""
        folder = self.root / identity
        try:
            folder.mkdir(mode=_OURS, parents=True, exist_ok=True)
        except OSError as error:
            raise self.unusable(error) from None
        return folder

    def folders(self) -> list[Path]:
        """One for each database of which anything is remembered here."""
        return [path for path in self.root.glob("*") if path.is_dir()]

    def unusable(self, error: OSError) -> Misconfigured:
        return Misconfigured("core-state-dir-unusable", folder=str(self.root), reason=error.strerror or "")


def _read_id(path: Path) -> str | None:
    with suppress(FileNotFoundError, ValueError):
        return str(uuid.UUID(path.read_text(encoding="ascii").strip()))
    return None


def _make_id(path: Path) -> str:
    """Linked into place: of two processes that make one at once, one wins, and nobody reads half of it."""
    path.parent.mkdir(mode=_OURS, parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    write_durably(made, f"{uuid.uuid4()}\n".encode("ascii"))
    try:
        with suppress(FileExistsError):
            os.link(made, path)
        machine_id = _read_id(path)
        if machine_id is None:  # torn by an older power cut: nobody can have gone by it
            made.replace(path)
            machine_id = _read_id(path)
        return machine_id or ""
    finally:
        made.unlink(missing_ok=True)
        sync_folder(path.parent)


def write_durably(path: Path, content: bytes) -> None:
    """On the disk, not only on its way there, when this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        with memoryview(content) as rest:
            written = 0
            while written < len(rest):
                written += os.write(descriptor, rest[written:])
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """For this thread alone among all of the machine; the kernel gives it back when the process dies."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """A new name in a folder survives a power cut only then."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
