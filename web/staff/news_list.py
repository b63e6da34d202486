"""The news: what there is, by kind, language, origin and use, and by its words; the newest first."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request, Response

from campaigns.editorial.news_list import NewsFilter, languages_in_use, list_news
from core.i18n import is_language
from kinds.registry import NewsKind
from news.tables import OriginKind
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, staff_page
from web.staff.path_params import number_or_none

PAGE_LENGTH = 30
MAX_SEARCH = 200
USES = {"yes": True, "no": False}
DONE = ("deleted",)

router = pages_router()


@router.api_route("/news", methods=READING)
def show_news(request: Request, context: Context, current_user: SignedIn) -> Response:
    asked = request.query_params
    wanted = _filter(asked)
    before = number_or_none(asked.get("before", ""))
    with context.database.read() as session:
        items = list_news(session, wanted, before_id=before, limit=PAGE_LENGTH + 1)
        languages = languages_in_use(session)
    shown = items[:PAGE_LENGTH]
    kept = {name: asked[name] for name in ("q", "kind", "language", "origin", "used") if asked.get(name)}
    older = urlencode(kept | {"before": shown[-1].id}) if len(items) > PAGE_LENGTH else None
    return staff_page(
        context,
        current_user,
        "staff/news_list",
        section="news",
        items=shown,
        older=older,
        wanted=wanted,
        used=asked.get("used", "") if wanted.is_used is not None else "",
        is_filtered=bool(kept) or before is not None,
        kinds=list(NewsKind),
        origins=list(OriginKind),
        languages=languages,
        asset_path=context.assets.url_path,
        done=asked.get("done") if asked.get("done") in DONE else None,
    )


def _filter(asked: Mapping[str, str]) -> NewsFilter:
    """What the address says, as far as it makes sense."""
    kind, origin, language = asked.get("kind", ""), asked.get("origin", ""), asked.get("language", "")
    return NewsFilter(
        search=asked.get("q", "").strip()[:MAX_SEARCH],
        kind=NewsKind(kind) if kind in tuple(NewsKind) else None,
        language=language if is_language(language) else "",
        origin=OriginKind(origin) if origin in tuple(OriginKind) else None,
        is_used=USES.get(asked.get("used", "")),
    )
