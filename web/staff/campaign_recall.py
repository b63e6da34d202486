"""What staff do with a campaign that should not have gone out as it did: stop and mark it, and write to whoever
got it."""

from fastapi.responses import RedirectResponse, Response

from campaigns.public_archive.tables import NoticeKind
from campaigns.sending.follow_up import draft_follow_up
from campaigns.sending.recall import recall, take_notice_away
from core.errors import InputRefused
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.campaign_actions import back_to_campaign
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import CampaignNumber

router = pages_router()
NO_NOTICE = "none"


@router.post("/campaigns/{campaign_id}/recall")
def do_recall(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    actor, now, kind = current_user.principal, context.clock.now(), form.get("notice", "")
    require(actor, Permission.CANCEL)
    if kind != NO_NOTICE and kind not in tuple(NoticeKind):
        raise InputRefused("campaigns-notice-unknown", notice=kind[:20])
    with context.database.write() as session:
        if kind == NO_NOTICE:
            take_notice_away(session, campaign_id, actor=actor, now=now)
        else:
            recall(session, campaign_id, NoticeKind(kind), actor=actor, now=now)
    return back_to_campaign(campaign_id, f"recall-{kind}")


@router.post("/campaigns/{campaign_id}/follow-up")
def do_draft_follow_up(
    context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber
) -> Response:
    """To the draft, also where it is there already."""
    with context.database.write() as session:
        number = draft_follow_up(session, campaign_id, actor=current_user.principal, now=context.clock.now()).id
    return RedirectResponse(f"/campaigns/{number}?done=follow-up", status_code=303)
