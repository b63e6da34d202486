"""Rows of an audience: the lists and segments of a campaign, in and out, and its topics, as
`subscribers.audience.Audience` has them."""

from collections.abc import Sequence

from sqlmodel import Field, Relationship, Session, SQLModel

from core.db import BigId
from subscribers.audience import Audience, ChosenSegment
from subscribers.lists import get_list
from subscribers.segment_tables import Segment

READ_WITH_ITS_CAMPAIGN = {"lazy": "selectin", "cascade": "all, delete-orphan"}
"""One more question for any number of campaigns, and none once the session is over."""


class AudienceList(SQLModel, table=True):
    """A list in a campaign's audience, or one whose readers are kept out of it."""

    __tablename__ = "audience_list"

    campaign_id: int = Field(
        default=None, foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId
    )
    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, index=True, sa_type=BigId)
    is_excluded: bool = False
    position: int
    list_name: str | None = Field(default=None, max_length=120)
    """What it was called when the campaign was submitted: that is approved, and stands in List-Id (RFC 2919),
    whatever it is called since. None in a draft, and of what was submitted before this was kept."""


class AudienceTopic(SQLModel, table=True):
    """A topic of a campaign: whoever said never to each of them is not in its audience."""

    __tablename__ = "audience_topic"

    campaign_id: int = Field(
        default=None, foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId
    )
    topic_id: int = Field(foreign_key="topic.id", primary_key=True, index=True, sa_type=BigId)


class AudienceSegment(SQLModel, table=True):
    """A segment that a campaign's audience is narrowed to, or one that is kept out of it."""

    __tablename__ = "audience_segment"

    campaign_id: int = Field(
        default=None, foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId
    )
    segment_id: int = Field(foreign_key="segment.id", primary_key=True, index=True, sa_type=BigId)
    is_excluded: bool = False
    segment: Segment = Relationship(sa_relationship_kwargs={"lazy": "joined", "innerjoin": True})


def read_rows(
    lists: Sequence[AudienceList], topics: Sequence[AudienceTopic], segments: Sequence[AudienceSegment]
) -> Audience:
    placed = sorted(lists, key=lambda row: row.position)
    numbered = sorted(segments, key=lambda row: row.segment_id)
    return Audience(
        tuple(row.list_id for row in placed if not row.is_excluded),
        tuple(row.list_id for row in placed if row.is_excluded),
        tuple(sorted(row.topic_id for row in topics)),
        tuple(chosen(row.segment) for row in numbered if not row.is_excluded),
        tuple(chosen(row.segment) for row in numbered if row.is_excluded),
    )


def chosen(segment: Segment) -> ChosenSegment:
    """As it is at this moment."""
    return ChosenSegment(segment.id, segment.condition)


def freeze_list_names(session: Session, rows: Sequence[AudienceList]) -> None:
    """Of the lists that it goes to, as they are at this moment."""
    for row in rows:
        row.list_name = None if row.is_excluded else get_list(session, row.list_id).name


def thaw_list_names(rows: Sequence[AudienceList]) -> None:
    for row in rows:
        row.list_name = None


def frozen_list_names(rows: Sequence[AudienceList]) -> dict[int, str]:
    """By list; none of a draft."""
    return {row.list_id: row.list_name for row in rows if row.list_name is not None}


def audience_topics(audience: Audience) -> list[AudienceTopic]:
    """New rows for a new campaign."""
    return [AudienceTopic(topic_id=topic_id) for topic_id in audience.topics]


def audience_segments(session: Session, audience: Audience) -> list[AudienceSegment]:
    """The same, with the segments themselves."""
    segments = [
        *((segment, False) for segment in audience.segments),
        *((segment, True) for segment in audience.excluded_segments),
    ]
    return [
        AudienceSegment(segment_id=chosen.id, segment=session.get_one(Segment, chosen.id), is_excluded=is_excluded)
        for chosen, is_excluded in segments
    ]


def audience_lists(audience: Audience) -> list[AudienceList]:
    """New rows for a new campaign."""
    lists = [
        *((list_id, False) for list_id in audience.lists),
        *((list_id, True) for list_id in audience.excluded),
    ]
    return [
        AudienceList(list_id=list_id, is_excluded=is_excluded, position=position)
        for position, (list_id, is_excluded) in enumerate(lists)
    ]
