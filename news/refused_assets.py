"""Negative cache of files: what could not be decoded is set aside by its content, shown, and tried again when the
decoders have changed, not at every reading of its folder."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version

from sqlmodel import Session, col, select

from core.db import Database
from core.errors import InputRefused
from core.sql import upsert
from news import decoders
from news.tables import RefusedAsset


@lru_cache(maxsize=1)
def decoder_version() -> str:
    """Ours and the libraries': an upgrade of any of them may read what could not be read."""
    libraries = ("pikepdf", "pillow", "pypdfium2", "markdown-it-py", "nh3")
    return f"{decoders.VERSION} " + " ".join(f"{name}/{version(name)}" for name in libraries)


def refused_assets(session: Session) -> Mapping[str, InputRefused]:
    """By SHA-256 of the file as it came: what these decoders have said of it."""
    rows = session.exec(select(RefusedAsset).where(col(RefusedAsset.decoder) == decoder_version()))
    return {row.sha256: InputRefused(row.code, **row.params) for row in rows}


def remember_refused(
    database: Database, sha256: str, refused: InputRefused, *, file_name: str, now: datetime
) -> None:
    columns = {
        "decoder": decoder_version(),
        "code": refused.code,
        "params": dict(refused.params),
        "file_name": file_name,
        "at": now,
    }
    with database.write() as session:
        kept = upsert(session, RefusedAsset).values(sha256=sha256, **columns)
        session.execute(kept.on_conflict_do_update(index_elements=["sha256"], set_=columns))
