"""Audience of a campaign: the lists that it goes to, segments that narrow them, those left out, and its topics,
chosen by staff. A draft again, as by any edit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from campaigns.audience_lists import audience_lists, audience_segments, audience_topics, chosen
from campaigns.editorial.edit import reopen
from campaigns.editorial.stale_edit import audience_version, expect_seen
from campaigns.protected_segments import check_audience
from campaigns.queries import lock_campaign
from campaigns.tables import Campaign, Visibility
from core.errors import InputRefused
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import Audience, ChosenSegment, lists_of
from subscribers.lists import list_by_slug
from subscribers.segments import get_segment
from subscribers.topic_tables import Topic
from subscribers.topics import topic_by_slug


@dataclass(frozen=True, slots=True)
class AudienceChoice:
    """Lists and topics by their slugs, segments by their numbers."""

    lists: Sequence[str]
    """In order: a reader of several is reached by the first, and the first one's name stands in the heading."""
    excluded: Sequence[str] = ()
    topics: Sequence[str] | None = None
    """Whoever said never to each of these gets none; without any it is for everybody. None leaves them."""
    seen: str | None = None
    """The audience that the person had before them (`campaigns.editorial.stale_edit`)."""
    segments: Sequence[int] = ()
    """Only whoever is in one of these gets it; everybody on the lists where there is none."""
    excluded_segments: Sequence[int] = ()


def read_audience(session: Session, choice: AudienceChoice) -> Audience:
    """Raises InputRefused where no list is in, a list or segment is both in and out, or a protected list is mixed
    with another or with a segment that tells of it; NotFound for a list, topic or segment that is not there."""
    lists = [list_by_slug(session, slug) for slug in dict.fromkeys(choice.lists)]
    excluded = [list_by_slug(session, slug) for slug in dict.fromkeys(choice.excluded)]
    if not lists:
        raise InputRefused("campaigns-audience-no-list")
    both = next((row for row in lists if row in excluded), None)
    if both is not None:
        raise InputRefused("campaigns-audience-in-and-out", list=both.name)
    topics = {topic_by_slug(session, slug).id for slug in choice.topics or ()}
    segments, excluded_segments = _segments(session, choice.segments), _segments(session, choice.excluded_segments)
    twice = next((segment for segment in segments if segment in excluded_segments), None)
    if twice is not None:
        name = get_segment(session, twice.id).name
        raise InputRefused("campaigns-audience-segment-in-and-out", segment=name)
    audience = Audience(
        tuple(row.id for row in lists),
        tuple(row.id for row in excluded),
        tuple(sorted(topics)),
        segments,
        excluded_segments,
    )
    check_audience(session, audience)
    return audience


def _segments(session: Session, numbers: Sequence[int]) -> tuple[ChosenSegment, ...]:
    return tuple(chosen(get_segment(session, number)) for number in sorted(set(numbers)))


def choose_audience(
    session: Session, campaign_id: int, choice: AudienceChoice, *, actor: Principal, now: datetime
) -> Campaign:
    """Approvals are void and nothing stays scheduled: whom it goes to is part of what was approved. Choosing the
    audience that it has already changes nothing.

    Raises what `read_audience` does; InputRefused for a protected list where everybody may read the campaign on
    the web, and for a topic that is archived; IllegalTransition once it is on its way; Conflict where the audience
    is not the one that was seen.
    """
    require(actor, Permission.EDIT)
    campaign = lock_campaign(session, campaign_id)
    audience, before = read_audience(session, choice), campaign.audience
    is_protected = any(mailing_list.is_protected for mailing_list in lists_of(session, audience))
    if is_protected and campaign.visibility is Visibility.PUBLIC:
        raise InputRefused("campaigns-audience-public", name=campaign.name)
    if choice.topics is None:
        audience = replace(audience, topics=before.topics)
    _expect_in_use(session, set(audience.topics).difference(before.topics))
    if audience == before:
        return campaign
    expect_seen(choice.seen, audience_version(campaign))
    reopen(session, campaign, {"audience": (before.hashed, audience.hashed)}, actor=actor, now=now)
    campaign.audience_lists, campaign.audience_topics = audience_lists(audience), audience_topics(audience)
    campaign.audience_segments = audience_segments(session, audience)
    session.add(campaign)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.audience_chosen",
        subject=f"campaign:{campaign.id}",
        now=now,
        lists=list(audience.lists),
        excluded=list(audience.excluded),
        topics=list(audience.topics),
        **_segments_recorded(audience),
    )
    return campaign


def _segments_recorded(audience: Audience) -> dict[str, list[int]]:
    """For the audit log."""
    segments = {
        "segments": [segment.id for segment in audience.segments],
        "excluded_segments": [segment.id for segment in audience.excluded_segments],
    }
    return segments if any(segments.values()) else {}


def _expect_in_use(session: Session, topic_ids: Collection[int]) -> None:
    """A campaign keeps a topic that was archived since; no other is given it."""
    for topic_id in sorted(topic_ids):
        topic = session.get_one(Topic, topic_id)
        if topic.archived_at is not None:
            raise InputRefused("campaigns-topic-archived", topic=topic.name)
