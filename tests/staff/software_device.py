"""A device that keeps passkeys, in software: it answers what our pages ask, or what an attacker would."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

HOST, ORIGIN = "bilten.example.org", "https://bilten.example.org"
UP, UV, BE, BS, AT = 0x01, 0x04, 0x08, 0x10, 0x40
VERIFIED = UP | UV
"""Flags of authenticator data (W3C Web Authentication, 6.1): present, verified."""


def to_text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def to_bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class SoftwareDevice:
    """Keeps one passkey. What it says of host, origin, flags and counter can be false."""

    host: str = HOST
    origin: str = ORIGIN
    flags: int = VERIFIED
    counter: int = 0
    steps: int = 1
    """By which it counts; 0: not at all."""
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    user_handle: str | None = None
    is_in_a_frame: bool = False

    def make(self, question: str) -> str:
        """The answer to a question for a new passkey."""
        asked = json.loads(question)
        self.user_handle = asked["user"]["id"]
        client_data = self._client_data("webauthn.create", asked["challenge"])
        length = len(self.credential_id).to_bytes(2, "big")
        attested = bytes(16) + length + self.credential_id + self._public_key()
        statement = {
            "fmt": "none",
            "attStmt": {},
            "authData": self._authenticator_data(self.flags | AT) + attested,
        }
        return self._written(client_data, {"attestationObject": to_text(cbor2.dumps(statement))})

    def use(self, question: str, **changed: Any) -> str:
        """The answer to a question for a passkey. `changed`: of what is sent."""
        client_data = self._client_data("webauthn.get", json.loads(question)["challenge"])
        self.counter += self.steps
        data = self._authenticator_data(self.flags)
        signature = self.key.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "authenticatorData": to_text(data),
            "signature": to_text(signature),
            "userHandle": self.user_handle,
        }
        return self._written(client_data, response | changed)

    def _authenticator_data(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big")

    def _client_data(self, kind: str, challenge: str) -> bytes:
        collected = {
            "type": kind,
            "challenge": challenge,
            "origin": self.origin,
            "crossOrigin": self.is_in_a_frame,
        }
        return json.dumps(collected).encode()

    def _public_key(self) -> bytes:
        """As COSE has it (RFC 9053): an elliptic curve key for ES256."""
        point = self.key.public_key().public_numbers()
        x, y = point.x.to_bytes(32, "big"), point.y.to_bytes(32, "big")
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _written(self, client_data: bytes, response: dict[str, Any]) -> str:
        name = to_text(self.credential_id)
        answer = response | {"clientDataJSON": to_text(client_data)}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": answer})
