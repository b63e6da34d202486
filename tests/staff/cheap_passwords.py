"""Argon2 with its smallest parameters, for tests that sign people in."""

from functools import lru_cache

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from staff import passwords


@lru_cache(maxsize=1)
def _cheap() -> PasswordHash:
    return PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))


def make_passwords_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "hasher", _cheap)
