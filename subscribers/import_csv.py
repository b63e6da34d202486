"""Import of a file from its reading to its end, by the process that was asked: good rows are kept, bad ones named.

It is the same as in the background (`stage_import`, `write_import`), and is in the same tables. Killed, it goes on
by itself where a server runs; importing the same file again goes on from there, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from core.clock import machine_uptime
from core.db import Database
from core.ids import new_public_id
from subscribers.erase_imports import forget_import
from subscribers.import_lease import LEASE, ImportLease
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.import_steps import ImportAction, take_step
from subscribers.import_tables import UPLOAD_TAKES, ImportState, SubscriberImport
from subscribers.list_state import ListPurpose, check_takes
from subscribers.lists import list_by_slug
from subscribers.read_import import check_request
from subscribers.stage_import import stage_import
from subscribers.write_import import AtEnd, write_import


def _no_more(session: Session, row: SubscriberImport) -> None:
    """Nothing is to be done at the end."""


@dataclass(frozen=True, slots=True)
class ImportContext:
    """Who imports, and who is told of it."""

    actor: str = "operator"
    at_start: AtEnd = _no_more
    at_end: AtEnd = _no_more


OPERATOR = ImportContext()


def import_csv(
    database: Database,
    path: Path,
    request: ImportRequest,
    *,
    secret: str,
    by: ImportContext = OPERATOR,
    now: datetime,
) -> CsvReport:
    """In write transactions of its own: not to be called in one. Raises NotFound for the list, Conflict where
    it is archived, InputRefused for the file; then nothing was written, and nothing is kept of it."""
    lease, report = _staged(database, path, request, by, secret=secret, now=now)
    with database.write() as session:
        row = take_step(session, lease.import_id, ImportAction.WRITE, now=now)
        row.worker, row.lease_until = lease.worker, lease.now() + LEASE
        by.at_start(session, row)
    write_import(lease, at_end=by.at_end, is_time_up=lambda: False)
    with database.read() as session:
        report.count(session.get_one(SubscriberImport, lease.import_id).figures["counts"])
    report.import_id = lease.import_id
    return report


def foresee_csv(
    database: Database, path: Path, request: ImportRequest, *, secret: str, now: datetime
) -> CsvReport:
    """Dry run: what importing it would do. Nothing is written to people, and nothing is kept of the file. Raises
    as `import_csv`."""
    lease, report = _staged(database, path, request, OPERATOR, secret=secret, now=now)
    forget_import(database, lease.import_id)
    return report


def _staged(
    database: Database, path: Path, request: ImportRequest, by: ImportContext, *, secret: str, now: datetime
) -> tuple[ImportLease, CsvReport]:
    check_request(request)
    worker = f"command:{new_public_id(8)}"
    with database.write() as session:
        mailing_list = check_takes(list_by_slug(session, request.list_slug), ListPurpose.IMPORT)
        row = SubscriberImport(
            list_id=mailing_list.id,
            state=ImportState.UPLOADING,  # the file is ours alone: nobody else could go on with it
            file_name=path.name,
            actor=by.actor,
            request=request.as_json(),
            created_at=now,
            erase_at=now + UPLOAD_TAKES,
            worker=worker,
            lease_until=now + LEASE,
        )
        session.add(row)
        session.flush()
    lease = ImportLease(database, row.id, worker, _clock_from(now))
    try:
        return lease, stage_import(lease, path, request, secret=secret, state=ImportState.UPLOADING)
    except BaseException:
        forget_import(database, lease.import_id)
        raise


def _clock_from(now: datetime) -> Callable[[], datetime]:
    """What time it is, as long as this goes on: what a lease needs, whose end others compare with their clocks."""
    uptime = machine_uptime()
    began = uptime.seconds()
    return lambda: now + timedelta(seconds=uptime.seconds() - began)
