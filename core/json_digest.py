"""Digest of a value's canonical JSON: equal values have equal digests, on every machine and in every version.

Stored hashes are compared with it, so its bytes are never changed.
"""

import hashlib
import json
from typing import Any


def json_digest(value: Any) -> str:
    """SHA-256 (hex) of whatever JSON can hold; the order of an object's keys makes no difference."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
