"""Device cookies: the browsers from which a person has signed in before.

Several people may use one browser, each with a secret of their own in its cookie: none that somebody else could
have read before is ever taken for theirs.
"""

from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, delete, select

from staff.secret_hash import secret_hash
from staff.tables import KnownDevice

REMEMBERED_FOR = timedelta(days=365)
DEVICES_OF_A_PERSON = 20
PEOPLE_OF_A_DEVICE = 8
_BETWEEN = "."
"""Of no secret."""
_MOST_SIGNS = 1_000


def secrets_in(cookie: str | None) -> list[str]:
    """Also of a link, which has one alone. A cookie may hold anything: no more is read than we write."""
    parts = dict.fromkeys(part for part in (cookie or "")[:_MOST_SIGNS].split(_BETWEEN) if part)
    return list(parts)[:PEOPLE_OF_A_DEVICE]


def with_secret(cookie: str | None, secret: str) -> str:
    """The cookie of a browser whose last person has this one."""
    others = [other for other in secrets_in(cookie) if other != secret]
    return _BETWEEN.join([secret, *others][:PEOPLE_OF_A_DEVICE])


def find_device(session: Session, user_id: int, cookie: str | None, *, now: datetime) -> KnownDevice | None:
    """The browser, or the link that is still good, with a secret of theirs."""
    hashes = [secret_hash(secret) for secret in secrets_in(cookie)]
    which = (col(KnownDevice.user_id) == user_id, col(KnownDevice.secret_hash).in_(hashes))
    is_good = or_(col(KnownDevice.link_until).is_(None), col(KnownDevice.link_until) > now)
    last_first = (col(KnownDevice.used_at).desc(), col(KnownDevice.id).desc())
    return session.exec(select(KnownDevice).where(*which, is_good).order_by(*last_first).limit(1)).first()


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
