"""Digests: when each is made, what would go out now, where each news item is and why; a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.digest_tables import Digest
from campaigns.digests.calendar_rule import Firing, next_firings
from campaigns.digests.digest_calendar import rule_of
from campaigns.digests.digest_request import digest_version, request_of
from campaigns.digests.gather_items import latest_items
from campaigns.digests.judge_items import JudgedItem, judge_items
from campaigns.digests.plan_digest import DigestPlan, plan_digest
from campaigns.digests.set_up_digest import add_digest, get_digest, latest_firings, list_digests
from campaigns.frequency.count_choosers import readers_served
from campaigns.review.standing_approval import lost_approvals, missing_approvals, standing_approvers
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationMode
from core.errors import BiltenError, Conflict, InputRefused, NotFound, Refusal
from core.i18n import day_of_week_and_date, local_clock, weekday_names
from core.ids import new_public_id
from staff.principal import require
from staff.roles import Permission
from staff.users import names_of_actors
from subscribers.list_state import ListPurpose, lists_that_take
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.automation_page import RefusedForm
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.digest_form import choices, fields_of, new_fields, read_digest
from web.staff.fresh_proof import FRESH_PROOF_TO_SEND
from web.staff.path_params import DigestNumber, number_or_none

router = pages_router()
FIRINGS = 10
ITEMS = 30
DONE = {"created", "details", "on", "off", "approve"}


@dataclass(frozen=True, slots=True)
class CalendarView:
    firings: Sequence[tuple[str, Firing]]
    """Each as people write it."""
    refused: Refusal | None
    """Why there are none."""


@dataclass(frozen=True, slots=True)
class NowView:
    """What would go out now."""

    plan: DigestPlan | None
    refused: Refusal | None
    """Why it could not be made."""


@dataclass(frozen=True, slots=True)
class ApprovalsView:
    missing: int
    approved_by: Sequence[str]
    lost: Sequence[Refusal]


@router.api_route("/digests", methods=READING)
def show_digests(context: Context, current_user: SignedIn) -> Response:
    language = current_user.user.language
    with context.database.read() as session:
        known = list_digests(session)
    digests = [(row, _calendar(context, row, digest, language, count=1)) for row, digest in known]
    on_publication = {row.id for row, digest in known if digest.is_on_publication}
    return staff_page(
        context, current_user, "staff/digests", section="settings", digests=digests, on_publication=on_publication
    )


@router.api_route("/new-digest", methods=READING)
def show_new_digest(request: Request, context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.SEND)
    zone = context.settings.time_zone
    with context.database.read() as session:
        lists = [row.slug for row in lists_that_take(session, ListPurpose.AUTOMATION)]
    today = context.clock.now().astimezone(ZoneInfo(zone)).date()
    values = new_fields(zone, today, lists, number_or_none(request.query_params.get("source", "")))
    return _new_page(context, current_user, values)


@router.post("/new-digest", dependencies=FRESH_PROOF_TO_SEND)
def make_new_digest(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.SEND)
    try:
        wanted = read_digest(form)
        with context.database.write() as session:
            made = add_digest(session, wanted, actor=actor, settings=context.settings, now=now)
            number = made.id
    except (InputRefused, Conflict, NotFound) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return RedirectResponse(f"/digests/{number}?done=created", status_code=303)


@router.api_route("/digests/{digest_id}", methods=READING)
def show_digest(request: Request, context: Context, current_user: SignedIn, digest_id: DigestNumber) -> Response:
    before_id = number_or_none(request.query_params.get("before", ""))
    done = request.query_params.get("done", "")
    return digest_page(context, current_user, digest_id, done=done, before_id=before_id)


def find_digest(session: Session, digest_id: int) -> tuple[Automation, Digest]:
    """Raises NotFound."""
    automation, digest = session.get(Automation, digest_id), session.get(Digest, digest_id)
    if automation is None or digest is None:
        raise NotFound("campaigns-automation-unknown", name=str(digest_id))
    return automation, digest


def digest_page(
    context: AppContext,
    current_user: CurrentUser,
    digest_id: int,
    *,
    done: str = "",
    refused: RefusedForm | None = None,
    before_id: int | None = None,
) -> Response:
    """Raises NotFound."""
    now, settings, actor = context.clock.now(), context.settings, current_user.principal
    with context.database.read() as session:
        row, digest = find_digest(session, digest_id)
        fields = fields_of(request_of(session, row, digest))
        values = refused.typed if refused and refused.name == "details" else fields
        latest = latest_items(session, limit=ITEMS, before_id=before_id)
        items = judge_items(session, row, digest, latest, settings=settings, now=now)
        is_send = row.mode is AutomationMode.SEND
        return staff_page(
            context,
            current_user,
            "staff/digest",
            status=refused.refusal.http_status if refused else 200,
            section="settings",
            automation=row,
            digest=get_digest(session, row),
            calendar=_calendar(context, row, digest, current_user.user.language, count=FIRINGS),
            now_view=_now(session, context, row, digest),
            items=items,
            readers_served=readers_served(session, row, digest),
            older=_older(items, latest),
            history=latest_firings(session, digest_id, limit=FIRINGS),
            approvals=_approvals(session, context, row) if is_send else None,
            may_approve=is_send
            and actor.may(Permission.APPROVE)
            and actor.user_id not in standing_approvers(session, row),
            seen=digest_version(session, row, digest),
            values=values,
            done=done if done in DONE else "",
            refused=refused,
            weekdays=weekday_names(current_user.user.language),
            **choices(session, values),
        )


def _older(items: Sequence[JudgedItem], latest: Sequence[object]) -> int | None:
    return items[-1].item.id if len(latest) == ITEMS else None


def _calendar(
    context: AppContext, automation: Automation, digest: Digest, language: str, *, count: int
) -> CalendarView:
    if not automation.is_enabled:
        return CalendarView((), None)
    quiet = CampaignSettings.of(context.settings).quiet
    try:
        firings = next_firings(rule_of(digest), quiet, after=context.clock.now(), count=count)
    except InputRefused as error:
        return CalendarView((), Refusal("", None, error.code, error.params))
    return CalendarView([(_written(firing, language, digest.zone), firing) for firing in firings], None)


def _written(firing: Firing, language: str, zone: str) -> str:
    day = day_of_week_and_date(firing.local.date(), language)
    return f"{day}, {local_clock(firing.at, language, zone)}"


def _now(session: Session, context: AppContext, automation: Automation, digest: Digest) -> NowView:
    now = context.clock.now()
    try:
        plan = plan_digest(
            session, automation, digest, public_id=new_public_id(), settings=context.settings, now=now
        )
    except BiltenError as error:
        return NowView(None, Refusal("", None, error.code, error.params))
    return NowView(plan, None)


def _approvals(session: Session, context: AppContext, row: Automation) -> ApprovalsView:
    required = CampaignSettings.of(context.settings).approvals_required
    names = names_of_actors(session, [f"user:{user_id}" for user_id in standing_approvers(session, row)])
    return ApprovalsView(
        missing_approvals(session, row, required=required), sorted(names.values()), lost_approvals(session, row)
    )


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    values: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    with context.database.read() as session:
        return staff_page(
            context,
            current_user,
            "staff/digest_new",
            status=refused.http_status if refused else 200,
            section="settings",
            values=values,
            refused=refused,
            weekdays=weekday_names(current_user.user.language),
            **choices(session, values),
        )
