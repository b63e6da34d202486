"""What staff do with a news item besides writing it: one POST a step, and a page that says what was done."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.draft_statement import draft_statement
from campaigns.editorial.join_news import join_news, separate_language
from campaigns.editorial.write_news import delete_news, readmit_news, withdraw_news
from core.errors import Conflict
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.campaign_actions import back_to_campaign
from web.staff.current_user import SignedIn, StaffForm
from web.staff.news_page import news_page
from web.staff.path_params import NewsNumber, number_or_none

router = pages_router()


@router.post("/news/{item_id}/withdraw")
def do_withdraw(context: Context, current_user: SignedIn, _: StaffForm, item_id: NewsNumber) -> Response:
    with context.database.write() as session:
        withdraw_news(session, item_id, actor=current_user.principal, now=context.clock.now())
    return _back(item_id, "withdrawn")


@router.post("/news/{item_id}/readmit")
def do_readmit(context: Context, current_user: SignedIn, _: StaffForm, item_id: NewsNumber) -> Response:
    with context.database.write() as session:
        readmit_news(session, item_id, actor=current_user.principal, now=context.clock.now())
    return _back(item_id, "readmitted")


@router.post("/news/{item_id}/delete")
def do_delete(context: Context, current_user: SignedIn, _: StaffForm, item_id: NewsNumber) -> Response:
    with context.database.write() as session:
        delete_news(session, item_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse("/news?done=deleted", status_code=303)


@router.post("/news/{item_id}/statement")
def do_draft_statement(context: Context, current_user: SignedIn, _: StaffForm, item_id: NewsNumber) -> Response:
    """To its page, where it is checked and submitted."""
    with context.database.write() as session:
        language, actor, now = current_user.user.language, current_user.principal, context.clock.now()
        campaign_id = draft_statement(session, item_id, staff_language=language, actor=actor, now=now).id
    return back_to_campaign(campaign_id, "statement")


@router.post("/news/{item_id}/join")
def do_join(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, item_id: NewsNumber
) -> Response:
    """Another item becomes more languages of this one."""
    other_id = number_or_none(form.get("other", "")) or 0
    try:
        with context.database.write() as session:
            join_news(session, item_id, other_id, actor=current_user.principal, now=context.clock.now())
    except Conflict as refused:
        request.state.refusal = refused.code
        return news_page(context, current_user, item_id, asked={}, refused=refused)
    return _back(item_id, "joined")


@router.post("/news/{item_id}/separate")
def do_separate(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, item_id: NewsNumber
) -> Response:
    """A language of it becomes an item of its own."""
    language, actor, now = form.get("language", ""), current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            own_id = separate_language(session, item_id, language, actor=actor, now=now)
    except Conflict as refused:
        request.state.refusal = refused.code
        return news_page(context, current_user, item_id, asked={}, refused=refused)
    return _back(own_id, "separated")


def _back(item_id: int, done: str) -> Response:
    return RedirectResponse(f"/news/{item_id}?done={done}", status_code=303)
