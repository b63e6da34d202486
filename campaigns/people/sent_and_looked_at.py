"""Data portability: what was sent to a person, and when staff looked at what is here of them.

Whom the GDPR (article 15) lets ask is told when that was and why, not by whom: who works here is no recipient, and
has rights of their own (Court of Justice, C-579/21).
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from campaigns.people.open_person import OPENED
from campaigns.people.staff_action import subject_of
from campaigns.reporting.recipient_copy import OPENED as COPY_OPENED
from campaigns.tables import Campaign
from delivery.reporting.of_reader import deliveries_of_reader
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from staff.audit import moments_of
from subscribers.former_addresses import former_addresses
from subscribers.tables import Subscriber

Part = list[dict[str, Any]]
"""Strings, moments and members of enumerations; of custom fields what a page writes in its language, and a file as
it is kept."""


class LookPurpose(StrEnum):
    """Why staff looked at what is here of a person. Ends the key of its text."""

    SERVED = "person_looked_at"
    """Their page: it is for whoever serves them."""
    COPY = "copy_looked_at"
    """An email as they got it."""


def deliveries_part(session: Session, person: Subscriber, lists: dict[int, str]) -> Part:
    names = _launched(session)
    return [
        {
            "campaign": names[delivery.campaign_id],
            "status": delivery.status,
            "outcome": delivery.outcome if delivery.status is DeliveryStatus.ACCEPTED else "",
            "at": delivery.accepted_at or delivery.changed_at,
        }
        for delivery in _all_deliveries(session, person, names)
        if delivery.list_id in lists
    ]


def _launched(session: Session) -> dict[int, str]:
    """What each is called."""
    launched = select(Campaign.id, Campaign.name).where(col(Campaign.launched_at).is_not(None))
    return dict(session.exec(launched).all())


def _all_deliveries(session: Session, person: Subscriber, campaign_ids: Collection[int]) -> Sequence[Delivery]:
    hashes = [person.address_hash, *former_addresses(session, person.id)]
    return deliveries_of_reader(session, subscriber_id=person.id, address_hashes=hashes, campaign_ids=campaign_ids)


def looks_part(session: Session, person: Subscriber) -> Part:
    """By the audit log, as long as that keeps them."""
    copies = [f"delivery:{delivery.id}" for delivery in _all_deliveries(session, person, _launched(session))]
    looks = [(at, LookPurpose.SERVED) for at in moments_of(session, OPENED, [subject_of(person.id)])]
    looks += [(at, LookPurpose.COPY) for at in moments_of(session, COPY_OPENED, copies)]
    return [{"at": at, "purpose": purpose} for at, purpose in sorted(looks)]
