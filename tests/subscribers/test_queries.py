"""Looking at subscribers, a page at a time."""

import pytest

from core.db import Database
from core.errors import NotFound
from subscribers.lists import create_list
from subscribers.queries import get_subscriber, list_subscribers
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, SuppressionReason
from tests.conftest import NOON
from tests.subscribers.conftest import SECRET, hash_of


def reconcile(database: Database, list_id: int) -> int:
    """Four people: p0 to p2 on the list, p3 on another, whose id is returned."""
    with database.write() as session:
        other = create_list(session, slug="reports", name="Poročila", now=NOON).id
        for number in range(4):
            request_subscription(
                session,
                SubscriptionRequest(
                    address=f"p{number}@example.org",
                    name=f"P {number}",
                    list_id=list_id if number < 3 else other,
                    proof=ConsentProof(method=ConsentMethod.STAFF, wording="Da.", language="sl", evidence="paper"),
                ),
                now=NOON,
                secret=SECRET,
            )
        detail = "550 unknown"
        suppress(
            session,
            address_hash=hash_of("p1@example.org"),
            reason=SuppressionReason.BOUNCED,
            detail=detail,
            now=NOON,
        )
    return other


def test_pages_of_a_list_follow_each_other_without_gap_or_overlap(database: Database, list_id: int) -> None:
    reconcile(database, list_id)
    with database.read() as session:
        first = list_subscribers(session, list_slug="bulletin", limit=2)
        rest = list_subscribers(session, list_slug="bulletin", after_id=first[-1].subscriber_id, limit=2)
    assert [person.address for person in first + rest] == [f"p{number}@example.org" for number in range(3)]
    assert {person.status for person in first + rest} == {SubscriptionStatus.PENDING}
    assert [person.is_suppressed for person in first + rest] == [False, True, False]


def test_without_a_list_everybody_is_shown_once(database: Database, list_id: int) -> None:
    reconcile(database, list_id)
    with database.read() as session:
        everybody = list_subscribers(session, limit=10)
    assert [person.name for person in everybody] == ["P 0", "P 1", "P 2", "P 3"]
    assert {person.status for person in everybody} == {None}


def test_an_unknown_list_and_an_unknown_person_are_said_to_be_so(database: Database) -> None:
    with database.read() as session:
        with pytest.raises(NotFound):
            list_subscribers(session, list_slug="nope", limit=1)
        with pytest.raises(NotFound):
            get_subscriber(session, 404)
