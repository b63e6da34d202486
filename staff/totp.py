"""Time-based one-time passwords (TOTP, RFC 6238): six digits that an app on a phone shows, new every half minute.
Pure.

SHA-1, six digits and thirty seconds, because that is what every such app knows; HMAC with SHA-1 is sound here.
"""

import secrets
from datetime import datetime

import pyotp

from core.western_digits import western_digits

STEP_SECONDS = 30
DIGITS = 6
_NEAR = (0, -1, 1)
"""A phone's clock may be one step off, and somebody types for a while: RFC 6238, 5.2, advises no more."""


def new_secret() -> str:
    """160 random bits in base32, as long as RFC 4226, section 4, recommends."""
    return pyotp.random_base32()


def matching_step(secret: str, code: str, *, now: datetime, after: int) -> int | None:
    """The step whose code this is, if it is a near one and later than `after`: whoever has looked over a shoulder
    comes too late. None: it is no such code."""
    code = western_digits("".join(code.split()))
    if len(code) != DIGITS or not code.isascii():
        return None
    totp, present = pyotp.TOTP(secret), int(now.timestamp()) // STEP_SECONDS
    for step in (present + away for away in _NEAR):
        if secrets.compare_digest(totp.generate_otp(step), code) and step > after:
            return step
    return None


def address_for_app(secret: str, *, account: str, issuer: str) -> str:
    """`otpauth://…`, which stands in the picture that an app photographs."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)
