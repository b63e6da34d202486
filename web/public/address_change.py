"""Another address: asked for by a link to the preferences, confirmed at the new one, refused from the old one.

What is answered to whoever asks is the same whether the new address is known here or not. Looking changes nothing.
"""

from datetime import timedelta

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.opt_in.send_opt_in_mail import ask_new_address, list_of_change, wait_to_ask
from campaigns.people.leave_address import confirm_new_address
from campaigns.settings import CampaignSettings
from campaigns.token_holder import WELCOME, holder
from core.errors import InputRefused, NotFound, Unavailable
from core.public_urls import (
    CHANGE_ADDRESS,
    PREFERENCES_ADDRESS,
    REFUSE_ADDRESS,
    preferences_path,
)
from core.throttle import whole_minutes
from subscribers.address_tables import AddressChange, AddressChangeState
from subscribers.ask_address_change import ask_for_change
from subscribers.change_address import find_change, refuse_change
from subscribers.links import (
    ADDRESS_CHANGE,
    ADDRESS_REFUSAL,
    AddressLink,
    PreferencesLink,
    read_address_token,
    read_preferences_token,
)
from subscribers.subscribe import ConsentProof
from subscribers.tables import ConsentMethod, Subscriber
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm
from web.http.reserved_threads import crowded, reserved
from web.http.templates import READING, pages_router
from web.public.page import own_preferences_path, page_language, reader_page

EVIDENCE = f"web:{CHANGE_ADDRESS.removesuffix('/{token}')}"
"""What a ConsentRecord says where the yes came from."""

router = pages_router()


def may_change_address(context: AppContext, session: Session) -> bool:
    """Whether anybody can be asked to confirm now."""
    return bool(CampaignSettings.of(context.settings).sign_up_sender) and _wait(context, session) is None


def _wait(context: AppContext, session: Session) -> timedelta | None:
    limit = CampaignSettings.of(context.settings).sign_ups_per_hour
    return wait_to_ask(session, limit=limit, now=context.clock.now())


@router.api_route(PREFERENCES_ADDRESS, methods=READING)
@reserved
def show_form(request: Request, context: Context, token: str) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        person = holder(session, link, settings=context.settings)
        return _form(request, context, session, person, token)


@router.post(PREFERENCES_ADDRESS)
@crowded
def ask(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    try:
        with context.database.write() as session:
            person = holder(session, link, settings=context.settings)
            language = page_language(request, known=person.language)
            _ask(context, session, person, link, form.get("address", ""), language=language)
    except (InputRefused, Unavailable) as refused:
        request.state.refusal = refused.code
        with context.database.read() as session:
            person = holder(session, link, settings=context.settings)
            return _form(request, context, session, person, token, refusal=refused)
    with context.database.read() as session:
        return reader_page(
            context, session, "public/address_asked", language=language, back=preferences_path(token)
        )


def _ask(
    context: AppContext,
    session: Session,
    person: Subscriber,
    link: PreferencesLink,
    address: str,
    *,
    language: str,
) -> None:
    if not CampaignSettings.of(context.settings).sign_up_sender:
        raise NotFound("web-sign-up-closed")
    wait = _wait(context, session)
    if wait is not None:
        raise Unavailable("web-sign-up-busy", minutes=whole_minutes(wait))
    now = context.clock.now()
    change = ask_for_change(
        session, person, address, now=now, secret=context.settings.secret_key.get_secret_value()
    )
    if change is not None:
        ask_new_address(session, change, list_id=link.list_id, language=language, now=now)


@router.api_route(CHANGE_ADDRESS, methods=READING)
@reserved
def show_question(request: Request, context: Context, token: str) -> Response:
    link = read_address_token(context.signer, ADDRESS_CHANGE, token, now=context.clock.now())
    with context.database.read() as session:
        change, language = find_change(session, link), _language_of(request, session, link)
        if change.state is AddressChangeState.CONFIRMED:
            return _changed(context, session, change, language)
        wording = context.pages.texts.text(language, "web-address-wording")
        return reader_page(context, session, "public/address_confirm", language=language, wording=wording)


@router.post(CHANGE_ADDRESS)
@reserved
def confirm(request: Request, context: Context, token: str) -> Response:
    link = read_address_token(context.signer, ADDRESS_CHANGE, token, now=context.clock.now())
    with context.database.write() as session:
        language = _language_of(request, session, link)
        proof = ConsentProof(
            method=ConsentMethod.ADDRESS_CHANGE,
            wording=context.pages.texts.text(language, "web-address-wording"),
            language=language,
            evidence=EVIDENCE,
        )
        confirm_new_address(session, link, proof, now=context.clock.now())
    with context.database.read() as session:
        return _changed(context, session, find_change(session, link), language)


@router.api_route(REFUSE_ADDRESS, methods=READING)
@reserved
def show_refusal(request: Request, context: Context, token: str) -> Response:
    link = read_address_token(context.signer, ADDRESS_REFUSAL, token, now=context.clock.now())
    with context.database.read() as session:
        language = _language_of(request, session, link)
        # In it, so that whoever presses twice is answered in the same language.
        return reader_page(
            context, session, "public/address_refuse", language=language, action=f"?lang={language}"
        )


@router.post(REFUSE_ADDRESS)
@reserved
def refuse(request: Request, context: Context, token: str) -> Response:
    """Whoever has been erased or has refused before is answered like any other: it is as they want it."""
    link = read_address_token(context.signer, ADDRESS_REFUSAL, token, now=context.clock.now())
    with context.database.write() as session:
        language = _language_of(request, session, link)
        was_changed = refuse_change(session, link, now=context.clock.now())
    with context.database.read() as session:
        return reader_page(context, session, "public/address_refused", language=language, was_changed=was_changed)


def _language_of(request: Request, session: Session, link: AddressLink) -> str:
    person = session.get(Subscriber, link.subscriber_id)
    return page_language(request, known=person.language if person else None)


def _form(
    request: Request,
    context: AppContext,
    session: Session,
    person: Subscriber,
    token: str,
    *,
    refusal: InputRefused | Unavailable | None = None,
) -> Response:
    return reader_page(
        context,
        session,
        "public/address_form",
        language=page_language(request, known=person.language),
        status=refusal.http_status if refusal else 200,
        address=request.state.typed.get("address", "") if refusal else "",
        refusal=refusal,
        back=preferences_path(token),
    )


def _changed(context: AppContext, session: Session, change: AddressChange, language: str) -> Response:
    """With a way to the preferences: links that went to the old address lead there no more."""
    list_id = list_of_change(session, change.id)
    preferences = None
    if list_id is not None:
        preferences = own_preferences_path(context, change.subscriber_id, list_id, name=WELCOME)
    return reader_page(context, session, "public/address_changed", language=language, preferences=preferences)
