"""One custom field: its labels and choices, who may change it, where it may stand, whether it is still in use."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.manage_field import archive_field, change_field, is_field_removable, remove_field
from campaigns.editorial.stale_edit import StaleEdit, field_version
from core.errors import BiltenError, Conflict, InputRefused
from staff.principal import require
from staff.roles import Permission
from subscribers.field_tables import MAX_LABEL
from subscribers.fields import count_values, field_by_word
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.field_form import LABEL_IN, fields_of, languages_of_field, read_details

_DONE = {"created", "details", "archived", "opened"}

router = pages_router()


@router.api_route("/fields/{word}", methods=READING)
def show_field(request: Request, context: Context, current_user: SignedIn, word: str) -> Response:
    return _page(context, current_user, word, done=request.query_params.get("done", ""))


@router.post("/fields/{word}/details")
def set_details(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, word: str
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            change_field(session, word, read_details(form), actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, word, refused=refused, typed=form)
    return RedirectResponse(f"/fields/{word}?done=details", status_code=303)


@router.post("/fields/{word}/status")
def set_status(context: Context, current_user: SignedIn, form: StaffForm, word: str) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    is_archived = form.get("status") == "archived"
    with context.database.write() as session:
        archive_field(session, word, is_archived=is_archived, actor=actor, now=now)
    return RedirectResponse(f"/fields/{word}?done={'archived' if is_archived else 'opened'}", status_code=303)


@router.post("/fields/{word}/delete")
def delete(request: Request, context: Context, current_user: SignedIn, _: StaffForm, word: str) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            remove_field(session, word, actor=current_user.principal, now=context.clock.now())
    except Conflict as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, word, refused=refused)
    return RedirectResponse("/fields?done=deleted", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    word: str,
    *,
    done: str = "",
    refused: BiltenError | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    with context.database.read() as session:
        field = field_by_word(session, word)
        count = count_values(session).get(field.id, 0)
        is_removable = is_field_removable(session, field)
    return staff_page(
        context,
        current_user,
        "staff/field",
        status=refused.http_status if refused else 200,
        section="settings",
        field=field,
        count=count,
        done=done if done in _DONE else "",
        refused=refused,
        is_stale=isinstance(refused, StaleEdit),
        values=fields_of(field) if typed is None else typed,
        languages=languages_of_field(field),
        label_in=LABEL_IN,
        longest_label=MAX_LABEL,
        seen=field_version(field),
        is_removable=is_removable,
    )
