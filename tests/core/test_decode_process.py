"""Whatever a decoder does, the program goes on: the child is bounded, knows no secret, ends with its parent."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.decode_frames import BadFrame, read_frame, write_frame
from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from tests.kill.patience import until

FAKES = "tests.fakes.decoders"


@pytest.fixture
def process() -> Iterator[DecodeProcess]:
    with DecodeProcess(FAKES) as process:
        yield process


def _is_running(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):  # before it is opened, or while it is read
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_bytes_go_in_and_come_out_whatever_a_library_prints(process: DecodeProcess) -> None:
    data = os.urandom(3_000_000)
    frame = process.decode("echo", data, {"width": 3, "name": "č"})
    assert frame.facts == {"width": 3, "name": "č"}
    assert frame.parts == (data, data)


def test_one_child_serves_a_whole_reading(process: DecodeProcess) -> None:
    first, second = (process.decode("process", b"").facts["pid"] for _ in range(2))
    assert first == second != os.getpid()


def test_the_child_knows_no_secret_of_ours(process: DecodeProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILTEN_SECRET_KEY", "a secret")
    environment = process.decode("process", b"").facts["environment"]
    assert "BILTEN_SECRET_KEY" not in environment
    assert set(environment) <= {"LANG", "LC_CTYPE", "MALLOC_ARENA_MAX"}


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("fill", "memory"), ("end", "crash"), ("flood", "crash"), ("stumble", "crash"), ("write", "crash")],
)
def test_after_a_failure_the_next_file_gets_a_new_child(
    process: DecodeProcess, tmp_path: Path, kind: str, reason: str
) -> None:
    before = process.decode("process", b"").facts["pid"]
    with pytest.raises(DecodeFailed) as failed:
        process.decode(kind, str(tmp_path / "file").encode())
    assert failed.value.reason == reason
    after = process.decode("process", b"").facts["pid"]
    assert after != before
    assert not _is_running(before)


def test_what_takes_too_long_is_ended() -> None:
    with DecodeProcess(FAKES, max_seconds=0.5) as process, pytest.raises(DecodeFailed, match="time"):
        process.decode("spin", b"")


def test_a_refusal_comes_through_and_the_child_stays(process: DecodeProcess) -> None:
    before = process.decode("process", b"").facts["pid"]
    with pytest.raises(InputRefused) as refused:
        process.decode("refuse", b"")
    assert (refused.value.code, refused.value.params) == ("news-asset-empty", {"limit": 1})
    assert process.decode("process", b"").facts["pid"] == before


def test_the_child_ends_with_the_reading() -> None:
    with DecodeProcess(FAKES) as process:
        pid = process.decode("process", b"").facts["pid"]
    assert not _is_running(pid)


PARENT = f"""
import time
from core.decode_process import DecodeProcess
with DecodeProcess("{FAKES}") as process:
    print(process.decode("process", b"").facts["pid"], flush=True)
    process.decode("spin", b"")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_the_child_dies_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert _is_running(pid)
        parent.send_signal(signal.SIGKILL)
    until(lambda: not _is_running(pid))


@given(st.binary(max_size=200))
def test_whatever_a_child_answers_is_a_frame_or_none(answer: bytes) -> None:
    try:
        frame = read_frame(io.BytesIO(answer))
    except BadFrame:
        return
    assert isinstance(frame.facts, dict)


@given(st.dictionaries(st.text(), st.integers()), st.lists(st.binary(max_size=50), max_size=3))
def test_a_frame_is_read_as_it_was_written(facts: dict[str, int], parts: list[bytes]) -> None:
    stream = io.BytesIO()
    write_frame(stream, facts, parts)
    stream.seek(0)
    frame = read_frame(stream)
    assert (frame.facts, list(frame.parts)) == (facts, parts)
