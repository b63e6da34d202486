"""Decode process, kept: a test process has one child for all its tests instead of one for each reading, and asks
it once for each file.

A child takes a quarter of a second to start, and most tests of news only need what it answers. It is handed on
where a reading of the main thread has ended well; what becomes of it otherwise is as in the program. What it has
answered is kept, whoever asked: the same few pictures come in a hundred tests. What was refused, or did not end,
is asked anew. Tests about the child itself set `news.decoding.DecodeProcess` back.
"""

import hashlib
import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest

from core import decode_process
from core.decode_frames import Frame
from core.decode_process import DecodeProcess
from core.errors import InputRefused
from core.write_guard import refuse_in_write
from news import decoding

Child = subprocess.Popen[bytes]
_kept: list[Child] = []
_answers: dict[bytes, Frame] = {}


class KeptDecodeProcess(DecodeProcess):
    _is_at_work = False

    def decode(self, kind: str, data: bytes, options: Mapping[str, Any] | None = None) -> Frame:
        refuse_in_write("decoding a file")
        question = json.dumps([self._registry, kind, dict(options or {})], sort_keys=True).encode()
        key = hashlib.sha256(question + b"\0" + data).digest()
        if key not in _answers:
            _answers[key] = self._ask(kind, data, options)
        return deepcopy(_answers[key])

    def _ask(self, kind: str, data: bytes, options: Mapping[str, Any] | None) -> Frame:
        self._is_at_work = True
        try:
            frame = super().decode(kind, data, options)
        except InputRefused:
            self._is_at_work = False
            raise
        self._is_at_work = False
        return frame

    def _start(self) -> Child:
        if not (_kept and _is_main_thread()):
            return super()._start()
        decode_process._places.acquire()
        self._child = _kept.pop()
        return self._child

    def close(self) -> None:
        """The kernel ends a child with the thread that started it: only the main thread's lives on."""
        child = self._child
        if child is None or self._is_at_work or not _is_main_thread() or child.poll() is not None:
            super().close()
            return
        self._child = None
        _kept.append(child)
        decode_process._places.release()


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


@pytest.fixture(scope="session", autouse=True)
def one_decode_child() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "DecodeProcess", KeptDecodeProcess)
        yield
    while _kept:
        with _kept.pop() as last:  # not by its class: that waits for a place, of which a test may have left none
            last.kill()
