"""Second factor (two-factor authentication): the key of an app, passkeys, and what is left of the recovery codes,
which stand in for either (ADR 88, 92).

The key is encrypted with one that is made from the secret key, for this purpose alone, and bound to its owner:
whoever reads the database or a backup can make no code.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, delete, func, select, update

from core.encryption import EncryptionKeys
from core.errors import Conflict, NotFound
from staff import audit
from staff.passkeys import drop_passkeys, has_passkey, list_passkeys, remove_passkey, save_passkey
from staff.recovery_codes import replace_recovery_codes, use_recovery_code
from staff.sessions import end_sessions
from staff.tables import Passkey, RecoveryCode, SecondFactor, User
from staff.totp import matching_step
from staff.users import get_user

_PURPOSE = b"bilten.second-factor"


class CodeKind(StrEnum):
    APP = "app"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SecondFactorState:
    """What somebody has."""

    app_since: datetime | None
    passkeys: Sequence[Passkey]
    codes_left: int

    @property
    def is_set(self) -> bool:
        return self.app_since is not None or bool(self.passkeys)


def seal_secret(secret: str, user_id: int, *, secret_key: str) -> str:
    """For the row, and for the form that offers a new one."""
    return _keys(secret_key).encrypt(secret.encode(), place=_place(user_id))


def open_secret(sealed: str, user_id: int, *, secret_key: str) -> str | None:
    """None: it was sealed with another secret key, for somebody else, or it was changed."""
    plain = _keys(secret_key).decrypt(sealed, place=_place(user_id))
    return None if plain is None else plain.decode()


def has_second_factor(session: Session, user_id: int) -> bool:
    """An app or a passkey, also one of an earlier host: by that alone, nobody gets in with a password."""
    has_app = session.exec(select(SecondFactor.user_id).where(SecondFactor.user_id == user_id)).first() is not None
    return has_app or has_passkey(session, user_id)


def second_factor_state(session: Session, user_id: int) -> SecondFactorState:
    factor = session.get(SecondFactor, user_id)
    left = select(func.count()).select_from(RecoveryCode).where(col(RecoveryCode.user_id) == user_id)
    since = factor.set_up_at if factor else None
    return SecondFactorState(since, list_passkeys(session, user_id), session.exec(left).one())


@dataclass(frozen=True, slots=True)
class SecondFactorSummary:
    has_app: bool
    passkeys: int


def second_factor_summaries(session: Session) -> dict[int, SecondFactorSummary]:
    """Of everybody who has any."""
    apps = set(session.exec(select(SecondFactor.user_id)))
    counted = session.exec(select(Passkey.user_id, func.count()).group_by(col(Passkey.user_id)))
    passkeys = dict(iter(counted))
    return {who: SecondFactorSummary(who in apps, passkeys.get(who, 0)) for who in apps | passkeys.keys()}


def use_code(session: Session, user_id: int, code: str, *, secret_key: str, now: datetime) -> CodeKind | None:
    """Of the app or of the paper, each good once: of two at once, one finds the row as it was (compare and set).
    None: it is wrong, or was used."""
    factor = session.get(SecondFactor, user_id)
    secret = open_secret(factor.sealed_secret, user_id, secret_key=secret_key) if factor else None
    step = matching_step(secret, code, now=now, after=factor.last_step) if factor and secret else None
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
    """Recovery codes, to be shown once; none where a passkey has brought some. `step`: of the code that has
    confirmed it. Raises Conflict where there is an app already."""
    if session.get(SecondFactor, user_id) is not None:
        raise Conflict("staff-second-factor-exists")
    is_first = not has_passkey(session, user_id)
    sealed = seal_secret(secret, user_id, secret_key=secret_key)
    session.add(SecondFactor(user_id=user_id, sealed_secret=sealed, last_step=step, set_up_at=now))
    _record(session, user_id, "user.second_factor_set_up", now=now)
    return replace_recovery_codes(session, user_id, secret_key=secret_key) if is_first else []


def save_first_or_further_passkey(
    session: Session, passkey: Passkey, *, secret_key: str, now: datetime
) -> list[str]:
    """As above, of a passkey. Raises Conflict."""
    is_first = not has_second_factor(session, passkey.user_id)
    save_passkey(session, passkey, now=now)
    return replace_recovery_codes(session, passkey.user_id, secret_key=secret_key) if is_first else []


def renew_recovery_codes(session: Session, user_id: int, *, secret_key: str, now: datetime) -> list[str]:
    """The earlier ones are good no more. Raises Conflict where there is no second factor any more."""
    get_user(session, user_id, is_locked=True)
    if not has_second_factor(session, user_id):
        raise Conflict("staff-second-factor-gone")
    _record(session, user_id, "user.recovery_codes_renewed", now=now)
    return replace_recovery_codes(session, user_id, secret_key=secret_key)


def remove_second_factor(session: Session, user_id: int, *, actor: str, reason: str, now: datetime) -> User:
    """App, passkeys and recovery codes; they are signed out everywhere. `reason`: without names and addresses.
    Raises NotFound where they have none."""
    user = get_user(session, user_id, is_locked=True)
    if not has_second_factor(session, user_id):
        raise NotFound("staff-second-factor-none", name=user.name)
    drop_second_factor(session, user_id)
    end_sessions(session, user_id)
    subject = f"user:{user_id}"
    audit.record(
        session, actor=actor, action="user.second_factor_removed", subject=subject, now=now, reason=reason
    )
    return user


def remove_app(session: Session, user_id: int, *, now: datetime) -> bool:
    """Their own; whether a second factor is left. Raises NotFound."""
    user = get_user(session, user_id, is_locked=True)
    factor = session.get(SecondFactor, user_id)
    if factor is None:
        raise NotFound("staff-second-factor-none", name=user.name)
    session.delete(factor)
    session.flush()
    _record(session, user_id, "user.second_factor_removed", now=now)
    return _is_any_left(session, user_id)


def remove_own_passkey(session: Session, user_id: int, passkey_id: int, *, now: datetime) -> bool:
    """Whether a second factor is left. Raises NotFound."""
    get_user(session, user_id, is_locked=True)
    remove_passkey(session, user_id, passkey_id, now=now)
    return _is_any_left(session, user_id)


def _is_any_left(session: Session, user_id: int) -> bool:
    """With the last one, its recovery codes go: they stand in for nothing any more."""
    is_left = has_second_factor(session, user_id)
    if not is_left:
        drop_second_factor(session, user_id)
    return is_left


def drop_second_factor(session: Session, user_id: int) -> None:
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.user_id) == user_id))
    session.exec(delete(SecondFactor).where(col(SecondFactor.user_id) == user_id))
    drop_passkeys(session, user_id)


def _record(session: Session, user_id: int, action: str, *, now: datetime) -> None:
    name = f"user:{user_id}"
    audit.record(session, actor=name, action=action, subject=name, now=now)


def _keys(secret_key: str) -> EncryptionKeys:
    return EncryptionKeys([hmac.digest(secret_key.encode(), _PURPOSE, hashlib.sha256)])


def _place(user_id: int) -> str:
    return f"staff_second_factor.sealed_secret:{user_id}"
