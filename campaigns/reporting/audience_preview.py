"""Audience preview: who would get a campaign if it went out now, by language; who would not, and why. And who
is in a segment.

A fixed number of queries. How many are in a segment may be estimated where there are very many; before a campaign
goes out everybody is counted, and nothing that is hashed or launched comes of an estimate. Of a protected list,
readers in the sample are hidden from whoever may not see them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from sqlmodel import Session

from campaigns.frequency.present_audience import present_audience
from campaigns.protected_segments import protected_lists
from campaigns.queries import got_campaign, variants_of
from campaigns.reporting.protected_readers import may_see_readers
from campaigns.review.reach import Reach, reach_of
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from campaigns.weekly_cap import count_over_the_cap
from core.settings import Settings
from staff.principal import Principal
from subscribers.audience import Audience, ChosenSegment, count_audience, lists_of
from subscribers.audience_left_out import LeftOutReason, count_left_out, sample_audience
from subscribers.audience_sample import CountResult, share_for_estimate
from subscribers.list_state import ListPurpose, lists_that_take
from subscribers.queries import people
from subscribers.segment_condition import Condition
from subscribers.segment_text import condition_text
from subscribers.tables import MailingList

SAMPLE_SIZE = 10


@dataclass(frozen=True, slots=True)
class SampleRow:
    address: str | None
    """None: not for this viewer to see."""
    name: str
    language: str
    """The reader's own."""
    list_name: str
    """That they are reached by."""


@dataclass(frozen=True, slots=True)
class AudienceData:
    reach: Reach
    left_out: Mapping[LeftOutReason, int]
    sample: list[SampleRow]
    over_the_cap: int
    """Of those whom it reaches: they have had as many emails this week as there may be (ADR 87)."""
    is_urgent: bool
    """Also whoever chose digests gets it at once."""


def preview_audience(
    session: Session,
    campaign: Campaign,
    audience: Audience,
    *,
    viewer: Principal,
    settings: Settings,
    now: datetime,
) -> AudienceData:
    """`audience`: the campaign's own, or one that somebody thinks of giving it."""
    most = CampaignSettings.of(settings).emails_a_week
    present = present_audience(session, campaign, audience=audience)
    languages = [variant.language for variant in variants_of(session, campaign.id)]
    return AudienceData(
        reach=reach_of(session, campaign, languages, audience=audience, now=now),
        left_out=count_left_out(session, present, got_campaign, now=now),
        sample=_sample(session, present, viewer=viewer, now=now),
        is_urgent=campaign.is_urgent,
        over_the_cap=count_over_the_cap(session, campaign, present, most=most, now=now),
    )


class CountMode(StrEnum):
    ESTIMATE = auto()
    """Whoever only looks, or is still changing it, does not wait: of very many people only some are looked at."""
    EVERYBODY = auto()


@dataclass(frozen=True, slots=True)
class SegmentData:
    lists: list[MailingList]
    """Whose readers are counted."""
    by_language: Mapping[str, int]
    """As they were counted: of an estimate, in a share of one in `one_in`."""
    sample: list[SampleRow]
    one_in: int = 1

    @property
    def count(self) -> CountResult:
        return CountResult(sum(self.by_language.values()), self.one_in)

    @property
    def by_share(self) -> dict[str, float]:
        """Language → share of everybody in it, from 0 to 1."""
        total = sum(self.by_language.values())
        return {language: count / total for language, count in self.by_language.items()}


def preview_segment(
    session: Session,
    condition: Condition,
    *,
    viewer: Principal,
    now: datetime,
    mode: CountMode = CountMode.EVERYBODY,
) -> SegmentData:
    """Who is in it now and may be mailed: through the protected list that it tells of, or else through any other
    list that campaigns go to."""
    lists = protected_lists(session, condition) or [
        row for row in lists_that_take(session, ListPurpose.CAMPAIGN) if not row.is_protected
    ]
    if not lists:
        return SegmentData([], {}, [])
    segment = ChosenSegment(0, condition_text(condition))
    audience = Audience(tuple(row.id for row in lists), segments=(segment,))
    sample = _sample(session, audience, viewer=viewer, now=now)
    share = share_for_estimate(session) if mode is CountMode.ESTIMATE else None
    counts = _by_language(count_audience(session, audience, got_campaign, now=now, share=share))
    return SegmentData(lists, counts, sample, one_in=share.parts if share else 1)


def _by_language(by_list: Mapping[int, Mapping[str, int]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for by_language in by_list.values():
        counts.update(by_language)
    return dict(counts.most_common())


def _sample(session: Session, audience: Audience, *, viewer: Principal, now: datetime) -> list[SampleRow]:
    lists = {mailing_list.id: mailing_list for mailing_list in lists_of(session, audience)}
    sees = all(may_see_readers(mailing_list, viewer) for mailing_list in lists.values())
    sampled = sample_audience(session, audience, got_campaign, limit=SAMPLE_SIZE, now=now)
    readers = people(session, [subscriber_id for subscriber_id, _ in sampled])
    return [
        SampleRow(
            address=readers[subscriber_id].address if sees else None,
            name=readers[subscriber_id].name if sees else "",
            language=readers[subscriber_id].language,
            list_name=lists[list_id].name,
        )
        for subscriber_id, list_id in sampled
        if subscriber_id in readers
    ]
