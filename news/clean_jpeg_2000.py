"""JPEG 2000 by an allow-list (ISO/IEC 15444-1, annexes A and I), as PDFs have it inside: XMP, EXIF and C2PA (boxes
xml, uuid, jumb), resolution, comments of the encoder and a colour profile's maker go; the pixels' code stays."""

import struct
from collections.abc import Iterator

from news.clean_icc import clean_profile

_KEPT = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")
_KEPT_OF_HEADER = (b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef")
_START, _TILE, _COMMENT = b"\xff\x4f", 0xFF90, 0xFF64
_BY_PROFILE = (2, 3)
"""Methods of a colr box: a restricted profile, and any."""


def clean_jpeg_2000(data: bytes) -> bytes:
    """Raises ValueError for what ends before its end."""
    if data.startswith(_START):
        return _clean_code(data)
    return b"".join(_box(name, _clean_box(name, content)) for name, content in _boxes(data) if name in _KEPT)


def _clean_box(name: bytes, content: bytes) -> bytes:
    if name == b"jp2c":
        return _clean_code(content)
    if name == b"jp2h":
        inner = ((kind, _clean_colour(held) if kind == b"colr" else held) for kind, held in _boxes(content))
        return b"".join(_box(kind, held) for kind, held in inner if kind in _KEPT_OF_HEADER)
    return content


def _clean_colour(content: bytes) -> bytes:
    profile = clean_profile(content[3:]) if content[:1] and content[0] in _BY_PROFILE else None
    return content[:3] + profile if profile else content


def _clean_code(code: bytes) -> bytes:
    """Without comments in the main header; those of a tile would change its length, and nobody writes there."""
    out, at = [code[:2]], 2
    while at + 4 <= len(code):
        marker, size = struct.unpack_from("!HH", code, at)
        if marker == _TILE:
            return b"".join(out) + code[at:]
        if marker < 0xFF00 or size < 2:
            break
        if marker != _COMMENT:
            out.append(code[at : at + 2 + size])
        at += 2 + size
    raise ValueError("no tile")


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack("!I4s", len(content) + 8, name) + content


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from("!I4s", data, at)
        head = 8
        if size == 1 and at + 16 <= len(data):
            (size,) = struct.unpack_from("!Q", data, at + 8)
            head = 16
        size = size or len(data) - at  # 0: to the end
        if size < head or at + size > len(data):
            raise ValueError("no end")
        yield name, data[at + head : at + size]
        at += size
