"""One's own second factor: set up by a picture and a first code, its recovery codes made anew, or removed."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import segno
from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup
from sqlmodel import Session

from campaigns.staff_mail.alert_administrators import alert_second_factor_removed
from core.errors import BiltenError, Conflict, NotAllowed, NotFound, Unavailable
from staff.own_password import expect_own_password
from staff.own_second_factor import AccountTerms, SetUpRequest, remove_own, set_up_second_factor
from staff.second_factor import open_secret, renew_recovery_codes, seal_secret, second_factor_state
from staff.tables import User
from staff.totp import address_for_app, new_secret
from staff.try_code import CodeAttempt, try_code
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.templates import READING, pages_router
from web.http.typed_fields import keep_typed, typed_fields
from web.staff.browser_name import browser_name
from web.staff.carried_form import CARRIED, CarriedForm, read_carried
from web.staff.cookies import DEVICE, SESSION, read_cookie, set_cookie
from web.staff.current_user import CurrentUser, SignedInAsAny, StaffForm, staff_page
from web.staff.pending_code import typed_code
from web.staff.return_path import HOME, SECOND_FACTOR

router = pages_router()
_REFUSALS = (NotAllowed, Conflict, NotFound, Unavailable)


@router.api_route(SECOND_FACTOR, methods=READING)
def show_second_factor(request: Request, context: Context, current_user: SignedInAsAny) -> Response:
    is_removed = request.query_params.get("done") == "removed"
    return _page(request, context, current_user, {}, is_removed=is_removed)


@router.post(SECOND_FACTOR)
def do_set_up(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    """With the recovery codes, which this answer shows and no other."""
    attempt = _attempt(request, context, current_user, form)
    typed = SetUpRequest(form.get("key", ""), form.get("present", ""), attempt)
    try:
        made = set_up_second_factor(
            context.database,
            context.guard,
            current_user.user,
            typed,
            rules=_rules(context),
            now=context.clock.now(),
        )
    except _REFUSALS as refused:
        return _page(request, context, current_user, form, refused=refused)
    carried = read_carried(form.get(CARRIED, ""))
    if carried is not None:
        keep_typed(request, carried.fields)
    now_signed_in = CurrentUser(current_user.user, made.secret)
    go_on = HOME if current_user.must_set_up(context.settings) else "/account"
    response = staff_page(
        context,
        now_signed_in,
        "staff/recovery_codes",
        section="account",
        codes=made.codes,
        go_on=go_on,
        carried=carried,
        typed=typed_fields(request, is_staff=True) if carried else {},
    )
    set_cookie(response, context.settings, SESSION, made.secret, lifetime=context.settings.session_lifetime)
    return response


@router.post(f"{SECOND_FACTOR}/codes")
def do_renew_codes(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    key, now = _rules(context).secret_key, context.clock.now()

    def renew(session: Session, user: User) -> list[str]:
        return renew_recovery_codes(session, user.id, secret_key=key, now=now)

    try:
        attempt = _with_password(request, context, current_user, form)
        codes = try_code(context.database, context.guard, attempt, renew, secret_key=key, now=now)
    except _REFUSALS as refused:
        return _page(request, context, current_user, form, refused=refused)
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
    rules, now = _rules(context), context.clock.now()
    try:
        attempt = _with_password(request, context, current_user, form)

        def remove(session: Session, user: User) -> str:
            secret = remove_own(session, attempt, rules=rules, now=now)
            alert_second_factor_removed(
                session, user, actor=current_user.principal, services=context.services, now=now
            )
            return secret

        secret = try_code(context.database, context.guard, attempt, remove, secret_key=rules.secret_key, now=now)
    except _REFUSALS as refused:
        return _page(request, context, current_user, form, refused=refused)
    response = RedirectResponse(f"{SECOND_FACTOR}?done=removed", status_code=303)
    set_cookie(response, context.settings, SESSION, secret, lifetime=rules.session_lifetime)
    return response


def set_up_page(
    request: Request, context: AppContext, current_user: CurrentUser, carried: CarriedForm
) -> Response:
    """Instead of what was posted, by whoever has to set one up first: that goes along."""
    form = {CARRIED: carried.as_field}
    return _page(request, context, current_user, form, refused=NotAllowed("staff-second-factor-first"))


def _with_password(
    request: Request, context: AppContext, current_user: CurrentUser, form: Mapping[str, str]
) -> CodeAttempt:
    """Raises as `expect_own_password` does."""
    attempt = _attempt(request, context, current_user, form)
    expect_own_password(
        context.database,
        context.guard,
        current_user.user,
        form.get("present", ""),
        source=attempt.source,
        now=context.clock.now(),
    )
    return attempt


def _attempt(
    request: Request, context: AppContext, current_user: CurrentUser, form: Mapping[str, str]
) -> CodeAttempt:
    return CodeAttempt(
        user_id=current_user.user.id,
        code=typed_code(form),
        source=source_of(request),
        device=read_cookie(request, context.settings, DEVICE),
        browser=browser_name(request.headers.get("user-agent", "")),
    )


def _rules(context: AppContext) -> AccountTerms:
    settings = context.settings
    return AccountTerms(settings.secret_key.get_secret_value(), settings.session_lifetime)


def _page(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
    is_removed: bool = False,
) -> Response:
    """Without a second factor, a new key is offered, or the one that was offered before. Nothing of it is kept
    here: it stands in the form, encrypted, and comes back with the code."""
    user, key = current_user.user, _rules(context).secret_key
    if refused is not None:
        request.state.refusal = refused.code
    with context.database.read() as session:
        state = second_factor_state(session, user.id)
    offered = open_secret(form.get("key", ""), user.id, secret_key=key) or new_secret()
    host = urlsplit(context.settings.public_url).hostname or ""
    address = address_for_app(offered, account=user.address, issuer=f"Bilten {host}")
    return staff_page(
        context,
        current_user,
        "staff/second_factor",
        status=refused.http_status if refused else 200,
        section="account",
        state=state,
        secret=" ".join(offered[at : at + 4] for at in range(0, len(offered), 4)),
        sealed=seal_secret(offered, user.id, secret_key=key),
        picture=picture_of(address),
        must_set_up=current_user.must_set_up(context.settings),
        is_removed=is_removed,
        carried=read_carried(form.get(CARRIED, "")),
        refused=refused,
    )


def picture_of(text: str) -> Markup:
    """A QR code (ISO/IEC 18004), light and dark the same in either theme, because cameras expect it so."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        light="#fff", border=4, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(drawn)  # noqa: S704  drawn from squares; nothing of the text stands in it
