"""Asking to be on a list. The answer is the same whether an address is known or not, so that nobody can find out
who reads what; what differs is only the mail that does or does not go to that address.

A protected list has no public page: its short name is answered like one that there is not, and whoever was given
an invitation comes by that."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from campaigns.clicks.counting import is_counting
from campaigns.opt_in.send_opt_in_mail import wait_to_ask
from campaigns.settings import CampaignSettings
from core.clock import own_clock
from core.errors import InputRefused, NotFound, TooManyAttempts, Unavailable
from core.languages import READER_LANGUAGES
from core.public_urls import INVITATION, SUBSCRIBE, subscribe_path
from core.throttle import whole_minutes
from subscribers.links import read_invitation_token
from subscribers.list_state import ListPurpose, check_takes, lists_that_take
from subscribers.lists import list_by_slug
from subscribers.tables import MailingList
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.form_data import HONEYPOT, PostedForm, read_short_form
from web.http.reserved_threads import crowded
from web.http.templates import READING, pages_router
from web.public.ask_for_list import SignUpRequest, ask_for_list
from web.public.page import page_language, reader_page

NO_SUCH_PAGE = "web-error-404"
ALSO = "also-"
"""Begins the name of another list's box; its short name follows."""

router = pages_router()


async def _expect_few(request: Request, context: Context) -> None:
    """One source, or one network, must not use up what there is for everybody. On the event loop, before the form
    is read, a thread is taken or the database is asked anything."""
    wait = context.sign_ups.take(source_of(request), now=own_clock(context.clock).now())
    if wait is not None:
        page_language(request)
        await read_short_form(request)
        raise TooManyAttempts("web-sign-up-too-many", minutes=whole_minutes(wait))


FewEnough = Annotated[None, Depends(_expect_few)]


@router.api_route(SUBSCRIBE, methods=READING)
def show_form(request: Request, context: Context, list_slug: str) -> Response:
    with context.database.read() as session:
        return _form(request, context, session, _public_list(context, session, list_slug), {})


@router.post(SUBSCRIBE)
@crowded
def sign_up(request: Request, context: Context, _: FewEnough, list_slug: str, form: PostedForm) -> Response:
    return _sign_up(request, context, form, lambda session: _public_list(context, session, list_slug))


@router.api_route(INVITATION, methods=READING)
def show_invited_form(request: Request, context: Context, token: str) -> Response:
    slug = read_invitation_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        return _form(request, context, session, _offered_list(context, session, slug), {})


@router.post(INVITATION)
@crowded
def sign_up_invited(request: Request, context: Context, _: FewEnough, token: str, form: PostedForm) -> Response:
    slug = read_invitation_token(context.signer, token, now=context.clock.now())
    return _sign_up(request, context, form, lambda session: _offered_list(context, session, slug))


def _sign_up(
    request: Request, context: AppContext, form: Mapping[str, str], find: Callable[[Session], MailingList]
) -> Response:
    language = page_language(request, known=form.get("language"))
    with context.database.read() as session:
        mailing_list = find(session)
        wait = wait_to_ask(
            session, limit=CampaignSettings.of(context.settings).sign_ups_per_hour, now=context.clock.now()
        )
        if wait is not None:
            busy = Unavailable("web-sign-up-busy", minutes=whole_minutes(wait))
            request.state.refusal = busy.code
            return _form(request, context, session, mailing_list, form, refusal=busy)
        lists = [mailing_list, *(row for row in _others(session, mailing_list) if f"{ALSO}{row.slug}" in form)]
    if not form.get(HONEYPOT):
        try:
            _request(context, lists, form, language=language)
        except InputRefused as refused:
            request.state.refusal = refused.code
            with context.database.read() as session:
                return _form(request, context, session, mailing_list, form, refusal=refused)
    with context.database.read() as session:
        names = [row.name_in(language) for row in lists]
        return reader_page(context, session, "public/subscribe_asked", language=language, names=names)


def _public_list(context: AppContext, session: Session, slug: str) -> MailingList:
    mailing_list = _known_list(context, session, slug)
    if mailing_list.is_protected:
        raise NotFound(NO_SUCH_PAGE)
    return check_takes(mailing_list, ListPurpose.SIGN_UP)


def _offered_list(context: AppContext, session: Session, slug: str) -> MailingList:
    return check_takes(_known_list(context, session, slug), ListPurpose.SIGN_UP)


def _known_list(context: AppContext, session: Session, slug: str) -> MailingList:
    if not CampaignSettings.of(context.settings).sign_up_sender:
        raise NotFound("web-sign-up-closed")
    try:
        return list_by_slug(session, slug)
    except NotFound as unknown:  # what it says is for staff
        raise NotFound(NO_SUCH_PAGE) from unknown


def _request(context: AppContext, lists: Sequence[MailingList], form: Mapping[str, str], *, language: str) -> None:
    """All of them, or none."""
    path = subscribe_path(lists[0].slug)
    request = SignUpRequest(form.get("address", ""), form.get("name", ""), language, path)
    with context.database.write() as session:
        for mailing_list in lists:
            ask_for_list(context, session, mailing_list, request)


def _others(session: Session, mailing_list: MailingList) -> list[MailingList]:
    """What can be asked for on the same page. None beside a protected list: whoever was invited to that came for
    it, and its name must not stand among others."""
    if mailing_list.is_protected:
        return []
    open_lists = lists_that_take(session, ListPurpose.SIGN_UP)
    return [row for row in open_lists if row.id != mailing_list.id and not row.is_protected]


def _form(
    request: Request,
    context: AppContext,
    session: Session,
    mailing_list: MailingList,
    form: Mapping[str, str],
    *,
    refusal: InputRefused | Unavailable | None = None,
) -> Response:
    language = page_language(request, known=form.get("language"))
    return reader_page(
        context,
        session,
        "public/subscribe",
        language=language,
        status=refusal.http_status if refusal else 200,
        list_name=mailing_list.name_in(language),
        others=[(f"{ALSO}{row.slug}", row.name_in(language)) for row in _others(session, mailing_list)],
        ticked=form,
        honeypot=HONEYPOT,
        address=form.get("address", ""),
        name=form.get("name", ""),
        languages=READER_LANGUAGES,
        counts_clicks=is_counting(session) and not mailing_list.is_protected,
        refusal=refusal,
        is_wrong=isinstance(refusal, InputRefused),
    )
