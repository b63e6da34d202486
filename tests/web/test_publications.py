"""The page of a publication: there once it has gone out, in each language, and its downloads are only counted."""

import re

import httpx
import pytest
from sqlmodel import select

from campaigns.audience_lists import audience_lists
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.public_archive.members_only import members_pass
from campaigns.public_archive.tables import PublicationPage
from campaigns.review.publish import set_visibility
from campaigns.status import PauseReason
from campaigns.tables import Campaign, RenderedVariant, Visibility
from news.decoding import decode_process
from news.downloads import downloads_of
from news.prepare_assets import made_of
from news.tables import Asset, AssetRole, Download, NewsItem, NewsText
from staff.tables import AuditEntry
from subscribers.audience import Audience
from subscribers.tables import MailingList
from tests.campaigns.test_contributions import bring_in_news
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news.making import a_written_pdf
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, press, staff, world
from tests.web.test_stale_forms import fields_of

__all__ = ["staff", "world"]

SLUG = "shipwreck"


@pytest.fixture
def pdf(world: World) -> str:
    """The hash of the PDF that the item has."""
    store = world.context.assets
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


def link(world: World, campaign_id: int, *, slug: str = SLUG) -> str:
    """The path of the page that its mails lead to."""
    return f"/w/{world.campaign(campaign_id).public_id}/publications/{slug}"


def publish(world: World, campaign_id: int, visibility: Visibility = Visibility.PUBLIC) -> None:
    with world.database.write() as session:
        set_visibility(session, campaign_id, visibility, actor=world.boris, now=world.clock.now())


def change_news(world: World, title: str, *, pdf: str = "") -> None:
    """As an import does."""
    with world.database.write() as session:
        for text in session.exec(select(NewsText)).all():
            text.title, text.summary = title, f"{title}, in short"
        for asset in session.exec(select(Asset).where(Asset.role == AssetRole.PDF)).all() if pdf else ():
            asset.words, asset.sha256 = f"{title}, at length", pdf


def moved_to(world: World, campaign_id: int, slug: str, *, is_protected: bool) -> None:
    """To another list: as if the campaign had gone there."""
    with world.database.write() as session:
        mailing_list = MailingList(slug=slug, name=slug.title(), is_protected=is_protected, created_at=NOON)
        session.add(mailing_list)
        session.flush()
        session.get_one(Campaign, campaign_id).audience_lists = audience_lists(Audience((mailing_list.id,)))


def from_before_links_named_their_campaign(world: World, campaign_id: int) -> None:
    """As the migration leaves it, with the links that its mails had."""
    with world.database.write() as session:
        public_id = session.get_one(Campaign, campaign_id).public_id
        for variant in session.exec(select(RenderedVariant).where(RenderedVariant.campaign_id == campaign_id)):
            variant.html = variant.html.replace(f"/w/{public_id}/publications/", "/publications/")
        for page in session.exec(select(PublicationPage).where(PublicationPage.campaign_id == campaign_id)):
            page.is_found_by_slug = True


def test_before_it_goes_out_it_is_nobodys(client: httpx.Client, world: World, pdf: str) -> None:
    campaign_id = world.scheduled()
    publish(world, campaign_id)
    for path in (f"/publications/{SLUG}", link(world, campaign_id)):
        assert client.get(path).status_code == 404
        assert client.post(f"{path}/download").status_code == 404
    assert count(world, pdf) == 0


@pytest.mark.parametrize(
    ("language", "facts"),
    [("sl", "PDF, 2 strani, 8,2 MB"), ("en", "PDF, 2 pages, 8.2 MB"), ("ar", "صفحتان"), ("fa", "صفحه")],
)
@on_sqlite
def test_it_says_what_it_is_in_the_readers_language(
    client: httpx.Client, world: World, pdf: str, language: str, facts: str
) -> None:
    page = client.get(f"{link(world, world.launched())}?lang={language}")
    assert page.status_code == 200
    page_text = page.text.replace("\u2068", "").replace("\u2069", "").replace("\xa0", " ")
    assert facts in page_text
    assert "What happened at sea" in page_text
    assert 'width="196"' in page_text


@on_sqlite
def test_the_mail_leads_to_it_and_not_to_the_file(world: World, pdf: str) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    (message, *_) = world.provider.batches[0].messages
    assert f"{link(world, campaign_id)}?lang=" in message.html.replace("&amp;", "&")
    assert f"{link(world, campaign_id)}?lang=" in message.text
    assert pdf not in message.html + message.text
    assert world.report(campaign_id).accepted


def test_looking_changes_nothing_and_the_button_counts(client: httpx.Client, world: World, pdf: str) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    before = everything_in(world.database)
    for method in ("GET", "HEAD"):
        for path in (f"/publications/{SLUG}", link(world, campaign_id)):
            assert client.request(method, path).status_code == 200
    assert everything_in(world.database) == before
    for path in (f"/publications/{SLUG}", link(world, campaign_id), link(world, campaign_id)):
        answer = client.post(f"{path}/download")
        assert answer.status_code == 303
        assert answer.headers["location"].endswith(f"/assets/{pdf}.pdf")
    assert count(world, pdf) == 3


