"""JPEG segments by an allow-list (ISO/IEC 10918-1, annex B): EXIF, XMP, IPTC, C2PA (JUMBF in APP11), comments,
thumbnails and whatever stands behind the end go; tables and scans stay as they are, so that no pixel changes."""

import struct
from collections.abc import Iterator

from news.clean_icc import clean_profile

_SOI, _EOI, _SOS, _APP0, _APP2, _APP14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE2, 0xEE
_STANDALONE = frozenset([0x01, *range(0xD0, 0xD8)])
_KEPT = frozenset([*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD]) - {0xC8}
"""Frames, tables of Huffman codes, of arithmetic conditioning, of quantisation; lines, restart interval."""
_JFIF = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
"""Without a density, which is the scanner's, and without a thumbnail, which may show what was cut away."""
_ICC = b"ICC_PROFILE\0"
_PART = 65_519
"""Bytes of a profile that one segment holds."""


def clean_jpeg(data: bytes) -> bytes:
    """Raises ValueError for what is no JPEG, or ends before its end."""
    heads: dict[int, bytes] = {}
    profile: dict[int, bytes] = {}
    body: list[bytes] = []
    for marker, content in _segments(data):
        if marker == _APP0 and content.startswith(b"JFIF\0"):
            heads[marker] = _segment(_APP0, _JFIF)
        elif marker == _APP14 and content.startswith(b"Adobe") and len(content) >= 12:
            # How the colours are coded, in its last byte; the version and flags before it mean nothing any more.
            heads[marker] = _segment(_APP14, b"Adobe\0\x64\0\0\0\0" + content[11:12])
        elif marker == _APP2 and content.startswith(_ICC) and len(content) > 14:
            profile[content[12]] = content[14:]
        elif marker in _KEPT:
            body.append(_segment(marker, content))
        elif marker == _SOS:
            body.append(b"\xff\xda" + content)
    colours = clean_profile(b"".join(profile[number] for number in sorted(profile))) if profile else None
    start = b"".join(heads[marker] for marker in sorted(heads))
    return b"\xff\xd8" + start + b"".join(_profile_segments(colours or b"")) + b"".join(body) + b"\xff\xd9"


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and content, up to the end of the image; that of a scan is its header and all its coded data."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    at = 2
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise ValueError("no end")
        while data[at : at + 1] == b"\xff":
            at += 1
        marker = data[at] if at < len(data) else _EOI
        at += 1
        if marker == _EOI:
            return
        if marker in _STANDALONE or marker in (0, _SOI):
            continue
        if at + 2 > len(data):
            raise ValueError("no end")
        (length,) = struct.unpack_from("!H", data, at)
        end = at + length
        if length < 2 or end > len(data):
            raise ValueError("no end")
        if marker == _SOS:
            end = _end_of_scan(data, end)
            yield marker, data[at:end]
        else:
            yield marker, data[at + 2 : end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker begins that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise ValueError("no end")
        following = data[at + 1]
        if following != 0 and following not in _STANDALONE and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack("!BBH", 0xFF, marker, len(content) + 2) + content


def _profile_segments(profile: bytes) -> Iterator[bytes]:
    parts = [profile[start : start + _PART] for start in range(0, len(profile), _PART)]
    for number, part in enumerate(parts, start=1):
        yield _segment(_APP2, _ICC + bytes([number, len(parts)]) + part)
