"""One's own passkeys: added with the password and what a device answers, and removed."""

from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from campaigns.staff_mail.alert_administrators import alert_own_factor_removed
from staff.own_second_factor import PasskeyRequest, add_own_passkey, only_session
from staff.passkey_site import passkey_site
from staff.second_factor import remove_own_passkey
from staff.tables import User
from staff.try_code import try_code
from staff.try_passkey import PasskeyAttempt
from web.http.app_context import Context
from web.http.client_source import source_of
from web.http.templates import pages_router
from web.staff.browser_name import browser_name
from web.staff.current_user import SignedInAsAny, StaffForm
from web.staff.path_params import read_number
from web.staff.return_path import SECOND_FACTOR
from web.staff.second_factor_page import (
    REFUSALS,
    attempt_with_password,
    expect_not_stale,
    removed,
    show_new_codes,
)
from web.staff.second_factor_view import second_factor_page, terms_of

router = pages_router()


def _passkey_number(request: Request, passkey_id: str) -> int:
    request.state.back = SECOND_FACTOR
    return read_number(passkey_id)


PasskeyNumber = Annotated[int, Depends(_passkey_number)]


@router.post(f"{SECOND_FACTOR}/passkeys")
def add_passkey(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    """With recovery codes, where it is the first second factor."""
    try:
        expect_not_stale(current_user, context)
        typed = PasskeyRequest(
            name=form.get("name", ""),
            password=form.get("present", ""),
            answer=PasskeyAttempt(
                form.get("new_passkey", ""), current_user.secret, passkey_site(context.settings.public_url)
            ),
            source=source_of(request),
            browser=browser_name(request.headers.get("user-agent", "")),
        )
        made = add_own_passkey(
            context.database,
            context.guard,
            current_user.user,
            typed,
            rules=terms_of(context.settings),
            now=context.clock.now(),
        )
    except REFUSALS as refused:
        return second_factor_page(request, context, current_user, form, refused=refused)
    return show_new_codes(request, context, current_user, form, made, done="passkey-added")


@router.post(f"{SECOND_FACTOR}/passkeys/{{passkey_id}}/remove")
def do_remove_passkey(
    request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm, passkey_id: PasskeyNumber
) -> Response:
    """With the recovery codes, where nothing is left."""
    rules, now = terms_of(context.settings), context.clock.now()
    try:
        attempt = attempt_with_password(request, context, current_user, form)

        def remove(session: Session, user: User) -> tuple[str, bool]:
            is_left = remove_own_passkey(session, user.id, passkey_id, now=now)
            alert_own_factor_removed(
                session, user, is_passkey=True, is_any_left=is_left, services=context.services, now=now
            )
            proved_at = now if is_left else None
            return only_session(session, user.id, attempt.browser, rules, now=now, proved_at=proved_at), is_left

        secret, is_left = try_code(
            context.database, context.guard, attempt, remove, secret_key=rules.secret_key, now=now
        )
    except REFUSALS as refused:
        return second_factor_page(request, context, current_user, {}, refused=refused)
    return removed(context, secret, done="passkey-removed" if is_left else "removed")
