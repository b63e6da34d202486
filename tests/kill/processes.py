"""Begin lives of engines in processes of their own, and end them, kindly or not."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any


class Processes:
    """All lives of one test; the process that forks them is started once."""

    def __init__(self, parent: "subprocess.Popen[str]", order: dict[str, Any]) -> None:
        self._stdin: IO[str] = parent.stdin  # type: ignore[assignment]  # opened as a pipe
        self._stdout: IO[str] = parent.stdout  # type: ignore[assignment]  # opened as a pipe
        self._order = order

    def begin(self, role: str, **differently: Any) -> "Life":
        order = self._order | {"role": role} | differently
        return Life(self, int(self._ask({"begin": order})["pid"]))

    def reap(self, pid: int) -> dict[str, Any]:
        return self._ask({"reap": pid})

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
    parent = subprocess.Popen(
        [*on, sys.executable, "-m", "tests.kill.life"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield Processes(parent, order)
    finally:
        # With all its children, whatever became of the test.
        os.killpg(parent.pid, signal.SIGKILL)
        parent.wait()
        for pipe in (parent.stdin, parent.stdout):
            assert pipe is not None
            pipe.close()
