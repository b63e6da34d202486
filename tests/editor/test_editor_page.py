"""Writing in the real editor, on a page under the real policy: by keyboard, by name, and back into the field."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from news.markdown_body import body_html
from news.sanitise import sanitise
from tests.axe import violations
from tests.editor.editor_page import EditorPage

pytestmark = pytest.mark.browser

MARKDOWN = "Ena *beseda*[^1].\n\n- a\n\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Opomba."
STORED = body_html(MARKDOWN, file="", first_line=0)

Opener = Callable[..., EditorPage]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opener]:
    """Opens pages, which have nothing to report when they close."""
    pages: list[EditorPage] = []

    def open_page(stored: str = "", **options: object) -> EditorPage:
        pages.append(EditorPage(chromium, stored, **options))  # type: ignore[arg-type]  # handed on
        return pages[-1]

    yield open_page
    for writing in pages:
        assert writing.reports == []
        writing.page.close()


def test_a_text_that_was_not_changed_is_sent_as_it_came(opened: Opener) -> None:
    writing = opened(STORED, source=(MARKDOWN, "markdown"))
    expect(writing.text).to_contain_text("Ena beseda[1].")
    assert writing.send().replace("\r\n", "\n") == MARKDOWN
    assert writing.sent["body_format"] == ["markdown"]


def test_what_is_taken_back_is_sent_as_it_came_too(opened: Opener) -> None:
    writing = opened(STORED, source=(MARKDOWN, "markdown"))
    writing.text.click()
    writing.page.keyboard.type("x")
    writing.tool("Undo").click()
    assert writing.send().replace("\r\n", "\n") == MARKDOWN


def test_a_changed_text_is_sent_as_html_with_that_change_alone(opened: Opener) -> None:
    writing = opened(STORED, source=(MARKDOWN, "markdown"))
    writing.text.get_by_text("Ena").click()
    writing.caret_to("Home")
    writing.page.keyboard.type("Le ")
    assert sanitise(writing.send()) == STORED.replace("Ena", "Le Ena")
    assert writing.sent["body_format"] == ["html"]


def test_the_field_has_what_was_written_before_anything_is_sent(opened: Opener) -> None:
    writing = opened("<p>a</p>")
    writing.text.click()
    writing.page.keyboard.type("b")
    expect(writing.page.locator("textarea")).to_have_value("<p>ab</p>")
    expect(writing.page.locator("textarea")).to_be_hidden()


def test_without_javascript_the_field_is_what_it_was(chromium: Browser) -> None:
    writing = EditorPage(chromium, STORED, source=(MARKDOWN, "markdown"), java_script_enabled=False)
    field = writing.page.get_by_label("Besedilo")
    expect(field).to_have_value(MARKDOWN)
    field.fill("Ena")
    assert (writing.send(), writing.sent["body_format"]) == ("Ena", ["markdown"])


def test_the_label_names_the_editor_and_leads_into_it(opened: Opener) -> None:
    writing = opened("<p>a</p>")
    writing.page.locator("label").click()
    expect(writing.text).to_be_focused()
    for name, value in {"aria-multiline": "true", "aria-required": "true", "id": "body", "lang": "en"}.items():
        expect(writing.text).to_have_attribute(name, value)


def test_every_tool_works_from_the_keyboard(opened: Opener) -> None:
    writing = opened("<p>ab</p>")
    press = writing.page.keyboard.press
    writing.text.click()
    press("Control+a")
    press("Alt+F10")
    expect(writing.tool("Heading")).to_be_focused()
    press("ArrowRight")
    press("ArrowRight")
    expect(writing.tool("Bold")).to_be_focused()
    press("Enter")
    expect(writing.tool("Bold")).to_have_attribute("aria-pressed", "true")
    press("Control+i")
    press("Shift+Tab")
    expect(writing.tool("Bold")).to_be_focused()  # one stop for Tab, and the last tool used is it
    press("ArrowLeft")
    press("Enter")
    assert sanitise(writing.send()) == "<h3><strong><em>ab</em></strong></h3>"


@pytest.mark.parametrize(
    ("tools", "expected"),
    [
        (["Heading"], "<h2>ab</h2>"),
        (["Subheading"], "<h3>ab</h3>"),
        (["Bulleted list"], "<ul>\n<li>ab</li>\n</ul>"),
        (["Numbered list", "Bold"], "<ol>\n<li><strong>ab</strong></li>\n</ol>"),
        (["Quotation"], "<blockquote>\n<p>ab</p>\n</blockquote>"),
        (["Heading", "Heading"], "<p>ab</p>"),
        (["Bold", "Undo", "Redo"], "<p><strong>ab</strong></p>"),
    ],
)
def test_each_tool_makes_its_element(opened: Opener, tools: list[str], expected: str) -> None:
    writing = opened("<p>ab</p>")
    writing.text.click()
    writing.page.keyboard.press("Control+a")
    for tool in tools:
        writing.tool(tool).click()
    assert sanitise(writing.send()) == expected


def test_a_table_grows_shrinks_and_can_be_left_by_tab(opened: Opener) -> None:
    writing = opened()
    writing.tool("Insert a table").click()
    for written in ("a", "b", "c", "d"):
        writing.page.keyboard.type(written)
        writing.page.keyboard.press("Tab")
    expect(writing.text).not_to_be_focused()
    writing.text.get_by_text("d").click()
    for tool in ("Add a row below", "Add a column", "Delete the row"):
        writing.tool(tool).click()
    sent = sanitise(writing.send())
    assert (sent.count("<tr>"), sent.count("<th>"), sent.count("<td>")) == (2, 3, 3)


def test_a_table_is_deleted_whole(opened: Opener) -> None:
    writing = opened(STORED)
    writing.text.get_by_role("cell", name="1").click()
    writing.tool("Delete the table").click()
    assert "<table" not in sanitise(writing.send())


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("most.example/pot?a=1", "https://most.example/pot?a=1"),
        ("info@example.org", "mailto:info@example.org"),
        ("tel:+38612345678", "tel:+38612345678"),
    ],
)
def test_a_link_is_what_the_server_takes(opened: Opener, address: str, href: str) -> None:
    writing = opened("<p>ab</p>")
    writing.text.click()
    writing.page.keyboard.press("Control+a")
    writing.tool("Link").click()
    writing.page.get_by_label("Address of the link").fill(address)
    writing.page.keyboard.press("Enter")
    expect(writing.text).to_be_focused()
    assert sanitise(writing.send()) == f'<p><a href="{href}">ab</a></p>'


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "reports/a.pdf", "data:text/html,x", "", "https://a b", "porocilo.pdf"]
)
def test_a_link_that_leads_nowhere_is_not_set_and_the_dialog_says_why(opened: Opener, address: str) -> None:
    writing = opened("<p>ab</p>")
    writing.text.click()
    writing.tool("Link").click()
    writing.page.get_by_label("Address of the link").fill(address)
    writing.page.keyboard.press("Enter")
    expect(writing.page.get_by_role("alert")).to_contain_text("cannot be opened")
    writing.page.keyboard.press("Escape")
    expect(writing.text).to_be_focused()
    assert sanitise(writing.send()) == "<p>ab</p>"


def test_a_link_is_changed_and_removed(opened: Opener) -> None:
    writing = opened('<p>a <a href="https://example.org">bcd</a></p>')
    writing.text.get_by_text("bcd").click()
    writing.tool("Link").click()
    field = writing.page.get_by_label("Address of the link")
    expect(field).to_have_value("https://example.org")
    writing.page.get_by_role("button", name="Remove the link").click()
    assert sanitise(writing.send()) == "<p>a bcd</p>"


def test_a_merge_field_comes_from_a_menu(opened: Opener) -> None:
    writing = opened("<p>Dear </p>")
    writing.text.click()
    writing.page.keyboard.press("End")
    writing.tool("Insert a merge field").press("ArrowDown")
    item = writing.page.get_by_role("menuitem", name="Name, or “friend”")
    expect(item).to_be_focused()
    item.press("Enter")
    assert "[[recipient_name|friend]]" in sanitise(writing.send())


def test_a_menu_closes_by_escape(opened: Opener) -> None:
    writing = opened()
    button = writing.tool("Direction of writing")
    button.click()
    expect(writing.page.get_by_role("menuitemradio", name="As the letters run")).to_have_attribute(
        "aria-checked", "true"
    )
    writing.page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_direction_is_chosen_for_a_paragraph_and_for_a_point(opened: Opener) -> None:
    writing = opened("<p>a</p><ul><li>b</li></ul>")
    for text in ("a", "b"):
        writing.text.get_by_text(text, exact=True).click()
        writing.tool("Direction of writing").click()
        writing.page.get_by_role("menuitemradio", name="Right to left").click()
    assert sanitise(writing.send()) == '<p dir="rtl">a</p>\n<ul>\n<li dir="rtl">b</li>\n</ul>'


def test_each_paragraph_runs_as_its_letters_do_and_is_stored_without_a_word_of_it(opened: Opener) -> None:
    stored = "<p>abc</p>\n<p>قالت</p>"
    writing = opened(stored, text_language="ar", text_direction="rtl")
    sides = [
        writing.text.locator("p").nth(number).evaluate("e => getComputedStyle(e).direction") for number in (0, 1)
    ]
    assert sides == ["ltr", "rtl"]
    writing.text.click()
    writing.caret_to("End")
    writing.page.keyboard.type("x")
    assert sanitise(writing.send()) == "<p>abc</p>\n<p>قالتx</p>"


def test_what_begins_like_a_list_or_with_stars_stays_what_was_typed(opened: Opener) -> None:
    writing = opened()
    writing.text.click()
    writing.page.keyboard.type("10. decembra ")
    writing.page.keyboard.press("Enter")
    writing.page.keyboard.type("bralci*ke in *a* ")
    assert sanitise(writing.send()) == "<p>10. decembra</p>\n<p>bralci*ke in *a*</p>"


def test_plain_text_is_pasted_as_paragraphs_and_lists(opened: Opener) -> None:
    writing = opened()
    writing.paste(None, "Prva\nvrstica\n\n• ena\n• dve\n\n**ne** [[recipient_name|friend]]")
    assert sanitise(writing.send()) == (
        "<p>Prva<br />\nvrstica</p>\n<ul>\n<li>ena</li>\n<li>dve</li>\n</ul>\n"
        "<p>**ne** [[recipient_name|friend]]</p>"
    )


def test_an_address_pasted_over_words_becomes_their_link(opened: Opener) -> None:
    writing = opened("<p>ab</p>")
    writing.text.click()
    writing.page.keyboard.press("Control+a")
    writing.page.evaluate("""() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'https://example.org/x');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    }""")
    assert sanitise(writing.send()) == '<p><a href="https://example.org/x">ab</a></p>'


def test_a_picture_that_is_left_out_is_said(opened: Opener) -> None:
    writing = opened()
    writing.paste('<p>a</p><img src="data:image/png;base64,AAAA">')
    expect(writing.page.get_by_role("status")).to_contain_text("without its pictures")


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (360, "dark")])
@pytest.mark.parametrize(("language", "text_direction"), [("sl", "auto"), ("en", "rtl")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    opened: Opener, width: int, scheme: str, language: str, text_direction: str
) -> None:
    writing = opened(
        STORED,
        language=language,
        text_direction=text_direction,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,  # for axe, which is foreign
    )
    writing.text.get_by_role("cell", name="1").click()
    assert violations(writing.page) == []
    for menu in writing.page.locator("[aria-haspopup=menu]").all():
        menu.click()
        assert violations(writing.page) == []
        box = writing.page.locator("[role=menu]:visible").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        writing.page.keyboard.press("Escape")
    assert writing.page.evaluate("document.documentElement.scrollWidth") <= width
    writing.page.locator(".editor-tool").nth(4).click()
    assert violations(writing.page) == []


def test_in_forced_colours_a_pressed_tool_looks_pressed(opened: Opener) -> None:
    writing = opened("<h2>a</h2>", forced_colors="active")
    writing.text.click()
    widths = [
        writing.tool(name).evaluate("e => getComputedStyle(e).borderTopWidth") for name in ("Heading", "Bold")
    ]
    assert widths == ["2px", "1px"]
