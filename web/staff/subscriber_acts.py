"""What staff do for a person, each on a page of its own that says what will happen, asks for the reason, and is
confirmed: unsubscribe, suppress, lift a suppression, correct, fill in fields, hand over, erase."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session
from starlette.exceptions import HTTPException

from campaigns.people.erase_person import erase_person
from campaigns.people.export_person import PersonData, export_person
from campaigns.people.fill_fields import fill_fields
from campaigns.people.see_person import PersonView, see_person
from campaigns.people.serve_person import (
    correct_person,
    lift_for_person,
    suppress_person,
    unsubscribe_on_request,
)
from campaigns.people.staff_action import MAX_REASON, StaffAction
from core.errors import BiltenError, Conflict, InputRefused
from core.languages import READER_LANGUAGES
from staff.principal import require
from staff.roles import Permission
from subscribers.person import MAX_NAME
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import SubscriberNumber

ALL_LISTS = "*"
"""In place of a list's short name, which has no such sign."""

FIELD = "field-"
"""Begins the name of what stands in a custom field; its word follows."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class ActPage:
    do: Callable[[Session, int, StaffAction, Mapping[str, str]], object]
    permission: Permission = Permission.SERVE_SUBSCRIBERS


def _unsubscribe(session: Session, subscriber_id: int, act: StaffAction, form: Mapping[str, str]) -> None:
    chosen = form.get("list", "")
    if not chosen:
        raise InputRefused("web-subscriber-list-missing")
    unsubscribe_on_request(session, subscriber_id, act, list_slug=None if chosen == ALL_LISTS else chosen)


def _correct(session: Session, subscriber_id: int, act: StaffAction, form: Mapping[str, str]) -> None:
    name, language = form.get("name", ""), form.get("language", "")
    correct_person(session, subscriber_id, act, name=name, language=language)


def _fill(session: Session, subscriber_id: int, act: StaffAction, form: Mapping[str, str]) -> None:
    written = {name.removeprefix(FIELD): text for name, text in form.items() if name.startswith(FIELD)}
    fill_fields(session, subscriber_id, act, written=written)


ACTS = {
    "unsubscribe": ActPage(_unsubscribe),
    "suppress": ActPage(lambda session, who, act, _: suppress_person(session, who, act)),
    "lift": ActPage(lambda session, who, act, _: lift_for_person(session, who, act)),
    "correct": ActPage(_correct),
    "fields": ActPage(_fill),
    "export": ActPage(lambda session, who, act, _: export_person(session, who, act)),
    "erase": ActPage(lambda session, who, act, _: erase_person(session, who, act), Permission.ERASE_SUBSCRIBERS),
}


@router.api_route("/subscribers/{subscriber_id}/{act}", methods=READING)
def show_act(context: Context, current_user: SignedIn, subscriber_id: SubscriberNumber, act: str) -> Response:
    return _page(context, current_user, subscriber_id, act, typed={})


@router.post("/subscribers/{subscriber_id}/{act}")
def do_act(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    subscriber_id: SubscriberNumber,
    act: str,
) -> Response:
    served = _served(act)
    order = StaffAction(form.get("reason", ""), current_user.principal, context.clock.now())
    try:
        with context.database.write() as session:
            done = served.do(session, subscriber_id, order, form)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, subscriber_id, act, typed=form, refused=refused)
    if isinstance(done, PersonData):
        return _handed_over(context, current_user, subscriber_id, done, as_file=form.get("as") == "file")
    page = "/subscribers" if act == "erase" else f"/subscribers/{subscriber_id}"
    return RedirectResponse(f"{page}?done={act}", status_code=303)


def _served(act: str) -> ActPage:
    if act not in ACTS:
        raise HTTPException(404)
    return ACTS[act]


def _page(
    context: AppContext,
    current_user: CurrentUser,
    subscriber_id: int,
    act: str,
    *,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
) -> Response:
    require(current_user.principal, _served(act).permission)
    with context.database.read() as session:
        person = see_person(session, subscriber_id, current_user.principal)
    return staff_page(
        context,
        current_user,
        "staff/subscriber_act",
        status=refused.http_status if refused else 200,
        section="subscribers",
        person=person,
        act=act,
        all_lists=ALL_LISTS,
        languages=_languages(person),
        typed=typed,
        refused=refused,
        longest_reason=MAX_REASON,
        longest_name=MAX_NAME,
        field_prefix=FIELD,
    )


def _languages(person: PersonView) -> list[str]:
    """Their own as well: some readers have one that we have no texts in."""
    return sorted({*READER_LANGUAGES, person.row.language})


def _handed_over(
    context: AppContext, current_user: CurrentUser, subscriber_id: int, export: PersonData, *, as_file: bool
) -> Response:
    if not as_file:
        return staff_page(
            context,
            current_user,
            "staff/subscriber_export",
            section="subscribers",
            who=subscriber_id,
            export=export,
        )
    return Response(
        json.dumps(export.as_json(), ensure_ascii=False, indent=2),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="subscriber-{subscriber_id}.json"'},
    )
