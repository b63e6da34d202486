"""E-mail addresses: checked once, compared by a keyed hash ever after."""

import hmac
import re
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

MAX_ADDRESS_LENGTH = 254  # RFC 5321, section 4.5.3.1.3, less the angle brackets
MAX_LOCAL_PART = 64  # octets before the @: section 4.5.3.1.1

_PLAIN = re.compile(
    rf"(?=[^@]{{1,{MAX_LOCAL_PART}}}@)[a-z0-9_]+(?:[.+-][a-z0-9_]+)*"
    r"@(?:[a-z0-9]{1,50}(?:-[a-z0-9]{1,10})?\.){1,4}(?:at|ba|com|cz|de|edu|eu|fr|gov|hr|hu|info|it|me|mk|net|org|pl|rs|si)",
    re.ASCII,
)
"""What nearly every address is: nothing in it is to be normalised, and the validator takes it as it is, which a
property test holds it to. It asks each letter of what Unicode knows of it, and takes fifty times as long."""


class AddressRefused(ValueError):
    """Not an address that mail can be sent to; `str()` says why, in the validator's words (English)."""


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """`value` is what mail is sent to; `key` is the form in which two addresses are the same one."""

    value: str

    @classmethod
    def parse(cls, text: str, *, may_be_long: bool = False) -> "EmailAddress":
        """Raises AddressRefused. Reserved domains (example.org, .test) are accepted: rehearsals live there.

        `may_be_long`: also more than 64 octets before the @, which a server need not take (RFC 5321, section
        4.5.3.1.1) and some do: for a no, whoever has such an address.
        """
        text = text.strip()
        if len(text) > MAX_ADDRESS_LENGTH:
            raise AddressRefused("The address is too long.")
        if _PLAIN.fullmatch(text):
            return cls(text)
        try:
            validated = validate_email(
                text, check_deliverability=False, test_environment=True, allow_smtputf8=False
            )
        except EmailNotValidError as error:
            raise AddressRefused(str(error)) from error
        if not may_be_long and len(validated.local_part.encode()) > MAX_LOCAL_PART:
            raise AddressRefused(f"More than {MAX_LOCAL_PART} characters stand before the @.")
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
    # In one call of OpenSSL's: an object for each of a million addresses takes twice as long.
    return hmac.digest(secret.encode(), b"bilten.address\0" + address.key.encode(), "sha256").hex()
