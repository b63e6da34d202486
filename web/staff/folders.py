"""The watched folders: how each of them fares, a new one, and one that is watched no longer."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.automation.watch_folder import (
    MAX_NAME,
    MAX_PATH,
    FolderState,
    check_folder,
    folder_states,
    stop_watching,
    watch_folder,
)
from campaigns.settings import CampaignSettings
from core.errors import BiltenError, Conflict, InputRefused, Refusal
from news.sources import last_refusals
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import SourceNumber

MOST_REFUSALS = 5
_DONE = {"watched", "stopped"}

router = pages_router()


@router.api_route("/folders", methods=READING)
def show_folders(request: Request, context: Context, current_user: SignedIn) -> Response:
    return _page(context, current_user, done=request.query_params.get("done", ""))


@router.api_route("/new-folder", methods=READING)
def show_new_folder(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_FOLDERS)
    below = CampaignSettings.of(context.settings).folders_below
    return _new_page(context, current_user, {"path": f"{below.rstrip('/')}/" if below else ""})


@router.post("/new-folder")
def add_folder(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    actor, now = current_user.principal, context.clock.now()
    try:
        folder = check_folder(context.settings, form.get("path", "").strip(), actor=actor)
        with context.database.write() as session:
            watch_folder(session, form.get("name", ""), folder, actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return RedirectResponse("/folders?done=watched", status_code=303)


@router.post("/folders/{source_id}/stop")
def stop(
    request: Request, context: Context, current_user: SignedIn, _form: StaffForm, source_id: SourceNumber
) -> Response:
    try:
        with context.database.write() as session:
            stop_watching(session, source_id, actor=current_user.principal, now=context.clock.now())
    except Conflict as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, refused=refused)
    return RedirectResponse("/folders?done=stopped", status_code=303)


def _page(
    context: AppContext, current_user: CurrentUser, *, done: str = "", refused: BiltenError | None = None
) -> Response:
    with context.database.read() as session:
        states = list(folder_states(session))
    return staff_page(
        context,
        current_user,
        "staff/folders",
        status=refused.http_status if refused else 200,
        section="settings",
        folders=[(state, _shown_refusals(state)) for state in states],
        done=done if done in _DONE else "",
        refused=refused,
    )


def _shown_refusals(state: FolderState) -> tuple[list[Refusal], int]:
    """The first ones, and how many more there are."""
    refusals = last_refusals(state.source)
    return refusals[:MOST_REFUSALS], max(0, len(refusals) - MOST_REFUSALS)


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    return staff_page(
        context,
        current_user,
        "staff/folder_new",
        status=refused.http_status if refused else 200,
        section="settings",
        values=form,
        below=CampaignSettings.of(context.settings).folders_below,
        max_name=MAX_NAME,
        max_path=MAX_PATH,
        refused=refused,
    )
