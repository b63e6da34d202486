"""A digest on the command line: added, shown, changed, turned off and on."""

from tests.cli.conftest import ME, Bilten


def test_a_digest_from_beginning_to_end(bilten: Bilten) -> None:
    assert "no digests" in bilten("digest", "list").out
    added = bilten("digest", "add", "Mondays", "--list", "bulletin", "--sender", "simulator", *ME)
    assert (added.code, "“Mondays” is on" in added.out) == (0, True)
    shown = bilten("digest", "show", "Mondays", "--json").data["digest"]
    assert len(shown["firings"]) == 10
    assert {firing[-5:] for firing in shown["firings"]} == {"08:00"}
    assert shown["now"] == {"subjects": {}, "items": []}
    assert "There was nothing new." in bilten("digest", "show", "Mondays").out
    changed = bilten(
        "digest", "set", "Mondays", "--at", "09:30", "--days", "thu,mon", "--mode", "ask", *ME, "--json"
    )
    assert changed.data["digest"]["mode"] == "ask"
    assert changed.data["digest"]["next"].endswith("09:30")
    assert bilten("digest", "off", "Mondays", *ME).code == 0
    assert "is off" in bilten("digest", "list").out
    assert "is on" in bilten("digest", "on", "Mondays", *ME).out
    assert "asks approvers" in bilten("digest", "list").out


def test_what_cannot_be_is_refused(bilten: Bilten) -> None:
    add = ("digest", "add", "Mondays", "--list", "bulletin", "--sender", "simulator", *ME)
    for wrong in (
        ("--every", "hourly"),
        ("--days", "someday"),
        ("--at", "noon"),
        ("--mode", "shout"),
        ("--zone", "X"),
    ):
        assert bilten(*add, *wrong).code == 2, wrong
    assert bilten(*add).code == 0
    assert bilten("automation", "archive", "Mondays", *ME).code == 2, "it watches no folder"
    assert bilten("automation", "set", "Mondays", *ME).code == 2
    assert bilten("digest", "show", "Tuesdays").code == 3
