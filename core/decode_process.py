"""Decode process, the parent's side: files from strangers are decoded in a child process that can be killed.

One child for a reading of many files, started at the first of them and anew after a failure. It has bounded memory
and processor time, knows no secret of ours, and dies with the thread that started it. What comes back is JSON and
bytes, and is validated like any input.
"""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from core.decode_frames import BadFrame, Frame, read_frame, write_frame
from core.errors import InputRefused
from core.logging import get_logger
from core.write_guard import refuse_in_write

MAX_SECONDS = 90.0
"""For one file, by the clock on the wall: more than its processor time, because a machine can be busy."""
CHILDREN_AT_ONCE = 2
"""In one process: a flood of uploads must not take all memory."""

log = get_logger(__name__)
_places = threading.BoundedSemaphore(CHILDREN_AT_ONCE)


class DecodeFailed(Exception):
    """The file was not decoded within its bounds. `reason`: time, memory or crash."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DecodeProcess:
    """Used as a context in one thread: the kernel ends the child when the thread that started it ends."""

    def __init__(self, registry: str, *, max_seconds: float = MAX_SECONDS) -> None:
        """`registry`: the module whose DECODERS the child offers (`core.decode_child`)."""
        self._registry = registry
        self._max_seconds = max_seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    def decode(self, kind: str, data: bytes, options: Mapping[str, Any] | None = None) -> Frame:
        """Raises InputRefused, as the decoder did; DecodeFailed for what did not finish, and the child is gone."""
        refuse_in_write("decoding a file")
        child = self._child or self._start()
        overtime = threading.Event()

        def end() -> None:
            overtime.set()
            child.kill()

        watch = threading.Timer(self._max_seconds, end)
        watch.start()
        try:
            answer = _ask(child, kind, data, dict(options or {}))
        except (BadFrame, OSError):
            child.kill()
            raise self._failed(kind, _reason(child.wait(), is_overtime=overtime.is_set())) from None
        finally:
            watch.cancel()
        if "refused" in answer.facts:
            raise InputRefused(str(answer.facts["refused"]), **answer.facts.get("params", {}))
        if "made" not in answer.facts:
            raise self._failed(kind, str(answer.facts.get("failed", "crash")))
        return Frame(answer.facts["made"], answer.parts)

    def close(self) -> None:
        """Ends the child; the next file starts another."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):  # what was not yet written to a dead child
                if stream is not None:
                    stream.close()
        _places.release()

    def _start(self) -> "subprocess.Popen[bytes]":
        _places.acquire()
        try:
            self._child = subprocess.Popen(  # noqa: S603  # this interpreter, and a module of our own
                [sys.executable, "-I", "-m", "core.decode_child", self._registry, str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Nothing of ours: settings are in the environment, and they hold secrets.
                env={"LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"},
                cwd="/",
                start_new_session=True,
            )
        except BaseException:
            _places.release()
            raise
        return self._child

    def _failed(self, kind: str, reason: str) -> DecodeFailed:
        """What failed once may have left anything behind: the next file gets a new child."""
        self.close()
        log.warning("decoding.failed", kind=kind, reason=reason)
        return DecodeFailed(reason)


def _ask(child: "subprocess.Popen[bytes]", kind: str, data: bytes, options: dict[str, Any]) -> Frame:
    if child.stdin is None or child.stdout is None:
        raise OSError("no pipes")
    write_frame(child.stdin, {"kind": kind, "options": options}, [data])  # type: ignore[arg-type]  # it is a pipe
    return read_frame(child.stdout)  # type: ignore[arg-type]  # so is this


def _reason(exit_code: int, *, is_overtime: bool) -> str:
    import signal

    return "time" if is_overtime or exit_code == -signal.SIGXCPU else "crash"
