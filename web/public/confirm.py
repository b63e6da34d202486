"""Double opt-in: the second yes, from the link that was sent to the address. Looking changes nothing."""

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.opt_in.opt_in_message import name_before_the_yes
from campaigns.opt_in.send_opt_in_mail import welcome
from campaigns.token_holder import holder
from core.i18n import Texts
from core.public_urls import CONFIRM
from subscribers.links import ConfirmationLink, read_confirmation_token
from subscribers.lists import get_list
from subscribers.subscribe import ConsentProof, confirm, expect_open_question
from subscribers.tables import ConsentMethod
from templates.brand import get_brand
from web.http.app_context import AppContext, Context
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

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
def act(request: Request, context: Context, token: str) -> Response:
    now = context.clock.now()
    link = read_confirmation_token(context.signer, token, now=now)
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


def _page(request: Request, context: AppContext, link: ConfirmationLink, name: str) -> Response:
    with context.database.read() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        list_name = _list_name(session, link, language)
        wording = _wording(context.pages.texts, language, list_name)
        expect_open_question(session, subscriber_id=person.id, list_id=link.list_id)
        return reader_page(context, session, name, language=language, list_name=list_name, wording=wording)


def _list_name(session: Session, link: ConfirmationLink, language: str) -> str:
    brand = get_brand(session)
    mailing_list = get_list(session, link.list_id)
    return name_before_the_yes(mailing_list, brand.name if brand else "", language)


def _wording(texts: Texts, language: str, list_name: str) -> str:
    """The words that the person says yes to: shown above the button, and kept as the proof."""
    return texts.text(language, "web-confirm-wording", list=list_name)
