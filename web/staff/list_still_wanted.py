"""Still wanted: how a list's quiet readers are asked, how many that would be, and what no answer means."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.settings import CampaignSettings
from campaigns.still_wanted.change_rule import (
    FEWEST_DAYS,
    FEWEST_MONTHS,
    MOST_A_DAY,
    MOST_DAYS,
    MOST_MONTHS,
    StillWantedEdit,
    change_rule,
    turn_off,
    turn_on,
    view_rule,
)
from campaigns.still_wanted_tables import StillWantedRule
from core.errors import Conflict, InputRefused
from core.western_digits import western_digits
from staff.principal import require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, takes
from subscribers.lists import list_by_slug
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.automation_page import RefusedForm
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import number_or_none

router = pages_router()
PAGE = "/lists/{slug}/still-wanted"
LEAVES, STAYS = "leaves", "stays"
"""What becomes of whoever does not answer."""
DONE = {"on", "off", "saved"}
DAYS_AT_FIRST = 30


@router.api_route(PAGE, methods=READING)
def show(request: Request, context: Context, current_user: SignedIn, slug: str) -> Response:
    """Of very many readers it is estimated how many are due, unless somebody wants to know."""
    query = request.query_params
    is_exact = query.get("count") == "everybody"
    return _page(context, current_user, slug, done=query.get("done", ""), is_exact=is_exact)


@router.post(PAGE, dependencies=FRESH_PROOF)
def save(request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            change_rule(session, slug, _edit(form), actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, slug, refused=RefusedForm(refused, "rule", form))
    return _done(slug, "saved")


@router.post(PAGE + "/on", dependencies=FRESH_PROOF)
def ask_quiet_readers(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            turn_on(session, slug, actor=actor, settings=context.settings, now=now)
    except Conflict as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, slug, refused=RefusedForm(refused, "state", form))
    return _done(slug, "on")


@router.post(PAGE + "/off")
def ask_nobody(context: Context, current_user: SignedIn, _: StaffForm, slug: str) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    with context.database.write() as session:
        turn_off(session, slug, actor=current_user.principal, now=context.clock.now())
    return _done(slug, "off")


def _page(
    context: AppContext,
    current_user: CurrentUser,
    slug: str,
    *,
    done: str = "",
    is_exact: bool = False,
    refused: RefusedForm | None = None,
) -> Response:
    with context.database.read() as session:
        row = list_by_slug(session, slug)
        view = view_rule(session, row, may_estimate=not is_exact, now=context.clock.now())
    return staff_page(
        context,
        current_user,
        "staff/list_still_wanted",
        status=refused.refusal.http_status if refused else 200,
        section="settings",
        list=row,
        view=view,
        takes_mail=takes(row, ListPurpose.CAMPAIGN),
        has_sender=bool(CampaignSettings.of(context.settings).sign_up_sender),
        values=refused.typed if refused and refused.name == "rule" else _values(view.rule),
        outcomes=(STAYS, LEAVES),
        limits={
            "months": (FEWEST_MONTHS, MOST_MONTHS),
            "a_day": (1, MOST_A_DAY),
            "days": (FEWEST_DAYS, MOST_DAYS),
        },
        done=done if done in DONE else "",
        refused=refused,
    )


def _values(rule: StillWantedRule) -> dict[str, str]:
    return {
        "months": str(rule.months),
        "a_day": str(rule.most_a_day),
        "outcome": STAYS if rule.days_to_answer is None else LEAVES,
        "answer_days": str(rule.days_to_answer or DAYS_AT_FIRST),
    }


def _edit(form: Mapping[str, str]) -> StillWantedEdit:
    """What is no number is one that is refused by name."""
    days = _number(form, "answer_days") if form.get("outcome") == LEAVES else None
    return StillWantedEdit(_number(form, "months"), _number(form, "a_day"), days)


def _number(form: Mapping[str, str], name: str) -> int:
    number = number_or_none(western_digits(form.get(name, "").strip()))
    return -1 if number is None else number


def _done(slug: str, what: str) -> Response:
    return RedirectResponse(f"/lists/{slug}/still-wanted?done={what}", status_code=303)
