"""A campaign from draft to cancelled, step by step on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ME, Bilten, quietly

PASSWORD = "correct horse battery staple"
NEWS = "---\nkind: statement\nlanguage: {language}\ntitle: {title}\ndate: 2026-11-20\n---\nThe sea is not empty.\n"


def _build(folder: Path, beginning: Path) -> Path:
    """A copy of a database, in a folder of its own, for further steps."""
    shutil.copy(beginning, folder / "bilten.sqlite3")
    return folder / "bilten.sqlite3"


@pytest.fixture(scope="session")
def with_draft(set_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One campaign, number 1, for two people; Ema edits, Eva approves."""
    folder = tmp_path_factory.mktemp("drafted")
    database = _build(folder, set_up)
    for language, title in (("en", "Shipwreck"), ("sl", "Brodolom")):
        (folder / f"shipwreck.{language}.md").write_text(NEWS.format(language=language, title=title))
        quietly(folder, "news", "add", *ME, folder / f"shipwreck.{language}.md")
    people = folder / "people.csv"
    people.write_text("address,name,language\nana@example.org,Ana,sl\nbor@example.org,Bor,en\n")
    quietly(folder, "subscribers", "import", people, "--list", "bulletin", "--consent", "Assembly")
    for name, role in (("ema", "author"), ("eva", "author,approver,sender")):
        who = [f"{name}@example.org", "--name", name, "--role", role]
        quietly(folder, "user", "add", *who, "--password-stdin", stdin=f"{PASSWORD}\n")
    output = quietly(
        folder, "campaign", "draft", *ME, "shipwreck", "--list", "bulletin", "--sender", "simulator", "--json"
    )
    assert [variant["language"] for variant in json.loads(output)["variants"]] == ["en", "sl"]
    return database


@pytest.fixture(scope="session")
def with_approval(with_draft: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("approved")
    database = _build(folder, with_draft)
    quietly(folder, "campaign", "submit", "1")
    content = json.loads(quietly(folder, "campaign", "preview", "1", "--json"))["content_hash"]
    quietly(folder, "campaign", "approve", "1", "--content", content, "--as", "eva@example.org")
    return database


@pytest.fixture
def drafted(bilten: Bilten, with_draft: Path, tmp_path: Path) -> Bilten:
    shutil.copy(with_draft, tmp_path / "bilten.sqlite3")
    return bilten


def test_the_audience_is_chosen_by_lists(drafted: Bilten) -> None:
    assert drafted("lists", "add", "press", "Press").code == 0
    ema = ("--as", "ema@example.org")
    chosen = drafted("campaign", "audience", "1", "press", "bulletin", *ema, "--json")
    assert (chosen.code, chosen.data["campaign"]["status"]) == (0, "draft")
    assert "Press, " in json.dumps(drafted("campaign", "status", "--json").data)
    assert drafted("campaign", "audience", "1", "bulletin", "--without", "press", *ema).code == 0
    refused = drafted("campaign", "audience", "1", "press", "--without", "press", *ema)
    assert refused.code == 2
    assert drafted("campaign", "audience", "1", "nowhere", *ema).code != 0
    assert drafted("segments", "add", "Slovenian", "language = sl").code == 0
    assert drafted("campaign", "audience", "1", "bulletin", "--segment", "Slovenian", *ema).code == 0
    assert drafted("segments", "remove", "Slovenian").code == 5
    assert drafted("campaign", "audience", "1", "bulletin", "--without-segment", "Nowhere", *ema).code == 3
    assert drafted("campaign", "audience", "1", "bulletin", "--without-segment", "Slovenian", *ema).code == 0
    assert drafted("campaign", "audience", "1", "bulletin", *ema).code == 0
    assert drafted("segments", "remove", "Slovenian").code == 0


def test_a_rehearsal_goes_to_everybody_and_to_nobody(drafted: Bilten) -> None:
    rehearsed = drafted("campaign", "rehearse", "1", "--as", "ema@example.org", "--json")
    assert (rehearsed.code, rehearsed.data["state"]) == (0, "done")
    assert rehearsed.data["figures"]["by_language"] == {"en": 1, "sl": 1}
    assert rehearsed.data["figures"]["received"] == 2
    assert drafted("campaign", "status", "1", "--json").data["campaign"]["status"] == "draft"
    assert drafted("campaign", "rehearse", "9").code == 3


@pytest.fixture
def submitted(drafted: Bilten) -> Bilten:
    assert drafted("campaign", "submit", "1").code == 0
    return drafted


@pytest.fixture
def approved(bilten: Bilten, with_approval: Path, tmp_path: Path) -> Bilten:
    shutil.copy(with_approval, tmp_path / "bilten.sqlite3")
    return bilten


def _content(bilten: Bilten) -> str:
    content = bilten("campaign", "preview", "1", "--json").data["content_hash"]
    assert isinstance(content, str)
    return content[:12]


def test_a_draft_can_be_looked_at_in_each_language(drafted: Bilten, tmp_path: Path) -> None:
    shown = drafted("campaign", "preview", "1", "--language", "sl", "--html", tmp_path / "sl.html")
    assert "Subject: Brodolom" in shown.out
    assert "[[unsubscribe_url]]" in shown.out
    assert 'lang="sl"' in (tmp_path / "sl.html").read_text()


@pytest.mark.parametrize("name", ["", "missing/sl.html"])
def test_a_preview_that_cannot_be_written_is_refused(drafted: Bilten, tmp_path: Path, name: str) -> None:
    ran = drafted("campaign", "preview", "1", "--html", tmp_path / name)
    assert ran.code == 2
    assert str(tmp_path / name) in ran.err


def test_a_check_says_that_nothing_is_wrong(drafted: Bilten) -> None:
    ran = drafted("campaign", "check", "1")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] in ("The check found no problems.", "It can be sent.")


