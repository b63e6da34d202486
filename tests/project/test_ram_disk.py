"""Where the tests' files lie: in memory where there is room, and wherever somebody has said."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ram_disk
from tests.ram_disk import use_ram_disk


@pytest.fixture(autouse=True)
def no_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(ram_disk, "ENOUGH", 1)
    yield
    os.environ.pop("TMPDIR", None)


def test_a_folder_in_memory_with_room_enough_is_used_by_all_that_is_started(tmp_path: Path) -> None:
    use_ram_disk(tmp_path)
    assert Path(tempfile.gettempdir()) == Path(os.environ["TMPDIR"]) == tmp_path


def test_a_folder_that_somebody_has_named_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "/tmp")  # noqa: S108  nothing is written
    use_ram_disk(tmp_path)
    assert os.environ["TMPDIR"] == "/tmp"  # noqa: S108  as set above


def test_one_that_is_not_there_or_too_small_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_ram_disk(tmp_path / "nothing")
    monkeypatch.setattr(ram_disk, "ENOUGH", 10**18)
    use_ram_disk(tmp_path)
    assert "TMPDIR" not in os.environ
