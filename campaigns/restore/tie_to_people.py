"""Whom the journal's deliveries were to: by the address hash, whoever has the number in this database."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session, col, select

from campaigns.forgotten_mail import SentMail, remember_mails
from campaigns.tables import Campaign
from core.generation.numbers import given_out, raise_numbers
from core.sql import in_ids
from delivery.attempts.replay import PastRow
from delivery.tables import Delivery
from subscribers.tables import Subscriber

_NUMBERED = "subscriber"


def tied_to_people(session: Session, campaign: Campaign, rows: Sequence[PastRow]) -> list[PastRow]:
    """The rows with the number that their reader has here. Where somebody else has it, and the reader is not here,
    with one that nobody gets: people who were imported before the adoption are launched to all the same."""
    hashes = {row.address_hash for row in rows}
    here = select(Subscriber.address_hash, Subscriber.id).where(col(Subscriber.address_hash).in_(hashes))
    known = select(Delivery.address_hash, Delivery.subscriber_id).where(
        col(Delivery.campaign_id) == campaign.id, col(Delivery.address_hash).in_(hashes)
    )
    theirs = dict(session.exec(known).all()) | dict(session.exec(here).all())
    holders = dict(
        session.exec(
            select(Subscriber.id, Subscriber.address_hash).where(
                in_ids(session, col(Subscriber.id), [row.subscriber_id for row in rows])
            )
        ).all()
    )
    strangers = [
        row
        for row in rows
        if row.address_hash not in theirs and holders.get(row.subscriber_id, row.address_hash) != row.address_hash
    ]
    unused = _unused_numbers(session, len(strangers))
    numbers = theirs | {row.address_hash: next(unused) for row in strangers}
    tied = [row._replace(subscriber_id=numbers.get(row.address_hash, row.subscriber_id)) for row in rows]
    remember_mails(
        session,
        [
            SentMail(campaign.public_id, row.subscriber_id, row.address_hash)
            for row, after in zip(rows, tied, strict=True)
            if after.subscriber_id != row.subscriber_id
        ],
    )
    return tied


def _unused_numbers(session: Session, count: int) -> Iterator[int]:
    highest = given_out(session).get(_NUMBERED, 0) if count else 0
    if count:
        raise_numbers(session, {_NUMBERED: highest + count})
    return iter(range(highest + 1, highest + count + 1))
