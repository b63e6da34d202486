"""What an approver says of one doubt, or of all of them: one POST, back to the campaign's page."""

from collections.abc import Mapping

from fastapi.responses import RedirectResponse, Response

from campaigns.reporting.in_doubt import (
    BulkDecision,
    Choice,
    Decision,
    decide,
    decide_all,
)
from core.errors import InputRefused
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import AttemptNumber, CampaignNumber
from web.staff.refused_form import redisplayed

router = pages_router()


@router.post("/campaigns/{campaign_id}/doubts/{attempt_id}", dependencies=FRESH_PROOF)
@redisplayed
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


@router.post("/campaigns/{campaign_id}/doubts", dependencies=FRESH_PROOF)
@redisplayed
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
