"""Audience preview: who would get a campaign if it went out now, by language; who would not, and why.

A fixed number of queries. Of a protected list, readers in the sample are hidden from whoever may not see them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from campaigns.queries import got_campaign, variants_of
from campaigns.reporting.protected_readers import may_see_readers
from campaigns.review.reach import Reach, reach_of
from campaigns.tables import Campaign
from staff.principal import Principal
from subscribers.audience import Audience, lists_of
from subscribers.audience_left_out import LeftOutReason, count_left_out, sample_audience
from subscribers.queries import people

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


def preview_audience(
    session: Session, campaign: Campaign, audience: Audience, *, viewer: Principal
) -> AudienceData:
    """`audience`: the campaign's own, or one that somebody thinks of giving it."""
    languages = [variant.language for variant in variants_of(session, campaign.id)]
    return AudienceData(
        reach=reach_of(session, campaign, languages, audience=audience),
        left_out=count_left_out(session, audience, got_campaign),
        sample=_sample(session, audience, viewer=viewer),
    )


def _sample(session: Session, audience: Audience, *, viewer: Principal) -> list[SampleRow]:
    lists = {mailing_list.id: mailing_list for mailing_list in lists_of(session, audience)}
    sees = all(may_see_readers(mailing_list, viewer) for mailing_list in lists.values())
    sampled = sample_audience(session, audience, got_campaign, limit=SAMPLE_SIZE)
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
