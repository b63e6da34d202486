"""Audit log of imports: who brought in which file, on what grounds, and what came of it. No addresses."""

from datetime import datetime

from sqlmodel import Session

from staff import audit
from subscribers.import_report import ImportRequest
from subscribers.import_tables import RowOutcome, SubscriberImport
from subscribers.tables import MailingList

_NOES = (RowOutcome.UNSUBSCRIBED, RowOutcome.SUPPRESSED)


def note_begun(session: Session, row: SubscriberImport) -> None:
    request = ImportRequest.from_json(row.request)
    audit.record(
        session,
        actor=row.actor,
        action="subscribers.import_begun",
        subject=_subject(session, row),
        now=row.began_at or row.created_at,
        **{"import": row.id},
        file=row.file_name,
        grounds=request.source_note.strip(),
        ignored_columns=list(request.ignored_columns),
    )


def note_rows_taken(session: Session, row: SubscriberImport, *, actor: str, now: datetime) -> None:
    """As a file, with addresses."""
    action, subject = "subscribers.exported", _subject(session, row)
    audit.record(session, actor=actor, action=action, subject=subject, now=now, **{"import": row.id})


def note_imported(session: Session, row: SubscriberImport) -> None:
    counts = row.figures["counts"]
    audit.record(
        session,
        actor=row.actor,
        action="subscribers.imported",
        subject=_subject(session, row),
        now=row.finished_at or row.created_at,
        **{"import": row.id},
        imported=counts.get(RowOutcome.IMPORTED, 0),
        noes=sum(counts.get(outcome, 0) for outcome in _NOES),
        refused=counts.get(RowOutcome.REFUSED, 0),
        counts=counts,
    )


def note_undo_begun(session: Session, row: SubscriberImport, *, now: datetime) -> None:
    audit.record(
        session,
        actor=row.undone_by or row.actor,
        action="subscribers.import_undo_begun",
        subject=_subject(session, row),
        now=now,
        **{"import": row.id},
    )


def note_undone(session: Session, row: SubscriberImport) -> None:
    audit.record(
        session,
        actor=row.undone_by or row.actor,
        action="subscribers.import_undone",
        subject=_subject(session, row),
        now=row.undone_at or row.created_at,
        **{"import": row.id},
        counts=row.figures.get("undone", {}),
    )


def _subject(session: Session, row: SubscriberImport) -> str:
    return f"mailing_list:{session.get_one(MailingList, row.list_id).slug}"
