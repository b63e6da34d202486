"""Decompression bomb: the body of an answer, unpacked while it comes and never beyond what was asked for.

The codings are those of RFC 9110, section 8.4.1, as far as Python's own library knows them.
"""

import zlib
from collections.abc import Iterable

_GZIP, _ZLIB, _RAW = 31, 15, -15
"""What zlib calls window bits: which wrapper it expects."""
_READABLE = ("", "identity", "gzip", "x-gzip", "deflate")


class BadlyPacked(Exception):
    """The body is not packed in the way that it says."""


def can_unpack(coding: str) -> bool:
    return coding in _READABLE


def read_body(chunks: Iterable[bytes], coding: str, at_most: int) -> bytes:
    """The first `at_most` bytes, unpacked where `coding` can be. Raises BadlyPacked.

    No more is asked of `chunks` than that takes; what unpacks into nothing for ever is for the deadline."""
    body = bytearray()
    unpack = None if coding in ("", "identity") or not can_unpack(coding) else _Unpacking(coding)
    for chunk in chunks:
        room = at_most - len(body)
        body += unpack.feed(chunk, room) if unpack else chunk[:room]
        if len(body) >= at_most:
            break
    return bytes(body)


class _Unpacking:
    def __init__(self, coding: str) -> None:
        self._is_deflate = coding == "deflate"
        self._stream = zlib.decompressobj(_ZLIB if self._is_deflate else _GZIP)
        self._is_begun = False

    def feed(self, chunk: bytes, room: int) -> bytes:
        try:
            return self._fed(chunk, room)
        except zlib.error as error:
            raise BadlyPacked from error

    def _fed(self, chunk: bytes, room: int) -> bytes:
        try:
            return self._stream.decompress(chunk, room)
        except zlib.error:
            # Some servers call it deflate and leave out the wrapper that the RFC asks for.
            if not self._is_deflate or self._is_begun:
                raise
            self._stream = zlib.decompressobj(_RAW)
            return self._stream.decompress(chunk, room)
        finally:
            self._is_begun = True
