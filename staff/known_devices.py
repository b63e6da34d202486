"""Device cookies: the browsers from which a person has signed in before."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from staff.tables import KnownDevice

REMEMBERED_FOR = timedelta(days=365)
DEVICES_OF_A_PERSON = 20


def find_device(session: Session, user_id: int, secret_hash: str | None) -> KnownDevice | None:
    if secret_hash is None:
        return None
    which = (col(KnownDevice.user_id) == user_id, col(KnownDevice.secret_hash) == secret_hash)
    return session.exec(select(KnownDevice).where(*which)).one_or_none()


def note_device(session: Session, user_id: int, secret_hash: str, *, now: datetime) -> None:
    """Its owner has signed in from it: known from now on, and whatever was held against it is forgotten."""
    device = find_device(session, user_id, secret_hash)
    if device is None:
        device = KnownDevice(user_id=user_id, secret_hash=secret_hash, created_at=now, used_at=now)
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
