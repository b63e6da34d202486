"""Rows of an audience: the lists and segments of a campaign, in and out, as `subscribers.audience.Audience` has
them."""

from collections.abc import Sequence

from sqlmodel import Field, Relationship, Session, SQLModel

from core.db import BigId
from subscribers.audience import Audience, ChosenSegment
from subscribers.segment_tables import Segment


class AudienceList(SQLModel, table=True):
    """A list in a campaign's audience, or one whose readers are kept out of it."""

    __tablename__ = "audience_list"

    campaign_id: int = Field(
        default=None, foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId
    )
    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, index=True, sa_type=BigId)
    is_excluded: bool = False
    position: int


class AudienceSegment(SQLModel, table=True):
    """A segment that a campaign's audience is narrowed to, or one that is kept out of it."""

    __tablename__ = "audience_segment"

    campaign_id: int = Field(
        default=None, foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId
    )
    segment_id: int = Field(foreign_key="segment.id", primary_key=True, index=True, sa_type=BigId)
    is_excluded: bool = False
    segment: Segment = Relationship(sa_relationship_kwargs={"lazy": "joined", "innerjoin": True})


# One more question each for any number of campaigns, and none once the session is over.
LISTS_READ = {
    "lazy": "selectin",
    "order_by": "AudienceList.position",
    "cascade": "all, delete-orphan",
}
SEGMENTS_READ = {
    "lazy": "selectin",
    "order_by": "AudienceSegment.segment_id",
    "cascade": "all, delete-orphan",
}


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


def audience_segments(session: Session, audience: Audience) -> list[AudienceSegment]:
    """New rows, with the segments themselves."""
    segments = [
        *((segment, False) for segment in audience.segments),
        *((segment, True) for segment in audience.excluded_segments),
    ]
    return [
        AudienceSegment(segment_id=chosen.id, segment=session.get_one(Segment, chosen.id), is_excluded=is_excluded)
        for chosen, is_excluded in segments
    ]


def audience_from(lists: Sequence[AudienceList], segments: Sequence[AudienceSegment]) -> Audience:
    """The value of a campaign's rows."""
    return Audience(
        tuple(row.list_id for row in lists if not row.is_excluded),
        tuple(row.list_id for row in lists if row.is_excluded),
        tuple(chosen(row.segment) for row in segments if not row.is_excluded),
        tuple(chosen(row.segment) for row in segments if row.is_excluded),
    )


def chosen(segment: Segment) -> ChosenSegment:
    """As it is at this moment."""
    return ChosenSegment(segment.id, segment.condition)
