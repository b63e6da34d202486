"""Trying a passkey: whose it is, and whether it signed what this browser was asked, just now, on a page of ours.

Nothing is counted here, neither failures nor uses: whoever tries it does, in the transaction that follows.
"""

from dataclasses import dataclass
from datetime import datetime

from core.db import Database
from staff.passkey_ceremony import PasskeyAnswerRefused, UsedAnswer, check_used, read_used_answer
from staff.passkey_challenges import take_challenge
from staff.passkey_site import PasskeySite
from staff.passkeys import find_passkey
from staff.tables import Passkey, PasskeyPurpose


@dataclass(frozen=True, slots=True)
class PasskeyAttempt:
    """What a browser answered."""

    answer: str
    """JSON."""
    holder: str
    """The cookie of that browser to which its challenge is bound."""
    site: PasskeySite


@dataclass(frozen=True, slots=True)
class TriedPasskey:
    passkey: Passkey
    sign_count: int | None
    """None: it is not right."""


def try_passkey(
    database: Database, attempt: PasskeyAttempt, *, user_id: int | None, now: datetime
) -> TriedPasskey | None:
    """None where nobody is known by it. `user_id`: whose it has to be; None: whoever's, who says so by the handle
    that is kept with it (a discoverable credential). Its challenge is used up, whatever comes of it. With no
    transaction open."""
    purpose = PasskeyPurpose.SIGN_IN if user_id is None else PasskeyPurpose.PROVE
    try:
        answer = read_used_answer(attempt.answer)
    except PasskeyAnswerRefused:
        return None
    with database.write() as session:
        is_ours = take_challenge(session, attempt.holder, purpose, answer.challenge, user_id=user_id, now=now)
    with database.read() as session:
        passkey = find_passkey(session, answer.credential_id)
    if passkey is None or (user_id is not None and passkey.user_id != user_id):
        return None
    is_whole = is_ours and passkey.host == attempt.site.host and _is_owners(passkey, answer, user_id)
    return TriedPasskey(passkey, _sign_count(answer, passkey, attempt.site) if is_whole else None)


def _is_owners(passkey: Passkey, answer: UsedAnswer, user_id: int | None) -> bool:
    """Section 7.2, step 6: without a handle, a passkey proves only whom one knows already."""
    if answer.user_handle is None:
        return user_id is not None
    return answer.user_handle == passkey.user_handle


def _sign_count(answer: UsedAnswer, passkey: Passkey, site: PasskeySite) -> int | None:
    try:
        return check_used(answer, passkey, site)
    except PasskeyAnswerRefused:
        return None
