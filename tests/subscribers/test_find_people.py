"""Pages of people: what is asked for is found, each person once, whatever the length of a page; and the hidden are
not there."""

from dataclasses import replace
from itertools import pairwise

import pytest
from sqlmodel import Session, col, select

from core.addresses import EmailAddress
from core.db import Database
from subscribers.find_people import PageMark, PeopleFilter, PersonResult, find_people, is_visible
from subscribers.lists import create_list
from subscribers.preferences import change_person
from subscribers.search_words import asked_words
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, Subscriber, SubscriberWord, SuppressionReason
from tests.conftest import NOON
from tests.subscribers.conftest import SECRET, hash_of

NAMES = ("Ana Novak", "Andrej Anžič", "Žana Kos", "Novica Novak", "Ana", "محمد علي")
EVERYBODY = PeopleFilter()


@pytest.fixture
def lists(database: Database) -> tuple[int, int]:
    """An open list, and a protected one. Everybody is on the first, the last two on both, and one more on the
    second alone."""
    with database.write() as session:
        made = create_list(session, slug="bulletin", name="Bilten", now=NOON).id
        protected = create_list(session, slug="shelter", name="Shelter", now=NOON, is_protected=True).id
        for place, name in enumerate(NAMES):
            joins(session, f"reader{place}@example.org", name, made, language="sl" if place else "en")
        for place in (4, 5):
            joins(session, f"reader{place}@example.org", NAMES[place], protected)
        joins(session, "hidden@example.net", "Ana Hidden", protected)
    return made, protected


def joins(session: Session, address: str, name: str, list_id: int, language: str = "sl") -> int:
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", language, "page")
    request = SubscriptionRequest(address, name, list_id, proof)
    asked = request_subscription(session, request, now=NOON, secret=SECRET).subscriber_id
    yes = replace(proof, method=ConsentMethod.CONFIRMATION_LINK)
    confirm(session, subscriber_id=asked, list_id=list_id, proof=yes, now=NOON)
    return asked


def all_pages(session: Session, wanted: PeopleFilter, *, length: int = 50) -> list[PersonResult]:
    """All pages, one after the other."""
    people: list[PersonResult] = []
    after: PageMark | None = None
    while page := find_people(session, wanted, after=after, limit=length):
        people += page
        after = page[-1].place
    return people


def names(people: list[PersonResult]) -> list[str]:
    return [person.name for person in people]


@pytest.mark.parametrize("length", [1, 2, 50])
def test_everybody_is_found_once_by_whatever_begins_their_words(
    database: Database, lists: tuple[int, int], length: int
) -> None:
    with database.read() as session:
        assert names(all_pages(session, EVERYBODY, length=length)) == ["Ana Hidden", *reversed(NAMES)]
        for text, wanted in (
            ("an", {"Ana Hidden", "Ana Novak", "Andrej Anžič", "Ana"}),
            ("ana nov", {"Ana Novak"}),
            ("nov", {"Ana Novak", "Novica Novak"}),
            ("zana", {"Žana Kos"}),
            ("محمد", {"محمد علي"}),
            ("example.net", {"Ana Hidden"}),
            ("reader1", {"Andrej Anžič"}),
            ("nobody", set()),
        ):
            people = all_pages(session, PeopleFilter(beginnings=asked_words(text)), length=length)
            assert set(names(people)) == wanted, text
            assert len(people) == len(wanted), text
            places = [(person.place.word, person.place.subscriber_id) for person in people]
            assert all(earlier < later for earlier, later in pairwise(places))


def test_each_filter_leaves_out_whoever_is_otherwise(database: Database, lists: tuple[int, int]) -> None:
    bulletin, protected = lists
    with database.write() as session:
        unsubscribe(session, subscriber_id=1, list_id=bulletin, method=ConsentMethod.STAFF, evidence="", now=NOON)
        bounced = hash_of("reader1@example.org")
        suppress(session, address_hash=bounced, reason=SuppressionReason.BOUNCED, detail="", now=NOON)
    with database.read() as session:
        left = SubscriptionStatus.UNSUBSCRIBED
        assert names(all_pages(session, PeopleFilter(language="en"))) == ["Ana Novak"]
        assert names(all_pages(session, PeopleFilter(is_suppressed=True))) == ["Andrej Anžič"]
        assert "Andrej Anžič" not in names(all_pages(session, PeopleFilter(is_suppressed=False)))
        assert names(all_pages(session, PeopleFilter(status=left, list_id=bulletin))) == ["Ana Novak"]
        assert names(all_pages(session, PeopleFilter(beginnings=("an",), status=left, list_id=bulletin))) == [
            "Ana Novak"
        ]
        assert all_pages(session, PeopleFilter(status=left, list_id=protected)) == []
        assert names(all_pages(session, PeopleFilter(beginnings=("an",), is_suppressed=True))) == ["Andrej Anžič"]
        assert names(all_pages(session, PeopleFilter(list_id=protected))) == ["Ana Hidden", NAMES[5], NAMES[4]]
        assert names(all_pages(session, PeopleFilter(beginnings=("an",), language="en"))) == ["Ana Novak"]
        assert names(all_pages(session, PeopleFilter(address_hash=bounced))) == ["Andrej Anžič"]
        [andrej] = all_pages(session, PeopleFilter(address_hash=bounced))
        assert (andrej.is_suppressed, [state.name for state in andrej.lists]) == (True, ["Bilten"])


def test_from_whom_a_list_is_hidden_learns_nothing_of_it(database: Database, lists: tuple[int, int]) -> None:
    hidden = frozenset({lists[1]})
    with database.read() as session:
        people = all_pages(session, PeopleFilter(hidden_lists=hidden))
        assert names(people) == list(reversed(NAMES)), "and nobody who is on the hidden list alone"
        assert {state.name for person in people for state in person.lists} == {"Bilten"}
        assert all_pages(session, PeopleFilter(hidden_lists=hidden, list_id=lists[1])) == []
        assert all_pages(session, PeopleFilter(hidden_lists=hidden, beginnings=("hidden",))) == []
        assert (
            all_pages(session, PeopleFilter(hidden_lists=hidden, address_hash=hash_of("hidden@example.net"))) == []
        )
        hidden_person = session.exec(select(Subscriber.id).where(Subscriber.name == "Ana Hidden")).one()
        assert [is_visible(session, person_id, hidden_lists=hidden) for person_id in (1, hidden_person)] == [
            True,
            False,
        ]


def test_a_new_name_is_found_and_the_old_one_is_not(database: Database, lists: tuple[int, int]) -> None:
    with database.write() as session:
        change_person(session, 1, name="Rosa Šega", language="sl")
    with database.write() as session:
        assert names(all_pages(session, PeopleFilter(beginnings=("sega",)))) == ["Rosa Šega"]
        assert "Rosa Šega" not in names(all_pages(session, PeopleFilter(beginnings=("novak",))))
        session.delete(session.get_one(Subscriber, 1))
        session.flush()
        assert session.exec(select(SubscriberWord).where(col(SubscriberWord.subscriber_id) == 1)).all() == []


def test_an_address_is_not_a_pattern(database: Database, lists: tuple[int, int]) -> None:
    assert EmailAddress.parse("reader1@example.org")
    with database.read() as session:
        for text in ("%", "__", "re%er", "'; --", "\\"):
            assert all_pages(session, PeopleFilter(beginnings=(text,))) == []
