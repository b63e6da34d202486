"""Search by a reader's whole address, for staff: did they get it, and if not, why not.

A form that is posted, so that the address stands in no URL, no history and no log. Whom it finds was viewed, and
that is recorded (ADR 94).
"""

from collections.abc import Mapping

from fastapi import Request, Response

from campaigns.people.open_person import record_view
from campaigns.reporting.protected_readers import may_see_protected
from campaigns.reporting.reader_search import ReaderSearchResult, search_reader
from campaigns.reporting.sender_needs import shown
from core.addresses import address_hash
from core.errors import InputRefused
from subscribers.person import read_address
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import read_number

router = pages_router()


@router.api_route("/reader-search", methods=READING)
def show_reader_search(context: Context, current_user: SignedIn) -> Response:
    return _page(context, current_user, typed={})


@router.post("/reader-search")
def do_search_reader(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    before = form.get("before", "")
    try:
        address = read_address(form.get("address", ""))
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, typed=form, refused=refused)
    secret = context.settings.secret_key.get_secret_value()
    viewer, now = current_user.principal, context.clock.now()
    with context.database.read() as session:
        result = search_reader(
            session,
            address_hash(address, secret=secret),
            viewer=viewer,
            now=now,
            before_id=read_number(before) if before else None,
        )
    if result.subscriber_id is not None:
        with context.database.write() as session:
            record_view(session, result.subscriber_id, actor=viewer, now=now)
    return _page(context, current_user, typed=form, result=result)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    typed: Mapping[str, str],
    result: ReaderSearchResult | None = None,
    refused: InputRefused | None = None,
) -> Response:
    return staff_page(
        context,
        current_user,
        "staff/reader_search",
        status=refused.http_status if refused else 200,
        section="campaigns",
        address=typed.get("address", ""),
        result=result,
        shown=shown,
        error=refused,
        is_protected_hidden=not may_see_protected(current_user.principal),
    )
