"""A spreadsheet among files to import: made CSV by a decode process, and read like any other from then on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused

MAX_ROWS = 200_000
_MAGIC = (b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"))
"""XLSX and ODS; XLS."""
_NAMES = TypeAdapter(list[str])
_NAME = TypeAdapter(str)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    names: tuple[str, ...]
    chosen: str


@contextmanager
def as_text_file(path: Path, sheet: str | None) -> Iterator[tuple[Path, SheetChoice | None]]:
    """The file itself, or a CSV file of the same name made of a sheet, which is there as long as the block lasts.
    Raises InputRefused for a spreadsheet that cannot be read."""
    with path.open("rb") as file:
        head = file.read(8)
    if not head.startswith(_MAGIC):
        yield path, None
        return
    options = {"file": path.name, "sheet": sheet, "max_rows": MAX_ROWS}
    with DecodeProcess("subscribers.decoders") as process:
        try:
            frame = process.decode("sheet", path.read_bytes(), options)
        except DecodeFailed as failed:
            raise InputRefused("subscribers-sheet-unreadable", file=path.name) from failed
    choice = SheetChoice(
        tuple(_NAMES.validate_python(frame.facts["sheets"])), _NAME.validate_python(frame.facts["sheet"])
    )
    with TemporaryDirectory(prefix="bilten-sheet-") as folder:
        text = Path(folder) / path.name
        text.write_bytes(frame.parts[0])
        yield text, choice
