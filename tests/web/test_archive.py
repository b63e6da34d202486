"""The public archive: only what staff published, found by its words, followed by programs, with nobody in it."""

import json
import re

import feedparser
import httpx
import pytest
from sqlmodel import col, select, update

from campaigns.audience_lists import audience_lists
from campaigns.block_content import BlockKind
from campaigns.block_tables import CampaignBlock
from campaigns.public_archive.search_words import searchable
from campaigns.review.publish import set_visibility
from campaigns.tables import Campaign, RenderedVariant, Visibility
from core.errors import NotAllowed
from core.i18n import direction
from core.settings import Settings
from kinds.correction import CorrectionDetails
from kinds.registry import NewsKind, stored
from news.tables import NewsItem, NewsText
from subscribers.audience import Audience
from subscribers.tables import MailingList
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, press, staff, world

__all__ = ["staff", "world"]


def publish(world: World, campaign_id: int, visibility: Visibility = Visibility.PUBLIC) -> None:
    with world.database.write() as session:
        set_visibility(session, campaign_id, visibility, actor=world.boris, now=world.clock.now())


def version(world: World, campaign_id: int, language: str = "sl") -> str:
    return f"/w/{world.campaign(campaign_id).public_id}/{language}"


def test_only_what_is_published_and_has_gone_out_stands_in_it(client: httpx.Client, world: World) -> None:
    shown, hidden, waiting = world.launched(), world.launched(), world.draft()
    for campaign_id in (shown, waiting):
        publish(world, campaign_id)
    page = client.get("/archive/sl")
    assert page.status_code == 200
    assert version(world, shown) in page.text
    assert version(world, hidden) not in page.text
    assert world.campaign(waiting).public_id not in page.text
    assert "noindex" not in page.text


def test_looking_changes_nothing(client: httpx.Client, world: World) -> None:
    publish(world, world.launched())
    before = everything_in(world.database)
    for path in ("/archive", "/archive/sl?q=ljudi", "/archive/en/rss.xml", "/archive/en/feed.json"):
        for method in ("GET", "HEAD"):
            assert client.request(method, path).status_code == 200
    assert everything_in(world.database) == before


@pytest.mark.parametrize(
    ("search", "is_found"),
    [
        ("pogresanih", True),
        ("LJUDI 600", True),
        ("Pogrešanih ljudi", True),
        ("ladja", False),
        ("%", False),
        ("_", False),
    ],
)
def test_it_is_searched_without_regard_to_capitals_and_accents(
    client: httpx.Client, world: World, search: str, is_found: bool
) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    page = client.get("/archive/sl", params={"q": search}).text
    assert (version(world, campaign_id) in page) is is_found
    assert f'value="{search}"' in page


def test_a_search_is_bounded_and_harmless(client: httpx.Client, world: World) -> None:
    publish(world, world.launched())
    assert client.get("/archive/sl", params={"q": "a b " * 500, "before": "9" * 40}).status_code == 200
    page = client.get("/archive/sl", params={"q": '"><script>'}).text
    assert "<script>" not in page


def test_searchable_text_is_the_same_however_a_word_is_written() -> None:
    assert searchable(" Čas\n ŽALOSTI  Straße ") == "cas zalosti strasse"


def test_older_ones_follow_page_by_page(client: httpx.Client, world: World) -> None:
    campaigns = [world.launched() for _ in range(21)]
    for campaign_id in campaigns:
        publish(world, campaign_id)
    first = client.get("/archive/en").text
    assert version(world, campaigns[-1], "en") in first
    assert version(world, campaigns[0], "en") not in first
    before = first.split("?before=")[1].split('"')[0]
    assert version(world, campaigns[0], "en") in client.get(f"/archive/en?before={before}").text


