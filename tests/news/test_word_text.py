"""Word documents: what they say is kept, and a document that is made to do harm is refused before it is read."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.errors import InputRefused
from news.extraction import zip_bounds
from news.extraction.hidden_word_text import without_hidden_text
from news.extraction.word_text import word_text
from news.extraction.zip_bounds import open_document
from tests.core.test_outbound import peak_of

LIBREOFFICE = (Path(__file__).parent / "cases" / "izjava.docx").read_bytes()
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document_with(parts: Mapping[str, bytes]) -> bytes:
    """LibreOffice's, with these parts added or in place of its own."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(LIBREOFFICE)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into,
    ):
        for name in source.namelist():
            if name not in parts:
                into.writestr(name, source.read(name))
        for name, data in parts.items():
            into.writestr(name, data)
    return made.getvalue()


def part(name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(LIBREOFFICE)).read(name)


def with_body(xml: str) -> bytes:
    return document_with({"word/document.xml": f"<w:document {WORD}><w:body>{xml}</w:body></w:document>".encode()})


def relating(kind: str, target: str) -> bytes:
    """A document with one relation more, to the outside."""
    relation = f'<Relationship Id="x1" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    end = b"</Relationships>"
    return document_with({RELATIONS: part(RELATIONS).replace(end, relation.encode() + end)})


def refused(data: bytes) -> str:
    with pytest.raises(InputRefused) as error:
        word_text(data)
    return error.value.code


def test_word_says_headings_points_and_notes_and_nothing_of_who_wrote_it() -> None:
    facts, html, picture = word_text(LIBREOFFICE)
    assert facts["title"] == "Pogrešanih je 600 ljudi"
    assert re.findall("<h2>(.*?)</h2>", html) == ["Kaj zahtevamo", "Kako smo šteli"]
    assert html.index("[1]</sup>") < html.index("<hr />") < html.index("[1] Pričevanja")
    assert picture is not None
    assert "Skrivn" not in f"{facts}{html}"


def test_deleted_text_is_left_out_and_inserted_text_is_in() -> None:
    inserted = "<w:ins w:id='1'><w:r><w:t>Now</w:t></w:r></w:ins>"
    deleted = "<w:del w:id='2'><w:r><w:delText>Then</w:delText></w:r></w:del>"
    assert word_text(with_body(f"<w:p>{inserted}{deleted}</w:p>"))[1].strip() == "<p>Now</p>"


def test_what_word_hides_is_left_out_whatever_hides_it() -> None:
    def run(text: str, properties: str = "") -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    hidden, shown = "<w:vanish/>", '<w:vanish w:val="0"/>'
    by_style, by_base = '<w:rStyle w:val="Note"/>', '<w:rStyle w:val="Remark"/>'
    kept = run("A") + run("B", by_style + shown) + run("C", '<w:vanish w:val="false"/>')
    body = kept + run("1", hidden) + run("2", by_style) + run("3", by_base)
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="Draft"/></w:pPr>{run("4")}{run("D", shown)}</w:p>'
    styles = (
        f"<w:styles {WORD}><w:style w:type='character' w:styleId='Note'><w:rPr>{hidden}</w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='Remark'><w:basedOn w:val='Note'/></w:style>"
        f"<w:style w:type='paragraph' w:styleId='Draft'><w:rPr>{hidden}</w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='One'><w:basedOn w:val='One'/></w:style></w:styles>"
    )
    text = f"<w:document {WORD}><w:body><w:p>{body}</w:p>{paragraph}</w:body></w:document>"
    document = document_with({"word/document.xml": text.encode(), "word/styles.xml": styles.encode()})
    assert word_text(document)[1].split() == ["<p>ABC</p>", "<p>D</p>"]


NUMBERING = f"""<w:numbering {WORD}>
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/></w:lvl>
</w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/></w:lvl></w:lvlOverride></w:num>
</w:numbering>"""


@pytest.mark.parametrize(
    ("points", "html"),
    [
        ("1:A 1:B", '<ol start="4"><li>A</li><li>B</li></ol>'),
        ("1:A Text 1:B", '<ol start="4"><li>A</li></ol><p>Text</p><ol start="5"><li>B</li></ol>'),
        ("1:A 2:B 2:C", '<ol start="4"><li>A</li></ol><ol start="10"><li>B</li><li>C</li></ol>'),
        (
            "1:A 1.1:B 1.1:C 1:D 1.1:E",
            '<ol start="4"><li>A<ol><li>B</li><li>C</li></ol></li><li>D<ol><li>E</li></ol></li></ol>',
        ),
        ("4:A Text 4:B", '<ol type="I"><li>A</li></ol><p>Text</p><ol start="2" type="I"><li>B</li></ol>'),
        (
            "4:A 4.1:B 4.2:C 4:D",
            '<ol type="I"><li>A<ol start="3" type="a"><li>B<ol type="i"><li>C</li></ol></li></ol></li>'
            "<li>D</li></ol>",
        ),
        ("1:A 5:B", '<ol start="4"><li>A</li></ol><ol type="A"><li>B</li></ol>'),
        ("3:A 3:B", "<ul><li>A</li><li>B</li></ul>"),
    ],
)
def test_a_numbered_list_keeps_its_numbers(points: str, html: str) -> None:
    def paragraph(point: str) -> str:
        where, _, text = point.rpartition(":")
        name, _, level = where.partition(".")
        numbering = f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{name}"/></w:numPr>' if name else ""
        return f"<w:p><w:pPr>{numbering}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = f"<w:document {WORD}><w:body>{''.join(map(paragraph, points.split()))}</w:body></w:document>"
    document = document_with({"word/document.xml": body.encode(), "word/numbering.xml": NUMBERING.encode()})
    assert re.sub(r"\s*\n\s*", "", word_text(document)[1]) == html


