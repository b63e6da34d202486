"""WebP chunks by an allow-list (RFC 9649): pixels, transparency and animation stay; EXIF, XMP, C2PA and unknown
chunks go, in frames, too, and whatever stands behind the end."""

import struct
from collections.abc import Iterator

from news.clean_icc import clean_profile

_PIXELS = (b"VP8 ", b"VP8L", b"ALPH")
_ICC_FLAG, _ALPHA_FLAG, _ANIMATION_FLAG = 0x20, 0x10, 0x02
_FRAME_HEAD = 16


def clean_webp(data: bytes) -> bytes:
    """Raises ValueError for what is no WebP, or ends before its end."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WebP")
    (size,) = struct.unpack_from("<I", data, 4)
    if size + 8 > len(data):
        raise ValueError("no end")
    chunks = list(_chunks(data[12 : size + 8]))
    profile = next((clean_profile(content) for name, content in chunks if name == b"ICCP"), None)
    body = b"".join(_kept(name, content, profile) for name, content in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _kept(name: bytes, content: bytes, profile: bytes | None) -> bytes:
    if name == b"VP8X" and len(content) >= 10:
        flags = content[0] & (_ALPHA_FLAG | _ANIMATION_FLAG) | (_ICC_FLAG if profile else 0)
        return _chunk(name, bytes([flags, 0, 0, 0]) + content[4:10])
    if name == b"ICCP" and profile:
        return _chunk(name, profile)
    if name == b"ANIM":
        return _chunk(name, content[:6])
    if name == b"ANMF":
        inside = (_chunk(*chunk) for chunk in _chunks(content[_FRAME_HEAD:]) if chunk[0] in _PIXELS)
        return _chunk(name, content[:_FRAME_HEAD] + b"".join(inside))
    return _chunk(name, content) if name in _PIXELS else b""


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        content = data[at + 8 : at + 8 + size]
        if len(content) < size:
            raise ValueError("no end")
        yield name, content
        at += 8 + size + size % 2


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
