"""What other programs add to Markdown is rendered or refused with its line; nothing arrives with its marks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from news.markdown_body import body_html
from tests.news.test_markdown_body import html, refused


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("H~2~O in CO~2~", "<p>H₂O in CO₂</p>"),
        ("120 m^2^, 10^-3^, 1^st^", "<p>120 m², 10⁻³, 1ˢᵗ</p>"),
        ("a~i+1~", "<p>aᵢ₊₁</p>"),
        ("Besedilo.^1^", "<p>Besedilo.¹</p>"),
        ("note^[A note.]", "<p>note<sup>[1]</sup></p>\n<hr />\n<p>[1] A note.</p>"),
        ("Term\n: Meaning *x*", "<p><strong>Term</strong></p>\n<p>Meaning <em>x</em></p>"),
        ("Term\n\n: One\n\n: Two", "<p><strong>Term</strong></p>\n<p>One</p>\n<p>Two</p>"),
        ("Term\n: One\n: Two", "<p><strong>Term</strong></p>\n<p>One</p>\n<p>Two</p>"),
        ("Prišlo je\n~ 20 ljudi", "<p>Prišlo je ~ 20 ljudi</p>"),
        ("[ref][1], [Two][], [three]\n\n[1]: https://a.example/\n[two]: https://b.example/\n[three]: https://c.example/",
         '<p><a href="https://a.example/">ref</a>, <a href="https://b.example/">Two</a>, '
         '<a href="https://c.example/">three</a></p>'),
        ("Title\n=====\n\nNext\n----", "<h2>Title</h2>\n<h2>Next</h2>"),
        ("a  \nb\\\nc", "<p>a<br />\nb<br />\nc</p>"),
        ("<https://a.example/>", '<p><a href="https://a.example/">https://a.example/</a></p>'),
        ("Prijava:https://a.example/", '<p>Prijava:<a href="https://a.example/">https://a.example/</a></p>'),
        ("<b@a.example>", '<p><a href="mailto:b@a.example">b@a.example</a></p>'),
        ("&copy; &#x263A; AT&T &foo;", "<p>© ☺ AT&amp;T &amp;foo;</p>"),
        ("\"q\" -- 'a' ...", "<p>\"q\" -- 'a' ...</p>"),
    ],
)  # fmt: skip
def test_it_is_rendered(body: str, expected: str) -> None:
    assert html(body) == expected


@pytest.mark.parametrize(
    "written",
    [
        "==marked==", "++inserted++", "{--deleted--}", "{++added++}", "*[HTML]: Hypertext", "[TOC]", "[[_TOC_]]",
        "{:toc}",
        "yes :tada: and", ":+1a:", "# Title {#id .class}", "{: .class}", "[x](https://a.example/){target=_blank}",
        "![[picture.png]]", "see [@doe2020, p. 3]", "!!! note", "??? tip", "::: warning", "> [!NOTE]",
        "||hidden||", "%%note%%", "$x = y$", "$$E$$", "x^word^", "H~word~O", "~x~", "^_^", "m^²^",
        "[[Stran]]", "[[Stran|besede]]", "glej [[obrežje/zakon#člen]]", "[[recipient_name|friend]]",
        "{{< figure src=x >}}", "{% include x %}", "Hello {{ name }}", "{{.Name}}", "<%= name %>", "^^x^^",
        "^^some words^^", "- [-] off", "* [/] half", "a `b` c", "``b`` c", "(`b`)", "\\frac{a}{b}",
        "> [!faq]- Title", "> [!info]", "Text. ^3f2a9c", "key:: value", "#. first", '[gallery ids="1,2"]',
        "[caption id='a' align='left']x[/caption]", "[b]bold[/b]", "h2. Title", "{color:red}x", "{code:python}",
        "~one tilde~", "a ~few words~ b",
    ],
)  # fmt: skip
def test_it_is_refused_with_its_line(written: str) -> None:
    assert refused(f"First.\n\n{written}") == ("dialect", 9)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("See [words][1].", "reference-missing"),
        ("See [words][1].\n\n[1]: example.org/x now.", "reference-missing"),
        ("See [words][].", "reference-missing"),
        ("See [words] (https://a.example/).", "link-unreadable"),
        ("```python\nx\n```", "code-block"),
    ],
)
def test_what_was_meant_as_a_link_or_code_is_refused(body: str, code: str) -> None:
    assert refused(body) == (code, 7)


@pytest.mark.parametrize(
    "text",
    [
        "C++ in D++", "nastala je :-) ::", "Ob 10::30", "2 ^ 10", "h2o. Da", "[1/2]",
        "[glej \"A\"]", "~ en tilda ~", "{barva}",
        "a == b == c", "10:30:15", "bralci:ke in naročniki:ce", ":) in :-)", "$5 in $10", "US$ 5",
        "~20 do ~30", "2^10", "Vir [1][2].", "[opomba] in (dodatek)", "{ena} {dve}", "100 %% popusta", "a || b",
        "x [sic] y", "#oznaka @ime", "Kaj?! Da!!!", "ena: dve: tri",
        "d`Artagnan in l`amour", "a ` b ` c", "`uvod", "{ {ena} }", "{10 %}", "cena {%", "a [-] in [/]",
        "[ [a] ]", "5 ^ 2 ^^ 3", "C:\\Users", "5 % > 4 %", "[1] [[2]",
    ],
)  # fmt: skip
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert html(text) == f"<p>{text.replace('>', '&gt;')}</p>"


@pytest.mark.parametrize(
    "written",
    [
        "==x==", ":tada:", "[TOC]", "{.class}", "H~2~O", "x^2^", "$x$", "![[x]]", "~x~", "[[Stran]]",
        "{{ x }}", "{% x %}", "{{< x >}}", "^^x^^", "`x`", "[-] x",
    ],
)  # fmt: skip
def test_with_a_backslash_its_marks_are_shown(written: str) -> None:
    escaped = re.sub(r"([~^:=\[{$`])", r"\\\1", written)
    assert html(escaped) == f"<p>{written.replace('<', '&lt;').replace('>', '&gt;')}</p>"


def test_a_merge_field_may_stand_where_one_is_filled_and_a_wikis_link_nowhere() -> None:
    fields = ("recipient_name",)
    for written in ("[[recipient_name]]", "Dear [[recipient_name|friend]],"):
        assert body_html(written, file="", first_line=0, merge_fields=fields) == f"<p>{written}</p>"
    for written in ("[[recipient]]", "[[recipient_name]] and [[Stran]]", "[[Recipient_name]]"):
        with pytest.raises(InputRefused, match="news-dialect"):
            body_html(written, file="", first_line=0, merge_fields=fields)


@given(
    st.lists(
        st.sampled_from(
            [
                "word",
                " ",
                "==",
                "~",
                "^",
                ":",
                "[",
                "]",
                "{",
                "}",
                "$",
                "|",
                "%%",
                "++",
                "`",
                "{{",
                "}}",
                "{%",
                "%}",
                "[[",
                "]]",
                "\n",
                "\n: ",
                ".",
            ]
        )
    )
)
def test_no_pair_of_marks_arrives(pieces: list[str]) -> None:
    try:
        arrived = body_html("".join(pieces), file="", first_line=0)
    except InputRefused:
        return
    text = re.sub("<[^>]+>", "", arrived)
    assert not re.search(r"(?<![\w`])`word`(?![\w`])|\{\{word\}\}|\{%word%\}|(?<!\[)\[\[word\]\]", text)
    assert not re.search(r"(?<![=\w])==word==(?!=)|(?<!\w)\+\+word\+\+|(?<!%)%%word%%|\w~word~|\^word\^", text)
