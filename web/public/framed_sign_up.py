"""Sign-up in a frame of another website, without a script or a cookie: the one page that may be framed, by the
origins that its list names.

No cookie means no CSRF cookie. The form carries a signed token instead, for this purpose, this list and a day:
what is posted was shown by us. There is no session that a stranger's page could act in, limits by source hold as
everywhere, and nobody is on a list before they say yes by their own link."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from core.clock import own_clock
from core.errors import NotAllowed, NotFound, TooManyAttempts
from core.public_urls import FRAMED_SIGN_UP, framed_sign_up_path
from core.signing import TokenRefused
from subscribers.list_state import ListPurpose, check_takes
from subscribers.tables import MailingList
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm, read_short_form
from web.http.proof_form import withdraw_proof
from web.http.reserved_threads import crowded
from web.http.security_headers import let_frame
from web.http.templates import READING, pages_router
from web.public.sign_up_form import (
    FORM_TOKEN,
    NO_SUCH_PAGE,
    SignUpPage,
    answer_sign_up,
    known_public_list,
    show_sign_up,
)
from web.public.subscribe import expect_few

FORM_LIFETIME = timedelta(days=1)
"""How long a form may stand open before it is sent."""
_PURPOSE = "framed-sign-up"

router = pages_router()


async def _expect_few(request: Request, context: Context, list_slug: str) -> None:
    """As elsewhere, the database is asked nothing: who may show the refusal in a frame, the form's token says."""
    try:
        await expect_few(request, context)
    except TooManyAttempts:
        origins = _origins_of(context, list_slug, await read_short_form(request))
        if origins is not None:
            let_frame(request, origins)
        withdraw_proof(request)
        raise


@router.api_route(FRAMED_SIGN_UP, methods=READING)
def show_framed_form(request: Request, context: Context, list_slug: str) -> Response:
    return show_sign_up(request, context, _framed(request, context, list_slug))


@router.post(FRAMED_SIGN_UP)
@crowded
def sign_up_framed(
    request: Request,
    context: Context,
    _: Annotated[None, Depends(_expect_few)],
    list_slug: str,
    form: PostedForm,
) -> Response:
    page = _framed(request, context, list_slug)
    if _origins_of(context, list_slug, form) is None:
        return show_sign_up(request, context, page, form, refusal=NotAllowed("web-sign-up-form-old"))
    return answer_sign_up(request, context, form, page)


def _framed(request: Request, context: AppContext, slug: str) -> SignUpPage:
    def find(session: Session) -> MailingList:
        mailing_list = known_public_list(context, session, slug)
        if not mailing_list.frame_origins:
            raise NotFound(NO_SUCH_PAGE)
        let_frame(request, mailing_list.frame_origins)
        return check_takes(mailing_list, ListPurpose.SIGN_UP)

    return SignUpPage(
        find,
        path=framed_sign_up_path,
        layout="public/framed.html.j2",
        form_token=lambda mailing_list: _form_token(context, mailing_list),
    )


def _form_token(context: AppContext, mailing_list: MailingList) -> str:
    payload = [mailing_list.slug, mailing_list.frame_origins]
    return context.signer.sign(_PURPOSE, payload, expires_at=context.clock.now() + FORM_LIFETIME)


def _origins_of(context: AppContext, slug: str, form: Mapping[str, str]) -> list[str] | None:
    """Who might frame the list's form when it was shown; None where we did not show it, or too long ago."""
    try:
        now = own_clock(context.clock).now()
        of_list, origins = context.signer.read(_PURPOSE, form.get(FORM_TOKEN, ""), now=now)
    except TokenRefused:
        return None
    return list(origins) if of_list == slug else None
