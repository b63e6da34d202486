"""A snapshot of a whole machine takes its mark along: then only the provider knows that more has been sent."""

from core.db import Database
from core.generation.counter import read_generation
from core.generation.numbers import given_out
from delivery.events.events import apply_events
from delivery.events.unknown_reports import FAR_AWAY
from tests.conftest import NOON
from tests.delivery.builders import event, launched


def is_held_after(database: Database, sender_id: int, delivery_id: int | None) -> bool:
    with database.write() as session:
        apply_events(session, sender_id, [event(delivery_id)], now=NOON)
    with database.read() as session:
        return read_generation(session).is_quarantined


def test_a_report_about_a_delivery_that_was_never_given_out_holds_the_database_back(database: Database) -> None:
    campaign = launched(database)
    highest = max(campaign.ids)
    assert is_held_after(database, campaign.sender_id, highest + 5)
    if not database.is_sqlite:
        with database.read() as session:
            assert given_out(session)["delivery"] == highest + 5, "nobody else gets that number"


def test_a_report_about_nobody_or_somebody_elses_delivery_does_not(database: Database) -> None:
    campaign = launched(database)
    for delivery_id in (None, campaign.ids[0], max(campaign.ids) + FAR_AWAY + 1):
        assert not is_held_after(database, campaign.sender_id, delivery_id)
