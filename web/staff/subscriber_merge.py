"""Two entries of one person: the other one is named, both are shown side by side with what comes of them, and one
press merges them."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.people.merge_people import find_other, merge, preview_merge
from campaigns.people.see_person import see_person
from campaigns.people.staff_action import MAX_REASON, StaffAction
from core.addresses import MAX_ADDRESS_LENGTH
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.open_person import expect_open, open_people
from web.staff.path_params import OtherSubscriberNumber, SubscriberNumber

router = pages_router()


@router.api_route("/subscribers/{subscriber_id}/merge", methods=READING)
def show_merge_form(context: Context, current_user: SignedIn, subscriber_id: SubscriberNumber) -> Response:
    return _form(context, current_user, subscriber_id, typed="")


@router.post("/subscribers/{subscriber_id}/merge")
def do_find_other(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, subscriber_id: SubscriberNumber
) -> Response:
    """What is typed is posted, and stands in no address; a number says nothing."""
    typed, secret = form.get("other", ""), context.settings.secret_key.get_secret_value()
    open_people(context, current_user, subscriber_id)
    try:
        with context.database.read() as session:
            other_id = find_other(session, typed, secret=secret)
            preview_merge(session, subscriber_id, other_id, current_user.principal)
    except (InputRefused, NotFound) as refused:
        request.state.refusal = refused.code
        return _form(context, current_user, subscriber_id, typed=typed, refused=refused)
    open_people(context, current_user, other_id)
    return RedirectResponse(f"/subscribers/{subscriber_id}/merge/{other_id}", status_code=303)


@router.api_route("/subscribers/{subscriber_id}/merge/{other_id}", methods=READING)
def show_merge(
    context: Context, current_user: SignedIn, subscriber_id: SubscriberNumber, other_id: OtherSubscriberNumber
) -> Response:
    return _both(context, current_user, (subscriber_id, other_id), reason="")


@router.post("/subscribers/{subscriber_id}/merge/{other_id}", dependencies=FRESH_PROOF)
def do_merge(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    subscriber_id: SubscriberNumber,
    other_id: OtherSubscriberNumber,
) -> Response:
    act = StaffAction(
        form.get("reason", ""), current_user.principal, context.clock.now(), context.settings.time_zone
    )
    open_people(context, current_user, subscriber_id, other_id)
    try:
        with context.database.write() as session:
            merge(session, subscriber_id, other_id, act)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _both(context, current_user, (subscriber_id, other_id), reason=act.reason, refused=refused)
    return RedirectResponse(f"/subscribers/{subscriber_id}?done=merge", status_code=303)


def _form(
    context: AppContext,
    current_user: CurrentUser,
    subscriber_id: int,
    *,
    typed: str,
    refused: BiltenError | None = None,
) -> Response:
    with context.database.read() as session:
        person = see_person(session, subscriber_id, current_user.principal)
        expect_open(session, context, current_user, subscriber_id)
    return staff_page(
        context,
        current_user,
        "staff/subscriber_merge_find",
        status=refused.http_status if refused else 200,
        section="subscribers",
        person=person,
        typed=typed,
        refused=refused,
        longest_address=MAX_ADDRESS_LENGTH,
    )


def _both(
    context: AppContext,
    current_user: CurrentUser,
    numbers: tuple[int, int],
    *,
    reason: str,
    refused: BiltenError | None = None,
) -> Response:
    with context.database.read() as session:
        preview = preview_merge(session, *numbers, current_user.principal)
        expect_open(session, context, current_user, *numbers)
    return staff_page(
        context,
        current_user,
        "staff/subscriber_merge",
        status=refused.http_status if refused else 200,
        section="subscribers",
        preview=preview,
        reason=reason,
        refused=refused,
        longest_reason=MAX_REASON,
    )
