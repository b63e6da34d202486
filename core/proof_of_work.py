"""Proof of work: a task that takes a browser some seconds and us nothing, after ALTCHA's protocol, version 2.

The browser looks for a counter with which PBKDF2 gives a key that begins with the prefix; we derive one key to see
whether it does (ALTCHA, "Proof-of-Work v2", as its libraries have it, altcha-lib for JavaScript and altcha for
Python; those ask the machine's clock, this is told the time). A task is signed, ends after a while, and is good
once: what was handed in is remembered until then, right or wrong, in memory and in each process, as counts of
sources are. Bounded: where too many are remembered, nothing more is taken.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

MAX_PAYLOAD = 1_200
MAX_SPENT = 20_000
LIFETIME = timedelta(minutes=20)
ALGORITHM = "PBKDF2/SHA-256"
COST = 5_000
"""Iterations for one key. Of 256 keys, one is right on average."""
KEY_BYTES = 32
PREFIX = "00"
_MOST_COUNTER = 2**32 - 1

Challenge = dict[str, Any]


class ProofOfWork:
    """For one thread: the event loop's."""

    def __init__(self, secret: str, *, cost: int = COST, max_spent: int = MAX_SPENT) -> None:
        self._secret = secret.encode()
        self._cost = cost
        self._max_spent = max_spent
        self._spent: OrderedDict[str, int] = OrderedDict()

    def challenge(self, *, now: datetime) -> Challenge:
        """As the browser's part reads it (JSON)."""
        parameters = {
            "algorithm": ALGORITHM,
            "nonce": secrets.token_hex(16),
            "salt": secrets.token_hex(16),
            "cost": self._cost,
            "keyLength": KEY_BYTES,
            "keyPrefix": PREFIX,
            "expiresAt": int((now + LIFETIME).timestamp()),
        }
        return {"parameters": parameters, "signature": self._signature(parameters)}

    def accept(self, payload: str, *, now: datetime) -> bool:
        """Whether it solves a task of ours that nobody has handed in yet; afterwards, somebody has."""
        read = _read(payload)
        if read is None:
            return False
        parameters, signature, counter = read
        if not hmac.compare_digest(signature.encode(), self._signature(parameters).encode()):
            return False
        # Signed, so what is in it is ours.
        if parameters["expiresAt"] < now.timestamp() or not self._spend(parameters, now):
            return False
        return derived_key(parameters, counter).hex().startswith(PREFIX)

    def _spend(self, parameters: Mapping[str, Any], now: datetime) -> bool:
        """Whether it was not spent yet. Before the key is derived: that costs more than all else here."""
        while self._spent and next(iter(self._spent.values())) < now.timestamp():
            self._spent.popitem(last=False)
        nonce = parameters["nonce"]
        if nonce in self._spent or len(self._spent) >= self._max_spent:
            return False
        self._spent[nonce] = parameters["expiresAt"]
        return True

    def _signature(self, parameters: Mapping[str, Any]) -> str:
        written = json.dumps(parameters, sort_keys=True, separators=(",", ":"))
        return hmac.new(self._secret, b"bilten.proof-of-work\0" + written.encode(), hashlib.sha256).hexdigest()


def derived_key(parameters: Mapping[str, Any], counter: int) -> bytes:
    """The key that this counter gives."""
    password = bytes.fromhex(parameters["nonce"]) + counter.to_bytes(4, "big")
    salt = bytes.fromhex(parameters["salt"])
    return hashlib.pbkdf2_hmac("sha256", password, salt, parameters["cost"], parameters["keyLength"])


def _read(payload: str) -> tuple[dict[str, Any], str, int] | None:
    """Its parameters, their signature and the counter, as somebody has written them; None where it is nothing."""
    if not 0 < len(payload) <= MAX_PAYLOAD:
        return None
    try:
        written = json.loads(base64.b64decode(payload, validate=True))
        challenge, counter = written["challenge"], written["solution"]["counter"]
        parameters, signature = challenge["parameters"], challenge["signature"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    is_whole = isinstance(parameters, dict) and isinstance(signature, str) and type(counter) is int
    return (parameters, signature, counter) if is_whole and 0 <= counter <= _MOST_COUNTER else None
