"""The form of an import, read: what a file is, on what grounds, and what each of its columns is. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from subscribers import csv_extras
from subscribers.csv_fields import field_of_column
from subscribers.csv_header import COLUMNS, HeaderChoice
from subscribers.csv_noes import No
from subscribers.import_report import ImportRequest
from subscribers.preview_import import IGNORED, MAX_COLUMNS, MOMENT, SAYS_NO

COLUMN = "column-"
"""Begins the name of a field, before the column's place."""
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
FOUND = "found"
CHOICES = (*COLUMNS, IGNORED)
MAX_NOTE = 1_000
MAX_WORDS = 500
MAX_SHEET = 100

ASKED_OTHERWISE = {
    "subscribers-file-columns-unread": "web-import-columns-unread",
    "subscribers-file-encoding-unclear": "web-import-encoding-unclear",
    "subscribers-file-encoded-twice": "web-import-encoded-twice",
    "subscribers-file-heading": "web-import-heading",
    "subscribers-file-named-no": "web-import-named-no",
    "subscribers-file-without-header": "web-import-without-header",
    "subscribers-row-may-say-no": "web-import-may-say-no",
}
"""Refusals whose texts speak of options of the command; here there are fields."""


def first_request(list_slug: str, form: Mapping[str, str], *, max_rows: int) -> ImportRequest:
    """As the upload is asked for. Raises InputRefused."""
    return _with_grounds(ImportRequest(list_slug, "", max_rows=max_rows), form)


def changed_request(
    request: ImportRequest, form: Mapping[str, str], columns: Sequence[Mapping[str, Any]]
) -> ImportRequest:
    """With what the form says of how the file is read. `columns`: as they were shown. Raises InputRefused."""
    chosen: dict[int, str] = {}
    ignored: list[str] = []
    delimiter = DELIMITERS.get(form.get("delimiter", ""))
    sheet = form.get("sheet", "")[:MAX_SHEET] or None
    system = form.get("system", "")[:MAX_SHEET] or None
    # Cut otherwise, the columns are others than those that were shown.
    is_same = (delimiter, sheet, system) == (request.header.delimiter, request.sheet, request.header.system)
    shown = columns[:MAX_COLUMNS] if is_same else []
    for column in shown:
        place, choice = int(column["place"]), form.get(f"{COLUMN}{column['place']}", FOUND)
        if column["taken_as"] == SAYS_NO:
            continue
        if choice == IGNORED:
            ignored.append(f"#{place}")
            if _is_read(column["taken_as"]) or place in request.header.columns:
                chosen[place] = ""
        elif _is_column(choice):
            chosen[place] = choice
    return replace(
        _with_grounds(request, form),
        encoding=form.get("encoding", "")[:40] or None,
        header=HeaderChoice(delimiter, chosen, system=system),
        sheet=sheet,
        ignored_columns=ignored,
        language_meanings=_meanings(form.get("words", "")[:MAX_WORDS]),
    )


def _is_column(choice: str) -> bool:
    return choice in COLUMNS or field_of_column(choice) is not None


def _is_read(taken_as: str) -> bool:
    return _is_column(taken_as) or taken_as == MOMENT or taken_as in csv_extras.COLUMNS


def fields_of(request: ImportRequest) -> dict[str, str]:
    """What the form shows."""
    delimiters = {sign: name for name, sign in DELIMITERS.items()}
    return {
        "consent": request.source_note,
        "language": request.default_language or "",
        "said_no": request.all_said or "",
        "encoding": request.encoding or "",
        "delimiter": delimiters.get(request.header.delimiter or "", ""),
        "sheet": request.sheet or "",
        "system": request.header.system or "",
        "words": ", ".join(f"{word}={language}" for word, language in request.language_meanings.items()),
        **({"update": "yes"} if request.updates else {}),
        **{f"{COLUMN}{place}": column for place, column in request.header.columns.items() if column},
        **{f"{COLUMN}{place.removeprefix('#')}": IGNORED for place in request.ignored_columns},
    }


def _with_grounds(request: ImportRequest, form: Mapping[str, str]) -> ImportRequest:
    note, said_no, language = (form.get(name, "").strip() for name in ("consent", "said_no", "language"))
    if not note:
        raise InputRefused("subscribers-import-without-note")
    if len(note) > MAX_NOTE:
        raise InputRefused("web-import-note-too-long", limit=MAX_NOTE)
    return replace(
        request,
        source_note=note,
        default_language=language if language in READER_LANGUAGES else None,
        all_said=No(said_no) if said_no in tuple(No) else None,
        updates="update" in form,
    )


def _meanings(text: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in text.replace(";", ",").split(",") if pair.strip()]
    for word, sign, language in pairs:
        if not (word.strip() and sign and language.strip()):
            raise InputRefused("web-import-words-refused", words=f"{word}{sign}{language}"[:40])
    return {word.strip(): language.strip() for word, _, language in pairs}
