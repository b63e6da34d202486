"""A spreadsheet or an archive among files to import: made CSV by a decode process, and read like any CSV then."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from subscribers.file_parts import WHOLE, FileParts, read_parts

MAX_ROWS = 200_000
_MAGIC = (b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"))
"""XLSX and ODS; XLS."""
_PICKLES = tuple(b"\x80" + bytes([protocol]) for protocol in range(2, 6))
"""How Python's pickles begin, protocols 2 to 5. Mailman keeps its lists in them, and reading one runs it."""
_NAMES = TypeAdapter(list[str])
_NAME = TypeAdapter(str)
_PARTS = TypeAdapter(list[tuple[int, str]])


@dataclass(frozen=True, slots=True)
class SheetChoice:
    names: tuple[str, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class UnpackedFile:
    """A text file, and what it was made of."""

    path: Path
    sheet: SheetChoice | None = None
    parts: FileParts = WHOLE
    is_made: bool = False
    """It was made here, and is in UTF-8."""


@contextmanager
def as_text_file(path: Path, sheet: str | None) -> Iterator[UnpackedFile]:
    """The file itself, or a CSV file of the same name made of a sheet or of the files of an archive, there as
    long as the block lasts. Raises InputRefused for what cannot be read."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_PICKLES):
        raise InputRefused("subscribers-file-pickle", file=path.name)
    if not head.startswith(_MAGIC):
        yield UnpackedFile(path)
        return
    options = {"file": path.name, "sheet": sheet, "max_rows": MAX_ROWS}
    with DecodeProcess("subscribers.decoders") as process:
        try:
            frame = process.decode("packed", path.read_bytes(), options)
        except DecodeFailed as failed:
            raise InputRefused("subscribers-sheet-unreadable", file=path.name) from failed
    parts = read_parts(_PARTS.validate_python(frame.facts.get("parts", [])))
    choice = None
    if not parts:
        names = tuple(_NAMES.validate_python(frame.facts["sheets"]))
        choice = SheetChoice(names, _NAME.validate_python(frame.facts["sheet"]))
    with TemporaryDirectory(prefix="bilten-sheet-") as folder:
        text = Path(folder) / path.name
        text.write_bytes(frame.parts[0])
        yield UnpackedFile(text, choice, parts, is_made=True)
