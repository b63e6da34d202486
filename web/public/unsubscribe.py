"""One-click unsubscribe (RFC 8058), and its page. Looking at the page changes nothing, because mail scanners look
at every link; pressing the button does, and so does a mail program's own one. The token says who it is: no
cookie, no sign-in."""

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.token_holder import address_sent_to, find_holder
from core.public_urls import UNSUBSCRIBE, UNSUBSCRIBE_HOW
from subscribers.journal import note_lost_no
from subscribers.links import UnsubscribeLink, read_unsubscribe_token
from subscribers.lists import get_list
from subscribers.remembered_no import remember_no
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, MailingList
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedBody
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.left import evidence_of, left_page
from web.public.page import page_language, reader_page

router = pages_router()


@router.api_route(UNSUBSCRIBE, methods=READING)
@reserved
def ask(request: Request, context: Context, token: str) -> Response:
    link = read_unsubscribe_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        return _page(request, context, session, link)


@router.post(UNSUBSCRIBE)
@reserved
def act(request: Request, context: Context, token: str, body: PostedBody) -> Response:
    now = context.clock.now()
    link = read_unsubscribe_token(context.signer, token, now=now)
    with context.database.write() as session:
        # Whoever has been erased gets no mail, and the same answer; whoever has their number now is left in peace.
        method, evidence = _method(body), evidence_of(link)
        if session.get(MailingList, link.list_id) is None:
            note_lost_no(session, link, method=method, now=now)
        elif person := find_holder(session, link, settings=context.settings):
            unsubscribe(
                session, subscriber_id=person.id, list_id=link.list_id, method=method, evidence=evidence, now=now
            )
        elif address := address_sent_to(session, link):
            remember_no(session, address, link.list_id, method=method, evidence=evidence, now=now)
        else:
            note_lost_no(session, link, method=method, now=now)
    with context.database.read() as session:
        return left_page(request, context, session, link)


@router.api_route(UNSUBSCRIBE_HOW, methods=READING)
@reserved
def explain(request: Request, context: Context) -> Response:
    """Where the web version of a mail points, which is nobody's own."""
    with context.database.read() as session:
        return reader_page(context, session, "public/unsubscribe_how", language=page_language(request))


def _method(body: bytes) -> ConsentMethod:
    """Whatever else is in the body, and in either encoding of a form: who posts here wants to leave."""
    return ConsentMethod.ONE_CLICK if b"One-Click" in body else ConsentMethod.UNSUBSCRIBE_PAGE


def _page(request: Request, context: AppContext, session: Session, link: UnsubscribeLink) -> Response:
    person = find_holder(session, link, settings=context.settings)
    language = page_language(request, known=person.language if person else None)
    return reader_page(
        context,
        session,
        "public/unsubscribe",
        language=language,
        list_name=get_list(session, link.list_id).name_in(language),
    )
