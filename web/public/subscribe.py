"""Asking to be on a list, and on others that are offered with it.

A protected list has no public page: its short name is answered like one that there is not, and whoever was given
an invitation comes by that."""

from typing import Annotated

from fastapi import Depends, Request, Response

from core.clock import own_clock
from core.errors import TooManyAttempts
from core.public_urls import INVITATION, SUBSCRIBE
from core.throttle import whole_minutes
from subscribers.links import read_invitation_token
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.form_data import PostedForm, read_short_form
from web.http.proof_form import PROOF, offer_proof
from web.http.reserved_threads import crowded
from web.http.templates import READING, pages_router
from web.public.page import page_language
from web.public.sign_up_form import SignUpPage, answer_sign_up, invited_list, public_list, show_sign_up

router = pages_router()


async def expect_few(request: Request, context: Context) -> None:
    """One source, or one network, must not use up what there is for everybody. On the event loop, before the form
    is read, a thread is taken or the database is asked anything. A proof of work lifts the limit for one request;
    that of everybody's sign-ups together stays."""
    now = own_clock(context.clock).now()
    wait = context.sign_ups.take(source_of(request), now=now)
    if wait is None:
        return
    form = await read_short_form(request)
    if context.proofs.accept(form.get(PROOF, ""), now=now):
        return
    page_language(request, known=form.get("language"))
    offer_proof(request, form, context.proofs.challenge(now=now))
    raise TooManyAttempts("web-sign-up-too-many", minutes=whole_minutes(wait))


FewEnough = Annotated[None, Depends(expect_few)]


@router.api_route(SUBSCRIBE, methods=READING)
def show_form(request: Request, context: Context, list_slug: str) -> Response:
    return show_sign_up(request, context, _public_page(context, list_slug))


@router.post(SUBSCRIBE)
@crowded
def sign_up(request: Request, context: Context, _: FewEnough, list_slug: str, form: PostedForm) -> Response:
    return answer_sign_up(request, context, form, _public_page(context, list_slug))


@router.api_route(INVITATION, methods=READING)
def show_invited_form(request: Request, context: Context, token: str) -> Response:
    return show_sign_up(request, context, _invited_page(context, token))


@router.post(INVITATION)
@crowded
def sign_up_invited(request: Request, context: Context, _: FewEnough, token: str, form: PostedForm) -> Response:
    return answer_sign_up(request, context, form, _invited_page(context, token))


def _public_page(context: AppContext, slug: str) -> SignUpPage:
    return SignUpPage(lambda session: public_list(context, session, slug))


def _invited_page(context: AppContext, token: str) -> SignUpPage:
    slug = read_invitation_token(context.signer, token, now=context.clock.now())
    return SignUpPage(lambda session: invited_list(context, session, slug))
