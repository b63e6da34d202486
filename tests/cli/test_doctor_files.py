"""`bilten doctor` on what lies beside the database: files that others can read, a journal that lacks something."""

from pathlib import Path

import pytest

from cli.context import CliContext
from core.generation.hole import open_hole
from tests.cli.conftest import Bilten


@pytest.fixture
def journal(bilten: Bilten, env_file: Path) -> Path:
    """The folder with the journal of a database in which something has happened."""
    assert bilten("lists", "add", "second", "Second").code == 0
    context = CliContext(env_file=env_file)
    with context.database.read() as session:
        folder = context.settings.state_path / context.guard.local.identify(session)
    context.close()
    return folder


def warnings(bilten: Bilten) -> dict[str, str]:
    checks = bilten("doctor", "--json").data["checks"]
    return {check["code"]: check["text"] for check in checks if check["level"] == "warning"}


def test_settings_that_everybody_can_read_are_named_and_init_closes_them(bilten: Bilten, env_file: Path) -> None:
    env_file.parent.chmod(0o755)
    env_file.chmod(0o644)
    assert str(env_file) in warnings(bilten)["cli-doctor-file-open"]
    assert bilten("init", "--json").data == {"made": ["env_file"]}
    assert env_file.stat().st_mode & 0o777 == 0o640
    assert "cli-doctor-file-open" not in warnings(bilten)
    assert bilten("init", "--json").data == {"made": []}


def test_a_journal_that_is_whole_is_no_matter(bilten: Bilten, journal: Path) -> None:
    assert list(journal.glob("journal-*.jsonl"))
    assert not [code for code in warnings(bilten) if "journal" in code]


def test_what_could_not_be_written_down_is_said(bilten: Bilten, journal: Path) -> None:
    open_hole(journal)
    assert str(journal) in warnings(bilten)["cli-doctor-journal-hole"]


@pytest.mark.parametrize("lost", ["in the middle", "at the end"])
def test_lines_that_are_missing_are_said(bilten: Bilten, journal: Path, lost: str) -> None:
    for number in range(4):
        assert bilten("lists", "add", f"more{number}", "More").code == 0
    assert bilten("adopt", "--is-latest", "--apply").code == 0, "the mark knows the end of it"
    (file,) = journal.glob("journal-*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    assert len(lines) > 4
    kept = lines[:2] + lines[3:] if lost == "in the middle" else lines[:2]
    file.write_bytes(b"".join(kept))
    assert str(journal) in warnings(bilten)["cli-doctor-journal-gap"]
