"""The application in a real browser: what Chromium asks for is answered in this process, by no network."""

from functools import partial
from html import escape
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Browser, Page, Request, Route

_ASKED_WITH = {"accept", "content-type", "hx-request", "hx-current-url"}


def open_page(chromium: Browser, client: httpx.Client, *, width: int) -> Page:
    """A page whose requests are the client's: its cookies, its language. Without our policy against foreign
    scripts, since the one that looks for faults is foreign."""
    # Without motion: a colour on its way from one to the other is neither.
    base = str(client.base_url)
    page = chromium.new_page(base_url=base, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.route("**/*", partial(_answer, client, {}, keeps_policy=False))
    return page


def open_as_person(chromium: Browser, client: httpx.Client, *, width: int, has_script: bool = True) -> Page:
    """The same for whoever clicks and types: with forms, and with our policy."""
    page = chromium.new_page(
        base_url=str(client.base_url),
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        java_script_enabled=has_script,
    )
    page.route("**/*", partial(_answer, client, {}, keeps_policy=True))
    return page


def _answer(client: httpx.Client, kept: dict[str, httpx.Response], route: Route, *, keeps_policy: bool) -> None:
    """Style sheets and scripts are kept, as a browser keeps them: one whose requests are answered for it keeps
    nothing, and each page would ask for them all again."""
    asked = route.request
    # A page that was left open goes on asking how far something is; its failure would be another test's.
    if client.is_closed or not asked.url.startswith(str(client.base_url)):
        route.abort()
        return
    answer = kept.get(asked.url) or _ask(client, asked)
    if answer.status_code == 200 and urlsplit(asked.url).path.startswith("/static/"):
        kept[asked.url] = answer
    if answer.is_redirect:
        # Where a redirect leads is asked of the network, past us; so the page says it.
        target = escape(answer.headers["location"])
        route.fulfill(content_type="text/html", body=f'<meta http-equiv="refresh" content="0; url={target}">')
        return
    headers = {
        name: value for name, value in answer.headers.items() if keeps_policy or name != "content-security-policy"
    }
    route.fulfill(status=answer.status_code, headers=headers, body=answer.content)


def _ask(client: httpx.Client, asked: Request) -> httpx.Response:
    where = urlsplit(asked.url)
    return client.request(
        asked.method,
        f"{where.path}?{where.query}" if where.query else where.path,
        content=asked.post_data_buffer,
        headers={name: value for name, value in asked.headers.items() if name in _ASKED_WITH},
    )
