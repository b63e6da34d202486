"""A page on which one writes, in a real browser, under the real policy; what it sends is kept."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files
from mimetypes import guess_type
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from playwright.sync_api import Browser, Locator, Page, Route

from core.i18n import Texts, direction
from tests.equipment import skip_without
from web.http.editor import editor_bundle, editor_script
from web.http.security_headers import COMMON_HEADERS

BASE = "http://127.0.0.1:8000"
_PAGE = """{% extends "base.html.j2" %}{% block title %}Writing{% endblock %}
{% block content %}<h1>{{ heading }}</h1>
{{ editor_script() }}
<form method="post" action="/sent"><div class="field"><label for="body">{{ heading }}</label>
<div class="rich-text" data-rich-text data-language="{{ text_language }}" data-dir="{{ text_direction }}"
  data-merge-fields="{{ merge_fields }}">
<textarea id="body" name="body" rows="12" required>{{ source }}</textarea>
<input type="hidden" name="body_format" value="{{ source_format }}">
<template>{{ stored|safe }}</template></div></div>
<p><button class="primary">Save</button></p></form>{% endblock %}
"""
MERGE_FIELDS = [{"label": "Name, or “friend”", "value": "[[recipient_name|friend]]"}]


class EditorPage:
    """`page` is open on the form. `sent` is what the last form held, `reports` what a page should not say."""

    def __init__(
        self,
        chromium: Browser,
        stored: str = "",
        *,
        source: tuple[str, str] | None = None,
        language: str = "en",
        text_language: str = "en",
        text_direction: str = "auto",
        **options: Any,
    ) -> None:
        """`source`: what the plain field holds, with its format; else the html itself. `options`: of a page."""
        if editor_bundle() is None:
            skip_without("the editor")
        self.sent: Mapping[str, Sequence[str]] = {}
        self.reports: list[str] = []
        markdown, source_format = source or (stored, "html")
        environment = Environment(loader=PackageLoader("web", "pages"), autoescape=True, undefined=StrictUndefined)
        environment.globals.update(direction=direction, editor_script=editor_script)
        texts = Texts(["web"])
        self._html = environment.from_string(_PAGE).render(
            language=language, t=lambda key, **values: texts.text(language, key, **values), heading="Besedilo",
            text_language=text_language, text_direction=text_direction, stored=stored,
            source=markdown, source_format=source_format, merge_fields=json.dumps(MERGE_FIELDS),
            words_lang="",
        )  # fmt: skip
        self.page: Page = chromium.new_page(base_url=BASE, **options)
        self.page.on("console", lambda message: self.reports.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.reports.append(str(error)))
        self.page.route("**/*", self._answer)
        self.page.goto("/write")

    @property
    def text(self) -> Locator:
        return self.page.get_by_role("textbox", name="Besedilo")

    def tool(self, name: str) -> Locator:
        return self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True)

    def send(self) -> str:
        """What arrives in the field, whatever its format."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save").click()
        return self.sent["body"][0] if "body" in self.sent else ""

    def caret_to(self, key: str) -> None:
        """Home or End of the text. The editor leaves the document's selection alone for 50 ms after a click, and
        hears of a new one by an event that comes after the key's."""
        self.page.evaluate(_LATER)
        self.page.keyboard.press(f"Control+{key}")
        self.page.evaluate(_LATER)

    def paste(self, html: str | None, text: str = "") -> None:
        """As a browser does it, with the html of another program on the clipboard."""
        self.text.click()
        self.page.evaluate(_PASTE, [html, text])

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        headers = dict(COMMON_HEADERS)
        if path.startswith("/static/"):
            body = (files("web") / path.removeprefix("/")).read_bytes()
            headers["Content-Type"] = guess_type(path)[0] or "text/plain"
            route.fulfill(headers=headers, body=body)
            return
        if route.request.method == "POST":
            self.sent = parse_qs(route.request.post_data or "", keep_blank_values=True)
        html = self._html if path == "/write" else f"<!doctype html><title>{escape(path)}</title>"
        route.fulfill(headers=headers | {"Content-Type": "text/html; charset=utf-8"}, body=html)


_LATER = "() => new Promise(resolve => setTimeout(resolve, 250))"
_PASTE = """([html, text]) => {
  const data = new DataTransfer();
  if (html !== null) data.setData('text/html', html);
  data.setData('text/plain', text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""
