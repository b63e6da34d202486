"""Token hashing: of what a cookie or a link carries, the database has only this."""

import hashlib


def secret_hash(secret: str) -> str:
    """Plain SHA-256 is right here: the secret has 256 random bits, there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()