def test_a_check_names_what_must_be_mended_and_exits_with_2(drafted: Bilten, tmp_path: Path) -> None:
    (tmp_path / "shipwreck.en.md").write_text(NEWS.format(language="en", title="TODO"))
    drafted("news", "add", *ME, tmp_path / "shipwreck.en.md")
    drafted("campaign", "draft", *ME, "shipwreck", "--list", "bulletin", "--sender", "simulator")
    ran = drafted("campaign", "check", "2", "--json")
    severities = [finding["severity"] for finding in ran.data["findings"]]
    assert ran.data["errors"] == severities.count("error")
    assert ran.code == (2 if ran.data["errors"] else 0)


def test_new_words_make_it_a_draft_again_and_void_the_approval(approved: Bilten) -> None:
    edited = approved("campaign", "edit", *ME, "1", "--language", "en", "--subject", "In other words", "--json")
    assert (edited.code, edited.data["campaign"]["status"]) == (0, "draft")
    assert "In other words" in approved("campaign", "preview", "1", "--language", "en").out
    assert approved("campaign", "send", "1").code == 5


def test_an_introduction_is_written_in_markdown(drafted: Bilten) -> None:
    text = "Dear **[[recipient_name|friend]]**,\n\n- first"
    assert drafted("campaign", "edit", *ME, "1", "--language", "en", "--intro", text).code == 0
    shown = drafted("campaign", "preview", "1", "--language", "en").out
    assert "**" not in shown
    assert "- first" in shown
    broken = drafted("campaign", "edit", *ME, "1", "--language", "en", "--intro", "<script>x</script>")
    assert broken.code == 2


def test_a_preview_shows_what_readers_read(drafted: Bilten) -> None:
    text = "Dear [[recipient_name|friend]], 300 people[^1].\n\n[^1]: By \\[our\\] count."
    assert drafted("campaign", "edit", *ME, "1", "--language", "en", "--intro", text, "--subject", "[a]").code == 0
    shown = drafted("campaign", "preview", "1", "--language", "en").out
    assert "Dear [[recipient_name|friend]], 300 people[1]." in shown
    assert "[1] By [our] count." in shown


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--language", "en"], 2), (["--language", "ar", "--subject", "x"], 3)]
)
def test_an_edit_of_nothing_or_of_no_variant_changes_nothing(
    drafted: Bilten, arguments: list[str], code: int
) -> None:
    assert drafted("campaign", "edit", *ME, "1", *arguments).code == code


def test_an_approval_is_for_what_was_seen(submitted: Bilten) -> None:
    ran = submitted("campaign", "approve", "1", "--content", "0123456789ab", "--as", "eva@example.org")
    assert ran.code == 5
    assert submitted("campaign", "approve", "1", "--content", "", "--as", "eva@example.org").code == 2


def test_an_approval_needs_a_person_who_may_give_it(submitted: Bilten) -> None:
    content = _content(submitted)
    assert submitted("campaign", "approve", "1", "--content", content).code == 4
    assert submitted("campaign", "approve", "1", "--content", content, "--as", "ema@example.org").code == 4
    assert submitted("campaign", "approve", "1", "--content", content, "--as", "nobody@example.org").code == 3


def test_it_is_scheduled_on_the_local_clock_and_taken_back(approved: Bilten) -> None:
    ran = approved("campaign", "schedule", "1", "2026-12-01 09:00")
    assert "1 December 2026, 09:00 (Europe/Ljubljana)" in ran.out
    data = approved("campaign", "status", "1", "--json").data["campaign"]
    assert data["scheduled_at"] == "2026-12-01T08:00:00+00:00"
    assert "Approved" in approved("campaign", "unschedule", "1").out


