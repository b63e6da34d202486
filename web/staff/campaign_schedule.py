"""When a campaign goes out, on its page: quick choices, what else goes out around then, the time to undo, and how
fast it goes."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from campaigns.local_time import HappensTwice
from campaigns.reporting.month_calendar import going_out
from campaigns.reporting.pace import pace_of
from campaigns.review.publish import has_link_to_page
from campaigns.review.quick_times import quick_choices, undo_seconds_left
from campaigns.settings import CampaignSettings
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, Visibility
from core.errors import BiltenError
from core.i18n import clock_time
from core.utc_offset import offset_name
from staff.roles import Permission
from web.http.app_context import AppContext
from web.staff.current_user import CurrentUser

AROUND = timedelta(days=7)
"""What else goes out is shown for so long from now, or from the time that is set."""
JUST_BEFORE = timedelta(days=1)
MAX_AROUND = 5
TO_SCHEDULE = (CampaignStatus.APPROVED, CampaignStatus.SCHEDULED)


def schedule_choices(
    session: Session, context: AppContext, current_user: CurrentUser, campaign: Campaign
) -> dict[str, Any]:
    now, language = context.clock.now(), current_user.user.language
    undo_left = _undo_left(context, campaign, now=now)
    is_asked = campaign.status in TO_SCHEDULE and undo_left is None and current_user.may(Permission.SCHEDULE)
    values: dict[str, Any] = {
        "undo_left": undo_left,
        "quick_times": _quick_times(context, language, now) if is_asked else [],
        "around": _around(session, campaign, now=now) if is_asked else [],
        "max_around": MAX_AROUND,
        "is_link_dead": campaign.visibility is Visibility.NONE and has_link_to_page(session, campaign),
    }
    if undo_left is not None:
        # There is one thing to press, and nothing else that would take it back unseen.
        values["may_edit"] = False
    return values


def pace_text(
    session: Session, context: AppContext, language: str, campaign: Campaign, *, waiting: int
) -> str | None:
    """How fast it goes and how long it still takes; None while it does not go."""
    pace = pace_of(session, campaign, waiting=waiting, now=context.clock.now())
    if pace is None:
        return None
    text = context.pages.texts.text
    if pace.minutes_left is None:
        return text(language, "web-pace-none")
    key = "hours" if pace.minutes_left > 90 else "minutes"
    left = -(-pace.minutes_left // 60) if key == "hours" else pace.minutes_left
    return (
        f"{text(language, 'web-pace-rate', rate=pace.per_minute)} {text(language, f'web-pace-{key}', count=left)}"
    )


def both_times(context: AppContext, language: str, error: BiltenError) -> list[dict[str, str]]:
    """The two of a time that clocks show twice, to choose from; none unless that is what was refused."""
    if not isinstance(error, HappensTwice):
        return []
    text = context.pages.texts.text
    return [
        {
            "value": offset_name(at),
            "label": text(
                language,
                f"web-schedule-{which}",
                time=clock_time(at.time(), language),
                offset=offset_name(at),
            ),
        }
        for which, at in zip(("first", "second"), error.both, strict=True)
    ]


def _undo_left(context: AppContext, campaign: Campaign, *, now: datetime) -> int | None:
    if campaign.status is not CampaignStatus.SCHEDULED:
        return None
    window = CampaignSettings.of(context.settings).undo_window
    return undo_seconds_left(campaign.scheduled_at, window=window, now=now)


def _quick_times(context: AppContext, language: str, now: datetime) -> list[dict[str, str]]:
    return [
        {
            "value": choice.local.strftime("%Y-%m-%dT%H:%M"),
            "label": context.pages.texts.text(
                language,
                f"web-quick-{choice.name}",
                date=choice.local.date().isoformat(),
                time=clock_time(choice.local.time(), language),
            ),
        }
        for choice in quick_choices(now, zone=context.settings.time_zone)
    ]


def _around(session: Session, campaign: Campaign, *, now: datetime) -> list[Any]:
    at = campaign.scheduled_at or now
    return going_out(session, min(at, now) - JUST_BEFORE, at + AROUND, limit=MAX_AROUND + 1, but=campaign.id)
