"""Identifiers that may be seen by anyone."""

import secrets

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_public_id(length: int = 16) -> str:
    """A random name for a row that appears in URLs: 5 bits a character, no look-alike letters, not guessable."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
