"""Whatever comes in, what goes out is harmless and well-formed."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mjml import mjml2html

from news.sanitise import ALLOWED, is_usable_link, sanitise

# Pieces that are dangerous together more often than characters at random would be.
_PIECES = [
    "<p>", "</p>", "<script>", "</script>", "<a href=", "'", '"', ">", "<", "&", "javascript:", "onclick=x",
    "https://x", "<svg>", "<math>", "<style>", "</a>", "<br>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&nbsp;",
    "&#8;", "&#xFFFE;",
    "&lt;script&gt;", "<table>", "<td>", "<img src=x onerror=y>", "<textarea>", "<plaintext>", "\x00", "\ufffe",
    "<a href='https://x/\"><script>'>", "<li>", "</ul>", "<blockquote>", "[[name]]", "{{ x }}", "<p onclick='a'>",
]  # fmt: skip
_HOSTILE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=14).map("".join)


def parsed(html: str) -> ET.Element:
    return ET.fromstring(f"<all>{html}</all>")  # noqa: S314  our own output


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(_HOSTILE)
def test_the_result_is_always_well_formed_and_harmless(html: str) -> None:
    for element in parsed(sanitise(html)).iter():
        assert element.tag in ALLOWED | {"all"}
        assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
        assert all(is_usable_link(address) for address in element.attrib.values())


@settings(max_examples=100, deadline=None)
@given(_HOSTILE)
def test_sanitising_twice_is_sanitising_once(html: str) -> None:
    once = sanitise(html)
    assert sanitise(once) == once


@settings(max_examples=100, deadline=None)
@given(_HOSTILE)
def test_the_template_compiler_takes_the_result(html: str) -> None:
    text = f"<mj-text>{sanitise(html)}</mj-text>"
    mjml2html(f"<mjml><mj-body><mj-section><mj-column>{text}</mj-column></mj-section></mj-body></mjml>", fonts={})


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), max_size=60))
def test_no_text_is_lost(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert "".join(parsed(sanitise(f"<p>{escaped}</p>")).itertext()) == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b & c</p>", "<p>a<br />b &amp; c</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p>1\u00a0km, &nbsp;&copy;</p>", "<p>1\u00a0km, \u00a0©</p>"),
        ("<p>a&#8;b&#xFFFE;c\x0c</p>", "<p>abc</p>"),
        ("a<script>alert(1)</script>b", "ab"),
        ("<div class='x'><strong onclick='y'>z</strong></div>", "<strong>z</strong>"),
        ('<a href="https://x.example.org/?a=1&amp;b=2" target=x>l</a>',
         '<a href="https://x.example.org/?a=1&amp;b=2">l</a>'),
        ("<a href='mailto:a@example.org'>l</a>", '<a href="mailto:a@example.org">l</a>'),
    ],
)  # fmt: skip
def test_markup_that_is_allowed_stays_and_the_rest_goes(html: str, expected: str) -> None:
    assert sanitise(html) == expected


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "/relative", "//host/x", "#part", "http://", "file:///x",
     "https://x y"],
)  # fmt: skip
def test_a_link_that_a_reader_cannot_or_should_not_follow_becomes_its_text(address: str) -> None:
    assert sanitise(f'<p><a href="{address}">here</a></p>') == "<p>here</p>"
