"""Recovery codes: ten one-time codes on paper, for whoever has lost the phone.

A code is sixteen random signs of thirty-one, 79 bits: nobody tries them all, so that a keyed hash (HMAC, RFC 2104)
keeps them as well as argon2 would. That one is slow by intent, for what people think up; for ten codes it would
take a second of all processors at every sign-in. Without the secret key, the hashes tell nothing at all.
"""

import hashlib
import hmac
import secrets

from sqlmodel import Session, col, delete

from staff.tables import RecoveryCode

CODE_COUNT = 10
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another on paper."""
_LENGTH, _GROUP = 16, 4
_PURPOSE = b"bilten.recovery-code\0"


def new_codes() -> list[str]:
    """As they are shown: in groups of four."""
    return [_grouped("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))) for _ in range(CODE_COUNT)]


def code_hash(code: str, user_id: int, *, secret_key: str) -> str | None:
    """What the database has of it, the same however it was typed; None for what cannot be one."""
    plain = "".join(code.lower().split()).replace("-", "")
    if len(plain) != _LENGTH or not set(plain) <= set(_SIGNS):
        return None
    message = _PURPOSE + f"{user_id}\0{plain}".encode()
    return hmac.new(secret_key.encode(), message, hashlib.sha256).hexdigest()


def use_recovery_code(session: Session, user_id: int, code: str, *, secret_key: str) -> bool:
    """Whether it is one that has not been used: its row is gone then, and of two at once one finds it."""
    hashed = code_hash(code, user_id, secret_key=secret_key)
    which = (col(RecoveryCode.user_id) == user_id, col(RecoveryCode.code_hash) == hashed)
    return hashed is not None and session.exec(delete(RecoveryCode).where(*which)).rowcount == 1


def replace_recovery_codes(session: Session, user_id: int, *, secret_key: str) -> list[str]:
    """The earlier ones are good no more."""
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.user_id) == user_id))
    codes = new_codes()
    for code in codes:
        hashed = code_hash(code, user_id, secret_key=secret_key) or ""
        session.add(RecoveryCode(user_id=user_id, code_hash=hashed))
    session.flush()
    return codes


def _grouped(code: str) -> str:
    return "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))
