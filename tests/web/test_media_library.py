"""The media library: each picture and PDF once, where it is used, and chosen again instead of uploaded again."""

import os
import re

import httpx
import pytest
from sqlalchemy import event
from sqlmodel import select

from campaigns.block_content import BlockKind, PictureText
from campaigns.editorial.arrange_blocks import add_block
from campaigns.editorial.blocks import block_with, blocks_of
from campaigns.tables import RenderedVariant
from news.tables import Asset, MediaFile
from scheduler.delete_media import KeptReason, file_to_delete, why_kept
from staff.tables import AuditEntry
from templates.brand import get_brand
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news.making import a_written_pdf
from tests.web.newsroom import draft_with, fields_on, item_number, post_form, press, send_form
from tests.web.snapshot import everything_in
from tests.web.test_brand_page import a_picture
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

LIBRARY = "/news/library"


def with_picture(client: httpx.Client, title: str, *, alt: str = "", size: int = 60) -> int:
    picture = a_picture(size=(size, size))
    typed = {"en-title": title, "en-body": "A text.", "en-image_alt": alt}
    return item_number(send_form(client, "/news/new/statement", {"en-image": ("boat.png", picture)}, **typed))


def choices(page: httpx.Response, name: str) -> list[str]:
    return [value for value in re.findall(rf'name="{name}_kept" value="([^"]+)"', page.text) if value]


def test_a_file_is_listed_once_with_all_that_uses_it(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    first = with_picture(client, "Missing", alt="An empty boat")
    second = with_picture(client, "Still missing")
    campaign = draft_with(client, str(first), main="en").headers["location"].partition("/compose")[0]
    page = client.get(LIBRARY).text
    assert page.count('class="media-card"') == 1
    for path in (f"/news/{first}", f"/news/{second}", campaign):
        assert f'href="{path}"' in page
    assert "An empty boat" in page
    assert "Alternative text missing" in page
    with world.database.read() as session:
        assert session.exec(select(MediaFile.created_at)).one() == world.clock.now()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"boat.png", "report.pdf"}),
        ("q=EMPTY+boat", {"boat.png"}),
        ("q=report", {"report.pdf"}),
        ("kind=pdf", {"report.pdf"}),
        ("kind=picture", {"boat.png"}),
        ("q=%25", set()),
        ("kind=x&before=y", {"boat.png", "report.pdf"}),
        ("before=1", set()),
    ],
)
def test_it_is_searched_by_name_and_alternative_text(
    world: World, staff: SignInAs, query: str, shown: set[str]
) -> None:
    client = staff("ana")
    with_picture(client, "Missing", alt="An empty boat")
    send_form(
        client, "/news/new/page", {"en-pdf": ("report.pdf", a_written_pdf("All of it"))}, **{"en-title": "R"}
    )
    before = everything_in(world.database)
    page = client.get(f"{LIBRARY}?{query}")
    assert {name for name in ("boat.png", "report.pdf") if name in page.text} == shown
    assert everything_in(world.database) == before


@on_sqlite
def test_a_page_of_it_costs_the_same_however_much_is_used(world: World, staff: SignInAs) -> None:
    client = staff("ana")

    def cost() -> int:
        asked: list[str] = []

        def note(*statement: object) -> None:
            asked.append(str(statement[2]))

        event.listen(world.database.engine, "before_cursor_execute", note)
        client.get(LIBRARY)
        event.remove(world.database.engine, "before_cursor_execute", note)
        return len(asked)

    with_picture(client, "One", size=50)
    few = cost()
    for number in range(4):
        with_picture(client, f"Item {number}", size=60 + number)
    assert cost() == few


@on_sqlite
def test_what_is_older_is_on_the_next_page(world: World, staff: SignInAs) -> None:
    with world.database.write() as session:
        for number in range(32):
            name = f"picture-{number}.png"
            file = MediaFile(
                sha256=f"{number:064x}",
                media_type="image/png",
                byte_count=9,
                file_name=name,
                search_words=name,
                created_at=NOON,
            )
            session.add(file)
    client = staff("ana")
    page = client.get(f"{LIBRARY}?q=picture").text
    assert "picture-31.png" in page
    assert "picture-1.png" not in page
    (older,) = re.findall(rf'href="({LIBRARY}\?[^"]*before=[0-9]+)"', page)
    assert "picture-1.png" in client.get(older.replace("&amp;", "&")).text