def test_staff_see_how_often(staff: SignInAs, world: World, pdf: str) -> None:
    campaign_id = world.launched()
    page = staff("ana")
    assert "has not been downloaded yet" in page.get(f"/campaigns/{campaign_id}").text
    for _ in range(2):
        page.post(f"{link(world, campaign_id)}/download")
    assert "downloaded 2 times" in page.get(f"/campaigns/{campaign_id}").text.replace("\u2068", "").replace(
        "\u2069", ""
    )


@on_sqlite
def test_nothing_is_kept_of_who_downloaded(client: httpx.Client, world: World, pdf: str) -> None:
    client.post(
        f"{link(world, world.launched())}/download",
        headers={"User-Agent": "Somebody", "X-Forwarded-For": "10.1.2.3"},
    )
    with world.database.read() as session:
        (row,) = session.exec(select(Download)).all()
    assert row.model_dump() == {"sha256": pdf, "day": world.clock.now().date(), "count": 1}


@on_sqlite
def test_an_item_without_a_pdf_has_no_such_page(client: httpx.Client, world: World) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    assert client.get(f"/publications/{SLUG}").status_code == 404
    assert client.get("/publications/nothing").status_code == 404
    assert client.get(link(world, campaign_id)).status_code == 404
    assert client.get(link(world, campaign_id, slug="nothing")).status_code == 404


@pytest.mark.parametrize("visibility", [Visibility.LINK_ONLY, Visibility.MEMBERS, Visibility.NONE])
def test_a_name_that_can_be_guessed_opens_only_what_everybody_may_read(
    client: httpx.Client, world: World, pdf: str, visibility: Visibility
) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id, visibility)
    unknown = client.get("/publications/nothing")
    page = client.get(f"/publications/{SLUG}")
    assert (page.status_code, page.text) == (404, unknown.text)
    assert client.post(f"/publications/{SLUG}/download").status_code == 404
    assert count(world, pdf) == 0
    publish(world, campaign_id)
    assert client.get(f"/publications/{SLUG}").status_code == 200


def test_what_went_to_people_at_risk_opens_by_the_address_in_their_mail_alone(
    client: httpx.Client, world: World, pdf: str
) -> None:
    campaign_id = world.launched()
    moved_to(world, campaign_id, "quiet", is_protected=True)
    assert client.get(link(world, campaign_id)).status_code == 200
    assert client.get(f"/publications/{SLUG}").status_code == 404
    from_before_links_named_their_campaign(world, campaign_id)
    assert client.get(f"/publications/{SLUG}").status_code == 404
    with world.database.write() as session:  # however it came to be so
        session.get_one(Campaign, campaign_id).visibility = Visibility.PUBLIC
    assert client.get(f"/publications/{SLUG}").status_code == 404
    del pdf


def test_links_in_old_mails_go_on_working_and_the_web_version_leads_on(
    client: httpx.Client, world: World, pdf: str
) -> None:
    campaign_id = world.launched()
    from_before_links_named_their_campaign(world, campaign_id)
    assert "What happened at sea" in client.get(f"/publications/{SLUG}").text
    version = f"/w/{world.campaign(campaign_id).public_id}/en"
    assert f"{link(world, campaign_id)}?lang=" in client.get(version).text
    moved_to(world, campaign_id, "quiet", is_protected=True)
    assert f"{link(world, campaign_id)}?lang=" in client.get(version).text
    publish(world, campaign_id, Visibility.NONE)
    for path in (f"/publications/{SLUG}", link(world, campaign_id)):
        assert client.get(path).status_code == 404
    del pdf


def test_what_is_for_subscribers_opens_with_their_pass(client: httpx.Client, world: World, pdf: str) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id, Visibility.MEMBERS)
    assert client.get(link(world, campaign_id)).status_code == 403
    public_id = world.campaign(campaign_id).public_id
    entry = members_pass(world.context.signer, public_id, now=world.clock.now())
    version = client.get(f"/w/{public_id}/en?entry={entry}").text
    (path,) = set(re.findall(rf'"[^"]*({link(world, campaign_id)}[^"]*)"', version))
    page = client.get(path.replace("&amp;", "&"))
    assert page.status_code == 200
    (form,) = re.findall(r'action="([^"]*)"', page.text)
    assert client.post(form.replace("&amp;", "&")).status_code == 303
    assert client.post(f"{link(world, campaign_id)}/download").status_code == 403
    assert count(world, pdf) == 1


