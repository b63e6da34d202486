"""A correction says which item it is about: chosen among what was sent, or begun on the page of the item."""

import pytest

from news.queries import item_by_slug
from news.tables import NewsItem
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.newsroom import add_item, item_number, send_form
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

NEW = "/news/new/correction"


def test_what_was_sent_is_offered_and_what_was_not_is_not(staff: SignInAs, world: World) -> None:
    add_item(world.database, "never-sent", "Never sent")
    campaign_id = world.launched()
    with world.database.read() as session:
        item = session.get_one(NewsItem, 1)
    client = staff("ana")
    page = client.get(NEW).text
    assert f'<option value="{item.slug}"' in page
    assert "never-sent" not in page
    link = f"{NEW}?corrects={item.slug}"
    for place in (f"/news/{item.id}", f"/campaigns/{campaign_id}"):
        assert f'href="{link}"' in client.get(place).text, place
    assert f'<option value="{item.slug}" selected' in client.get(link).text
    assert '<option value="never-sent" selected' in client.get(f"{NEW}?corrects=never-sent").text


@on_sqlite
@pytest.mark.parametrize("asked", ["no-such-item", "No Slug", "%00", '"><script>alert(1)</script>'])
def test_an_address_that_names_no_item_chooses_none(staff: SignInAs, world: World, asked: str) -> None:
    page = staff("ana").get(NEW, params={"corrects": asked})
    assert page.status_code == 200
    assert "<script>alert" not in page.text


@on_sqlite
@pytest.mark.parametrize(
    ("corrects", "problem"), [("no-such-item", "no news item of that name"), ("No Slug", "lower-case letters")]
)
def test_an_unknown_item_is_refused_beside_the_field(
    staff: SignInAs, world: World, corrects: str, problem: str
) -> None:
    typed = {"en-title": "A correction", "en-wrong": "600", "en-correct": "60", "corrects": corrects}
    page = send_form(staff("ana"), NEW, **typed)
    assert page.status_code == 422
    assert problem in page.text.partition('id="problem-corrects">')[2].partition("</span>")[0]
    assert "A correction" in page.text


@on_sqlite
def test_an_item_that_a_file_named_before_it_was_here_may_stay(staff: SignInAs, world: World) -> None:
    add_item(world.database, "mistaken", "Mistaken")
    client = staff("ana")
    typed = {"en-title": "A correction", "en-wrong": "600", "en-correct": "60", "corrects": "mistaken"}
    number = item_number(send_form(client, NEW, **typed))
    edit = f"/news/{number}/edit"
    with world.database.write() as session:
        item_by_slug(session, "mistaken").slug = "renamed"
    assert '<option value="mistaken" selected' in client.get(edit).text
    assert send_form(client, edit, corrects="mistaken", **{"en-wrong": "601"}).status_code == 303
    assert send_form(client, edit, corrects="other").status_code == 422
