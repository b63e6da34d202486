"""Access log of people: a page of a person is shown to whoever has opened them by a press (ADR 94).

Whatever leads to a person is a form that opens them. Whoever comes otherwise, by an address that they kept or
long after, sees a page that says that opening is recorded, with one button. What is sent from a person's page
opens them, too: nothing that was typed is lost to the clock.
"""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.people.open_person import OPEN_FOR, is_person_open, open_person
from web.http.app_context import AppContext, Context
from web.http.templates import pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import SubscriberNumber
from web.staff.return_path import return_path, where_next

NEXT = "next"
"""The field with the page that was asked for."""

router = pages_router()


class PersonClosed(Exception):
    """The page that says so is shown, instead of the person's."""

    def __init__(self, current_user: CurrentUser, subscriber_id: int, *, campaign_id: int | None = None) -> None:
        super().__init__()
        self.current_user = current_user
        self.subscriber_id = subscriber_id
        self.campaign_id = campaign_id
        """Where the page is one of that campaign's deliveries: it is posted to itself."""


@router.post("/subscribers/{subscriber_id}")
def do_open_person(
    context: Context, current_user: SignedIn, form: StaffForm, subscriber_id: SubscriberNumber
) -> Response:
    open_people(context, current_user, subscriber_id)
    page = where_next(form[NEXT]) if NEXT in form else f"/subscribers/{subscriber_id}"
    return RedirectResponse(page, status_code=303)


def open_people(context: AppContext, current_user: CurrentUser, *subscriber_ids: int) -> None:
    """For what was posted. Raises NotAllowed, NotFound."""
    with context.database.write() as session:
        for subscriber_id in subscriber_ids:
            open_person(session, subscriber_id, actor=current_user.principal, now=context.clock.now())


def expect_open(session: Session, context: AppContext, current_user: CurrentUser, *subscriber_ids: int) -> None:
    """For what is shown, once it is known that they may see it. Raises PersonClosed."""
    for subscriber_id in subscriber_ids:
        if not is_person_open(session, subscriber_id, actor=current_user.principal, now=context.clock.now()):
            raise PersonClosed(current_user, subscriber_id)


def closed_person_page(request: Request, context: AppContext, closed: PersonClosed) -> Response:
    return staff_page(
        context,
        closed.current_user,
        "staff/open_person",
        section="subscribers" if closed.campaign_id is None else "campaigns",
        subscriber_id=closed.subscriber_id,
        campaign_id=closed.campaign_id,
        next_page=return_path(request),
        minutes=int(OPEN_FOR.total_seconds()) // 60,
    )
