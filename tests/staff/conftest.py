"""Hashing that costs nothing: what is tested is the rules around it."""

import pytest

from tests.staff.cheap_passwords import make_passwords_cheap


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    make_passwords_cheap(monkeypatch)
