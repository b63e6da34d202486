"""A news file is read strictly, and what is wrong is told by its line."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from kinds.registry import NewsKind
from news.markdown_file import MAX_FILE_BYTES, parse_news_file, read_news_file
from news.tables import AssetRole
from tests.examples import examples
from tests.news.making import html_of, news_file


def refusal(path: Path) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        html_of(read_news_file(path))
    assert caught.value.params["file"] == path.name
    return caught.value


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    path = news_file(
        tmp_path,
        "o-nas.sl.md",
        "kind: report summary",
        "language: sl",
        'title: "[PDF] Ogledalo: Vratarji Evrope"',
        "summary: >",
        "  V dveh",
        "  vrsticah.",
        "quote: The local level plays a key role.",
        "quote_source: Topic 2",
        "quote_language: en",
        "image: slike/naslovnica.jpg",
        "image_alt: Naslovnica",
        "pdf: ogledalo.pdf",
        "url: https://example.org/o-nas",
        "date: 2026-11-22",
        body="# Naslov\n\nPrvi *odstavek*.\n",
    )
    read = read_news_file(path)
    assert (read.slug, read.kind, read.language) == ("o-nas", NewsKind.REPORT_SUMMARY, "sl")
    assert read.title == "[PDF] Ogledalo: Vratarji Evrope"
    assert read.summary == "V dveh vrsticah."
    assert (read.quote_source, read.quote_language) == ("Topic 2", "en")
    assert (read.url, read.published_on) == ("https://example.org/o-nas", date(2026, 11, 22))
    assert [(asset.role, asset.name, asset.alt) for asset in read.assets] == [
        (AssetRole.IMAGE, "slike/naslovnica.jpg", "Naslovnica"),
        (AssetRole.PDF, "ogledalo.pdf", ""),
    ]
    assert html_of(read) == "<h2>Naslov</h2>\n<p>Prvi <em>odstavek</em>.</p>"


def test_a_title_stays_the_text_that_was_typed(tmp_path: Path) -> None:
    for typed in ("2024", "yes", "1.10", "2026-11-22"):
        assert read_news_file(news_file(tmp_path, "a.md", f"title: {typed}")).title == typed


def test_a_quotation_in_the_text_s_own_language_needs_no_language(tmp_path: Path) -> None:
    assert read_news_file(news_file(tmp_path, "a.md", "quote: So.", "quote_language: en")).quote_language == ""


def test_the_language_may_stand_in_the_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.sl.md"
    path.write_text("---\nkind: page\ntitle: Pismo\n---\n", encoding="utf-8")
    read = read_news_file(path)
    assert (read.slug, read.language, html_of(read)) == ("letter", "sl", "")


def test_a_dot_in_a_name_is_no_language(tmp_path: Path) -> None:
    assert read_news_file(news_file(tmp_path, "Poročilo o pritiskih.v2.md")).slug == "porocilo-o-pritiskih-v2"


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    path = news_file(tmp_path, "a.md", body="One.\n\nTwo.")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert html_of(read_news_file(path)) == "<p>One.</p>\n<p>Two.</p>"


def test_what_looks_like_template_code_is_kept_as_text_where_it_is_meant_so(tmp_path: Path) -> None:
    """Never run; and in a text, where readers would see it, only behind a backslash."""
    path = news_file(
        tmp_path, "a.md", "title: '[[name]] {{ x }} {% if %}'", body=r"\[[name]] \{{ 'x' }} \{% raw %}"
    )
    read = read_news_file(path)
    assert read.title == "[[name]] {{ x }} {% if %}"
    assert html_of(read) == "<p>[[name]] {{ 'x' }} {% raw %}</p>"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("titel: A", "news-key-misspelt"),
        ("colour: red", "news-key-unknown"),
        ("summary: a\nsummary: b", "news-key-twice"),
        ("summary: [PDF] A", "news-value-not-text"),
        ("summary: A: B", "news-front-matter-unreadable"),
        ("summary: [a, b]", "news-value-not-text"),
        ("summary: &a b", "news-value-not-text"),
        ("summary: *a", "news-value-not-text"),
        ("summary: 'open", "news-front-matter-unreadable"),
        ("summary: !!python/object:os.system x", "news-value-not-text"),
        ("summary: " + "[" * 5000, "news-value-not-text"),
        ("summary: " + "x" * 1501, "news-value-too-long"),
        ('summary: "a\\0b"', "news-character-not-allowed"),
        ("summary: a\x0bb", "news-character-not-allowed"),
        ("summary: A note #1 for all", "news-value-cut"),
        ("summary: #1 in Europe", "news-value-cut"),
        ("summary: two\n  lines # and a note", "news-value-cut"),
        ("image_alt: A", "news-key-alone"),
        ("quote_source: A", "news-key-alone"),
        ("kind: statment", "news-kind-unknown"),
        ("language: klingon", "news-language-unknown"),
        ("slug: Ne Gre", "news-slug-unusable"),
        ("url: www.example.org", "news-url-unusable"),
        ("url: javascript:x", "news-url-unusable"),
        ("url: https://[x", "news-url-unusable"),
        ("date: 22. 11. 2026", "news-date-unreadable"),
        ("date: 2026-02-30", "news-date-unreadable"),
    ],
)
def test_what_is_wrong_in_the_front_matter_is_told_by_its_line(tmp_path: Path, line: str, code: str) -> None:
    error = refusal(news_file(tmp_path, "a.md", "# a remark", line))
    assert (error.code, error.params["line"]) == (code, 3 + line.count("\n"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"A note #1" # and a remark', "A note #1"),
        ("C# or F#", "C# or F#"),
        (">\n  A # B\n  C", "A # B C"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("http://a:b", "http://a:b"),
        ("50 % - 60 %", "50 % - 60 %"),
    ],
)
def test_a_value_arrives_whole(tmp_path: Path, typed: str, read: str) -> None:
    assert read_news_file(news_file(tmp_path, "a.md", f"title: {typed}")).title == read


def test_a_misspelt_key_is_answered_with_the_right_one(tmp_path: Path) -> None:
    assert refusal(news_file(tmp_path, "a.md", "quote-source: X")).params["suggestion"] == "quote_source"


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        (b"", "news-front-matter-missing", 1),
        (b"# A title\n", "news-front-matter-missing", 1),
        (b"---", "news-front-matter-open", 1),
        (b"---\ntitle: A\n", "news-front-matter-open", 1),
        (b"---\nsummary: " + b"x " * 15000 + b"\n---\n", "news-front-matter-too-long", 1),
        (b"---\n---\n", "news-language-missing", 1),
        (b"---\nkind: page\nlanguage: en\ntitle:\n---\n", "news-value-missing", 1),
        (b"---\nkind: page\ntitle: A\n---\n", "news-language-missing", 1),
        (b"---\nkind: page\ntitle: \xe8lan\n---\n", "news-file-not-utf8", 3),
        ("---\nkind: page\n".encode("utf-16"), "news-file-not-utf8", 1),
        (b"---\nkind: page\nlanguage: en\ntitle: A\n---\nOne\n\nTwo ![x](y.png)\n", "news-image-in-body", 8),
        (b"x" * (MAX_FILE_BYTES + 1), "news-file-too-large", 1),
    ],
)
def test_a_file_that_is_no_news_file_is_refused(tmp_path: Path, source: bytes, code: str, line: int) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(source)
    error = refusal(path)
    assert (error.code, error.params["line"]) == (code, line)


def test_a_name_and_a_front_matter_that_disagree_are_refused(tmp_path: Path) -> None:
    assert refusal(news_file(tmp_path, "a.sl.md", "language: en")).code == "news-language-differs"


def test_a_name_without_latin_letters_needs_a_slug(tmp_path: Path) -> None:
    assert refusal(news_file(tmp_path, "بيان.md")).code == "news-slug-missing"
    assert read_news_file(news_file(tmp_path, "بيان.md", "slug: bayan")).slug == "bayan"


def test_a_folder_named_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert refusal(tmp_path / "a.md").code == "news-file-unreadable"


def test_a_file_that_is_not_there_is_no_refusal(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_news_file(tmp_path / "gone.md")


_LINES = ["---", "...", "title: A", "kind: page", "language: en", "? a", "- b", "a: |", "&x *x", "{", "'"]


@pytest.mark.slow
@settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_LINES) | st.text(max_size=12), max_size=10))
def test_any_text_is_read_or_refused_with_its_line(lines: list[str]) -> None:
    source = "\n".join(["---", *lines])
    try:
        html_of(parse_news_file(Path("a.md"), source.encode("utf-8", "surrogatepass")))
    except InputRefused as error:
        line = error.params["line"]
        assert isinstance(line, int)
        assert 1 <= line <= len(source.splitlines()) + 1
