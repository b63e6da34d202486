"""One campaign: what it says, where it stands, what can be done with it, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session, col, select

from campaigns.clicks.click_links import with_direct_links
from campaigns.clicks.frozen_links import targets_of
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.preview import preview
from campaigns.people.preview_reader import preview_reader
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.campaign_data import campaign_data, report_figures
from campaigns.reporting.digest_sets import digest_sets
from campaigns.reporting.in_doubt import Choice
from campaigns.reporting.report import report
from campaigns.review.check import check
from campaigns.status import FINAL, CampaignStatus
from campaigns.tables import Campaign, RenderedVariant, Visibility
from core.errors import Conflict, InputRefused, Misconfigured, NotFound
from core.public_urls import CAMPAIGN_PAGE, web_version_url
from templates.check import Finding
from web.http.anonymous_copy import NOBODY, anonymous_html, anonymous_text
from web.http.app_context import AppContext, Context
from web.http.preview_frame import preview_frame
from web.http.templates import READING, pages_router
from web.staff.available_actions import STEPS
from web.staff.campaign_behind_links import behind_links
from web.staff.campaign_choices import colleague_choices, draft_choices, language_choices, template_choices
from web.staff.campaign_facts import CHECKED, campaign_facts
from web.staff.campaign_recall import recall_values
from web.staff.campaign_schedule import both_times, pace_text, schedule_choices
from web.staff.comment_view import comment_values
from web.staff.compose_view import block_lines
from web.staff.current_user import CurrentUser, SignedIn, staff_page
from web.staff.path_params import CampaignNumber, number_or_none
from web.staff.rehearsal_view import rehearsal_values

_DONE = frozenset(
    [
        *(step.name for step in STEPS),
        *Choice,
        "language-added",
        "language-added-voids",
        "senders",
        "audience",
        "template",
        "visibility",
        "look",
        "correction",
        "rename",
        "test",
        "statement",
        "rehearse",
        "commented",
        "comment-settled",
        "comment-reopened",
        "recall-correction",
        "recall-recall",
        "recall-none",
        "follow-up",
    ]
)

router = pages_router()


@router.api_route(CAMPAIGN_PAGE, methods=READING)
def show_campaign(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    return campaign_page(
        request, context, current_user, campaign_id, language=request.query_params.get("language")
    )


@dataclass(frozen=True, slots=True)
class RefusedForm:
    """What was refused, and stays in its fields."""

    error: Conflict | InputRefused | NotFound
    typed: Mapping[str, str]
    name: str
    """Which of the page's forms: what its address ends in."""


def campaign_page(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    *,
    language: str | None,
    refused: RefusedForm | None = None,
) -> Response:
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        values = campaign_facts(session, context, current_user, campaign)
        sets = digest_sets(session, campaign, language=current_user.user.language, now=context.clock.now())
        asked_set = request.query_params.get("set", "")
        shown_set = asked_set if any(each.key == asked_set for each in sets) else ""
        values |= _shown(session, context, campaign, asked=language, item_set=shown_set)
        values |= {"sets": sets, "shown_set": shown_set}
        values |= language_choices(
            session, current_user, campaign, settings=context.settings, now=context.clock.now()
        )
        values |= template_choices(session, campaign)
        values |= colleague_choices(session, current_user)
        values["lines"] = block_lines(session, blocks_of(session, campaign_id), values["languages"])
        values |= comment_values(session, current_user, campaign, values["lines"])
        values |= rehearsal_values(session, current_user, campaign)
        values |= recall_values(session, current_user, campaign)
        values |= draft_choices(session, current_user, campaign)
        values |= behind_links(session, context, campaign)
        values |= schedule_choices(session, context, current_user, campaign)
        values["pace"] = pace_text(
            session, context, current_user.user.language, campaign, waiting=values["numbers"].get("queued", 0)
        )
    return staff_page(
        context,
        current_user,
        "staff/campaign",
        status=refused.error.http_status if refused else 200,
        section="campaigns",
        campaign=campaign_data(campaign) | _page_fields(campaign),
        web_addresses=_web_addresses(context, campaign, values["languages"]),
        refused=refused,
        both_times=both_times(context, current_user.user.language, refused.error) if refused else [],
        typed_in=partial(_typed_in, refused),
        is_text=request.query_params.get("part") == "text",
        done=request.query_params.get("done") if request.query_params.get("done") in _DONE else None,
        **values,
    )


def _typed_in(refused: RefusedForm | None, name: str) -> Mapping[str, str]:
    """Empty unless it is that form which was refused."""
    return refused.typed if refused and refused.name == name else {}


