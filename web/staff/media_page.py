"""The media library: pictures and PDFs, where each is used, and which has no alternative text."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request, Response

from campaigns.editorial.media_list import list_media_uses
from news.media_library import MediaFilter, MediaKind
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, staff_page
from web.staff.path_params import number_or_none

PAGE_LENGTH = 30
MAX_SEARCH = 200

router = pages_router()


@router.api_route("/news/library", methods=READING)
def show_library(request: Request, context: Context, current_user: SignedIn) -> Response:
    asked = request.query_params
    wanted = _filter(asked)
    before = number_or_none(asked.get("before", ""))
    with context.database.read() as session:
        files = list_media_uses(session, wanted, before_id=before, limit=PAGE_LENGTH + 1)
    shown = files[:PAGE_LENGTH]
    kept = {name: asked[name] for name in ("q", "kind") if asked.get(name)}
    older = urlencode(kept | {"before": shown[-1].file.id}) if len(files) > PAGE_LENGTH else None
    return staff_page(
        context,
        current_user,
        "staff/media_library",
        section="news",
        files=shown,
        older=older,
        wanted=wanted,
        is_filtered=bool(kept) or before is not None,
        kinds=list(MediaKind),
        asset_path=context.assets.url_path,
    )


def _filter(asked: Mapping[str, str]) -> MediaFilter:
    kind = asked.get("kind", "")
    return MediaFilter(
        search=asked.get("q", "").strip()[:MAX_SEARCH],
        kind=MediaKind(kind) if kind in tuple(MediaKind) else None,
    )
