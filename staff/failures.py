"""Counting of wrong passwords and codes, in the row of the door that they were tried at (`staff.lockout`)."""

from datetime import datetime

from sqlmodel import Session

from core.logging import get_logger
from staff import audit
from staff.known_devices import find_device
from staff.lockout import ACCOUNT, DEVICE
from staff.tables import KnownDevice, User


def is_shut(door: User | KnownDevice, now: datetime) -> bool:
    return door.locked_until is not None and now < door.locked_until


def open_device(session: Session, user_id: int, cookie: str | None, *, now: datetime) -> KnownDevice | None:
    """The device that the account knows, unless it is shut for failures of its own: then it is as any other."""
    device = find_device(session, user_id, cookie, now=now)
    return None if device is None or is_shut(device, now) else device


def count_failure(session: Session, user: User, device: KnownDevice | None, *, now: datetime) -> None:
    """Of a device that the account knows, failures are its own; all others are the account's."""
    door, rule = (user, ACCOUNT) if device is None else (device, DEVICE)
    door.failed_count += 1
    wait = rule.wait_after(door.failed_count)
    if wait is not None:
        door.locked_until = now + wait
        actor = audit.actor_of(user)
        audit.record(
            session, actor=actor, action="user.locked", subject=actor, now=now, failures=door.failed_count
        )
        get_logger(__name__).warning("user.locked", user_id=user.id, failures=door.failed_count)
    session.add(door)
