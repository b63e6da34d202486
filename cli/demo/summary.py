"""A plain account of what the demo does, with a bar where something takes its time."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from textwrap import indent

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from cli.context import CliContext
from cli.output import printable, table
from cli.rejections import refused_lines
from core.errors import Refusal, Unavailable

PATIENCE_SECONDS = 120.0
POLL_SECONDS = 0.1


class Summary:
    """Tells people on stdout; where a program reads that, on stderr.

    `seconds`: monotonic time. `pause`: waits for so many seconds.
    """

    def __init__(
        self,
        context: CliContext,
        *,
        seconds: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._here = context
        self._seconds = seconds
        self._pause = pause
        self._console = Console(
            file=sys.stderr if context.as_json else sys.stdout, highlight=False, soft_wrap=True
        )

    def step(self, key: str, /, **params: str | int) -> None:
        self._console.print(f"\n{printable(self._here.text(key, **params))}", style="bold", markup=False)

    def say(self, key: str, /, **params: str | int) -> None:
        self.line(self.text(key, **params))

    def line(self, text: str) -> None:
        self._console.print(indent(printable(text), "  "), markup=False)

    def text(self, key: str, /, **params: str | int) -> str:
        return self._here.text(key, **params)

    def figures(self, key: str, figures: Mapping[str, int]) -> None:
        """Numbers under their names; `key` with each name is the text for it."""
        heads = [self.text(f"{key}-{name}") for name in figures]
        for line in table(heads, [list(figures.values())]).splitlines():
            self.line(line)

    def refused(self, refusals: Sequence[Refusal]) -> None:
        for line in refused_lines(self._here, refusals):
            self.line(line.strip())

    def watch(self, key: str, read_progress: Callable[[], tuple[int, int]], is_over: Callable[[], bool]) -> None:
        """Shows `read_progress()` (done, total) as a bar until `is_over()`; a bar alone where there is nothing to
        count (a total of 0). Raises Unavailable when nothing has changed for `PATIENCE_SECONDS`: a busy machine is
        slow, and not stuck."""
        give_up, before = self._seconds() + PATIENCE_SECONDS, (-1, -1)
        with Progress(
            TextColumn("  {task.description}"), BarColumn(), TextColumn("{task.fields[count]}"),
            TimeElapsedColumn(), console=self._console,
        ) as progress:  # fmt: skip
            bar = progress.add_task(self._here.text(key), total=None, count="")
            while not is_over():
                done, total = read_progress()
                progress.update(bar, completed=done, total=total or None, count=_count(done, total))
                if (done, total) != before:
                    give_up, before = self._seconds() + PATIENCE_SECONDS, (done, total)
                if self._seconds() > give_up:
                    raise Unavailable("cli-demo-stuck", seconds=int(PATIENCE_SECONDS))
                self._pause(POLL_SECONDS)
            done, total = read_progress()
            progress.update(bar, completed=done if total else 1, total=total or 1, count=_count(done, total))


def _count(done: int, total: int) -> str:
    return f"{done}/{total}" if total else ""
