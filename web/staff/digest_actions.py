"""What is done to a digest by its buttons: change, turn off and on, approve."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.automation.change_automation import turn_off
from campaigns.digests.set_up_digest import change_digest, turn_digest_on
from campaigns.review.standing_approval import approve_automation
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import pages_router
from web.staff.automation_page import RefusedForm
from web.staff.current_user import SignedIn, StaffForm
from web.staff.digest_form import read_digest
from web.staff.digest_page import digest_page, find_digest
from web.staff.fresh_proof import FRESH_PROOF, FRESH_PROOF_TO_SEND
from web.staff.path_params import DigestNumber

router = pages_router()


@router.post("/digests/{digest_id}/details", dependencies=FRESH_PROOF_TO_SEND)
def set_digest_details(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, digest_id: DigestNumber
) -> Response:
    require(current_user.principal, Permission.SEND)
    name, actor, now = _name(context, digest_id), current_user.principal, context.clock.now()
    try:
        wanted = read_digest(form, name=name)
        with context.database.write() as session:
            change_digest(session, name, wanted, actor=actor, settings=context.settings, now=now)
    except (InputRefused, Conflict, NotFound) as refused:
        request.state.refusal = refused.code
        return digest_page(context, current_user, digest_id, refused=RefusedForm(refused, "details", form))
    return _done(digest_id, "details")


@router.post("/digests/{digest_id}/off")
def digest_off(context: Context, current_user: SignedIn, _: StaffForm, digest_id: DigestNumber) -> Response:
    require(current_user.principal, Permission.SEND)
    name = _name(context, digest_id)
    with context.database.write() as session:
        turn_off(session, name, actor=current_user.principal, now=context.clock.now())
    return _done(digest_id, "off")


@router.post("/digests/{digest_id}/on", dependencies=FRESH_PROOF)
def digest_on(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, digest_id: DigestNumber
) -> Response:
    require(current_user.principal, Permission.SEND)
    name, actor, now = _name(context, digest_id), current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            turn_digest_on(session, name, actor=actor, settings=context.settings, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return digest_page(context, current_user, digest_id, refused=RefusedForm(refused, "state", form))
    return _done(digest_id, "on")


@router.post("/digests/{digest_id}/approve", dependencies=FRESH_PROOF)
def approve_digest(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, digest_id: DigestNumber
) -> Response:
    require(current_user.principal, Permission.APPROVE)
    name, actor, now = _name(context, digest_id), current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            approve_automation(session, name, actor=actor, settings=context.settings, now=now)
    except (InputRefused, NotAllowed) as refused:
        request.state.refusal = refused.code
        return digest_page(context, current_user, digest_id, refused=RefusedForm(refused, "approve", form))
    return _done(digest_id, "approve")


def _name(context: AppContext, digest_id: int) -> str:
    with context.database.read() as session:
        return find_digest(session, digest_id)[0].name


def _done(digest_id: int, what: str) -> Response:
    return RedirectResponse(f"/digests/{digest_id}?done={what}", status_code=303)
