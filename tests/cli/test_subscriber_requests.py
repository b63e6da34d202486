"""`bilten subscribers show | unsubscribe | export | erase`, `bilten suppressions add | lift | list`."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import ME, Bilten

WHY = ("--reason", "asked by telephone")


@pytest.fixture
def bo(bilten: Bilten, tmp_path: Path) -> str:
    file = tmp_path / "people.csv"
    file.write_text("email,name,language\nbo@example.org,Bo Kos,en\n")
    assert bilten("subscribers", "import", file, "--list", "bulletin", "--consent", "At our stall").code == 0
    return "bo@example.org"


def test_a_person_is_shown_and_unsubscribed(bilten: Bilten, bo: str) -> None:
    shown = bilten("subscribers", "show", bo)
    assert (shown.code, "Confirmed" in shown.out, "At our stall" in shown.out) == (0, True, True)
    assert bilten("subscribers", "unsubscribe", bo).code == 2, "a reason is missing"
    named = bilten("subscribers", "unsubscribe", bo, "--reason", "Bo Kos called", "--json")
    assert json.loads(named.out)["error"]["code"] == "campaigns-people-reason-names"
    assert bilten("subscribers", "unsubscribe", bo, "--list", "bulletin", *WHY).code == 0
    assert bilten("subscribers", "unsubscribe", bo, *WHY).code == 0
    data = json.loads(bilten("subscribers", "show", "1", "--json").out)
    assert (data["lists"][0]["status"], data["opted_out"]) == ("unsubscribed", True)
    assert [act["action"] for act in data["acts"]] == [
        "subscriber.unsubscribed_from_all",
        "subscriber.unsubscribed",
    ]
    recorded = bilten("audit", "list", "--search", "subscriber.opened", "--json").data["entries"]
    assert [(entry["actor"], entry["subject"]) for entry in recorded] == [("cli", "subscriber:1")]
    assert bilten("subscribers", "show", "nobody@example.org").code == 3
    assert bilten("subscribers", "show", "99").code == 3


def test_an_address_is_blocked_and_let_in_again_whoevers_it_is(bilten: Bilten, bo: str) -> None:
    for address in (bo, "stranger@example.org"):
        assert bilten("suppressions", "add", address, *WHY).code == 0
        assert bilten("suppressions", "add", address, *WHY).code == 5
    listed = json.loads(bilten("suppressions", "list", "--json").out)["suppressions"]
    assert [(row["address"], row["reason"]) for row in listed] == [(bo, "staff"), (None, "staff")]
    assert bo in bilten("suppressions", "list").out
    assert bilten("suppressions", "lift", bo, *WHY).code == 0
    assert bilten("suppressions", "lift", bo, *WHY).code == 3


def test_a_persons_data_are_written_once_and_then_erased(bilten: Bilten, bo: str, tmp_path: Path) -> None:
    file = tmp_path / "bo.json"
    assert bilten("subscribers", "export", file, "--person", bo, *WHY).code == 0
    assert json.loads(file.read_text())["person"]["address"] == bo
    assert bilten("subscribers", "export", file, "--person", bo, *WHY).code == 2
    assert bilten("subscribers", "erase", bo, *WHY).code == 0
    assert bilten("subscribers", "show", bo).code == 3
    file.unlink()
    again = tmp_path / "people.csv"
    bilten("subscribers", "import", again, "--list", "bulletin", "--consent", "At our stall")
    assert json.loads(bilten("subscribers", "list", "--json").out)["subscribers"] == []


def test_the_proof_of_consent_is_signed_and_every_change_of_it_is_seen(
    bilten: Bilten, bo: str, tmp_path: Path
) -> None:
    file = tmp_path / "consent.json"
    take = ("gdpr", "evidence", file, "--person", bo, *WHY)
    assert bilten(*take).code == 0
    assert bilten(*take).code == 2, "never over a file"
    proof = json.loads(file.read_text())["content"]
    assert (proof["person"]["address"], proof["consent"][0]["action"]) == (bo, "confirmed")
    assert bilten("gdpr", "verify", file, "--json").data["verdict"] == "ours"
    file.write_text(file.read_text().replace("confirmed", "requested"))
    assert bilten("gdpr", "verify", file).code == 2
    file.write_text("[" * 100_000)
    assert bilten("gdpr", "verify", file).code == 2
    assert bilten("gdpr", "verify", tmp_path / "none.json").code == 2


def test_a_list_is_written_as_each_format_and_never_over_a_file(bilten: Bilten, bo: str, tmp_path: Path) -> None:
    for name in ("people.json", "people.xlsx", "out.csv"):
        assert bilten("subscribers", "export", tmp_path / name, "--list", "bulletin", *WHY).code == 0
        assert bilten("subscribers", "export", tmp_path / name, "--list", "bulletin", *WHY).code == 2
    assert json.loads((tmp_path / "people.json").read_text())[0]["email"] == bo
    assert (tmp_path / "out.csv").stat().st_mode & 0o077 == 0
    for wrong in ((), ("--list", "bulletin", "--search", "bo"), ("--list", "bulletin", "--format", "pdf")):
        assert bilten("subscribers", "export", tmp_path / "no", *wrong, *WHY).code == 2
    of_search = tmp_path / "found.json"
    assert bilten("subscribers", "export", of_search, "--search", "bo", *WHY).code == 0
    assert [row["list"] for row in json.loads(of_search.read_text())] == ["bulletin"]


def test_a_protected_list_needs_two_people_on_the_server_too(bilten: Bilten, bo: str, tmp_path: Path) -> None:
    file = tmp_path / "shelter.csv"
    assert bilten("lists", "add", "shelter", "Shelter", "--protected").code == 0
    take = ("subscribers", "export", file, *WHY)
    refused = bilten(*take, "--list", "shelter")
    assert (refused.code, file.exists()) == (4, False), "whoever has the shell says who they are"
    assert bilten("exports", "list").code == 4


def test_the_list_of_subscribers_follows_the_rule_of_the_pages(
    bilten: Bilten, bo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is on a protected list and another looks like anybody; who is on protected ones alone is not there."""
    assert bilten("lists", "add", "shelter", "Shelter", "--protected").code == 0
    file = tmp_path / "both.csv"
    file.write_text(f"email,name,language\n{bo},Bo,en\nmina@example.org,Mina,en\n")
    assert bilten("subscribers", "import", file, "--list", "shelter", "--consent", "At our stall").code == 0
    for who, role in (("iva", "author,approver,sender"), ("edo", "author")):
        monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery staple\n"))
        add = ("user", "add", f"{who}@example.org", "--name", who, "--role", role, "--password-stdin")
        assert bilten(*add).code == 0
    iva = ("--as", "iva@example.org")
    shown = bilten("subscribers", "list", "--json", *iva).data["subscribers"]
    assert [row["address"] for row in shown] == [bo]
    for unknown in ("shelter", "nowhere"):
        assert bilten("subscribers", "list", "--list", unknown, *iva).code == 3
    seen = bilten("subscribers", "list", "--list", "shelter", "--json", *ME).data["subscribers"]
    assert [row["address"] for row in seen] == [bo, "mina@example.org"]
    assert bilten("subscribers", "list", "--as", "edo@example.org").code == 4


def test_correcting_and_merging_by_command(bilten: Bilten, bo: str) -> None:
    assert bilten("subscribers", "correct", bo, *WHY).code == 2
    assert bilten("subscribers", "correct", bo, "--name", "Bo B.", *WHY).code == 0
    assert json.loads(bilten("subscribers", "show", bo, "--json").out)["name"] == "Bo B."
    assert bilten("subscribers", "correct", bo, "--address", bo, *WHY).code == 5
    assert bilten("subscribers", "merge", bo, bo, *WHY).code == 2
