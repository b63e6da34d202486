"""The asset store: images and PDFs under their SHA-256, so that one file is kept once and a link never changes.

Nothing enters that has not been inspected, and a file is whole from the moment it has its name.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused, NotFound
from core.public_urls import asset_path
from core.write_guard import refuse_in_write
from news.decoding import clean, decode_process
from news.inspect_asset import GIF, JPEG, PDF, PNG, WEBP, media_type_of

EXTENSIONS = {JPEG: "jpg", PNG: "png", GIF: "gif", WEBP: "webp", PDF: "pdf"}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_GOING = ".going"


@dataclass(frozen=True, slots=True)
class StoredAsset:
    sha256: str
    media_type: str
    byte_count: int
    width: int | None
    height: int | None
    page_count: int | None


@dataclass(frozen=True, slots=True)
class DerivedAsset:
    """What is made of a file when it comes in. Named like the columns of `Asset`."""

    mail_sha256: str | None = None
    mail_media_type: str | None = None
    mail_width: int | None = None
    mail_height: int | None = None
    words: str = ""


class AssetStore:
    def __init__(self, folder: Path) -> None:
        """`folder` is made when the first asset is put."""
        self._folder = folder

    def put(self, data: bytes) -> StoredAsset:
        """Keeps `data` without its maker's traces; putting it again does no harm.

        It is decoded in a process of its own. Raises InputRefused for what is no sound image or PDF, or could not
        be read within the bounds of memory and time.
        """
        with decode_process() as process:
            try:
                return self.put_with(process, data)
            except DecodeFailed as failed:
                raise InputRefused("news-asset-undecoded", cause=failed.reason) from failed

    def put_with(self, process: DecodeProcess, data: bytes) -> StoredAsset:
        """The same in the decode process of a reading. Raises InputRefused, DecodeFailed."""
        refuse_in_write("keeping a file")
        facts, data = clean(process, data)
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        try:
            os.utime(path)  # it has come again: whoever collects old files leaves it
        except FileNotFoundError:
            _write_whole(path, data)
        return StoredAsset(sha256, facts.media_type, len(data), facts.width, facts.height, facts.page_count)

    def path(self, sha256: str) -> Path:
        """Where the asset lies, if it is kept. Raises NotFound for what cannot be a name in this store."""
        if not _SHA256.fullmatch(sha256):
            raise NotFound("news-asset-unknown")
        return self._folder / sha256[:2] / sha256

    @staticmethod
    def url_path(sha256: str, media_type: str) -> str:
        return asset_path(f"{sha256}.{EXTENSIONS[media_type]}")

    def kept_path(self, kept: str) -> str | None:
        """Where a form shows a file of an earlier try, which it names by its hash and its name; None of none."""
        try:
            sha256 = kept.partition(" ")[0]
            return self.url_path(sha256, self.media_type(sha256))
        except NotFound:
            return None

    def media_type(self, sha256: str) -> str:
        """Told by its first bytes. Raises NotFound."""
        return media_type_of(self._read(sha256, 4096))

    def names(self) -> Iterator[str]:
        """The SHA-256 of each asset that is kept, in order."""
        refuse_in_write("reading a folder")
        yield from sorted(path.name for path in self._folder.glob("??/*") if _SHA256.fullmatch(path.name))

    def remove(self, sha256: str) -> None:
        """Only what lies under another name by now, and is found by it (`news.cleaned_assets`)."""
        refuse_in_write("removing a file")
        self.path(sha256).unlink(missing_ok=True)

    def came_before(self, moment: datetime, *, after: datetime) -> dict[str, int]:
        """What came last between these moments: SHA-256 → bytes."""
        old = {}
        for name in self.names():
            with suppress(FileNotFoundError):
                status = self.path(name).stat()
                if after.timestamp() <= status.st_mtime < moment.timestamp():
                    old[name] = status.st_size
        return old

    def came_at(self, sha256: str) -> datetime | None:
        """When it came last; None for one that is not here."""
        with suppress(FileNotFoundError):
            return datetime.fromtimestamp(self.path(sha256).stat().st_mtime, UTC)
        return None

    def collect(self, sha256: str, *, before: datetime) -> bool:
        """Removes a file that nothing names, unless it came (again) since that moment. Whether it is gone.

        Out of the way first, and only then looked at: what is put meanwhile is either seen to be young, and comes
        back, or finds nothing and is written anew.
        """
        refuse_in_write("removing a file")
        path, aside = self.path(sha256), self._aside(sha256)
        try:
            path.rename(aside)
            if aside.stat().st_mtime >= before.timestamp():
                aside.replace(path)
                return False
            aside.unlink()
        except FileNotFoundError:  # somebody else is at it
            return not path.exists()
        return True

    def put_back(self) -> None:
        """What a `collect` that was killed left out of the way."""
        refuse_in_write("moving a file")
        for aside in self._folder.glob(f"??/.*{_GOING}"):
            with suppress(FileNotFoundError):
                aside.replace(self.path(aside.name[1:].removesuffix(_GOING)))

    def _aside(self, sha256: str) -> Path:
        return self.path(sha256).with_name(f".{sha256}{_GOING}")

    def read(self, sha256: str) -> bytes:
        """Raises NotFound."""
        return self._read(sha256)

    def _read(self, sha256: str, at_most: int = -1) -> bytes:
        refuse_in_write("reading a file")
        try:
            with self.path(sha256).open("rb") as file:
                return file.read(at_most)
        except FileNotFoundError:
            raise NotFound("news-asset-unknown") from None


def _write_whole(path: Path, data: bytes) -> None:
    """Under a passing name first: a crash leaves no half file under the real one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, passing_name = tempfile.mkstemp(dir=path.parent, prefix=".")
    passing = Path(passing_name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        passing.chmod(0o644)
        passing.replace(path)
    except BaseException:
        passing.unlink(missing_ok=True)
        raise
