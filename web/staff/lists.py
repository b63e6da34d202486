"""The mailing lists: who is on them, in which state they are, and a new one."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.manage_list import ListDetails, add_list
from core.errors import BiltenError, Conflict, InputRefused
from news.slug import slugified
from staff.principal import require
from staff.roles import Permission
from subscribers.list_state import ListStatus, list_status
from subscribers.lists import MAX_SLUG, list_lists
from subscribers.tables import MailingList
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.list_form import NAME_IN, languages_of_list, read_details

router = pages_router()


@dataclass(frozen=True, slots=True)
class ShownList:
    row: MailingList
    status: ListStatus
    audience: list[tuple[str, int]]
    """Readers who may be mailed today, by language; the most first."""

    @property
    def total(self) -> int:
        return sum(count for _, count in self.audience)


def most_first(audience: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(audience.items(), key=lambda share: (-share[1], share[0]))


@router.api_route("/lists", methods=READING)
def show_lists(request: Request, context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        counted = context.audience_counts.get(session, now=context.clock.now())
        shown = [
            ShownList(row, list_status(row), most_first(counted.counts.get(row.id, {})))
            for row in list_lists(session)
        ]
    in_use = [shown_list for shown_list in shown if shown_list.status is not ListStatus.ARCHIVED]
    return staff_page(
        context,
        current_user,
        "staff/lists",
        section="settings",
        lists=in_use,
        counted=counted,
        archived=[shown_list for shown_list in shown if shown_list not in in_use],
        is_deleted=request.query_params.get("done") == "deleted",
    )


@router.api_route("/new-list", methods=READING)
def show_new_list(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    return _new_page(context, current_user, {})


@router.post("/new-list")
def make_list(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    details = read_details(form)
    try:
        with context.database.write() as session:
            made = add_list(
                session,
                form.get("slug", "").strip() or suggested_slug(details),
                details,
                actor=current_user.principal,
                now=context.clock.now(),
            )
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return RedirectResponse(f"/lists/{made.slug}?done=created", status_code=303)


def suggested_slug(details: ListDetails) -> str:
    """Of its name, for whoever gives none."""
    return slugified(details.name or "")[:MAX_SLUG].strip("-")


def _new_page(
    context: AppContext, current_user: CurrentUser, form: Mapping[str, str], *, refused: BiltenError | None = None
) -> Response:
    return staff_page(
        context,
        current_user,
        "staff/list_new",
        status=refused.http_status if refused else 200,
        section="settings",
        values=form,
        languages=languages_of_list(None),
        name_in=NAME_IN,
        refused=refused,
    )
