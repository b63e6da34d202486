"""`bilten subscribers show | unsubscribe | export | erase`, `bilten suppressions add | lift | list`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Bilten

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
    assert bilten("subscribers", "export", bo, file, *WHY).code == 0
    assert json.loads(file.read_text())["person"]["address"] == bo
    assert bilten("subscribers", "export", bo, file, *WHY).code == 2
    assert bilten("subscribers", "erase", bo, *WHY).code == 0
    assert bilten("subscribers", "show", bo).code == 3
    file.unlink()
    again = tmp_path / "people.csv"
    bilten("subscribers", "import", again, "--list", "bulletin", "--consent", "At our stall")
    assert json.loads(bilten("subscribers", "list", "--json").out)["subscribers"] == []
