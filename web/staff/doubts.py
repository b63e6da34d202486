"""What an approver says of one doubt, or of all of them: one POST, back to the campaign's page."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session

from campaigns.reporting.in_doubt import (
    BulkDecision,
    Choice,
    Decision,
    decide,
    decide_all,
    doubts_of,
    waiting_doubts,
)
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import InputRefused
from delivery.attempts.in_doubt import count_attempts_in_doubt
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import AttemptNumber, CampaignNumber

MOST_DOUBTS = 20

router = pages_router()


@router.post("/campaigns/{campaign_id}/doubts/{attempt_id}")
def do_decide(
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    campaign_id: CampaignNumber,
    attempt_id: AttemptNumber,
) -> Response:
    choice = _choice(form)
    decision = Decision(campaign_id, attempt_id, choice, form.get("why", ""))
    with context.database.write() as session:
        decide(session, decision, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/campaigns/{campaign_id}?done={choice}", status_code=303)


@router.post("/campaigns/{campaign_id}/doubts")
def do_decide_all(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    choice = _choice(form)
    decision = BulkDecision(campaign_id, form.get("attempts", ""), choice, form.get("why", ""))
    with context.database.write() as session:
        decide_all(session, decision, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/campaigns/{campaign_id}?done={choice}", status_code=303)


def _choice(form: Mapping[str, str]) -> Choice:
    choice = form.get("choice", "")
    if choice not in tuple(Choice):
        raise InputRefused("web-doubt-choice")
    return Choice(choice)


def shown_doubts(session: Session, campaign: Campaign, *, is_any: bool, now: datetime) -> dict[str, Any]:
    """What the campaign's page shows of its doubts: the first ones, and all that can be decided at once."""
    doubts = doubts_of(session, campaign.id, limit=MOST_DOUBTS) if is_any else []
    return {
        "doubts": doubts,
        "more_doubts": count_attempts_in_doubt(session, campaign.id) - len(doubts) if doubts else 0,
        "waiting": waiting_doubts(session, campaign.id, now=now) if doubts else None,
        "choices": _choices(campaign),
    }


def _choices(campaign: Campaign) -> list[Choice]:
    """The cautious one first. Of a cancelled campaign nothing is sent again."""
    is_over = campaign.status is CampaignStatus.CANCELLED
    return [choice for choice in Choice if not (is_over and choice is Choice.SEND_AGAIN)]
