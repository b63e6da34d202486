"""Export of a list, a segment or a search as a file; and for protected lists, who asks for it and who grants."""

from collections.abc import Mapping

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from sqlmodel import Session
from starlette.exceptions import HTTPException

from campaigns.editorial.follow_up_segments import segments_to_choose
from campaigns.people.export_files import MEDIA_TYPES, file_of
from campaigns.people.export_people import (
    ExportFileType,
    ExportPlan,
    export_granted,
    export_list,
    export_search,
    export_segment,
)
from campaigns.people.export_requests import (
    ask_for_export,
    decide_export,
    export_requests,
    may_export_protected,
    request_reason,
)
from campaigns.people.find_person import MAX_TEXT, PeopleRequest, lists_to_choose
from campaigns.people.staff_action import MAX_REASON, StaffAction
from campaigns.staff_mail.alert_administrators import alert_export
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from staff.principal import require
from staff.roles import Permission
from subscribers.lists import find_list, list_by_slug
from subscribers.segments import get_segment
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import expect_fresh_proof, expect_proof_for_file
from web.staff.path_params import read_number

SEARCH = "search"
"""In place of a list or a segment."""
ASKED = ("search", "list", "state", "language", "suppressed")
"""Fields of the search that is exported."""
DECISIONS = {"grant": "granted", "refuse": "refused", "file": ""}
"""What is done with a request; and what the page says then."""
DONE = ("asked", "granted", "refused")

router = pages_router()


@router.api_route("/exports", methods=READING)
def show_exports(request: Request, context: Context, current_user: SignedIn) -> Response:
    """`list`, `segment`: what is chosen already; `done`: what has just been done."""
    query = request.query_params
    named = [f"{kind}:{query[kind]}" for kind in ("list", "segment") if query.get(kind)]
    return _page(context, current_user, typed={"what": "".join(named[:1])}, done=query.get("done", ""))


def _expect_proof(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> None:
    """Raises ProofNeeded; FileReady where it is no question for a colleague, nor the form of a search."""
    kind, _, slug = form.get("what", "").partition(":")
    with context.database.read() as session:
        chosen = find_list(session, slug) if kind == "list" else None
    is_question = chosen is not None and chosen.is_protected
    expect = expect_fresh_proof if is_question or "reason" not in form else expect_proof_for_file
    expect(request, context, current_user, form)


def _expect_proof_to_decide(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, decision: str
) -> None:
    """Raises ProofNeeded, FileReady."""
    expect = expect_proof_for_file if decision == "file" else expect_fresh_proof
    expect(request, context, current_user, form)


@router.post("/exports", dependencies=[Depends(_expect_proof)])
def do_export(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    """A file; or the question for a colleague, where the list is protected. A search comes without a reason first,
    from its own page."""
    if form.get("what") == SEARCH and "reason" not in form:
        return _page(context, current_user, typed=form)
    act = StaffAction(
        form.get("reason", ""), current_user.principal, context.clock.now(), context.settings.time_zone
    )
    try:
        with context.database.write() as session:
            export = _start(session, context, form, act)
            if export is not None:
                alert_export(session, actor=act.actor, services=context.services, now=act.now)
    except (InputRefused, NotFound, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed=form, refused=refused)
    if export is None:
        return RedirectResponse("/exports?done=asked", status_code=303)
    return _file(context, export, current_user.user.language)


@router.post("/exports/{request_id}/{decision}", dependencies=[Depends(_expect_proof_to_decide)])
def do_decide_export(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    request_id: str,
    decision: str,
) -> Response:
    """`grant` and `refuse` by a colleague, `file` by whoever asked."""
    number, now, actor = read_number(request_id), context.clock.now(), current_user.principal
    if decision not in DECISIONS:
        raise HTTPException(404)
    try:
        with context.database.write() as session:
            if decision == "file":
                act = StaffAction(request_reason(session, number), actor, now, context.settings.time_zone)
                granted = export_granted(session, number, _format(form), act)
                alert_export(session, actor=actor, services=context.services, now=now)
                return _file(context, granted, current_user.user.language)
            decide_export(session, number, is_granted=decision == "grant", actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed={}, refused=refused)
    return RedirectResponse(f"/exports?done={DECISIONS[decision]}", status_code=303)


def _start(session: Session, context: AppContext, form: Mapping[str, str], act: StaffAction) -> ExportPlan | None:
    """None: a colleague is asked."""
    chosen, (kind, _, name) = _format(form), form.get("what", "").partition(":")
    if kind == SEARCH:
        question = PeopleRequest(*(form.get(field, "") for field in ASKED))
        secret = context.settings.secret_key.get_secret_value()
        return export_search(session, question, chosen, act, secret=secret)
    if kind == "segment":
        return export_segment(session, get_segment(session, read_number(name)).name, chosen, act)
    if kind != "list":
        raise InputRefused("web-exports-what-missing")
    mailing_list = list_by_slug(session, name)
    if mailing_list.is_protected:
        ask_for_export(session, mailing_list, act)
        return None
    return export_list(session, name, chosen, act)


def _format(form: Mapping[str, str]) -> ExportFileType:
    text = form.get("format", ExportFileType.CSV)
    if text not in tuple(ExportFileType):
        raise InputRefused("web-exports-format-unknown")
    return ExportFileType(text)


def _file(context: AppContext, export: ExportPlan, language: str) -> Response:
    rows = export.rows(context.database, now=context.clock.now())
    return StreamingResponse(
        file_of(rows, export.format, export.scope, language=language),
        media_type=MEDIA_TYPES[export.format],
        headers={
            "Content-Disposition": f'attachment; filename="{export.name}.{export.format}"',
            "Cache-Control": "no-store",
        },
    )


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
    done: str = "",
) -> Response:
    viewer = current_user.principal
    require(viewer, Permission.EXPORT_SUBSCRIBERS)
    with context.database.read() as session:
        lists, segments = lists_to_choose(session, viewer), segments_to_choose(session)
        no_mail = no_staff_sender_reason(session, context.settings)
        requests = (
            export_requests(session, viewer, now=context.clock.now()) if may_export_protected(viewer) else None
        )
    return staff_page(
        context,
        current_user,
        "staff/exports",
        status=refused.http_status if refused else 200,
        section="subscribers",
        lists=lists,
        segments=segments,
        formats=[ExportFileType.XLSX, ExportFileType.CSV, ExportFileType.JSON],
        requests=requests,
        no_mail=no_mail,
        typed=typed,
        asked=ASKED,
        refused=refused,
        done=done if done in DONE else "",
        longest_reason=MAX_REASON,
        longest=MAX_TEXT,
    )
