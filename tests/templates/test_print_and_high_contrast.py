"""Paper, forced colours, large text and links within a mail, in a real browser."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from playwright.sync_api import Page, PdfMargins

from docs.screenshots import VALUES
from templates.merge import compile_html
from templates.render import render
from tests.templates import samples
from tests.templates.every_mail import MAILS

pytestmark = pytest.mark.browser

PERSONAL = [address for name, address in VALUES.items() if name.endswith("_url")]
PAGES = {"bulletin": 4, "digest": 2}
TABLE = (
    "<table><thead><tr><th>Država izvora</th><th>Prosilci za zaščito</th><th>Zavrnjeni</th></tr></thead>"
    "<tbody><tr><td>Demokratična republika Kongo</td><td>1.240</td><td>nepravnomočno</td></tr></tbody></table>"
)
DOUBLE = """() => [...document.querySelectorAll('body *')]
    .map(box => [box, parseFloat(getComputedStyle(box).fontSize)])
    .forEach(([box, size]) => box.style.setProperty('font-size', `${2 * size}px`, 'important'))"""
BROKEN_WORDS = """() => [...document.querySelectorAll('th, .wide td, .facts td')].flatMap(cell => {
    const broken = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
        for (const word of walker.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange()
            range.setStart(walker.currentNode, word.index)
            range.setEnd(walker.currentNode, word.index + word[0].length)
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0])
        }
    return broken
})"""


@pytest.fixture
def screen(page: Page) -> Iterator[Page]:
    yield page
    page.emulate_media(media="null", color_scheme="light", forced_colors="none")


@pytest.mark.parametrize("name", [name for name in MAILS if name.endswith((".sl", ".ar"))])
def test_on_paper_a_mail_is_short_and_says_where_its_links_lead_but_not_a_readers_own(
    screen: Page, name: str
) -> None:
    screen.set_content(MAILS[name])
    margins: PdfMargins = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
    paper = pypdfium2.PdfDocument(screen.pdf(format="A4", margin=margins))
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in paper)
    assert len(paper) <= PAGES.get(name.partition(".")[0], 1)
    assert [address for address in PERSONAL if address in text] == []
    assert samples.SITE in text


@pytest.mark.parametrize("name", ["publication.en", "bulletin.ar"])
def test_paper_is_black_on_white_whatever_the_device_prefers(screen: Page, name: str) -> None:
    screen.emulate_media(media="print", color_scheme="dark")
    screen.set_content(MAILS[name])
    colours = screen.evaluate(
        "() => [...document.querySelectorAll('body *')].filter(box => box.checkVisibility())"
        ".flatMap(box => [getComputedStyle(box).color, getComputedStyle(box).backgroundColor])"
    )
    assert set(colours) == {"rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("name", [name for name in MAILS if name.endswith(".en")])
def test_in_forced_colours_every_button_has_an_edge(screen: Page, name: str) -> None:
    screen.emulate_media(forced_colors="active")
    screen.set_content(MAILS[name])
    edges = screen.evaluate(
        "() => [...document.querySelectorAll('.act table td')].map(cell => getComputedStyle(cell))"
        ".map(edge => [edge.borderTopWidth, edge.borderTopStyle, edge.borderTopColor !== edge.backgroundColor])"
    )
    assert all(edge == ["2px", "solid", True] for edge in edges)
    assert edges or name.startswith(("digest",))


@pytest.mark.parametrize("width", [360, 600])
def test_a_table_breaks_no_word_also_with_text_of_twice_the_size(screen: Page, width: int) -> None:
    item = replace(samples.SHIPWRECK, language="sl", body_html=TABLE)
    table = compile_html(render(samples.document("statement", "sl", (item,))).html).merge(VALUES)
    for html in (table, MAILS["event.sl"], MAILS["project.en"]):
        screen.set_viewport_size({"width": width, "height": 800})
        screen.set_content(html)
        screen.evaluate(DOUBLE)
        assert screen.evaluate(BROKEN_WORDS) == []
        assert screen.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_contents_lead_to_the_items(screen: Page) -> None:
    screen.set_viewport_size({"width": 360, "height": 800})
    screen.set_content(MAILS["bulletin.sl"])
    links = screen.locator("ol a")
    assert links.count() == 7
    for number in range(7):
        links.nth(number).click()
        title = screen.locator(f"a[name=i{number + 1}]").locator("..")
        assert title.inner_text() == links.nth(number).inner_text()
        bounds = title.bounding_box()
        assert bounds is not None
        assert -4 <= bounds["y"] < 800
