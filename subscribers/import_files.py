"""Uploaded files of imports: kept in the database in pieces, so that whichever machine goes on with one has it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from sqlmodel import Session, col, select

from core.db import Database
from core.write_guard import refuse_in_write
from subscribers.import_lease import let_others_write
from subscribers.import_tables import ImportPart

PIECE = 1024 * 1024
"""Bytes of one transaction."""
_UNFIT = re.compile(r"[^\w.() -]+")
_MAX_NAME = 120


def fit_file_name(name: str) -> str:
    """As it was uploaded, fit to be a file's name here. It stands in the evidence of each consent."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return _UNFIT.sub("_", last).lstrip(". ")[-_MAX_NAME:] or "file.csv"


def keep_file(database: Database, import_id: int, file: BinaryIO) -> None:
    """In short transactions."""
    file.seek(0)
    for place, content in enumerate(iter(lambda: file.read(PIECE), b"")):
        if place:
            let_others_write(database)
        with database.write() as session:
            session.add(ImportPart(import_id=import_id, place=place, content=content))


@contextmanager
def kept_file(database: Database, import_id: int, name: str) -> Iterator[Path]:
    """The file, by its name, in a folder of its own for as long as the block lasts."""
    refuse_in_write("reading an uploaded file")
    with TemporaryDirectory(prefix="bilten-import-") as folder:
        path = Path(folder) / name
        with path.open("wb") as file:
            place = -1
            while True:
                with database.read() as session:
                    piece = _next_piece(session, import_id, place)
                if piece is None:
                    break
                file.write(piece.content)
                place = piece.place
        yield path


def _next_piece(session: Session, import_id: int, place: int) -> ImportPart | None:
    later = select(ImportPart).where(ImportPart.import_id == import_id, col(ImportPart.place) > place)
    return session.exec(later.order_by(col(ImportPart.place)).limit(1)).first()
