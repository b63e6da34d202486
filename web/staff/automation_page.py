"""Automations: which folder is watched, what becomes of what is new in it, who has approved that; a new one."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.automation.brake import MAX_AT_ONCE, MAX_DAYS, OF_FOLDERS
from campaigns.automation.closed_items import watched_intake
from campaigns.automation.memory import folder_of
from campaigns.automation.run_automations import add_automation, list_automations
from campaigns.editorial.stale_edit import StaleEdit, automation_version
from campaigns.review.standing_approval import lost_approvals, missing_approvals, standing_approvers
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationMode
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, NotFound, Refusal
from delivery.senders.senders import get_sender, list_campaign_senders
from news.sources import last_refusals, watched_sources
from news.tables import Source
from staff.principal import require
from staff.roles import Permission
from staff.users import names_of_actors
from subscribers.list_state import ListPurpose, lists_that_take
from subscribers.lists import get_list
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.automation_form import fields_of, read_request
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF_TO_SEND
from web.staff.path_params import AutomationNumber

router = pages_router()


@dataclass(frozen=True, slots=True)
class AutomationView:
    row: Automation
    source: Source
    list_name: str
    sender_name: str
    missing: int
    """How many more people have to approve it before it sends."""
    approved_by: list[str]
    """By name; whose approval counts."""
    lost: list[Refusal]
    """Whose does not count any more, and why."""
    refused: list[Refusal]
    """What was wrong in its folder when that was last read."""


@dataclass(frozen=True, slots=True)
class RefusedForm:
    refusal: BiltenError
    name: str
    typed: Mapping[str, str]

    @property
    def is_stale(self) -> bool:
        return isinstance(self.refusal, StaleEdit)


@router.api_route("/automations", methods=READING)
def show_automations(context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        shown = [_view(session, context, row) for row in list_automations(session)]
        has_sources = bool(watched_sources(session))
    return staff_page(
        context,
        current_user,
        "staff/automations",
        section="settings",
        automations=shown,
        has_sources=has_sources,
    )


@router.api_route("/new-automation", methods=READING)
def show_new_automation(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.SEND)
    return _new_page(context, current_user, {})


@router.post("/new-automation", dependencies=FRESH_PROOF_TO_SEND)
def make_automation(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    require(current_user.principal, Permission.SEND)
    try:
        wanted = read_request(form)
        actor, now = current_user.principal, context.clock.now()
        made = add_automation(watched_intake(context.services), wanted, actor=actor, now=now)
    except (InputRefused, Conflict, NotFound) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return RedirectResponse(f"/automations/{made.id}?done=created", status_code=303)


@router.api_route("/automations/{automation_id}", methods=READING)
def show_automation(
    request: Request, context: Context, current_user: SignedIn, automation_id: AutomationNumber
) -> Response:
    return automation_page(context, current_user, automation_id, done=request.query_params.get("done", ""))


def get_automation(session: Session, automation_id: int) -> Automation:
    """Raises NotFound."""
    automation = session.get(Automation, automation_id)
    if automation is None or automation.source_id is None:
        raise NotFound("campaigns-automation-unknown", name=str(automation_id))
    return automation


def automation_page(
    context: AppContext,
    current_user: CurrentUser,
    automation_id: int,
    *,
    done: str = "",
    refused: RefusedForm | None = None,
) -> Response:
    """Raises NotFound."""
    with context.database.read() as session:
        row = get_automation(session, automation_id)
        shown = _view(session, context, row)
        actor = current_user.principal
        return staff_page(
            context,
            current_user,
            "staff/automation",
            status=refused.refusal.http_status if refused else 200,
            section="settings",
            shown=shown,
            automation=row,
            seen=automation_version(row),
            values=refused.typed if refused and refused.name == "details" else fields_of(session, row),
            may_approve=actor.may(Permission.APPROVE)
            and row.mode is AutomationMode.SEND
            and actor.user_id not in standing_approvers(session, row),
            done=done if done in _DONE else "",
            refused=refused,
            **_choices(session, row),
        )


_DONE = {"created", "details", "on", "off", "approve", "archive"}


def _view(session: Session, context: AppContext, row: Automation) -> AutomationView:
    required = CampaignSettings.of(context.settings).approvals_required
    approvers = standing_approvers(session, row) if row.mode is AutomationMode.SEND else []
    names = names_of_actors(session, [f"user:{user_id}" for user_id in approvers])
    source = session.get_one(Source, folder_of(row))
    return AutomationView(
        row,
        source,
        get_list(session, row.list_id).name,
        get_sender(session, row.sender_id).name,
        missing_approvals(session, row, required=required),
        sorted(names.values()),
        lost_approvals(session, row),
        list(last_refusals(source)),
    )


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    refused: BiltenError | NotAllowed | None = None,
) -> Response:
    with context.database.read() as session:
        return staff_page(
            context,
            current_user,
            "staff/automation_new",
            status=refused.http_status if refused else 200,
            section="settings",
            sources=watched_sources(session),
            values=form or {"mode": "draft", "most_at_once": "3", "oldest_days": "30", "send_time": "09:00"},
            refused=refused,
            **_choices(session),
        )


def _choices(session: Session, row: Automation | None = None) -> dict[str, object]:
    lists = lists_that_take(session, ListPurpose.AUTOMATION)
    own = [get_list(session, row.list_id)] if row else []
    return {
        "lists": lists + [mailing_list for mailing_list in own if mailing_list not in lists],
        "senders": [sender.name for sender in list_campaign_senders(session)],
        "modes": OF_FOLDERS,
        "most": MAX_AT_ONCE,
        "most_days": MAX_DAYS,
    }
