"""VERP as a setting of a sender: the address that its bounces come to, and the envelope of each of its emails."""

from sqlmodel import Session

from core.addresses import AddressRefused, EmailAddress
from core.errors import InputRefused
from core.signing import Signer
from delivery.message.bounce_token import (
    DELIMITERS,
    MAX_BOUNCE_LOCAL_PART,
    bounce_token_of,
    envelope_sender,
)
from delivery.providers import PROVIDERS, capabilities_of
from delivery.tables import Sender

MAX_BOUNCE_ADDRESS = 254 - 40
"""Characters: with delimiter and token it stays an address (RFC 5321, section 4.5.3.1.3)."""
_NOBODY = "0" * 64


def takes_bounce_address(sender: Sender) -> bool:
    """Whether the envelope is ours to choose, so that bounces can come to an address of each email's own."""
    return sender.provider in PROVIDERS and capabilities_of(sender.provider).bounces_to_from


def envelope_from(signer: Signer, sender: Sender, *, delivery_id: int, to_hash: str) -> str | None:
    """The envelope's sender of one email; None where bounces go to the From address, or the provider's way.

    `to_hash`: the keyed hash of the address that it goes to.
    """
    if not sender.bounce_address or not takes_bounce_address(sender):
        return None
    token = bounce_token_of(sender.id, delivery_id, to_hash)
    return envelope_sender(signer, token, bounce_address=sender.bounce_address, delimiter=sender.bounce_delimiter)


def trial_envelope_from(signer: Signer, sender: Sender) -> str:
    """As the server will be asked for each email, and of none."""
    return envelope_from(signer, sender, delivery_id=0, to_hash=_NOBODY) or sender.from_address


def set_bounce_address(session: Session, sender: Sender, address: str, delimiter: str) -> None:
    """Empty: bounces go to the From address again, and are not read. What is on its way comes back to the address
    that it was sent with, and is read all the same. Raises InputRefused."""
    if not address.strip():
        sender.bounce_address = None
    else:
        sender.bounce_address = _checked(sender, address, delimiter)
        sender.bounce_delimiter = delimiter
    session.add(sender)


def _checked(sender: Sender, address: str, delimiter: str) -> str:
    if not takes_bounce_address(sender):
        raise InputRefused("delivery-sender-bounces-elsewhere", provider=sender.provider)
    if len(delimiter) != 1 or delimiter not in DELIMITERS:
        raise InputRefused("delivery-sender-delimiter-refused", known=" ".join(DELIMITERS))
    try:
        parsed = EmailAddress.parse(address).value
    except AddressRefused as error:
        raise InputRefused("delivery-sender-address-refused", field="bounce_address", problem=str(error)) from None
    if len(parsed.rpartition("@")[0]) > MAX_BOUNCE_LOCAL_PART or len(parsed) > MAX_BOUNCE_ADDRESS:
        raise InputRefused("delivery-sender-bounce-address-long", longest=MAX_BOUNCE_LOCAL_PART)
    return parsed
