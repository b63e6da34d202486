"""Manage segments: make one, change its condition, delete one that nothing uses.

Its condition is part of what campaigns that use it have had approved: changing it makes drafts of those that have
not gone out, and whoever changed it has a hand in them (ADR 38).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceSegment
from campaigns.editorial.content_changes import record_changes
from campaigns.editorial.edit import reopen
from campaigns.editorial.stale_edit import expect_seen, segment_version
from campaigns.protected_segments import protected_lists
from campaigns.queries import lock_campaign
from campaigns.status import FINAL, TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from core.errors import Conflict, InputRefused
from core.sql import insert_new
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.fields import field_by_word
from subscribers.lists import find_list, unknown_list
from subscribers.segment_condition import (
    Condition,
    FieldTest,
    GotCampaignCondition,
    OnListCondition,
    TagCondition,
    TopicCondition,
    tests_of,
)
from subscribers.segment_fields import expect_fits
from subscribers.segment_tables import Segment
from subscribers.segment_text import condition_text, parse_condition
from subscribers.segments import expect_free, expect_room, get_segment, lock_segment, read_segment_name
from subscribers.tags import tag_by_name
from subscribers.topics import lists_of_topic, topic_by_slug

SEGMENT_CHANGED = "campaign.segment_changed"
"""In the audit log: a campaign is a draft again, because who is in a segment of its audience was changed."""


@dataclass(frozen=True, slots=True)
class SegmentDetails:
    """What a person says of a segment."""

    name: str
    condition: str
    """In the filter language."""
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def read_segment_condition(session: Session, text: str) -> Condition:
    """Raises InputRefused where it cannot be read, tells of two protected lists, or of a campaign that has not
    started, or of a topic that no list asks about, or asks of a field what its type has no answer to; NotFound for
    a list, tag, topic or field that is not there."""
    condition = parse_condition(text)
    for test in tests_of(condition):
        if isinstance(test, OnListCondition):
            _expect_lists(session, test.lists)
        elif isinstance(test, TagCondition):
            for tag in test.tags:
                tag_by_name(session, tag)
        elif isinstance(test, TopicCondition):
            _expect_topics(session, test.topics)
        elif isinstance(test, FieldTest):
            expect_fits(field_by_word(session, test.field), test)
        elif isinstance(test, GotCampaignCondition):
            campaign = session.get(Campaign, test.campaign_id)
            if campaign is None or campaign.launched_at is None:
                raise InputRefused("campaigns-segment-campaign-not-sent", id=test.campaign_id)
    protected = protected_lists(session, condition)
    if len(protected) > 1:
        raise InputRefused("campaigns-segment-two-protected", list=protected[0].name, other=protected[1].name)
    return condition


def add_segment(session: Session, details: SegmentDetails, *, actor: Principal, now: datetime) -> Segment:
    """Raises NotAllowed, what `read_segment_condition` does, and Conflict where the name is taken or there are too
    many."""
    require(actor, Permission.EDIT)
    name = read_segment_name(details.name)
    condition = condition_text(read_segment_condition(session, details.condition))
    expect_room(session)
    values = {"name": name, "condition": condition, "created_at": now}
    made = session.execute(insert_new(session, Segment).returning(col(Segment.id)), [values]).scalar()
    if made is None:
        raise Conflict("subscribers-segment-exists", name=name)
    record_changes(session, f"segment:{made}", {"condition": (None, condition)}, actor=actor.name, now=now)
    _record(session, made, "segment.created", actor=actor, now=now)
    return get_segment(session, made)


def change_segment(
    session: Session, segment_id: int, details: SegmentDetails, *, actor: Principal, now: datetime
) -> list[Campaign]:
    """Returns the campaigns that are drafts again by it.

    Raises NotFound, NotAllowed, what `read_segment_condition` does, and Conflict where it is no longer as it was
    seen, the name is taken, or a campaign with it is about to go out.
    """
    require(actor, Permission.EDIT)
    name = read_segment_name(details.name)
    condition = condition_text(read_segment_condition(session, details.condition))
    # Campaigns first, as whoever submits one takes them.
    under_way = [lock_campaign(session, campaign_id) for campaign_id in _under_way(session, segment_id)]
    segment = lock_segment(session, segment_id)
    before = (segment.name, segment.condition)
    is_change = (name, condition) != before
    expect_seen(details.seen, segment_version(segment), is_change=is_change)
    expect_free(session, name, but=segment.id)
    if not is_change:
        return []
    reopened: list[Campaign] = []
    if condition != segment.condition:
        if not {*_under_way(session, segment_id)} <= {campaign.id for campaign in under_way}:
            raise Conflict("campaigns-changed-by-another")
        reopened = would_reopen(under_way)
        _reopen(session, segment, reopened, actor=actor, now=now)
    segment.name, segment.condition = name, condition
    session.add(segment)
    parts = {"condition": (before[1], condition)}
    record_changes(session, f"segment:{segment.id}", parts, actor=actor.name, now=now)
    _record(session, segment.id, "segment.changed", actor=actor, now=now)
    session.flush()
    return reopened


def remove_segment(session: Session, segment_id: int, *, actor: Principal, now: datetime) -> None:
    """Raises NotFound, NotAllowed; Conflict where a campaign uses it, also one that has been sent: its report says
    whom it was for."""
    require(actor, Permission.EDIT)
    segment = lock_segment(session, segment_id)
    uses = segment_uses(session, segment_id)
    if uses:
        raise Conflict("campaigns-segment-has-campaign", segment=segment.name, name=uses[0].name)
    _record(session, segment.id, "segment.deleted", actor=actor, now=now)
    session.delete(segment)


def segment_uses(session: Session, segment_id: int) -> list[Campaign]:
    """Campaigns with it in their audience, in or out; the newest first."""
    uses = select(Campaign).join(AudienceSegment, col(AudienceSegment.campaign_id) == col(Campaign.id))
    return list(
        session.exec(uses.where(AudienceSegment.segment_id == segment_id).order_by(col(Campaign.id).desc()))
    )


def would_reopen(campaigns: Iterable[Campaign]) -> list[Campaign]:
    """Those that another condition would make drafts again."""
    return [row for row in campaigns if row.launched_at is None and row.status not in _AT_REST]


_AT_REST = FINAL | {CampaignStatus.DRAFT}


def _expect_lists(session: Session, slugs: Iterable[str]) -> None:
    for slug in slugs:
        if find_list(session, slug) is None:
            raise unknown_list(slug)


def _expect_topics(session: Session, slugs: Iterable[str]) -> None:
    for slug in slugs:
        topic = topic_by_slug(session, slug)
        if not lists_of_topic(session, topic.id):
            raise InputRefused("campaigns-segment-topic-not-asked", topic=topic.name)


def _under_way(session: Session, segment_id: int) -> list[int]:
    """Numbers of campaigns whose approved audience depends on it, in the order in which they are locked."""
    uses = select(Campaign.id).join(AudienceSegment, col(AudienceSegment.campaign_id) == col(Campaign.id))
    is_under_way = col(Campaign.launched_at).is_(None) & col(Campaign.status).not_in(_AT_REST)
    rows = uses.where(AudienceSegment.segment_id == segment_id, is_under_way).order_by(col(Campaign.id))
    return list(session.exec(rows))


def _reopen(
    session: Session, segment: Segment, campaigns: Iterable[Campaign], *, actor: Principal, now: datetime
) -> None:
    for campaign in campaigns:
        if (campaign.status, CampaignAction.EDIT) not in TRANSITIONS:
            raise Conflict("campaigns-segment-under-way", segment=segment.name, name=campaign.name)
        reopen(session, campaign, {}, actor=actor, now=now)
        audit.record(
            session,
            actor=actor.name,
            action=SEGMENT_CHANGED,
            subject=f"campaign:{campaign.id}",
            now=now,
            segment=segment.id,
        )


def _record(session: Session, segment_id: int, action: str, *, actor: Principal, now: datetime) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"segment:{segment_id}", now=now)
