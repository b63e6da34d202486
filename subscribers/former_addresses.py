"""Former addresses: by which keyed hashes a person was known before staff corrected their address, or before two
entries of one person were merged.

By them deliveries keep their person, a no that comes by an old email still finds whoever it is about, and nothing
else does: whoever reads the old mailbox now gets no further by its links. An address that is somebody's again is
theirs, and nobody's former one.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from core.sql import upsert
from subscribers.tables import FormerAddress, Subscriber


def former_addresses(session: Session, subscriber_id: int) -> list[str]:
    """Keyed hashes, the first one first."""
    statement = (
        select(FormerAddress.address_hash)
        .where(FormerAddress.subscriber_id == subscriber_id, ~_is_taken())
        .order_by(col(FormerAddress.left_at), col(FormerAddress.address_hash))
    )
    return list(session.exec(statement))


def person_now(session: Session, address_hash: str) -> Subscriber | None:
    """Whose address that is or, where it is nobody's, who had it last."""
    person = session.exec(select(Subscriber).where(Subscriber.address_hash == address_hash)).one_or_none()
    if person is not None:
        return person
    had_it = select(Subscriber).join(FormerAddress).where(FormerAddress.address_hash == address_hash)
    return session.exec(had_it).one_or_none()


def addresses_now(session: Session, hashes: Collection[str]) -> dict[str, str]:
    """By former hash, that of the address which the person has now."""
    if not hashes:
        return {}
    statement = (
        select(FormerAddress.address_hash, Subscriber.address_hash)
        .join(Subscriber)
        .where(col(FormerAddress.address_hash).in_(hashes), ~_is_taken())
    )
    return dict(session.exec(statement).all())


def address_changed_at(session: Session, subscriber_id: int) -> datetime | None:
    """Since when they have the address that they have; None: from the beginning."""
    latest = select(func.max(FormerAddress.left_at)).where(FormerAddress.subscriber_id == subscriber_id)
    return session.exec(latest).one()


def note_former_address(session: Session, address_hash: str, subscriber_id: int, *, now: datetime) -> None:
    values = {"address_hash": address_hash, "subscriber_id": subscriber_id, "left_at": now}
    written = upsert(session, FormerAddress).values(values)
    session.execute(written.on_conflict_do_update(index_elements=["address_hash"], set_=values))


def forget_former_address(session: Session, address_hash: str) -> None:
    """It is somebody's again."""
    session.execute(delete(FormerAddress).where(col(FormerAddress.address_hash) == address_hash))


def _is_taken() -> ColumnElement[bool]:
    other = aliased(Subscriber)
    return exists().where(col(other.address_hash) == col(FormerAddress.address_hash))
