"""Idempotency keys: strings that keep mail from going out twice. Each has its one author here."""

import secrets
from functools import lru_cache

from core.keyed_hash import KeyedHash

ATTEMPT_KEY_PREFIX = "bilten-"


def attempt_key() -> str:
    """A new idempotency key. Create it once per attempt, commit it, and read it back for every repeat.

    Random rather than derived: a batch that is put together again after a certain failure is another request,
    even if the same deliveries happen to be in it.
    """
    return ATTEMPT_KEY_PREFIX + secrets.token_hex(16)


def message_id(campaign_public_id: str, delivery_id: int, *, domain: str, secret: str) -> str:
    """The Message-ID of a delivery, in angle brackets: the same in every retry, and it tells nothing.

    A mailbox that gets one twice can drop the second; without the secret nobody can count our deliveries.
    """
    facts = f"bilten.message-id\0{campaign_public_id}\0{delivery_id}".encode()
    digest = _keyed_by(secret).digest(facts).hex()
    return f"<{digest[:40]}@{domain}>"


@lru_cache(maxsize=4)
def _keyed_by(secret: str) -> KeyedHash:
    return KeyedHash(secret.encode(), "sha256")
