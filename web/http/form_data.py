"""What was posted: a form as plain strings, or the body byte for byte. Its size has been bounded already; a form
with files is `web.http.streamed_upload`'s."""

from typing import Annotated

from fastapi import Depends, Request

from web.http.typed_fields import keep_typed

SEEN = "seen"
"""The field of a form that carries the version of what its writer saw (`campaigns.editorial.stale_edit`)."""
HONEYPOT = "website"
"""A field of sign-up forms that no person sees; programs that fill in forms do."""
ALSO = "also-"
"""Begins the name of a box for another list on a sign-up form; its short name follows."""
TOPIC, ASKED = "topic-", "asked-"
"""Begin the names of a topic that is wanted, and of one that stood on the form."""
MAX_FIELDS = 300
"""The form of a segment has three for each of its conditions, and one for each list."""
MAX_SHORT = 2_000
"""Bytes that are read even in a flood."""


async def read_form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=MAX_FIELDS) as form:
        fields = {name: value.replace("\0", "") for name, value in form.items() if isinstance(value, str)}
    keep_typed(request, fields)
    return fields


async def read_short_form(request: Request) -> dict[str, str]:
    """For whoever is turned away before anything is read: their words are kept all the same where that costs
    nothing. Empty for what is longer."""
    if int(request.headers.get("content-length", MAX_SHORT + 1)) > MAX_SHORT:
        return {}
    return await read_form(request)


async def _posted_body(request: Request) -> bytes:
    return await request.body()


PostedForm = Annotated[dict[str, str], Depends(read_form)]
PostedBody = Annotated[bytes, Depends(_posted_body)]
