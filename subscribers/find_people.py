"""Keyset pagination of people: found by the beginnings of words, or all of them, the newest first.

A page begins after a place in an index, so that the last one is as quick as the first; nothing is counted. Whoever
stands only on lists that are hidden from the viewer is not there for them, whatever they ask.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, literal, select, true, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from core.sql import in_ids
from subscribers.policy_sql import is_suppressed
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, SubscriberWord, Subscription, Suppression

_AFTER_ALL = chr(0x10FFFF)
"""Sorts behind whatever else a word may go on with."""


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    beginnings: tuple[str, ...] = ()
    """As `subscribers.search_words.asked_words` has them: each begins a word of the person."""
    address_hash: str | None = None
    """In place of words: who has that very address."""
    list_id: int | None = None
    status: SubscriptionStatus | None = None
    """On that list: without one it says nothing."""
    language: str | None = None
    is_suppressed: bool | None = None
    hidden_lists: frozenset[int] = frozenset()
    """Lists that the viewer may not know of."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a page ended."""

    subscriber_id: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class ListState:
    name: str
    status: SubscriptionStatus


@dataclass(frozen=True, slots=True)
class PersonResult:
    subscriber_id: int
    address: str
    name: str
    language: str
    created_at: datetime
    is_suppressed: bool
    place: PageMark
    lists: list[ListState] = field(default_factory=list)
    """Those that the viewer may see."""


def find_people(
    session: Session, wanted: PeopleFilter, *, after: PageMark | None = None, limit: int
) -> list[PersonResult]:
    """By the word that was found where words are asked for, else the newest first. Two queries, whatever the
    page."""
    page = _by_word(wanted, after) if wanted.beginnings else _newest(wanted, after)
    people = [
        PersonResult(
            subscriber_id=person.id,
            address=person.address,
            name=person.name,
            language=person.language,
            created_at=person.created_at,
            is_suppressed=barred,
            place=PageMark(person.id, word),
        )
        for person, barred, word in session.execute(page.limit(limit))
    ]
    states = _lists_of(session, [person.subscriber_id for person in people], wanted.hidden_lists)
    for person in people:
        person.lists.extend(states.get(person.subscriber_id, ()))
    return people


def is_visible(session: Session, subscriber_id: int, *, hidden_lists: frozenset[int]) -> bool:
    """Whether a viewer from whom these lists are hidden may know of the person."""
    statement = select(col(Subscriber.id)).where(col(Subscriber.id) == subscriber_id, visible_to(hidden_lists))
    return session.execute(statement).first() is not None


def visible_to(hidden_lists: Collection[int]) -> ColumnElement[bool]:
    """Of a subscriber: whether they have to do with a list that is not hidden."""
    if not hidden_lists:
        return true()
    other = aliased(Subscription)
    return exists().where(col(other.subscriber_id) == col(Subscriber.id), col(other.list_id).not_in(hidden_lists))


def conditions_of(wanted: PeopleFilter) -> list[ColumnElement[bool]]:
    """All of it but the state on a list, of a subscriber: for whoever goes through them in another order."""
    has_words = [_has_word(beginning) for beginning in wanted.beginnings]
    return [*_conditions(wanted), *has_words, *([is_suppressed()] if wanted.is_suppressed else [])]


def _newest(wanted: PeopleFilter, after: PageMark | None) -> "Select[Subscriber, bool, str]":
    """Led by the list where one is asked for, in the order of its index: whoever is in a rare state is few there,
    and far between among everybody."""
    page = select(Subscriber, is_suppressed(), literal("")).where(*_conditions(wanted))
    whose: Any = col(Subscriber.id)
    if wanted.list_id is not None:
        whose = col(Subscription.subscriber_id)
        page = page.join(Subscription, whose == col(Subscriber.id)).where(*_on_the_list(wanted))
    if wanted.is_suppressed:
        # Led by those, who are few, as long as the database thinks so.
        page = page.where(col(Subscriber.address_hash).in_(select(col(Suppression.address_hash))))
    if after is not None:
        page = page.where(whose < after.subscriber_id)
    return page.order_by(whose.desc())


def _by_word(wanted: PeopleFilter, after: PageMark | None) -> "Select[Subscriber, bool, str]":
    """Led by the first word, whose index has the page's order; each person once, with the first that fits."""
    first, *others = wanted.beginnings
    earlier = aliased(SubscriberWord)
    word, whose = col(SubscriberWord.word), col(SubscriberWord.subscriber_id)
    page = (
        select(Subscriber, is_suppressed(), word)
        .join(SubscriberWord, whose == col(Subscriber.id))
        .where(
            _begins(word, first),
            ~exists().where(
                col(earlier.subscriber_id) == whose, _begins(col(earlier.word), first), col(earlier.word) < word
            ),
            *(_has_word(other) for other in others),
            *_conditions(wanted),
            *([is_suppressed()] if wanted.is_suppressed else []),
            *([_is_on_the_list(wanted)] if wanted.list_id is not None else []),
        )
        .order_by(word, whose)
    )
    if after is not None:
        # The first part is what SQLite's index goes by.
        page = page.where(word >= after.word, tuple_(word, whose) > tuple_(after.word, after.subscriber_id))
    return page


def _has_word(beginning: str) -> ColumnElement[bool]:
    other = aliased(SubscriberWord)
    return exists().where(col(other.subscriber_id) == col(Subscriber.id), _begins(col(other.word), beginning))


def _begins(word: Any, beginning: str) -> ColumnElement[bool]:
    begins: ColumnElement[bool] = (word >= beginning) & (word < beginning + _AFTER_ALL)
    return begins


def _conditions(wanted: PeopleFilter) -> list[ColumnElement[bool]]:
    conditions = [visible_to(wanted.hidden_lists)]
    if wanted.address_hash is not None:
        conditions.append(col(Subscriber.address_hash) == wanted.address_hash)
    if wanted.language is not None:
        conditions.append(col(Subscriber.language) == wanted.language)
    if wanted.is_suppressed is False:
        conditions.append(~is_suppressed())
    return conditions


def _on_the_list(wanted: PeopleFilter) -> list[ColumnElement[bool]]:
    conditions = [
        col(Subscription.list_id) == wanted.list_id,
        col(Subscription.list_id).not_in(wanted.hidden_lists),
    ]
    return [*conditions, col(Subscription.status) == wanted.status] if wanted.status is not None else conditions


def _is_on_the_list(wanted: PeopleFilter) -> ColumnElement[bool]:
    return exists().where(col(Subscription.subscriber_id) == col(Subscriber.id), *_on_the_list(wanted))


def _lists_of(
    session: Session, subscriber_ids: Collection[int], hidden_lists: Collection[int]
) -> dict[int, list[ListState]]:
    statement = (
        select(col(Subscription.subscriber_id), col(MailingList.name), col(Subscription.status))
        .join(MailingList, col(MailingList.id) == col(Subscription.list_id))
        .where(
            in_ids(session, col(Subscription.subscriber_id), subscriber_ids),
            col(MailingList.id).not_in(hidden_lists),
        )
        .order_by(col(MailingList.name))
    )
    states = defaultdict(list)
    for subscriber_id, name, status in session.execute(statement):
        states[subscriber_id].append(ListState(name, status))
    return states
