"""What staff do with a campaign: one POST a step, back to its page when it is done."""

from datetime import datetime

from fastapi.responses import RedirectResponse, Response

from campaigns.local_time import occurrences
from campaigns.review import publish, publish_correction, schedule
from campaigns.review.external.run_probes import run_probes
from campaigns.sending import cancel, pause
from campaigns.tables import Visibility
from core.errors import InputRefused
from core.utc_offset import offset_name
from web.http.app_context import Context
from web.http.form_data import SEEN
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed

router = pages_router()


@router.post("/campaigns/{campaign_id}/look")
def do_run_probes(context: Context, _: SignedIn, __: StaffForm, campaign_id: CampaignNumber) -> Response:
    """Everybody who works here may look; it takes some seconds, and no transaction is open meanwhile."""
    run_probes(
        context.database, campaign_id, probes=context.probes, settings=context.settings, now=context.clock.now()
    )
    return back_to_campaign(campaign_id, "look")


@router.post("/campaigns/{campaign_id}/schedule", dependencies=FRESH_PROOF)
@redisplayed
def do_schedule(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    zone = context.settings.time_zone
    local = _local_time(form.get("quick") or form.get("local", ""))
    with context.database.write() as session:
        schedule.schedule(
            session,
            campaign_id,
            local=_one_of_two(local, zone, offset=form.get("offset", "")),
            zone=zone,
            actor=current_user.principal,
            now=context.clock.now(),
        )
    return back_to_campaign(campaign_id, "schedule")


@router.post("/campaigns/{campaign_id}/send", dependencies=FRESH_PROOF)
def do_send(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    actor = current_user.principal
    with context.database.write() as session:
        schedule.send_now(session, campaign_id, actor=actor, settings=context.settings, now=context.clock.now())
    return back_to_campaign(campaign_id, "send")


@router.post("/campaigns/{campaign_id}/unschedule")
def do_unschedule(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    with context.database.write() as session:
        schedule.unschedule(session, campaign_id, actor=current_user.principal, now=context.clock.now())
    return back_to_campaign(campaign_id, "unschedule")


@router.post("/campaigns/{campaign_id}/pause")
def do_pause(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    with context.database.write() as session:
        pause.pause(session, campaign_id, actor=current_user.principal, now=context.clock.now())
    return back_to_campaign(campaign_id, "pause")


@router.post("/campaigns/{campaign_id}/resume")
def do_resume(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    with context.database.write() as session:
        pause.resume(session, campaign_id, actor=current_user.principal, now=context.clock.now())
    return back_to_campaign(campaign_id, "resume")


@router.post("/campaigns/{campaign_id}/cancel")
def do_cancel(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    with context.database.write() as session:
        cancel.cancel(session, campaign_id, actor=current_user.principal, now=context.clock.now())
    return back_to_campaign(campaign_id, "cancel")


@router.post("/campaigns/{campaign_id}/visibility")
@redisplayed
def do_set_visibility(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    visibility = form.get("visibility", "")
    if visibility not in tuple(Visibility):
        raise InputRefused("web-visibility-unknown")
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        doubt = publish.doubt_about(session, campaign_id, Visibility(visibility))
        publish.set_visibility(
            session, campaign_id, Visibility(visibility), actor=actor, now=now, seen=form.get(SEEN)
        )
        if doubt is not None and form.get("sure") != visibility:
            raise doubt
    return back_to_campaign(campaign_id, "visibility")


@router.post("/campaigns/{campaign_id}/correction")
def do_publish_correction(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    with context.database.write() as session:
        publish_correction.publish_correction(
            session,
            campaign_id,
            seen=form.get("seen", ""),
            actor=current_user.principal,
            settings=context.settings,
            now=context.clock.now(),
        )
    return back_to_campaign(campaign_id, "correction")


def _local_time(text: str) -> datetime:
    """As a browser's date and time field writes it: no zone in it, the house's is meant."""
    for pattern in ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"):
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007  a local time is what is asked for
        except ValueError:
            continue
    raise InputRefused("web-time-unreadable")


def _one_of_two(local: datetime, zone: str, *, offset: str) -> datetime:
    """With the offset that was chosen, where clocks show that time twice: a choice that was left from another time
    counts for nothing."""
    both = occurrences(local, zone)
    chosen = [each for each in both if offset_name(each) == offset]
    return chosen[0] if len(both) > 1 and chosen else local


def back_to_campaign(campaign_id: int, done: str) -> Response:
    """What was done is said on the page that follows."""
    return RedirectResponse(f"/campaigns/{campaign_id}?done={done}", status_code=303)
