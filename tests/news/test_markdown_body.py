"""Markdown as sanitised HTML, alone."""

import pytest

from core.errors import InputRefused
from news.markdown_body import body_html


def html(body: str) -> str:
    return body_html(body, file="a.md", first_line=7)


def test_raw_html_is_text() -> None:
    assert html("<script>x</script>\n\na <b onclick=x>b</b> `c`") == (
        "<p>&lt;script&gt;x&lt;/script&gt;</p>\n<p>a &lt;b onclick=x&gt;b&lt;/b&gt; `c`</p>"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# a", "<h2>a</h2>"),
        ("## a", "<h2>a</h2>"),
        ("#### a", "<h4>a</h4>"),
        ("###### a", "<h4>a</h4>"),
        ("    indented by chance", "<p>indented by chance</p>"),
        ("", ""),
    ],
)
def test_headings_begin_below_the_title_and_nothing_becomes_code(body: str, expected: str) -> None:
    assert html(body) == expected


def test_an_image_is_refused_with_its_line_in_the_file() -> None:
    with pytest.raises(InputRefused) as refused:
        html("One\n\nTwo ![x](y.png)\n")
    assert (refused.value.code, refused.value.params["line"]) == ("news-image-in-body", 9)
