"""Archive: a backup as one zip file, written and read as a stream, so that memory stays flat whatever its size.

Every byte of it is under a checksum: each part's SHA-256 stands in the manifest, and that of all that precedes it
ends the file, as the zip's comment. So a byte that was flipped anywhere, and a file that was cut, are found. It is
read with distrust: only names of `manifest.PART_NAME` count, nothing is unpacked by its own name or kind, and no
part may be longer than the manifest says.
"""

import hashlib
import os
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from core.backup.manifest import MANIFEST, MAX_BYTES, PART_NAME, Manifest, Part, read_manifest
from core.errors import InputRefused

CHUNK = 1 << 20
_COMMENT = b"bilten-backup sha256="
_DIGEST_LENGTH = 64
_STORED = re.compile(r"assets/|secret_key")
"""Pictures and PDFs are compressed already."""
MAX_PARTS = 1_000_000


class ArchiveWriter:
    """Writes parts one after the other into a file that is open for reading and writing, within a `with` block."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._zip = zipfile.ZipFile(file, "w", allowZip64=True)
        self.parts: list[Part] = []

    def __enter__(self) -> "ArchiveWriter":
        return self

    def __exit__(self, *_: object) -> None:
        """What could not be finished is given up; where it has been, nothing is left to do."""
        with suppress(OSError, ValueError):
            self._zip.close()

    def add(self, name: str, chunks: Iterable[bytes]) -> Part:
        digest, size = hashlib.sha256(), 0
        with self._zip.open(_entry(name), "w", force_zip64=True) as part:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                part.write(chunk)
        self.parts.append(Part(name=name, size=size, sha256=digest.hexdigest()))
        return self.parts[-1]

    def finish(self, manifest: Manifest) -> str:
        """Writes the manifest and the checksum of the whole, and returns that. Nothing can be added any more."""
        with self._zip.open(_entry(MANIFEST), "w") as part:
            part.write(manifest.model_dump_json(indent=1).encode())
        self._zip.comment = _COMMENT + b"0" * _DIGEST_LENGTH
        self._zip.close()
        digest = _digest_of_whole(self._file)
        self._file.seek(-_DIGEST_LENGTH, os.SEEK_END)
        self._file.write(digest.encode())
        self._file.flush()
        os.fsync(self._file.fileno())
        return digest


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    entry.compress_type = zipfile.ZIP_STORED if _STORED.match(name) else zipfile.ZIP_DEFLATED
    return entry


def _digest_of_whole(file: IO[bytes]) -> str:
    """Of all bytes but the digest at the end."""
    left = file.seek(0, os.SEEK_END) - _DIGEST_LENGTH
    digest = hashlib.sha256()
    file.seek(0)
    while left > 0 and (chunk := file.read(min(CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest()


class ArchiveReader:
    def __init__(self, zipped: zipfile.ZipFile, manifest: Manifest, digest: str) -> None:
        self._zip = zipped
        self.manifest = manifest
        self.digest = digest
        """The checksum of the whole file."""

    def read(self, part: Part) -> Iterator[bytes]:
        """The part's bytes. Raises InputRefused, at the latest at their end, if they are not what was put in."""
        digest, size = hashlib.sha256(), 0
        try:
            with self._zip.open(part.name) as packed:
                while chunk := packed.read(CHUNK):
                    size += len(chunk)
                    if size > part.size:
                        raise InputRefused("core-backup-broken", part=part.name)
                    digest.update(chunk)
                    yield chunk
        except _UNREADABLE as error:
            raise InputRefused("core-backup-broken", part=part.name) from error
        if size != part.size or digest.hexdigest() != part.sha256:
            raise InputRefused("core-backup-broken", part=part.name)

    def extract(self, part: Part, to: Path) -> None:
        """Writes the part to a new file, readable for its owner only, and has it on the disk at the return."""
        with new_private(to) as file:
            for chunk in self.read(part):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())


def new_private(path: Path) -> IO[bytes]:
    """A new file to write and read, for its owner only from its first byte on. Raises FileExistsError."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "w+b")


_UNREADABLE = (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError,
               zlib.error)  # fmt: skip
"""What the standard library raises where a file is no zip, or one that was tampered with."""


@contextmanager
def open_archive(path: Path) -> Iterator[ArchiveReader]:
    """A backup whose every byte has been read and found unchanged. Raises InputRefused."""
    try:
        opened = path.open("rb")
    except OSError as error:
        raise InputRefused("core-backup-unreadable", file=str(path), reason=error.strerror or "") from error
    with opened as file:
        digest = _checked_whole(file)
        try:
            zipped = zipfile.ZipFile(file)
        except _UNREADABLE as error:
            raise InputRefused("core-backup-none", file=path.name) from error
        with zipped:
            manifest = _manifest(zipped)
            _refuse_strangers(zipped, manifest)
            yield ArchiveReader(zipped, manifest, digest)


def _checked_whole(file: IO[bytes]) -> str:
    tail_length = len(_COMMENT) + _DIGEST_LENGTH
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - tail_length))
    tail = file.read(tail_length)
    if not tail.startswith(_COMMENT):
        raise InputRefused("core-backup-cut")
    digest = _digest_of_whole(file)
    if tail[len(_COMMENT) :] != digest.encode():
        raise InputRefused("core-backup-changed")
    file.seek(0)
    return digest


def _manifest(zipped: zipfile.ZipFile) -> Manifest:
    try:
        entry = zipped.getinfo(MANIFEST)
        if entry.file_size > MAX_BYTES:
            raise InputRefused("core-backup-broken", part=MANIFEST)
        with zipped.open(entry) as part:
            raw = part.read(MAX_BYTES + 1)
    except _UNREADABLE as error:
        raise InputRefused("core-backup-broken", part=MANIFEST) from error
    if len(raw) > MAX_BYTES:
        raise InputRefused("core-backup-broken", part=MANIFEST)
    return read_manifest(raw)


def _refuse_strangers(zipped: zipfile.ZipFile, manifest: Manifest) -> None:
    """What is in the file is what the manifest lists, each once: no other name, no link, no folder."""
    entries = zipped.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MAX_PARTS or sorted(names) != sorted([MANIFEST, *(part.name for part in manifest.parts)]):
        raise InputRefused("core-backup-strange", part=_strangest(names))
    for entry in entries:
        mode = entry.external_attr >> 16
        if mode and not stat.S_ISREG(mode):
            raise InputRefused("core-backup-strange", part=entry.filename[:200])


def _strangest(names: list[str]) -> str:
    odd = [name for name in names if name != MANIFEST and not re.fullmatch(PART_NAME, name)]
    twice = [name for name, count in Counter(names).items() if count > 1]
    return (odd or twice or [MANIFEST])[0][:200]
