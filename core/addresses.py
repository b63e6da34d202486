"""E-mail addresses: checked once, compared by a keyed hash ever after."""

import hashlib
import hmac
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

MAX_ADDRESS_LENGTH = 254  # RFC 5321, section 4.5.3.1.3, less the angle brackets


class AddressRefused(ValueError):
    """Not an address that mail can be sent to; `str()` says why, in the validator's words (English)."""


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """`value` is what mail is sent to; `key` is the form in which two addresses are the same one."""

    value: str

    @classmethod
    def parse(cls, text: str) -> "EmailAddress":
        """Raises AddressRefused. Reserved domains (example.org, .test) are accepted: rehearsals live there."""
        text = text.strip()
        if len(text) > MAX_ADDRESS_LENGTH:
            raise AddressRefused("The address is too long.")
        try:
            validated = validate_email(
                text, check_deliverability=False, test_environment=True, allow_smtputf8=False
            )
        except EmailNotValidError as error:
            raise AddressRefused(str(error)) from error
        return cls(validated.ascii_email or validated.normalized)

    @property
    def key(self) -> str:
        return self.value.casefold()

    @property
    def domain(self) -> str:
        return self.value.rpartition("@")[2]


def address_hash(address: EmailAddress, *, secret: str) -> str:
    """The name under which an address is compared, suppressed and remembered after erasure (hex, 64 characters).

    Keyed, so that a stolen list of hashes cannot be matched against known addresses without the secret.
    """
    return hmac.new(secret.encode(), b"bilten.address\0" + address.key.encode(), hashlib.sha256).hexdigest()
