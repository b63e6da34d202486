"""The application in a real browser: what Chromium asks for is answered in this process, by no network."""

from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Browser, Page, Route

from tests.web.browser import BASE


def open_page(chromium: Browser, client: httpx.Client, *, width: int = 1200, scheme: str = "light") -> Page:
    """A page whose requests are the client's: its cookies, its language. Without our policy against foreign
    scripts, since the one that looks for faults is foreign."""
    page = chromium.new_page(
        base_url=BASE,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.route("**/*", lambda route: _answer(route, client))
    return page


def _answer(route: Route, client: httpx.Client) -> None:
    asked = route.request
    if not asked.url.startswith(BASE):
        route.abort()
        return
    where = urlsplit(asked.url)
    answer = client.request(asked.method, f"{where.path}?{where.query}" if where.query else where.path)
    headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
    route.fulfill(status=answer.status_code, headers=headers, body=answer.content)
