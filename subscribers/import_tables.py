"""Rows of imports: what was uploaded, what was read of it, and what became of each row. They live for a while.

All that holds people's data here is erased: the file when it has been imported, the rows after `ROWS_KEPT`, and an
import that nobody goes on with after `LOOKED_AT_FOR` (ADR 71).
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from core.encrypted_columns import EncryptedBytesType, EncryptedJsonType, EncryptedTextType
from subscribers.status import SubscriptionStatus
from subscribers.tables import SuppressionReason

LOOKED_AT_FOR = timedelta(days=2)
"""How long a file waits for somebody to import it."""
UPLOAD_TAKES = timedelta(hours=1)
"""At most, also of a file that a command reads; what is cut off is erased after it."""
ROWS_KEPT = timedelta(days=30)
"""How long an import can be undone, and be looked at row by row."""


class ImportState(StrEnum):
    """Ends the key of its text."""

    UPLOADING = "uploading"
    """Its file is being taken; cut off in the middle, it is erased."""
    UPLOADED = "uploaded"
    """The file is here, and somebody looks at how it is read."""
    CHECKING = "checking"
    """It is being read, and compared with what is here."""
    CHECKED = "checked"
    """What would become of each row is known; nothing is written to people yet."""
    APPLYING = "applying"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    DISCARDED = "discarded"
    """Nobody goes on with it; it is about to be erased."""


FILE_ERASED = "file_erased"
"""In the figures of an import that is checked: it can be imported, and not be read otherwise any more."""
UNDER_WAY = (ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING)
"""A job has something to do in these."""


class RowOutcome(StrEnum):
    """What became of a row, or would become of it. Each but the last is a count of CsvReport."""

    IMPORTED = "imported"
    UPDATED = "updated"
    ALREADY_SUBSCRIBED = "already_subscribed"
    KEPT_UNSUBSCRIBED = "kept_unsubscribed"
    KEPT_OPTED_OUT = "kept_opted_out"
    KEPT_SUPPRESSED = "kept_suppressed"
    UNSUBSCRIBED = "unsubscribed"
    SUPPRESSED = "suppressed"
    REFUSED = "refused"


def outcome_of_kept(status: SubscriptionStatus | None, *, is_suppressed: bool) -> RowOutcome:
    """Of a row of which nothing is written. `status`: of its person on the list; a no, whoever remembers it."""
    if status is SubscriptionStatus.UNSUBSCRIBED:
        return RowOutcome.KEPT_UNSUBSCRIBED
    return RowOutcome.KEPT_SUPPRESSED if is_suppressed else RowOutcome.ALREADY_SUBSCRIBED


class UndoOutcome(StrEnum):
    """What undoing did with a row. Ends the key of its text."""

    REMOVED = "removed"
    RESTORED = "restored"
    """Name and language are as they were."""
    KEPT_ACTED = "kept_acted"
    """They have confirmed, unsubscribed, or were written to since."""
    KEPT_CHANGED = "kept_changed"
    """Name or language were changed since."""


class SubscriberImport(SQLModel, table=True):
    """One file of people for one list: how it is read, how far it is, and what came of it."""

    __tablename__ = "subscriber_import"
    __table_args__ = (
        Index("ix_subscriber_import_state", "state"),
        Index("ix_subscriber_import_list_id_id", "list_id", "id"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    list_id: int = Field(foreign_key="mailing_list.id", ondelete="CASCADE", sa_type=BigId)
    state: ImportState = Field(sa_type=EnumText(ImportState))
    file_name: str = Field(max_length=200)
    actor: str = Field(max_length=80)
    """As in the audit log."""
    request: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """`ImportRequest`, how the file is read and on what grounds."""
    figures: dict[str, Any] = Field(default_factory=dict, sa_type=EncryptedJsonType("subscriber_import.figures"))
    """What was taken for what, and how many rows came to what."""
    row_count: int = 0
    """Staged until now; a row that says no for two addresses is two."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When its rows began to be written; the moment of everything that it writes."""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undone_by: str | None = Field(default=None, max_length=80)
    erase_at: datetime = Field(sa_type=UtcDateTime)
    """When its file and rows go."""
    erased_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    worker: str | None = Field(default=None, max_length=120)
    """Who is at it until `lease_until`, or was."""
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    after_place: int = Field(default=0, sa_type=BigId)
    """The last row that is written, or undone."""
    error: str | None = Field(default=None, max_length=80)
    """The key of the text that says why it did not go on."""
    error_params: dict[str, Any] = Field(
        default_factory=dict, sa_type=EncryptedJsonType("subscriber_import.error_params")
    )


class ImportPart(SQLModel, table=True):
    """A part of an uploaded file, so that whichever process goes on with it has it."""

    __tablename__ = "import_piece"

    import_id: int = Field(foreign_key="subscriber_import.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    place: int = Field(primary_key=True)
    content: bytes = Field(sa_type=EncryptedBytesType("import_piece.content"))


class ImportRow(SQLModel, table=True):
    """One row of a file, as it was read. Noes come first, then yeses, then what was refused."""

    __tablename__ = "import_row"
    __table_args__ = (
        Index("ix_import_row_import_id_outcome_place", "import_id", "outcome", "place"),
        Index("ix_import_row_address_hash", "address_hash"),
        # Each row is written twice; where its page has room for it, no index has to be.
        {"postgresql_with": {"fillfactor": 50}},
    )

    import_id: int = Field(foreign_key="subscriber_import.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    place: int = Field(primary_key=True, sa_type=BigId)
    line: int
    address: str = Field(default="", sa_type=EncryptedTextType("import_row.address", 254, always=True))
    """Wiped when it is written to where it belongs."""
    address_hash: str = Field(default="", max_length=64)
    name: str = Field(default="", sa_type=EncryptedTextType("import_row.name", 120, always=True))
    language: str = Field(default="", max_length=20)
    has_language: bool = True
    """The row itself says which."""
    status: SubscriptionStatus | None = Field(default=None, sa_type=EnumText(SubscriptionStatus))
    suppression: SuppressionReason | None = Field(default=None, sa_type=EnumText(SuppressionReason))
    is_everywhere: bool = False
    given_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was said where it was exported; `proof` is that in the export's words."""
    proof: str = Field(default="", sa_type=EncryptedTextType("import_row.proof", 300, always=True))
    outcome: RowOutcome = Field(sa_type=EnumText(RowOutcome))
    """Foreseen, until it is written."""
    code: str = Field(default="", max_length=80)
    """Why it was refused."""
    params: dict[str, Any] = Field(default_factory=dict, sa_type=EncryptedJsonType("import_row.params"))
    is_new_person: bool = False
    old_name: str | None = Field(default=None, sa_type=EncryptedTextType("import_row.old_name", 120, always=True))
    """Of somebody whose name or language it changed; the language likewise."""
    old_language: str | None = Field(default=None, max_length=20)
    field_values: dict[str, str] = Field(
        default_factory=dict, sa_type=EncryptedJsonType("import_row.field_values")
    )
    """What it says of custom fields, by their words; wiped where it was not written."""
    old_fields: dict[str, str] | None = Field(default=None, sa_type=EncryptedJsonType("import_row.old_fields"))
    """Of the fields that it changed, what was there before."""
    extras: dict[str, Any] = Field(default_factory=dict, sa_type=EncryptedJsonType("import_row.extras"))
    """What only our own export says (`csv_extras.ExtraValues`); once it is written, what of it was news, and can
    be taken back."""
    undo: UndoOutcome | None = Field(default=None, sa_type=EnumText(UndoOutcome))
