"""Pending sign-in: the password was right, and the second factor is still asked for. No session is open yet.

A signed token in a cookie of this browser alone; it opens nothing without a code, and is good for some minutes,
until the password is changed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.errors import NotAllowed
from core.signing import Signer, TokenRefused
from staff.secret_hash import secret_hash
from staff.tables import User

PENDING_LIFETIME = timedelta(minutes=10)
_PURPOSE = "pending_sign_in"


@dataclass(frozen=True, slots=True)
class PendingSignIn:
    user_id: int
    password_mark: str
    next_page: str
    link: str | None
    """The secret of the link that lets them in, where they came by one (`staff.let_in`)."""

    def expect_unchanged(self, user: User) -> None:
        """Raises NotAllowed where the password was changed since."""
        if _mark(user) != self.password_mark:
            raise NotAllowed("staff-second-factor-late")


def sign_pending(signer: Signer, user: User, *, next_page: str, link: str | None, now: datetime) -> str:
    payload = [user.id, _mark(user), next_page, link]
    return signer.sign(_PURPOSE, payload, expires_at=now + PENDING_LIFETIME)


def read_pending(signer: Signer, token: str | None, *, now: datetime) -> PendingSignIn:
    """Raises NotAllowed where there is none, or it took too long."""
    try:
        return PendingSignIn(*signer.read(_PURPOSE, token or "", now=now))
    except TokenRefused as error:
        raise NotAllowed("staff-second-factor-late") from error


def _mark(user: User) -> str:
    """Of the present password, which it does not tell: the hash has a random salt."""
    return secret_hash(user.password_hash)[:16]