def test_a_time_that_the_clocks_show_twice_is_asked_about_and_told_with_its_offset(approved: Bilten) -> None:
    asked = approved("campaign", "schedule", "1", "2027-10-31 02:30")
    assert asked.code == 2
    assert '"2027-10-31 02:30+02:00"' in asked.err
    ran = approved("campaign", "schedule", "1", "2027-10-31 02:30+01:00")
    assert "31 October 2027, 02:30 UTC+1 (Europe/Ljubljana)" in ran.out
    assert approved("campaign", "schedule", "1", "2027-10-30 02:30+01:00").code == 2


@pytest.mark.parametrize("time", ["2026-11-21 09:00", "2027-03-28 02:30", "9999-12-31 23:59", "tomorrow"])
def test_a_time_that_nobody_can_mean_is_refused(approved: Bilten, time: str) -> None:
    assert approved("campaign", "schedule", "1", time).code == 2


def test_sending_pausing_resuming_and_cancelling_are_told(approved: Bilten) -> None:
    assert "Scheduled" in approved("campaign", "send", "1").out
    assert "Paused" in approved("campaign", "pause", "1").out
    assert approved("campaign", "resume", "1", "--json").data["campaign"]["status"] == "scheduled"
    assert "Cancelled" in approved("campaign", "cancel", "1").out
    assert approved("campaign", "cancel", "1").code == 5


def test_a_link_that_would_lead_nowhere_is_asked_about(approved: Bilten) -> None:
    refused = approved("campaign", "publish", "1", "--to", "none", *ME)
    assert (refused.code, "will not see the email" in refused.err) == (2, True)
    assert approved("campaign", "publish", "1", "--to", "none", "--sure", *ME).code == 0


def test_a_step_out_of_turn_changes_nothing(drafted: Bilten) -> None:
    ran = drafted("campaign", "send", "1")
    assert ran.code == 5
    assert "the campaign is a draft. Nothing was changed." in ran.err
    assert drafted("campaign", "status", "1", "--json").data["campaign"]["status"] == "draft"


def test_campaigns_are_listed_with_their_state(drafted: Bilten) -> None:
    head, row = drafted("campaign", "status").out.splitlines()
    assert head.split()[0] == "Number"
    assert row.split() == ["1", "Shipwreck", "Statement", "Draft", "Bulletin", "en", "sl"]
    assert drafted("campaign", "status", "--before", "1", "--json").data == {"campaigns": []}


def test_what_does_not_exist_is_named(bilten: Bilten) -> None:
    assert bilten("campaign", "status", "7").code == 3
    draft = ["campaign", "draft", *ME, "nothing", "--sender", "simulator", "--list"]
    assert bilten(*draft, "bulletin").code == 3
    assert bilten(*draft, "bulletin", "--kind", "rumour").code == 2


def test_an_automation_watches_a_folder(drafted: Bilten, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    arguments = ["--folder", tmp_path / "inbox", "--list", "bulletin", "--sender", "simulator"]
    assert "drafts" in drafted("automation", "add", "new", *arguments).out
    assert drafted("automation", "add", "new", *arguments).code == 2
    assert drafted("automation", "add", "alone", *arguments, "--mode", "send").code == 4
    ran = drafted("automation", "add", "by-itself", *arguments, "--mode", "send", "--as", "eva@example.org")
    assert ran.code == 0
    listed = drafted("automation", "list", "--json").data["automations"]
    assert [(row["name"], row["mode"]) for row in listed] == [("by-itself", "send"), ("new", "draft")]
    assert (listed[0]["most_at_once"], listed[0]["oldest_days"], listed[0]["send_time"]) == (3, 30, "09:00")
    assert drafted("automation", "add", "x", *arguments, "--mode", "guess").code == 2
    assert drafted("automation", "add", "x", "--folder", "/nowhere", *arguments[2:]).code == 2


def test_what_an_automation_may_send_is_set_and_what_cannot_be_is_refused(drafted: Bilten, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    arguments = ["--folder", folder, "--list", "bulletin", "--sender", "simulator"]
    assert drafted("automation", "add", "x", *arguments, "--send-time", "9 am").code == 2
    assert drafted("automation", "list", "--json").data["automations"] == []
    assert drafted("automation", "add", "new", *arguments, "--most-at-once", "5").code == 0
    changed = drafted("automation", "set", "new", "--send-time", "07:30", "--oldest-days", "1", "--json").data
    brake = {"most_at_once": 5, "oldest_days": 1, "send_time": "07:30"}
    assert changed["automation"] == {"name": "new", **brake, "missing_approvals": 0}
    assert "one day" in drafted("automation", "set", "new").out
    assert drafted("automation", "set", "new", "--most-at-once", "0").code == 2
    assert drafted("automation", "set", "none").code == 3
