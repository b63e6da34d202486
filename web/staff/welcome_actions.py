"""What is done to a welcome series by its buttons: on and off, an email more, another day, another text."""

from collections.abc import Callable, Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.welcome.set_up_series import (
    MOST_DAYS,
    add_email,
    email_of,
    new_text,
    remove_email,
    set_days,
    turn_off,
    turn_on,
)
from core.errors import BiltenError, Conflict, InputRefused
from core.western_digits import western_digits
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import pages_router
from web.staff.automation_page import RefusedForm
from web.staff.current_user import SignedIn, StaffForm
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import SeriesEmailNumber, SeriesNumber, number_or_none
from web.staff.welcome_page import LANGUAGE, series_page

router = pages_router()


@router.post("/welcome/{series_id}/on", dependencies=FRESH_PROOF)
def series_on(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, series_id: SeriesNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.SEND)
    refused = _refusal(
        request,
        context,
        lambda session: turn_on(session, series_id, actor=actor, settings=context.settings, now=now),
    )
    if refused is not None:
        return series_page(context, current_user, series_id, refused=RefusedForm(refused, "state", form))
    return _done(series_id, "on")


@router.post("/welcome/{series_id}/off")
def series_off(context: Context, current_user: SignedIn, _: StaffForm, series_id: SeriesNumber) -> Response:
    require(current_user.principal, Permission.SEND)
    with context.database.write() as session:
        turn_off(session, series_id, actor=current_user.principal, now=context.clock.now())
    return _done(series_id, "off")


@router.post("/welcome/{series_id}/emails")
def add_series_email(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, series_id: SeriesNumber
) -> Response:
    actor, now, drafts = current_user.principal, context.clock.now(), list[int]()
    require(actor, Permission.SEND)

    def add(session: Session) -> None:
        languages = tuple(name.removeprefix(LANGUAGE) for name in form if name.startswith(LANGUAGE))
        if not languages:
            raise InputRefused("campaigns-welcome-language")
        draft = add_email(session, series_id, _days(form), languages=languages, actor=actor, now=now)
        drafts.append(draft.id)

    refused = _refusal(request, context, add)
    if refused is not None:
        return series_page(context, current_user, series_id, refused=RefusedForm(refused, "emails", form))
    return RedirectResponse(f"/campaigns/{drafts[-1]}/compose", status_code=303)


@router.post("/welcome/{series_id}/emails/{email_id}/days")
def set_email_days(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    series_id: SeriesNumber,
    email_id: SeriesEmailNumber,
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.SEND)

    def change(session: Session) -> None:
        email_of(session, series_id, email_id)
        set_days(session, email_id, _days(form), actor=actor, now=now)

    refused = _refusal(request, context, change)
    if refused is not None:
        return series_page(
            context, current_user, series_id, refused=RefusedForm(refused, f"days-{email_id}", form)
        )
    return _done(series_id, "days")


@router.post("/welcome/{series_id}/emails/{email_id}/remove")
def take_email_out(
    context: Context, current_user: SignedIn, _: StaffForm, series_id: SeriesNumber, email_id: SeriesEmailNumber
) -> Response:
    require(current_user.principal, Permission.SEND)
    with context.database.write() as session:
        email_of(session, series_id, email_id)
        remove_email(session, email_id, actor=current_user.principal, now=context.clock.now())
    return _done(series_id, "removed")


@router.post("/welcome/{series_id}/emails/{email_id}/text")
def write_new_text(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    series_id: SeriesNumber,
    email_id: SeriesEmailNumber,
) -> Response:
    actor, now, drafts = current_user.principal, context.clock.now(), list[int]()

    def draft(session: Session) -> None:
        email_of(session, series_id, email_id)
        drafts.append(new_text(session, email_id, actor=actor, now=now).id)

    refused = _refusal(request, context, draft)
    if refused is not None:
        return series_page(
            context, current_user, series_id, refused=RefusedForm(refused, f"days-{email_id}", form)
        )
    return RedirectResponse(f"/campaigns/{drafts[-1]}/compose", status_code=303)


def _refusal(request: Request, context: AppContext, act: Callable[[Session], object]) -> BiltenError | None:
    """What was refused, in which case nothing is changed."""
    try:
        with context.database.write() as session:
            act(session)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return refused
    return None


def _days(form: Mapping[str, str]) -> int:
    number = number_or_none(western_digits(form.get("days", "").strip()))
    if number is None:
        raise InputRefused("campaigns-welcome-days", limit=MOST_DAYS)
    return number


def _done(series_id: int, what: str) -> Response:
    return RedirectResponse(f"/welcome/{series_id}?done={what}", status_code=303)
