"""What was posted: a form as plain strings, with files where a page takes them, or the body byte for byte. Its
size has been bounded already."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

SEEN = "seen"
"""The field of a form that carries the version of what its writer saw (`campaigns.editorial.stale_edit`)."""
MAX_FIELDS = 50
MAX_FILES = 2


@dataclass(frozen=True, slots=True)
class UploadedForm:
    fields: dict[str, str]
    files: dict[str, bytes]
    """By the name of their field; where nothing was chosen there is none."""


async def _posted_form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=MAX_FIELDS) as form:
        return {name: value.replace("\0", "") for name, value in form.items() if isinstance(value, str)}


async def _posted_upload(request: Request) -> UploadedForm:
    async with request.form(max_files=MAX_FILES, max_fields=MAX_FIELDS) as form:
        fields = {name: value.replace("\0", "") for name, value in form.items() if isinstance(value, str)}
        files = {name: await value.read() for name, value in form.items() if isinstance(value, UploadFile)}
    return UploadedForm(fields, {name: data for name, data in files.items() if data})


async def _posted_body(request: Request) -> bytes:
    return await request.body()


PostedForm = Annotated[dict[str, str], Depends(_posted_form)]
PostedUpload = Annotated[UploadedForm, Depends(_posted_upload)]
PostedBody = Annotated[bytes, Depends(_posted_body)]
