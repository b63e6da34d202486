"""One topic: its names, the lists whose readers may choose about it, and whether it is still in use."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.content_changes import drafts_left_without
from campaigns.editorial.manage_topic import archive_topic, change_topic, is_removable, remove_topic
from campaigns.editorial.stale_edit import StaleEdit, topic_version
from core.errors import BiltenError, Conflict, InputRefused
from staff.principal import require
from staff.roles import Permission
from subscribers.lists import list_lists
from subscribers.topics import lists_of_topic, topic_by_slug
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.topic_form import LIST, NAME_IN, fields_of, languages_of_topic, offered_lists, read_details

_DONE = {"created", "details", "archived", "opened"}

router = pages_router()


@router.api_route("/topics/{slug}", methods=READING)
def show_topic(request: Request, context: Context, current_user: SignedIn, slug: str) -> Response:
    return _page(context, current_user, slug, done=request.query_params.get("done", ""))


@router.post("/topics/{slug}/details")
def set_details(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            change_topic(session, slug, read_details(form), actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, slug, refused=refused, typed=form)
    return RedirectResponse(f"/topics/{slug}?done=details", status_code=303)


@router.post("/topics/{slug}/status")
def set_status(context: Context, current_user: SignedIn, form: StaffForm, slug: str) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    is_archived = form.get("status") == "archived"
    with context.database.write() as session:
        archive_topic(session, slug, is_archived=is_archived, actor=actor, now=now)
    return RedirectResponse(f"/topics/{slug}?done={'archived' if is_archived else 'opened'}", status_code=303)


@router.post("/topics/{slug}/delete")
def delete(request: Request, context: Context, current_user: SignedIn, _: StaffForm, slug: str) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            remove_topic(session, slug, actor=current_user.principal, now=context.clock.now())
    except Conflict as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, slug, refused=refused)
    return RedirectResponse("/topics?done=deleted", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    slug: str,
    *,
    done: str = "",
    refused: BiltenError | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    with context.database.read() as session:
        topic = topic_by_slug(session, slug)
        ids = lists_of_topic(session, topic.id)
        offered = [row for row in list_lists(session) if row.id in ids]
        slugs = [row.slug for row in offered]
        values = fields_of(topic, slugs) if typed is None else typed
        name = current_user.principal.name
        return staff_page(
            context,
            current_user,
            "staff/topic",
            status=refused.http_status if refused else 200,
            section="settings",
            topic=topic,
            done=done if done in _DONE else "",
            refused=refused,
            is_stale=isinstance(refused, StaleEdit),
            values=values,
            languages=languages_of_topic(topic),
            lists=offered_lists(session, values),
            offered=offered,
            name_in=NAME_IN,
            list_prefix=LIST,
            seen=topic_version(topic, slugs),
            is_removable=is_removable(session, topic),
            left_without=drafts_left_without(session, name, settings=context.settings),
        )
