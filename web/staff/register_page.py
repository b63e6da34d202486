"""The record of processing (GDPR, article 30): what staff write into it, and all of it to print or as a file."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from campaigns.retention.register import (
    LONGEST,
    RegisterPart,
    RegisterSummary,
    as_markdown,
    processing_register,
    register_texts,
    save_register_texts,
)
from core.errors import BiltenError, InputRefused
from core.languages import STAFF_LANGUAGES
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, keep_origin, staff_page

TITLE = "campaigns-register-title"

router = pages_router()


@router.api_route("/data-protection/register/{language}", methods=READING)
def show_register(request: Request, context: Context, current_user: SignedIn, language: str) -> Response:
    return _page(context, current_user, language, typed={}, done=request.query_params.get("done", ""))


@router.post("/data-protection/register/{language}")
def do_save_register(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, language: str
) -> Response:
    written = {part: form.get(part, "") for part in RegisterPart}
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            save_register_texts(session, language, written, actor=actor, now=now)
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, language, typed=form, refused=refused)
    return RedirectResponse(f"/data-protection/register/{language}?done=saved", status_code=303)


@router.api_route("/data-protection/register/{language}/sheet", methods=READING)
def show_sheet(context: Context, current_user: SignedIn, language: str) -> Response:
    """To print, or to save from the browser as HTML."""
    sections = _sections(context, current_user, language)
    return keep_origin(context.pages.make("staff/register_sheet", language=language, sections=sections))


@router.api_route("/data-protection/register/{language}/file", methods=READING)
def download(context: Context, current_user: SignedIn, language: str) -> Response:
    sections = _sections(context, current_user, language)
    return Response(
        as_markdown(context.pages.texts.text(language, TITLE), sections),
        media_type="text/markdown; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="register-{language}.md"'},
    )


def _sections(context: AppContext, current_user: CurrentUser, language: str) -> list[RegisterSummary]:
    _expect(current_user, language)
    with context.database.read() as session:
        return processing_register(session, context.settings, context.pages.texts, language)


def _expect(current_user: CurrentUser, language: str) -> None:
    require(current_user.principal, Permission.MANAGE_DATA_PROTECTION)
    if language not in STAFF_LANGUAGES:
        raise HTTPException(404)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    language: str,
    *,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
    done: str = "",
) -> Response:
    _expect(current_user, language)
    with context.database.read() as session:
        written = register_texts(session, language)
    return staff_page(
        context,
        current_user,
        "staff/register",
        status=refused.http_status if refused else 200,
        section="settings",
        of_language=language,
        languages=STAFF_LANGUAGES,
        parts={part: typed.get(part, text) for part, text in written.items()},
        refused=refused,
        is_saved=done == "saved",
        longest=LONGEST,
    )
