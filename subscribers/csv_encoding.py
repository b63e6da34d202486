"""Text encoding of a CSV file: Unicode by its marks or its looks, else a code page, guessed or asked for."""

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from core.errors import InputRefused
from subscribers.alphabets import LANGUAGES
from subscribers.charset_guess import NAMES, OFFERED, SAMPLE_LINES, CodePageResult, SampleLine, choices, guess
from subscribers.csv_noes import letters
from subscribers.encoded_twice import TWICE, MojibakeFinding, find_twice_encoded
from subscribers.quoted import quoted

_PIECE = 64 * 1024
_MAX_LINE = 4_000
_EXAMPLES = 3
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_BETWEEN_CELLS = re.compile(rb'[,;\t"]')
_TITLES_ARE_IN = frozenset({"sl"})
"""Of those that have letters of their own; other systems' are in English."""
_UNICODE = {"utf-8": "utf-8-sig", "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be"}
_NEVER_READ_AS = {
    "shift-jis": "shift_jis",
    "gb18030": "gb18030",
    "big5": "big5",
    "euc-kr": "euc_kr",
}
"""Of two bytes a letter: whatever an old file holds can be read as one of them, so nobody is offered it."""
ENCODINGS = {**_UNICODE, **NAMES, **OFFERED, **_NEVER_READ_AS, **dict.fromkeys(TWICE, "utf-8-sig")}
"""What a person may say that a file is in, by the name."""


_ALSO = {
    "iso-8859-1": ("latin1",),
    "iso-8859-2": ("latin2",),
    "iso-8859-4": ("latin4",),
    "iso-8859-5": ("cyrillic",),
    "iso-8859-6": ("arabic", "asmo-708", "ecma-114"),
    "iso-8859-7": ("greek",),
    "iso-8859-8": ("hebrew", "iso-8859-8-i"),
    "iso-8859-9": ("latin5",),
    "iso-8859-15": ("latin9",),
    "windows-874": ("tis-620", "iso-8859-11"),
    "gb18030": ("gbk", "gb2312"),
}
"""Other names that programs show for them (IANA's character sets)."""


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    name: str
    """As people know it."""
    codec: str
    is_guessed: bool = False

    @property
    def read_again_as(self) -> str | None:
        """The code page that UTF-8 was taken for on its way, as a person says."""
        return TWICE.get(self.name)


def read_encoding_name(name: str) -> EncodingChoice:
    """Of what a person says, in any usual spelling: cp1250, Windows-1250. Raises InputRefused."""
    word = letters(name)
    for known, codec in ENCODINGS.items():
        spellings = {
            known,
            codec,
            known.replace("ibm", "cp"),
            known.replace("windows-", ""),
            *_ALSO.get(known, ()),
        }
        if word in map(letters, spellings):
            return EncodingChoice(known, codec)
    raise InputRefused("subscribers-encoding-unknown", encoding=quoted(name, 40), known=", ".join(ENCODINGS))


def find_encoding(
    file: BinaryIO, name: str, *, chosen: str | None = None, languages: Collection[str] = ()
) -> EncodingChoice:
    """The encoding in which the whole file can be read. `chosen`: by a person; `languages`: of people in lines
    that name none. Raises InputRefused, with the names as read, where a person has to choose."""
    head = file.read(64)
    candidates = [read_encoding_name(chosen)] if chosen else list(_unicode_candidates(head))
    for candidate in candidates:
        if _can_be_read_as(candidate.codec, file):
            if not chosen and (mojibake := find_twice_encoded(_lines(file, candidate.codec))):
                raise _twice(name, mojibake)
            file.seek(0)
            return candidate
    if chosen or candidates[0].codec != "utf-8":
        raise InputRefused("subscribers-file-encoding", file=name)
    reading, readings = guess(_sample(file), languages=languages or _TITLES_ARE_IN)
    file.seek(0)
    if reading is None or not _can_be_read_as(reading.codec, file):
        raise _unclear(name, readings)
    file.seek(0)
    return EncodingChoice(reading.name, reading.codec, is_guessed=True)


def _unclear(file_name: str, readings: list[CodePageResult]) -> InputRefused:
    if not readings:
        return InputRefused("subscribers-file-encoding", file=file_name)
    shown = choices(readings)
    as_read = "; ".join(
        f"{reading.name}: {', '.join(quoted(word, 30) for word in reading.tokens[:_EXAMPLES])}"
        for reading in shown
    )
    return InputRefused(
        "subscribers-file-encoding-unclear", file=file_name, readings=as_read, option=f"--encoding {shown[0].name}"
    )


def _twice(file_name: str, mojibake: MojibakeFinding) -> InputRefused:
    return InputRefused(
        "subscribers-file-encoded-twice",
        file=file_name,
        readings="; ".join(f"{quoted(word, 30)} → {quoted(mended, 30)}" for word, mended in mojibake.examples),
        mend=f"--encoding {mojibake.name}",
        keep="--encoding utf-8",
    )


def _lines(file: BinaryIO, codec: str) -> Iterator[str]:
    """In pieces where one is longer than any row may be."""
    file.seek(0)
    text = TextIOWrapper(file, encoding=codec, newline=None)
    try:
        while line := text.readline(_MAX_LINE):
            yield line
    finally:
        text.detach()


def _unicode_candidates(head: bytes) -> Iterator[EncodingChoice]:
    for mark, codec in _BYTE_ORDER_MARKS.items():
        if head.startswith(mark):
            yield EncodingChoice(codec.removesuffix("-sig"), codec)
            return
    # UTF-16 without a mark: every second byte of a Latin header is a NUL.
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_second = head[first::2]
        if every_second.count(0) > len(every_second) // 2:
            yield EncodingChoice(codec, codec)
            return
    yield EncodingChoice("utf-8", "utf-8")


def _sample(file: BinaryIO) -> list[SampleLine]:
    """The first lines that are not plain ASCII. The header's titles are ours; each other one names its language
    itself, where it does."""
    lines: list[SampleLine] = []
    is_header = True
    for text in _lines(file, "latin-1"):  # a byte a letter; old Macs end a line with CR alone
        line = text.encode("latin-1")
        if len(lines) == SAMPLE_LINES:
            break
        if not line.isascii():
            lines.append(SampleLine(line, _TITLES_ARE_IN if is_header else _languages_in(line)))
        is_header = is_header and (not line.strip() or line.lower().lstrip(b'"').startswith(b"sep="))
    return lines


def _languages_in(line: bytes) -> frozenset[str]:
    cells = (cell.strip().lower().partition(b"-")[0] for cell in _BETWEEN_CELLS.split(line))
    return frozenset(cell.decode("ascii") for cell in cells if cell.isascii()) & LANGUAGES


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
