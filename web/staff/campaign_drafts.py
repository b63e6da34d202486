"""What staff do with a campaign as a whole: duplicate it, and rename or delete a draft."""

from fastapi.responses import RedirectResponse, Response

from campaigns.editorial.duplicate import duplicate
from campaigns.editorial.rename import rename
from campaigns.queries import get_campaign
from campaigns.review.delete_draft import delete_draft
from core.public_urls import CAMPAIGN_LIST
from web.http.app_context import Context
from web.http.form_data import SEEN
from web.http.templates import pages_router
from web.staff.campaign_actions import back_to_campaign
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed

router = pages_router()


@router.post("/campaigns/{campaign_id}/duplicate")
def do_duplicate(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    """A draft like it, and to its composer."""
    text, language = context.pages.texts.text, current_user.user.language
    with context.database.write() as session:
        name = text(language, "campaigns-copy-name", name=get_campaign(session, campaign_id).name)
        result = duplicate(session, campaign_id, name=name, actor=current_user.principal, now=context.clock.now())
        copy_id = result.campaign.id
    done = "duplicated" + ("-archived" if result.archived else "") + ("-less" if result.left_out else "")
    return RedirectResponse(f"/campaigns/{copy_id}/compose?done={done}", status_code=303)


@router.post("/campaigns/{campaign_id}/rename")
@redisplayed
def do_rename(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        rename(session, campaign_id, form.get("name", ""), actor=actor, now=now, seen=form.get(SEEN))
    return back_to_campaign(campaign_id, "rename")


@router.post("/campaigns/{campaign_id}/delete")
@redisplayed
def do_delete(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        delete_draft(session, campaign_id, actor=actor, now=now, seen=form.get(SEEN))
    return RedirectResponse(f"{CAMPAIGN_LIST}?done=deleted", status_code=303)
