"""Whether the kernel holds the clock to be right."""

import ctypes
from typing import Any

import pytest

from core import time_sync


@pytest.mark.parametrize(
    ("returned", "status", "expected"),
    [(0, 0x0001, True), (5, 0x0041, False), (5, 0x0040, False), (-1, 0, None)],
    ids=["kept by a time service", "lost by it", "kept by nobody", "may not be asked"],
)
def test_what_the_kernel_says_is_understood(
    monkeypatch: pytest.MonkeyPatch, returned: int, status: int, expected: bool | None
) -> None:
    def adjtimex(answer: Any) -> int:
        assert answer._obj.modes == 0, "it is only asked"
        answer._obj.status = status
        return returned

    monkeypatch.setattr(time_sync, "_adjtimex", lambda: adjtimex)
    assert time_sync.is_synchronised() is expected


def test_where_there_is_no_such_question_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_sync, "_adjtimex", lambda: None)
    assert time_sync.is_synchronised() is None


def test_this_system_is_asked_without_harm() -> None:
    assert time_sync.is_synchronised() in (True, False, None)
    assert ctypes.sizeof(time_sync._Timex) >= 208, "the kernel writes the whole struct timex"
