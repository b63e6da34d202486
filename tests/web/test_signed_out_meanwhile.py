"""A session that ended while a form was filled in: signed in over the page, or led back to the form."""

import re
from html import unescape

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_picture
from tests.web.browser import BASE
from tests.web.chromium import open_as_person
from tests.web.conftest import PASSWORD
from tests.web.newsroom import fields_on
from tests.web.test_campaign_pages import SignInAs, staff, world
from web.staff.carried_form import read_carried

__all__ = ["staff", "world"]

pytestmark = [on_sqlite]

ANA = {"address": "ana@example.org", "password": PASSWORD}


@pytest.mark.browser
def test_whoever_saves_signs_in_over_the_page_and_the_chosen_picture_is_sent(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    client = staff("ana")
    page = open_as_person(chromium, client, width=360)
    page.goto("/news/new/page")
    page.fill("#en-title", "Written for an hour")
    page.set_input_files("#en-image", {"name": "sea.png", "mimeType": "image/png", "buffer": a_picture()})
    page.fill("#en-image_alt", "The sea")
    page.locator("#en-body").fill("Every word.")
    client.cookies.clear()
    save = page.get_by_role("button", name="Save the news item")
    save.click()
    dialog = page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("#en-title")).to_have_value("Written for an hour")
    save.click()
    dialog.get_by_label("Email address").fill("ana@example.org")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("status").first).to_contain_text("The news item has been saved")
    page.get_by_role("link", name="Edit", exact=True).click()
    expect(page.locator("#upload-en-image .has-file")).to_contain_text("sea.png")
    page.close()


@pytest.mark.parametrize(
    ("form", "sent_to", "comes_back_to"),
    [
        ("/news/new/page", "/news/new/page", "/news/new/page"),
        ("/campaigns/1/compose?block=7&done=words", "/campaign-blocks/1/7", "/campaigns/1/compose?block=7"),
        ("/lists/members", "/lists/members/details", "/lists/members"),
        ("/imports/3", "/imports/3/start", "/imports/3"),
        ("/campaign-blocks/1/7", "/campaign-blocks/1/7", "/campaigns/1/compose?block=7"),
        ("/lists/members/details", "/lists/members/details", "/lists/members"),
        ("/campaigns/1/deliveries/again", "/campaigns/1/deliveries/again", "/campaigns/1/deliveries"),
        ("https://evil.example//evil.example/news", "/news/new/page", "/news/new/page"),
        ("", "/brand", "/brand"),
    ],
)
def test_without_scripts_one_signs_in_again_and_is_led_back_to_the_form(
    staff: SignInAs, form: str, sent_to: str, comes_back_to: str
) -> None:
    client = staff("ana")
    client.cookies.clear()
    headers = {"referer": form if "//" in form else BASE + form, "origin": BASE}
    answer = client.post(sent_to, data={"name": "Written for an hour", "form_token": "old"}, headers=headers)
    assert answer.status_code == 403
    assert "<h1>Sign in again</h1>" in answer.text
    assert '<dd class="lines" dir="auto">Written for an hour</dd>' in answer.text
    hidden = hidden_in(answer)
    assert hidden["next"] == comes_back_to
    del hidden["carried"]
    assert client.post("/sign-in", data=hidden | ANA).headers["location"] == comes_back_to


def test_what_was_typed_goes_along_and_is_saved_by_a_button_after_signing_in(
    staff: SignInAs, world: World
) -> None:
    client = staff("ana")
    fields = fields_on(client.get("/news/new/page")) | {
        "en-title": 'Written "for" an hour',
        "en-body": "One\n\nTwo",
    }
    client.cookies.clear()
    answer = client.post("/news/new/page", data=fields, files={"en-image": ("", b"")}, headers={"origin": BASE})
    wrong = client.post("/sign-in", data=hidden_in(answer) | ANA | {"password": "wrong"})
    assert "goes along" in wrong.text
    again = client.post("/sign-in", data=hidden_in(wrong) | ANA)
    assert "What you had entered is not saved yet." in again.text
    assert 'action="/news/new/page" enctype="multipart/form-data"' in again.text
    saved = client.post("/news/new/page", data=hidden_in(again), files={"en-image": ("", b"")})
    assert saved.headers["location"] == "/news/2?done=written"
    kept = fields_on(client.get("/news/2/edit"))
    assert (kept["en-title"], kept["en-body"].strip()) == ('Written "for" an hour', "One\n\nTwo")


@pytest.mark.parametrize("page", ["/news/new/page", "/lists/members/details"])
def test_whoever_signed_in_again_in_another_tab_gets_the_form_back_to_save_it(
    staff: SignInAs, world: World, page: str
) -> None:
    """A form with files, and one without; only where the browser says that one of our pages sent it."""
    client = staff("cilka")
    fields = {"form_token": "0" * 64, "en-title": "Written in the first tab", "name": "In the first tab"}
    files = {"en-image": ("", b"")} if page.startswith("/news") else None
    unknown = client.post(page, data=fields, files=files)
    assert (unknown.status_code, "carried" in unknown.text) == (403, False)
    assert "The page was too old" in unknown.text
    answer = client.post(page, data=fields, files=files, headers={"origin": BASE})
    assert answer.status_code == 403
    assert "You signed in again after the page was opened" in answer.text
    assert f'action="{page}"' in answer.text
    hidden = hidden_in(answer)
    assert hidden["form_token"] != fields["form_token"]
    assert {name: hidden[name] for name in ("en-title", "name")} == {
        name: fields[name] for name in ("en-title", "name")
    }
    saved = client.post(page, data=hidden, files=files, headers={"origin": BASE})
    assert not re.search("You signed in again|The page was too old", saved.text)
    foreign = client.post(page, data=fields, files=files, headers={"origin": "https://evil.example"})
    assert "first tab" not in foreign.text


def test_nothing_of_another_site_no_password_and_no_foreign_place_goes_along(staff: SignInAs) -> None:
    client = staff("ana")
    client.cookies.clear()
    foreign = client.post("/brand", data={"name": "Evil"}, headers={"origin": "https://evil.example"})
    assert "Evil" not in foreign.text
    unknown = client.post("/brand", data={"name": "Perhaps mine"})
    assert "Perhaps mine" in unknown.text
    assert "carried" not in hidden_in(unknown)
    secret = client.post("/account/password", data={"password": "geheim", "name": "A"}, headers={"origin": BASE})
    assert "geheim" not in secret.text
    for made_up in ('{"to": "//evil.example/x", "is_multipart": false, "fields": {}}', "[]", "{", '{"to": "/x"}'):
        assert read_carried(made_up) is None
    assert read_carried('{"to": "https://evil.example", "is_multipart": false, "fields": {"a": "b"}}') is None
    assert read_carried('{"to": "/brand", "is_multipart": false, "fields": {"a": 1}}') is None


def hidden_in(answer: httpx.Response) -> dict[str, str]:
    """The hidden fields of the form in the page's content."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.text.partition("<main")[2])
    return {unescape(name): unescape(value) for name, value in hidden}
