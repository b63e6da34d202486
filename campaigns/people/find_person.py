"""Find people for staff: by an address, by the beginnings of words, by list, state and language.

What is typed goes into no log and no audit entry. A whole address is looked up by its keyed hash, also one that
somebody had before; whom it finds was viewed (ADR 94).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from campaigns.people.visible_person import hidden_lists
from core.addresses import address_hash
from core.errors import InputRefused
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.find_people import PageMark, PeopleFilter, PersonResult, find_people
from subscribers.former_addresses import person_now
from subscribers.lists import find_list, list_lists, unknown_list
from subscribers.person import read_address, read_language
from subscribers.queries import ListedSubscriber, list_subscribers
from subscribers.search_words import asked_words
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList

MAX_TEXT = 320


@dataclass(frozen=True, slots=True)
class PeopleRequest:
    """As it was typed and chosen; empty is no condition."""

    text: str = ""
    list_slug: str = ""
    status: str = ""
    language: str = ""
    suppressed: str = ""
    """`yes` or `no`."""


@dataclass(frozen=True, slots=True)
class PeoplePage:
    people: Sequence[PersonResult]
    further: PageMark | None
    """Where there are more: what to ask for next."""
    by_address: int | None = None
    """Who was found by a whole address."""


def search_people(
    session: Session,
    question: PeopleRequest,
    *,
    viewer: Principal,
    secret: str,
    after: PageMark | None = None,
    limit: int,
) -> PeoplePage:
    """Raises NotAllowed, NotFound for a list that the viewer knows nothing of, InputRefused."""
    require(viewer, Permission.SERVE_SUBSCRIBERS)
    wanted = read_request(session, question, viewer=viewer, secret=secret)
    people = find_people(session, wanted, after=after, limit=limit + 1)
    further = people[limit - 1].place if len(people) > limit else None
    by_address = people[0].subscriber_id if wanted.address_hash and people else None
    return PeoplePage(people[:limit], further, by_address)


def lists_to_choose(session: Session, viewer: Principal) -> list[MailingList]:
    hidden = hidden_lists(session, viewer)
    return [mailing_list for mailing_list in list_lists(session) if mailing_list.id not in hidden]


def read_request(session: Session, question: PeopleRequest, *, viewer: Principal, secret: str) -> PeopleFilter:
    """Raises NotFound for a list that the viewer knows nothing of, InputRefused."""
    hidden = hidden_lists(session, viewer)
    text = question.text.strip()[:MAX_TEXT]
    whole = _hash_of_address(text, secret=secret)
    if whole and (had_it := person_now(session, whole)):
        whole = had_it.address_hash
    list_id = _list_id(session, question.list_slug, hidden) if question.list_slug else None
    if question.status and list_id is None:
        list_id = _only_list(session, hidden)
    return PeopleFilter(
        beginnings=() if whole else asked_words(text),
        address_hash=whole,
        list_id=list_id,
        status=_status(question.status) if question.status else None,
        language=read_language(question.language) if question.language else None,
        is_suppressed=question.suppressed == "yes" if question.suppressed in ("yes", "no") else None,
        hidden_lists=hidden,
    )


def _hash_of_address(text: str, *, secret: str) -> str | None:
    """None: it is not a whole address."""
    if "@" not in text:
        return None
    try:
        return address_hash(read_address(text), secret=secret)
    except InputRefused:
        return None


def listed_people(
    session: Session, viewer: Principal, *, list_slug: str | None, after_id: int | None, limit: int
) -> list[ListedSubscriber]:
    """In order of their numbers, by the rule of the pages: whoever stands only on protected lists is there for
    nobody who may not see them. Raises NotAllowed, NotFound."""
    require(viewer, Permission.SERVE_SUBSCRIBERS)
    hidden = hidden_lists(session, viewer)
    return list_subscribers(session, list_slug=list_slug, after_id=after_id, limit=limit, hidden_lists=hidden)


def _list_id(session: Session, slug: str, hidden: frozenset[int]) -> int:
    mailing_list = find_list(session, slug)
    if mailing_list is None or mailing_list.id in hidden:
        raise unknown_list(slug)
    return mailing_list.id


def _only_list(session: Session, hidden: frozenset[int]) -> int:
    """Which is meant where a state is asked for without a list. Raises InputRefused where there are more."""
    ids = [mailing_list.id for mailing_list in list_lists(session) if mailing_list.id not in hidden]
    match ids:
        case [only]:
            return only
        case _:
            raise InputRefused("campaigns-people-status-of-list")


def _status(text: str) -> SubscriptionStatus:
    if text not in tuple(SubscriptionStatus):
        raise InputRefused("campaigns-people-status-unknown", known=", ".join(SubscriptionStatus))
    return SubscriptionStatus(text)
