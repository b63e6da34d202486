"""Suppression list: addresses that get no bulk mail, whatever any list says. Consent is not touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from core.errors import NotAllowed, NotFound
from core.logging import get_logger
from core.sql import in_texts, insert_new
from subscribers.former_addresses import addresses_now
from subscribers.journal import note_suppressed
from subscribers.tables import Subscriber, Suppression, SuppressionReason

MAX_DETAIL = 500
OWNERS_NOES = frozenset({SuppressionReason.COMPLAINED, SuppressionReason.PROVIDER_UNSUBSCRIBED})
"""Neither is ours to take back; and they hold wherever the owner is by now."""
LIFTABLE = frozenset(SuppressionReason) - OWNERS_NOES
"""What says something of the address, or was our own decision."""


@dataclass(frozen=True, slots=True)
class SuppressionResult:
    new: int
    subscribers: int
    """How many of the new ones stand on a list of ours."""


log = get_logger(__name__)


def suppress(
    session: Session, *, address_hash: str, reason: SuppressionReason, detail: str, now: datetime
) -> bool:
    """Whether this was news. The first reason stays: what came first is what began it. An owner's no bars the
    address that they have now as well."""
    for current in _addresses_now(session, {address_hash: reason}):
        suppress(session, address_hash=current, reason=reason, detail=detail, now=now)
    detail = detail[:MAX_DETAIL]
    values = {"address_hash": address_hash, "reason": reason, "detail": detail, "at": now}
    written = session.execute(insert_new(session, Suppression).returning(col(Suppression.id)), [values]).scalar()
    if written is None:
        return False
    note_suppressed(session, {address_hash: reason}, detail=detail, now=now)
    log.info("address.suppressed", suppression_id=written, reason=reason.value)
    return True


def suppress_many(
    session: Session, reasons: Mapping[str, SuppressionReason], *, detail: str, now: datetime
) -> SuppressionResult:
    """The same for many address hashes, each with its reason, in two statements. In one order for everybody, so
    that nobody waits for each other.
    """
    reasons = _addresses_now(session, reasons) | dict(reasons)
    values = [
        {"address_hash": address_hash, "reason": reasons[address_hash], "detail": detail[:MAX_DETAIL], "at": now}
        for address_hash in sorted(reasons)
    ]
    if not values:
        return SuppressionResult(new=0, subscribers=0)
    written = session.execute(insert_new(session, Suppression).returning(col(Suppression.address_hash)), values)
    new = list(written.scalars())
    note_suppressed(
        session, {address_hash: reasons[address_hash] for address_hash in new}, detail=detail[:MAX_DETAIL], now=now
    )
    ours = select(func.count()).select_from(Subscriber).where(col(Subscriber.address_hash).in_(new))
    return SuppressionResult(new=len(new), subscribers=session.exec(ours).one() if new else 0)


def keep_owners_noes(session: Session, reasons: Mapping[str, SuppressionReason], *, now: datetime) -> None:
    """What is nobody's but the owner's to take back stays so, also where the address was barred for something else
    first: for whoever is about to delete the only other place where it stands."""
    for reason in OWNERS_NOES:
        refused = [address_hash for address_hash, why in reasons.items() if why is reason]
        theirs = (in_texts(session, col(Suppression.address_hash), refused), col(Suppression.reason).in_(LIFTABLE))
        changed = update(Suppression).where(*theirs).values(reason=reason).returning(col(Suppression.address_hash))
        if refused and (hashes := set(session.execute(changed).scalars())):
            note_suppressed(session, dict.fromkeys(sorted(hashes), reason), detail="", now=now)


def _addresses_now(session: Session, reasons: Mapping[str, SuppressionReason]) -> dict[str, SuppressionReason]:
    """Where owners have another address since: their no, by its hash."""
    owners = [address_hash for address_hash, reason in reasons.items() if reason in OWNERS_NOES]
    return {now: reasons[former] for former, now in addresses_now(session, owners).items()}


def lift_suppression(session: Session, address_hash: str) -> SuppressionReason:
    """What had barred the address, which bars it no more. Raises NotFound where nothing does; NotAllowed where it
    is its owner's no. A restore of an older state brings it back: the journal knows only of noes."""
    suppression = find_suppression(session, address_hash)
    if suppression is None:
        raise NotFound("subscribers-not-suppressed")
    if suppression.reason not in LIFTABLE:
        raise NotAllowed("subscribers-suppression-stays")
    session.delete(suppression)
    session.flush()
    log.info("address.suppression_lifted", suppression_id=suppression.id, reason=suppression.reason.value)
    return suppression.reason


def find_suppression(session: Session, address_hash: str) -> Suppression | None:
    return session.exec(select(Suppression).where(Suppression.address_hash == address_hash)).one_or_none()


def is_suppressed(session: Session, address_hash: str) -> bool:
    matches = session.exec(select(Suppression.id).where(col(Suppression.address_hash) == address_hash))
    return matches.first() is not None
