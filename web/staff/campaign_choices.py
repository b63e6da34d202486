"""What there is to choose from on a campaign's page: languages, templates, who may get a test, what becomes of a
draft."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from campaigns.editorial.duplicate import original_of
from campaigns.frequency.present_audience import present_audience
from campaigns.review.delete_draft import may_be_deleted
from campaigns.review.reach import reach
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.weekly_cap import count_capped
from core.languages import READER_LANGUAGES
from core.settings import Settings
from staff.roles import Permission
from staff.users import who_may
from templates.versions import versions
from web.staff.current_user import CurrentUser

MAX_PEOPLE_SHOWN = 30


def language_choices(
    session: Session, current_user: CurrentUser, campaign: Campaign, *, settings: Settings, now: datetime
) -> dict[str, Any]:
    """Who would get which variant, until the audience is frozen, how many would get one (`getting`: without whom
    the weekly cap leaves out), and what may still be changed about it."""
    may_edit = (campaign.status, CampaignAction.EDIT) in TRANSITIONS and current_user.may(Permission.EDIT)
    audience_reach = reach(session, campaign, now=now) if campaign.launched_at is None else None
    wanted = (
        [*audience_reach.missing, *(fallback.language for fallback in audience_reach.fallbacks), *READER_LANGUAGES]
        if audience_reach
        else []
    )
    addable = [code for code in dict.fromkeys(wanted) if audience_reach and code not in audience_reach.by_variant]
    audience = present_audience(session, campaign)
    over_the_cap = count_capped(session, campaign, audience, settings=settings, now=now) if audience_reach else 0
    return {
        "may_edit": may_edit,
        "reach": audience_reach,
        "over_the_cap": over_the_cap,
        "getting": audience_reach.total - over_the_cap if audience_reach else 0,
        "addable": addable,
    }


def template_choices(session: Session, campaign: Campaign) -> dict[str, Any]:
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


def colleague_choices(session: Session, current_user: CurrentUser) -> dict[str, Any]:
    """Colleagues, oneself first: everybody who works here may get a test."""
    people = who_may(session, Permission.EDIT) if current_user.may(Permission.EDIT) else []
    people.sort(key=lambda user: user.id != current_user.user.id)
    return {"test_people": people[:MAX_PEOPLE_SHOWN]}


def draft_choices(session: Session, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    """What can be done with it as a whole, and what it was made from."""
    is_draft = campaign.status is CampaignStatus.DRAFT
    may_edit = current_user.may(Permission.EDIT)
    return {
        "original": original_of(session, campaign),
        "may_rename": is_draft and may_edit,
        "may_delete": may_edit and may_be_deleted(session, campaign),
    }
