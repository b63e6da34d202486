"""Audience of a campaign for staff: lists and segments in and out and topics in one form, and who that would be,
counted at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.editorial.choose_audience import AudienceChoice, choose_audience, read_audience
from campaigns.editorial.content_changes import contributors, lacks_approvers
from campaigns.editorial.contributions import why_not
from campaigns.editorial.follow_up_segments import segments_to_choose
from campaigns.editorial.stale_edit import StaleEdit, audience_version
from campaigns.queries import get_campaign
from campaigns.reporting.audience_preview import SAMPLE_SIZE, preview_audience
from campaigns.reporting.campaign_data import campaign_data
from campaigns.status import TRANSITIONS, CampaignAction
from campaigns.tables import Campaign
from core.collation import sort_key
from core.errors import InputRefused
from staff.roles import Permission
from subscribers.list_state import ListPurpose, takes
from subscribers.lists import list_lists
from subscribers.topics import list_topics
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.campaign_actions import back_to_campaign
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import CampaignNumber, number_or_none

INCLUDED, EXCLUDED, TOPIC = "list-", "without-", "topic-"
"""Begin the names of the boxes; the slug of each list or topic follows."""
SEGMENT, EXCLUDED_SEGMENT = "in-segment-", "out-segment-"
"""The same of segments, by their numbers."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class AudienceForm:
    """What stands in the form: lists as slugs, segments as numbers."""

    included: list[str]
    excluded: list[str]
    topics: list[str]
    segments: list[int]
    excluded_segments: list[int]
    first: str
    """Of several, whose name stands in the heading."""
    seen: str

    @property
    def choice(self) -> AudienceChoice:
        """The first list comes first, the others in the order of the page. Raises InputRefused where the first is
        none of them."""
        if self.first and len(self.included) > 1 and self.first not in self.included:
            raise InputRefused("campaigns-audience-first")
        lists = sorted(self.included, key=lambda slug: slug != self.first)
        return AudienceChoice(
            lists,
            self.excluded,
            self.topics,
            self.seen,
            segments=self.segments,
            excluded_segments=self.excluded_segments,
        )


@router.api_route("/campaigns/{campaign_id}/audience", methods=READING)
def show_audience(context: Context, current_user: SignedIn, campaign_id: CampaignNumber) -> Response:
    return _page(context, current_user, campaign_id)


@router.post("/campaigns/{campaign_id}/audience")
def do_choose_audience(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    """Saves it, or only counts it where that is what was pressed."""
    chosen = _read(form)
    if form.get("step") == "count":
        return _page(context, current_user, campaign_id, chosen=chosen)
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            choose_audience(session, campaign_id, chosen.choice, actor=actor, now=now)
    except (InputRefused, StaleEdit) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, campaign_id, chosen=chosen, refused=refused)
    return back_to_campaign(campaign_id, "audience")


def _read(form: Mapping[str, str]) -> AudienceForm:
    return AudienceForm(
        included=sorted(name.removeprefix(INCLUDED) for name in form if name.startswith(INCLUDED)),
        excluded=sorted(name.removeprefix(EXCLUDED) for name in form if name.startswith(EXCLUDED)),
        segments=_numbers(form, SEGMENT),
        excluded_segments=_numbers(form, EXCLUDED_SEGMENT),
        topics=sorted(name.removeprefix(TOPIC) for name in form if name.startswith(TOPIC)),
        first=form.get("first", ""),
        seen=form.get(SEEN, ""),
    )


def _numbers(form: Mapping[str, str], prefix: str) -> list[int]:
    numbers = (number_or_none(name.removeprefix(prefix)) for name in form if name.startswith(prefix))
    return sorted(number for number in numbers if number is not None)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    *,
    chosen: AudienceForm | None = None,
    refused: InputRefused | StaleEdit | None = None,
) -> Response:
    actor, settings, now = current_user.principal, context.settings, context.clock.now()
    problem = refused
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        own = _own(session, campaign)
        shown = chosen or own
        audience = campaign.audience
        try:
            audience = read_audience(session, shown.choice)
        except InputRefused as impossible:
            problem = problem or impossible
        is_open = campaign.launched_at is None
        preview = (
            preview_audience(session, campaign, audience, viewer=actor, settings=context.settings, now=now)
            if is_open
            else None
        )
        hand = why_not(actor.name, contributors(session, campaign))
        values = {
            "campaign": campaign_data(campaign),
            "lists": [
                row
                for row in list_lists(session)
                if takes(row, ListPurpose.CAMPAIGN) or row.slug in {*own.included, *own.excluded}
            ],
            "segments": segments_to_choose(
                session, chosen={*own.segments, *own.excluded_segments, *shown.segments, *shown.excluded_segments}
            ),
            "topics": sorted(
                (topic for topic in list_topics(session) if topic.archived_at is None or topic.slug in own.topics),
                key=lambda topic: sort_key(topic.name, current_user.user.language),
            ),
            "may_edit": current_user.may(Permission.EDIT)
            and (campaign.status, CampaignAction.EDIT) in TRANSITIONS,
            "nobody_left": lacks_approvers(session, campaign, settings=settings),
            "edit_leaves_nobody": lacks_approvers(session, campaign, settings=settings, without=actor.name),
            "edit_costs_vote": hand is None and current_user.may(Permission.APPROVE),
        }
    return staff_page(
        context,
        current_user,
        "staff/audience",
        status=problem.http_status if problem else 200,
        section="campaigns",
        shown=shown,
        is_other=replace(shown, first="", seen="") != replace(own, first="", seen=""),
        preview=preview,
        problem=problem,
        sample_size=SAMPLE_SIZE,
        **values,
    )


def _own(session: Session, campaign: Campaign) -> AudienceForm:
    slugs = {row.id: row.slug for row in list_lists(session)}
    audience = campaign.audience
    return AudienceForm(
        included=sorted(slugs[list_id] for list_id in audience.lists),
        excluded=sorted(slugs[list_id] for list_id in audience.excluded),
        segments=[segment.id for segment in audience.segments],
        excluded_segments=[segment.id for segment in audience.excluded_segments],
        topics=sorted(topic.slug for topic in list_topics(session) if topic.id in audience.topics),
        first=slugs[audience.lists[0]],
        seen=audience_version(campaign),
    )
