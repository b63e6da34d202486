"""Digital signature (Ed25519, RFC 8032) of a JSON document: whoever has it can see that nothing in it was changed.

The key is made from the installation's secret key, for this purpose alone. The public key stands in the document,
so that anybody can check it; that it is this installation's, only this installation says.
"""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_PURPOSE = b"bilten signed document 1"
_FIELDS = {"content", "public_key", "signature"}


class SignatureVerdict(StrEnum):
    """Ends the key of its text."""

    OURS = "ours"
    OTHERS = "others"
    """Unchanged, and signed by another key: of another installation, or of a secret key that was changed."""
    BROKEN = "broken"
    """Changed since, or no such document."""


def sign_document(content: Mapping[str, Any], *, secret: str) -> dict[str, Any]:
    """`content` (JSON values) with its signature and the key to check it by."""
    key = _key(secret)
    return {
        "content": dict(content),
        "public_key": b64encode(key.public_key().public_bytes_raw()).decode(),
        "signature": b64encode(key.sign(_bytes(content))).decode(),
    }


def verify_document(document: Any, *, secret: str) -> SignatureVerdict:
    """Of whatever JSON holds, however it is laid out. Raises nothing."""
    if not isinstance(document, dict) or set(document) != _FIELDS:
        return SignatureVerdict.BROKEN
    try:
        public = b64decode(document["public_key"], validate=True)
        signature = b64decode(document["signature"], validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _bytes(document["content"]))
    except (InvalidSignature, ValueError, TypeError, RecursionError):
        return SignatureVerdict.BROKEN
    is_ours = hmac.compare_digest(public, _key(secret).public_key().public_bytes_raw())
    return SignatureVerdict.OURS if is_ours else SignatureVerdict.OTHERS


def _key(secret: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hmac.digest(secret.encode(), _PURPOSE, hashlib.sha256))


def _bytes(content: Any) -> bytes:
    """Canonical: the same for equal values."""
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
