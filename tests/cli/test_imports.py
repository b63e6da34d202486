"""News and subscribers come in from files; what is refused is named, and the rest is kept."""

from pathlib import Path

import pytest

from tests.cli.conftest import ME, Bilten

NEWS = """---
kind: statement
language: {language}
title: {title}
date: 2026-11-20
---
The sea is not empty.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "shipwreck.en.md").write_text(NEWS.format(language="en", title="Shipwreck"))
    (folder / "shipwreck.sl.md").write_text(NEWS.format(language="sl", title="Brodolom"))
    return folder


def test_a_folder_of_news_is_imported_and_listed(bilten: Bilten, news: Path) -> None:
    ran = bilten("news", "add", *ME, news)
    assert ran.code == 0
    assert "2 news texts were imported" in ran.out
    [item] = bilten("news", "list", "--json").data["news_items"]
    assert (item["slug"], item["languages"]) == ("shipwreck", ["en", "sl"])
    assert "sl: Brodolom" in bilten("news", "list").out


def test_importing_again_changes_nothing_and_says_so(bilten: Bilten, news: Path) -> None:
    bilten("news", "add", *ME, news)
    again = bilten("news", "add", *ME, news, "--json").data
    assert [text["is_changed"] for text in again["imported"]] == [False, False]


def test_a_bad_file_is_named_and_the_others_are_kept(bilten: Bilten, news: Path) -> None:
    (news / "broken.md").write_text("---\nkind: rumour\nlanguage: sl\ntitle: x\n---\n")
    ran = bilten("news", "add", *ME, news, "--json")
    assert ran.code == 0
    assert len(ran.data["imported"]) == 2
    [refused] = ran.data["refused"]
    assert refused["place"].endswith("broken.md")
    assert "rumour" in refused["text"]


def test_where_nothing_could_be_imported_the_exit_code_says_so(bilten: Bilten, tmp_path: Path) -> None:
    ran = bilten("news", "add", *ME, tmp_path / "missing.md")
    assert ran.code == 2
    assert "missing.md" in ran.out


def test_good_rows_are_imported_and_bad_ones_named_with_their_line(bilten: Bilten, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("address,name,language\nana@example.org,Ana,sl\nnobody,Bor,sl\nciril@example.org,Ciril,en\n")
    ran = bilten(
        "subscribers", "import", file, "--list", "bulletin", "--consent", "Assembly of May 2026", "--json"
    )
    assert ran.code == 0
    assert ran.data["imported"] == 2
    assert [row["line"] for row in ran.data["refused"]] == [3]
    people = bilten("subscribers", "list", "--list", "bulletin", "--json").data["subscribers"]
    assert [(person["address"], person["status"]) for person in people] == [
        ("ana@example.org", "confirmed"),
        ("ciril@example.org", "confirmed"),
    ]


@pytest.mark.parametrize(("language", "expected"), [("en", "was not recorded"), ("sl", "ni zabeležen")])
def test_a_no_without_an_address_is_named_and_said_at_the_end(
    bilten: Bilten, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, expected: str
) -> None:
    monkeypatch.setenv("BILTEN_STAFF_LANGUAGE", language)
    file = tmp_path / "people.csv"
    file.write_text("address,status\nAna <ana@example.org>,unsubscribed\nBor Kos,cleaned\n")
    command = ("subscribers", "import", file, "--list", "bulletin", "--language", "sl", "--consent", "Moved")
    ran = bilten(*command)
    assert "3" in ran.out
    assert "Bor Kos" in ran.out
    assert expected in ran.out.strip().splitlines()[-1]
    assert bilten(*command, "--json").data["noes_without_address"] == 1


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "One person wants no email from you at all"), ("sl", "1 oseba noče prejemati nobene vaše pošte")],
)
def test_whoever_wants_nothing_is_not_subscribed_and_staff_are_told(
    bilten: Bilten, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, expected: str
) -> None:
    monkeypatch.setenv("BILTEN_STAFF_LANGUAGE", language)
    file = tmp_path / "people.csv"
    more = ("--list", "bulletin", "--language", "sl", "--consent", "Moved")
    file.write_text("address,unsubscribed\nana@example.org,yes\n")
    bilten("subscribers", "import", file, *more)
    file.write_text("address,blocklisted\nana@example.org,yes\n")
    assert bilten("subscribers", "import", file, *more, "--json").data["noes"] == 1
    bilten("lists", "add", "later", "Later")
    file.write_text("address\nana@example.org\n")
    ran = bilten("subscribers", "import", file, "--list", "later", *more[2:])
    assert expected in ran.out
    assert bilten("subscribers", "list", "--list", "later", "--json").data["subscribers"] == []


def test_a_table_of_people_goes_on_after_the_last_one(bilten: Bilten, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("address,name,language\nana@example.org,Ana,sl\nbor@example.org,Bor,sl\n")
    bilten("subscribers", "import", file, "--list", "bulletin", "--consent", "Assembly of May 2026")
    [first] = bilten("subscribers", "list", "--limit", "1", "--json").data["subscribers"]
    rest = bilten("subscribers", "list", "--after", str(first["id"])).out
    assert "bor@example.org" in rest
    assert "ana@example.org" not in rest


def test_a_list_that_does_not_exist_is_not_made_up(bilten: Bilten, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("address,name,language\nana@example.org,Ana,sl\n")
    assert bilten("subscribers", "import", file, "--list", "nothing", "--consent", "x").code == 3


def test_what_was_done_is_in_the_audit_log(bilten: Bilten, news: Path, env_file: Path) -> None:
    from sqlmodel import select

    from cli.context import CliContext
    from staff.tables import AuditEntry

    bilten("news", "add", *ME, news)
    context = CliContext(env_file=env_file)
    with context.database.read() as session:
        entries = session.exec(select(AuditEntry.actor).where(AuditEntry.action == "news.imported")).all()
    context.close()
    assert entries == ["user:1", "user:1"]


def test_a_column_of_answers_is_asked_about_and_what_staff_say_of_it_is_recorded(
    bilten: Bilten, env_file: Path, tmp_path: Path
) -> None:
    from sqlmodel import select

    from cli.context import CliContext
    from staff.tables import AuditEntry

    file = tmp_path / "people.csv"
    file.write_text("email,language,Volunteer\nana@example.org,sl,da\nbor@example.org,sl,ne\n", encoding="utf-8")
    command = ("subscribers", "import", file, "--list", "bulletin", "--consent", "Assembly of May 2026")
    ran = bilten(*command)
    assert ran.code != 0
    assert '--ignore "Volunteer"' in ran.err.replace("\n", " ")
    assert bilten(*command, "--ignore", "Volunteer", "--json").data["imported"] == 2
    context = CliContext(env_file=env_file)
    with context.database.read() as session:
        begun = session.exec(
            select(AuditEntry.detail).where(AuditEntry.action == "subscribers.import_begun")
        ).all()
    context.close()
    assert [entry["ignored_columns"] for entry in begun] == [["Volunteer"]]


def test_an_import_says_what_it_took_for_what_and_can_be_told_otherwise(bilten: Bilten, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(
        "E-pošta;Ime;Priimek;Jezik\nž@example.org;x;y;sl\na@example.org;Žiga;Čuk;slo\n".encode("cp1250")
    )
    command = ("subscribers", "import", file, "--list", "bulletin", "--consent", "Paper forms")
    asked = bilten(*command)
    assert "sl, sk" in asked.out
    answer = bilten(*command, "--language-as", "slo=sl", "--encoding", "cp1250", "--json").data
    assert answer["read"] == {
        "system": "table",
        "files": [],
        "encoding": "windows-1250",
        "is_guessed": False,
        "columns": {"address": "E-pošta", "name": "Ime + Priimek", "language": "Jezik"},
        "names": ["Žiga Čuk"],
    }
    again = bilten(*command, "--language-as", "slo=sl")
    assert "address: E-pošta; name: Ime + Priimek; language: Jezik" in again.out
    assert "windows-1250" in again.out
    assert "Žiga Čuk" in again.out
    assert bilten(*command, "--language-as", "slo").code == 2
    assert bilten(*command, "--encoding", "klingon").code == 2


def test_every_row_of_an_import_is_written_into_a_file_with_its_reason(bilten: Bilten, tmp_path: Path) -> None:
    file, rows = tmp_path / "members.txt", tmp_path / "rows.csv"
    file.write_text("Ana <ana@example.org>\nBor <bor@example.org>\nnobody\n")
    request = ("subscribers", "import", file, "--list", "bulletin", "--consent", "Mailman", "--language", "sl")
    assert "Read as: Mailman." in bilten(*request).out
    assert bilten(*request, "--from", "sendmail").code == 2
    number = bilten(*request, "--json").data["import"]
    shown = bilten("imports", "show", str(number), "--csv", rows)
    assert f"All rows were written to {rows}" in shown.out
    taken = bilten("audit", "list", "--search", "subscribers.exported", "--json").data["entries"]
    assert [entry["subject"] for entry in taken] == ["mailing_list:bulletin"]
    assert "ana@example.org" not in shown.out
    lines = rows.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[1:3] + line.split(",")[5:6] for line in lines[1:]] == [
        ["1", "ana@example.org", "already_subscribed"],
        ["2", "bor@example.org", "already_subscribed"],
        ["3", "", "refused"],
    ]
    assert rows.stat().st_mode & 0o777 == 0o600
    assert bilten("imports", "show", str(number), "--csv", rows).code == 2
