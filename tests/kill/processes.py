"""Begin lives of engines in processes of their own, and end them, kindly or not."""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

Parent = subprocess.Popen[str]
"""The process that forks lives. It has imported everything, which takes longer than most lives last."""
_kept: list[Parent] = []
"""The one that the last test had, for the next."""


class Processes:
    """All lives of one test."""

    def __init__(self, parent: Parent, order: dict[str, Any]) -> None:
        self._stdin: IO[str] = parent.stdin  # type: ignore[assignment]  # opened as a pipe
        self._stdout: IO[str] = parent.stdout  # type: ignore[assignment]  # opened as a pipe
        self._order = order
        self._begun: set[int] = set()

    def begin(self, role: str, **differently: Any) -> "Life":
        order = self._order | {"role": role} | differently
        pid = int(self._ask({"begin": order})["pid"])
        self._begun.add(pid)
        return Life(self, pid)

    def reap(self, pid: int) -> dict[str, Any]:
        self._begun.remove(pid)
        return self._ask({"reap": pid})

    def kill_the_rest(self) -> None:
        for pid in tuple(self._begun):
            os.kill(pid, signal.SIGKILL)
            self.reap(pid)

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        self._stdin.write(json.dumps(question) + "\n")
        self._stdin.flush()
        return dict(json.loads(self._stdout.readline()))


@dataclass(frozen=True)
class Life:
    of: Processes
    pid: int

    def kill(self) -> bool:
        """Whether it was alive until now."""
        os.kill(self.pid, signal.SIGKILL)
        return bool(self.of.reap(self.pid)["killed"])

    def end(self) -> int:
        """Asks it to end in order; its exit code."""
        os.kill(self.pid, signal.SIGTERM)
        return int(self.of.reap(self.pid)["code"])


@contextmanager
def processes(order: dict[str, Any], *, on: Sequence[str] = ()) -> Iterator[Processes]:
    """`on`: what a command begins with that is to run on another machine."""
    parent = _kept.pop() if _kept and not on else _started(on)
    lives = Processes(parent, order)
    try:
        yield lives
        lives.kill_the_rest()
    except BaseException:
        _end(parent)
        raise
    if on:
        _end(parent)
    else:
        _kept.append(parent)


def _started(on: Sequence[str]) -> Parent:
    return subprocess.Popen(
        [*on, sys.executable, "-m", "tests.kill.life"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _end(parent: Parent) -> None:
    """With all its children, whatever became of the test."""
    os.killpg(parent.pid, signal.SIGKILL)
    parent.wait()
    for pipe in (parent.stdin, parent.stdout):
        assert pipe is not None
        pipe.close()


@atexit.register
def _end_kept() -> None:
    while _kept:
        _end(_kept.pop())
