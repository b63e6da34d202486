"""Private keys that sign webhooks, of providers whose webhooks are signed that way: PKCS#8, DER, base64."""

from base64 import b64decode, b64encode
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key


def is_private_key(text: str, kind: type) -> bool:
    try:
        key = form.load_der_private_key(b64decode(text, validate=True), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False
    return isinstance(key, kind)


def own_private_key(path: Path) -> str:
    """A key of this simulator's own, made once."""
    if not path.exists():
        made = generate_private_key(SECP256R1())
        private = made.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(b64encode(private).decode())
    return path.read_text()


def public_half(private: str) -> str:
    key = form.load_der_private_key(b64decode(private), password=None).public_key()
    return b64encode(key.public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)).decode()
