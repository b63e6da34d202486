"""What the page of a campaign says of it: where it stands, who may do what with it, and what became of it."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from campaigns.active_sender import active_sender, senders_of
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.content_changes import contributors, lacks_approvers
from campaigns.editorial.contributions import why_not
from campaigns.editorial.follow_up_segments import is_of_whoever_got
from campaigns.editorial.manage_segment import SEGMENT_CHANGED
from campaigns.editorial.stale_edit import (
    draft_version,
    name_version,
    senders_version,
    template_version,
    visibility_version,
)
from campaigns.public_archive.publications import downloads_of_campaign
from campaigns.reporting.campaign_data import report_figures
from campaigns.reporting.in_doubt import Choice, doubts_of, waiting_doubts
from campaigns.reporting.report import report
from campaigns.review.approve import approval_count
from campaigns.review.check import check_notice
from campaigns.review.notes import MAX_REMARK, review_history
from campaigns.review.since_before import since_before
from campaigns.review.waiting_elsewhere import check_waiting_elsewhere
from campaigns.settings import CampaignSettings
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.status import FINAL, CampaignStatus
from campaigns.tables import Campaign, Visibility
from campaigns.welcome.set_up_series import series_of
from delivery.attempts.in_doubt import count_attempts_in_doubt
from delivery.senders.senders import list_campaign_senders
from scheduler.health.jobs import are_jobs_silent
from staff import audit
from staff.roles import Permission
from subscribers.audience import lists_of
from templates.check import Finding
from web.http.app_context import AppContext
from web.staff.available_actions import available_actions
from web.staff.current_user import CurrentUser

MOST_DOUBTS = 20
CHECKED = frozenset({CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW})


def campaign_facts(
    session: Session, context: AppContext, current_user: CurrentUser, campaign: Campaign
) -> dict[str, Any]:
    me = current_user.principal.name
    hand = why_not(me, contributors(session, campaign))
    included = [row.segment for row in campaign.audience_segments if not row.is_excluded]
    got = [segment for segment in included if is_of_whoever_got(segment)]
    campaign_report = report(session, campaign.id) if campaign.launched_at else None
    return {
        "silent": are_jobs_silent(context.health, session),
        "list_name": ", ".join(row.name for row in lists_of(session, campaign.audience)),
        "segments": [segment.name for segment in included if segment not in got],
        "got": [segment.name for segment in got],
        "since_checked": _since_checked(session, context, campaign),
        "segments_out": [row.segment.name for row in campaign.audience_segments if row.is_excluded],
        "lost_by_segment": _is_draft_by_segment(session, campaign),
        "steps": available_actions(
            campaign.status,
            current_user.principal,
            had_a_hand=hand is not None,
            is_of_series=campaign.series_email_id is not None,
        ),
        "series": series_of(session, campaign),
        "senders": senders_of(session, campaign),
        "carried_by": active_sender(session, campaign) if campaign.status is CampaignStatus.SENDING else None,
        "all_senders": [sender.name for sender in list_campaign_senders(session)],
        "visibilities": list(Visibility),
        "seen": {
            "visibility": visibility_version(campaign),
            "senders": senders_version(campaign),
            "template": template_version(campaign),
            "name": name_version(campaign),
            "draft": draft_version(campaign),
        },
        "hand": hand,
        "nobody_left": lacks_approvers(session, campaign, settings=context.settings),
        "edit_leaves_nobody": lacks_approvers(session, campaign, settings=context.settings, without=me),
        "edit_costs_vote": hand is None and current_user.may(Permission.APPROVE),
        "approvals": approval_count(session, campaign),
        "history": review_history(session, campaign.id),
        "since_before": since_before(session, campaign) if campaign.status is CampaignStatus.IN_REVIEW else None,
        "untold": no_staff_sender_reason(session, context.settings) if campaign.status in CHECKED else None,
        "longest_remark": MAX_REMARK,
        "approvals_required": CampaignSettings.of(context.settings).approvals_required,
        "undo_seconds": int(CampaignSettings.of(context.settings).undo_window.total_seconds()),
        "is_live": campaign.status not in FINAL,
        "settled": campaign_report.settled if campaign_report else 0,
        "numbers": report_figures(campaign_report) if campaign_report else {},
        "skipped": campaign_report.skipped if campaign_report else {},
        "downloads": downloads_of_campaign(session, campaign.id) if campaign_report else None,
        **_doubts(
            session, campaign, is_any=bool(campaign_report and campaign_report.in_doubt), now=context.clock.now()
        ),
        "can_run_probes": campaign.status in CHECKED and context.probes.can_see,
    }


def _is_draft_by_segment(session: Session, campaign: Campaign) -> bool:
    """Whether the last that happened to it is that a segment of its audience was changed."""
    if campaign.status is not CampaignStatus.DRAFT or not campaign.audience_segments:
        return False
    subject, since = f"campaign:{campaign.id}", campaign.changed_at
    return bool(audit.entries(session, action=SEGMENT_CHANGED, since=since, subject=subject, limit=1))


def _since_checked(session: Session, context: AppContext, campaign: Campaign) -> list[Finding]:
    """What the check says that may have come about since, where it is not checked any more and may still be
    stopped."""
    if campaign.status in CHECKED or campaign.status in FINAL:
        return []
    findings = list(check_notice(session, campaign))
    if campaign.launched_at is None:
        blocks, zone = blocks_of(session, campaign.id), context.settings.time_zone
        findings += check_waiting_elsewhere(session, campaign, blocks, zone=zone, now=context.clock.now())
    return findings


def _doubts(session: Session, campaign: Campaign, *, is_any: bool, now: datetime) -> dict[str, Any]:
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
