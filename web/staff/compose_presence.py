"""Who else writes in a campaign: an open composer says that it is open, and is told who else is there."""

from fastapi import Response

from campaigns.editorial.presence import note_presence, others_present
from web.http.app_context import Context
from web.http.live import LIVE
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm, staff_page
from web.staff.path_params import CampaignNumber

router = pages_router()


@router.post("/campaigns/{campaign_id}/compose/present")
def do_say_present(
    context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        note_presence(session, campaign_id, actor=actor, now=now)
        others = others_present(session, campaign_id, but=actor, now=now)
    response = staff_page(context, current_user, "staff/compose_present", others=others)
    response.headers[LIVE] = "yes"
    return response
