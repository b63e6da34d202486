"""Rows of an import as a file for a spreadsheet: what became of each, and why, line by line."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from campaigns.imports.audit_import import note_rows_taken
from campaigns.imports.import_rows import RowGroup, ShownRow, shown_rows
from campaigns.imports.manage_import import get_import
from campaigns.services import Services
from campaigns.staff_mail.alert_administrators import alert_export
from core.csv_cells import Cell
from core.db import Database
from staff.principal import Principal

COLUMNS = ("file", "line", "address", "name", "language", "outcome", "reason", "undone", "said_elsewhere")
AT_ONCE = 1_000
"""Rows of one read."""


def take_rows(
    services: Services,
    import_id: int,
    groups: Iterable[RowGroup],
    text: Callable[..., str],
    *,
    actor: Principal,
    now: datetime,
) -> Iterator[list[Cell]]:
    """With titles, group by group. `text`: of a key. That it leaves is in the audit log, and told as any export;
    of a list of people at risk it names nobody. Raises NotFound, NotAllowed."""
    with services.database.write() as session:
        row, mailing_list = get_import(session, import_id, actor)
        is_protected = mailing_list.is_protected
        if not is_protected:
            note_rows_taken(session, row, actor=actor.name, now=now)
            alert_export(session, actor=actor, services=services, now=now)
    return _table(services.database, import_id, groups, text, is_protected=is_protected)


def _table(
    database: Database, import_id: int, groups: Iterable[RowGroup], text: Callable[..., str], *, is_protected: bool
) -> Iterator[list[Cell]]:
    """`is_protected`: line and file say to whoever has it which row is meant."""
    yield [text(f"campaigns-import-column-{name}") for name in COLUMNS]
    for group in groups:
        after, is_more = 0, True
        while is_more:
            with database.read() as session:
                rows = shown_rows(session, import_id, group, after=after, limit=AT_ONCE)
            yield from (_cells(row, text, is_protected=is_protected) for row in rows)
            is_more = len(rows) == AT_ONCE
            after = rows[-1].place if rows else after


def _cells(row: ShownRow, text: Callable[..., str], *, is_protected: bool) -> list[Cell]:
    whose = ("", "") if is_protected else (row.address, row.name)
    reason = text(row.code, **row.params) if row.code else text(f"subscribers-outcome-{row.outcome}")
    undone = text(f"subscribers-undo-{row.undo}") if row.undo else ""
    return [row.file, row.line, *whose, row.language, row.outcome, reason, undone, row.proof]
