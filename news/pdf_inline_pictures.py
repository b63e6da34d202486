"""Metadata removal from a PDF's inline pictures (ISO 32000-2, 8.9.7): what stands behind their pixels goes, and of
their entries all but those that make a picture."""

import zlib
from typing import TYPE_CHECKING, Any

from core.errors import InputRefused
from news.clean_jpeg import clean_jpeg

if TYPE_CHECKING:
    import pikepdf

_ENTRIES = (
    ("/Width", "W"),
    ("/Height", "H"),
    ("/BitsPerComponent", "BPC"),
    ("/ColorSpace", "CS"),
    ("/Decode", "D"),
    ("/ImageMask", "IM"),
    ("/Interpolate", "I"),
)
_COMPONENTS = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/Indexed": 1}


def inline_picture(picture: "pikepdf.PdfInlineImage") -> bytes:
    """From BI to EI. Raises InputRefused for a damaged JPEG."""
    import pikepdf

    described: Any = picture.obj
    entries = [f"/{short} ".encode() + _unparsed(described[key]) for key, short in _ENTRIES if key in described]
    data = picture.read_raw_bytes()
    filters = _names(described.get("/Filter"))
    if not filters:
        data = _cut(data, described)
    elif filters == ["/DCTDecode"]:
        data = _jpeg(data)
        entries.append(b"/F /DCT")
    else:
        try:
            pixels = _unpacked(data, described)
        except pikepdf.PdfError:  # of a filter that qpdf does not undo: fax
            entries += [
                f"/{short} ".encode() + _unparsed(described[key])
                for key, short in (("/Filter", "F"), ("/DecodeParms", "DP"))
                if key in described
            ]
        else:
            data = zlib.compress(_cut(pixels, described), 9)
            entries.append(b"/F /Fl")
    end = b"EI" if data[-1:] in (b" ", b"\n", b"\r", b"\t") and filters else b"\nEI"
    return b"BI " + b" ".join(entries) + b" ID " + data + end


def _jpeg(data: bytes) -> bytes:
    try:
        return clean_jpeg(data)
    except ValueError as error:
        raise InputRefused("news-pdf-unreadable") from error


def _unpacked(data: bytes, described: Any) -> bytes:
    import pikepdf

    with pikepdf.new() as scratch:
        stream = scratch.make_stream(data)
        stream.write(data, filter=described["/Filter"], decode_parms=described.get("/DecodeParms"))
        return stream.read_bytes()


def _cut(pixels: bytes, described: Any) -> bytes:
    """Whole where the colours are named among the resources, of which it is not known here how many they are."""
    is_mask = bool(described.get("/ImageMask", False))
    spaces = _names(described.get("/ColorSpace"))
    components = 1 if is_mask else _COMPONENTS.get(spaces[0] if spaces else "")
    if components is None:
        return pixels
    bits = components * (1 if is_mask else int(described.get("/BitsPerComponent", 8)))
    return pixels[: (int(described["/Width"]) * bits + 7) // 8 * int(described["/Height"])]


def _names(given: Any) -> list[str]:
    import pikepdf

    if isinstance(given, pikepdf.Name):
        return [str(given)]
    return (
        [str(name) for name in given if isinstance(name, pikepdf.Name)] if isinstance(given, pikepdf.Array) else []
    )


def _unparsed(given: Any) -> bytes:
    import pikepdf

    return pikepdf.unparse_content_stream([([given], pikepdf.Operator("q"))])[:-2]