def test_a_picture_of_the_library_is_chosen_in_the_news_form(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    first = with_picture(client, "Missing", alt="An empty boat")
    page = client.get("/news/new/page")
    (kept,) = choices(page, "en-image")
    assert choices(page, "en-pdf") == []
    typed = {"en-title": "Again", "en-image_kept": kept, "en-image_alt": "The same boat"}
    second = item_number(post_form(client, "/news/new/page", fields_on(page) | typed))
    with world.database.read() as session:
        hashes = session.exec(select(Asset.sha256).where(Asset.item_id.in_([first, second]))).all()  # type: ignore[attr-defined]  # a column
        assert len(hashes) == 2
        assert len(set(hashes)) == 1
        assert len(session.exec(select(MediaFile.id)).all()) == 1


def test_searching_in_a_form_saves_nothing_and_keeps_what_was_typed(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    item_id = with_picture(client, "Missing", alt="An empty boat")
    before = everything_in(world.database)
    typed = {"en-title": "Half a title", "sl-image_library": "empty", "en-image_library": "no such thing"}
    page = send_form(client, "/news/new/page", **typed)
    assert page.status_code == 200
    assert fields_on(page)["en-title"] == "Half a title"
    assert fields_on(page)["sl-image_library"] == ""
    assert "Results for “empty”" in page.text
    assert (len(choices(page, "sl-image")), choices(page, "en-image")) == (1, [])
    page = send_form(client, f"/news/{item_id}/edit", **{"en-title": "Changed", "en-image_library": "boat"})
    assert page.status_code == 200
    assert fields_on(page)["en-title"] == "Changed"
    assert everything_in(world.database) == before


def test_a_picture_of_the_library_is_chosen_for_a_block(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    item_id = with_picture(client, "Missing", alt="An empty boat")
    location = draft_with(client, str(item_id), main="en").headers["location"]
    campaign_id = int(re.findall("/campaigns/([0-9]+)", location)[0])
    with world.database.write() as session:
        block_id = add_block(
            session, campaign_id, BlockKind.PICTURE, after=None, actor=world.ana, now=world.clock.now()
        )
    composer = f"/campaigns/{campaign_id}/compose?block={block_id}"
    action = f"/campaign-blocks/{campaign_id}/{block_id}"
    page = post_form(client, action, fields_on(client.get(composer)) | {"en-image_library": "boat"})
    assert page.status_code == 200
    (kept,) = choices(page, "en-image")
    chosen = {"en-image_kept": kept, "en-image_alt": "The boat"}
    assert post_form(client, action, fields_on(page) | chosen).status_code == 303
    with world.database.read() as session:
        text = block_with(blocks_of(session, campaign_id), block_id).texts["en"]
        assert isinstance(text, PictureText)
        assert text.file is not None
        assert text.file.sha256 == kept.partition(" ")[0]
    assert client.get(LIBRARY).text.count(f'href="/campaigns/{campaign_id}"') == 1


def test_a_picture_that_came_with_a_block_is_in_the_library(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    campaign_id = world.draft()
    with world.database.write() as session:
        block_id = add_block(
            session, campaign_id, BlockKind.PICTURE, after=None, actor=world.ana, now=world.clock.now()
        )
    fields = fields_on(client.get(f"/campaigns/{campaign_id}/compose?block={block_id}"))
    main = next(name.partition("-")[0] for name in fields if name.endswith("image_alt"))
    fields |= {f"{main}-image_alt": "A harbour"}
    picture = {f"{main}-image": ("harbour.png", a_picture())}
    assert post_form(client, f"/campaign-blocks/{campaign_id}/{block_id}", fields, picture).status_code == 303
    page = client.get(f"{LIBRARY}?q=harbour").text
    assert f'href="/campaigns/{campaign_id}"' in page
    assert "A harbour" in page


@on_sqlite
def test_strangers_see_no_library(client: httpx.Client, world: World) -> None:
    assert client.get(LIBRARY).status_code == 303


def file_ids(world: World) -> list[int]:
    with world.database.read() as session:
        return sorted(session.exec(select(MediaFile.id)))


def unused_file(world: World) -> tuple[int, str]:
    """A file of the library that nothing has: its number and its name in the store."""
    sha256 = world.context.assets.put(a_picture(size=(90, 90))).sha256
    with world.database.write() as session:
        row = MediaFile(
            sha256=sha256,
            media_type="image/png",
            byte_count=9,
            file_name="unused.png",
            search_words="",
            created_at=NOON,
        )
        session.add(row)
        session.flush()
        return row.id, sha256


def test_a_file_that_nothing_names_is_deleted_and_what_is_used_is_not(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    with_picture(client, "Missing")
    (used,) = file_ids(world)
    unused, sha256 = unused_file(world)
    library = client.get(LIBRARY).text
    assert f'href="{LIBRARY}/{unused}/delete"' in library
    assert f'href="{LIBRARY}/{used}/delete"' not in library
    asked = client.get(f"{LIBRARY}/{used}/delete").text
    assert "Take it out of what is named here first" in asked
    assert "Delete this file" not in asked
    refused = press(client, f"{LIBRARY}/{used}/delete", "/account")
    assert (refused.status_code, file_ids(world)) == (409, [used, unused])
    assert "Delete this file" in client.get(f"{LIBRARY}/{unused}/delete").text
    assert file_ids(world) == [used, unused], "asked for with GET"
    answer = press(client, f"{LIBRARY}/{unused}/delete", f"{LIBRARY}/{unused}/delete")
    assert answer.headers["location"] == f"{LIBRARY}?done=deleted"
    assert file_ids(world) == [used]
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "media.deleted")).one()
    assert entry.detail == {"file": "unused.png", "sha256": sha256}
    assert client.get(f"{LIBRARY}/{unused}/delete").status_code == 404


@on_sqlite
def test_a_file_that_only_the_brand_shows_stays_and_the_page_says_so(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    file_id, sha256 = unused_file(world)
    with world.database.write() as session:
        brand = get_brand(session)
        assert brand is not None
        brand.logo_sha256 = sha256
    page = client.get(f"{LIBRARY}/{file_id}/delete").text
    assert "Not used now." in page
    assert "the brand has it" in page
    assert press(client, f"{LIBRARY}/{file_id}/delete", "/account").status_code == 409
    assert file_ids(world) == [file_id]


@on_sqlite
def test_a_file_that_an_earlier_text_or_an_email_has_stays_and_the_page_says_which(
    world: World, staff: SignInAs
) -> None:
    client = staff("ana")
    item_id = with_picture(client, "Missing")
    (file_id,) = file_ids(world)
    send_form(client, f"/news/{item_id}/edit", **{"en-image_without": "on"})
    kept = "an earlier version of a text has it"
    assert kept in client.get(f"{LIBRARY}/{file_id}/delete").text
    library = client.get(LIBRARY).text
    assert kept in library
    assert f"{file_id}/delete" not in library
    other, sha256 = unused_file(world)
    campaign_id = world.draft()
    world.submit(campaign_id)
    with world.database.write() as session:
        for variant in session.exec(select(RenderedVariant)):
            variant.html = f"{variant.html}<img src='/assets/{sha256}.png'>"
    page = f"{LIBRARY}/{other}/delete"
    assert "everything that was sent is searched" in client.get(page).text
    refused = press(client, page, page)
    assert (refused.status_code, other in file_ids(world)) == (409, True)
    assert "an email that went out or was approved" in refused.text


@on_sqlite
def test_the_pages_read_as_much_however_many_texts_there_are(world: World, staff: SignInAs) -> None:
    """Of the tables with whole texts, only the versions with which a shown file came."""
    client = staff("ana")
    campaign_id = world.draft()
    world.submit(campaign_id)
    item_id = with_picture(client, "Missing")
    send_form(client, f"/news/{item_id}/edit", **{"en-image_without": "on"})
    file_id, _ = unused_file(world)
    asked: list[str] = []
    event.listen(world.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    for path in (LIBRARY, f"{LIBRARY}/{file_id}/delete"):
        assert client.get(path).status_code == 200
    versions = [text for text in asked if "_version.content" in text]
    assert all("saved_at IN" in text or "began_at <=" in text for text in versions)
    assert not [text for text in asked if "rendered_variant" in text or "submitted_content" in text]


@on_sqlite
def test_what_came_before_a_restore_is_not_deleted_by_hand_either(world: World) -> None:
    backup, store = StoredBackup(world), world.context.assets
    file_id, sha256 = unused_file(world)
    os.utime(store.path(sha256), (world.clock.now().timestamp(),) * 2)
    backup.back_up()
    world.launched()
    world.clock.advance(days=1)
    backup.put_back()
    adopted(world)

    def kept(*, may_send: bool = True) -> KeptReason | None:
        with world.database.read() as session:
            summary = file_to_delete(session, file_id)
        return why_kept(world.database, store, summary, may_send=may_send)

    assert kept() is KeptReason.RESTORED
    os.utime(store.path(sha256), (world.clock.advance(hours=1).timestamp(),) * 2)
    assert kept() is None, "it came again"
    assert kept(may_send=False) is KeptReason.HELD
