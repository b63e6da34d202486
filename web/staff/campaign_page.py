"""One campaign: what it says, where it stands, what can be done with it, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from sqlmodel import Session

from campaigns.active_sender import active_sender, senders_of
from campaigns.editorial.content_changes import contributors, lacks_approvers
from campaigns.editorial.contributions import why_not
from campaigns.editorial.preview import preview
from campaigns.editorial.stale_edit import senders_version, template_version, text_version, visibility_version
from campaigns.public_archive.publications import downloads_of_campaign
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.campaign_data import campaign_data, report_figures
from campaigns.reporting.in_doubt import Choice
from campaigns.reporting.report import report
from campaigns.review.approve import approval_count
from campaigns.review.check import check
from campaigns.review.reach import reach
from campaigns.settings import CampaignSettings
from campaigns.status import FINAL, TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign, Visibility
from core.errors import Conflict, InputRefused, Misconfigured
from core.languages import READER_LANGUAGES
from delivery.senders.senders import list_campaign_senders
from scheduler.health.jobs import are_jobs_silent
from staff.roles import Permission
from subscribers.audience import lists_of
from templates.check import Finding
from templates.versions import versions
from web.http.anonymous_copy import anonymous_html, anonymous_text
from web.http.app_context import AppContext, Context
from web.http.security_headers import PREVIEW_POLICY
from web.http.templates import READING, pages_router
from web.staff import senders, template_pages
from web.staff.available_actions import STEPS, available_actions
from web.staff.campaign_behind_links import behind_links
from web.staff.current_user import CurrentUser, SignedIn, staff_page
from web.staff.doubts import shown_doubts
from web.staff.path_params import CampaignNumber

CHECKED = frozenset({CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW})
VARIANT_DONE = ("words", "language-added", "language-removed")
_DONE = frozenset(
    [
        *(step.name for step in STEPS),
        *Choice,
        *VARIANT_DONE,
        senders.DONE,
        template_pages.CHOSEN,
        "visibility",
        "look",
        "correction",
    ]
)

router = pages_router()


@router.api_route("/campaigns/{campaign_id}", methods=READING)
def show_campaign(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    return campaign_page(
        request, context, current_user, campaign_id, language=request.query_params.get("language")
    )


@dataclass(frozen=True, slots=True)
class RefusedEdit:
    """Texts that were refused, which stay in their fields."""

    error: Conflict
    typed: Mapping[str, str]


def campaign_page(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    *,
    language: str | None,
    refused: RefusedEdit | None = None,
) -> Response:
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        values = _facts(session, context, current_user, campaign)
        values |= _shown(session, context, campaign, asked=language)
        values |= _languages(session, current_user, campaign)
        values |= _templates(session, campaign)
        values |= behind_links(session, context, campaign)
    return staff_page(
        context,
        current_user,
        "staff/campaign",
        status=refused.error.http_status if refused else 200,
        section="campaigns",
        campaign=campaign_data(campaign) | _page_fields(campaign),
        refused=refused.error if refused else None,
        typed=refused.typed if refused else {},
        is_text=request.query_params.get("part") == "text",
        done=request.query_params.get("done") if request.query_params.get("done") in _DONE else None,
        **values,
    )


def _page_fields(campaign: Campaign) -> dict[str, Any]:
    return {"main_language": campaign.main_language, "visibility": campaign.visibility}


@router.api_route("/campaigns/{campaign_id}/preview/{language}", methods=READING)
def show_preview(context: Context, _: SignedIn, campaign_id: CampaignNumber, language: str) -> Response:
    """The html part alone, for the frame on the campaign's page."""
    with context.database.read() as session:
        rendered = preview(session, campaign_id, language=language, settings=context.settings)
    headers = {"Content-Security-Policy": PREVIEW_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return HTMLResponse(anonymous_html(rendered.html, context.settings), headers=headers)


@router.api_route("/campaigns/{campaign_id}/progress", methods=READING)
def show_progress(context: Context, current_user: SignedIn, campaign_id: CampaignNumber) -> Response:
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        campaign_report = report(session, campaign_id)
    text = context.pages.texts.text(current_user.user.language, f"campaigns-status-{campaign.status}")
    return JSONResponse(
        {
            "status": campaign.status.value,
            "status_text": text,
            "is_final": campaign.status in FINAL,
            "settled": campaign_report.settled,
            "numbers": report_figures(campaign_report),
        }
    )


def _facts(session: Session, context: AppContext, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    me = current_user.principal.name
    hand = why_not(me, contributors(session, campaign))
    campaign_report = report(session, campaign.id) if campaign.launched_at else None
    return {
        "silent": are_jobs_silent(context.health, session),
        "list_name": ", ".join(row.name for row in lists_of(session, campaign.audience)),
        "steps": available_actions(campaign.status, current_user.principal, had_a_hand=hand is not None),
        "senders": senders_of(session, campaign),
        "carried_by": active_sender(session, campaign) if campaign.status is CampaignStatus.SENDING else None,
        "all_senders": [sender.name for sender in list_campaign_senders(session)],
        "visibilities": list(Visibility),
        "seen": {
            "visibility": visibility_version(campaign),
            "senders": senders_version(campaign),
            "template": template_version(campaign),
        },
        "hand": hand,
        "nobody_left": lacks_approvers(session, campaign, settings=context.settings),
        "edit_leaves_nobody": lacks_approvers(session, campaign, settings=context.settings, without=me),
        "edit_costs_vote": hand is None and current_user.may(Permission.APPROVE),
        "approvals": approval_count(session, campaign),
        "approvals_required": CampaignSettings.of(context.settings).approvals_required,
        "undo_seconds": int(CampaignSettings.of(context.settings).undo_window.total_seconds()),
        "is_live": campaign.status not in FINAL,
        "settled": campaign_report.settled if campaign_report else 0,
        "numbers": report_figures(campaign_report) if campaign_report else {},
        "skipped": campaign_report.skipped if campaign_report else {},
        "downloads": downloads_of_campaign(session, campaign.id) if campaign_report else None,
        **shown_doubts(
            session, campaign, is_any=bool(campaign_report and campaign_report.in_doubt), now=context.clock.now()
        ),
        "can_run_probes": campaign.status in CHECKED and context.probes.can_see,
    }


def _shown(session: Session, context: AppContext, campaign: Campaign, *, asked: str | None) -> dict[str, Any]:
    """The variant to look at. One that cannot be rendered is said to be so, and the page still opens."""
    variants = {variant.language: variant for variant in variants_of(session, campaign.id)}
    languages = sorted(variants, key=lambda language: language != campaign.main_language)
    language = asked if asked in variants else campaign.main_language
    values: dict[str, Any] = {
        "languages": languages,
        "variant": variants[language],
        "shown_language": language,
        "texts_seen": text_version(variants[language]),
        "findings": [],
        "unreadable": None,
    }
    try:
        values["rendered"] = preview(session, campaign.id, language=language, settings=context.settings)
        values["subject"] = anonymous_text(values["rendered"].subject, context.settings)
        values["preheader"] = anonymous_text(values["rendered"].preheader, context.settings)
        values["text"] = anonymous_text(values["rendered"].text, context.settings)
        values["findings"] = _findings(session, context, campaign)
    except (InputRefused, Misconfigured) as refused:
        values["unreadable"] = refused
    return values


def _languages(session: Session, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    """Who would get which variant, until the audience is frozen, and what may still be changed about it."""
    may_edit = (campaign.status, CampaignAction.EDIT) in TRANSITIONS and current_user.may(Permission.EDIT)
    audience_reach = reach(session, campaign) if campaign.launched_at is None else None
    wanted = (
        [*audience_reach.missing, *(fallback.language for fallback in audience_reach.fallbacks), *READER_LANGUAGES]
        if audience_reach
        else []
    )
    addable = [code for code in dict.fromkeys(wanted) if audience_reach and code not in audience_reach.by_variant]
    return {"may_edit": may_edit, "reach": audience_reach, "addable": addable}


def _templates(session: Session, campaign: Campaign) -> dict[str, Any]:
    """What it could look like, and what it does; none for the library's design."""
    named_versions = versions(session, kind=campaign.kind.value)
    own = next(
        (
            named_version
            for named_version in named_versions
            if named_version.version.id == campaign.template_version_id
        ),
        None,
    )
    return {"templates": named_versions, "template": own}


def _findings(session: Session, context: AppContext, campaign: Campaign) -> list[Finding]:
    if campaign.status not in CHECKED:
        return []
    return check(session, campaign.id, settings=context.settings, now=context.clock.now())
