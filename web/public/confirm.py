"""Double opt-in: the second yes, from the link that was sent to the address; or a no, where somebody else had
asked. Looking changes nothing."""

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.opt_in.opt_in_message import name_before_the_yes
from campaigns.opt_in.send_opt_in_mail import welcome
from campaigns.settings import CampaignSettings
from campaigns.token_holder import WELCOME, holder
from core.i18n import Texts
from core.public_urls import CONFIRM, preferences_path
from subscribers.links import ConfirmationLink, preferences_token, read_confirmation_token
from subscribers.lists import get_list
from subscribers.open_question import expect_open_question, reject_request
from subscribers.subscribe import ConsentProof, confirm
from subscribers.tables import ConsentMethod
from templates.brand import get_brand
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

REJECT = "reject"
EVIDENCE = f"web:{CONFIRM.removesuffix('/{token}')}"
"""What a ConsentRecord says where the yes came from."""

router = pages_router()


@router.api_route(CONFIRM, methods=READING)
@reserved
def ask(request: Request, context: Context, token: str) -> Response:
    link = read_confirmation_token(context.signer, token, now=context.clock.now())
    return _page(request, context, link, "public/confirm")


@router.post(CONFIRM)
@reserved
def act(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    now = context.clock.now()
    link = read_confirmation_token(context.signer, token, now=now)
    if REJECT in form:
        return _reject(request, context, link)
    with context.database.write() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        is_news = confirm(
            session,
            subscriber_id=person.id,
            list_id=link.list_id,
            proof=ConsentProof(
                method=ConsentMethod.CONFIRMATION_LINK,
                wording=_wording(context.pages.texts, language, _list_name(session, link, language)),
                language=language,
                evidence=EVIDENCE,
            ),
            now=now,
        )
        if is_news:
            welcome(session, subscriber_id=person.id, list_id=link.list_id, language=language, now=now)
    return _page(request, context, link, "public/confirmed")


def _reject(request: Request, context: AppContext, link: ConfirmationLink) -> Response:
    """It was not they: a no, after which a sign-up asks nobody for a while. Of somebody who has said yes or no
    since, nothing changes."""
    with context.database.write() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        reject_request(
            session, subscriber_id=person.id, list_id=link.list_id, evidence=EVIDENCE, now=context.clock.now()
        )
    with context.database.read() as session:
        return reader_page(context, session, "public/rejected", language=language)


def _page(request: Request, context: AppContext, link: ConfirmationLink, name: str) -> Response:
    """With a way to what else there is to choose, for whoever has said yes: the link proves that it is they."""
    with context.database.read() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        list_name = _list_name(session, link, language)
        wording = _wording(context.pages.texts, language, list_name)
        expect_open_question(session, subscriber_id=person.id, list_id=link.list_id)
        return reader_page(
            context,
            session,
            name,
            language=language,
            list_name=list_name,
            wording=wording,
            reject=REJECT,
            preferences=_preferences_path(context, link),
        )


def _preferences_path(context: AppContext, link: ConfirmationLink) -> str:
    """As the welcome has it."""
    lifetime = CampaignSettings.of(context.settings).preferences_lifetime
    token = preferences_token(
        context.signer,
        campaign_public_id=WELCOME,
        subscriber_id=link.subscriber_id,
        list_id=link.list_id,
        expires_at=context.clock.now() + lifetime,
    )
    return preferences_path(token)


def _list_name(session: Session, link: ConfirmationLink, language: str) -> str:
    brand = get_brand(session)
    mailing_list = get_list(session, link.list_id)
    return name_before_the_yes(mailing_list, brand.name if brand else "", language)


def _wording(texts: Texts, language: str, list_name: str) -> str:
    """The words that the person says yes to: shown above the button, and kept as the proof."""
    return texts.text(language, "web-confirm-wording", list=list_name)
