"""Decode process, the child's side: one frame in, one frame out, until its input ends or it is killed.

It bounds itself before it imports a decoder: address space, processor time for each file, no core dump, no file
written. It ends with its parent. It is started by `core.decode_process`, never by a person.
"""

import contextlib
import ctypes
import importlib
import os
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from core.decode_frames import BadFrame, Frame, read_frame, write_frame
from core.errors import InputRefused

MAX_MEMORY = 1_500_000_000
"""Bytes of address space, the interpreter's own and its libraries' included."""
MAX_CPU_SECONDS = 20
"""For one file."""
_PR_SET_PDEATHSIG = 1

Decoder = Callable[[bytes, Mapping[str, Any]], Frame]
"""One kind of file: its bytes and the caller's options in, facts and bytes out. Raises InputRefused."""


def main(registry: str, parent: int) -> None:
    """`registry`: a module whose DECODERS are kind → Decoder. `parent`: the process to end with."""
    answers = _claim_stdout()
    _end_with(parent)
    _bound()
    decoders: Mapping[str, Decoder] = importlib.import_module(registry).DECODERS
    while True:
        try:
            request = read_frame(sys.stdin.buffer)
        except BadFrame:
            return
        _allow_cpu()
        _answer(answers, decoders, request)


def _claim_stdout() -> BinaryIO:
    """Whatever a library prints goes nowhere; answers go where stdout was."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answers


def _end_with(parent: int) -> None:
    """By the kernel where it can; elsewhere the end of the input says it, after the file at hand."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)


def _bound() -> None:
    import resource

    os.nice(5)
    for limit, most in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        # macOS knows RLIMIT_AS and refuses to set it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def _allow_cpu() -> None:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + MAX_CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _answer(answers: BinaryIO, decoders: Mapping[str, Decoder], request: Frame) -> None:
    try:
        made = decoders[request.facts["kind"]](request.parts[0], request.facts["options"])
    except InputRefused as refused:
        write_frame(answers, {"refused": refused.code, "params": refused.params})
    except MemoryError:
        write_frame(answers, {"failed": "memory"})
    except Exception as error:  # whatever a decoder stumbles over is an answer, not the end of the reading
        write_frame(answers, {"failed": "crash", "error": type(error).__name__})
    else:
        write_frame(answers, {"made": made.facts}, made.parts)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
