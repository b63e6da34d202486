"""What an approver says of a doubt: one POST, back to the campaign's page."""

from fastapi.responses import RedirectResponse, Response

from campaigns.actors import staff_actor
from campaigns.doubts import Choice, Decision, decide
from core.errors import InputRefused
from web.campaign_number import AttemptNumber, CampaignNumber
from web.page import pages_router
from web.visitor import SignedIn, StaffForm
from web.wiring import Wired

router = pages_router()


@router.post("/campaigns/{campaign_id}/doubts/{attempt_id}")
def do_decide(
    wiring: Wired, visitor: SignedIn, form: StaffForm, campaign_id: CampaignNumber, attempt_id: AttemptNumber
) -> Response:
    choice = form.get("choice", "")
    if choice not in tuple(Choice):
        raise InputRefused("web-doubt-choice")
    decision = Decision(campaign_id, attempt_id, Choice(choice), form.get("why", ""))
    with wiring.database.write() as session:
        decide(session, decision, actor=staff_actor(visitor.user), now=wiring.clock.now())
    return RedirectResponse(f"/campaigns/{campaign_id}?done={choice}", status_code=303)
