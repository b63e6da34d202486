"""Files with a maker's words in every place that metadata can have. `MARK` is what must never survive."""

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageCms

from tests.news.making import a_written_pdf

MARK = "Ana-Novak-at-risk"
WORDS = "Adequate housing"


def a_photograph(kind: str, *, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    picture = Image.effect_noise((60, 40), 90).convert(mode)
    picture.save(out, kind)
    return out.getvalue()


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))


def pictures(mark: str = MARK) -> Iterator[tuple[str, bytes]]:
    """Where the words are, and the picture."""
    marker = mark.encode()
    jpeg = a_photograph("JPEG")
    for number, head in {
        **{0xE1: b"Exif\0\0", 0xE2: b"FPXR\0", 0xED: b"Photoshop 3.0\0", 0xEB: b"JP\0\x01", 0xFE: b"", 0xEF: b""},
        0xE0: b"JFXX\0",
    }.items():
        segment = struct.pack("!BBH", 0xFF, number, len(head + marker) + 2) + head + marker
        yield f"jpeg-{number:x}", jpeg[:2] + segment + jpeg[2:]
    yield "jpeg-behind", jpeg + b"PK\x03\x04" + marker
    png = a_photograph("PNG")
    for name, head in {
        b"tEXt": b"Author\0",
        b"iTXt": b"XML:com.adobe.xmp\0\0\0\0\0",
        b"eXIf": b"MM",
        b"tIME": b"",
        b"caBX": b"jumb",
        b"prVt": b"",
        b"iCCP": b"name\0\0",
        b"pHYs": b"",
    }.items():
        yield f"png-{name.decode()}", png[:33] + png_chunk(name, head + marker) + png[33:]
    yield "png-zTXt", png[:33] + png_chunk(b"zTXt", b"Author\0\0" + zlib.compress(marker, 0)) + png[33:]
    yield "png-behind", png + b"PK\x03\x04" + marker
    yield "png-in-pixels", png[:-12] + png_chunk(b"IDAT", marker) + png[-12:]
    gif = a_photograph("GIF", mode="P")
    blocks = bytes([len(marker)]) + marker + b"\0"
    start = 13 + (3 << ((gif[10] & 7) + 1))
    for where, block in {
        "comment": b"\x21\xfe" + blocks,
        "xmp": b"\x21\xff\x0bXMP DataXMP" + blocks,
        "loops": b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0" + blocks,
        "plain": b"\x21\x01\x0c" + bytes(12) + blocks,
    }.items():
        yield f"gif-{where}", gif[:start] + block + gif[start:]
    yield "gif-behind", gif + marker
    webp = a_photograph("WEBP")
    for name in (b"EXIF", b"XMP ", b"C2PA", b"ANMX"):
        chunk = name + struct.pack("<I", len(marker)) + marker + bytes(len(marker) % 2)
        flags = (
            b"VP8X"
            + struct.pack("<I", 10)
            + b"\x0c\0\0\0"
            + (59).to_bytes(3, "little")
            + (39).to_bytes(3, "little")
        )
        body = b"WEBP" + flags + webp[12:] + chunk
        yield f"webp-{name.decode().strip()}", b"RIFF" + struct.pack("<I", len(body)) + body
    yield "webp-behind", webp + marker


