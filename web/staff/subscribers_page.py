"""Search for people, for staff: by address or name, by list, state and language.

A form that is posted, so that what is typed stands in no URL, no history and no log.
"""

from collections.abc import Mapping

from fastapi import Request, Response

from campaigns.people.find_person import MAX_TEXT, PeoplePage, PeopleRequest, lists_to_choose, search_people
from campaigns.people.open_person import record_view
from campaigns.reporting.protected_readers import may_see_protected
from core.errors import BiltenError, InputRefused, NotFound
from core.languages import READER_LANGUAGES
from staff.principal import require
from staff.roles import Permission
from subscribers.find_people import PageMark
from subscribers.status import SubscriptionStatus
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import read_number

PAGE_LENGTH = 50

router = pages_router()


@router.api_route("/subscribers", methods=READING)
def show_subscribers(request: Request, context: Context, current_user: SignedIn) -> Response:
    """The newest. `done`: somebody has just been erased."""
    is_erased = request.query_params.get("done") == "erase"
    return _page(context, current_user, typed={}, is_erased=is_erased)


@router.post("/subscribers")
def do_search_subscribers(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    try:
        return _page(context, current_user, typed=form)
    except (InputRefused, NotFound) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed=form, refused=refused)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
    is_erased: bool = False,
) -> Response:
    viewer = current_user.principal
    require(viewer, Permission.SERVE_SUBSCRIBERS)
    with context.database.read() as session:
        lists = lists_to_choose(session, viewer)
        result = (
            PeoplePage([], None)
            if refused
            else search_people(
                session,
                _question(typed),
                viewer=viewer,
                secret=context.settings.secret_key.get_secret_value(),
                after=_place(typed),
                limit=PAGE_LENGTH,
            )
        )
    if result.by_address is not None:
        with context.database.write() as session:
            record_view(session, result.by_address, actor=viewer, now=context.clock.now())
    return staff_page(
        context,
        current_user,
        "staff/subscribers",
        status=refused.http_status if refused else 200,
        section="subscribers",
        typed=typed,
        lists=lists,
        statuses=list(SubscriptionStatus),
        languages=READER_LANGUAGES,
        result=result,
        is_first="after" not in typed,
        refused=refused,
        is_erased=is_erased,
        longest=MAX_TEXT,
        encrypts=context.database.keys is not None,
        is_protected_hidden=not may_see_protected(viewer),
    )


def _question(typed: Mapping[str, str]) -> PeopleRequest:
    return PeopleRequest(
        text=typed.get("search", ""),
        list_slug=typed.get("list", ""),
        status=typed.get("state", ""),
        language=typed.get("language", ""),
        suppressed=typed.get("suppressed", ""),
    )


def _place(typed: Mapping[str, str]) -> PageMark | None:
    """Where the page before ended, as our own form says."""
    if "after" not in typed:
        return None
    return PageMark(read_number(typed["after"]), typed.get("after_word", ""))
