"""Circuit breaker of automations: what one may send by itself, and what is drafted and shown instead. Pure.

An automation sends what an organisation publishes, a piece at a time, on its day. A folder that fills up, an old
archive and something that readers have had already are none of that, and a mail cannot be called back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from campaigns.review.repeats import RepeatedItem
from campaigns.tables import Automation, AutomationMode
from core.errors import InputRefused, Param, Refusal
from core.western_digits import western_digits

TOGETHER = timedelta(minutes=15)
"""Items that come within this time of each other have come at once: copying a folder takes its time, and is read
more than once meanwhile."""
BY_HAND = "campaigns-held-by-hand"
OF_FOLDERS = (AutomationMode.DRAFT, AutomationMode.SEND)
"""What an automation that watches a folder does."""
MAX_AT_ONCE = 100
MAX_DAYS = 3650


@dataclass(frozen=True, slots=True)
class ManualChange:
    """A person's change of an item."""

    name: str
    on: date


@dataclass(frozen=True, slots=True)
class ArrivedItem:
    """A new item, and what came with it."""

    published_on: date
    together: int
    """How many new items the automation has to do with at this time, this one included."""
    repeats: Sequence[RepeatedItem]
    already_in_campaign: datetime | None
    """When a campaign with this very item went out."""
    by_hand: ManualChange | None = None
    """Who last changed it by hand; None where all of it came from the folder."""
    scheduled_that_day: int = 0
    """How many others the automation sends by itself on the day in the future for which this one is dated."""
    missing_approvals: int = 0
    """How many more people have to approve the automation before it sends."""
    lost_approvals: Sequence[Refusal] = ()
    """Whose approval does not count any more, and why."""


@dataclass(frozen=True, slots=True)
class Decision:
    held: tuple[Refusal, ...] = ()
    """Why it is drafted and not sent; empty where it goes out."""
    on: date | None = None
    """The day in the future on which it goes out; none for at once."""


def set_brake(automation: Automation, most_at_once: int, oldest_days: int, at: str) -> None:
    """Raises InputRefused for what cannot be."""
    if not 1 <= most_at_once <= MAX_AT_ONCE:
        raise InputRefused("campaigns-automation-most", limit=MAX_AT_ONCE)
    if not 0 <= oldest_days <= MAX_DAYS:
        raise InputRefused("campaigns-automation-days", limit=MAX_DAYS)
    automation.most_at_once, automation.oldest_days = most_at_once, oldest_days
    automation.send_time = send_time(at).strftime("%H:%M")


def decide(automation: Automation, arrival: ArrivedItem, *, now: datetime, zone: str) -> Decision:
    today = now.astimezone(ZoneInfo(zone)).date()
    held = (
        *_unapproved(arrival),
        *_by_hand(arrival),
        *_repeats(arrival),
        *_too_many(automation, arrival),
        *_too_many_that_day(automation, arrival, today),
        *_too_old(automation, arrival, today, zone),
    )
    return Decision(held, arrival.published_on if arrival.published_on > today else None)


def because_of_repeats(decision: Decision) -> Decision:
    """What holds for one that only drafts: nobody is mailed by a draft, but that it repeats is worth knowing."""
    return Decision(tuple(why for why in decision.held if why.code.startswith("campaigns-held-repeats")))


def is_by_hand(decision: Decision) -> bool:
    return any(why.code == BY_HAND for why in decision.held)


def send_time(text: str) -> time:
    """09:00, by a clock of 24 hours. Raises InputRefused."""
    text = western_digits(text)
    try:
        return time.fromisoformat(text) if len(text) == 5 else _no_time(text)
    except ValueError:
        return _no_time(text)


def _no_time(text: str) -> time:
    raise InputRefused("campaigns-automation-time", value=text[:20])


def _unapproved(arrival: ArrivedItem) -> list[Refusal]:
    if not arrival.missing_approvals:
        return []
    missing = Refusal("", None, "campaigns-held-approvals", {"count": arrival.missing_approvals})
    return [missing, *arrival.lost_approvals]


def _by_hand(arrival: ArrivedItem) -> list[Refusal]:
    """The standing approval is for what the folder brings, not for what somebody who may not approve writes."""
    if arrival.by_hand is None:
        return []
    params: dict[str, Param] = {"name": arrival.by_hand.name, "date": arrival.by_hand.on.isoformat()}
    return [Refusal("", None, BY_HAND, params)]


def _repeats(arrival: ArrivedItem) -> list[Refusal]:
    refusals = [
        Refusal("", None, f"campaigns-held-repeats-{repeat.kind}", repeat.params)
        for repeat in arrival.repeats
        if repeat.is_proof
    ]
    if arrival.already_in_campaign is not None:
        day = arrival.already_in_campaign.date().isoformat()
        refusals.append(Refusal("", None, "campaigns-held-repeats-itself", {"date": day}))
    return refusals


def _too_many(automation: Automation, arrival: ArrivedItem) -> list[Refusal]:
    if arrival.together <= automation.most_at_once:
        return []
    params: dict[str, str | int] = {"count": arrival.together, "limit": automation.most_at_once}
    return [Refusal("", None, "campaigns-held-too-many", params)]


def _too_many_that_day(automation: Automation, arrival: ArrivedItem, today: date) -> list[Refusal]:
    """They go out at the same minute, however far apart they came."""
    if arrival.published_on <= today or arrival.scheduled_that_day < automation.most_at_once:
        return []
    day = arrival.published_on.isoformat()
    return [Refusal("", None, "campaigns-held-day-full", {"date": day, "limit": automation.most_at_once})]


def _too_old(automation: Automation, arrival: ArrivedItem, today: date, zone: str) -> list[Refusal]:
    # A zone behind UTC was a day earlier when the item got its date, or the automation began.
    began = min(automation.created_at.date(), automation.created_at.astimezone(ZoneInfo(zone)).date())
    day = arrival.published_on.isoformat()
    if arrival.published_on < today - timedelta(days=automation.oldest_days):
        return [Refusal("", None, "campaigns-held-old", {"date": day, "days": automation.oldest_days})]
    if arrival.published_on < began:
        return [Refusal("", None, "campaigns-held-before", {"date": day})]
    return []
