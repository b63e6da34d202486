"""The demo waits for what goes on, however slowly, and gives up where nothing does."""

import io
import sys
import time

import pytest

from cli.context import CliContext
from cli.demo.summary import POLL_SECONDS, Summary
from core.errors import Unavailable


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Time passes by sleeping alone: a minute for each look."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds / POLL_SECONDS * 60))
    return now


@pytest.fixture
def summary() -> Summary:
    context = CliContext(env_file=None)
    context.as_json = True
    return Summary(context)


def test_what_goes_on_slowly_is_waited_for(summary: Summary, passing: list[float]) -> None:
    def count() -> int:
        return int(passing[0] // 100)

    summary.watch("cli-demo-sending", lambda: (count(), 10), lambda: count() >= 10)
    assert passing[0] >= 1000


def test_where_there_is_nothing_to_count_no_number_is_shown(
    monkeypatch: pytest.MonkeyPatch, passing: list[float]
) -> None:
    printed = io.StringIO()
    monkeypatch.setattr(sys, "stderr", printed)
    context = CliContext(env_file=None)
    context.as_json = True
    summary = Summary(context)
    summary.watch("cli-demo-noticing", lambda: (0, 0), lambda: passing[0] > 100)
    assert "0/" not in printed.getvalue()
    summary.watch("cli-demo-sending", lambda: (10, 10), lambda: passing[0] > 200)
    assert "10/10" in printed.getvalue()


def test_where_nothing_changes_it_gives_up(summary: Summary, passing: list[float]) -> None:
    with pytest.raises(Unavailable):
        summary.watch("cli-demo-sending", lambda: (3, 10), lambda: False)
    assert passing[0] < 300
