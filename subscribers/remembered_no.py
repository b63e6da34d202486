"""A no without a subscriber: somebody whom a restore has forgotten leaves a list; no import brings them back."""

from datetime import datetime

from sqlmodel import Session, col

from core.sql import insert_new
from subscribers.journal import note_no_of_addresses
from subscribers.tables import ConsentMethod, RememberedNo


def remember_no(
    session: Session, address_hash: str, list_id: int, *, method: ConsentMethod, evidence: str, now: datetime
) -> bool:
    """Whether it was news. It is in the journal, too: the next restore does not forget it."""
    if not add_remembered_no(session, address_hash, list_id, now=now):
        return False
    note_no_of_addresses(session, [address_hash], list_id, method=method, evidence=evidence, now=now)
    return True


def add_remembered_no(session: Session, address_hash: str, list_id: int, *, now: datetime) -> bool:
    """Whether it was news."""
    values = {"address_hash": address_hash, "list_id": list_id, "at": now}
    written = session.execute(insert_new(session, RememberedNo).returning(col(RememberedNo.list_id)), [values])
    return written.scalar() is not None
