"""The topics: what readers may choose by, words of news that are none yet, and a new one."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.manage_topic import add_topic, suggested_topics
from core.collation import sort_key
from core.errors import BiltenError, Conflict, InputRefused
from staff.principal import require
from staff.roles import Permission
from subscribers.topics import list_topics
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.topic_form import LIST, NAME_IN, fields_of_new, languages_of_topic, offered_lists, read_details

MAX_WORDS = 30
"""Of news, that are offered to be made topics."""

router = pages_router()


@router.api_route("/topics", methods=READING)
def show_topics(request: Request, context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        topics = sorted(list_topics(session), key=lambda topic: sort_key(topic.name, current_user.user.language))
        suggested = suggested_topics(session, limit=MAX_WORDS)
    return staff_page(
        context,
        current_user,
        "staff/topics",
        section="settings",
        topics=[topic for topic in topics if topic.archived_at is None],
        archived=[topic for topic in topics if topic.archived_at is not None],
        suggested=suggested,
        is_deleted=request.query_params.get("done") == "deleted",
    )


@router.api_route("/new-topic", methods=READING)
def show_new_topic(request: Request, context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    with context.database.read() as session:
        values = fields_of_new(session, request.query_params.get("name", "")[:200])
        return _new_page(context, session, current_user, values)


@router.post("/new-topic")
def make_topic(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            made = add_topic(session, form.get("slug", ""), read_details(form), actor=actor, now=now)
            slug = made.slug
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        with context.database.read() as session:
            return _new_page(context, session, current_user, form, refused=refused)
    return RedirectResponse(f"/topics/{slug}?done=created", status_code=303)


def _new_page(
    context: AppContext,
    session: Session,
    current_user: CurrentUser,
    values: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    return staff_page(
        context,
        current_user,
        "staff/topic_new",
        status=refused.http_status if refused else 200,
        section="settings",
        values=values,
        languages=languages_of_topic(None),
        lists=offered_lists(session, values),
        name_in=NAME_IN,
        list_prefix=LIST,
        refused=refused,
    )
