"""The real form of a news item in a real browser: each text is an editor, and what is written there is stored."""

import pytest
from playwright.sync_api import Browser, Route, expect

from news.sanitise import sanitise
from tests.campaigns.world import World
from tests.equipment import skip_without
from tests.web.browser import BASE
from tests.web.newsroom import item_number, send_form, texts_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_news_form import STATEMENT
from web.http.editor import editor_bundle

__all__ = ["staff", "world"]

pytestmark = pytest.mark.browser


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def test_a_text_of_news_is_changed_in_the_editor(chromium: Browser, world: World, staff: SignInAs) -> None:
    if editor_bundle() is None:
        skip_without("the editor")
    client = staff("ana")
    item_id = item_number(send_form(client, "/news/new/statement", **STATEMENT))
    path = f"/news/{item_id}/edit"

    def answer(route: Route) -> None:
        response = client.get(route.request.url.removeprefix(BASE))
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=response.content)

    reports: list[str] = []
    page = chromium.new_page(base_url=BASE)
    page.on("console", lambda message: reports.append(message.text))
    page.on("pageerror", lambda error: reports.append(str(error)))
    page.route("**/*", answer)
    page.goto(path)
    text = page.locator("#en-body")
    expect(text).to_have_attribute("role", "textbox")
    text.get_by_text("Nobody came.").click()
    page.keyboard.press("End")
    page.keyboard.type(" Yes.")
    field = page.locator("textarea[name=en-body]")
    expect(field).to_have_value("<p>They <strong>called</strong>.</p><p>Nobody came. Yes.</p>")
    send_form(client, path, **{"en-body": field.input_value(), "en-body_format": "html"})
    with world.database.read() as session:
        stored = texts_in(session, item_id)["en"].body_html
    assert stored == sanitise(field.input_value())
    assert reports == []
    page.close()
