"""A mail is made of blocks: news items, and what is none, each in both parts."""

from dataclasses import replace

import pytest

from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from core.rich_text import rich_text_of
from kinds.appeal import AppealDetails
from templates.check import check_rendered
from templates.content import (
    Appeal,
    Block,
    Button,
    Divider,
    Document,
    Heading,
    Image,
    ItemMode,
    Pdf,
    Quotation,
    TemplateSources,
    Text,
)
from templates.designs import DESIGNS
from templates.environment import library_sources
from templates.html_facts import read_html
from templates.render import render
from tests.templates import library, samples

URL = f"{samples.SITE}/donate?a=1&b=2"
OTHERS: dict[str, tuple[Block, tuple[str, ...]]] = {
    "text": (
        Text("<p>Dear reader, <a href='https://example.org/a'>look</a>.</p>"),
        ("Dear reader, ", "look"),
    ),
    "heading": (Heading("What we do <now>"), ("What we do <now>",)),
    "pdf": (
        Pdf(f"{samples.SITE}/assets/report.pdf", "Our report", 12, 640_000),
        ("Our report", f"{samples.SITE}/assets/report.pdf", "640"),
    ),
    "appeal": (
        Appeal(AppealDetails(action="Sign it", action_url=URL), "The minister decides on Friday."),
        ("Sign it", "The minister decides on Friday."),
    ),
    "image": (Image(f"{samples.SITE}/assets/sea.png", "A calm sea", 1200, 600, "By A."), ("A calm sea", "By A.")),
    "quotation": (Quotation("Nobody can say.", "A survivor"), ("Nobody can say.", "A survivor")),
    "button": (Button("Donate & help", URL), ("Donate & help",)),
    "divider": (Divider(), ()),
}


def mail(design: str, *blocks: Block, language: str = "en") -> Document:
    return replace(library.mail(design, language), blocks=(*blocks, samples.SHIPWRECK, samples.HOUSING))


@pytest.mark.parametrize("design", ["bulletin", "digest"])
@pytest.mark.parametrize("kind", OTHERS)
def test_each_block_arrives_in_both_parts(design: str, kind: str) -> None:
    block, expected = OTHERS[kind]
    rendered = render(mail(design, block))
    facts = read_html(rendered.html)
    seen = f"{facts.text} {rendered.html}"
    for part in (seen, rendered.text):
        assert [word for word in expected if word not in part] == []
    if isinstance(block, Button):
        assert block.url in facts.links
        assert block.url in rendered.text.splitlines()


@pytest.mark.parametrize("language", READER_LANGUAGES)
@pytest.mark.parametrize("kind", OTHERS)
def test_a_mail_with_any_block_passes_the_check_as_one_without(kind: str, language: str) -> None:
    block, _ = OTHERS[kind]
    if not isinstance(block, Divider):
        block = replace(block, language="en")
    plain, document = mail("bulletin", language=language), mail("bulletin", block, language=language)
    before = {finding.code for finding in check_rendered(plain, render(plain))}
    after = {finding.code for finding in check_rendered(document, render(document))}
    assert after <= before


def test_what_stands_in_another_language_says_so_and_runs_its_own_way() -> None:
    html = render(mail("bulletin", Text("<p>مرحبا</p>", "ar"), Button("تبرع", URL, "ar"))).html
    assert '<div lang="ar" dir="rtl"><p' in html
    assert '<span lang="ar" dir="rtl">تبرع</span>' in html


def test_items_are_numbered_and_listed_among_themselves() -> None:
    items = (samples.SHIPWRECK, Divider(), samples.HOUSING, Text("<p>x</p>"), samples.PROJECT)
    rendered = render(replace(library.mail("bulletin", "en"), blocks=items))
    for number, item in enumerate((samples.SHIPWRECK, samples.HOUSING, samples.PROJECT), 1):
        assert f"{number}. {item.title}" in " ".join(rendered.text.split())


def test_outside_text_of_a_block_is_never_template_code() -> None:
    marks = "{{ 7*7 }} {% raw %} [[unsubscribe_url]]"
    rendered = render(
        mail("bulletin", Quotation(marks, marks), Button(marks, URL), Image(URL, marks, caption=marks))
    )
    assert rendered.html.count("49") == render(mail("bulletin")).html.count("49")
    assert rendered.html.count("[[unsubscribe_url]]") == render(mail("bulletin")).html.count("[[unsubscribe_url]]")
    assert rendered.text.count("[[unsubscribe_url]]") == render(mail("bulletin")).text.count("[[unsubscribe_url]]")


