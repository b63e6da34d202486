"""Garbage collection of stored files: what was fetched or uploaded for a form that nobody saved.

Mark and sweep, from the side of the files: an old one goes that no row of any table names, neither in a column nor
in a text. What was once saved has its row in the media library, so it does not go by itself; what came before a
restore, which loses such rows, stays for ever, too. Whoever deletes a row of the library by hand
(`scheduler.delete_media`) is refused by the same rule.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ColumnElement, FromClause, String, Text, TypeDecorator, cast
from sqlmodel import Session, SQLModel, select

from campaigns.reporting.needs_attention import ADOPTED
from campaigns.sending.job_context import JobContext
from core.db import Database
from core.logging import get_logger
from delivery.tables import Attempt, Delivery, DeliveryEvent, WebhookReceipt
from news.store import AssetStore
from news.tables import Download, RefusedAsset
from staff import audit
from staff.tables import AuditEntry, User
from subscribers.tables import ConsentRecord, OptedOut, Subscriber, Suppression

KEPT_FOR = timedelta(days=7)
"""Since the file came, or came again: for so long a form may stand open that names it."""
NAME = "sha256"
"""How the columns end that name a file and nothing else."""
_NAME_NO_FILE = (
    *(Attempt, AuditEntry, ConsentRecord, Delivery, DeliveryEvent, OptedOut, Subscriber, Suppression),
    User,
)
"""Large tables, or private ones, that say nothing of files: not read through. A table that is not listed is."""
_NAME_WITHOUT_NEED = (Download, RefusedAsset, WebhookReceipt)
"""They count or remember a file, and do without it."""
_AT_ONCE = 100
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_HASH = re.compile(r"[0-9a-f]{64}")

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class UnusedFilesReport:
    names: list[str]
    byte_count: int


def collect_files(context: JobContext) -> None:
    """The job. A file that comes again while it runs stays: `AssetStore.collect`. Nothing goes while the database
    is held back: an older one does not know what the emails show that went out since."""
    if not context.guard.may_send():
        return
    now = context.steps.observe(context.clock, context.uptime)
    if not context.steps.is_steady(KEPT_FOR, uptime=context.uptime.seconds()):
        return  # the clock was set forward: by it, what has just come would be old
    before = now - KEPT_FOR
    context.assets.put_back()
    unused = unused_files(context.database, context.assets, before=before)
    gone = [name for name in unused.names if context.assets.collect(name, before=before)]
    if gone:
        log.info("assets.collected", files=len(gone), bytes=unused.byte_count)


def unused_files(database: Database, store: AssetStore, *, before: datetime) -> UnusedFilesReport:
    """What no row names, of the files that came last before that moment. Changes nothing.

    Of what came before the last restore it is not known whether an email shows it that this database has lost.
    """
    with database.read() as session:
        adopted = last_adoption(session)
    old = store.came_before(before, after=adopted)
    if old:
        with database.read() as session:
            for _, name in names_in_rows(session):
                old.pop(name, None)
    return UnusedFilesReport(sorted(old), sum(old.values()))


def last_adoption(session: Session) -> datetime:
    """When a restored database was last taken for the one to go on with."""
    entries = audit.entries(session, action=ADOPTED, since=_EVER)
    return max((entry.at for entry in entries), default=_EVER)


def names_in_rows(session: Session, *, but: type[SQLModel] | None = None) -> Iterator[tuple[str, str]]:
    """What any row names, with its table, one table left out if so asked. Reads every text there is, a batch at a
    time."""
    tables: list[type[SQLModel]] = [*_NAME_NO_FILE, *_NAME_WITHOUT_NEED, *([but] if but else [])]
    left_out = {table.__tablename__ for table in tables}
    for table in SQLModel.metadata.sorted_tables:
        if table.name in left_out:
            continue
        yield from ((table.name, name) for name in names_in_table(session, table))


def names_in_table(session: Session, table: FromClause) -> Iterator[str]:
    for column in _telling(table.columns):
        values = select(cast(column, Text)).where(column.is_not(None)).execution_options(yield_per=_AT_ONCE)
        for text in session.exec(values):
            yield from _HASH.findall(text)


def _telling(columns: Iterable[ColumnElement[Any]]) -> Iterator[ColumnElement[Any]]:
    """Those that can name a file: by their own name, or because they hold whole texts."""
    for column in columns:
        kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
        is_whole = isinstance(kind, (JSON, String)) and getattr(kind, "length", None) is None
        if is_whole or column.name.endswith(NAME):
            yield column
