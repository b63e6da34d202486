"""Former addresses: by which keyed hashes a person was known before they moved to another address, or before two
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

from core.sql import in_texts, upsert
from subscribers.address_tables import FormerAddress
from subscribers.tables import Subscriber


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
    return had_it_last(session, address_hash)


def had_it_last(session: Session, address_hash: str, *, above_all: int | None = None) -> Subscriber | None:
    """Of those who have left that address; `above_all`: the number of a person who comes first."""
    had_it = (
        select(Subscriber)
        .join(FormerAddress)
        .where(FormerAddress.address_hash == address_hash)
        .order_by(col(Subscriber.id) != above_all, col(FormerAddress.left_at).desc(), col(Subscriber.id))
    )
    return session.exec(had_it.limit(1)).first()


def addresses_now(session: Session, hashes: Collection[str]) -> dict[str, str]:
    """By former hash, that of the address which the person has now, who had it last."""
    if not hashes:
        return {}
    statement = (
        select(FormerAddress.address_hash, Subscriber.address_hash)
        .join(Subscriber)
        .where(in_texts(session, col(FormerAddress.address_hash), hashes), ~_is_taken())
        .order_by(col(FormerAddress.left_at))
    )
    return dict(session.exec(statement).all())


def address_changed_at(session: Session, subscriber_id: int) -> datetime | None:
    """Since when they have the address that they have; None: from the beginning."""
    latest = select(func.max(FormerAddress.left_at)).where(FormerAddress.subscriber_id == subscriber_id)
    return session.exec(latest).one()


def note_former_address(session: Session, address_hash: str, subscriber_id: int, *, now: datetime) -> None:
    values = {"address_hash": address_hash, "subscriber_id": subscriber_id, "left_at": now}
    written = upsert(session, FormerAddress).values(values)
    session.execute(written.on_conflict_do_update(index_elements=["address_hash", "subscriber_id"], set_=values))


def forget_former_address(session: Session, address_hash: str, subscriber_id: int) -> None:
    """They have it again."""
    theirs = (col(FormerAddress.address_hash) == address_hash, col(FormerAddress.subscriber_id) == subscriber_id)
    session.execute(delete(FormerAddress).where(*theirs))


def take_over_former_addresses(session: Session, subscriber_id: int, *, by: int) -> None:
    """Where both have had one, it is kept once."""
    theirs = col(FormerAddress.subscriber_id) == subscriber_id
    rows = session.exec(select(FormerAddress.address_hash, FormerAddress.left_at).where(theirs)).all()
    for address_hash, left_at in rows:
        note_former_address(session, address_hash, by, now=left_at)
    session.execute(delete(FormerAddress).where(theirs))


def _is_taken() -> ColumnElement[bool]:
    other = aliased(Subscriber)
    return exists().where(col(other.address_hash) == col(FormerAddress.address_hash))
