"""Device cookies: the browsers from which a person has signed in before."""

from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, delete, select

from staff.secret_hash import secret_hash
from staff.tables import KnownDevice

REMEMBERED_FOR = timedelta(days=365)
DEVICES_OF_A_PERSON = 20


def find_device(session: Session, user_id: int, secret: str | None, *, now: datetime) -> KnownDevice | None:
    """The browser, or the link that is still good, with this secret."""
    if secret is None:
        return None
    which = (col(KnownDevice.user_id) == user_id, col(KnownDevice.secret_hash) == secret_hash(secret))
    is_good = or_(col(KnownDevice.link_until).is_(None), col(KnownDevice.link_until) > now)
    return session.exec(select(KnownDevice).where(*which, is_good)).one_or_none()


def note_device(session: Session, user_id: int, secret: str, *, now: datetime) -> None:
    """Its owner has signed in from it: known from now on, and whatever was held against it is forgotten."""
    device = find_device(session, user_id, secret, now=now)
    if device is None:
        device = KnownDevice(user_id=user_id, secret_hash=secret_hash(secret), created_at=now, used_at=now)
    device.failed_count, device.locked_until, device.used_at = 0, None, now
    session.add(device)
    session.flush()


def forget_old_devices(session: Session, user_id: int) -> None:
    newest = (
        select(KnownDevice.id)
        .where(KnownDevice.user_id == user_id)
        .order_by(col(KnownDevice.used_at).desc(), col(KnownDevice.id).desc())
        .limit(DEVICES_OF_A_PERSON)
    )
    session.exec(
        delete(KnownDevice).where(col(KnownDevice.user_id) == user_id, col(KnownDevice.id).not_in(newest))
    )
