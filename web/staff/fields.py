"""The custom fields: all of them, with how many people have something in each, and a new one."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.manage_field import add_field, read_type
from core.collation import sort_key
from core.errors import BiltenError, Conflict, InputRefused
from staff.principal import require
from staff.roles import Permission
from subscribers.field_tables import MAX_LABEL, MAX_WORD, FieldType
from subscribers.fields import count_values, list_fields
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.field_form import LABEL_IN, languages_of_field, read_details

router = pages_router()


@router.api_route("/fields", methods=READING)
def show_fields(request: Request, context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        fields, counts = list_fields(session), count_values(session)
    fields.sort(key=lambda field: sort_key(field.label, current_user.user.language))
    return staff_page(
        context,
        current_user,
        "staff/fields",
        section="settings",
        fields=[field for field in fields if field.archived_at is None],
        archived=[field for field in fields if field.archived_at is not None],
        counts=counts,
        is_deleted=request.query_params.get("done") == "deleted",
    )


@router.api_route("/new-field", methods=READING)
def show_new_field(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    return _new_page(context, current_user, {})


@router.post("/new-field")
def make_field(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    try:
        field_type = read_type(form.get("type", ""))
        with context.database.write() as session:
            details = read_details(form)
            word = add_field(session, form.get("word", ""), field_type, details, actor=actor, now=now).word
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return RedirectResponse(f"/fields/{word}?done=created", status_code=303)


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    values: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    return staff_page(
        context,
        current_user,
        "staff/field_new",
        status=refused.http_status if refused else 200,
        section="settings",
        field=None,
        values=values,
        types=list(FieldType),
        languages=languages_of_field(None),
        label_in=LABEL_IN,
        longest_label=MAX_LABEL,
        longest_word=MAX_WORD,
        refused=refused,
    )
