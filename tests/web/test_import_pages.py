"""Imports in the browser: a file is looked at, checked, imported in the background, and undone as one action."""

import io
import re
import zipfile
from html import unescape
from io import BytesIO

import httpx
import pytest
from fastapi import FastAPI
from python_calamine import CalamineWorkbook
from sqlmodel import select

from campaigns.imports.manage_import import check_import, start_import, upload_import
from campaigns.imports.run_imports import run_imports
from campaigns.people.erase_person import erase_person
from campaigns.people.staff_action import StaffAction
from core.db import Database
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.field_tables import CustomField, FieldType
from subscribers.import_report import ImportRequest
from subscribers.import_tables import (
    LOOKED_AT_FOR,
    ROWS_KEPT,
    ImportPart,
    ImportRow,
    ImportState,
    SubscriberImport,
)
from subscribers.person_fields import fields_of_person
from subscribers.tables import ConsentRecord, MailingList, Subscriber
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.people_roles import APPROVER
from tests.subscribers.sheets import xlsx
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.open_person import open_person
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed, make_admin
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["staff", "world"]

NEW = "/new-import/bulletin"
HOSTILE_TOWN = "=HYPERLINK(1)<img src=x onerror=alert(1)>"
PEOPLE = """e-mail;ime;jezik;Opomba
ziga@example.org;Žiga Čuk;sl;
rosa@example.org;Rosa Novak;sl;
nobody;Nobody;sl;
"""


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def boss(world: World, staff: SignInAs) -> httpx.Client:
    make_admin(world, "ana")
    return staff("ana")


def upload(client: httpx.Client, content: str | bytes, name: str = "people.csv", **fields: str) -> httpx.Response:
    token = form_token_on(client.get(NEW))
    data = {"form_token": token, "consent": "Paper forms, May 2026", **fields}
    raw = content.encode() if isinstance(content, str) else content
    return followed(client, client.post(NEW, data=data, files={"file": (name, raw)}))


def upload_people(world: World) -> int:
    """The import's number, without a browser."""
    request, file = ImportRequest("bulletin", "Paper forms, May 2026"), BytesIO(PEOPLE.encode())
    return upload_import(world.context.services, request, file, "people.csv", actor=OPERATOR)


def import_people(world: World, import_id: int) -> None:
    for take in (check_import, start_import):
        with world.database.write() as session:
            take(session, import_id, actor=OPERATOR, now=world.clock.now())
        run_imports(world.context)


def step(client: httpx.Client, name: str, **fields: str) -> httpx.Response:
    values = {"form_token": form_token_on(client.get("/imports/1")), **fields}
    return followed(client, client.post(f"/imports/1/{name}", data=values))


def check(client: httpx.Client, world: World, **fields: str) -> str:
    step(client, "reading", consent="Paper forms, May 2026", step="check", **fields)
    run_imports(world.context)
    return words_of(client.get("/imports/1"))


