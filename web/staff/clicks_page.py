"""Privacy setting: whether clicks are counted. Everybody here may see it; an administrator changes it."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.clicks.counting import MIN_READERS, is_counting, set_counting
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, StaffForm, staff_page

router = pages_router()


@router.api_route("/clicks", methods=READING)
def show_clicks(request: Request, context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        is_on = is_counting(session)
    return staff_page(
        context,
        current_user,
        "staff/clicks",
        section="settings",
        is_on=is_on,
        min_readers=MIN_READERS,
        is_saved=request.query_params.get("done") == "saved",
    )


@router.post("/clicks")
def do_set_clicks(context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    """`count`: "on"; anything else is off."""
    with context.database.write() as session:
        is_on = form.get("count") == "on"
        set_counting(session, is_on, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse("/clicks?done=saved", status_code=303)
