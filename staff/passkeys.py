"""Passkeys of the people who work here (credential records of Web Authentication, ADR 92)."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select, update

from core.errors import Conflict, InputRefused, NotFound
from staff import audit
from staff.tables import Passkey

MAX_PASSKEYS = 20
"""Of a person."""
MAX_NAME = 60


def list_passkeys(session: Session, user_id: int) -> Sequence[Passkey]:
    """The oldest first."""
    rows = select(Passkey).where(Passkey.user_id == user_id)
    return session.exec(rows.order_by(col(Passkey.created_at), col(Passkey.id))).all()


def find_passkey(session: Session, credential_id: str) -> Passkey | None:
    return session.exec(select(Passkey).where(Passkey.credential_id == credential_id)).one_or_none()


def has_passkey(session: Session, user_id: int) -> bool:
    return session.exec(select(Passkey.id).where(Passkey.user_id == user_id).limit(1)).first() is not None


def user_handle(user_id: int, *, secret_key: str) -> str:
    """By which devices know somebody, the same in all of their passkeys, so that one device keeps one; it tells
    nothing of them. Kept with each: an earlier secret key's go on working."""
    made = hmac.digest(secret_key.encode(), b"bilten.passkey-owner\0" + str(user_id).encode(), hashlib.sha256)
    return urlsafe_b64encode(made).rstrip(b"=").decode()


def check_passkey_name(name: str) -> str:
    """Without blanks around it. Raises InputRefused."""
    name = name.strip()
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("staff-passkey-name-refused", most=MAX_NAME)
    return name


def save_passkey(session: Session, passkey: Passkey, *, now: datetime) -> None:
    """Raises Conflict where it is somebody's already (section 7.1, step 26), or they have too many."""
    if find_passkey(session, passkey.credential_id) is not None:
        raise Conflict("staff-passkey-exists")
    if len(list_passkeys(session, passkey.user_id)) >= MAX_PASSKEYS:
        raise Conflict("staff-passkeys-too-many", most=MAX_PASSKEYS)
    session.add(passkey)
    session.flush()
    _record(session, passkey, "user.passkey_added", now=now)


def note_passkey_use(session: Session, passkey: Passkey, sign_count: int, *, now: datetime) -> bool:
    """Whether its counter has gone on, as it must: else it is a copy that answers, or its owner answers after the
    copy did (section 7.2, step 22). That is refused, and stands in the audit log. Of two at once, one counts."""
    before = col(Passkey.sign_count)
    has_gone_on = before < sign_count if sign_count else before == 0
    row = update(Passkey).where(col(Passkey.id) == passkey.id, has_gone_on)
    if session.exec(row.values(sign_count=sign_count, used_at=now)).rowcount == 1:
        return True
    _record(session, passkey, "user.passkey_counter_refused", now=now)
    return False


def remove_passkey(session: Session, user_id: int, passkey_id: int, *, now: datetime) -> None:
    """One of their own. Raises NotFound."""
    passkey = session.get(Passkey, passkey_id)
    if passkey is None or passkey.user_id != user_id:
        raise NotFound("staff-passkey-gone")
    session.delete(passkey)
    session.flush()
    _record(session, passkey, "user.passkey_removed", now=now)


def drop_passkeys(session: Session, user_id: int) -> None:
    session.exec(delete(Passkey).where(col(Passkey.user_id) == user_id))


def _record(session: Session, passkey: Passkey, action: str, *, now: datetime) -> None:
    """Without the name: it may say whose telephone it is."""
    name = f"user:{passkey.user_id}"
    audit.record(session, actor=name, action=action, subject=name, now=now, passkey=passkey.id)
