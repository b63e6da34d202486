"""Data protection: who asked for what under the GDPR, by when, and when it was done. For administrators."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.people.data_requests import (
    MAX_WHO,
    PAGE,
    NewDataRequest,
    close_request,
    data_requests,
    enter_request,
    today_in,
)
from campaigns.people.staff_action import MAX_REASON, StaffAction
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from subscribers.data_requests import DataRequestKind
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import read_number

DONE = ("entered", "closed")

router = pages_router()


@router.api_route("/data-protection", methods=READING)
def show_data_protection(request: Request, context: Context, current_user: SignedIn) -> Response:
    """`before`: the last number of the page before."""
    query = request.query_params
    before_id = read_number(query["before"]) if query.get("before") else None
    return _page(context, current_user, typed={}, done=query.get("done", ""), before_id=before_id)


@router.post("/data-protection")
def do_enter_request(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    act = StaffAction(
        form.get("reason", ""), current_user.principal, context.clock.now(), context.settings.time_zone
    )
    new = NewDataRequest(form.get("kind", ""), form.get("who", ""), form.get("received", ""))
    settings = context.settings
    try:
        with context.database.write() as session:
            secret = settings.secret_key.get_secret_value()
            enter_request(session, new, act, secret=secret, zone=settings.time_zone)
    except (InputRefused, NotFound) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed=form, refused=refused)
    return RedirectResponse("/data-protection?done=entered", status_code=303)


@router.post("/data-protection/requests/{request_id}/close")
def do_close_request(
    request: Request, context: Context, current_user: SignedIn, _: StaffForm, request_id: str
) -> Response:
    try:
        with context.database.write() as session:
            now = context.clock.now()
            close_request(session, read_number(request_id), actor=current_user.principal, now=now)
    except Conflict as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed={}, refused=refused)
    return RedirectResponse("/data-protection?done=closed", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
    done: str = "",
    before_id: int | None = None,
) -> Response:
    viewer, today = current_user.principal, today_in(context.settings.time_zone, context.clock.now())
    with context.database.read() as session:
        waiting = data_requests(session, viewer, is_open=True, today=today)
        closed = data_requests(session, viewer, is_open=False, today=today, before_id=before_id)
    return staff_page(
        context,
        current_user,
        "staff/data_protection",
        status=refused.http_status if refused else 200,
        section="settings",
        waiting=sorted(waiting, key=lambda each: (each.row.due_on, each.row.id)),
        closed=closed,
        next_before=closed[-1].row.id if len(closed) == PAGE else None,
        kinds=list(DataRequestKind),
        today=today,
        typed=typed,
        refused=refused,
        done=done if done in DONE else "",
        longest_reason=MAX_REASON,
        longest_who=MAX_WHO,
    )
