"""Asking to be on a list. The answer is the same whether an address is known or not, so that nobody can find out
who reads what; what differs is only the mail that does or does not go to that address.

A protected list has no public page: its short name is answered like one that there is not, and whoever was given
an invitation comes by that."""

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from campaigns.clicks.counting import is_counting
from campaigns.opt_in.send_opt_in_mail import ask, wait_to_ask
from campaigns.settings import CampaignSettings
from core.clock import own_clock
from core.errors import InputRefused, NotFound, TooManyAttempts, Unavailable
from core.languages import READER_LANGUAGES
from core.public_urls import INVITATION, SUBSCRIBE, subscribe_path
from core.throttle import whole_minutes
from subscribers.links import read_invitation_token
from subscribers.list_state import ListPurpose, check_takes
from subscribers.lists import list_by_slug
from subscribers.queries import may_be_asked
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.tables import ConsentMethod, MailingList
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.form_data import HONEYPOT, PostedForm, read_short_form
from web.http.reserved_threads import crowded
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

NO_SUCH_PAGE = "web-error-404"

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
    if not form.get(HONEYPOT):
        try:
            _request(context, mailing_list, form, language=language)
        except InputRefused as refused:
            request.state.refusal = refused.code
            with context.database.read() as session:
                return _form(request, context, session, mailing_list, form, refusal=refused)
    with context.database.read() as session:
        return reader_page(
            context, session, "public/subscribe_asked", language=language, list_name=mailing_list.name_in(language)
        )


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


def _request(context: AppContext, mailing_list: MailingList, form: Mapping[str, str], *, language: str) -> None:
    """The request and its question in one transaction: whoever is pending will be asked, whatever happens next."""
    now = context.clock.now()
    with context.database.write() as session:
        requested = request_subscription(
            session,
            SubscriptionRequest(
                address=form.get("address", ""),
                name=form.get("name", ""),
                list_id=mailing_list.id,
                proof=ConsentProof(
                    method=ConsentMethod.SIGN_UP,
                    wording=context.pages.texts.text(
                        language, "web-subscribe-wording", list=mailing_list.name_in(language)
                    ),
                    language=language,
                    evidence=f"web:{subscribe_path(mailing_list.slug)}",
                ),
            ),
            now=now,
            secret=context.settings.secret_key.get_secret_value(),
        )
        person = requested.subscriber_id
        if may_be_asked(session, subscriber_id=person, list_id=mailing_list.id):
            ask(session, subscriber_id=person, list_id=mailing_list.id, language=language, now=now)


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
        honeypot=HONEYPOT,
        address=form.get("address", ""),
        name=form.get("name", ""),
        languages=READER_LANGUAGES,
        counts_clicks=is_counting(session) and not mailing_list.is_protected,
        refusal=refusal,
        is_wrong=isinstance(refusal, InputRefused),
    )
