"""Archives of CSV files as one table, made in the decode process, and bounded before anything is unpacked.

What is read are the files of one audience, a file for each state (`importers.mailchimp`): all their columns, and
one that says which file a row stood in. Nothing is written to a disk, so no name in an archive leads anywhere;
an archive in an archive is not opened. Each row is as many lines as in its file, so that lines can be told
(`file_parts`).
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.decode_frames import Frame
from core.errors import InputRefused
from subscribers.decode_sheet import MAX_COLUMNS, MAX_UNPACKED, decode_sheet
from subscribers.importers.mailchimp import STATE_TITLE
from subscribers.quoted import quoted

MAX_FILES = 100
_STATE_FILE = re.compile(
    r"(subscribed|unsubscribed|cleaned)_(?!sms_)\w*export\w*(?: ?\(\d+\)| \d+| copy(?: \d+)?)?\.csv",
    re.ASCII | re.IGNORECASE,
)
"""Also as programs call a second copy of one. Who gets text messages may not want email."""
_NOT_READ = re.compile(r"nonsubscribed_.*", re.IGNORECASE)
"""Mailchimp's contacts who have never been asked: they have said neither yes nor no."""
_SHEETS = frozenset({"[Content_Types].xml", "mimetype", "content.xml"})
_PACKED = b"PK\x03\x04"
_SHOWN = 5

Table = list[tuple[int, list[str]]]
"""Each row with the number of its lines."""


def decode_packed(data: bytes, options: Mapping[str, Any]) -> Frame:
    """A sheet (`decode_sheet`) or an archive, whichever it is. `options`: as there. The facts of an archive have
    `parts`: where each of its files begins. Raises InputRefused."""
    if not data.startswith(_PACKED):
        return decode_sheet(data, options)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError) as error:
        raise InputRefused("subscribers-sheet-unreadable", file=str(options["file"])) from error
    with archive:
        if not _SHEETS.isdisjoint(archive.namelist()):
            return decode_sheet(data, options)
        try:
            return _as_table(archive, str(options["file"]), int(options["max_rows"]))
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
            raise InputRefused("subscribers-archive-unreadable", file=str(options["file"])) from error


def _as_table(archive: zipfile.ZipFile, name: str, max_rows: int) -> Frame:
    entries = archive.infolist()
    chosen: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if bare := _state_file(entry.filename):
            # Those of two audiences may be called alike; none is passed over.
            chosen[bare if bare not in chosen else f"{bare} ({len(chosen) + 1})"] = entry
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in chosen.values()) > MAX_UNPACKED:
        raise InputRefused("subscribers-sheet-too-large", file=name, limit=MAX_UNPACKED // 1_000_000)
    if not chosen:
        names = ", ".join(quoted(entry.filename, 60) for entry in entries[:_SHOWN])
        raise InputRefused("subscribers-archive-unknown", file=name, names=names)
    others = [entry.filename for entry in entries if _is_passed_over(entry.filename)]
    if others:
        # One of them may say who has said no.
        names = ", ".join(quoted(each, 60) for each in others[:_SHOWN])
        raise InputRefused("subscribers-archive-other-files", file=name, names=names)
    tables = {part: _table(archive, entry, name) for part, entry in sorted(chosen.items())}
    if sum(map(len, tables.values())) - len(tables) > max_rows:
        raise InputRefused("subscribers-file-too-many-rows", file=name, limit=max_rows)
    text, parts = _joined(tables)
    return Frame({"parts": parts}, (text.encode("utf-8", "replace"),))


def _state_file(path: str) -> str:
    """Its bare name; empty for any other file, and for what a Mac adds to an archive."""
    folder, _, bare = path.replace("\\", "/").rpartition("/")
    return bare if _STATE_FILE.fullmatch(bare) and "__MACOSX" not in folder else ""


def _is_passed_over(path: str) -> bool:
    """A table that is none of those that are read."""
    folder, _, bare = path.replace("\\", "/").rpartition("/")
    is_table = bare.lower().endswith((".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"))
    return is_table and "__MACOSX" not in folder and not _state_file(path) and not _NOT_READ.fullmatch(bare)


def _table(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Table:
    """Raises InputRefused for what is larger than it says, is no UTF-8, or has an open quotation."""
    with archive.open(entry) as packed:
        data = packed.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise zipfile.BadZipFile(entry.filename)
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        rows, before = [], 0
        for cells in reader:
            rows.append((reader.line_num - before, [" ".join(cell.split()) for cell in cells[:MAX_COLUMNS]]))
            before = reader.line_num
    except (UnicodeError, csv.Error) as error:
        raise InputRefused("subscribers-archive-unreadable", file=f"{name}/{entry.filename[-80:]}") from error
    return rows or [(1, [])]


def _joined(tables: Mapping[str, Table]) -> tuple[str, list[tuple[int, str]]]:
    headers = {part: list(_numbered(table[0][1])) for part, table in tables.items()}
    titles = list(dict.fromkeys(title for header in headers.values() for title in header))
    out, parts, line = io.StringIO(), [], 1
    writer = csv.writer(out, lineterminator="\n")
    for part, table in tables.items():
        parts.append((line, part))
        state = part.partition("_")[0].lower()
        for place, (lines, cells) in enumerate(table):
            if place == 0 and line == 1:
                writer.writerow([STATE_TITLE, *(title for title, _ in titles)])
            elif place == 0 or not any(cells):
                out.write("\n")
            else:
                writer.writerow([state, *_in_place(cells, headers[part], titles)])
            out.write("\n" * (lines - 1))
            line += lines
    return out.getvalue(), parts


def _numbered(header: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Titles that stand twice in one file are two."""
    seen: dict[str, int] = {}
    for title in header:
        seen[title] = seen.get(title, 0) + 1
        yield title, seen[title]


def _in_place(
    cells: Sequence[str], header: Sequence[tuple[str, int]], titles: Sequence[tuple[str, int]]
) -> list[str]:
    """A row that has lost its shape has none in the table either, and is refused there."""
    if len(cells) != len(header):
        return [*cells, *"?" * (len(titles) + 1)]
    named = dict(zip(header, cells, strict=True))
    return [named.get(title, "") for title in titles]
