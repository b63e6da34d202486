"""One's own second factor: an app, set up by a picture and a first code; recovery codes made anew; removal."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.staff_mail.alert_administrators import alert_own_factor_removed
from core.errors import Conflict, InputRefused, NotAllowed, NotFound, Unavailable
from staff.own_password import expect_own_password
from staff.own_second_factor import SetUpRequest, SetUpResult, only_session, set_up_second_factor
from staff.second_factor import remove_app, renew_recovery_codes
from staff.tables import User
from staff.try_code import CodeAttempt, try_code
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.http.typed_fields import keep_typed, typed_fields
from web.staff.carried_form import CARRIED, CarriedForm, read_carried
from web.staff.cookies import DEVICE, SESSION, read_cookie, set_cookie
from web.staff.current_user import CurrentUser, SignedInAsAny, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF, is_stale
from web.staff.proof_fields import typed_attempt
from web.staff.return_path import HOME, SECOND_FACTOR
from web.staff.second_factor_view import second_factor_page, terms_of

router = pages_router()
REFUSALS = (InputRefused, NotAllowed, Conflict, NotFound, Unavailable)


@router.api_route(SECOND_FACTOR, methods=READING)
def show_second_factor(request: Request, context: Context, current_user: SignedInAsAny) -> Response:
    return second_factor_page(request, context, current_user, {}, done=request.query_params.get("done", ""))


@router.post(f"{SECOND_FACTOR}/proof", dependencies=FRESH_PROOF)
def do_prove() -> Response:
    """What they have is asked for before another is added; then it counts for this session."""
    return RedirectResponse(f"{SECOND_FACTOR}?done=proved", status_code=303)


@router.post(SECOND_FACTOR)
def do_set_up(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    """With the recovery codes, which this answer shows and no other."""
    typed = SetUpRequest(
        form.get("key", ""), form.get("present", ""), own_attempt(request, context, current_user, form)
    )
    try:
        expect_not_stale(current_user, context)
        made = set_up_second_factor(
            context.database,
            context.guard,
            current_user.user,
            typed,
            rules=terms_of(context.settings),
            now=context.clock.now(),
        )
    except REFUSALS as refused:
        return second_factor_page(request, context, current_user, form, refused=refused)
    return show_new_codes(request, context, current_user, form, made, done="app-added")


def expect_not_stale(current_user: CurrentUser, context: AppContext) -> None:
    """Raises NotAllowed: who has a second factor adds another only while a proof of the first one counts."""
    if is_stale(current_user, context):
        raise NotAllowed("staff-second-factor-stale")


def show_new_codes(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    made: SetUpResult,
    *,
    done: str,
) -> Response:
    """Or back to the page, where there are codes already."""
    carried = read_carried(form.get(CARRIED, ""))
    response: Response
    if made.codes:
        if carried is not None:
            keep_typed(request, carried.fields)
        response = staff_page(
            context,
            CurrentUser(current_user.user, made.secret),
            "staff/recovery_codes",
            section="account",
            codes=made.codes,
            go_on=HOME if current_user.must_set_up(context.settings) else "/account",
            carried=carried,
            typed=typed_fields(request, is_staff=True) if carried else {},
        )
    else:
        response = RedirectResponse(f"{SECOND_FACTOR}?done={done}", status_code=303)
    set_cookie(response, context.settings, SESSION, made.secret, lifetime=context.settings.session_lifetime)
    return response


@router.post(f"{SECOND_FACTOR}/codes")
def do_renew_codes(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    key, now = terms_of(context.settings).secret_key, context.clock.now()

    def renew(session: Session, user: User) -> list[str]:
        return renew_recovery_codes(session, user.id, secret_key=key, now=now)

    try:
        attempt = attempt_with_password(request, context, current_user, form)
        codes = try_code(context.database, context.guard, attempt, renew, secret_key=key, now=now)
    except REFUSALS as refused:
        return second_factor_page(request, context, current_user, form, refused=refused)
    return staff_page(
        context,
        current_user,
        "staff/recovery_codes",
        section="account",
        codes=codes,
        go_on="/account",
        carried=None,
    )


@router.post(f"{SECOND_FACTOR}/remove")
def do_remove(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    """The app, and the recovery codes where no passkey is left."""
    rules, now = terms_of(context.settings), context.clock.now()
    try:
        attempt = attempt_with_password(request, context, current_user, form)

        def remove(session: Session, user: User) -> tuple[str, bool]:
            is_left = remove_app(session, user.id, now=now)
            alert_own_factor_removed(
                session, user, is_passkey=False, is_any_left=is_left, services=context.services, now=now
            )
            proved_at = now if is_left else None
            return only_session(session, user.id, attempt.browser, rules, now=now, proved_at=proved_at), is_left

        secret, is_left = try_code(
            context.database, context.guard, attempt, remove, secret_key=rules.secret_key, now=now
        )
    except REFUSALS as refused:
        return second_factor_page(request, context, current_user, form, refused=refused)
    return removed(context, secret, done="app-removed" if is_left else "removed")


def removed(context: AppContext, secret: str, *, done: str) -> Response:
    """`secret`: of the session that is left."""
    response = RedirectResponse(f"{SECOND_FACTOR}?done={done}", status_code=303)
    set_cookie(response, context.settings, SESSION, secret, lifetime=context.settings.session_lifetime)
    return response


def set_up_page(
    request: Request, context: AppContext, current_user: CurrentUser, carried: CarriedForm
) -> Response:
    """Instead of what was posted, by whoever has to set one up first: that goes along."""
    form = {CARRIED: carried.as_field}
    refused = NotAllowed("staff-second-factor-first")
    return second_factor_page(request, context, current_user, form, refused=refused)


def attempt_with_password(
    request: Request, context: AppContext, current_user: CurrentUser, form: Mapping[str, str]
) -> CodeAttempt:
    """Raises as `expect_own_password` does."""
    attempt = own_attempt(request, context, current_user, form)
    expect_own_password(
        context.database,
        context.guard,
        current_user.user,
        form.get("present", ""),
        source=attempt.source,
        now=context.clock.now(),
    )
    return attempt


def own_attempt(
    request: Request, context: AppContext, current_user: CurrentUser, form: Mapping[str, str]
) -> CodeAttempt:
    device = read_cookie(request, context.settings, DEVICE)
    return typed_attempt(request, context, form, current_user.user.id, holder=current_user.secret, device=device)
