"""Who a campaign comes from, who carries it otherwise, and putting a paused sender to use again."""

from fastapi import Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.edit import SenderChoice, choose_senders
from campaigns.sending.resume_sender import resume_sender
from web.http.app_context import Context
from web.http.form_data import SEEN
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed
from web.staff.return_path import HOME

router = pages_router()


@router.post("/campaigns/{campaign_id}/senders")
@redisplayed
def choose(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    choice = SenderChoice(form.get("first", ""), form.get("second", ""), form.get(SEEN))
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        choose_senders(session, campaign_id, choice, actor=actor, now=now)
    return RedirectResponse(f"/campaigns/{campaign_id}?done=senders", status_code=303)


@router.post("/senders/resume")
def resume(context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    with context.database.write() as session:
        resume_sender(session, form.get("name", ""), actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(HOME, status_code=303)
