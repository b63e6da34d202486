"""What is done to an automation by its buttons: change, turn off and on, approve, leave what is there unsent."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.automation.change_automation import change_automation, turn_off, turn_on
from campaigns.automation.closed_items import watched_intake
from campaigns.automation.memory import take_for_archive
from campaigns.review.standing_approval import approve_automation
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, NotFound
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import pages_router
from web.staff.automation_form import read_edit
from web.staff.automation_page import RefusedForm, automation_page, get_automation
from web.staff.current_user import CurrentUser, SignedIn, StaffForm
from web.staff.fresh_proof import FRESH_PROOF, FRESH_PROOF_TO_SEND
from web.staff.path_params import AutomationNumber

router = pages_router()


@router.post("/automations/{automation_id}/details", dependencies=FRESH_PROOF_TO_SEND)
def set_details(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, automation_id: AutomationNumber
) -> Response:
    require(current_user.principal, Permission.SEND)
    name, actor, now = _name(context, automation_id), current_user.principal, context.clock.now()
    try:
        edit = read_edit(form)
        with context.database.write() as session:
            change_automation(session, name, edit, actor=actor, settings=context.settings, now=now)
    except (InputRefused, Conflict, NotFound) as refused:
        refused_form = RefusedForm(refused, "details", form)
        return _refused(request, context, current_user, automation_id, refused_form)
    return _done(automation_id, "details")


@router.post("/automations/{automation_id}/off")
def off(context: Context, current_user: SignedIn, _: StaffForm, automation_id: AutomationNumber) -> Response:
    name = _name(context, automation_id)
    with context.database.write() as session:
        turn_off(session, name, actor=current_user.principal, now=context.clock.now())
    return _done(automation_id, "off")


@router.post("/automations/{automation_id}/on", dependencies=FRESH_PROOF)
def on(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, automation_id: AutomationNumber
) -> Response:
    name, now = _name(context, automation_id), context.clock.now()
    intake, actor = watched_intake(context.services), current_user.principal
    require(actor, Permission.SEND)
    try:
        turn_on(intake, name, actor=actor, settings=context.settings, now=now)
    except (InputRefused, Conflict) as refused:
        return _refused(request, context, current_user, automation_id, RefusedForm(refused, "state", form))
    return _done(automation_id, "on")


@router.post("/automations/{automation_id}/approve", dependencies=FRESH_PROOF)
def approve(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, automation_id: AutomationNumber
) -> Response:
    require(current_user.principal, Permission.APPROVE)
    name, actor, now = _name(context, automation_id), current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            approve_automation(session, name, actor=actor, settings=context.settings, now=now)
    except (InputRefused, NotAllowed) as refused:
        return _refused(request, context, current_user, automation_id, RefusedForm(refused, "approve", form))
    return _done(automation_id, "approve")


@router.post("/automations/{automation_id}/archive")
def archive(context: Context, current_user: SignedIn, _: StaffForm, automation_id: AutomationNumber) -> Response:
    require(current_user.principal, Permission.SEND)
    name, now = _name(context, automation_id), context.clock.now()
    take_for_archive(watched_intake(context.services), name, actor=current_user.principal, now=now)
    return _done(automation_id, "archive")


def _name(context: AppContext, automation_id: int) -> str:
    with context.database.read() as session:
        return get_automation(session, automation_id).name


def _done(automation_id: int, what: str) -> Response:
    return RedirectResponse(f"/automations/{automation_id}?done={what}", status_code=303)


def _refused(
    request: Request, context: AppContext, current_user: CurrentUser, automation_id: int, refused: RefusedForm
) -> Response:
    error: BiltenError = refused.refusal
    request.state.refusal = error.code
    return automation_page(context, current_user, automation_id, refused=refused)