def a_profile(mark: str = MARK) -> bytes:
    """sRGB, with words where profiles have their description."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace("sRGB".encode("utf-16-be"), mark[:4].encode("utf-16-be"))


def a_telling_pdf(mark: str = MARK) -> bytes:
    """Everywhere that ISO 32000 lets a program, a person or a script leave words."""
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf(WORDS, "for migrants"))) as pdf:
        root, first, second = pdf.Root, pdf.pages[0].obj, pdf.pages[1].obj
        pdf.docinfo["/Author"] = pdf.docinfo["/Title"] = String(f"D:/{mark}/draft.docx")
        telling = pdf.make_stream(mark.encode(), Type=Name.Metadata, Subtype=Name.XML)
        private = Dictionary(Word=Dictionary(LastModified="D:2026", Private=String(mark)))
        script = Dictionary(
            S=Name.JavaScript, JS=String(mark), Next=Dictionary(S=Name.JavaScript, JS=String(mark))
        )
        pdf.attachments["path.txt"] = mark.encode()
        root.Metadata, root.PieceInfo, root.OpenAction = telling, private, script
        root.AA = Dictionary(WC=script)
        root.Names.JavaScript = Dictionary(Names=Array([String(mark), script]))
        root.Names.Dests = Dictionary(Names=Array([String("two"), Array([second, Name.Fit])]))
        root.AF = Array([Dictionary(Type=Name.Filespec, F=String(mark))])
        root.Lang, root.MarkInfo = String("en-GB"), Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))
        root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(Creator=String(mark)))
        for page in (first, second):
            page.Metadata, page.PieceInfo, page.LastModified = telling, private, String(mark)
            page.Thumb, page.AA = pdf.make_stream(mark.encode()), Dictionary(O=script)
        first.Resources.XObject = Dictionary(
            JS=_a_photograph(pdf, telling, mark), AA=_a_form(pdf, telling, private)
        )
        first.Contents = pdf.make_stream(
            first.Contents.read_bytes() + b"\nq 90 0 0 60 20 200 cm /JS Do Q q 1 0 0 1 20 300 cm /AA Do Q"
        )
        note = pdf.make_indirect(_annotation("Text", Contents=String(mark), T=String(mark)))
        file = pdf.make_indirect(
            _annotation("FileAttachment", FS=Dictionary(EF=Dictionary(F=pdf.make_stream(mark.encode()))))
        )
        link = _annotation("Link", A=_uri("https://example.org/"), Contents=String("A page"), NM=String(mark))
        first.Annots = Array(
            [
                *(note, file, link),
                _annotation("Link", A=_uri(f"javascript:{mark}")),
                _annotation("Link", A=Dictionary(S=Name.Launch, F=String(mark))),
                _annotation("Link", A=Dictionary(S=Name.GoToR, F=String(mark), D=Array([0, Name.Fit]))),
                _annotation("Link", A=Dictionary(S=Name.SubmitForm, F=String(mark))),
                _annotation("Link", A=Dictionary(S=Name.GoTo, D=String("two"), Next=script)),
                _annotation(
                    "Highlight", T=String(mark), M=String(mark), RC=String(mark), QuadPoints=Array([0] * 8)
                ),
            ]
        )
        root.StructTreeRoot = _tags(pdf, file, telling, mark)
        field = pdf.make_indirect(
            _annotation(
                "Widget", FT=Name.Tx, T=String("name"), V=String("typed"), AA=Dictionary(K=script), A=script
            )
        )
        first.Annots.append(field)
        root.AcroForm = Dictionary(Fields=Array([field]), XFA=pdf.make_stream(mark.encode()), CO=Array([field]))
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Second", 1))
        pdf.trailer.ID = Array([String(mark), String(mark)])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue() + b"PK\x03\x04" + mark.encode()


def _tags(pdf: pikepdf.Pdf, file: pikepdf.Object, telling: pikepdf.Object, mark: str) -> pikepdf.Object:
    attributes = Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String(mark), V=String(mark))]))
    pointed = Dictionary(Type=Name.OBJR, Obj=file)
    element = Dictionary(
        Type=Name.StructElem, S=Name.P, Alt=String("A sea"), K=Array([pointed]), A=attributes, Metadata=telling
    )
    return pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([pdf.make_indirect(element)])))


def _a_photograph(pdf: pikepdf.Pdf, telling: pikepdf.Object, mark: str) -> Stream:
    exif = b"Exif\0\0" + mark.encode()
    jpeg = a_photograph("JPEG")
    jpeg = jpeg[:2] + struct.pack("!BBH", 0xFF, 0xE1, len(exif) + 2) + exif + jpeg[2:]
    photograph = pdf.make_stream(
        zlib.compress(jpeg),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=60,
        Height=40,
        BitsPerComponent=8,
        ColorSpace=Array([Name.ICCBased, pdf.make_stream(a_profile(mark), N=3)]),
        Metadata=telling,
    )
    photograph.write(zlib.compress(jpeg), filter=Array([Name.FlateDecode, Name.DCTDecode]))
    return photograph


def _a_form(pdf: pikepdf.Pdf, telling: pikepdf.Object, private: pikepdf.Object) -> Stream:
    return pdf.make_stream(
        b"0 0 30 30 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 30, 30]),
        Metadata=telling,
        PieceInfo=private,
    )


def _annotation(kind: str, **entries: Any) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([20, 20, 60, 60]), **entries)


def _uri(address: str) -> Dictionary:
    return Dictionary(S=Name.URI, URI=String(address))


def an_updated_pdf(old: str, new: str) -> bytes:
    """An incremental update: the words of the first revision are still in the file, and no page uses them."""
    first = a_written_pdf(old)
    drawn = f"BT /F1 12 Tf 20 100 Td ({new}) Tj ET"
    before = first.index(b"startxref")
    table = int(first[before:].split()[1])
    place = len(first)
    added = f"4 0 obj\n<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream\nendobj\n"
    xref = (
        f"xref\n4 1\n{place:010} 00000 n \ntrailer << /Size 6 /Root 1 0 R /Prev {table} >>\n"
        f"startxref\n{place + len(added)}\n%%EOF\n"
    )
    return first + (added + xref).encode()


def everything_in(pdf: bytes) -> bytes:
    """All bytes of a PDF, and those of each stream, unpacked; each string, too, in whatever way it is written."""
    parts = [pdf]
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, Stream):
                parts.append(thing.read_raw_bytes())
                if "DCTDecode" not in repr(thing.get("/Filter")):
                    parts.append(thing.read_bytes())
            parts.append(thing.unparse(resolved=True))
    return b"\n".join(parts)
