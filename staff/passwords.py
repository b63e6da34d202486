"""Passwords: what is asked of one, and the only place that hashes and compares them."""

from functools import lru_cache
from threading import BoundedSemaphore

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from core.addresses import EmailAddress
from core.errors import InputRefused

MIN_LENGTH = 12
MAX_LENGTH = 1024
HASHES_AT_ONCE = 2
"""Argon2 takes 64 MiB for each; a flood of sign-ins must not take all memory."""

_turns = BoundedSemaphore(HASHES_AT_ONCE)


@lru_cache(maxsize=1)
def hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(),))


def check_password(password: str, *, address: EmailAddress, name: str) -> None:
    """Length is what counts, and that it cannot be read off the person. Raises InputRefused."""
    if len(password) < MIN_LENGTH:
        raise InputRefused("staff-password-too-short", least=MIN_LENGTH)
    if len(password) > MAX_LENGTH:
        raise InputRefused("staff-password-too-long", most=MAX_LENGTH)
    if _is_read_off(password, address=address, name=name):
        raise InputRefused("staff-password-like-the-person")
    if len(set(password)) == 1:
        raise InputRefused("staff-password-one-character")


def hash_password(password: str) -> str:
    with _turns:
        return hasher().hash(password)


def matches(password: str, password_hash: str) -> bool:
    if len(password) > MAX_LENGTH:
        return False
    with _turns:
        return hasher().verify(password, password_hash)


@lru_cache(maxsize=1)
def nobodys_hash() -> str:
    """What the password of an unknown person is compared with, so that asking takes as long as for a known one."""
    return hash_password("the password of nobody at all")


def _is_read_off(password: str, *, address: EmailAddress, name: str) -> bool:
    local_part = address.key.rpartition("@")[0]
    rest = password.casefold()
    for known in sorted(
        (address.key, local_part, name.casefold(), *name.casefold().split()), key=len, reverse=True
    ):
        rest = rest.replace(known, "") if known else rest
    return len(rest.strip(" .-_@0123456789")) == 0
