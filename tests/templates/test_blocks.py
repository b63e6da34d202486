"""A mail is made of blocks: news items, and what is none, each in both parts."""

from dataclasses import replace

import pytest

from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from templates.check import check_rendered
from templates.content import Block, Button, Divider, Document, Image, Quotation, TemplateSources, Text
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
    if isinstance(block, Text | Image | Quotation | Button):
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


@pytest.mark.parametrize("kind", OTHERS)
def test_a_design_for_one_item_refuses_what_it_has_no_place_for(kind: str) -> None:
    with pytest.raises(InputRefused) as refused:
        render(replace(samples.STATEMENT_EN, blocks=(samples.SHIPWRECK, OTHERS[kind][0])))
    assert refused.value.code == "templates-item-only"


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
