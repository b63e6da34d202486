"""Streaming upload: a form with large files, whose token is checked before the first file is taken.

Files go to temporary files as they come and are closed with the request. What is longer than any file may be is
not kept beyond that, so that the form itself is still read, and can say which it was. Of a form that is refused
the fields are read to their end, and no file is kept: what was typed can be shown. So are those of a form that is
too large.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from core.errors import InputRefused, NotAllowed
from news.inspect_asset import MAX_PDF_BYTES
from news.written_item import UploadedFile

MAX_FIELDS = 300
MAX_FILES = 40
MAX_BODY_MEGABYTES = 150
MAX_BODY_BYTES = MAX_BODY_MEGABYTES * 1_000_000
"""Of the whole form: a few languages, each with a PDF and pictures."""
MAX_READ_BYTES = 4 * MAX_BODY_BYTES
"""Of a form that is larger, so much is read all the same, for what was typed into it; its files are dropped. A
browser shows no answer that comes before it has sent everything."""
MAX_FILE_BYTES = MAX_PDF_BYTES
"""The largest that the store takes; a byte more is kept, by which it is refused."""
MAX_SHEET_BYTES = 50_000_000
"""The same of a file of rows (`campaigns.imports`)."""

MAX_DISCARDED_BYTES = 30_000_000
"""Of the files of a form that is refused; then reading ends."""

CheckToken = Callable[[Mapping[str, str]], None]
"""Raises NotAllowed for the fields of a form that is not one of ours."""


@dataclass(frozen=True, slots=True)
class StreamedForm:
    fields: dict[str, str]
    files: dict[str, UploadFile]
    """By the name of their field; where nothing was chosen there is none."""
    form: FormData
    is_too_large: bool

    def read(self, name: str) -> bytes:
        """The file of a field, as often as it is asked for. Raises InputRefused where the form is larger than any
        may be: so each of its files says so, and what was typed is there."""
        if self.is_too_large:
            raise InputRefused("web-upload-too-large", most=MAX_BODY_MEGABYTES)
        self.files[name].file.seek(0)
        return self.files[name].file.read()

    def uploads(self) -> dict[str, UploadedFile]:
        """The files as a form of texts takes them."""
        return {
            name: UploadedFile(file.filename or "", partial(self.read, name)) for name, file in self.files.items()
        }

    async def close(self) -> None:
        await self.form.close()


async def read_streamed(
    request: Request, check_token: CheckToken, *, max_file_bytes: int = MAX_FILE_BYTES
) -> StreamedForm:
    """Raises NotAllowed before anything of a file is kept, HTTPException for what is no such form."""
    parser = _Parser(request, check_token, max_file_bytes)
    form = await _parsed(parser)
    fields = parser.fields()
    uploads = ((name, value) for name, value in form.multi_items() if isinstance(value, UploadFile))
    # A field in which nothing was chosen comes without a name; a chosen file may be empty, which is then said.
    files = {name: value for name, value in uploads if value.size or value.filename}
    streamed = StreamedForm(fields, files, form, is_too_large=parser.is_too_large)
    try:
        check_token(fields)
        if parser.refusal is not None:
            raise parser.refusal
    except BaseException:
        await streamed.close()
        raise
    return streamed


async def read_fields(request: Request) -> dict[str, str]:
    """What was typed into a form that nobody signed in has sent; nothing of its files. Raises HTTPException."""
    typed: dict[str, str] = {}

    def refuse(fields: Mapping[str, str]) -> None:
        typed.update(fields)
        raise NotAllowed("web-signed-out-meanwhile")

    with suppress(NotAllowed):
        await (await read_streamed(request, refuse)).close()
    return typed


async def _parsed(parser: "_Parser") -> FormData:
    try:
        return await parser.parse()
    except (MultiPartException, KeyError) as broken:  # KeyError: no content type
        raise HTTPException(400) from broken


class _Parser(MultiPartParser):
    def __init__(self, request: Request, check_token: CheckToken, max_file_bytes: int) -> None:
        super().__init__(request.headers, request.stream(), max_files=MAX_FILES, max_fields=MAX_FIELDS)
        self._check_token = check_token
        self._max_file_bytes = max_file_bytes
        self._is_checked = False
        self._file_bytes = 0
        self._all_bytes = 0
        self._discarded_bytes = 0
        self.refusal: NotAllowed | None = None
        self.is_too_large = int(request.headers.get("content-length", "0")) > MAX_BODY_BYTES

    def on_headers_finished(self) -> None:
        super().on_headers_finished()
        self._file_bytes = 0
        if self._current_part.file is not None and not self._is_checked:
            self._is_checked = True
            try:
                self._check_token(self.fields())
            except NotAllowed as refusal:
                self.refusal = refusal

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._current_part.file is None:
            super().on_part_data(data, start, end)
            return
        if self.refusal is not None:
            self._discard(end - start)
            return
        self._all_bytes += end - start
        self.is_too_large |= self._all_bytes > MAX_BODY_BYTES
        most = 1 if self.is_too_large else self._max_file_bytes + 1
        room = most - self._file_bytes
        self._file_bytes += end - start
        if room > 0:
            super().on_part_data(data, start, min(end, start + room))

    def _discard(self, byte_count: int) -> None:
        self._discarded_bytes += byte_count
        if self._discarded_bytes > MAX_DISCARDED_BYTES:
            self._check_token(self.fields())  # with what has been typed up to here
            raise NotAllowed("web-form-out-of-date")

    def fields(self) -> dict[str, str]:
        return {name: value.replace("\0", "") for name, value in self.items if isinstance(value, str)}
