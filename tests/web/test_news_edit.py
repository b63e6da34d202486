"""Changing news in the browser: nothing is overwritten in silence, whoever changed does not approve, and what has
gone out stays."""

from pathlib import Path

import httpx
import pytest
from sqlmodel import Session, select

from campaigns.status import CampaignStatus
from core.errors import NotAllowed
from news.import_files import import_file
from news.sources import add_folder_source, last_refusals, read_source
from news.tables import Asset, NewsItem, NewsVersion, OriginKind, Source
from staff.audit import entries
from staff.tables import User
from tests.campaigns.world import World, intake_of, put_file
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news.making import a_written_pdf
from tests.people_roles import ADMIN
from tests.web.newsroom import draft_with, fields_on, item_number, post_form, press, send_form, texts_in
from tests.web.snapshot import everything_in
from tests.web.test_brand_page import a_picture
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

EDIT = "/news/1/edit"


def title_of(world: World, language: str = "en", item_id: int = 1) -> str:
    with world.database.read() as session:
        return texts_in(session, item_id)[language].title


def test_a_change_is_saved_and_the_other_language_stays(world: World, staff: SignInAs) -> None:
    answer = send_form(staff("ana"), EDIT, **{"en-title": "610 people are missing"})
    assert answer.headers["location"] == "/news/1?done=edited"
    assert title_of(world) == "610 people are missing"
    with world.database.read() as session:
        versions = session.exec(select(NewsVersion)).all()
        assert {version.language for version in versions} == {"en"}
        (entry,) = entries(session, action="news.edited", since=world.clock.now())
        assert (entry.actor, entry.detail) == (world.ana.name, {"languages": ["en"]})


