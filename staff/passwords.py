"""Passwords: what is asked of one, and the only place that hashes and compares them."""

import re
from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from core.addresses import EmailAddress
from core.errors import InputRefused
from staff.hashing import ANYBODY, KNOWN, Bulkhead

MIN_LENGTH = 12
MAX_LENGTH = 1024
UNLIKELY_TO_BE_GUESSED = 4
"""Of zxcvbn's scores, 0 to 4: more than 10^10 guesses."""
WORDS_FROM_HERE = (
    "bilten", "bulletin", "newsletter", "organisation", "organization", "organizacija", "ourorganisation",
    "dobrodosli", "dobrodošli", "geslo", "mojegeslo", "admin", "urednik", "slovenija", "slovenia", "ljubljana",
    "maribor", "celje", "kranj", "koper", "novagorica", "novo mesto", "ptuj", "pomlad", "poletje", "jesen", "zima",
    "januar", "februar", "marec", "april", "maj", "junij", "julij", "avgust", "september", "oktober", "november",
    "december", "correcthorsebatterystaple",
)  # fmt: skip
"""What zxcvbn's lists of English passwords lack and people in Slovenia would try."""
SCORED_LENGTH = 72
"""zxcvbn takes ever longer for more; what follows could only make it harder."""


@lru_cache(maxsize=1)
def hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(),))


def check_password(password: str, *, address: EmailAddress, name: str) -> None:
    """Length is what counts, that it is no common one, and that it cannot be read off the person. Raises
    InputRefused."""
    if len(password) < MIN_LENGTH:
        raise InputRefused("staff-password-too-short", least=MIN_LENGTH)
    if len(password) > MAX_LENGTH:
        raise InputRefused("staff-password-too-long", most=MAX_LENGTH)
    if _is_read_off(password, address=address, name=name):
        raise InputRefused("staff-password-like-the-person")
    if _guesses_score(password, address=address, name=name) < UNLIKELY_TO_BE_GUESSED:
        raise InputRefused("staff-password-common")


def hash_password(password: str) -> str:
    """Raises Unavailable when too many are being hashed."""
    return KNOWN.run(lambda: hasher().hash(password))


def matches(password: str, password_hash: str, *, places: Bulkhead = ANYBODY) -> bool:
    """Raises Unavailable when too many wait for one of these places."""
    if len(password) > MAX_LENGTH:
        return False
    return places.run(lambda: hasher().verify(password, password_hash))


@lru_cache(maxsize=1)
def nobodys_hash() -> str:
    """What the password of an unknown person is compared with, so that asking takes as long as for a known one."""
    return ANYBODY.run(lambda: hasher().hash("the password of nobody at all"))


def _guesses_score(password: str, *, address: EmailAddress, name: str) -> int:
    """How hard a password is to guess for who knows lists of common ones, keyboards and dates: NIST SP 800-63B,
    5.1.1.2, by zxcvbn (Wheeler, USENIX Security 2016)."""
    from zxcvbn import zxcvbn

    known = [*WORDS_FROM_HERE, *name.casefold().split(), *re.split(r"[@._-]", address.key)]
    result = zxcvbn(password[:SCORED_LENGTH], user_inputs=[word for word in known if word])
    return int(result["score"])


def _is_read_off(password: str, *, address: EmailAddress, name: str) -> bool:
    local_part = address.key.rpartition("@")[0]
    rest = password.casefold()
    for known in sorted(
        (address.key, local_part, name.casefold(), *name.casefold().split()), key=len, reverse=True
    ):
        rest = rest.replace(known, "") if known else rest
    return rest != password.casefold() and not rest.strip(" .-_@0123456789")