@pytest.mark.parametrize("design", [name for name, design in DESIGNS.items() if design.is_for_one])
@pytest.mark.parametrize("kind", OTHERS)
def test_in_a_design_for_one_item_the_other_blocks_follow_it(design: str, kind: str) -> None:
    block, expected = OTHERS[kind]
    plain = library.mail(design, "en")
    rendered = render(replace(plain, blocks=(block, *plain.blocks)))
    facts = read_html(rendered.html)
    title = plain.items[0].title
    for part in (f"{facts.text} {rendered.html}", " ".join(rendered.text.split())):
        assert [text for text in expected if part.rfind(text) < part.index(title)] == []


def test_staff_choose_how_much_of_an_item_stands_in_a_mail_of_several() -> None:
    item = replace(samples.HOUSING, summary="In short.", body_html="<p>At length.</p>", url=f"{samples.SITE}/h")
    assert item.mode is ItemMode.AUTO
    for mode, url, is_told in (
        (ItemMode.AUTO, item.url, False),
        (ItemMode.WHOLE, item.url, True),
        (ItemMode.AUTO, None, True),
        (ItemMode.TEASER, None, False),
    ):
        document = mail("bulletin", replace(item, mode=mode, url=url))
        rendered = render(document)
        for part in (rendered.html, rendered.text):
            assert "In short." in part
            assert ("At length." in part) is is_told
        missing = [f.code for f in check_rendered(document, rendered) if f.code.endswith("-missing")]
        assert "templates-check-beginning-missing" not in missing


def test_merge_fields_are_meant_in_staffs_own_text_and_are_letters_in_any_other() -> None:
    body = "<p>Dear <strong>[[recipient_name|friend &amp; reader]]</strong>,<br />\nread on.</p>"
    own, outside = render(mail("bulletin", Text(body, has_fields=True))), render(mail("bulletin", Text(body)))
    assert '<span dir="auto">[[recipient_name|friend &amp; reader]]</span>' in own.html
    assert "[[recipient_name|friend & reader]]" in own.text
    assert "friend &amp; reader]]</span>" not in outside.html
    assert "[[recipient_name|friend & reader" not in outside.text


def test_an_introduction_is_written_as_news_is() -> None:
    intro = (
        "<p>Dear <em>[[recipient_name|friend]]</em>,<br />\nread:</p>\n<ul>\n<li>one {{ 7*7 }}</li>\n</ul>\n"
        '<p dir="rtl">مرحبا</p>\n<h2>More</h2>'
    )
    for document in (mail("bulletin"), samples.STATEMENT_EN):
        rendered = render(replace(document, intro_html=intro))
        assert '<em><span dir="auto">[[recipient_name|friend]]</span></em>,\nread:</p>' in rendered.html
        assert "one {{ 7*7 }}" in read_html(rendered.html).text
        assert "Dear [[recipient_name|friend]],\nread:\n\n- one {{ 7*7 }}" in rendered.text
        assert 'dir="rtl"' in rendered.html


def test_plain_words_as_an_introduction_are_mailed_letter_by_letter() -> None:
    plain = 'Dear [[recipient_name|friend]],\n5 < 6 & "x" {{ y }}\n \n\n  **Second** paragraph.  '
    rendered = render(replace(mail("bulletin"), intro_html=rich_text_of(plain)))
    assert "friend]]</span>,\n5 &lt; 6 &amp; &#34;x&#34; &#123;&#123; y }}</p>" in rendered.html
    assert 'Dear [[recipient_name|friend]],\n5 < 6 & "x" {{ y }}\n\n**Second** paragraph.\n' in rendered.text


def test_a_block_whose_body_is_broken_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        render(mail("bulletin", Text("<p>a")))
    assert refused.value.code == "templates-body-broken"


def test_an_own_template_from_before_there_were_other_blocks_shows_them_or_says_that_it_cannot() -> None:
    """Nothing is lost silently."""
    before = library_sources("bulletin")
    html = before.html.replace(
        '{% if item.type == "item" %}{{ part.divider(mail) }}{% endif %}', "{{ part.divider(mail) }}"
    )
    assert html != before.html
    block, _ = OTHERS["quotation"]
    assert (
        "Nobody can say."
        in render(replace(mail("bulletin", block), sources=TemplateSources(html, before.text))).html
    )
    titled = html.replace("{{ news(mail, item) }}", "{{ part.heading(mail, item, 2, 22) }}")
    with pytest.raises(InputRefused) as refused:
        render(replace(mail("bulletin", block), sources=TemplateSources(titled, before.text)))
    assert refused.value.params["line"]
    assert render(replace(mail("bulletin"), sources=TemplateSources(titled, before.text))).html
