"""Images and PDFs of news items. Their name is their content, so a copy may be kept for ever.

What lost its maker's traces later has another name since; mails that were sent before find it by the old one.
"""

import re

from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException

from core.public_urls import ASSET
from news.cleaned_assets import clean_name_of
from news.store import EXTENSIONS
from web.http.app_context import Context
from web.http.security_headers import FILE_POLICY
from web.http.templates import READING, pages_router

_NAME = re.compile(rf"([0-9a-f]{{64}})\.({'|'.join(EXTENSIONS.values())})")
_MEDIA_TYPES = {extension: media_type for media_type, extension in EXTENSIONS.items()}
_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": FILE_POLICY,
    # Mail programs on the web show them inside their own pages.
    "Cross-Origin-Resource-Policy": "cross-origin",
}

router = pages_router()


@router.api_route(ASSET, methods=READING)
def serve_asset(context: Context, name: str) -> Response:
    match = _NAME.fullmatch(name)
    if match is None:
        raise HTTPException(404)
    path = context.assets.path(match[1])
    if not path.is_file():
        with context.database.read() as session:
            path = context.assets.path(clean_name_of(session, match[1]))
    if not path.is_file():
        raise HTTPException(404)
    return FileResponse(path, media_type=_MEDIA_TYPES[match[2]], headers=_HEADERS)
