"""Restore detection by what providers report: a delivery that was sent, and that this database never gave out.

A snapshot of a whole machine takes its mark and its journal along. Then only the far side knows what has happened.
"""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from core.generation.counter import read_generation, set_quarantine
from core.generation.numbers import given_out, raise_numbers
from core.logging import get_logger
from delivery.tables import Delivery

log = get_logger(__name__)

UNKNOWN_REPORT = "unknown_report"
FAR_AWAY = 10_000_000
"""A number so far beyond ours is no later state of this database."""


def quarantine_if_never_sent(session: Session, delivery_ids: Collection[int], *, now: datetime) -> None:
    """`delivery_ids`: of signed reports with our own metadata, and not found here. Holds the database back if one
    of them lies beyond every number that it has given out; that number is not given out any more."""
    if not delivery_ids:
        return
    name = str(Delivery.__tablename__)
    highest = given_out(session).get(name, 0)
    beyond = [delivery_id for delivery_id in delivery_ids if highest < delivery_id <= highest + FAR_AWAY]
    if beyond:
        raise_numbers(session, {name: max(beyond)})
        set_quarantine(session, reason=UNKNOWN_REPORT, counter=read_generation(session).counter, now=now)
        log.error("database.quarantined", reported=max(beyond), highest=highest)