def words_of(page: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def addresses(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.exec(select(Subscriber.address)))


def test_a_file_is_looked_at_checked_imported_and_undone(
    boss: httpx.Client, world: World, database: Database
) -> None:
    before = addresses(database)
    assert NEW in boss.get("/lists/bulletin").text
    page = words_of(upload(boss, PEOPLE.encode("cp1250")))
    assert "windows-1250 (found out)" in page
    assert "Names as they are read: Žiga Čuk" in page
    assert "semicolon (found out)" in page
    page = check(boss, world)
    assert "Nothing has been written to people yet." in page
    assert "New 1" in page
    assert "Unchanged 1" in page
    assert "ziga@example.org" in page
    assert addresses(database) == before
    assert "This is not an email address" in words_of(boss.get("/imports/1?show=refused"))
    step(boss, "start")
    assert "It goes on by itself" in boss.get("/imports/1").text
    run_imports(world.context)
    assert addresses(database) == before | {"ziga@example.org"}
    page = words_of(boss.get("/imports/1"))
    assert "Undo the import" in page
    assert "ziga@example.org" in page
    step(boss, "undo")
    run_imports(world.context)
    assert addresses(database) == before
    assert "one person was taken off the list again" in words_of(boss.get("/imports/1"))
    with database.read() as session:
        logged = session.exec(select(AuditEntry).where(AuditEntry.subject == "mailing_list:bulletin")).all()
    by_action = {entry.action: entry for entry in logged if entry.action.startswith("subscribers.")}
    assert list(by_action) == [
        "subscribers.import_begun",
        "subscribers.imported",
        "subscribers.import_undo_begun",
        "subscribers.import_undone",
    ]
    begun = by_action["subscribers.import_begun"]
    assert (begun.actor, begun.detail["file"], begun.detail["grounds"]) == (
        "user:1", "people.csv", "Paper forms, May 2026",
    )  # fmt: skip


def test_what_was_guessed_wrongly_is_said_and_the_file_is_read_again(
    boss: httpx.Client, world: World, database: Database
) -> None:
    page = upload(boss, "Kontakt|Klic|Glasovanje\nbor@example.org|Bor|modra\n", language="sl")
    assert "No column of people.csv was recognised" in words_of(page)
    fields = {"delimiter": "bar", "language": "sl"}
    page = step(boss, "reading", consent="Stall", step="read", **fields)
    assert "Glasovanje" in words_of(page)
    fields |= {"column-1": "address", "column-2": "name"}
    page = step(boss, "reading", consent="Stall", step="read", **fields)
    assert "No column" not in page.text
    assert "Names as they are read: Bor" in words_of(page)
    asked = check(boss, world, **fields)
    assert "Glasovanje" in asked, "it may say who wants nothing"
    assert "modra (2)" in asked.replace("“", "").replace("”", "")
    assert "--ignore" not in asked
    assert "New 1" in check(boss, world, **fields, **{"column-3": "ignored"})
    step(boss, "start")
    run_imports(world.context)
    assert "bor@example.org" in addresses(database)
    with database.read() as session:
        record = session.exec(select(ConsentRecord).order_by(ConsentRecord.id.desc())).first()  # type: ignore[attr-defined]  # a column
    assert record is not None
    assert (record.wording, record.evidence) == ("Paper forms, May 2026", "people.csv:2")


def test_a_sheet_of_a_spreadsheet_is_chosen(boss: httpx.Client, world: World) -> None:
    cells = [["email", "jezik"], ["bor@example.org", "sl"]]
    page = upload(boss, xlsx({"Stari": [["email"]], "Novi": cells}), name="ljudje.xlsx")
    assert "Stari (the first one)" in words_of(page)
    assert "Between the cells" not in page.text
    assert "bor@example.org" in check(boss, world, sheet="Novi")


def test_a_column_that_says_who_said_no_cannot_be_told_otherwise(boss: httpx.Client, world: World) -> None:
    upload(boss, "email;unsubscribed\nbor@example.org;yes\n", language="sl")
    page = check(boss, world, language="sl", **{"column-2": "ignored"})
    assert "New 0" in page
    assert "Changed 1" in page


def test_what_is_missing_is_said_and_what_was_typed_stays(boss: httpx.Client, database: Database) -> None:
    token = form_token_on(boss.get(NEW))
    page = boss.post(NEW, data={"form_token": token, "consent": "Stall <b>"}, files={"other": ("x", b"y")})
    assert page.status_code == 422
    assert "No file was chosen" in page.text
    assert "Stall &lt;b&gt;</textarea>" in page.text
    page = upload(boss, PEOPLE, consent=" ")
    assert "where these people gave their consent" in page.text
    upload(boss, PEOPLE)
    page = step(boss, "reading", consent="Stall", words="slovene")
    assert "does not say what a word means" in page.text
    assert 'value="slovene"' in page.text


def test_only_who_manages_lists_imports_and_into_a_protected_list_who_may_see_its_readers(
    boss: httpx.Client, app: FastAPI, world: World
) -> None:
    upload(boss, PEOPLE)
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    assert [boss.get(path).status_code for path in (NEW, "/imports/1")] == [200, 200]
    add_person(world.database, "eva@example.org", APPROVER)
    with browser(app) as eva:
        sign_in(eva, "eva@example.org")
        assert [eva.get(path).status_code for path in (NEW, "/imports/1")] == [403, 403]
        assert NEW not in eva.get("/lists/bulletin").text
    with browser(app) as nobody:
        assert nobody.get("/imports/1").headers["location"].startswith("/sign-in")


def test_hostile_cells_and_names_are_shown_as_they_stand(boss: httpx.Client, world: World) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    cells = f'email,name,language,"{hostile}"\nbor@example.org,"{hostile}",sl,"{hostile}"\n{hostile},,,\n'
    page = upload(boss, cells, name=f"../../{hostile}.csv")
    assert "<img src=x" not in page.text
    check(boss, world, **{"column-4": "ignored"})
    for group in ("new", "refused"):
        assert "<img src=x" not in boss.get(f"/imports/1?show={group}").text
    assert boss.get("/imports/1?show=else&after=x").status_code == 200


def test_files_and_rows_live_for_a_while(boss: httpx.Client, world: World, database: Database) -> None:
    def left() -> tuple[int, int, list[ImportState]]:
        with database.read() as session:
            states = [row.state for row in session.exec(select(SubscriberImport))]
            return (
                len(session.exec(select(ImportPart)).all()),
                len(session.exec(select(ImportRow)).all()),
                states,
            )

    upload(boss, PEOPLE)
    check(boss, world)
    assert left() == (1, 3, [ImportState.CHECKED])
    step(boss, "start")
    run_imports(world.context)
    run_imports(world.context)
    assert left() == (0, 3, [ImportState.DONE]), "its file is not needed any more"
    with database.read() as session:
        assert {row.address for row in session.exec(select(ImportRow))} == {""}
    world.clock.advance(days=ROWS_KEPT.days)
    run_imports(world.context)
    assert left() == (0, 0, [ImportState.DONE])


def test_one_that_nobody_goes_on_with_is_erased(boss: httpx.Client, world: World, database: Database) -> None:
    upload(boss, PEOPLE)
    world.clock.advance(days=LOOKED_AT_FOR.days)
    run_imports(world.context)
    with database.read() as session:
        assert session.exec(select(SubscriberImport)).all() == []
        assert session.exec(select(ImportPart)).all() == []
    assert boss.get("/imports/1").status_code in (303, 404), "the session has ended, too"


def test_discarded_it_is_gone(boss: httpx.Client, world: World) -> None:
    upload(boss, PEOPLE)
    check(boss, world)
    assert step(boss, "discard").status_code == 200
    run_imports(world.context)
    assert boss.get("/imports/1").status_code == 404


def test_a_column_is_read_into_a_field_where_staff_say_so(
    boss: httpx.Client, world: World, database: Database
) -> None:
    with database.write() as session:
        for word, label in (("town", "<Town>"), ("gone", "Gone")):
            archived_at = NOON if word == "gone" else None
            session.add(
                CustomField(word=word, label=label, type=FieldType.TEXT, archived_at=archived_at, created_at=NOON)
            )
    page = upload(
        boss, f"e-mail,jezik,Kraj,Opomba\nziga@example.org,sl,{HOSTILE_TOWN},\nbor@example.org,sl,{'a' * 501},\n"
    )
    assert '<option value="field:town">Field: &lt;Town&gt;</option>' in page.text
    assert "field:gone" not in page.text
    checked = check(boss, world, **{"column-3": "field:town", "column-4": "ignored"})
    assert "New 1" in checked
    refused = words_of(boss.get("/imports/1?show=refused"))
    assert "The text in a field is longer than 500 characters" in refused
    step(boss, "change")
    assert 'value="field:town" selected' in boss.get("/imports/1").text
    check(boss, world, **{"column-3": "field:town", "column-4": "ignored"})
    step(boss, "start")
    run_imports(world.context)
    with database.read() as session:
        ziga = session.exec(select(Subscriber.id).where(Subscriber.address == "ziga@example.org")).one()
        assert [entry.written for entry in fields_of_person(session, ziga)] == [HOSTILE_TOWN]
    assert HOSTILE_TOWN not in open_person(boss, ziga).text


def test_an_export_of_another_mailer_is_recognised_and_said_and_can_be_read_as_something_else(
    boss: httpx.Client, world: World, database: Database
) -> None:
    page = words_of(upload(boss, archive(), "audience.zip", language="sl"))
    assert "Mailchimp (found out)" in page
    assert "Files that are read: cleaned_members_export_1.csv , subscribed_members_export_1.csv" in page
    assert "When they agreed (found out)" in page
    assert "List of addresses, one on each line" in page
    page = words_of(step(boss, "reading", consent="Stall", step="read", language="sl", system="table"))
    assert "Mailchimp (found out)" not in page
    assert "Each column is read by its title." in page
    page = check(boss, world, language="sl")
    assert "Mailchimp: OPTIN_TIME 2020-01-01 10:00:00, CONFIRM_TIME 2020-01-01 10:05:00" in page
    step(boss, "start")
    run_imports(world.context)
    with database.read() as session:
        record = session.exec(select(ConsentRecord).where(ConsentRecord.given_at != None)).one()  # noqa: E711  SQL
    assert record.evidence == "audience.zip/subscribed_members_export_1.csv:2"
    person = words_of(open_person(boss, record.subscriber_id))
    assert "According to the imported file, this was said on 1 January 2020" in person


def archive() -> bytes:
    titles = "Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,CLEAN_TIME"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for state, row in {
            "subscribed": "ziga@example.org,2,2020-01-01 10:00:00,2020-01-01 10:05:00,",
            "cleaned": "dead@example.org,2,2020-01-01 10:00:00,,2021-05-05 10:00:00",
        }.items():
            packed.writestr(f"{state}_members_export_1.csv", f"{titles}\n{row}\n")
    return out.getvalue()


def test_rows_are_downloaded_with_their_reasons_and_nobody_of_a_protected_list_is_named(
    boss: httpx.Client, world: World, database: Database
) -> None:
    content = "email,name,language\nno,=1+1,sl\nziga@example.org,=2+2,sl\n"
    upload(boss, content)
    check(boss, world)
    (form,) = [
        form for form in forms_on(boss.get("/imports/1?show=new").text, "") if form.action.endswith("/rows")
    ]

    def take(show: str, **more: str) -> httpx.Response:
        return boss.post("/imports/1/rows", data=form.hidden | {"show": show} | more)

    assert form.hidden["show"] == "new"
    rows = take("new")
    assert rows.headers["content-type"].startswith("text/csv")
    assert rows.headers["content-disposition"] == 'attachment; filename="import-1-new.csv"'
    assert rows.text.splitlines()[1].startswith(",3,ziga@example.org,'=2+2,sl,imported,")
    assert rows.text.splitlines()[0].removeprefix("\ufeff").startswith("file,line,address,name,language,outcome")
    packed = io.BytesIO(take("new", format="xlsx").content)
    sheet = CalamineWorkbook.from_filelike(packed).get_sheet_by_index(0).to_python()
    assert sheet[1][1:5] == [3.0, "ziga@example.org", "'=2+2", "sl"]
    assert "This is not an email address" in take("refused").text
    assert boss.get("/imports/1/rows").status_code in (404, 405), "a look changes nothing, and this is in the log"
    with database.read() as session:
        taken = session.exec(select(AuditEntry).where(AuditEntry.action == "subscribers.exported")).all()
        assert [entry.detail for entry in taken] == [{"import": 1}] * 3
    with database.write() as session:
        session.exec(select(MailingList).where(MailingList.slug == "bulletin")).one().is_protected = True
    assert take("new").text.splitlines()[1].startswith(",3,,,sl,imported,")


def test_a_file_that_went_with_an_erasure_says_so_and_what_was_read_of_others_can_be_imported(
    boss: httpx.Client, world: World
) -> None:
    world.add_readers(["gone"])
    checked, unread = upload_people(world), upload_people(world)
    with world.database.write() as session:
        check_import(session, checked, actor=OPERATOR, now=world.clock.now())
    run_imports(world.context)
    with world.database.write() as session:
        gone = session.exec(select(Subscriber.id).where(Subscriber.address == "gone@example.org")).one()
        erase_person(session, gone, StaffAction("by letter", OPERATOR, world.clock.now(), zone="UTC"))
    page = boss.get(f"/imports/{unread}")
    assert "Please upload the file again" in words_of(page)
    assert f"/imports/{unread}" in boss.get(NEW).text, "nobody else says where it is"
    page = boss.get(f"/imports/{checked}")
    assert "the uploaded file was deleted" in words_of(page)
    steps = {form.action.rpartition("/")[2] for form in forms_on(page.text, "/")}
    assert ("start" in steps, "change" in steps) == (True, False)
    assert "ziga@example.org" in page.text
