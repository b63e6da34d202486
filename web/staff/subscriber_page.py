"""One person: what they agreed to, what they were sent and why not, what bars them, notes, and what was done."""

from collections.abc import Mapping
from functools import partial

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.people.see_person import see_person, write_note
from campaigns.people.visible_person import hidden_lists
from campaigns.reporting.protected_readers import may_see_protected
from campaigns.reporting.reader_search import search_reader
from campaigns.reporting.sender_needs import shown
from core.errors import InputRefused
from subscribers.notes import MAX_NOTE
from subscribers.person_fields import shown_value
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.open_person import expect_open, open_people
from web.staff.path_params import SubscriberNumber, number_or_none

DONE = ("unsubscribe", "suppress", "lift", "correct", "fields", "address", "address-asked", "merge", "note")

router = pages_router()


@router.api_route("/subscribers/{subscriber_id}", methods=READING)
def show_subscriber(
    request: Request, context: Context, current_user: SignedIn, subscriber_id: SubscriberNumber
) -> Response:
    """`before`: the last campaign of the page before."""
    return _page(context, current_user, subscriber_id, request.query_params)


@router.post("/subscribers/{subscriber_id}/notes")
def add_note(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, subscriber_id: SubscriberNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    open_people(context, current_user, subscriber_id)
    try:
        with context.database.write() as session:
            write_note(session, subscriber_id, form.get("person_note", ""), actor=actor, now=now)
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, subscriber_id, form, refused=refused)
    return RedirectResponse(f"/subscribers/{subscriber_id}?done=note#notes", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    subscriber_id: int,
    asked: Mapping[str, str],
    *,
    refused: InputRefused | None = None,
) -> Response:
    """`asked`: of the page's address, or of the note that was refused."""
    viewer, done = current_user.principal, asked.get("done", "")
    before_id = number_or_none(asked.get("before", ""))
    with context.database.read() as session:
        person = see_person(session, subscriber_id, viewer)
        expect_open(session, context, current_user, subscriber_id)
        sees_everything = not hidden_lists(session, viewer)
        sent = search_reader(
            session, person.row.address_hash, viewer=viewer, now=context.clock.now(), before_id=before_id
        )
    return staff_page(
        context,
        current_user,
        "staff/subscriber",
        status=refused.http_status if refused else 200,
        section="subscribers",
        person=person,
        sent=sent,
        shown=shown,
        shown_value=partial(shown_value, language=current_user.user.language, texts=context.pages.texts),
        is_first=before_id is None,
        done=done if done in DONE else "",
        refused=refused,
        note=asked.get("person_note", "") if refused else "",
        longest_note=MAX_NOTE,
        is_protected_hidden=not may_see_protected(viewer),
        sees_everything=sees_everything,
    )
