"""What was posted: a form as plain strings, or the body byte for byte. Its size has been bounded already."""

from typing import Annotated

from fastapi import Depends, Request

MAX_FIELDS = 50


async def _posted_form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=MAX_FIELDS) as form:
        return {name: value.replace("\0", "") for name, value in form.items() if isinstance(value, str)}


async def _posted_body(request: Request) -> bytes:
    return await request.body()


PostedForm = Annotated[dict[str, str], Depends(_posted_form)]
PostedBody = Annotated[bytes, Depends(_posted_body)]
