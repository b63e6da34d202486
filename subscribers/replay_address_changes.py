"""After a restore, every change of address once more, as far as a journal without addresses can say it.

The older state has the person at the address that they left, and nobody knows the new one. Nothing is sent to the
old one: they sign up again, as whoever signed up since the backup.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from subscribers.carry_noes import MOVED
from subscribers.opt_out import find_opt_out, opt_out
from subscribers.preferences import leave_everything
from subscribers.queries import subscriber_of
from subscribers.replay_noes import said_yes_since
from subscribers.tables import ConsentMethod, OptedOut


def replay_address_changes(session: Session, changes: Sequence[Mapping[str, Any]]) -> int:
    """As `subscribers.journal.note_address_changed` wrote them, in their order, after all noes. How many the older
    state had at an address that they had left."""
    left: dict[str, Mapping[str, Any]] = {}
    for change in changes:
        left.pop(change["new"], None)
        left[change["old"]] = change
        _end_moved_away(session, change["new"])
    count = 0
    for address_hash, change in left.items():
        said_at = datetime.fromisoformat(change["said_at"])
        if not change["is_certain"] and said_yes_since(session, [address_hash], said_at):
            continue
        person = subscriber_of(session, address_hash)
        if person is not None:
            leave_everything(session, person.id, evidence=MOVED, now=said_at, method=ConsentMethod.ADDRESS_CHANGE)
            count += 1
        elif find_opt_out(session, address_hash) is None:
            opt_out(session, {address_hash: MOVED}, method=ConsentMethod.ADDRESS_CHANGE, now=said_at)
    return count


def _end_moved_away(session: Session, address_hash: str) -> None:
    """They came back to it."""
    moved_away = delete(OptedOut).where(
        col(OptedOut.address_hash) == address_hash, col(OptedOut.method) == ConsentMethod.ADDRESS_CHANGE
    )
    session.execute(moved_away)
