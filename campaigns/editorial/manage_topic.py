"""Manage a topic: make it, name it in each language, offer it on lists, archive it, delete it.

Its name stands in the mails of every draft with news about it, and so in the ledger of who changed what (ADR 38).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceTopic
from campaigns.editorial.content_changes import record_changes
from campaigns.editorial.stale_edit import expect_seen, topic_version
from campaigns.tables import Campaign
from core.errors import Conflict
from core.fold_text import fold_text
from news.slug import slugified
from news.tables import NewsText
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.journal import note_topic_deleted
from subscribers.lists import list_by_slug, list_lists
from subscribers.segment_condition import TopicCondition, tests_of
from subscribers.segment_tables import Segment
from subscribers.segment_text import parse_condition
from subscribers.segments import list_segments
from subscribers.topic_tables import Topic
from subscribers.topics import (
    MAX_SLUG,
    create_topic,
    is_chosen,
    lists_of_topic,
    lock_topic,
    offer_topic,
    read_topic_name,
    read_topic_names,
    save_topic,
    topics_by_word,
)


@dataclass(frozen=True, slots=True)
class TopicDetails:
    """What a person says of a topic; None leaves it as it is."""

    name: str | None = None
    names: Mapping[str, str] | None = None
    """By language."""
    lists: Collection[str] | None = None
    """Short names of the lists whose readers may choose about it. Of a new topic None means every list but the
    protected ones."""
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def add_topic(session: Session, slug: str, details: TopicDetails, *, actor: Principal, now: datetime) -> Topic:
    """`slug` empty: made of the name. Raises NotAllowed; InputRefused for a name that cannot be used; NotFound for
    a list; Conflict where a word means another topic."""
    require(actor, Permission.MANAGE_LISTS)
    name = read_topic_name(details.name or "")
    slug = slug.strip() or slugified(name)[:MAX_SLUG].strip("-")
    topic = create_topic(session, slug=slug, name=name, names=details.names or {}, now=now)
    wanted = details.lists
    if wanted is None:
        wanted = [row.slug for row in list_lists(session) if not row.is_protected]
    offer_topic(session, topic.id, _ids(session, wanted))
    parts = {"name": (None, topic.name), "names": (None, topic.names)}
    record_changes(session, f"topic:{topic.id}", parts, actor=actor.name, now=now)
    _record(session, topic, "topic.created", actor=actor, now=now, slug=slug)
    return topic


def change_topic(session: Session, slug: str, details: TopicDetails, *, actor: Principal, now: datetime) -> Topic:
    """News that was about it under its old name stays about it. Raises NotFound, NotAllowed; InputRefused for a
    name that cannot be used; Conflict where it is no longer as it was seen, or a word means another topic."""
    require(actor, Permission.MANAGE_LISTS)
    topic = lock_topic(session, slug)
    offered = _offered(session, topic)
    before = (topic.name, dict(topic.names), offered)
    name = before[0] if details.name is None else read_topic_name(details.name)
    names = read_topic_names(before[1] if details.names is None else details.names, name=name)
    lists = offered if details.lists is None else sorted(set(details.lists))
    is_change = (name, names, lists) != before
    expect_seen(details.seen, topic_version(topic, offered), is_change=is_change)
    if not is_change:
        return topic
    topic.name, topic.names = name, names
    save_topic(session, topic)
    offer_topic(session, topic.id, _ids(session, lists))
    parts = {"name": (before[0], name), "names": (before[1], names)}
    record_changes(session, f"topic:{topic.id}", parts, actor=actor.name, now=now)
    _record(session, topic, "topic.changed", actor=actor, now=now, lists=lists)
    return topic


def archive_topic(session: Session, slug: str, *, is_archived: bool, actor: Principal, now: datetime) -> Topic:
    """No campaign is given it any more, and no reader chooses about it. Campaigns that have it, and what readers
    have chosen, stay as they are. Doing it twice is doing it once. Raises NotFound, NotAllowed."""
    require(actor, Permission.MANAGE_LISTS)
    topic = lock_topic(session, slug)
    if (topic.archived_at is not None) == is_archived:
        return topic
    topic.archived_at = now if is_archived else None
    save_topic(session, topic)
    _record(session, topic, "topic.archived" if is_archived else "topic.opened", actor=actor, now=now)
    return topic


def remove_topic(session: Session, slug: str, *, actor: Principal, now: datetime) -> None:
    """Raises NotFound, NotAllowed; Conflict where a campaign has it, a reader has chosen about it, or a segment
    names it."""
    require(actor, Permission.MANAGE_LISTS)
    topic = lock_topic(session, slug)
    campaign = session.exec(
        select(Campaign).join(AudienceTopic).where(AudienceTopic.topic_id == topic.id).order_by(col(Campaign.id))
    ).first()
    if campaign is not None:
        raise Conflict("campaigns-topic-has-campaign", topic=topic.name, name=campaign.name)
    if is_chosen(session, topic.id):
        raise Conflict("campaigns-topic-chosen", topic=topic.name)
    segment = next((row for row in list_segments(session) if _names(row, topic.slug)), None)
    if segment is not None:
        raise Conflict("campaigns-topic-has-segment", topic=topic.name, segment=segment.name)
    _record(session, topic, "topic.deleted", actor=actor, now=now, slug=slug)
    note_topic_deleted(session, topic.id)
    session.delete(topic)
    session.flush()


def is_removable(session: Session, topic: Topic) -> bool:
    """Whether no campaign has it, no reader has chosen anything about it, and no segment names it."""
    in_campaign = session.exec(select(AudienceTopic.topic_id).where(AudienceTopic.topic_id == topic.id).limit(1))
    is_used = in_campaign.first() is not None or is_chosen(session, topic.id)
    return not is_used and not any(_names(segment, topic.slug) for segment in list_segments(session))


def _names(segment: Segment, slug: str) -> bool:
    tests = tests_of(parse_condition(segment.condition))
    return any(isinstance(test, TopicCondition) and slug in test.topics for test in tests)


def suggested_topics(session: Session, *, limit: int) -> list[str]:
    """Words by which news says what it is about, and which mean no topic: what staff may want to make one of. As
    they were written last, by their letters."""
    written = session.exec(select(NewsText.topic).where(NewsText.topic != "").distinct().limit(limit)).all()
    known = topics_by_word(session, written)
    return sorted((word for word in written if word not in known), key=fold_text)


def _offered(session: Session, topic: Topic) -> list[str]:
    ids = lists_of_topic(session, topic.id)
    return sorted(row.slug for row in list_lists(session) if row.id in ids)


def _ids(session: Session, slugs: Collection[str]) -> list[int]:
    return [list_by_slug(session, slug).id for slug in slugs]


def _record(
    session: Session, topic: Topic, action: str, *, actor: Principal, now: datetime, **detail: object
) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"topic:{topic.id}", now=now, **detail)
