"""One news item: as it will be mailed in each language, where it is used, and what can be done with it."""

from typing import Any

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.editorial.draft_statement import StatementPlan, plan_statement
from campaigns.editorial.join_news import offered_translations
from campaigns.editorial.news_uses import campaigns_of
from campaigns.editorial.preview_item import preview_item
from campaigns.editorial.stale_edit import news_version
from core.errors import BiltenError, InputRefused, Misconfigured
from news.held_files import held_versions
from news.queries import get_item, texts_of
from news.tables import NewsItem, NewsText, Source
from staff.roles import Permission
from web.http.anonymous_copy import anonymous_html, anonymous_text
from web.http.app_context import AppContext, Context
from web.http.preview_frame import preview_frame
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, staff_page
from web.staff.path_params import NewsNumber

DONE = (
    "written",
    "edited",
    "unchanged",
    "restored",
    "file-taken",
    "file-declined",
    "withdrawn",
    "readmitted",
    "joined",
    "separated",
)

router = pages_router()


@router.api_route("/news/{item_id}", methods=READING)
def show_item(request: Request, context: Context, current_user: SignedIn, item_id: NewsNumber) -> Response:
    return news_page(context, current_user, item_id, asked=dict(request.query_params))


@router.api_route("/news/{item_id}/preview/{language}", methods=READING)
def show_preview(context: Context, _: SignedIn, item_id: NewsNumber, language: str) -> Response:
    """The html part alone, for the frame on the item's page."""
    with context.database.read() as session:
        rendered = preview_item(session, item_id, language=language, settings=context.settings)
    return preview_frame(anonymous_html(rendered.html, context.settings), context.settings)


def news_page(
    context: AppContext,
    current_user: CurrentUser,
    item_id: int,
    *,
    asked: dict[str, str],
    refused: BiltenError | None = None,
) -> Response:
    """`refused`: why a step was not taken."""
    with context.database.read() as session:
        item = get_item(session, item_id)
        texts = texts_of(session, [item_id])[item_id]
        shown = asked.get("language", "")
        if shown not in texts:
            mine = current_user.user.language
            shown = mine if mine in texts else next(iter(sorted(texts)), "")
        values = _preview(session, context, item, shown) if shown else {"unreadable": None, "rendered": None}
        values |= {
            "campaigns": campaigns_of(session, [item_id])[item_id],
            "held": held_versions(session, item_id),
            "source": session.get(Source, item.source_id) if item.source_id else None,
            "seen": news_version(item, texts.values()),
            "statement": _statement(session, current_user, item, texts),
            "translations": offered_translations(session, item) if current_user.may("edit") else [],
        }
    return staff_page(
        context,
        current_user,
        "staff/news_item",
        status=refused.http_status if refused else 200,
        refused=refused,
        section="news",
        item=item,
        texts=texts,
        shown_language=shown,
        is_text=asked.get("part") == "text",
        done=asked.get("done") if asked.get("done") in DONE else None,
        **values,
    )


def _statement(
    session: Session, current_user: CurrentUser, item: NewsItem, texts: dict[str, NewsText]
) -> StatementPlan | None:
    """None where it cannot be drafted in one step."""
    if not current_user.may(Permission.DRAFT) or item.withdrawn_at is not None:
        return None
    try:
        return plan_statement(session, item, texts, staff_language=current_user.user.language)
    except InputRefused:
        return None


def _preview(session: Session, context: AppContext, item: NewsItem, language: str) -> dict[str, Any]:
    """One that cannot be rendered is said to be so, and the page still opens."""
    try:
        rendered = preview_item(session, item.id, language=language, settings=context.settings)
    except (InputRefused, Misconfigured) as unreadable:
        return {"unreadable": unreadable, "rendered": None}
    return {
        "unreadable": None,
        "rendered": rendered,
        "subject": anonymous_text(rendered.subject, context.settings),
        "preheader": anonymous_text(rendered.preheader, context.settings),
        "text": anonymous_text(rendered.text, context.settings),
    }