HEADINGS = f"""<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def test_a_heading_has_the_number_that_word_shows_before_it() -> None:
    def heading(level: int, text: str) -> str:
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        style = f'<w:pStyle w:val="Heading{level + 2}"/>'
        return f"<w:p><w:pPr>{style}{numbering}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = (
        heading(0, "A") + heading(1, "B") + heading(0, "C") + heading(1, "D") + heading(1, "E") + heading(2, "F")
    )
    text = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    document = document_with({"word/document.xml": text.encode(), "word/numbering.xml": HEADINGS.encode()})
    shown = re.findall(r"<h\d>(.*?)</h\d>", word_text(document)[1])
    assert shown == ["I. A", "I.1 B", "II. C", "II.1 D", "II.2 E", "F"]


def test_a_document_without_anything_hidden_is_read_as_it_is() -> None:
    assert without_hidden_text(LIBREOFFICE) == LIBREOFFICE


def test_a_link_that_runs_a_script_is_no_link() -> None:
    target = relating("hyperlink", "javascript:alert(7)")
    link = '<w:hyperlink r:id="x1"><w:r><w:t>&lt;script&gt;</w:t></w:r></w:hyperlink>'
    body = f'<w:document {WORD} xmlns:r="{OFFICE}"><w:body><w:p>{link}</w:p></w:body></w:document>'
    relations = zipfile.ZipFile(io.BytesIO(target)).read(RELATIONS)
    document = document_with({RELATIONS: relations, "word/document.xml": body.encode()})
    assert word_text(document)[1].strip() == "<p>&lt;script&gt;</p>"


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument", "attachedToolbars"])
def test_a_document_that_shows_what_lies_elsewhere_is_refused(kind: str) -> None:
    assert refused(relating(kind, "http://169.254.169.254/latest")) == "news-word-outside"


@pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate"])
def test_links_and_the_name_of_a_template_are_followed_by_nobody_and_bear_no_harm(kind: str) -> None:
    assert word_text(relating(kind, "https://kolpa.example/"))[0]["title"]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/activeX/activeX1.xml": b"<x/>"},
        {
            "[Content_Types].xml": part("[Content_Types].xml").replace(
                b"document.main", b"document.macroEnabled.main"
            )
        },
    ],
)
def test_macros_are_refused(parts: Mapping[str, bytes]) -> None:
    assert refused(document_with(parts)) == "news-word-macros"


def test_a_document_type_in_its_xml_is_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + part("word/document.xml")
    assert refused(document_with({"word/document.xml": laughs})) == "news-word-unreadable"
    hidden = laughs.decode().encode("utf-16")
    assert refused(document_with({"word/document.xml": hidden})) == "news-word-unreadable"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = document_with({"word/media/a.png": b"0" * 20_000_000, "word/b.xml": b" " * 20_000_000})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zip_bounds, "MAX_UNPACKED", 30_000_000)
        assert refused(bomb) == "news-word-bomb"
        assert peak_of(lambda: refused(bomb)) < 2_000_000


def test_a_zip_of_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_bounds, "MAX_PARTS", 30)
    assert refused(document_with({f"word/{number}.xml": b"" for number in range(40)})) == "news-word-bomb"


def test_a_size_that_the_index_of_a_zip_tells_falsely_helps_nobody() -> None:
    data = document_with({"word/b.xml": b" " * 5_000_000})
    size = (5_000_000).to_bytes(4, "little")
    assert data.count(size) >= 2
    assert refused(data.replace(size, (100).to_bytes(4, "little"))) == "news-word-unreadable"


@pytest.mark.parametrize("length", [0, 4, 900, len(LIBREOFFICE) - 30])
def test_what_is_cut_off_is_refused(length: int) -> None:
    assert refused(LIBREOFFICE[:length]) == "news-word-unreadable"


def test_a_zip_that_is_no_document_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "no document")
    assert refused(made.getvalue()) == "news-word-unreadable"
    assert refused(document_with({"word/document.xml": b"<w:broken"})) == "news-word-unreadable"


def test_an_honest_document_is_opened() -> None:
    assert "word/document.xml" in open_document(LIBREOFFICE).namelist()
