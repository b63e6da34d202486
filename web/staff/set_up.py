"""First set-up: the one-time link that `bilten init` prints, at which the first administrator is made (ADR 61).

Nobody is signed in yet, so that the form's token is bound to a cookie of its own, as on the page to sign in.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime

from fastapi import Request, Response

from core.errors import BiltenError, Conflict, InputRefused, Unavailable
from core.languages import STAFF_LANGUAGES
from core.public_urls import SET_UP_LINK
from staff.first_administrator import add_first_administrator, check_set_up_token
from staff.tables import Role
from staff.users import new_user
from web.http.app_context import AppContext, Context
from web.http.csrf import check_form, form_token
from web.http.form_data import PostedForm
from web.http.language import staff_language
from web.http.templates import READING, pages_router
from web.staff.begin_session import begin_session
from web.staff.cookies import FORM, FORM_LIFETIME, read_cookie, set_cookie
from web.staff.current_user import keep_origin

NEXT = "/first-steps/brand"

router = pages_router()


@router.api_route(SET_UP_LINK, methods=READING)
def show_set_up(request: Request, context: Context, token: str) -> Response:
    request.state.language = _language(request, context)
    with context.database.read() as session:
        check_set_up_token(session, context.signer, token, now=context.clock.now())
    return _page(request, context, token, {})


@router.post(SET_UP_LINK)
def make_administrator(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    request.state.language = _language(request, context)
    check_form(request, context.settings, form, cookie=read_cookie(request, context.settings, FORM))
    now = context.clock.now()
    # Before a password is hashed: whoever has no link costs nothing.
    with context.database.read() as session:
        check_set_up_token(session, context.signer, token, now=now)
    try:
        _make(context, token, form, now=now)
    except (InputRefused, Conflict, Unavailable) as refused:
        request.state.refusal = refused.code
        return _page(request, context, token, form, refused=refused)
    address, password = form.get("address", ""), form.get("password", "")
    return begin_session(request, context, address, password, next_page=NEXT, now=now)


def _make(context: AppContext, token: str, form: Mapping[str, str], *, now: datetime) -> None:
    user = new_user(
        address=form.get("address", ""),
        name=form.get("name", ""),
        roles=frozenset({Role.ADMIN}),
        language=form.get("language", ""),
        password=typed_password(form),
        now=now,
    )
    with context.database.write() as session:
        add_first_administrator(session, context.signer, token, user, now=now)


def typed_password(form: Mapping[str, str]) -> str:
    """Raises InputRefused where the two are not the same."""
    password = form.get("password", "")
    if password != form.get("password_again", ""):
        raise InputRefused("web-set-up-passwords-differ")
    return password


def _page(
    request: Request,
    context: AppContext,
    token: str,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    language = _language(request, context)
    cookie = read_cookie(request, context.settings, FORM) or secrets.token_urlsafe(32)
    response = context.pages.make(
        "staff/set_up",
        language=language,
        status=refused.http_status if refused else 200,
        form_token=form_token(context.settings, cookie),
        token=token,
        values=form or {"language": language},
        languages=STAFF_LANGUAGES,
        refused=refused,
        step=1,
    )
    set_cookie(response, context.settings, FORM, cookie, lifetime=FORM_LIFETIME)
    return keep_origin(response)


def _language(request: Request, context: AppContext) -> str:
    return staff_language(request.headers.get("accept-language"), default=context.settings.staff_language)
