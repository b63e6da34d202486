"""Audience: which lists and segments a campaign goes to and of which topics it is, and who that is: the mailing
policy as one set-based SELECT. What it is asked once more for each batch is `subscribers.recheck`."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, literal, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from core.db import BigId
from core.errors import InputRefused
from core.sql import unindexed
from subscribers.audience_sample import SampleRange
from subscribers.lists import get_list
from subscribers.mail_content import DigestOffer, MailContent, ReaderCondition
from subscribers.policy_sql import is_on_any, may_be_mailed
from subscribers.segment_sql import GotCampaign, is_surely_in, may_be_in
from subscribers.segment_text import parse_condition
from subscribers.tables import MailingList, Subscriber, Subscription


@dataclass(frozen=True, slots=True)
class ChosenSegment:
    id: int
    condition: str
    """Its text, as it is at this moment: whoever approves an audience approves that."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a campaign is for: readers of lists, narrowed by segments. Raises ValueError where no list is in, or a
    list or segment stands in it twice."""

    lists: tuple[int, ...]
    """Their ids, in order: whoever is on several gets one copy, through the first of them."""
    excluded: tuple[int, ...] = ()
    """Whoever is on one of these gets none."""
    topics: tuple[int, ...] = ()
    """Whoever said never to each of these gets none. Without any it is for everybody on the lists."""
    segments: tuple[ChosenSegment, ...] = ()
    """Only whoever is in one of these gets it; everybody where there is none."""
    excluded_segments: tuple[ChosenSegment, ...] = ()
    """Whoever is in one of these gets none."""
    digests: tuple[DigestOffer, ...] = ()
    """That bring the same news to whoever chose so, as it is at this moment. Not part of what is approved."""
    for_whom: ReaderCondition | None = field(default=None, compare=False)
    """Where it differs by reader: whether there is anything in it for one, as it is at this moment."""

    def __post_init__(self) -> None:
        if not self.lists or len({*self.lists, *self.excluded}) < len(self.lists) + len(self.excluded):
            raise ValueError("an audience has a list, and each of its lists once")
        numbers = [segment.id for segment in (*self.segments, *self.excluded_segments)]
        if len(set(numbers)) < len(numbers):
            raise ValueError("an audience has each of its segments once")

    @property
    def is_one_list(self) -> bool:
        """Everybody on it."""
        return replace(self, digests=()) == Audience(self.lists[:1])

    @property
    def content(self) -> MailContent:
        """For the policy."""
        return MailContent(self.topics, self.digests, self.for_whom)

    @property
    def hashed(self) -> int | dict[str, list[int] | list[str]]:
        """For a content hash. That of one list is its id, as it was when there was nothing else, and topics and
        segments are in it where there are some: what has been approved stays approved."""
        if self.is_one_list:
            return self.lists[0]
        hashed: dict[str, list[int] | list[str]] = {"lists": list(self.lists), "excluded": sorted(self.excluded)}
        if self.topics:
            hashed["topics"] = sorted(self.topics)
        if self.segments or self.excluded_segments:
            hashed["segments"] = sorted(segment.condition for segment in self.segments)
            hashed["excluded_segments"] = sorted(segment.condition for segment in self.excluded_segments)
        return hashed


def lists_of(session: Session, audience: Audience) -> list[MailingList]:
    """The lists that are in, in their order. Raises NotFound."""
    return [get_list(session, list_id) for list_id in audience.lists]


def first_list(session: Session, audience: Audience) -> MailingList:
    """Whose name and order of languages a campaign has that is written once for all. Raises NotFound."""
    return get_list(session, audience.lists[0])


def check_unmixed(session: Session, audience: Audience) -> None:
    """Raises InputRefused where a protected list is mixed with another, in or out: who is on it would show in who
    gets a copy, and its readers would stand beside others in reports that more people may see."""
    lists = [get_list(session, list_id) for list_id in (*audience.lists, *audience.excluded)]
    protected = next((mailing_list for mailing_list in lists if mailing_list.is_protected), None)
    if protected is not None and len(lists) > 1:
        raise InputRefused("subscribers-protected-list-mixed", list=protected.name)


def audience_of(
    audience: Audience, got_campaign: GotCampaign, *, now: datetime, share: SampleRange | None = None
) -> Select[int, str, str, int]:
    """(subscriber id, address hash, language, list id) of everybody whom the policy lets through, each once and
    with the list they are reached by; for INSERT … SELECT. `share`: of those alone, and the others are not looked
    at."""
    person = (Subscriber.id, Subscriber.address_hash, Subscriber.language)
    # Of few people SQLite would go through all subscriptions, and look each one's person up.
    person_id = unindexed(col(Subscriber.id)) if share else col(Subscriber.id)
    people = (
        select(*person, _reached_by(audience).label("list_id"))
        .join(Subscription, col(Subscription.subscriber_id) == person_id)
        .where(
            is_in(audience.lists, by_person=share is not None), may_be_mailed(now=now, content=audience.content)
        )
    )
    if share:
        people = people.where(share.has())
    if len(audience.lists) > 1:
        people = people.group_by(*map(col, person))
    if audience.excluded:
        people = people.where(~is_on_any(audience.excluded))
    if audience.segments:
        people = people.where(is_in_any(audience.segments, got_campaign))
    if audience.excluded_segments:
        people = people.where(~is_left_out_by_any(audience.excluded_segments, got_campaign))
    return people


def is_in(lists: tuple[int, ...], *, by_person: bool = False) -> ColumnElement[bool]:
    """Of a subscription. `by_person`: there are few people to ask of, and each list has many."""
    list_id = unindexed(col(Subscription.list_id)) if by_person else col(Subscription.list_id)
    return list_id == lists[0] if len(lists) == 1 else list_id.in_(lists)


def _reached_by(audience: Audience) -> ColumnElement[int]:
    """Of the lists that somebody is on, the first in the audience's order."""
    if len(audience.lists) == 1:
        return literal(audience.lists[0], BigId)
    place = case({list_id: place for place, list_id in enumerate(audience.lists)}, value=col(Subscription.list_id))
    return case(
        {place: literal(list_id, BigId) for place, list_id in enumerate(audience.lists)}, value=func.min(place)
    )