def test_what_is_behind_a_link_stays_what_was_approved(client: httpx.Client, world: World, pdf: str) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    other = f"{int(pdf[0], 16) ^ 1:x}{pdf[1:]}"
    change_news(world, "Changed", pdf=other)
    for path in (f"/publications/{SLUG}", link(world, campaign_id)):
        page = client.get(f"{path}?lang=en").text
        assert "600 people are missing" in page
        assert "What happened at sea" in page
        assert "Changed" not in page
        assert client.post(f"{path}/download").headers["location"].endswith(f"/assets/{pdf}.pdf")
    again = world.scheduled()
    assert "Changed" not in client.get(f"/publications/{SLUG}?lang=en").text
    world.clock.advance(seconds=60)
    world.run(rounds=1)
    publish(world, again)
    for path in (f"/publications/{SLUG}", link(world, campaign_id), link(world, again)):
        assert "Changed, at length" in client.get(f"{path}?lang=en").text
        assert client.post(f"{path}/download").headers["location"].endswith(f"/assets/{other}.pdf")


def test_words_for_people_at_risk_do_not_come_behind_others_links(
    client: httpx.Client, world: World, pdf: str
) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    change_news(world, "Where the house is")
    quiet = world.launched()
    moved_to(world, quiet, "quiet", is_protected=True)
    for path in (f"/publications/{SLUG}", link(world, campaign_id)):
        assert "Where the house is" not in client.get(f"{path}?lang=en").text
    assert "Where the house is" in client.get(f"{link(world, quiet)}?lang=en").text
    del pdf


def test_an_approval_is_of_what_is_behind_the_links_too(world: World, pdf: str) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    seen = world.campaign(campaign_id).content_hash
    with world.database.write() as session:
        edit_variant(session, campaign_id, "en", VariantEdit({}), actor=world.ana, now=world.clock.now())
    with world.database.write() as session:
        session.exec(select(Asset).where(Asset.sha256 == pdf)).one().words = "Other words"
    world.submit(campaign_id)
    assert world.campaign(campaign_id).content_hash != seen
    world.approve(campaign_id)
    world.send_now(campaign_id)
    with world.database.write() as session:
        session.exec(select(PublicationPage).where(PublicationPage.language == "en")).one().title = "By hand"
    world.clock.advance(seconds=60)
    world.run(rounds=1)
    assert world.campaign(campaign_id).pause_reason is PauseReason.CONTENT_CHANGED


@on_sqlite
def test_whoever_approves_sees_what_will_be_behind_the_links(staff: SignInAs, world: World, pdf: str) -> None:
    campaign_id = world.draft()
    assert "What happened at sea" in staff("ana").get(f"/campaigns/{campaign_id}").text
    world.submit(campaign_id)
    change_news(world, "Changed", pdf=pdf)
    page = staff("boris").get(f"/campaigns/{campaign_id}").text
    assert "What happened at sea" in page
    assert f"/assets/{pdf}.pdf" in page
    assert "Changed, at length" not in page


def test_an_approver_who_did_not_write_it_publishes_a_correction(staff: SignInAs, world: World, pdf: str) -> None:
    campaign_id = world.launched()
    change_news(world, "Corrected", pdf=f"{int(pdf[0], 16) ^ 1:x}{pdf[1:]}")
    bring_in_news(world, world.boris, "1" * 64)

    def seen_by(name: str) -> str:
        page = staff(name).get(f"/campaigns/{campaign_id}")
        assert "Corrected, at length" in page.text
        return fields_of(page, f"/campaigns/{campaign_id}/correction")["seen"]

    seen = seen_by("cilka")
    assert f"/{campaign_id}/correction" not in staff("ana").get(f"/campaigns/{campaign_id}").text
    assert press(staff("ana"), campaign_id, "correction", seen=seen).status_code == 403
    assert press(staff("boris"), campaign_id, "correction", seen=seen).status_code == 403
    client = staff("cilka")
    assert press(client, campaign_id, "correction", seen="0" * 64).status_code == 409
    assert "600 people" in client.get(f"{link(world, campaign_id)}?lang=en").text
    assert press(client, campaign_id, "correction", seen=seen).status_code == 303
    shown = client.get(f"{link(world, campaign_id)}?lang=en").text
    assert "Corrected, at length" in shown
    assert "600 people" not in shown
    assert f"/{campaign_id}/correction" not in client.get(f"/campaigns/{campaign_id}").text
    with world.database.read() as session:
        (entry,) = session.exec(
            select(AuditEntry).where(AuditEntry.action == "campaign.correction_published")
        ).all()
    assert entry.actor == world.cilka.name


def test_a_correction_is_only_of_what_has_gone_out(staff: SignInAs, world: World, pdf: str) -> None:
    campaign_id = world.scheduled()
    change_news(world, "Corrected", pdf=pdf)
    assert press(staff("cilka"), campaign_id, "correction", seen="0" * 64).status_code == 409
    assert "/correction" not in staff("cilka").get(f"/campaigns/{campaign_id}").text
