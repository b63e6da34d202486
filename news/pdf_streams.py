"""Streams of a PDF: JPEG and JPEG 2000 pictures inside keep what their camera wrote, until it is taken out."""

import base64
import binascii
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from core.errors import InputRefused
from news.clean_jpeg import clean_jpeg
from news.pdf_keys import OUTSIDE_STREAM

if TYPE_CHECKING:
    import pikepdf

_MOST_PACKED = 100_000_000
_JP2_KEPT = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")
"""ISO/IEC 15444-1, annex I; not xml, uuid and jumb, where XMP, EXIF and C2PA are."""


def clean_stream(stream: "pikepdf.Object") -> None:
    """Raises InputRefused for a picture that is damaged, or packed as nobody packs one."""
    for name in set(stream.keys()) & OUTSIDE_STREAM:
        del stream[name]
    filters = _filters(stream)
    if filters[-1:] == ["/DCTDecode"]:
        _write(stream, _unpacked(stream, filters[:-1]), clean_jpeg)
    elif filters[-1:] == ["/JPXDecode"]:
        _write(stream, _unpacked(stream, filters[:-1]), clean_jpeg_2000)


def clean_jpeg_2000(data: bytes) -> bytes:
    """Raises ValueError for what ends before its end. A bare codestream is left as it is."""
    if data.startswith(b"\xff\x4f\xff\x51"):
        return data
    return b"".join(box for name, box in _boxes(data) if name in _JP2_KEPT)


def _write(stream: "pikepdf.Object", data: bytes, cleaner: Callable[[bytes], bytes]) -> None:
    import pikepdf

    filters = _filters(stream)
    parameters: Any = stream.get("/DecodeParms")
    if isinstance(parameters, pikepdf.Array):
        parameters = parameters[-1] if len(parameters) else None
    try:
        clean = cleaner(data)
    except ValueError as error:
        raise InputRefused("news-pdf-unreadable") from error
    has_parameters = isinstance(parameters, pikepdf.Dictionary)
    stream.write(clean, filter=pikepdf.Name(filters[-1]), decode_parms=parameters if has_parameters else None)


def _filters(stream: "pikepdf.Object") -> list[str]:
    import pikepdf

    said = stream.get("/Filter")
    if said is None:
        return []
    return [str(name) for name in said] if isinstance(said, pikepdf.Array) else [str(said)]


def _unpacked(stream: "pikepdf.Object", filters: list[str]) -> bytes:
    """What other filters were put around the picture, bounded."""
    data = stream.read_raw_bytes()
    for name in filters:
        try:
            if name == "/FlateDecode":
                data = zlib.decompressobj().decompress(data, _MOST_PACKED)
            elif name == "/ASCII85Decode":
                data = base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
            elif name == "/ASCIIHexDecode":
                data = binascii.unhexlify(b"".join(data.split()).removesuffix(b">"))
            else:
                raise InputRefused("news-pdf-unreadable")
        except (zlib.error, ValueError) as error:
            raise InputRefused("news-pdf-unreadable") from error
    return data


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from("!I4s", data, at)
        if size == 1 and at + 16 <= len(data):
            (size,) = struct.unpack_from("!Q", data, at + 8)
        size = size or len(data) - at  # 0: to the end
        if size < 8 or at + size > len(data):
            raise ValueError("no end")
        yield name, data[at : at + size]
        at += size
