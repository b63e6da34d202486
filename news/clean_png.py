"""PNG chunks by an allow-list (PNG, third edition, 4.3): tEXt, iTXt, zTXt, eXIf, tIME, pHYs, C2PA (caBX), private
chunks and whatever stands behind IEND go, or behind the pixels inside IDAT; these stay as they are."""

import struct
import zlib
from collections.abc import Iterator

from news.clean_icc import clean_profile

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST = {
    **{b"IHDR": 13, b"PLTE": 768, b"tRNS": 256, b"IEND": 0, b"acTL": 8, b"fcTL": 26},
    **{b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"cICP": 4},
}
"""What is kept → the most bytes that it can have; more are somebody's."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PIXELS = (b"IDAT", b"fdAT")
_AT_ONCE = 1_000_000
_MOST_PROFILE = 4_000_000


def clean_png(data: bytes) -> bytes:
    """Raises ValueError for what is no PNG, ends before its end, or hides bytes among its pixels."""
    out, pixels = [_SIGNATURE], _Pixels()
    for name, content in _chunks(data):
        if len(content) > _MOST.get(name, len(content)):
            raise ValueError("a chunk holds more than it can")
        pixels.take(name, content)
        if name == b"iCCP":
            profile = clean_profile(_unpacked(content))
            out += [_chunk(b"iCCP", b"icc\0\0" + zlib.compress(profile, 9))] if profile else []
        elif name in _MOST or name in _PIXELS:
            out.append(_chunk(name, content))
    return b"".join(out)


class _Pixels:
    """That each compressed stream holds the rows of its image or frame, and not a byte more. Raises ValueError."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj()
        self._depth, self._is_interlaced = 1, False
        self._left = 0
        self._is_open = False

    def take(self, name: bytes, content: bytes) -> None:
        if name in (b"IHDR", b"fcTL", b"IEND"):
            self._end()
        if name == b"IHDR":
            width, height, bits, kind, _, _, lacing = struct.unpack("!IIBBBBB", content)
            self._depth, self._is_interlaced = bits * _SAMPLES.get(kind, 1), bool(lacing)
            self._left = self._size(width, height)
        elif name == b"fcTL":
            self._left = self._size(*struct.unpack_from("!II", content, 4))
        elif name in _PIXELS:
            self._unpack(content[4:] if name == b"fdAT" else content)

    def _unpack(self, packed: bytes) -> None:
        self._is_open = True
        try:
            while packed or not self._stream.eof:
                rows = self._stream.decompress(packed, _AT_ONCE)
                self._left -= len(rows)
                packed = self._stream.unconsumed_tail or self._stream.unused_data
                if self._left < 0 or (packed and self._stream.eof):
                    raise ValueError("bytes behind the pixels")
                if not rows and not packed:
                    return
        except zlib.error as error:
            raise ValueError("damaged pixels") from error

    def _end(self) -> None:
        if self._is_open and not self._stream.eof:
            raise ValueError("pixels without an end")
        self._stream, self._is_open = zlib.decompressobj(), False

    def _size(self, width: int, height: int) -> int:
        """Bytes of the rows, each with its filter."""
        size = 0
        for x, y, across, down in _ADAM7 if self._is_interlaced else ((0, 0, 1, 1),):
            columns, rows = -((x - width) // across), -((y - height) // down)
            size += rows * (1 + (columns * self._depth + 7) // 8) if columns > 0 and rows > 0 else 0
        return size


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(_SIGNATURE):
        raise ValueError("no PNG")
    at = len(_SIGNATURE)
    while at + 8 <= len(data):
        length, name = struct.unpack_from("!I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        if len(content) < length:
            break
        yield name, content
        if name == b"IEND":
            return
        at += length + 12
    raise ValueError("no end")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("!I", len(content)) + name + content + struct.pack("!I", zlib.crc32(name + content))


def _unpacked(content: bytes) -> bytes:
    packed = content.partition(b"\0")[2][1:]
    try:
        return zlib.decompressobj().decompress(packed, _MOST_PROFILE)
    except zlib.error:
        return b""
