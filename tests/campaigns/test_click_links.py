"""Which links of an email are counted, and what becomes of them: the same for every reader, and back again."""

from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.clicks.click_links import (
    CODE,
    MAX_TARGET,
    ClickScope,
    click_code,
    code_in,
    with_click_links,
    with_direct_links,
    with_numbers,
)
from templates.merge import compile_html

SCOPE = ClickScope("abc", "https://news.example.org")
TARGET = "https://example.org/a?b=1&c=2"
WORDS = st.text(st.sampled_from("abčž <>&\"'سلام—"), max_size=20)
PATHS = st.text(st.sampled_from("abc/?&=#%+č\"'<>ش:;,()"), max_size=60)


def link(url: str, label: str = "Read more about it") -> str:
    return f'<p><a href="{escape(url)}" style="color:#8a1c1c">{escape(label)}</a></p>'


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example.org/w/abc/sl",
        "https://NEWS.example.org/preferences",
        "[[unsubscribe_url]]",
        "mailto:ana@example.org",
        "tel:+38612345678",
        "#top",
        "/archive",
        "javascript:alert(1)",
        "https:///nowhere",
        "https://example.org:0/",
        "https://[broken",
        "https://ana:secret@example.org/",
        "https://example.org/?a=[[recipient_name]]",
        "https://example.org/a b",
        "https://example.org/a\\b",
        "https://example.org/" + "a" * MAX_TARGET,
    ],
)
def test_what_is_no_outside_link_stays_byte_for_byte(url: str) -> None:
    html = link(url)
    assert with_click_links(html, SCOPE).html == html
    assert not with_click_links(html, SCOPE).targets


@pytest.mark.parametrize("label", [TARGET, "www.example.org", "example.org/a", "https://example.org"])
def test_a_link_that_shows_its_address_keeps_it(label: str) -> None:
    """Mail programs take one that shows a host and leads by another for fraud."""
    html = link(TARGET, label)
    assert with_click_links(html, SCOPE).html == html


def test_a_link_names_its_host_and_leads_by_one_address_also_for_outlook() -> None:
    outlook = f'<!--[if mso]><v:roundrect href="{escape(TARGET)}"></v:roundrect><![endif]-->'
    counted = with_click_links(link(TARGET) + outlook + link(TARGET, "Again"), SCOPE)
    url = f"https://news.example.org/l/{click_code('abc', TARGET)}"
    assert counted.html.count(f'href="{url}"') == 3
    assert counted.html.count('title="example.org"') == 2
    assert counted.targets == {code_in(url): TARGET}
    assert "example.org/a" not in counted.html


def test_the_address_is_of_this_campaign_and_this_target() -> None:
    codes = {click_code(campaign, target) for campaign in ("a", "b") for target in (TARGET, TARGET + "&d")}
    assert len(codes) == 4
    assert all(CODE.fullmatch(code) for code in codes)


def test_the_bytes_of_a_code_never_change() -> None:
    """Emails with it are in people's inboxes."""
    assert click_code("abc", TARGET) == "40659d772dc186a1d013cbc8c894020a"


@given(paths=st.lists(PATHS, max_size=5), label=WORDS, names=st.tuples(WORDS, WORDS))
def test_two_readers_get_the_same_bytes_but_for_their_merge_fields(
    paths: list[str], label: str, names: tuple[str, str]
) -> None:
    body = "".join(link(f"https://example.org/{path}", label) for path in paths)
    html = f'<p>[[recipient_name|friend]]</p>{body}<a href="[[unsubscribe_url]]">x</a>'
    counted = with_click_links(html, SCOPE)
    assert with_click_links(html, SCOPE) == counted
    compiled = compile_html(counted.html)
    copies = [
        compiled.merge({"recipient_name": name, "unsubscribe_url": f"https://news.example.org/u/{number}"})
        for number, name in enumerate(names)
    ]
    for literal in compiled.literals:
        assert all(literal in copy for copy in copies)
    assert compiled.fields == {"recipient_name", "unsubscribe_url"}


@given(path=PATHS, label=WORDS)
def test_where_a_link_leads_comes_back_to_the_letter(path: str, label: str) -> None:
    url = f"https://example.org/{path}"
    counted = with_click_links(link(url, label), SCOPE)
    assert set(counted.targets.values()) <= {url}
    direct = with_direct_links(counted.html, counted.targets)
    assert unescape(direct.partition('href="')[2].partition('"')[0]) == url


def test_a_number_stands_in_its_link() -> None:
    counted = with_click_links(link(TARGET) + link("https://example.org/other"), SCOPE)
    numbered = with_numbers(counted.html, {click_code("abc", TARGET): "1.234"})
    assert numbered.count("1.234</span></a>") == 1
