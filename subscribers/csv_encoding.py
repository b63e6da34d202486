"""Which encoding a CSV file is in: UTF-8 and UTF-16 by their marks or their looks, else Windows-1250 (š, č, ž)."""

import codecs
from typing import BinaryIO

from core.errors import InputRefused

_PIECE = 64 * 1024
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WORKBOOK = b"PK\x03\x04"


def find_encoding(file: BinaryIO, name: str) -> str:
    """The encoding in which the whole file can be read. Raises InputRefused."""
    head = file.read(64)
    if head.startswith(_WORKBOOK):
        raise InputRefused("subscribers-file-is-workbook", file=name)
    for candidate in _candidates(head):
        if _can_be_read_as(candidate, file):
            file.seek(0)
            return candidate
    raise InputRefused("subscribers-file-encoding", file=name)


def _candidates(head: bytes) -> list[str]:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if head.startswith(mark):
            return [encoding]
    # UTF-16 without a mark: every second byte of a Latin header is a NUL.
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_second = head[first::2]
        if every_second.count(0) > len(every_second) // 2:
            return [encoding]
    return ["utf-8", "cp1250"]


def _can_be_read_as(encoding: str, file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
