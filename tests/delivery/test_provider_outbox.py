"""The outbox: one whole file for each delivery, once."""

from pathlib import Path

import pytest

from delivery.errors import SenderMisconfigured
from delivery.message.mime import compose
from delivery.message.outgoing import Accepted, NotSent
from delivery.providers.outbox.provider import OutboxProvider
from tests.delivery.batches import a_batch, a_message


def test_every_message_becomes_a_file(tmp_path: Path) -> None:
    batch = a_batch()
    result = OutboxProvider(tmp_path / "out" / "box").send(batch)
    assert [type(each) for each in result.results] == [Accepted] * 3
    files = sorted((tmp_path / "out" / "box").iterdir())
    assert [file.name for file in files] == [f"{number}-{batch.key}.eml" for number in (1, 2, 3)]
    assert [file.read_bytes() for file in files] == [compose(batch, message) for message in batch.messages]


def test_a_repeat_touches_nothing(tmp_path: Path) -> None:
    first = OutboxProvider(tmp_path).send(a_batch())
    before = {file.name: (file.stat().st_ino, file.stat().st_mtime_ns) for file in tmp_path.iterdir()}
    assert OutboxProvider(tmp_path).send(a_batch()) == first
    assert {file.name: (file.stat().st_ino, file.stat().st_mtime_ns) for file in tmp_path.iterdir()} == before


def test_a_repeat_after_half_a_batch_writes_the_other_half(tmp_path: Path) -> None:
    OutboxProvider(tmp_path).send(a_batch())
    (tmp_path / f"2-{a_batch().key}.eml").unlink()
    OutboxProvider(tmp_path).send(a_batch())
    assert len(list(tmp_path.glob("*.eml"))) == 3


def test_another_attempt_is_another_file(tmp_path: Path) -> None:
    OutboxProvider(tmp_path).send(a_batch(a_message(1)))
    OutboxProvider(tmp_path).send(a_batch(a_message(1), key="bilten-2"))
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("key", ["../../etc/passwd", "a/b", ".", "ž" * 20, "a\0b"])
def test_a_key_never_leads_out_of_the_folder(tmp_path: Path, key: str) -> None:
    folder = tmp_path / "outbox"
    OutboxProvider(folder).send(a_batch(a_message(1), key=key))
    assert len(list(folder.glob("1-*.eml"))) == 1
    assert list(tmp_path.iterdir()) == [folder]


def test_a_file_that_cannot_be_written_is_not_sent_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def no_space(self: Path, target: Path) -> Path:
        if target.name.startswith("2-"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", no_space)
    result = OutboxProvider(tmp_path).send(a_batch())
    assert [type(each) for each in result.results] == [Accepted, NotSent, Accepted]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_cannot_be_made_is_a_setting_to_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SenderMisconfigured):
        OutboxProvider(tmp_path / "file" / "outbox").send(a_batch())
