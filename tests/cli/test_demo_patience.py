"""The demo waits for what goes on, however slowly, and gives up where nothing does."""

import io
import sys

import pytest

from cli.context import CliContext
from cli.demo.summary import POLL_SECONDS, Summary
from core.errors import Unavailable


class PassingTime:
    """Time passes by pausing alone: a minute for each look."""

    now = 0.0

    def seconds(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += seconds / POLL_SECONDS * 60


@pytest.fixture
def passing() -> PassingTime:
    return PassingTime()


@pytest.fixture
def summary(passing: PassingTime) -> Summary:
    return summary_by(passing)


def summary_by(passing: PassingTime) -> Summary:
    context = CliContext(env_file=None)
    context.as_json = True
    return Summary(context, seconds=passing.seconds, pause=passing.pause)


def test_what_goes_on_slowly_is_waited_for(summary: Summary, passing: PassingTime) -> None:
    def count() -> int:
        return int(passing.now // 100)

    summary.watch("cli-demo-sending", lambda: (count(), 10), lambda: count() >= 10)
    assert passing.now >= 1000


def test_where_there_is_nothing_to_count_no_number_is_shown(
    monkeypatch: pytest.MonkeyPatch, passing: PassingTime
) -> None:
    printed = io.StringIO()
    monkeypatch.setattr(sys, "stderr", printed)
    summary = summary_by(passing)
    summary.watch("cli-demo-noticing", lambda: (0, 0), lambda: passing.now > 100)
    assert "0/" not in printed.getvalue()
    summary.watch("cli-demo-sending", lambda: (10, 10), lambda: passing.now > 200)
    assert "10/10" in printed.getvalue()


def test_where_nothing_changes_it_gives_up(summary: Summary, passing: PassingTime) -> None:
    with pytest.raises(Unavailable):
        summary.watch("cli-demo-sending", lambda: (3, 10), lambda: False)
    assert passing.now < 300
