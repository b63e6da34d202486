"""What a test leaves changed in its process is told, and by whom; what it puts back is nobody's business."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.process_state import changes, process_state

Leave = Callable[[pytest.MonkeyPatch, Path], object]
LEFT: dict[str, Leave] = {
    "environment": lambda patch, _: patch.setenv("BILTEN_LEFT", "1"),
    "working folder": lambda patch, path: patch.chdir(path),
    "umask": lambda *_: os.umask(0o077),
    "signal handlers": lambda *_: signal.signal(signal.SIGALRM, lambda *_: None),
    "exception hooks": lambda patch, _: patch.setattr(sys, "excepthook", print),
    "import path": lambda patch, path: patch.syspath_prepend(path),
    "log levels": lambda patch, _: patch.setattr(logging.getLogger("httpx"), "level", 5),
    "log handlers": lambda patch, _: patch.setattr(logging.getLogger(), "handlers", []),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_changed_is_named(name: str, tmp_path: Path) -> None:
    logging.getLogger("httpx")
    handler, before = signal.getsignal(signal.SIGALRM), process_state()
    with pytest.MonkeyPatch.context() as patch:
        LEFT[name](patch, tmp_path)
        left = changes(before, process_state())
    signal.signal(signal.SIGALRM, handler)
    assert [line.partition(":")[0] for line in left] == [name]
    assert changes(before, process_state()) == []


def test_a_variable_is_named_with_both_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILTEN_LEFT", "before")
    before = process_state()
    monkeypatch.setenv("BILTEN_LEFT", "after")
    assert changes(before, process_state()) == ["environment: BILTEN_LEFT was 'before', is 'after'"]


def test_a_logger_that_came_with_an_import_is_no_change() -> None:
    before = process_state()
    logging.getLogger(f"of a module that was imported {id(before)}").setLevel("ERROR")
    assert changes(before, process_state()) == []
