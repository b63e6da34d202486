"""Retention: what is deleted by its age, shown before it goes. Everybody here may see it; an administrator has it
run at once, and says why."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.people.staff_action import MAX_REASON, StaffAction
from campaigns.retention.rules import KeptReason, due_now
from campaigns.retention.run_retention import SCHEDULE, ask_for_run, latest_runs, next_run_at
from core.errors import BiltenError, Conflict, InputRefused
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF

router = pages_router()


@router.api_route("/retention", methods=READING)
def show_retention(request: Request, context: Context, current_user: SignedIn) -> Response:
    return _page(context, current_user, typed={}, done=request.query_params.get("done", ""))


@router.post("/retention", dependencies=FRESH_PROOF)
def do_run_retention(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    """The job carries it out; the page shows how far it is."""
    act = StaffAction(
        form.get("reason", ""), current_user.principal, context.clock.now(), context.settings.time_zone
    )
    try:
        with context.database.write() as session:
            ask_for_run(session, act)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed=form, refused=refused)
    return RedirectResponse("/retention?done=asked", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
    done: str = "",
) -> Response:
    now = context.clock.now()
    with context.database.read() as session:
        due, runs = due_now(session, context.settings, now=now), latest_runs(session)
        next_at = next_run_at(session, now=now)
    return staff_page(
        context,
        current_user,
        "staff/retention",
        status=refused.http_status if refused else 200,
        section="settings",
        due=due,
        runs=runs,
        next_at=next_at,
        keepings=list(KeptReason),
        schedule=SCHEDULE,
        typed=typed,
        refused=refused,
        is_asked=done == "asked",
        is_under_way=any(run.finished_at is None for run in runs),
        longest_reason=MAX_REASON,
    )
