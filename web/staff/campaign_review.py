"""Review in the browser: submit a campaign with a word, approve or send it back with a remark, test, rehearse."""

from fastapi.responses import Response

from campaigns.rehearsal.ask_rehearsal import ask_rehearsal
from campaigns.review.approve import approve
from campaigns.review.send_back import send_back
from campaigns.review.send_test import MailTestRequest, send_test
from campaigns.review.submit import submit
from core.errors import InputRefused
from staff.roles import Permission
from staff.users import who_may
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.campaign_actions import back_to_campaign
from web.staff.current_user import SignedIn, StaffForm
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed

_TO, _LANGUAGE = "to-", "language-"
"""Begin the names of the boxes to tick."""

router = pages_router()


@router.post("/campaigns/{campaign_id}/submit")
@redisplayed
def do_submit(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    submit(
        context.database,
        campaign_id,
        actor=current_user.principal,
        settings=context.settings,
        now=context.clock.now(),
        remark=form.get("remark", ""),
    )
    return back_to_campaign(campaign_id, "submit")


@router.post("/campaigns/{campaign_id}/approve", dependencies=FRESH_PROOF)
def do_approve(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    with context.database.write() as session:
        approve(
            session,
            campaign_id,
            seen_hash=form.get("seen_hash", ""),
            actor=current_user.principal,
            settings=context.settings,
            now=context.clock.now(),
        )
    return back_to_campaign(campaign_id, "approve")


@router.post("/campaigns/{campaign_id}/send-back")
@redisplayed
def do_send_back(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    with context.database.write() as session:
        send_back(
            session,
            campaign_id,
            remark=form.get("remark", ""),
            actor=current_user.principal,
            settings=context.settings,
            now=context.clock.now(),
        )
    return back_to_campaign(campaign_id, "send-back")


@router.post("/campaigns/{campaign_id}/rehearse")
def do_rehearse(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    """Asked for: the job does it."""
    with context.database.write() as session:
        ask_rehearsal(session, campaign_id, actor=current_user.principal, now=context.clock.now())
    return back_to_campaign(campaign_id, "rehearse")


@router.post("/campaigns/{campaign_id}/test")
@redisplayed
def do_send_test(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    with context.database.read() as session:
        people = who_may(session, Permission.EDIT)
    addresses = [user.address for user in people if f"{_TO}{user.id}" in form]
    languages = [name.removeprefix(_LANGUAGE) for name in form if name.startswith(_LANGUAGE)]
    if not languages:
        raise InputRefused("web-test-no-language")
    send_test(
        context.database,
        campaign_id,
        MailTestRequest(addresses, languages),
        actor=current_user.principal,
        settings=context.settings,
        now=context.clock.now(),
    )
    return back_to_campaign(campaign_id, "test")
