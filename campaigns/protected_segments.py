"""Segments and protected lists: a segment that says who is on one, or who got what was for it, stays inside it.

Otherwise who is on it would show in who gets a copy of something else.
"""

from collections.abc import Collection

from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from core.encrypted_columns import keys_of
from core.errors import InputRefused
from subscribers.audience import Audience, check_unmixed, lists_of
from subscribers.segment_condition import (
    Condition,
    GotCampaignCondition,
    OnListCondition,
    TopicCondition,
    tests_of,
)
from subscribers.segment_sql import asks_fields
from subscribers.segment_tables import Segment
from subscribers.segment_text import parse_condition
from subscribers.segments import list_segments
from subscribers.tables import MailingList
from subscribers.topics import asked_nowhere_else


def lists_in_condition(session: Session, condition: Condition) -> list[MailingList]:
    """Lists that the condition names, those that campaigns which it names went to, and protected ones whose
    readers alone choose about a topic that it names. Those that are not there are left out."""
    slugs, campaign_ids, topics = set[str](), set[int](), set[str]()
    for test in tests_of(condition):
        if isinstance(test, OnListCondition):
            slugs.update(test.lists)
        elif isinstance(test, GotCampaignCondition):
            campaign_ids.add(test.campaign_id)
        elif isinstance(test, TopicCondition):
            topics.update(test.topics)
    if topics:
        protected = session.exec(select(MailingList).where(col(MailingList.is_protected))).all()
        slugs.update(row.slug for row in protected if topics & asked_nowhere_else(session, row.id))
    went_to = select(AudienceList.list_id).where(
        col(AudienceList.campaign_id).in_(campaign_ids), ~col(AudienceList.is_excluded)
    )
    is_in_it = col(MailingList.slug).in_(slugs) | col(MailingList.id).in_(went_to)
    return list(session.exec(select(MailingList).where(is_in_it).order_by(col(MailingList.slug))).all())


def protected_lists(session: Session, condition: Condition) -> list[MailingList]:
    return [row for row in lists_in_condition(session, condition) if row.is_protected]


def segments_about(session: Session, mailing_list: MailingList) -> list[Segment]:
    """Those that name it, a campaign that went to it, or a topic about which readers of no other open list
    choose."""
    went_to_it = select(AudienceList.campaign_id).where(
        AudienceList.list_id == mailing_list.id, ~col(AudienceList.is_excluded)
    )
    campaign_ids = set(session.exec(went_to_it))
    topics = asked_nowhere_else(session, mailing_list.id)
    return [
        segment
        for segment in list_segments(session)
        if any(
            _is_about(test, mailing_list.slug, campaign_ids, topics)
            for test in tests_of(parse_condition(segment.condition))
        )
    ]


def _is_about(test: Condition, slug: str, campaign_ids: Collection[int], topics: Collection[str]) -> bool:
    match test:
        case OnListCondition(lists):
            return slug in lists
        case GotCampaignCondition(campaign_id):
            return campaign_id in campaign_ids
        case TopicCondition(asked):
            return not set(asked).isdisjoint(topics)
    return False


def check_audience(session: Session, audience: Audience) -> None:
    """Raises InputRefused where a protected list is mixed with another list, a segment tells of one outside it, or
    asks for what is encrypted of the people on it."""
    check_unmixed(session, audience)
    for segment in (*audience.segments, *audience.excluded_segments):
        condition = parse_condition(segment.condition)
        for protected in protected_lists(session, condition):
            if audience.lists != (protected.id,):
                raise InputRefused("campaigns-segment-protected", list=protected.name)
    if keys_of(session) is not None:
        for protected in lists_asked_for_fields(session, audience):
            raise InputRefused("campaigns-segment-encrypted", list=protected.name)


def lists_asked_for_fields(session: Session, audience: Audience) -> list[MailingList]:
    """Protected lists whose people some segment of the audience picks by their fields: where there is a key, it
    picks nobody, because nobody's fields can be asked."""
    segments = (*audience.segments, *audience.excluded_segments)
    if not any(asks_fields(parse_condition(segment.condition)) for segment in segments):
        return []
    return [row for row in lists_of(session, audience) if row.is_protected]
