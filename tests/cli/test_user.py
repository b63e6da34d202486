"""`bilten user`: who works here, from the invitation to the deleted account."""

import io

import pytest

from tests.cli.conftest import ME, Bilten

BO = "bo@example.org"


def _invite(bilten: Bilten) -> None:
    ran = bilten("user", "invite", BO, "--name", "Bo", "--role", "author,approver,sender")
    assert ran.code == 0


def test_without_a_working_sender_an_invitation_is_a_link_to_hand_over(bilten: Bilten) -> None:
    ran = bilten("user", "invite", BO, "--name", "Bo", "--json")
    assert (ran.data["is_mailed"], "/password/" in ran.data["url"]) == (False, True)
    again = bilten("user", "password-link", BO, "--mail")
    assert "BILTEN_STAFF_SENDER" in again.out
    assert "/password/" in again.out


def test_an_account_is_given_a_role_disabled_enabled_unlocked_and_deleted(bilten: Bilten) -> None:
    _invite(bilten)
    assert "author" in bilten("user", "role", BO, "author").out
    assert bilten("user", "role", BO, "queen").code == 2
    assert "disabled" in bilten("user", "disable", BO).out
    assert bilten("user", "password-link", BO).code == 5
    assert "enabled again" in bilten("user", "enable", BO).out
    assert "forgotten" in bilten("user", "unlock", BO).out
    assert "signed out" in bilten("user", "sign-out", BO).out
    assert [user["address"] for user in bilten("user", "list", "--json").data["users"]][-1] in (BO, ME[1])
    assert "Only the name" in bilten("user", "delete", BO).out
    assert BO not in bilten("user", "list").out
    assert bilten("user", "enable", BO).code == 3


def test_who_did_what_is_listed_by_person_and_by_what_it_was_about(bilten: Bilten) -> None:
    _invite(bilten)
    output = bilten("audit", "list", "--search", "added").out
    assert ("user.added" in output, "Colleague added" in output) == (True, True)
    newest = bilten("audit", "list", "--who", "cli", "--json").data["entries"][0]
    assert (newest["action"], newest["what"]) == ("user.added", "Colleague added")
    assert bilten("audit", "list", "--who", BO, "--json").data["entries"] == []
    assert bilten("audit", "list", "--as", ME[1]).code == 0
    bilten("user", "password", BO, "--password-stdin")
    assert bilten("audit", "list", "--as", BO).code == 4


def test_the_last_administrator_cannot_be_taken_away_and_another_can_always_be_added(
    bilten: Bilten, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (("disable",), ("delete",), ("role",)):
        rest = ("author",) if command == ("role",) else ()
        refused = bilten("user", *command, ME[1], *rest)
        assert (refused.code, "only administrator" in refused.err) == (5, True)
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery staple\n"))
    added = bilten("user", "add", BO, "--name", "Bo", "--role", "admin", "--password-stdin")
    assert added.code == 0


def test_who_is_no_administrator_is_refused_every_one_of_these(
    bilten: Bilten, monkeypatch: pytest.MonkeyPatch
) -> None:
    _invite(bilten)
    for command in ("disable", "enable", "unlock", "sign-out", "delete", "password-link", "role", "password"):
        monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery staple\n"))
        rest = {"role": ("author",), "password": ("--password-stdin",)}.get(command, ())
        assert bilten("user", command, ME[1], *rest, "--as", BO).code == 4, command
    assert bilten("user", "invite", "cy@example.org", "--name", "Cy", "--as", BO).code == 4


def test_a_password_is_set_on_the_server_and_never_shown(bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("password1234\n"))
    assert "easy to guess" in bilten("user", "password", ME[1], "--password-stdin").err
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery staple\n"))
    ran = bilten("user", "password", ME[1], "--password-stdin")
    assert (ran.code, "signed out" in ran.out, "horse" in ran.out + ran.err) == (0, True, False)
