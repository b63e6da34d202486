"""Audience: how many people on a campaign's lists would get nothing, and why; and a sample of the others.

The reason is the mailing policy's own (`policy.may_mail`), asked once for each combination of states.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum, auto

from sqlalchemy import Select, case, false, func, select, true
from sqlmodel import Session, col

from subscribers.audience import Audience, audience_of, is_in, is_in_any, is_left_out_by_any
from subscribers.audience_sample import draw_share
from subscribers.policy import SkipReason, may_mail
from subscribers.policy_sql import frequency_in_sql, is_for_them, is_on_any, is_paused, is_suppressed
from subscribers.segment_sql import GotCampaign
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from subscribers.topic_tables import Frequency

SAMPLED_FROM = 2_000
"""People."""

# Whoever is on several lists counts once, by the best that they said to any of them.
_BEST_FIRST = (SubscriptionStatus.CONFIRMED, SubscriptionStatus.PENDING, SubscriptionStatus.UNSUBSCRIBED)


class LeftOutReason(StrEnum):
    """Ends the key of its text."""

    PENDING = auto()
    UNSUBSCRIBED = auto()
    SUPPRESSED = auto()
    PAUSED = auto()
    NOT_THEIR_TOPIC = auto()
    IN_WEEKLY_DIGEST = auto()
    IN_MONTHLY_DIGEST = auto()
    NOTHING_FOR_THEM = auto()
    EXCLUDED = auto()
    """May be mailed, and is on a list that is left out."""
    EXCLUDED_SEGMENT = auto()
    """The same, of a segment."""
    IN_NO_SEGMENT = auto()
    """May be mailed, and is in none of the segments that the campaign is narrowed to."""


def count_left_out(
    session: Session, audience: Audience, got_campaign: GotCampaign, *, now: datetime
) -> dict[LeftOutReason, int]:
    """People who are, or were, on a list that is in, and would not be mailed: each once. With those whom
    `count_audience` counts, they are everybody."""
    counts: Counter[LeftOutReason] = Counter()
    states = _by_state(audience, got_campaign, now)
    for place, suppressed, paused, frequency, for_them, *out, count in session.execute(states):
        verdict = may_mail(
            status=_BEST_FIRST[place],
            is_suppressed=suppressed,
            is_paused=paused,
            frequency=frequency,
            is_for_them=for_them,
        )
        reason = _reason(verdict, out)
        if reason is not None:
            counts[reason] += count
    return {reason: counts[reason] for reason in LeftOutReason if counts[reason]}


def sample_audience(
    session: Session, audience: Audience, got_campaign: GotCampaign, *, limit: int, now: datetime
) -> list[tuple[int, int]]:
    """(subscriber id, list id) of some of those who would be mailed: by chance, and the same ones each time."""
    # In a small share there are nearly always enough, and they are those that would be found among everybody.
    share = draw_share(session, size=SAMPLED_FROM)
    for among in (share, None) if share else (None,):
        people = audience_of(audience, got_campaign, now=now, share=among)
        rows = session.exec(people.order_by(col(Subscriber.address_hash)).limit(limit)).all()
        if len(rows) == limit:
            break
    return [(subscriber_id, list_id) for subscriber_id, _, _, list_id in rows]


_OUT = (LeftOutReason.EXCLUDED, LeftOutReason.EXCLUDED_SEGMENT, LeftOutReason.IN_NO_SEGMENT)
"""In the order in which `_by_state` has them."""


def _by_state(
    audience: Audience, got_campaign: GotCampaign, now: datetime
) -> Select[tuple[int, bool, bool, Frequency, bool, bool, bool, bool, int]]:
    rank = case({status: place for place, status in enumerate(_BEST_FIRST)}, value=col(Subscription.status))
    place = rank if len(audience.lists) == 1 else func.min(rank)
    person = col(Subscription.subscriber_id)
    best = select(person.label("person"), place.label("place")).where(is_in(audience.lists))
    people = (best if len(audience.lists) == 1 else best.group_by(person)).subquery()
    excluded = is_on_any(audience.excluded) if audience.excluded else false()
    left_out = audience.excluded_segments
    in_excluded = is_left_out_by_any(left_out, got_campaign) if left_out else false()
    in_segments = is_in_any(audience.segments, got_campaign) if audience.segments else true()
    states = (
        people.c.place,
        is_suppressed().label("suppressed"),
        is_paused(now).label("paused"),
        frequency_in_sql(audience.content).label("frequency"),
        is_for_them(audience.content).label("for_them"),
        excluded.label("excluded"),
        in_excluded.label("in_excluded"),
        (~in_segments).label("in_no_segment"),
    )
    each = select(*states).join(Subscriber, col(Subscriber.id) == people.c.person).subquery()
    return select(*each.c, func.count()).group_by(*each.c)


def _reason(verdict: SkipReason | None, out: Sequence[bool]) -> LeftOutReason | None:
    """By the policy's own word: each of its reasons that somebody on a list can have is one here."""
    if verdict is None:
        return next((reason for reason, applies in zip(_OUT, out, strict=True) if applies), None)
    return LeftOutReason(verdict.value)
