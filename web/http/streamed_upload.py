"""Streaming upload: a form with large files, whose token is checked before the first file is taken.

Files go to temporary files as they come and are closed with the request. What is longer than any file may be is
not kept beyond that, so that the form itself is still read, and can say which it was. Of a form that is refused
the fields are read to their end, and no file is kept: what was typed can be shown.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from core.errors import NotAllowed
from news.inspect_asset import MAX_PDF_BYTES

MAX_FIELDS = 300
MAX_FILES = 40
MAX_BODY_BYTES = 150_000_000
"""Of the whole form: a few languages, each with a PDF and pictures."""
MAX_FILE_BYTES = MAX_PDF_BYTES
"""The largest that the store takes; a byte more is kept, by which it is refused."""

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

    async def close(self) -> None:
        await self.form.close()


async def read_streamed(request: Request, check_token: CheckToken) -> StreamedForm:
    """Raises NotAllowed before anything of a file is kept, HTTPException for what is no such form."""
    parser = _Parser(request, check_token)
    form = await _parsed(parser)
    fields = parser.fields()
    files = {name: value for name, value in form.multi_items() if isinstance(value, UploadFile) and value.size}
    streamed = StreamedForm(fields, files, form)
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
    def __init__(self, request: Request, check_token: CheckToken) -> None:
        super().__init__(request.headers, request.stream(), max_files=MAX_FILES, max_fields=MAX_FIELDS)
        self._check_token = check_token
        self._is_checked = False
        self._file_bytes = 0
        self._discarded_bytes = 0
        self.refusal: NotAllowed | None = None

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
        room = MAX_FILE_BYTES + 1 - self._file_bytes
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