def _page_fields(campaign: Campaign) -> dict[str, Any]:
    return {"main_language": campaign.main_language, "visibility": campaign.visibility}


def _web_addresses(context: AppContext, campaign: Campaign, languages: list[str]) -> dict[str, str]:
    """By language, what can be handed on once it has gone out; none where only some may read it, or nobody."""
    is_readable = campaign.visibility in {Visibility.PUBLIC, Visibility.LINK_ONLY}
    if campaign.launched_at is None or not is_readable:
        return {}
    return {code: web_version_url(context.settings, campaign.public_id, code) for code in languages}


@router.api_route("/campaigns/{campaign_id}/preview/{language}", methods=READING)
def show_preview(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber, language: str
) -> Response:
    """The html part alone, for the frame on the campaign's page and in the composer; `reader`: as that subscriber
    gets it; `set`: with these items. A counted link leads straight to its target, which whoever reviews can
    see."""
    with context.database.read() as session:
        item_set = request.query_params.get("set", "")
        rendered = preview(session, campaign_id, language=language, settings=context.settings, item_set=item_set)
        number = number_or_none(request.query_params.get("reader", ""))
        viewer = current_user.principal
        now = context.clock.now()
        reader = preview_reader(session, campaign_id, number, viewer=viewer, now=now) if number else None
        html = with_direct_links(rendered.html, targets_of(session, get_campaign(session, campaign_id)))
    html = anonymous_html(html, context.settings, of_reader=reader.merge_values if reader else NOBODY)
    return preview_frame(html, context.settings, view=request.query_params.get("view", ""))


@router.api_route("/campaigns/{campaign_id}/progress", methods=READING)
def show_progress(context: Context, current_user: SignedIn, campaign_id: CampaignNumber) -> Response:
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        campaign_report = report(session, campaign_id)
        pace = pace_text(session, context, current_user.user.language, campaign, waiting=campaign_report.queued)
    text = context.pages.texts.text(current_user.user.language, f"campaigns-status-{campaign.status}")
    return JSONResponse(
        {
            "status": campaign.status.value,
            "status_text": text,
            "is_final": campaign.status in FINAL,
            "settled": campaign_report.settled,
            "numbers": report_figures(campaign_report),
            "pace": pace,
        }
    )


def _shown(
    session: Session, context: AppContext, campaign: Campaign, *, asked: str | None, item_set: str
) -> dict[str, Any]:
    """The variant to look at. One that cannot be rendered is said to be so, and the page still opens."""
    variants = {variant.language: variant for variant in variants_of(session, campaign.id)}
    languages = sorted(variants, key=lambda language: language != campaign.main_language)
    language = asked if asked in variants else campaign.main_language
    values: dict[str, Any] = {
        "languages": languages,
        "variant": variants[language],
        "shown_language": language,
        "findings": [],
        "unreadable": None,
        "other_languages": [],
    }
    try:
        values["rendered"] = preview(
            session, campaign.id, language=language, settings=context.settings, item_set=item_set
        )
        values["subject"] = anonymous_text(values["rendered"].subject, context.settings)
        values["preheader"] = anonymous_text(values["rendered"].preheader, context.settings)
        values["text"] = anonymous_text(values["rendered"].text, context.settings)
        if campaign.status is CampaignStatus.IN_REVIEW:
            others = [code for code in languages if code != language]
            values["other_languages"] = _envelopes(session, context, campaign, others, item_set=item_set)
        values["findings"] = _findings(session, context, campaign)
    except (InputRefused, Misconfigured) as refused:
        values["unreadable"] = refused
    return values


def _envelopes(
    session: Session, context: AppContext, campaign: Campaign, languages: Sequence[str], *, item_set: str
) -> list[dict[str, str]]:
    """Of those of these languages that are frozen, in their order."""
    row = RenderedVariant  # its html is not read for this
    wanted = select(row.language, row.subject, row.preheader).where(
        row.campaign_id == campaign.id, row.item_set == item_set, col(row.language).in_(languages)
    )
    envelopes = [
        {
            "language": code,
            "subject": anonymous_text(subject, context.settings),
            "preheader": anonymous_text(preheader, context.settings),
        }
        for code, subject, preheader in session.exec(wanted)
    ]
    return sorted(envelopes, key=lambda each: languages.index(each["language"]))


def _findings(session: Session, context: AppContext, campaign: Campaign) -> list[Finding]:
    if campaign.status not in CHECKED:
        return []
    return check(session, campaign.id, settings=context.settings, now=context.clock.now())