@on_sqlite
def test_feeds_are_read_by_programs(client: httpx.Client, world: World, settings: Settings) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    url = settings.public_url + version(world, campaign_id)
    answer = client.get("/archive/sl/rss.xml")
    assert answer.headers["content-type"].startswith("application/rss+xml")
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo
    assert [(entry.title, entry.link, entry.id) for entry in parsed.entries] == [
        ("Pogrešanih je 600 ljudi", url, url)
    ]
    own = {link["rel"]: link["href"] for link in parsed.feed.links}
    assert own["self"] == f"{settings.public_url}/archive/sl/rss.xml"
    feed = json.loads(client.get("/archive/sl/feed.json").content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [(item["id"], item["title"]) for item in feed["items"]] == [(url, "Pogrešanih je 600 ljudi")]


@on_sqlite
def test_a_published_mail_says_where_it_belongs(client: httpx.Client, world: World, settings: Settings) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id)
    page = client.get(version(world, campaign_id))
    assert "x-robots-tag" not in page.headers
    own = settings.public_url + version(world, campaign_id)
    assert f'<link rel="canonical" href="{own}" />' in page.text
    assert f'hreflang="en" href="{settings.public_url}{version(world, campaign_id, "en")}"' in page.text
    assert '<meta property="og:title" content="Pogrešanih je 600 ljudi" />' in page.text


def test_what_is_withdrawn_is_kindly_not_there(client: httpx.Client, world: World) -> None:
    campaign_id = world.launched()
    publish(world, campaign_id, Visibility.NONE)
    page = client.get(version(world, campaign_id))
    assert page.status_code == 404
    assert "ne objavlja več" in page.text
    assert "600" not in page.text


def corrects(world: World, campaign_id: int, *, list_slug: str = "bulletin", is_protected: bool = False) -> None:
    """Makes a campaign one that corrects what the others say, to the list of that name."""
    with world.database.write() as session:
        known = session.exec(select(MailingList).where(MailingList.slug == list_slug)).one_or_none()
        mailing_list = known or MailingList(
            slug=list_slug, name=list_slug.title(), is_protected=is_protected, created_at=NOON
        )
        session.add(mailing_list)
        session.flush()
        session.get_one(Campaign, campaign_id).audience_lists = audience_lists(Audience((mailing_list.id,)))
        item = NewsItem(
            slug="correction", kind=NewsKind.CORRECTION, published_on=NOON.date(), created_at=NOON, updated_at=NOON
        )
        session.add(item)
        session.flush()
        session.add(
            NewsText(
                item_id=item.id,
                language="sl",
                title="Popravek",
                details=stored(NewsKind.CORRECTION, CorrectionDetails(corrects="shipwreck")),
            )
        )
        session.add(CampaignBlock(campaign_id=campaign_id, kind=BlockKind.ITEM, item_id=item.id, position=9))


@pytest.mark.parametrize("is_protected", [True, False], ids=["of people at risk", "of others"])
@pytest.mark.parametrize("page_is", [Visibility.PUBLIC, Visibility.LINK_ONLY])
def test_no_page_names_a_mail_of_a_list_that_its_readers_are_not_on(
    client: httpx.Client, world: World, page_is: Visibility, *, is_protected: bool
) -> None:
    wrong, correcting = world.launched(), world.launched()
    corrects(world, correcting, list_slug="quiet", is_protected=is_protected)
    publish(world, wrong, page_is)
    for path in (version(world, wrong), "/archive/sl", "/archive/sl/rss.xml", "/archive/sl/feed.json"):
        page = client.get(path)
        assert page.status_code == 200
        assert world.campaign(correcting).public_id not in page.text
    if is_protected:
        with world.database.write() as session:  # however it came to be so
            session.get_one(Campaign, correcting).visibility = Visibility.PUBLIC
    else:
        publish(world, correcting)
    for path in (version(world, wrong), "/archive/sl", "/archive/sl/rss.xml", "/archive/sl/feed.json"):
        assert (world.campaign(correcting).public_id in client.get(path).text) is not is_protected
    assert client.get(version(world, correcting)).status_code == 200


