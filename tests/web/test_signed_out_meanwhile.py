"""A session that ended while a form was filled in: signed in over the page, or led back to the form."""

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_picture
from tests.web.browser import BASE
from tests.web.chromium import open_as_person
from tests.web.conftest import PASSWORD
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "world"]

pytestmark = [on_sqlite]


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
        ("https://evil.example//evil.example/news", "/news/new/page", "/news/new/page"),
        ("", "/brand", "/brand"),
    ],
)
def test_without_scripts_the_answer_shows_what_was_written_and_leads_back_to_the_form(
    staff: SignInAs, form: str, sent_to: str, comes_back_to: str
) -> None:
    client = staff("ana")
    client.cookies.clear()
    headers = {"referer": form if "//" in form else BASE + form, "origin": BASE}
    answer = client.post(sent_to, data={"name": "Written for an hour", "form_token": "old"}, headers=headers)
    assert answer.status_code == 403
    assert "<h1>Sign in again</h1>" in answer.text
    assert "Written for an hour" in answer.text
    led = httpx.URL(back_in(answer))
    assert led.path == "/sign-in"
    assert led.params["next"] == comes_back_to
    signing = {"form_token": form_token_on(client.get(str(led))), "next": comes_back_to}
    signed_in = client.post("/sign-in", data={"address": "ana@example.org", "password": PASSWORD, **signing})
    assert signed_in.headers["location"] == comes_back_to


def back_in(answer: httpx.Response) -> str:
    """Where the button of an error's page leads."""
    return answer.text.partition('<a class="button" href="')[2].partition('"')[0].replace("&amp;", "&")
