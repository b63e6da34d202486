"""Staff choose the languages of a list and of a campaign in the browser, too."""

import httpx
import pytest

from campaigns.status import CampaignStatus
from core.i18n import language_name
from staff.tables import User
from subscribers.lists import list_by_slug, set_list_languages
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.people_roles import ADMIN
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, press, staff, world
from tests.web.test_sign_in import form_token_on
from web.staff.list_form import other_languages

__all__ = ["staff", "world"]


def make_admin(world: World, name: str) -> None:
    with world.database.write() as session:
        user = session.get_one(User, getattr(world, name).user_id)
        user.roles = ADMIN
        session.add(user)


def save(client: httpx.Client, **fields: str) -> httpx.Response:
    fields = {name.replace("_", "-"): value for name, value in fields.items()}
    fields["form_token"] = form_token_on(client.get("/lists/bulletin"))
    return followed(client, client.post("/lists/bulletin/languages", data=fields))


def followed(client: httpx.Client, answer: httpx.Response) -> httpx.Response:
    """A step that was taken leads back to a page."""
    return client.get(answer.headers["location"]) if answer.status_code == 303 else answer


def test_the_lists_show_their_readers_and_change_nothing(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    before = everything_in(world.database)
    for path in ("/lists", "/lists/bulletin"):
        page = client.get(path)
        assert page.status_code == 200
        assert "Bilten" in page.text
        assert "English" in page.text
        assert 'name="chain' not in page.text, "an editor looks"
        assert 'action="/lists/bulletin/' not in page.text, "nor is any other form there"
    assert everything_in(world.database) == before


def test_an_admin_says_what_stands_in_and_what_is_required(world: World, staff: SignInAs) -> None:
    make_admin(world, "ana")
    assert "Saved" in save(staff("ana"), chain_1="sl", chain_2="en", required_sl="yes", more="he").text
    with world.database.read() as session:
        kept = list_by_slug(session, "bulletin")
    assert (kept.language_chain, kept.required_languages) == (["sl", "en"], ["sl", "he"])


@on_sqlite
def test_what_is_no_language_is_refused_and_what_was_typed_stays(world: World, staff: SignInAs) -> None:
    make_admin(world, "ana")
    answer = save(staff("ana"), chain_1="sl", chain_2="???", required_en="yes")
    assert answer.status_code == 422
    assert "???" in answer.text
    assert '<option value="sl" selected>' in answer.text
    assert 'name="required-en" checked>' in answer.text
    with world.database.read() as session:
        assert list_by_slug(session, "bulletin").language_chain == []


@on_sqlite
def test_an_editor_may_not(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    token = form_token_on(client.get("/campaigns"))
    answer = client.post("/lists/bulletin/languages", data={"chain": "sl", "form_token": token})
    assert answer.status_code == 403


def test_the_page_of_a_campaign_says_who_gets_what(world: World, staff: SignInAs) -> None:
    world.add_readers(["leila"], language="fa")
    with world.database.write() as session:
        set_list_languages(session, 1, chain=["sl"], required=["ar"])
    campaign_id = world.draft(languages=("en", "sl"))
    page = staff("ana").get(f"/campaigns/{campaign_id}").text
    assert "Persian → Slovenian: 1 reader" in page
    assert "This list requires a variant in Arabic" in page


def composer(campaign_id: int) -> str:
    return f"/campaigns/{campaign_id}/compose"


def test_a_language_is_added_and_removed_in_the_browser(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    client = staff("ana")
    added = followed(client, press(client, campaign_id, "variants", language="ar"))
    assert "The language is added" in added.text
    assert f'action="/campaigns/{campaign_id}/variants/ar"' in client.get(composer(campaign_id)).text
    removed = followed(client, press(client, campaign_id, "variants/ar/remove"))
    assert "The variant is removed" in removed.text
    assert f'action="/campaigns/{campaign_id}/variants/ar"' not in client.get(composer(campaign_id)).text


@pytest.mark.parametrize("status", [CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW])
def test_words_are_changed_in_the_browser_and_void_what_was_handed_in(
    world: World, staff: SignInAs, status: CampaignStatus
) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    if status is CampaignStatus.IN_REVIEW:
        world.submit(campaign_id)
    client = staff("ana")
    texts = {"subject": "600 missing", "preheader": "", "intro": "One.\r\n\r\nTwo."}
    page = followed(client, press(client, campaign_id, "variants/en", **texts))
    assert "The text is saved" in page.text
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    assert "One.\n\nTwo." in page.text


def test_languages_to_add_are_in_the_alphabet_of_the_page() -> None:
    codes = other_languages([], in_language="sl")
    names = [language_name(code, in_language="sl") for code in codes]
    assert names.index("bosanščina") < names.index("češčina") < names.index("danščina")
    assert names.index("srbščina") < names.index("španščina") < names.index("turščina")
