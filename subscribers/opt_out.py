"""Global opt-out: who wants nothing of the organisation, from any list, until they say yes themselves.

It stands beside the noes to single lists, which are the subscriptions', and holds for lists that are made later.
It is kept by the keyed hash of the address, so that it holds also for whoever is on no list, is suppressed, or is
not known here at all.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import delete, exists
from sqlmodel import Session, col, select

from core.logging import get_logger
from core.sql import in_texts, upsert
from subscribers.journal import note_opted_out
from subscribers.tables import ConsentMethod, OptedOut, Subscriber

log = get_logger(__name__)


def opt_out(session: Session, evidence: Mapping[str, str], *, method: ConsentMethod, now: datetime) -> set[str]:
    """`evidence`: by address hash, where the no can be looked up. Those to whom it was news: also whoever had left
    that address, and now wants nothing."""
    values = [
        {"address_hash": address_hash, "method": method, "evidence": evidence[address_hash], "at": now}
        for address_hash in sorted(evidence)
    ]
    if not values:
        return set()
    statement = upsert(session, OptedOut)
    if method is ConsentMethod.ADDRESS_CHANGE:
        statement = statement.on_conflict_do_nothing()
    else:
        statement = statement.on_conflict_do_update(
            index_elements=["address_hash"],
            set_={name: statement.excluded[name] for name in ("method", "evidence", "at")},
            where=col(OptedOut.method) == ConsentMethod.ADDRESS_CHANGE,
        )
    new = set(session.execute(statement.returning(col(OptedOut.address_hash)), values).scalars())
    note_opted_out(
        session, {address_hash: evidence[address_hash] for address_hash in sorted(new)}, method=method, now=now
    )
    log.info("address.opted_out", count=len(new), method=method.value)
    return new


def opted_out(session: Session, hashes: Collection[str]) -> set[str]:
    """Which of them want nothing."""
    return set(
        session.exec(select(OptedOut.address_hash).where(in_texts(session, col(OptedOut.address_hash), hashes)))
    )


def find_opt_out(session: Session, address_hash: str) -> OptedOut | None:
    return session.get(OptedOut, address_hash)


def is_opted_out(session: Session, subscriber_id: int) -> bool:
    mine = exists().where(
        col(Subscriber.id) == subscriber_id, col(Subscriber.address_hash) == col(OptedOut.address_hash)
    )
    return session.exec(select(mine)).one()


def end_opt_out(session: Session, subscriber_id: int) -> None:
    """By their own yes, and nothing else."""
    mine = select(Subscriber.address_hash).where(col(Subscriber.id) == subscriber_id).scalar_subquery()
    session.execute(delete(OptedOut).where(col(OptedOut.address_hash) == mine))
