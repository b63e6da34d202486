"""After an unsubscribe: the way back for a while, and why they left, if they care to say. Nothing is asked before
they have left; and of a protected list nothing at all, because nothing is recorded about its readers."""

from collections.abc import Mapping

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.token_holder import find_holder
from core.public_urls import LEFT, left_path
from subscribers.leaving_reasons import LeavingReason, count_reason
from subscribers.links import UnsubscribeLink, left_token, read_left_token
from subscribers.lists import get_list
from subscribers.subscribe import ConsentProof
from subscribers.tables import ConsentMethod
from subscribers.undo_unsubscribe import UNDO_WINDOW, may_undo, undo_unsubscribe
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

router = pages_router()


@router.api_route(LEFT, methods=READING)
@reserved
def show(request: Request, context: Context, token: str) -> Response:
    link = read_left_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        return left_page(request, context, session, link)


@router.post(LEFT)
@reserved
def act(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    link = read_left_token(context.signer, token, now=context.clock.now())
    if "undo" in form:
        return _undo(request, context, link)
    reason = _reason(form)
    if reason is not None:
        with context.database.write() as session:
            mailing_list = get_list(session, link.list_id)
            if not mailing_list.is_protected:
                count_reason(session, mailing_list.id, reason, now=context.clock.now())
    with context.database.read() as session:
        return left_page(request, context, session, link, is_thanked=reason is not None)


def left_page(
    request: Request, context: AppContext, session: Session, link: UnsubscribeLink, *, is_thanked: bool = False
) -> Response:
    """That they are off the list. A way back only for whoever was on it until just now."""
    now = context.clock.now()
    person = find_holder(session, link, settings=context.settings)
    language = page_language(request, known=person.language if person else None)
    mailing_list = get_list(session, link.list_id)
    list_name = mailing_list.name_in(language)
    is_undoable = person is not None and may_undo(
        session, subscriber_id=person.id, list_id=link.list_id, evidence=evidence_of(link), now=now
    )
    token = left_token(context.signer, link, expires_at=now + UNDO_WINDOW)
    return reader_page(
        context,
        session,
        "public/unsubscribed",
        language=language,
        list_name=list_name,
        left_path=left_path(token),
        wording=context.pages.texts.text(language, "web-left-keep", list=list_name) if is_undoable else "",
        reasons=[] if is_thanked or mailing_list.is_protected else list(LeavingReason),
        is_thanked=is_thanked,
    )


def evidence_of(link: UnsubscribeLink) -> str:
    return f"campaign:{link.campaign_public_id}"


def _undo(request: Request, context: AppContext, link: UnsubscribeLink) -> Response:
    now = context.clock.now()
    with context.database.write() as session:
        person = find_holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language if person else None)
        list_name = get_list(session, link.list_id).name_in(language)
        proof = ConsentProof(
            method=ConsentMethod.UNSUBSCRIBE_PAGE,
            wording=context.pages.texts.text(language, "web-left-keep", list=list_name),
            language=language,
            evidence=evidence_of(link),
        )
        is_back = person is not None and undo_unsubscribe(
            session, subscriber_id=person.id, list_id=link.list_id, proof=proof, now=now
        )
    with context.database.read() as session:
        if not is_back:
            return left_page(request, context, session, link)
        return reader_page(context, session, "public/resubscribed", language=language, list_name=list_name)


def _reason(form: Mapping[str, str]) -> LeavingReason | None:
    given = form.get("reason", "")
    return LeavingReason(given) if given in tuple(LeavingReason) else None
