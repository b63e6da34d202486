"""`bilten audit verify`, and what the doctor says of the audit log, by the job's own seals and journal."""

import sqlite3
from pathlib import Path
from typing import Any

from cli.context import CliContext
from scheduler.build import build_job_context
from scheduler.seal_audit_log import seal_audit_log
from tests.cli.conftest import ME, Bilten
from tests.conftest import StoppedClock


def seal(env_file: Path, clock: StoppedClock) -> None:
    context = CliContext(env_file=env_file, clock=clock)
    seal_audit_log(build_job_context(context.services))
    context.close()


def test_a_whole_log_is_said_to_be_whole_and_a_changed_one_to_be_changed(
    bilten: Bilten, env_file: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    assert bilten("topics", "add", "rivers", "Rivers", *ME).code == 0
    assert bilten("audit", "verify", "--json").data["unsealed_entries"] > 0
    seal(env_file, clock)
    whole = bilten("audit", "verify", "--json")
    assert (whole.code, whole.data["faults"], whole.data["unsealed_entries"]) == (0, [], 0)
    with sqlite3.connect(tmp_path / "bilten.sqlite3") as connection:
        connection.execute("UPDATE audit_entry SET actor = 'user:9' WHERE id = (SELECT min(id) FROM audit_entry)")
    changed = bilten("audit", "verify")
    assert (changed.code, "Seal number 1: an entry was changed" in changed.out) == (1, True)
    codes = {check["code"] for check in bilten("doctor", "--json").data["checks"]}
    assert "cli-doctor-audit-changed" in codes


def test_the_journal_knows_what_retention_took_and_misses_what_it_did_not(
    bilten: Bilten, env_file: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    def add_and_seal(word: str) -> None:
        assert bilten("topics", "add", word, word, *ME).code == 0
        seal(env_file, clock)

    def verify_faults() -> list[dict[str, Any]]:
        faults: list[dict[str, Any]] = bilten("audit", "verify", "--json").data["faults"]
        return faults

    add_and_seal("rivers")
    clock.advance(days=300)
    add_and_seal("hills")
    clock.advance(days=200)
    env_file.write_text(env_file.read_text() + "BILTEN_RETENTION_AUDIT_LOG=P400D\n")
    assert bilten("retention", "run", "--reason", "asked for", *ME).code == 0
    assert bilten("audit", "verify", "--json").data["pruned_seals"] == 1
    assert verify_faults() == []
    add_and_seal("lakes")
    assert verify_faults() == [], "the next seal remembers it"
    clock.advance(days=200)
    with sqlite3.connect(tmp_path / "bilten.sqlite3") as connection:
        connection.execute("DELETE FROM audit_entry WHERE seal_number = 2")
        connection.execute("UPDATE audit_seal SET pruned_at = ? WHERE number = 2", (str(clock.now())[:26],))
    for word in ("seas", "capes"):
        assert verify_faults() == [{"seal": 2, "kind": "unnoted"}]
        add_and_seal(word)
    assert "this computer’s journal has no such deletion" in bilten("audit", "verify").out


def test_the_journal_remembers_seals_that_the_database_has_lost(
    bilten: Bilten, env_file: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    seal(env_file, clock)
    with sqlite3.connect(tmp_path / "bilten.sqlite3") as connection:
        connection.execute("DELETE FROM audit_entry")
        connection.execute("DELETE FROM audit_seal")
    for word in ("rivers", "hills", "lakes"):
        faults = bilten("audit", "verify", "--json").data["faults"]
        assert faults == [{"seal": 1, "kind": "journal"}], "also when later seals have taken their numbers"
        assert bilten("topics", "add", word, word, *ME).code == 0
        seal(env_file, clock)
