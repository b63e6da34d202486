"""Whatever keys a program adds to a PDF's dictionaries are gone; tags, layers and pictures work as before."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from news.clean_pdf import pdf_without_metadata
from tests.equipment import skip_without
from tests.kill.patience import PATIENCE
from tests.news.making import a_written_pdf
from tests.news.test_clean_pdf import drawn
from tests.news.traces import MARK, a_photograph, everything_in
from tests.npm import exiftool


def private(place: str) -> dict[str, pikepdf.Object]:
    """Keys that the format does not know, and some that it knows elsewhere."""
    value = String(f"{MARK} {place}")
    names = ("/Path", "/PTEX.Fullbanner", "/AAPL:Keywords", "/Private", "/XUID", "/Title")
    return dict.fromkeys(names, value)


def a_pdf_of_private_keys() -> bytes:
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("One", "Two"))) as pdf:
        root, page = pdf.Root, pdf.pages[0].obj
        mark = String(MARK)
        figure = pdf.make_stream(
            b"0 0 30 30 re f",
            {
                "/Type": Name.XObject,
                "/Subtype": Name.Form,
                "/BBox": Array([0, 0, 30, 30]),
                "/PTEX.FileName": String(f"D:/{MARK}/clanek/slika.pdf"),
                "/PTEX.PageNumber": 1,
                "/PTEX.InfoDict": pdf.make_indirect(Dictionary({"/Company": mark, "/Title": mark})),
                "/Group": Dictionary({"/S": Name.Transparency, "/I": True, "/Owner": mark}),
            },
        )
        picture = pdf.make_stream(
            a_photograph("JPEG"),
            {
                "/Subtype": Name.Image,
                "/Width": 60,
                "/Height": 40,
                "/BitsPerComponent": 8,
                "/ColorSpace": Name.DeviceRGB,
                "/Filter": Name.DCTDecode,
                "/ID": mark,
                "/Name": Name(f"/{MARK}"),
                **private("picture"),
            },
        )
        function = Dictionary(
            {"/FunctionType": 2, "/Domain": Array([0, 1]), "/C0": Array([1]), "/C1": Array([0]), "/N": 1}
        )
        shading = Dictionary(
            {
                "/ShadingType": 2,
                "/ColorSpace": Name.DeviceGray,
                "/Coords": Array([0, 0, 90, 0]),
                "/Function": function,
                **private("shading"),
            }
        )
        layer = pdf.make_indirect(
            Dictionary(
                Type=Name.OCG,
                Name=String("Labels"),
                Usage=Dictionary(
                    User=Dictionary(Type=Name.Ind, Name=mark),
                    CreatorInfo=Dictionary(Creator=mark),
                    View=Dictionary(ViewState=Name.OFF),
                ),
            )
        )
        resources = page.Resources
        resources.XObject = Dictionary(Fx=figure, Im=picture)
        resources.Shading = Dictionary(S0=shading)
        resources.ExtGState = Dictionary(G0=Dictionary({"/ca": 0.5, "/SMaskName": mark, **private("state")}))
        resources.Properties = Dictionary(
            L0=layer, P0=Dictionary(Type=Name("/PlacedPDF"), Title=mark, Path=mark), W=mark
        )
        page.Group = Dictionary({"/S": Name.Transparency, **private("page's group")})
        page.Contents = pdf.make_stream(
            page.Contents.read_bytes()
            + b"\nq /G0 gs 90 0 0 90 20 200 cm /Im Do Q q 1 0 0 1 20 300 cm /Fx Do /S0 sh Q"
            + b" /OC /L0 BDC 200 20 30 30 re f EMC"
        )
        root.OCProperties = Dictionary(
            {
                "/OCGs": Array([layer]),
                "/D": Dictionary({"/Name": mark, "/Creator": mark, "/OFF": Array([layer])}),
                "/Configs": Array([Dictionary(Name=mark)]),
                **private("layers"),
            }
        )
        head, cell = pdf.make_indirect(Dictionary()), pdf.make_indirect(Dictionary())
        tags = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([head, cell])))
        for tag, kind, name in ((head, Name.TH, "head"), (cell, Name.TD, "cell")):
            tag.S, tag.P, tag.ID, tag.T, tag.Alt = kind, tags, String(f"{MARK} {name}"), mark, String(name)
            tag["/Priv"] = mark
        head.A = Dictionary({"/O": Name.Table, "/Scope": Name.Column, "/Author": mark})
        cell.A = Array([Dictionary({"/O": Name.Table, "/Headers": Array([head.ID])}), 0])
        cell.NS = Dictionary(
            Type=Name.Namespace,
            NS=String("http://iso.org/pdf2/ssn"),
            Schema=Dictionary(Type=Name.Filespec, F=mark, UF=mark),
        )
        tags.IDTree = Dictionary(Names=Array([cell.ID, cell, head.ID, head]))
        tags.ParentTree = Dictionary(Nums=Array([0, Array([head, cell])]))
        tags.PronunciationLexicon = Array([mark])
        root.StructTreeRoot, root.Lang = tags, String("en-GB")
        root.Outlines = pdf.make_indirect(Dictionary({"/Type": Name.Outlines, "/Private": mark}))
        root.Extensions = Dictionary({f"/{MARK}": Dictionary(BaseVersion=Name("/1.7"), URL=mark)})
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_keys_that_the_format_does_not_know_are_nowhere_in_the_file() -> None:
    telling = a_pdf_of_private_keys()
    assert everything_in(telling).count(MARK.encode()) > 40
    clean = pdf_without_metadata(telling)
    content = everything_in(clean)
    for trace in (MARK.encode(), b"PTEX", b"AAPL", b"slika.pdf"):
        assert trace not in content
    assert drawn(clean) == drawn(telling)
    assert pdf_without_metadata(clean) == clean


def test_a_cell_still_knows_its_header_and_a_layer_whether_it_is_shown() -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdf_without_metadata(a_pdf_of_private_keys()))) as pdf:
        tags = pdf.Root.StructTreeRoot
        head, cell = tags.K
        assert bytes(cell.A[0].Headers[0]) == bytes(head.ID) != bytes(cell.ID)
        by_name = pikepdf.NameTree(tags.IDTree)
        assert str(by_name[str(head.ID)].Alt) == "head"
        assert str(by_name[str(cell.ID)].Alt) == "cell"
        assert (str(head.S), str(cell.S), str(head.A.Scope)) == ("/TH", "/TD", "/Column")
        assert str(cell.NS.NS) == "http://iso.org/pdf2/ssn"
        assert [str(tag.Alt) for tag in tags.ParentTree.Nums[1]] == ["head", "cell"]
        layers = pdf.Root.OCProperties
        assert str(layers.OCGs[0].Name) == "Labels"
        assert layers.D.OFF[0].objgen == layers.OCGs[0].objgen
        assert layers.OCGs[0].Usage.View.ViewState == Name.OFF
        assert float(pdf.pages[0].obj.Resources.ExtGState.G0.ca) == 0.5
        assert pdf.check_pdf_syntax() == []


@pytest.fixture
def cleaned(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_without_metadata(a_pdf_of_private_keys()))
    return path


def test_exiftool_finds_nothing(cleaned: Path) -> None:
    assert MARK not in exiftool("-a", "-u", "-G", cleaned)


def test_poppler_finds_the_tags_and_nothing_else(cleaned: Path) -> None:
    if shutil.which("pdfinfo") is None:
        skip_without("pdfinfo")
    output = subprocess.run(
        ["pdfinfo", "-struct", cleaned], capture_output=True, check=True, text=True, timeout=PATIENCE
    ).stdout
    assert "TH" in output
    assert MARK not in output


def test_qpdf_has_nothing_to_complain_of(cleaned: Path) -> None:
    check = pikepdf.Job(["qpdf", "--check", str(cleaned)])
    check.run()
    assert (check.exit_code, check.has_warnings) == (0, False)
