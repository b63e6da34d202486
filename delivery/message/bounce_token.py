"""VERP (variable envelope return path): an envelope's sender that says which email came back, and that nobody else
can make.

`bounces+TOKEN@example.org`: the token names the sender and the delivery, or the address of a mail that is no
delivery, and is signed. It is read without regard to case, because some servers write local parts small, and it
is at most `MAX_TOKEN` long, so that the local part stays within 64 octets (RFC 5321, section 4.5.3.1.1). It has
no end: what it can do is what a bounce of that one email does, and its reader alone has seen it. Numbers of
deliveries are given once (ADR 30), so that a token never comes to mean another email.
"""

import hmac
import re
from base64 import b32decode, b32encode
from collections.abc import Iterator
from dataclasses import dataclass

from core.addresses import MAX_LOCAL_PART
from core.signing import CODE_BYTES, Signer

PURPOSE = "bounce"
DELIMITERS = "+-=_."
MAX_TOKEN = 39
"""Characters: of a sender below 2,097,152, whatever the delivery."""
MAX_BOUNCE_LOCAL_PART = MAX_LOCAL_PART - MAX_TOKEN - 1
HASH_DIGITS = 20
"""So many of an address hash stand in a token: 80 bits, by which nobody is taken for somebody else."""
_OF_DELIVERY, _OF_ADDRESS = 1, 2
_SIGNED_AT_THE_END = re.compile(r"[a-z2-7]{20,60}$")
_ADDRESS = re.compile(r"([^\s<>\"(),:;\[\]\\@]{1,200})@[A-Za-z0-9.-]{1,254}")


@dataclass(frozen=True, slots=True)
class BounceToken:
    """Which email an envelope's sender was made for."""

    sender_id: int
    delivery_id: int | None = None
    address_hash_prefix: str | None = None
    """Where it is no delivery: how the keyed hash of the address begins that it went to."""


def bounce_token_of(sender_id: int, delivery_id: int, address_hash: str) -> BounceToken:
    """`delivery_id`: NO_DELIVERY where the mail is none; then the address stands for it."""
    if delivery_id:
        return BounceToken(sender_id, delivery_id=delivery_id)
    return BounceToken(sender_id, address_hash_prefix=address_hash[:HASH_DIGITS])


def envelope_sender(signer: Signer, token: BounceToken, *, bounce_address: str, delimiter: str) -> str:
    """The same facts give the same address: a repeat is sent by the same envelope."""
    local_part, _, domain = bounce_address.rpartition("@")
    return f"{local_part}{delimiter}{write_token(signer, token)}@{domain}"


def write_token(signer: Signer, token: BounceToken) -> str:
    facts = _facts(token)
    return b32encode(facts + signer.code(PURPOSE, facts)).decode().rstrip("=").lower()


def read_bounce_token(signer: Signer, address: str) -> BounceToken | None:
    """What the token in an address says, whatever the delimiter is; None where there is none that we made."""
    match = _SIGNED_AT_THE_END.search(address.strip().rpartition("@")[0].lower())
    if match is None:
        return None
    raw = _decoded(match[0])
    facts, code = raw[:-CODE_BYTES], raw[-CODE_BYTES:]
    is_ours = hmac.compare_digest(signer.code(PURPOSE, facts), code)
    return _token(facts) if facts and is_ours else None


def addresses_of(text: str) -> Iterator[str]:
    """Whatever looks like an address in a header."""
    return (match[0] for match in _ADDRESS.finditer(text))


def _facts(token: BounceToken) -> bytes:
    sender = _varint(token.sender_id)
    if token.delivery_id is not None:
        return bytes([_OF_DELIVERY]) + sender + _varint(token.delivery_id)
    return bytes([_OF_ADDRESS]) + sender + bytes.fromhex(token.address_hash_prefix or "")


def _token(facts: bytes) -> BounceToken | None:
    """Of what is signed: no check but of the kind."""
    sender_id, rest = _read_varint(facts[1:])
    if facts[0] == _OF_DELIVERY:
        return BounceToken(sender_id, delivery_id=_read_varint(rest)[0])
    return BounceToken(sender_id, address_hash_prefix=rest.hex()) if facts[0] == _OF_ADDRESS else None


def _decoded(text: str) -> bytes:
    try:
        return b32decode(text.upper() + "=" * (-len(text) % 8))
    except ValueError:
        return b""


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that there are more."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])


def _read_varint(data: bytes) -> tuple[int, bytes]:
    number = 0
    for place, byte in enumerate(data):
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return number, data[place + 1 :]
    return number, b""
