"""Streams of a PDF: JPEG and JPEG 2000 pictures inside keep what their camera wrote, until it is taken out."""

import base64
import binascii
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.errors import InputRefused
from news.clean_jpeg import clean_jpeg
from news.clean_jpeg_2000 import clean_jpeg_2000
from news.pdf_keys import STREAM

if TYPE_CHECKING:
    import pikepdf

_MOST_PACKED = 100_000_000


def clean_stream(stream: "pikepdf.Object") -> None:
    """Raises InputRefused for a picture that is damaged, or packed as nobody packs one."""
    for name in set(stream.keys()) - STREAM:
        del stream[name]
    filters = _filters(stream)
    if filters[-1:] == ["/DCTDecode"]:
        _write(stream, _unpacked(stream, filters[:-1]), clean_jpeg)
    elif filters[-1:] == ["/JPXDecode"]:
        _write(stream, _unpacked(stream, filters[:-1]), clean_jpeg_2000)


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

    filters = stream.get("/Filter")
    if filters is None:
        return []
    return [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]


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