def is_in_any(segments: Sequence[ChosenSegment], got_campaign: GotCampaign) -> ColumnElement[bool]:
    """Of a subscriber."""
    return or_(*(is_surely_in(parse_condition(segment.condition), got_campaign) for segment in segments))


def is_left_out_by_any(segments: Sequence[ChosenSegment], got_campaign: GotCampaign) -> ColumnElement[bool]:
    """Of a subscriber."""
    return or_(*(may_be_in(parse_condition(segment.condition), got_campaign) for segment in segments))


def count_audience(
    session: Session,
    audience: Audience,
    got_campaign: GotCampaign,
    *,
    now: datetime,
    share: SampleRange | None = None,
) -> dict[int, dict[str, int]]:
    """How many people would be mailed: list that they are reached by → language → people."""
    return _by_list(
        session.exec(counted_by_language(audience_of(audience, got_campaign, now=now, share=share))).all()
    )


def counted_by_language(audience: Select[int, str, str, int]) -> Select[int, str, int]:
    """Of `audience_of`: list, language, how many."""
    people = audience.subquery()
    # Or SQLite would go through everybody in the order of their languages.
    by = (people.c.list_id, unindexed(people.c.language))
    return select(*by, func.count()).group_by(*by)


def count_audiences(session: Session, *, now: datetime) -> dict[int, dict[str, int]]:
    """The same for every list by itself. A list without any is left out."""
    counts = (
        select(col(Subscription.list_id), col(Subscriber.language), func.count())
        .join(Subscriber, col(Subscriber.id) == col(Subscription.subscriber_id))
        .where(may_be_mailed(now=now))
        .group_by(col(Subscription.list_id), col(Subscriber.language))
    )
    return _by_list(session.exec(counts).all())


def _by_list(counts: Sequence[tuple[int, str, int]]) -> dict[int, dict[str, int]]:
    by_list: dict[int, dict[str, int]] = {}
    for list_id, language, count in counts:
        by_list.setdefault(list_id, {})[language] = count
    return by_list
