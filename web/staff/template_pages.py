"""Templates of the organisation's own: seen by everybody who works here, written by those who may."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.custom_templates import (
    choose_template,
    save_template,
    use_template,
    use_the_library,
)
from campaigns.tables import CampaignKind
from core.errors import Conflict, InputRefused
from templates.content import TemplateSources
from templates.versions import LIBRARY, TemplateDraft, find_version, library_design, versions
from web.http.anonymous_copy import anonymous_html
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.preview_frame import preview_frame
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed
from web.staff.template_editor import Draft, done_of, drawn, editor, read_preview_choice

router = pages_router()


@router.api_route("/templates", methods=READING)
def show_templates(request: Request, context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        named_versions = versions(session)
    newest = {named_version.template.name: named_version for named_version in reversed(named_versions)}
    return staff_page(
        context,
        current_user,
        "staff/templates",
        section="settings",
        kinds=list(CampaignKind),
        used={
            named_version.template.kind: named_version
            for named_version in named_versions
            if named_version.is_in_use
        },
        newest=sorted(newest.values(), key=lambda named_version: named_version.template.name),
        done=done_of(request.query_params),
    )


@router.api_route("/templates/new/{kind}", methods=READING)
def begin(context: Context, current_user: SignedIn, kind: str) -> Response:
    with context.database.read() as session:
        return editor(session, context, current_user, Draft("", kind, library_design(kind)))


@router.post("/templates/new/{kind}")
def save_first(request: Request, context: Context, current_user: SignedIn, form: StaffForm, kind: str) -> Response:
    return _save(
        request, context, current_user, Draft(form.get("name", "").strip(), kind, _sources(form), _note(form))
    )


@router.post("/templates/library/{kind}")
def return_to_library(context: Context, current_user: SignedIn, _: StaffForm, kind: str) -> Response:
    with context.database.write() as session:
        use_the_library(session, kind, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse("/templates?done=library", status_code=303)


@router.api_route("/templates/{handle}", methods=READING)
def show_template(request: Request, context: Context, current_user: SignedIn, handle: str) -> Response:
    with context.database.read() as session:
        named_version = find_version(session, handle)
        shown = Draft(
            named_version.template.name, named_version.template.kind, named_version.sources, of=named_version
        )
        return editor(session, context, current_user, shown, asked=request.query_params)


@router.post("/templates/{handle}")
def save_next(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, handle: str
) -> Response:
    with context.database.read() as session:
        before = find_version(session, handle)
    written = Draft(before.template.name, before.template.kind, _sources(form), _note(form), of=before)
    newest_seen = form.get(SEEN, "")
    return _save(request, context, current_user, written, int(newest_seen) if newest_seen.isdecimal() else None)


@router.post("/templates/{handle}/use")
def put_in_use(context: Context, current_user: SignedIn, _: StaffForm, handle: str) -> Response:
    actor, now = current_user.principal, context.clock.now()
    chosen = use_template(context.database, handle, actor=actor, settings=context.settings, now=now)
    return RedirectResponse(f"/templates/{chosen.handle}?done=used", status_code=303)


@router.api_route("/templates/{handle}/preview", methods=READING)
def show_preview(request: Request, context: Context, _: SignedIn, handle: str) -> Response:
    """The html part alone, for the frame on the template's page."""
    with context.database.read() as session:
        named_version = find_version(session, handle)
        rendered = drawn(session, context, named_version, read_preview_choice(request.query_params))
    return preview_frame(anonymous_html(rendered.html, context.settings), context.settings)


@router.post("/campaigns/{campaign_id}/template")
@redisplayed
def choose(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    handle, actor, now = form.get("template", ""), current_user.principal, context.clock.now()
    with context.database.write() as session:
        chosen = None if handle == LIBRARY else find_version(session, handle)
        choose_template(session, campaign_id, chosen, actor=actor, now=now, seen=form.get(SEEN))
    return RedirectResponse(f"/campaigns/{campaign_id}?done=template", status_code=303)


def _save(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    written: Draft,
    newest_seen: int | None = None,
) -> Response:
    """What was typed stays on the page where it is refused."""
    try:
        saved = save_template(
            context.database,
            TemplateDraft(written.name, written.sources, written.kind, written.note, newest_seen),
            actor=current_user.principal,
            settings=context.settings,
            now=context.clock.now(),
        )
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        with context.database.read() as session:
            return editor(session, context, current_user, written, refused=refused)
    return RedirectResponse(f"/templates/{saved.handle}?done=saved", status_code=303)


def _sources(form: StaffForm) -> TemplateSources:
    return TemplateSources(form.get("html", ""), form.get("text", ""))


def _note(form: StaffForm) -> str:
    return form.get("note", "")
