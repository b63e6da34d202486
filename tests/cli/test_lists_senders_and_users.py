"""Lists, senders, the brand and the people who work here."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import ME, Bilten
from tests.conftest import StoppedClock


def _stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_list_is_made_once(bilten: Bilten) -> None:
    made = bilten("lists", "add", "press", "Press releases")
    assert made.code == 0
    assert "press" in made.out
    again = bilten("lists", "add", "press", "Press again")
    assert again.code == 5
    assert [row["name"] for row in bilten("lists", "list", "--json").data["lists"]] == [
        "Bulletin",
        "Press releases",
    ]


def test_lists_are_shown_as_a_table(bilten: Bilten) -> None:
    set_ = bilten("lists", "languages", *ME, "bulletin", "--chain", "en, sl", "--required", "sl", "--json")
    assert set_.data["list"] == {"slug": "bulletin", "chain": ["en", "sl"], "required": ["sl"]}
    head, row = bilten("lists", "list").out.splitlines()
    assert " ".join(head.split()) == "Short name Name Recipients Languages used instead Required languages Status"
    assert row.split() == ["bulletin", "Bulletin", "0", "en,", "sl", "sl", "open"]


def test_lists_are_offered_together_and_not_any_more(bilten: Bilten) -> None:
    assert bilten("lists", "add", "press", "Press releases").code == 0
    set_ = bilten("lists", "sign-up", "bulletin", "--with", "press", "--json")
    assert set_.data["list"] == {"slug": "bulletin", "offered": ["press"], "frame_origins": []}
    framed = bilten("lists", "sign-up", "bulletin", "--frame-in", "https://kolpa.example")
    assert "also offers press; may be framed by https://kolpa.example." in framed.out
    assert bilten("lists", "sign-up", "bulletin", "--frame-in", "http://kolpa.example").code == 2
    assert bilten("lists", "status", *ME, "press", "closed").code == 0
    assert bilten("lists", "sign-up", "bulletin", "--with", "press").code == 5
    assert bilten("lists", "sign-up", "bulletin", "--with", "nothing").code == 3
    assert bilten("lists", "sign-up", "bulletin").code == 2
    assert bilten("lists", "sign-up", "bulletin", "--with", "").out.count("–") == 1


def test_quiet_readers_are_counted_and_asked_by_command(
    bilten: Bilten, env_file: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("email,language\nnada@example.org,en\n")
    assert bilten("subscribers", "import", people, "--list", "bulletin", "--consent", "At our stall").code == 0
    clock.advance(days=366)
    asked = bilten("lists", "still-wanted", "bulletin", "--json").data["still_wanted"]
    assert asked == {
        "list": "bulletin", "is_enabled": False, "months": 12, "most_a_day": 100, "days_to_answer": None,
        "due": 1, "waiting": 0,
    }  # fmt: skip
    assert bilten("lists", "still-wanted", "bulletin", *ME, "--on").code == 5, "nobody sends it"
    with env_file.open("a") as settings:
        settings.write("BILTEN_SIGN_UP_SENDER=simulator\n")
    changes = ("--months", "6", "--a-day", "7", "--days", "30", "--on")
    on = bilten("lists", "still-wanted", "bulletin", *ME, *changes)
    assert (on.code, "off the list" in on.out) == (0, True)
    assert bilten("lists", "still-wanted", "bulletin", *ME, "--days", "9").code == 2
    assert bilten("lists", "still-wanted", "bulletin", *ME, "--off", "--days", "0").code == 0
    after = bilten("lists", "still-wanted", "bulletin", "--json").data["still_wanted"]
    assert after == asked | {"months": 6, "most_a_day": 7}
    assert bilten("lists", "still-wanted", "nothing").code == 3


def test_a_topic_is_added_renamed_archived_and_deleted(bilten: Bilten) -> None:
    assert bilten("topics", "list").out.strip() == "There are no topics yet."
    assert bilten("topics", "add", "at-sea", "At sea", "--name-in", "sl=Na morju").code == 0
    assert bilten("topics", "rename", *ME, "at-sea").code == 2
    assert bilten("topics", "rename", *ME, "at-sea", "--name", "Rescue", "--name-in", "sl=").code == 0
    (shown,) = bilten("topics", "list", "--json").data["topics"]
    assert (shown["name"], shown["names"], shown["lists"]) == ("Rescue", {}, ["bulletin"])
    assert "is archived" in bilten("topics", "archive", *ME, "at-sea").out
    assert "is in use" in bilten("topics", "archive", *ME, "at-sea", "--undo").out
    assert bilten("topics", "delete", *ME, "at-sea").code == 0
    assert bilten("topics", "list", "--json").data["topics"] == []


def test_a_list_is_named_protected_closed_archived_and_deleted(bilten: Bilten) -> None:
    named = bilten("lists", "set", *ME, "bulletin", "--name", "News", "--name-in", "sl=Novice", "--json")
    assert named.data["list"]["names"] == {"sl": "Novice"}
    assert bilten("lists", "set", *ME, "bulletin", "--name-in", "sl=", "--protected", "--json").data["list"] == {
        "slug": "bulletin", "name": "News", "names": {}, "is_protected": True,
    }  # fmt: skip
    assert bilten("lists", "set", *ME, "bulletin").code == 2
    assert bilten("lists", "set", *ME, "bulletin", "--name-in", "Novice").code == 2
    for status in ("closed", "archived", "open"):
        assert status in bilten("lists", "status", *ME, "bulletin", status).out
        assert bilten("lists", "list", "--json").data["lists"][0]["status"] == status
    assert bilten("lists", "status", *ME, "bulletin", "shut").code == 2
    assert bilten("lists", "delete", *ME, "bulletin").code == 0
    assert bilten("lists", "list", "--json").data["lists"] == []


def test_a_sender_is_changed_and_what_is_not_given_stays(bilten: Bilten) -> None:
    before = bilten("senders", "list", "--json").data["senders"][0]
    changed = bilten("senders", "set", *ME, before["name"], "--reply-to", "office@example.org", "--json")
    assert changed.data["sender"]["from_address"] == before["from_address"]
    assert bilten("senders", "list", "--json").data["senders"][0]["reply_to"] == "office@example.org"
    assert bilten("senders", "set", *ME, before["name"], "--reply-to", "").code == 0
    assert bilten("senders", "list", "--json").data["senders"][0]["reply_to"] is None
    assert bilten("senders", "set", *ME, before["name"]).code == 2
    assert bilten("senders", "set", *ME, before["name"], "--from-address", "nobody").code == 2


def test_an_automation_is_changed_turned_off_and_on(bilten: Bilten, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    to = ["--list", "bulletin", "--sender", "simulator"]
    assert bilten("automation", "add", "press", "--folder", tmp_path / "in", *to, *ME).code == 0
    assert bilten("automation", "set", *ME, "press", "--mode", "send", "--most-at-once", "9").code == 0
    assert bilten("automation", "off", *ME, "press").code == 0
    (row,) = bilten("automation", "list", "--json").data["automations"]
    assert (row["mode"], row["most_at_once"], row["is_enabled"]) == ("send", 9, False)
    assert "is off" in bilten("automation", "list").out
    assert bilten("automation", "on", *ME, "press", "--json").data["automation"]["is_enabled"] is True
    assert bilten("automation", "set", "press", "--mode", "draft").code == 0
    assert bilten("automation", "set", "press", "--mode", "send").code == 4, "nobody would answer for it"
    assert bilten("automation", "set", "press", "--mode", "shout").code == 2


def test_languages_that_are_none_change_nothing(bilten: Bilten) -> None:
    refused = bilten("lists", "languages", *ME, "bulletin", "--chain", "en, ???")
    assert refused.code == 2
    assert "???" in refused.err
    assert bilten("lists", "languages", *ME, "bulletin").code == 2
    assert bilten("lists", "list", "--json").data["lists"][0]["language_chain"] == []


def test_a_sender_is_told_the_address_of_its_webhooks(bilten: Bilten) -> None:
    arguments = ["--provider", "resend", "--from-name", "InfoKolpa", "--from-address", "bilten@example.org"]
    made = bilten("senders", "add", "press", *arguments, "--json")
    assert made.data["sender"]["webhook_url"].startswith("http://127.0.0.1:8000/webhooks/")
    assert bilten("senders", "add", "press", *arguments).code == 5
    assert "InfoKolpa <bilten@example.org>" in bilten("senders", "list").out


def test_a_provider_that_reports_nothing_is_given_no_address(bilten: Bilten) -> None:
    arguments = ["--provider", "outbox", "--from-name", "InfoKolpa", "--from-address", "bilten@example.org"]
    assert bilten("senders", "add", "files", *arguments, "--json").data["sender"]["webhook_url"] is None


def test_a_sender_is_limited_and_set_free_again(bilten: Bilten) -> None:
    name = bilten("senders", "list", "--json").data["senders"][0]["name"]
    limited = bilten("senders", "limit", *ME, name, "--emails", "500", "--per", "day", "--json")
    assert limited.data["sender"] == {"name": name, "email_limit": 500, "limit_period": "day"}
    assert bilten("senders", "list", "--json").data["senders"][0]["email_limit"] == 500
    assert bilten("senders", "limit", *ME, name, "--emails", "lots").code == 2
    assert "no limit" in bilten("senders", "limit", *ME, name).out
    assert bilten("senders", "list", "--json").data["senders"][0]["email_limit"] is None


def test_a_sender_needs_a_provider_that_exists(bilten: Bilten) -> None:
    ran = bilten(
        "senders", "add", "x", "--provider", "pigeon", "--from-name", "X", "--from-address", "x@example.org"
    )
    assert ran.code == 2
    assert "pigeon" in ran.err


def test_a_user_is_added_with_a_password_from_stdin(bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, "correct horse battery staple\n")
    ran = bilten("user", "add", "ana@example.org", "--name", "Ana", "--role", "admin", "--password-stdin")
    assert ran.code == 0
    assert "Ana" in ran.out
    assert "correct horse" not in ran.out + ran.err


def test_without_a_terminal_no_password_is_made_up(bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, "")
    ran = bilten("user", "add", "ana@example.org", "--name", "Ana")
    assert ran.code == 2
    assert "--password-stdin" in ran.err


def test_a_role_that_does_not_exist_is_refused(bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, "correct horse battery staple\n")
    ran = bilten("user", "add", "ana@example.org", "--name", "Ana", "--role", "queen", "--password-stdin")
    assert (ran.code, "queen" in ran.err) == (2, True)


def test_the_brand_changes_in_what_is_given_only(bilten: Bilten, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (8, 8), "#8a1c1c").save(logo)
    assert bilten("brand", "set", *ME, "--logo", logo, "--logo-alt", "A red square").code == 0
    changed = bilten("brand", "set", *ME, "--postal-address", "Street 1, Ljubljana", "--json").data["brand"]
    assert changed["logo_alt"] == "A red square"
    assert changed["logo_sha256"]
    assert changed["postal_address"] == "Street 1, Ljubljana"


def test_last_words_change_by_language_and_a_dark_logo_needs_a_light_one(bilten: Bilten, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (8, 8), "#eeeeee").save(logo)
    assert bilten("brand", "set", *ME, "--logo-dark", logo).code == 2
    assert bilten("brand", "set", *ME, "--logo", logo, "--logo-dark", logo, "--footer", "sl=Hvala.").code == 0
    changed = bilten("brand", "set", *ME, "--footer", "en=Thanks = thanks", "--json").data["brand"]
    assert changed["footer_texts"] == {"sl": "Hvala.", "en": "Thanks = thanks"}
    assert changed["logo_dark_sha256"]
    assert bilten("brand", "set", *ME, "--footer", "sl=", "--json").data["brand"]["footer_texts"] == {
        "en": "Thanks = thanks"
    }
    assert bilten("brand", "set", *ME, "--footer", "Hvala.").code == 2


def test_social_links_change_by_name_and_a_refused_one_changes_nothing(bilten: Bilten) -> None:
    mastodon, forum = "https://example.org/@us", "https://example.org/?a=b"
    assert (
        bilten("brand", "set", *ME, "--social", f"Mastodon={mastodon}", "--social", f"Forum = {forum}").code == 0
    )
    for refused in ("Mastodon", "=https://example.org", "Mastodon=javascript:alert(1)"):
        assert bilten("brand", "set", *ME, "--social", refused).code == 2
    socials = bilten("brand", "show", "--json").data["brand"]["socials"]
    assert (socials["Mastodon"], socials["Forum"]) == (mastodon, forum)
    left = bilten("brand", "set", *ME, "--social", "Mastodon=", "--json").data["brand"]["socials"]
    assert left == {name: address for name, address in socials.items() if name != "Mastodon"}


def test_a_colour_that_nobody_could_read_is_refused(bilten: Bilten) -> None:
    assert bilten("brand", "set", *ME, "--colour", "#ffff00").code == 2


def test_what_came_from_outside_cannot_move_the_cursor(bilten: Bilten) -> None:
    from cli.output import printable

    assert "\x1b" not in printable("\x1b[2Jgone")
    assert "\x9b" not in printable("\x9b2Jgone")


def test_a_link_lets_somebody_in_and_is_made_for_nobody_else(bilten: Bilten) -> None:
    made = bilten("user", "let-in", ME[1])
    assert made.code == 0
    assert "http://127.0.0.1:8000/sign-in/" in made.out
    url = bilten("user", "let-in", ME[1], "--json").data["url"]
    assert url not in made.out
    unknown = bilten("user", "let-in", "nobody@example.org")
    assert unknown.code == 3
    assert "nobody@example.org" in unknown.err
