"""The page of a publication: there once it has gone out, in each language, and its downloads are only counted."""

import httpx
import pytest
from sqlmodel import select

from news.decoding import decode_process
from news.downloads import downloads_of
from news.prepare_assets import made_of
from news.tables import Asset, AssetRole, Download, NewsItem
from tests.campaigns.world import World
from tests.news.making import a_written_pdf
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

SLUG = "shipwreck"


@pytest.fixture
def pdf(world: World) -> str:
    """The hash of the PDF that the item has."""
    store = world.house.store
    with decode_process() as process:
        stored = store.put_with(process, a_written_pdf("What happened at sea", "What we demand"))
        made = made_of(stored, AssetRole.PDF, store, process)
    with world.database.write() as session:
        item = session.exec(select(NewsItem).where(NewsItem.slug == SLUG)).one()
        session.add(
            Asset(
                item_id=item.id,
                role=AssetRole.PDF,
                language="sl",
                sha256=stored.sha256,
                media_type=stored.media_type,
                byte_count=8_200_000,
                file_name="porocilo.pdf",
                page_count=stored.page_count,
                mail_sha256=made.mail_sha256,
                mail_media_type=made.mail_media_type,
                mail_width=made.mail_width,
                mail_height=made.mail_height,
                words=made.words,
            )
        )
    return stored.sha256


def count(world: World, sha256: str) -> int:
    with world.database.read() as session:
        return downloads_of(session, [sha256])


def test_before_it_goes_out_it_is_nobodys(client: httpx.Client, world: World, pdf: str) -> None:
    world.draft()
    assert client.get(f"/publications/{SLUG}").status_code == 404
    assert client.post(f"/publications/{SLUG}/download").status_code == 404
    assert count(world, pdf) == 0


@pytest.mark.parametrize(
    ("language", "facts"),
    [("sl", "PDF, 2 strani, 8,2 MB"), ("en", "PDF, 2 pages, 8.2 MB"), ("ar", "صفحتان"), ("fa", "صفحه")],
)
def test_it_says_what_it_is_in_the_readers_language(
    client: httpx.Client, world: World, pdf: str, language: str, facts: str
) -> None:
    world.launched()
    page = client.get(f"/publications/{SLUG}?lang={language}")
    assert page.status_code == 200
    said = page.text.replace("\u2068", "").replace("\u2069", "").replace("\xa0", " ")
    assert facts in said
    assert "What happened at sea" in said
    assert 'width="196"' in said


def test_the_mail_leads_to_it_and_not_to_the_file(world: World, pdf: str) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    (message, *_) = world.provider.batches[0].messages
    assert f"/publications/{SLUG}?lang=" in message.html.replace("&amp;", "&")
    assert f"/publications/{SLUG}?lang=" in message.text
    assert pdf not in message.html + message.text
    assert world.report(campaign_id).accepted


def test_looking_changes_nothing_and_the_button_counts(client: httpx.Client, world: World, pdf: str) -> None:
    world.launched()
    before = everything_in(world.database)
    for method in ("GET", "HEAD"):
        assert client.request(method, f"/publications/{SLUG}").status_code == 200
    assert everything_in(world.database) == before
    for _ in range(3):
        answer = client.post(f"/publications/{SLUG}/download")
        assert answer.status_code == 303
        assert answer.headers["location"].endswith(f"/assets/{pdf}.pdf")
    assert count(world, pdf) == 3


def test_staff_see_how_often(staff: SignInAs, world: World, pdf: str) -> None:
    campaign_id = world.launched()
    page = staff("ana")
    assert "has not been downloaded yet" in page.get(f"/campaigns/{campaign_id}").text
    for _ in range(2):
        page.post(f"/publications/{SLUG}/download")
    assert "downloaded 2 times" in page.get(f"/campaigns/{campaign_id}").text.replace("\u2068", "").replace(
        "\u2069", ""
    )


def test_nothing_is_kept_of_who_downloaded(client: httpx.Client, world: World, pdf: str) -> None:
    world.launched()
    client.post(
        f"/publications/{SLUG}/download", headers={"User-Agent": "Somebody", "X-Forwarded-For": "10.1.2.3"}
    )
    with world.database.read() as session:
        (row,) = session.exec(select(Download)).all()
    assert row.model_dump() == {"sha256": pdf, "day": world.clock.now().date(), "count": 1}


def test_an_item_without_a_pdf_has_no_such_page(client: httpx.Client, world: World) -> None:
    world.launched()
    assert client.get(f"/publications/{SLUG}").status_code == 404
    assert client.get("/publications/nothing").status_code == 404
