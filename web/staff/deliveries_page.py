"""The deliveries of a campaign, reader by reader: who did not get it, and why. Addresses appear here."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.queries import get_campaign
from campaigns.reporting.campaign_data import campaign_data
from campaigns.reporting.deliveries import deliveries_page, reasons_to_choose
from campaigns.reporting.in_doubt import Choice
from campaigns.sending.send_again import SendAgainRequest, send_again
from campaigns.status import CampaignStatus
from core.errors import InputRefused
from delivery.attempts.send_again import count_refused
from delivery.outcome import Outcome
from delivery.reporting.listing import DeliveryFilter, count_deliveries
from delivery.status import DeliveryStatus
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import CampaignNumber, read_number

PAGE_LENGTH = 50
FILTERS = ("who", "status", "outcome", "reason")

State = TypeVar("State", bound=StrEnum)

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/deliveries", methods=READING)
def show_deliveries(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    return _page(context, current_user, campaign_id, request.query_params)


@router.post("/campaigns/{campaign_id}/deliveries/again", dependencies=FRESH_PROOF)
def do_send_again(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    wanted, now = read_wanted(form), context.clock.now()
    try:
        order = SendAgainRequest(campaign_id, wanted, _moment(form.get("seen_at", "")), form.get("why", ""))
        with context.database.write() as session:
            send_again(session, order, actor=current_user.principal, now=now)
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, campaign_id, form, refused=refused)
    return RedirectResponse(f"/campaigns/{campaign_id}?done={Choice.SEND_AGAIN}", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    asked: Mapping[str, str],
    *,
    refused: InputRefused | None = None,
) -> Response:
    """`asked`: the filter, as the page's address or its form has it, and what was typed where that was refused."""
    wanted = read_wanted(asked)
    now = context.clock.now()
    after_id, viewer = read_number(asked.get("after", "0")), current_user.principal
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        deliveries = deliveries_page(
            session, campaign_id, wanted, viewer=viewer, after_id=after_id, limit=PAGE_LENGTH + 1
        )
        count = count_deliveries(session, campaign_id, wanted)
        reasons = reasons_to_choose(session, campaign_id)
        is_over = campaign.status is CampaignStatus.CANCELLED
        repeatable = 0 if is_over else count_refused(session, campaign_id, wanted, now=now)
    shown = deliveries[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/deliveries",
        status=refused.http_status if refused else 200,
        section="campaigns",
        campaign=campaign_data(campaign),
        deliveries=shown,
        count=count,
        wanted=wanted,
        statuses=list(DeliveryStatus),
        outcomes=list(Outcome),
        reasons=reasons,
        further=_further(asked, shown[-1].id) if len(deliveries) > PAGE_LENGTH else None,
        is_first=after_id == 0,
        repeatable=repeatable,
        error=refused,
        typed=asked if refused else {},
        seen_at=now,
        asked=_kept(asked),
        is_narrowed=bool(wanted.status or wanted.reason),
    )


def _moment(text: str) -> datetime:
    """When the page was made. Raises InputRefused where the form does not say so as our page does."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InputRefused("web-again-old") from None
    if moment.tzinfo is None:
        raise InputRefused("web-again-old")
    return moment


def read_wanted(asked: Mapping[str, str]) -> DeliveryFilter:
    """Raises InputRefused for a word that names no state: showing everyone instead would be a wrong answer."""
    return DeliveryFilter(
        status=_state(asked.get("status", ""), DeliveryStatus),
        outcome=_state(asked.get("outcome", ""), Outcome),
        reason=asked.get("reason", "").replace("\0", "") or None,
        is_missed=asked.get("who") == "missed",
    )


def _state(text: str, states: type[State]) -> State | None:
    if text and text not in tuple(states):
        raise InputRefused("delivery-filter-unknown", word=text[:40], known=", ".join(states))
    return states(text) if text else None


def _further(asked: Mapping[str, str], last_id: int) -> str:
    return f"?{urlencode({**_kept(asked), 'after': last_id})}"


def _kept(asked: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in asked.items() if name in FILTERS and value}
