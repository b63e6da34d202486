"""Segments and protected lists: a segment that says who is on one, or who got what was for it, stays inside it.

Otherwise who is on it would show in who gets a copy of something else.
"""

from collections.abc import Collection

from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from core.errors import InputRefused
from subscribers.audience import Audience, check_unmixed
from subscribers.segment_condition import Condition, GotCampaignCondition, OnListCondition, tests_of
from subscribers.segment_tables import Segment
from subscribers.segment_text import parse_condition
from subscribers.segments import list_segments
from subscribers.tables import MailingList


def lists_in_condition(session: Session, condition: Condition) -> list[MailingList]:
    """Lists that the condition names, and those that campaigns which it names went to. Those that are not there
    are left out."""
    slugs, campaign_ids = set[str](), set[int]()
    for test in tests_of(condition):
        if isinstance(test, OnListCondition):
            slugs.update(test.lists)
        elif isinstance(test, GotCampaignCondition):
            campaign_ids.add(test.campaign_id)
    went_to = select(AudienceList.list_id).where(
        col(AudienceList.campaign_id).in_(campaign_ids), ~col(AudienceList.is_excluded)
    )
    is_in_it = col(MailingList.slug).in_(slugs) | col(MailingList.id).in_(went_to)
    return list(session.exec(select(MailingList).where(is_in_it).order_by(col(MailingList.slug))).all())


def protected_lists(session: Session, condition: Condition) -> list[MailingList]:
    return [row for row in lists_in_condition(session, condition) if row.is_protected]


def segments_about(session: Session, mailing_list: MailingList) -> list[Segment]:
    """Those that name it, or a campaign that went to it."""
    went_to_it = select(AudienceList.campaign_id).where(
        AudienceList.list_id == mailing_list.id, ~col(AudienceList.is_excluded)
    )
    campaign_ids = set(session.exec(went_to_it))
    return [
        segment
        for segment in list_segments(session)
        if any(
            _is_about(test, mailing_list.slug, campaign_ids)
            for test in tests_of(parse_condition(segment.condition))
        )
    ]


def _is_about(test: Condition, slug: str, campaign_ids: Collection[int]) -> bool:
    match test:
        case OnListCondition(lists):
            return slug in lists
        case GotCampaignCondition(campaign_id):
            return campaign_id in campaign_ids
    return False


def check_audience(session: Session, audience: Audience) -> None:
    """Raises InputRefused where a protected list is mixed with another list, or a segment tells of one outside
    it."""
    check_unmixed(session, audience)
    for segment in (*audience.segments, *audience.excluded_segments):
        for protected in protected_lists(session, parse_condition(segment.condition)):
            if audience.lists != (protected.id,):
                raise InputRefused("campaigns-segment-protected", list=protected.name)
