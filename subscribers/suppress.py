"""Addresses that get no bulk mail, whatever any list says. Consent is not touched."""

from datetime import datetime

from sqlmodel import Session, col, select

from core.logging import get_logger
from subscribers.insert_new import insert_new
from subscribers.tables import Suppression, SuppressionReason

MAX_DETAIL = 500

log = get_logger(__name__)


def suppress(
    session: Session, *, address_hash: str, reason: SuppressionReason, detail: str, now: datetime
) -> bool:
    """Whether this was news. The first reason stays: what came first is what began it."""
    values = {"address_hash": address_hash, "reason": reason, "detail": detail[:MAX_DETAIL], "at": now}
    written = session.execute(insert_new(session, Suppression).returning(col(Suppression.id)), [values]).scalar()
    if written is None:
        return False
    log.info("address.suppressed", suppression_id=written, reason=reason.value)
    return True


def is_suppressed(session: Session, address_hash: str) -> bool:
    found = session.exec(select(Suppression.id).where(col(Suppression.address_hash) == address_hash))
    return found.first() is not None
