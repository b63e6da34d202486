"""The media library: pictures and PDFs, where each is used, which has no alternative text, and the deletion of one
that nothing uses."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.media_list import list_media_uses
from core.errors import Conflict, NotFound
from core.generation.verdict import Verdict
from news.media_library import MediaFilter, MediaKind
from scheduler.delete_media import KeptReason, delete_media, file_to_delete, surely_kept
from scheduler.health.attention import sending_verdict
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
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
        kept_reasons = surely_kept(session, context.assets, shown, may_send=_may_send(context))
    kept = {name: asked[name] for name in ("q", "kind") if asked.get(name)}
    older = urlencode(kept | {"before": shown[-1].file.id}) if len(files) > PAGE_LENGTH else None
    return staff_page(
        context,
        current_user,
        "staff/media_library",
        section="news",
        files=shown,
        kept_reasons=kept_reasons,
        older=older,
        wanted=wanted,
        is_filtered=bool(kept) or before is not None,
        kinds=list(MediaKind),
        done=asked.get("done") == "deleted",
        may_delete=current_user.may(Permission.EDIT),
        asset_path=context.assets.url_path,
    )


@router.api_route("/news/library/{file_id}/delete", methods=READING)
def ask_to_delete(context: Context, current_user: SignedIn, file_id: str) -> Response:
    return _deletion_page(context, current_user, _number(file_id))


@router.post("/news/library/{file_id}/delete")
def delete(request: Request, context: Context, current_user: SignedIn, _: StaffForm, file_id: str) -> Response:
    number, actor = _number(file_id), current_user.principal
    may_send, now = _may_send(context), context.clock.now()
    try:
        delete_media(context.database, context.assets, number, actor=actor, may_send=may_send, now=now)
    except Conflict as refused:
        request.state.refusal = refused.code
        kept = KeptReason(refused.code.removeprefix("scheduler-file-"))
        return _deletion_page(context, current_user, number, refused=kept)
    return RedirectResponse("/news/library?done=deleted", status_code=303)


def _deletion_page(
    context: AppContext, current_user: CurrentUser, file_id: int, *, refused: KeptReason | None = None
) -> Response:
    with context.database.read() as session:
        summary = file_to_delete(session, file_id)
        kept = surely_kept(session, context.assets, [summary], may_send=_may_send(context)).get(file_id)
    return staff_page(
        context,
        current_user,
        "staff/media_delete",
        status=Conflict.http_status if refused else 200,
        section="news",
        each=summary,
        kept=refused or kept,
        is_refused=refused is not None,
        may_delete=current_user.may(Permission.EDIT),
        asset_path=context.assets.url_path,
    )


def _number(file_id: str) -> int:
    """Raises NotFound."""
    number = number_or_none(file_id)
    if number is None:
        raise NotFound("scheduler-file-unknown")
    return number


def _may_send(context: AppContext) -> bool:
    return sending_verdict(context.health) is Verdict.MAY_SEND


def _filter(asked: Mapping[str, str]) -> MediaFilter:
    kind = asked.get("kind", "")
    return MediaFilter(
        search=asked.get("q", "").strip()[:MAX_SEARCH],
        kind=MediaKind(kind) if kind in tuple(MediaKind) else None,
    )
