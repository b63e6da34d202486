"""What staff do for a person, each on a page of its own that says what will happen, asks for the reason, and is
confirmed: unsubscribe, suppress, lift a suppression, correct, fill in fields, hand over, erase."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session
from starlette.exceptions import HTTPException

from campaigns.people.correct_address import correct_address
from campaigns.people.erase_person import check_reports, erase_person
from campaigns.people.export_person import PersonData, consent_evidence, export_person, signed_evidence
from campaigns.people.fill_fields import fill_fields
from campaigns.people.see_person import PersonView, see_person
from campaigns.people.serve_person import (
    correct_person,
    lift_for_person,
    suppress_person,
    unsubscribe_on_request,
)
from campaigns.people.staff_action import MAX_REASON, StaffAction
from core.addresses import MAX_ADDRESS_LENGTH
from core.errors import BiltenError, Conflict, InputRefused
from core.languages import READER_LANGUAGES
from core.settings import Settings
from delivery.forget_reader import NOT_CHECKED, UnreadReceiptCheck
from staff.principal import require
from staff.roles import Permission
from subscribers.person import MAX_NAME
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import expect_fresh_proof, expect_proof_for_file
from web.staff.open_person import expect_open, open_people
from web.staff.path_params import SubscriberNumber

ALL_LISTS = "*"
"""In place of a list's short name, which has no such sign."""

FILES = {"export": "subscriber", "evidence": "consent"}
"""How what is handed over is called as a file."""

NEED_FRESH_PROOF = ("erase", *FILES)
"""What nobody can undo, and what leaves the program."""

FIELD = "field-"
"""Begins the name of what stands in a custom field; its word follows."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class _Request:
    session: Session
    subscriber_id: int
    act: StaffAction
    form: Mapping[str, str]
    settings: Settings
    unread: UnreadReceiptCheck


@dataclass(frozen=True, slots=True)
class ActPage:
    do: Callable[["_Request"], object]
    permission: Permission = Permission.SERVE_SUBSCRIBERS


def _unsubscribe(asked: _Request) -> None:
    chosen = asked.form.get("list", "")
    if not chosen:
        raise InputRefused("web-subscriber-list-missing")
    list_slug = None if chosen == ALL_LISTS else chosen
    unsubscribe_on_request(asked.session, asked.subscriber_id, asked.act, list_slug=list_slug)


def _correct(asked: _Request) -> None:
    name, language = asked.form.get("name", ""), asked.form.get("language", "")
    correct_person(asked.session, asked.subscriber_id, asked.act, name=name, language=language)


def _correct_address(asked: _Request) -> str:
    address = asked.form.get("address", "")
    is_asked = correct_address(
        asked.session, asked.subscriber_id, asked.act, address=address, settings=asked.settings
    )
    return "address-asked" if is_asked else "address"


def _fill(asked: _Request) -> None:
    written = {name.removeprefix(FIELD): text for name, text in asked.form.items() if name.startswith(FIELD)}
    fill_fields(asked.session, asked.subscriber_id, asked.act, written=written)


ACTS = {
    "unsubscribe": ActPage(_unsubscribe),
    "suppress": ActPage(lambda asked: suppress_person(asked.session, asked.subscriber_id, asked.act)),
    "lift": ActPage(lambda asked: lift_for_person(asked.session, asked.subscriber_id, asked.act)),
    "correct": ActPage(_correct),
    "fields": ActPage(_fill),
    "address": ActPage(_correct_address),
    "export": ActPage(lambda asked: export_person(asked.session, asked.subscriber_id, asked.act)),
    "evidence": ActPage(lambda asked: consent_evidence(asked.session, asked.subscriber_id, asked.act)),
    "erase": ActPage(
        lambda asked: erase_person(asked.session, asked.subscriber_id, asked.act, unread=asked.unread),
        Permission.ERASE_SUBSCRIBERS,
    ),
}


@router.api_route("/subscribers/{subscriber_id}/{act}", methods=READING)
def show_act(context: Context, current_user: SignedIn, subscriber_id: SubscriberNumber, act: str) -> Response:
    return _page(context, current_user, subscriber_id, act, typed={})


def _expect_proof(request: Request, context: Context, current_user: SignedIn, form: StaffForm, act: str) -> None:
    """What else is done for a person can be undone, or stays here. Raises ProofNeeded, FileReady."""
    if act not in NEED_FRESH_PROOF:
        return
    expect = expect_proof_for_file if form.get("as") == "file" else expect_fresh_proof
    expect(request, context, current_user, form)


@router.post("/subscribers/{subscriber_id}/{act}", dependencies=[Depends(_expect_proof)])
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
    open_people(context, current_user, subscriber_id)
    order = StaffAction(
        form.get("reason", ""), current_user.principal, context.clock.now(), context.settings.time_zone
    )
    unread = NOT_CHECKED
    if act == "erase":
        with context.database.read() as session:
            unread = check_reports(session, [subscriber_id])
    try:
        with context.database.write() as session:
            done = served.do(_Request(session, subscriber_id, order, form, context.settings, unread))
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, subscriber_id, act, typed=form, refused=refused)
    if isinstance(done, PersonData):
        return _handed_over(context, current_user, act, subscriber_id, done, as_file=form.get("as") == "file")
    page = "/subscribers" if act == "erase" else f"/subscribers/{subscriber_id}"
    return RedirectResponse(f"{page}?done={done if isinstance(done, str) else act}", status_code=303)


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
        expect_open(session, context, current_user, subscriber_id)
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
        longest_address=MAX_ADDRESS_LENGTH,
    )


def _languages(person: PersonView) -> list[str]:
    """Their own as well: some readers have one that we have no texts in."""
    return sorted({*READER_LANGUAGES, person.row.language})


def _handed_over(
    context: AppContext,
    current_user: CurrentUser,
    act: str,
    subscriber_id: int,
    export: PersonData,
    *,
    as_file: bool,
) -> Response:
    now = context.clock.now()
    if not as_file:
        return staff_page(
            context,
            current_user,
            "staff/subscriber_export",
            section="subscribers",
            who=subscriber_id,
            act=act,
            export=export,
            now=now,
        )
    content = export.as_json()
    if act == "evidence":
        content = signed_evidence(export, now=now, secret=context.settings.secret_key.get_secret_value())
    return Response(
        json.dumps(content, ensure_ascii=False, indent=2),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{FILES[act]}-{subscriber_id}.json"'},
    )
