"""Double opt-in: the second yes, from the link that was sent to the address. Looking changes nothing."""

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.opt_in.opt_in_message import name_before_the_yes
from campaigns.opt_in.send_opt_in_mail import welcome
from campaigns.token_holder import holder
from core.i18n import Texts
from subscribers.links import ConfirmationLink, read_confirmation_token
from subscribers.lists import get_list
from subscribers.subscribe import confirm, expect_open_question
from subscribers.tables import ConsentMethod
from templates.brand import get_brand
from web.http.app_context import Wired, Wiring
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

router = pages_router()


@router.api_route("/c/{token}", methods=READING)
@reserved
def ask(request: Request, wiring: Wired, token: str) -> Response:
    link = read_confirmation_token(wiring.signer, token, now=wiring.clock.now())
    return _page(request, wiring, link, "public/confirm")


@router.post("/c/{token}")
@reserved
def act(request: Request, wiring: Wired, token: str) -> Response:
    now = wiring.clock.now()
    link = read_confirmation_token(wiring.signer, token, now=now)
    with wiring.database.write() as session:
        person = holder(session, link, settings=wiring.settings)
        language = page_language(request, known=person.language)
        is_news = confirm(
            session,
            subscriber_id=person.id,
            list_id=link.list_id,
            method=ConsentMethod.CONFIRMATION_LINK,
            wording=_wording(wiring.pages.texts, language, _list_name(session, link)),
            language=language,
            evidence="web:/c",
            now=now,
        )
        if is_news:
            welcome(session, subscriber_id=person.id, list_id=link.list_id, language=language, now=now)
    return _page(request, wiring, link, "public/confirmed")


def _page(request: Request, wiring: Wiring, link: ConfirmationLink, name: str) -> Response:
    with wiring.database.read() as session:
        person = holder(session, link, settings=wiring.settings)
        language = page_language(request, known=person.language)
        list_name = _list_name(session, link)
        wording = _wording(wiring.pages.texts, language, list_name)
        expect_open_question(session, subscriber_id=person.id, list_id=link.list_id)
        return reader_page(wiring, session, name, language=language, list_name=list_name, wording=wording)


def _list_name(session: Session, link: ConfirmationLink) -> str:
    brand = get_brand(session)
    mailing_list = get_list(session, link.list_id)
    return name_before_the_yes(mailing_list, brand.name if brand else "")


def _wording(texts: Texts, language: str, list_name: str) -> str:
    """The words that the person says yes to: shown above the button, and kept as the proof."""
    return texts.text(language, "web-confirm-wording", list=list_name)