@on_sqlite
def test_opening_and_saving_changes_nothing(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    files = {"en-image": ("a.png", a_picture()), "sl-pdf": ("b.pdf", a_written_pdf("B"))}
    send_form(client, EDIT, files, **{"en-image_alt": "A", "en-body": "1. one\n2. two\n\n> quoted"})
    before = everything_in(world.database)
    answer = send_form(client, EDIT)
    assert answer.headers["location"] == "/news/1?done=unchanged"
    assert everything_in(world.database) == before


@on_sqlite
def test_files_stay_are_replaced_and_are_taken_away(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    send_form(client, EDIT, {"en-image": ("a.png", a_picture()), "en-pdf": ("b.pdf", a_written_pdf("B"))})
    send_form(client, EDIT, **{"en-image_alt": "A ship"})
    send_form(client, EDIT, {"en-image": ("c.png", a_picture("#ff0000"))}, **{"en-pdf_without": "on"})
    with world.database.read() as session:
        (asset,) = session.exec(select(Asset)).all()
    assert (asset.file_name, asset.alt) == ("c.png", "A ship")


@on_sqlite
def test_what_was_left_alone_takes_what_somebody_else_has_saved(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    mine = fields_on(client.get(EDIT)) | {"en-summary": "Mine"}
    theirs = fields_on(staff("boris").get(EDIT)) | {"sl-title": "Naslov", "sl-body": "Boris je napisal."}
    assert post_form(client, EDIT, theirs).status_code == 303
    client = staff("ana")
    mine["form_token"] = fields_on(client.get(EDIT))["form_token"]
    assert post_form(client, EDIT, mine).status_code == 303
    saved = fields_on(client.get(EDIT))
    assert [saved[name].strip() for name in ("en-summary", "sl-title", "sl-body")] == [
        "Mine",
        "Naslov",
        "Boris je napisal.",
    ]
    both = mine | {"en-summary": "Mine, again", "sl-title": "Moj naslov"}
    page = post_form(client, EDIT, both)
    assert page.status_code == 409
    shown = fields_on(page)
    assert (shown["sl-body"].strip(), shown["sl-title"]) == ("Boris je napisal.", "Moj naslov")
    assert page.text.count('class="theirs"') == 2
    assert post_form(client, EDIT, shown).status_code == 303
    assert fields_on(client.get(EDIT))["sl-body"].strip() == "Boris je napisal."


@on_sqlite
def test_a_picture_that_both_have_changed_is_a_conflict(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    opened = fields_on(client.get(EDIT))
    assert post_form(client, EDIT, opened, {"en-image": ("theirs.png", a_picture())}).status_code == 303
    page = post_form(client, EDIT, opened, {"en-image": ("mine.png", a_picture("#ff0000"))})
    assert page.status_code == 409
    assert 'class="theirs"><strong>Saved now:</strong> <span dir="auto">theirs.png' in page.text
    assert post_form(client, EDIT, fields_on(page)).status_code == 303
    with world.database.read() as session:
        assert session.exec(select(Asset)).one().file_name == "mine.png"
    opened = fields_on(client.get(EDIT))
    assert post_form(client, EDIT, opened | {"en-title": "Theirs"}).status_code == 303
    assert post_form(client, EDIT, opened, {"en-image": ("newer.png", a_picture())}).status_code == 303
    with world.database.read() as session:
        assert session.exec(select(Asset)).one().file_name == "newer.png"
    assert fields_on(client.get(EDIT))["en-title"] == "Theirs"


def test_two_at_once_are_shown_both_texts_and_nothing_is_overwritten(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    mine = fields_on(client.get(EDIT)) | {"en-title": "Mine", "en-summary": "My summary"}
    theirs = fields_on(staff("boris").get(EDIT)) | {"en-title": "Theirs <b>"}
    assert post_form(client, EDIT, theirs).status_code == 303
    client = staff("ana")
    mine["form_token"] = fields_on(client.get(EDIT))["form_token"]
    page = post_form(client, EDIT, mine)
    assert page.status_code == 409
    assert title_of(world) == "Theirs <b>"
    assert "Theirs &lt;b&gt;" in page.text
    shown = fields_on(page)
    assert (shown["en-title"], shown["en-summary"]) == ("Mine", "My summary")
    assert post_form(client, EDIT, shown).status_code == 303, "having seen both, one may decide"
    assert title_of(world) == "Mine"


@on_sqlite
def test_pressing_twice_is_no_conflict(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    fields = fields_on(client.get(EDIT)) | {"en-title": "Once"}
    assert [post_form(client, EDIT, fields).status_code for _ in range(2)] == [303, 303]


@on_sqlite
def test_a_draft_shows_the_change_at_once(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    client = staff("ana")
    assert "Your change shows there at once" in client.get(EDIT).text
    send_form(client, EDIT, **{"en-body": "Changed words."})
    assert "Changed words." in client.get(f"/campaigns/{campaign_id}/preview/en").text
    assert world.status(campaign_id) is CampaignStatus.DRAFT


@pytest.mark.parametrize("state", ["in_review", "approved", "scheduled"])
def test_what_was_submitted_is_approved_anew_and_not_by_whoever_changed_it(
    world: World, staff: SignInAs, state: str
) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    if state != "in_review":
        world.approve(campaign_id, by=world.cilka)
    if state == "scheduled":
        world.send_now(campaign_id)
    client = staff("boris")
    page = client.get(EDIT).text
    assert "need a new approval" in page
    assert f"/campaigns/{campaign_id}" in page
    send_form(client, EDIT, **{"en-body": "Boris wrote this."})
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    world.submit(campaign_id)
    with pytest.raises(NotAllowed, match="approver-contributed") as refused:
        world.approve(campaign_id, by=world.boris)
    assert refused.value.params["matter"] == "news"
    world.approve(campaign_id, by=world.cilka)
    assert "Boris wrote this." in client.get(f"/campaigns/{campaign_id}/preview/en").text


def test_who_brings_back_what_was_there_frees_whoever_changed_it(world: World, staff: SignInAs) -> None:
    """As any other undoing (ADR 38): a version that is brought back is what it was."""
    send_form(staff("boris"), EDIT, **{"en-title": "Boris wrote this"})
    with world.database.read() as session:
        first = min(session.exec(select(NewsVersion.id)).all())
    client = staff("cilka")
    page = f"/news/1/versions?language=en&version={first}"
    seen = client.get(page).text.partition('name="seen" value="')[2][:64]
    assert press(client, f"/news/1/versions/{first}/restore", page, seen=seen).status_code == 303
    assert title_of(world) == "600 people are missing"
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.boris)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_what_has_gone_out_stays_and_the_page_says_so(world: World, staff: SignInAs) -> None:
    campaign_id = world.launched()
    world.run()
    client = staff("ana")
    before = client.get(f"/campaigns/{campaign_id}/preview/en").text
    assert "Nothing about them changes" in client.get(EDIT).text
    send_form(client, EDIT, **{"en-body": "Changed later."})
    assert client.get(f"/campaigns/{campaign_id}/preview/en").text == before
    assert world.status(campaign_id) is CampaignStatus.SENT


# A watched folder

FILE = "---\nkind: page\nlanguage: en\ntitle: {title}\n---\nFrom the folder.\n"


@pytest.fixture
def source(world: World, tmp_path: Path) -> Source:
    folder = tmp_path / "watched"
    folder.mkdir()
    with world.database.write() as session:
        source = add_folder_source(session, name="Site", folder=folder, now=NOON)
    write(world, source, "First title")
    read(world, source)
    return source


def write(world: World, source: Source, title: str) -> None:
    put_file(Path(source.location) / "report.en.md", FILE.format(title=title), at=NOON)


def read(world: World, source: Source) -> list[str]:
    """Codes of what was refused."""
    world.clock.advance(seconds=60)
    read_source(intake_of(world), source.id, now=world.clock.now())
    with world.database.read() as session:
        return [refusal.code for refusal in last_refusals(session.get_one(Source, source.id))]


def item_of(session: Session) -> NewsItem:
    return session.exec(select(NewsItem).where(NewsItem.slug == "report")).one()


def number_of(world: World) -> int:
    with world.database.read() as session:
        return item_of(session).id


@on_sqlite
def test_editing_takes_an_item_over_from_its_folder_and_the_page_says_so(
    world: World, staff: SignInAs, source: Source
) -> None:
    client, item_id = staff("ana"), number_of(world)
    assert "comes from the watched folder “Site”" in client.get(f"/news/{item_id}/edit").text
    send_form(client, f"/news/{item_id}/edit", **{"en-title": "Edited here"})
    with world.database.read() as session:
        assert (item_of(session).source_id, item_of(session).origin) == (None, OriginKind.BROWSER)
    assert read(world, source) == [], "a file that stays as it was is left alone"
    assert title_of(world, item_id=item_id) == "Edited here"


def test_the_files_next_change_is_held_and_shown_as_a_difference(
    world: World, staff: SignInAs, source: Source
) -> None:
    client, item_id = staff("ana"), number_of(world)
    send_form(client, f"/news/{item_id}/edit", **{"en-title": "Edited here"})
    write(world, source, "Second title")
    assert read(world, source) == ["news-file-held"]
    assert read(world, source) == ["news-file-held"], "until somebody decides"
    assert title_of(world, item_id=item_id) == "Edited here"
    assert f"/news/{item_id}/versions?language=en" in client.get(f"/news/{item_id}").text
    page = client.get(f"/news/{item_id}/versions?language=en").text
    assert "<del>Edited here</del><ins>Second title</ins>" in page
    with world.database.read() as session:
        assert len(session.exec(select(NewsVersion).where(NewsVersion.is_held)).all()) == 1


@pytest.mark.parametrize(("step", "title"), [("restore", "Second title"), ("decline", "Edited here")])
def test_a_person_decides_about_what_is_held(
    world: World, staff: SignInAs, source: Source, step: str, title: str
) -> None:
    client, item_id = staff("ana"), number_of(world)
    send_form(client, f"/news/{item_id}/edit", **{"en-title": "Edited here"})
    write(world, source, "Second title")
    read(world, source)
    page = f"/news/{item_id}/versions?language=en"
    with world.database.read() as session:
        held = session.exec(select(NewsVersion.id).where(NewsVersion.is_held)).one()
    seen = client.get(page).text.partition('name="seen" value="')[2][:64]
    assert press(client, f"/news/{item_id}/versions/{held}/{step}", page, seen=seen).status_code == 303
    assert title_of(world, item_id=item_id) == title
    assert read(world, source) == []
    write(world, source, "Third title")
    assert read(world, source) == ["news-file-held"], "its next change is another question"
    assert press(client, f"/news/{item_id}/versions/{held}/decline", page).status_code == 404, "decided already"


def test_a_file_by_hand_does_not_overwrite_what_is_written_in_the_browser(
    world: World, staff: SignInAs, tmp_path: Path
) -> None:
    item_id = item_number(send_form(staff("ana"), "/news/new/page", **{"en-title": "Report"}))
    path = put_file(tmp_path / "report.en.md", FILE.format(title="By file"), at=NOON)
    with pytest.raises(Exception, match="news-slug-in-browser"):
        import_file(intake_of(world), path, now=NOON)
    assert title_of(world, item_id=item_id) == "Report"
    import_file(intake_of(world), path, now=NOON, takes_over=True)
    assert title_of(world, item_id=item_id) == "By file"


# Versions, withdrawing, deleting


@on_sqlite
def test_versions_show_who_changed_which_words(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    send_form(client, EDIT, **{"en-title": "610 people are missing", "en-body": "The deaths are few."})
    page = client.get("/news/1/versions?language=en").text
    assert "<del>600</del><ins>610</ins> people are missing" in page
    assert "The deaths are <del>many</del><ins>few</ins>." in page
    assert "Ana" in page


@on_sqlite
def test_what_was_seen_when_it_was_brought_back_must_be_so_still(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    send_form(client, EDIT, **{"en-title": "Second"})
    with world.database.read() as session:
        first = min(session.exec(select(NewsVersion.id)).all())
    page = f"/news/1/versions?language=en&version={first}"
    seen = client.get(page).text.partition('name="seen" value="')[2][:64]
    send_form(client, EDIT, **{"en-title": "Third"})
    assert press(client, f"/news/1/versions/{first}/restore", page, seen=seen).status_code == 409
    assert title_of(world) == "Third"


def test_an_unused_item_is_deleted_and_a_used_one_only_withdrawn(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    item_id = item_number(send_form(client, "/news/new/page", **{"en-title": "Mistake"}))
    assert press(client, f"/news/{item_id}/delete", f"/news/{item_id}").status_code == 303
    assert client.get(f"/news/{item_id}").status_code == 404
    world.draft()
    assert "/news/1/delete" not in client.get("/news/1").text
    assert press(client, "/news/1/delete", "/news/1").status_code == 409
    assert press(client, "/news/1/withdraw", "/news/1").status_code == 303
    page = client.get("/news/1").text
    assert "/campaigns/new/" not in page
    answer = draft_with(client, "1", items="1")
    assert answer.status_code == 422
    press(client, "/news/1/readmit", "/news/1")
    assert "/campaigns/new/statement/readers?items=1" in client.get("/news/1").text
    assert draft_with(client, "1").status_code == 303
    with world.database.read() as session:
        for action in ("news.deleted", "news.withdrawn", "news.readmitted"):
            assert len(entries(session, action=action, since=NOON)) == 1


@on_sqlite
def test_an_item_of_a_folder_is_not_deleted(world: World, staff: SignInAs, source: Source) -> None:
    item_id = number_of(world)
    client = staff("ana")
    assert press(client, f"/news/{item_id}/delete", f"/news/{item_id}").status_code == 409


@on_sqlite
@pytest.mark.parametrize(
    "path",
    ["edit", "withdraw", "readmit", "delete", "versions/1/restore", "versions/1/decline"],
)
def test_only_forms_of_ours_change_anything(world: World, staff: SignInAs, path: str) -> None:
    client = staff("ana")
    send_form(client, EDIT, **{"en-title": "A version"})
    before = everything_in(world.database)
    for data in ({}, {"form_token": "0" * 64}):
        answer = client.post(f"/news/1/{path}", data=data, files={"x": ("", b"")} if path == "edit" else None)
        assert answer.status_code == 403
    assert client.get(f"/news/1/{path}").status_code in (200, 405)
    assert everything_in(world.database) == before


@on_sqlite
def test_a_stranger_changes_nothing(client: httpx.Client, world: World) -> None:
    before = everything_in(world.database)
    for path in ("withdraw", "delete", "edit"):
        assert client.post(f"/news/1/{path}", data={"form_token": "x"}).status_code == 303
    assert everything_in(world.database) == before


@on_sqlite
def test_every_role_writes_news(world: World, staff: SignInAs) -> None:
    with world.database.write() as session:
        session.get_one(User, world.cilka.user_id).roles = ADMIN
    for name in ("ana", "boris", "cilka"):
        assert send_form(staff(name), "/news/new/page", **{"en-title": f"By {name}"}).status_code == 303