def test_people_at_risk_are_told_of_a_correction_that_went_to_them(client: httpx.Client, world: World) -> None:
    wrong, correcting = world.launched(), world.launched()
    corrects(world, correcting)
    with world.database.write() as session:
        session.exec(update(MailingList).values(is_protected=True))
    assert version(world, correcting) in client.get(version(world, wrong)).text


def test_a_correction_shows_on_what_it_corrects(client: httpx.Client, world: World) -> None:
    wrong = world.launched()
    correcting = world.launched()
    corrects(world, correcting)
    notice = "V tem sporočilu je bila napaka"
    page = client.get(version(world, wrong)).text
    assert notice in page
    assert page.index("<body") < page.index(notice)
    assert "&lt;body" not in page
    assert version(world, correcting) in page.split(notice)[1].split("</div>")[0]
    publish(world, correcting, Visibility.NONE)
    assert notice not in client.get(version(world, wrong)).text


def test_what_went_to_people_at_risk_is_never_public(world: World) -> None:
    campaign_id = world.launched()
    with world.database.write() as session:
        mailing_list = session.get_one(MailingList, 1)
        mailing_list.is_protected = True
        session.add(mailing_list)
    with pytest.raises(NotAllowed, match="campaigns-protected-not-public"):
        publish(world, campaign_id)
    publish(world, campaign_id, Visibility.NONE)


def test_staff_decide_in_the_browser(world: World, staff: SignInAs) -> None:
    campaign_id = world.launched()
    client = staff("boris")
    asked = press(client, campaign_id, "visibility", visibility="public")
    assert asked.status_code == 422
    assert "has been approved already" in asked.text
    assert 'name="sure" value="public"' in asked.text
    assert world.campaign(campaign_id).visibility is Visibility.LINK_ONLY
    answer = press(client, campaign_id, "visibility", visibility="public", sure="public")
    assert answer.status_code == 303
    assert world.campaign(campaign_id).visibility is Visibility.PUBLIC
    assert press(client, campaign_id, "visibility", visibility="everybody").status_code == 422
    assert press(staff("ana"), campaign_id, "visibility", visibility="none").status_code == 403


def test_a_link_in_the_mail_that_would_lead_nowhere_is_spoken_of_before_it_is_saved_and_before_it_is_sent(
    world: World, staff: SignInAs
) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    page, client = f"/campaigns/{campaign_id}", staff("cilka")
    warning = "The email links to its page on the web, which nobody may read."
    assert warning not in client.get(page).text
    for sure in ({}, {"sure": "public"}):
        assert press(client, campaign_id, "visibility", visibility="none", **sure).status_code == 422
        asked = press(client, campaign_id, "visibility", visibility="members", **sure)
        assert (asked.status_code, 'name="sure" value="members"' in asked.text) == (422, True)
    assert "who may read it on the web" not in client.get(page).text
    assert world.campaign(campaign_id).visibility is Visibility.LINK_ONLY
    assert press(client, campaign_id, "visibility", visibility="none", sure="none").status_code == 303
    shown = client.get(page).text
    assert warning in shown
    assert "changed who may read it on the web: nobody (before: anyone who has the link)" in shown
    assert world.campaign(campaign_id).content_hash


