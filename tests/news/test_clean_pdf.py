"""A PDF tells nothing of who made it, does nothing by itself, and reads and looks as before."""

import io
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from core.errors import InputRefused
from news.clean_pdf import pdf_without_metadata
from news.read_pdf import words_of
from tests.equipment import skip_without
from tests.kill.patience import PATIENCE
from tests.news.making import a_pdf, a_written_pdf
from tests.news.traces import MARK, WORDS, a_telling_pdf, an_updated_pdf, everything_in, pictures
from tests.npm import exiftool


def drawn(pdf: bytes) -> list[bytes]:
    """Without what readers draw on top of a page: a note's sheet of paper is gone."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(draw_annots=False).to_pil().tobytes() for page in document]
    finally:
        document.close()


def changed(pdf: bytes, **catalogue: Any) -> bytes:
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as opened:
        for name, value in catalogue.items():
            opened.Root[f"/{name}"] = opened.make_indirect(value)
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def test_nothing_is_left_of_what_its_makers_wrote_anywhere() -> None:
    telling = a_telling_pdf()
    assert everything_in(telling).count(MARK.encode()) > 20
    content = everything_in(pdf_without_metadata(telling))
    assert MARK.encode() not in content
    assert MARK[:4].encode("utf-16-be") not in content
    for acts in (b"JavaScript", b"/Launch", b"/EmbeddedFile", b"/GoToR", b"/SubmitForm", b"/XFA", b"D:2026"):
        assert acts not in content


def test_text_and_look_are_as_they_were() -> None:
    telling = a_telling_pdf()
    clean = pdf_without_metadata(telling)
    assert words_of(clean) == words_of(telling) == f"{WORDS}\n\nfor migrants"
    assert drawn(clean) == drawn(telling)


def test_language_tags_outline_links_labels_and_fields_stay() -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdf_without_metadata(a_telling_pdf()))) as pdf:
        root, first = pdf.Root, pdf.pages[0].obj
        assert str(root.Lang) == "en-GB"
        assert bool(root.MarkInfo.Marked) is bool(root.ViewerPreferences.DisplayDocTitle) is True
        assert str(root.StructTreeRoot.K[0].Alt) == "A sea"
        assert Name.r == root.PageLabels.Nums[1].S
        assert str(root.Names.Dests.Names[0]) == "two"
        assert str(root.AcroForm.Fields[0].V) == "typed"
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Second"]
        actions = [link.get("/A") for link in first.Annots if link.Subtype == Name.Link]
        assert [str(action.get("/URI") or action.D) for action in actions if action] == [
            "https://example.org/",
            "two",
        ]
        assert "/Info" not in pdf.trailer
        assert pdf.check_pdf_syntax() == []


def test_words_that_an_earlier_revision_had_are_gone() -> None:
    updated = an_updated_pdf("The witness is Ana", "A witness")
    assert words_of(updated) == "A witness"
    assert b"Ana" in everything_in(updated) + updated
    clean = pdf_without_metadata(updated)
    assert words_of(clean) == "A witness"
    assert b"Ana" not in everything_in(clean)


@pytest.mark.parametrize("make", [a_telling_pdf, a_pdf, lambda: a_written_pdf("One", "Two")])
def test_the_same_file_gives_the_same_bytes_and_a_clean_one_itself(make: object) -> None:
    data = make()  # type: ignore[operator]  # of a table
    clean = pdf_without_metadata(data)
    assert pdf_without_metadata(data) == clean
    assert pdf_without_metadata(clean) == clean


_FIELD = Dictionary(FT=Name.Sig, T=String("signature"))
_SIGNATURE = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("x"))


@pytest.mark.parametrize(
    "catalogue",
    [
        {"AcroForm": Dictionary(Fields=Array([]), SigFlags=3)},
        {"AcroForm": Dictionary(Fields=Array([_FIELD]))},
        {"Perms": Dictionary(DocMDP=_SIGNATURE)},
        {"AcroForm": Dictionary(Fields=Array([Dictionary(T=String("a"), V=_SIGNATURE)]))},
    ],
    ids=["flags", "field", "certified", "value"],
)
def test_a_signed_one_is_refused_in_plain_words(catalogue: dict[str, Any]) -> None:
    with pytest.raises(InputRefused) as refused:
        pdf_without_metadata(changed(a_written_pdf("Signed"), **catalogue))
    assert refused.value.code == "news-pdf-signed"


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_locked_one_is_refused_whether_it_opens_without_a_password_or_not(password: str) -> None:
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("Locked"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user=password))
    with pytest.raises(InputRefused) as refused:
        pdf_without_metadata(out.getvalue())
    assert refused.value.code == "news-pdf-encrypted"


@given(st.text("abcdefghij", min_size=12, max_size=30))
def test_whatever_was_written_there_is_gone(mark: str) -> None:
    assert mark.encode() not in everything_in(pdf_without_metadata(a_telling_pdf(mark)))


@pytest.fixture
def cleaned(tmp_path: Path) -> Path:
    """A file for judges from outside."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_without_metadata(a_telling_pdf()))
    return path


