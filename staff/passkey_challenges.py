"""Challenges for passkeys: each good once, for some minutes, in the browser that asked for it, for one purpose.

They are rows, so that every process knows them, and a repeated answer finds none. Anybody may ask for one to sign
in with; whoever floods that page makes the oldest of those go, and of no others.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from staff.secret_hash import secret_hash
from staff.tables import PasskeyChallenge, PasskeyPurpose

CHALLENGE_LIFETIME = timedelta(minutes=5)
"""W3C Web Authentication, 15.1, recommends 5 to 10 minutes where a person has to be verified."""
MOST_TO_SIGN_IN = 2_000
"""Open at once, of everybody."""
_BYTES = 32


def new_challenge(
    session: Session, holder: str, purpose: PasskeyPurpose, *, user_id: int | None, now: datetime
) -> bytes:
    """`holder`: the cookie of the browser that asks. `user_id`: whose passkey is to sign it; None: whoever's."""
    session.exec(delete(PasskeyChallenge).where(col(PasskeyChallenge.expires_at) <= now))
    if purpose is PasskeyPurpose.SIGN_IN:
        _make_room(session)
    challenge = secrets.token_bytes(_BYTES)
    session.add(
        PasskeyChallenge(
            challenge_hash=_hash(challenge),
            holder_hash=secret_hash(holder),
            purpose=purpose,
            user_id=user_id,
            expires_at=now + CHALLENGE_LIFETIME,
        )
    )
    session.flush()
    return challenge


def take_challenge(
    session: Session,
    holder: str,
    purpose: PasskeyPurpose,
    challenge: bytes,
    *,
    user_id: int | None,
    now: datetime,
) -> bool:
    """Whether it was made for this; its row is gone then, and of two at once one finds it."""
    is_it = (
        col(PasskeyChallenge.challenge_hash) == _hash(challenge),
        col(PasskeyChallenge.holder_hash) == secret_hash(holder),
        col(PasskeyChallenge.purpose) == purpose,
        col(PasskeyChallenge.user_id).is_not_distinct_from(user_id),
        col(PasskeyChallenge.expires_at) > now,
    )
    return session.exec(delete(PasskeyChallenge).where(*is_it)).rowcount == 1


def _make_room(session: Session) -> None:
    rows = select(PasskeyChallenge.challenge_hash).where(PasskeyChallenge.purpose == PasskeyPurpose.SIGN_IN)
    newest_first = rows.order_by(col(PasskeyChallenge.expires_at).desc(), col(PasskeyChallenge.challenge_hash))
    # A list, because the database may not delete from what it is just reading in such an order.
    too_many = session.exec(newest_first.offset(MOST_TO_SIGN_IN - 1).limit(100)).all()
    if too_many:
        session.exec(delete(PasskeyChallenge).where(col(PasskeyChallenge.challenge_hash).in_(too_many)))


def _hash(challenge: bytes) -> str:
    return hashlib.sha256(challenge).hexdigest()
