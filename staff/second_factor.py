"""Second factor (two-factor authentication): the key of an app, and what is left of the recovery codes (ADR 88).

The key is encrypted with one that is made from the secret key, for this purpose alone, and bound to its owner:
whoever reads the database or a backup can make no code.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, delete, func, select, update

from core.encryption import EncryptionKeys
from core.errors import Conflict, NotFound
from staff import audit
from staff.recovery_codes import replace_recovery_codes, use_recovery_code
from staff.sessions import end_sessions
from staff.tables import RecoveryCode, SecondFactor, User
from staff.totp import matching_step
from staff.users import get_user

_PURPOSE = b"bilten.second-factor"


class CodeKind(StrEnum):
    APP = "app"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SecondFactorState:
    set_up_at: datetime
    codes_left: int


def seal_secret(secret: str, user_id: int, *, secret_key: str) -> str:
    """For the row, and for the form that offers a new one."""
    return _keys(secret_key).encrypt(secret.encode(), place=_place(user_id))


def open_secret(sealed: str, user_id: int, *, secret_key: str) -> str | None:
    """None: it was sealed with another secret key, for somebody else, or it was changed."""
    plain = _keys(secret_key).decrypt(sealed, place=_place(user_id))
    return None if plain is None else plain.decode()


def has_second_factor(session: Session, user_id: int) -> bool:
    return session.exec(select(SecondFactor.user_id).where(SecondFactor.user_id == user_id)).first() is not None


def second_factor_state(session: Session, user_id: int) -> SecondFactorState | None:
    factor = session.get(SecondFactor, user_id)
    if factor is None:
        return None
    left = select(func.count()).select_from(RecoveryCode).where(col(RecoveryCode.user_id) == user_id)
    return SecondFactorState(factor.set_up_at, session.exec(left).one())


def use_code(session: Session, user_id: int, code: str, *, secret_key: str, now: datetime) -> CodeKind | None:
    """Of the app or of the paper, each good once: of two at once, one finds the row as it was (compare and set).
    None: it is wrong, or was used."""
    factor = session.get(SecondFactor, user_id)
    secret = open_secret(factor.sealed_secret, user_id, secret_key=secret_key) if factor else None
    if factor is None:
        return None
    step = matching_step(secret, code, now=now, after=factor.last_step) if secret else None
    if step is not None:
        fresh = (col(SecondFactor.user_id) == user_id, col(SecondFactor.last_step) < step)
        used = session.exec(update(SecondFactor).where(*fresh).values(last_step=step))
        return CodeKind.APP if used.rowcount == 1 else None
    if not use_recovery_code(session, user_id, code, secret_key=secret_key):
        return None
    _record(session, user_id, "user.recovery_code_used", now=now)
    return CodeKind.RECOVERY


def save_second_factor(
    session: Session, user_id: int, secret: str, *, secret_key: str, step: int, now: datetime
) -> list[str]:
    """Its recovery codes, to be shown once. `step`: of the code that has confirmed it. Raises Conflict."""
    if has_second_factor(session, user_id):
        raise Conflict("staff-second-factor-exists")
    sealed = seal_secret(secret, user_id, secret_key=secret_key)
    session.add(SecondFactor(user_id=user_id, sealed_secret=sealed, last_step=step, set_up_at=now))
    _record(session, user_id, "user.second_factor_set_up", now=now)
    return replace_recovery_codes(session, user_id, secret_key=secret_key)


def renew_recovery_codes(session: Session, user_id: int, *, secret_key: str, now: datetime) -> list[str]:
    """The earlier ones are good no more. Raises Conflict where there is no second factor any more."""
    get_user(session, user_id, is_locked=True)
    if not has_second_factor(session, user_id):
        raise Conflict("staff-second-factor-gone")
    _record(session, user_id, "user.recovery_codes_renewed", now=now)
    return replace_recovery_codes(session, user_id, secret_key=secret_key)


def remove_second_factor(session: Session, user_id: int, *, actor: str, reason: str, now: datetime) -> User:
    """With its recovery codes; they are signed out everywhere. `reason`: without names and addresses; empty where
    somebody removes their own. Raises NotFound where they have none."""
    user = get_user(session, user_id, is_locked=True)
    if not has_second_factor(session, user_id):
        raise NotFound("staff-second-factor-none", name=user.name)
    drop_second_factor(session, user_id)
    end_sessions(session, user_id)
    detail = {"reason": reason} if reason else {}
    subject = f"user:{user_id}"
    audit.record(session, actor=actor, action="user.second_factor_removed", subject=subject, now=now, **detail)
    return user


def drop_second_factor(session: Session, user_id: int) -> None:
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.user_id) == user_id))
    session.exec(delete(SecondFactor).where(col(SecondFactor.user_id) == user_id))


def _record(session: Session, user_id: int, action: str, *, now: datetime) -> None:
    name = f"user:{user_id}"
    audit.record(session, actor=name, action=action, subject=name, now=now)


def _keys(secret_key: str) -> EncryptionKeys:
    return EncryptionKeys([hmac.digest(secret_key.encode(), _PURPOSE, hashlib.sha256)])


def _place(user_id: int) -> str:
    return f"staff_second_factor.sealed_secret:{user_id}"