def test_exiftool_finds_nothing_of_its_maker(cleaned: Path) -> None:
    output = exiftool("-s", "-G", "-a", "-u", "-ee", cleaned)
    names = {line.split("]")[1].split()[0] for line in output.splitlines() if line.startswith(("[PDF]", "[XMP]"))}
    known = {"PDFVersion", "Linearized", "PageMode", "PageCount", "TaggedPDF", "Language", "HasXFA"}
    assert names <= known
    assert MARK not in output


def test_poppler_finds_no_script_and_nothing_of_its_maker(cleaned: Path) -> None:
    if shutil.which("pdfinfo") is None:
        skip_without("pdfinfo")
    output = subprocess.run(
        ["pdfinfo", cleaned], capture_output=True, check=True, text=True, timeout=PATIENCE
    ).stdout
    assert "JavaScript:      no" in output
    assert not {"Author", "Title", "Creator", "Producer", "CreationDate"} & {
        line.split(":")[0] for line in output.splitlines()
    }


QPDF_CHECK = """
import logging, sys
import pikepdf
logging.basicConfig(level=logging.INFO)
check = pikepdf.Job(["qpdf", "--check", sys.argv[1]])
check.run()
sys.exit(check.exit_code)
"""
"""What qpdf prints arrives as log records: in a process of its own, whatever loggers other tests have changed."""


def test_qpdf_has_nothing_to_complain_of(cleaned: Path) -> None:
    """The command `qpdf --check`, which pikepdf brings."""
    ran = subprocess.run(
        [sys.executable, "-c", QPDF_CHECK, cleaned], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "No syntax or stream encoding errors found" in ran.stderr


SQUARE = b"10 10 30 30 re f"
COMMENTED = b"% " + MARK.encode() + b"\n" + SQUARE + b"%" + MARK.encode() + b"\r\n% (" + MARK.encode()
INLINE = b"\nq 20 0 0 20 60 60 cm BI /W 2 /H 2 /BPC 8 /CS /G ID %(\xff) EI Q\n"


def a_commented_pdf(drawing: bytes = COMMENTED) -> bytes:
    """The same drawing on a page, in parts of one, in a form, a tile, a glyph and an appearance."""
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("One", "Two"))) as pdf:
        first, second = (page.obj for page in pdf.pages)
        box = Array([0, 0, 100, 100])

        def stream(**entries: Any) -> pikepdf.Object:
            return pdf.make_indirect(pdf.make_stream(drawing, **entries))

        glyph = pdf.make_indirect(pdf.make_stream(b"100 0 d0\n" + drawing))
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=box,
            FontMatrix=Array([0.01, 0, 0, 0.01, 0, 0]),
            CharProcs=Dictionary(a=glyph),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([100]),
        )
        tile = stream(
            Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=box, XStep=100, YStep=100,
            Resources=Dictionary(),
        )  # fmt: skip
        first.Resources.XObject = Dictionary(F=stream(Type=Name.XObject, Subtype=Name.Form, BBox=box))
        first.Resources.Font.T = font
        first.Resources.Pattern = Dictionary(P=tile)
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=box, AP=Dictionary(N=stream(BBox=box)))
        first.Annots = Array([pdf.make_indirect(stamp)])
        uses = pdf.make_stream(b"\nq /F Do Q /Pattern cs /P scn 0 100 80 80 re f BT /T 20 Tf 9 9 Td (a) Tj ET\n")
        first.Contents = Array([first.Contents, stream(), pdf.make_indirect(uses)])
        second.Contents = stream()
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("before", [b"", INLINE, b"(a (b % ) c) Tj ", b"/BI gs /ID gs "])
def test_comments_in_drawing_instructions_are_gone_and_nothing_looks_otherwise(before: bytes) -> None:
    commented = a_commented_pdf(before + COMMENTED)
    assert everything_in(commented).count(MARK.encode()) == 18
    clean = pdf_without_metadata(commented)
    assert MARK.encode() not in everything_in(clean)
    assert drawn(clean) == drawn(commented)
    assert words_of(clean) == words_of(commented)
    assert pdf_without_metadata(clean) == clean


