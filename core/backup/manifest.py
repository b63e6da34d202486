"""Backup manifest: what a backup holds, so that it can be judged before anything of it is believed or used.

It is read from a file that anybody may have made: every field is bounded, and nothing unknown is accepted.
"""

import hmac
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from core.errors import InputRefused

FORMAT = 1
"""Raised when a program that knows only the old one could not restore the file."""
MAX_BYTES = 64_000_000
"""Of the manifest itself; enough for some hundred thousand pictures."""

MANIFEST = "manifest.json"
SECRET_KEY = "secret_key"  # noqa: S105  the name of a part
SQLITE = "database.sqlite3"
_IDENTIFIER = r"^[a-z_][a-z0-9_]{0,62}$"
_SHA256 = r"^[0-9a-f]{64}$"
PART_NAME = (
    rf"^(?:{SQLITE}|{SECRET_KEY}|tables/[a-z_][a-z0-9_]{{0,62}}\.copy|assets/[0-9a-f]{{2}}/[0-9a-f]{{64}})$"
)
"""The only names that a backup may hold: none of them leads out of a folder."""

_Size = Annotated[int, Field(ge=0)]
_Short = Annotated[str, Field(max_length=200)]
_Identifier = Annotated[str, Field(pattern=_IDENTIFIER)]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=PART_NAME)]
    size: _Size
    sha256: Annotated[str, Field(pattern=_SHA256)]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Identifier
    rows: _Size
    columns: list[_Identifier] = []
    """In the order of the dump (PostgreSQL); empty for SQLite, whose file knows them."""


class Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Annotated[int, Field(ge=1)]
    program: _Short
    database: Literal["sqlite", "postgresql"]
    revision: Annotated[str, Field(pattern=r"^[0-9a-z_]{1,40}$")]
    """The last migration that the database had seen."""
    identity: _Short | None = None
    """Which database this is, and how far its counter had come; older ones knew neither."""
    generation: _Size | None = None
    made_at: AwareDatetime
    has_key: bool
    key_check: _Short
    """Tells whether another secret key is the one of this backup, without giving it away."""
    tables: list[Table]
    sequences: dict[_Identifier, tuple[int, bool]] = {}
    """PostgreSQL's, each with its last value and whether that was given out."""
    parts: list[Part]

    def count(self, table: str) -> int | None:
        return next((dump.rows for dump in self.tables if dump.name == table), None)

    def part(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)

    @property
    def asset_count(self) -> int:
        return sum(part.name.startswith("assets/") for part in self.parts)

    @property
    def unpacked_size(self) -> int:
        return sum(part.size for part in self.parts)


def read_manifest(raw: bytes) -> Manifest:
    """Raises InputRefused for a manifest of a newer program, and for what is none."""
    try:
        manifest = Manifest.model_validate_json(raw)
    except ValidationError as error:
        if _format_of(raw) > FORMAT:
            raise InputRefused("core-backup-newer") from None
        raise InputRefused("core-backup-broken", part=MANIFEST) from error
    if manifest.format > FORMAT:
        raise InputRefused("core-backup-newer")
    if len({part.name for part in manifest.parts}) != len(manifest.parts):
        raise InputRefused("core-backup-broken", part=MANIFEST)
    return manifest


class _AnyFormat(BaseModel):
    format: int


def _format_of(raw: bytes) -> int:
    try:
        return _AnyFormat.model_validate_json(raw).format
    except ValidationError:
        return 0


def key_check(secret: str) -> str:
    return hmac.digest(secret.encode(), b"bilten backup: which secret key", "sha256").hex()[:32]


def age_in_hours(made_at: datetime, now: datetime) -> int:
    return max(0, int((now - made_at).total_seconds() // 3600))
