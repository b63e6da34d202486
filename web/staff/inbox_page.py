"""The inbox: what has come from websites, and what becomes of it: a statement, a part of a bulletin, nothing."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.arrange_blocks import add_items
from campaigns.feeds.feed_inbox import bring_back, draft_bulletins, inbox, skip_entry
from core.errors import BiltenError, InputRefused, NotFound
from news.queries import get_item
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import EntryNumber, NewsNumber, number_or_none

PAGE_LENGTH = 20
_DONE = {"skipped", "back"}

router = pages_router()


@router.api_route("/inbox", methods=READING)
def show_inbox(request: Request, context: Context, current_user: SignedIn) -> Response:
    asked = request.query_params
    done = asked.get("done", "")
    return _page(
        context,
        current_user,
        before=number_or_none(asked.get("before", "")),
        is_skipped=asked.get("show") == "skipped",
        done=done if done in _DONE else "",
    )


@router.post("/inbox/{entry_id}/skip")
def do_skip(context: Context, current_user: SignedIn, _form: StaffForm, entry_id: EntryNumber) -> Response:
    with context.database.write() as session:
        skip_entry(session, entry_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse("/inbox?done=skipped", status_code=303)


@router.post("/inbox/{entry_id}/bring-back")
def do_bring_back(context: Context, current_user: SignedIn, _form: StaffForm, entry_id: EntryNumber) -> Response:
    with context.database.write() as session:
        bring_back(session, entry_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse("/inbox?done=back", status_code=303)


@router.post("/news/{item_id}/add")
def do_add(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, item_id: NewsNumber
) -> Response:
    """To the end of a draft, where it can be moved."""
    campaign_id = number_or_none(form.get("campaign", "")) or 0
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            slug = get_item(session, item_id).slug
            added = add_items(session, campaign_id, [slug], after=None, actor=actor, now=now)
    except (InputRefused, NotFound) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, refused=refused)
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done=block-added#block-{added[0]}", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    before: int | None = None,
    is_skipped: bool = False,
    done: str = "",
    refused: BiltenError | None = None,
) -> Response:
    now = context.clock.now()
    with context.database.read() as session:
        entries = inbox(session, now=now, limit=PAGE_LENGTH + 1, before_id=before, is_skipped=is_skipped)
        bulletins = _bulletins(session, current_user)
    shown = entries[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/inbox",
        status=refused.http_status if refused else 200,
        section="news",
        entries=shown,
        older=shown[-1].entry.id if len(entries) > PAGE_LENGTH else None,
        bulletins=bulletins,
        is_skipped=is_skipped,
        is_first=before is None,
        done=done,
        refused=refused,
    )


def _bulletins(session: Session, current_user: CurrentUser) -> list[tuple[int, str]]:
    return draft_bulletins(session) if current_user.may("edit") else []