def instructions_in(pdf: bytes) -> list[tuple[str, list[str]]]:
    """Of its second page; an inline picture by its first pixels."""
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as opened:
        read = pikepdf.parse_content_stream(opened.pages[1])
        return [
            ("picture", [repr(each.iimage.read_raw_bytes()[:4])])
            if isinstance(each, pikepdf.ContentStreamInlineImage)
            else (str(each.operator), [repr(operand) for operand in each.operands])
            for each in read
        ]


@pytest.mark.parametrize(
    "drawing",
    [
        b"BT /F1 12 Tf 20 100 Td (100 % of it, \\(50 % \\) and (10 %)) Tj ET",
        INLINE,
        INLINE + SQUARE,
        b"/Span <</ActualText (5 %)>> BDC " + SQUARE + b" EMC",
        b"BT /F1 12 Tf <25> Tj ET",
        b'[2 1.50] 0 d /P <</MCID 3>> BDC 1 0 0 RG /G gs [(a) -20 (b)] TJ 1 2 (c) " 0 0 10 10 re W* n EMC',
        SQUARE + b"(never closed %",
    ],
)
def test_what_only_looks_like_a_comment_stays(drawing: bytes) -> None:
    before = a_commented_pdf(drawing)
    clean = pdf_without_metadata(before)
    assert instructions_in(clean) == instructions_in(before)
    assert (drawn(clean), words_of(clean)) == (drawn(before), words_of(before))


@given(st.text("ab%()\\ \n", max_size=20), st.text("ab%( )<>", max_size=20))
def test_a_comment_ends_with_its_line_and_a_string_does_not(text: str, comment: str) -> None:
    string = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    drawing = b"BT (" + string + b") Tj ET"
    clean = pdf_without_metadata(a_commented_pdf(b"%" + comment.encode() + b"\n" + drawing + b" %x"))
    assert instructions_in(clean) == instructions_in(a_commented_pdf(drawing))


MARKED = MARK.encode()
PIXELS = zlib.compress(b"\x00\x40\x80\xff")
PHOTOGRAPH = dict(pictures())["jpeg-e1"]
HIDDEN = {
    "entries of a span": b"/Span <</ActualText (a) /Creator (" + MARKED + b")>> BDC " + SQUARE + b" EMC",
    "entry with another type": b"/Span <</MCID (" + MARKED + b") /Lang /" + MARKED + b">> BDC EMC",
    "marked points": b"/Foo <</Path (" + MARKED + b")>> DP /" + MARKED + b" MP",
    "for other programs": b"BX (" + MARKED + b") unknown EX",
    "unknown": b"<</a (" + MARKED + b")>> unknown",
    "operands of nothing": b"(" + MARKED + b") n /" + MARKED + b" q [(" + MARKED + b")] Q",
    "words among dashes": b"[(" + MARKED + b") 2] 0 d",
    "names among what is shown": b"BT /F1 9 Tf [/" + MARKED + b" (a)] TJ ET",
    "operands at the end": b"(" + MARKED + b")",
    "behind pixels": b"q BI /W 2 /H 2 /BPC 8 /CS /G ID abcd" + MARKED + b" EI Q",
    "behind a mask": b"q BI /W 9 /H 2 /IM true ID abcd" + MARKED + b" EI Q",
    "entry of a picture": b"q BI /W 2 /H 2 /BPC 8 /CS /G /Made (" + MARKED + b") ID abcd EI Q",
    "behind packed pixels": b"q BI /W 2 /H 2 /BPC 8 /CS /G /F /Fl ID " + PIXELS + MARKED + b" EI Q",
    "behind pixels as letters": b"q BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 25> " + MARKED + b" EI Q",
    "in a photograph": b"q 9 0 0 9 0 0 cm BI /W 60 /H 40 /BPC 8 /CS /RGB /F /DCT ID " + PHOTOGRAPH + b" EI Q",
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_what_is_not_drawn_is_gone_and_nothing_looks_otherwise(kind: str) -> None:
    before = a_commented_pdf(SQUARE + b" " + HIDDEN[kind])
    assert MARKED in everything_in(before)
    clean = pdf_without_metadata(before)
    assert MARKED not in everything_in(clean)
    assert drawn(clean) == drawn(before)
    assert pdf_without_metadata(clean) == clean