def test_nobody_is_asked_about_a_draft_whose_mail_will_have_no_link(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    assert press(staff("cilka"), campaign_id, "visibility", visibility="none").status_code == 303
    world.submit(campaign_id)
    world.approve(campaign_id)
    client = staff("cilka")
    assert "which nobody may read." not in client.get(f"/campaigns/{campaign_id}").text
    assert press(client, campaign_id, "visibility", visibility="link_only").status_code == 303


def test_publishing_voids_no_approval(world: World) -> None:
    campaign_id = world.scheduled()
    before = world.campaign(campaign_id)
    publish(world, campaign_id)
    after = world.campaign(campaign_id)
    assert (after.status, after.content_hash) == (before.status, before.content_hash)


@pytest.mark.parametrize("language", ["sl", "en", "ar", "fa"])
@on_sqlite
def test_an_empty_archive_says_so_in_each_language(client: httpx.Client, language: str) -> None:
    page = client.get(f"/archive/{language}")
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert 'type="search"' not in page.text
    assert client.get("/archive/xx").status_code == 404


@on_sqlite
def test_the_language_is_switched_to_that_languages_archive(client: httpx.Client) -> None:
    answer = client.get("/archive/sl?lang=ar")
    assert (answer.status_code, answer.headers["location"]) == (307, "/archive/ar")
    assert '<html lang="fa"' in client.get("/archive?lang=fa").text
    assert client.get("/archive/sl?lang=//evil.example").status_code == 200


def publish_in(world: World, language: str, title: str) -> int:
    """A campaign of which the English variant is one in `language`, as a list of such readers gets it."""
    campaign_id = world.launched()
    publish(world, campaign_id)
    with world.database.write() as session:
        session.exec(
            update(RenderedVariant)
            .where(col(RenderedVariant.campaign_id) == campaign_id, col(RenderedVariant.language) == "en")
            .values(language=language, subject=title)
        )
    return campaign_id


@on_sqlite
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("he", "קריאה להצלה"),
        ("de", "Rettung jetzt"),
        ("ur", "بچاؤ"),
        ("sr-Latn", "Spasavanje"),
        ("pt-BR", "Resgate"),
    ],
)
def test_whatever_language_something_was_published_in_has_an_archive(
    client: httpx.Client, world: World, settings: Settings, language: str, title: str
) -> None:
    campaign_id = publish_in(world, language, title)
    page = client.get(f"/archive/{language}", headers={"Accept-Language": "sl, en;q=0.5"})
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{direction(language)}">' in page.text
    assert version(world, campaign_id, language) in page.text
    assert f'<link rel="alternate" hreflang="{language}" href="/archive/{language}">' in page.text
    assert client.get("/archive/sl", params={"lang": language}).headers["location"] == f"/archive/{language}"
    assert client.get(version(world, campaign_id, language)).status_code == 200
    parsed = feedparser.parse(client.get(f"/archive/{language}/rss.xml").content)
    assert not parsed.bozo
    assert parsed.feed.language.lower() == language.lower()
    assert [entry.title for entry in parsed.entries] == [title]
    feed = json.loads(client.get(f"/archive/{language}/feed.json").content)
    assert (feed["language"], [item["title"] for item in feed["items"]]) == (language, [title])


@on_sqlite
def test_its_own_words_are_in_a_language_of_the_reader_and_say_so(client: httpx.Client, world: World) -> None:
    publish_in(world, "he", "קריאה להצלה")
    for header, own, text in (("sl", "sl", "Poišči"), ("he", "en", "Search"), ("ar", "ar", "ابحث")):
        page = client.get("/archive/he", headers={"Accept-Language": header}).text
        button = re.search('<button type="submit" lang="([a-z]+)" dir="([a-z]+)">(.*?)</button>', page)
        assert button is not None
        assert button.groups() == (own, direction(own), text)
        assert re.search(f'<h1><span lang="{own}"', page)
    assert '<button type="submit">' in client.get("/archive/sl").text
    assert client.get("/archive", headers={"Accept-Language": "he"}).text.startswith(
        '<!doctype html>\n<html lang="he" dir="rtl">'
    )


@on_sqlite
def test_a_language_that_a_list_has_has_an_archive_before_anything_is_in_it(
    client: httpx.Client, world: World
) -> None:
    assert client.get("/archive/tr").status_code == 404
    with world.database.write() as session:
        session.exec(update(MailingList).values(language_chain=["tr", "sq"], required_languages=["he"]))
    for language in ("tr", "sq", "he"):
        assert client.get(f"/archive/{language}").status_code == 200
    with world.database.write() as session:
        session.exec(update(MailingList).values(is_protected=True))
    assert client.get("/archive/tr").status_code == 404
