"""Follow-up: the segments that stand for whoever got a campaign that was recalled or corrected.

They are made with the draft, are of use once, and lists of segments show them apart.
"""

from collections.abc import Collection

from sqlalchemy import String, cast, literal
from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceSegment
from campaigns.public_archive.tables import CampaignNotice
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from subscribers.segment_tables import MAX_SEGMENT_NAME, Segment
from subscribers.segments import list_segments

GOT = "got campaign "
"""Begins the condition, and the campaign's number ends it."""
_AND = " · "
"""Between number and name of the campaign, in the name of the segment."""


def follow_up_name(original: Campaign) -> str:
    return f"{original.id}{_AND}{original.name}"[:MAX_SEGMENT_NAME]


def follow_up_segments(session: Session) -> list[Segment]:
    condition = literal(GOT).concat(cast(col(CampaignNotice.campaign_id), String))
    of_follow_ups = select(condition).where(col(CampaignNotice.follow_up_id).is_not(None))
    wanted = select(Segment).where(col(Segment.condition).in_(of_follow_ups))
    return list(session.exec(wanted.order_by(col(Segment.id).desc())))


def is_of_whoever_got(segment: Segment) -> bool:
    """Whether it was made for a follow-up, and has its name still: the number and name of the campaign."""
    number = segment.condition.removeprefix(GOT)
    return number != segment.condition and number.isdigit() and segment.name.startswith(f"{number}{_AND}")


def segments_to_choose(session: Session, *, chosen: Collection[int] = ()) -> list[Segment]:
    """All others, and those that are chosen already."""
    apart = {segment.id for segment in follow_up_segments(session)} - set(chosen)
    return [segment for segment in list_segments(session) if segment.id not in apart]


def followed_without_notice(session: Session, follow_up: Campaign) -> list[Campaign]:
    """Those to whose readers it goes as a follow-up, and which no notice says anything of any more. No query where
    it is no follow-up."""
    segments = [row.segment for row in follow_up.audience_segments if not row.is_excluded]
    got = [int(segment.condition.removeprefix(GOT)) for segment in segments if is_of_whoever_got(segment)]
    if not got:
        return []
    has_notice = select(CampaignNotice.campaign_id)
    wanted = select(Campaign).where(col(Campaign.id).in_(got), col(Campaign.id).not_in(has_notice))
    return list(session.exec(wanted.order_by(col(Campaign.id))))


def present_follow_up(session: Session, original: Campaign) -> Campaign | None:
    """The first that was made and not cancelled, also where its notice was removed since."""
    to_them = (
        select(AudienceSegment.campaign_id)
        .join(Segment, col(Segment.id) == col(AudienceSegment.segment_id))
        .where(Segment.condition == f"{GOT}{original.id}", ~col(AudienceSegment.is_excluded))
    )
    wanted = select(Campaign).where(
        col(Campaign.id).in_(to_them), col(Campaign.status) != CampaignStatus.CANCELLED
    )
    return session.exec(wanted.order_by(col(Campaign.id)).limit(1)).first()
