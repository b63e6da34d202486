"""Two entries of one person, and campaigns that are being sent: they get each campaign once.

What has gone stays as it is, with the number and the hash that it went by: that is history. What waits is tied to
the one that stays, or skipped where they have had the campaign, or will have it.
"""

from collections import defaultdict
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.forgotten_mail import SentMail, remember_mails
from campaigns.sending.follow_address import MERGED
from campaigns.tables import Campaign
from core.errors import Conflict
from core.sql import in_ids
from delivery.attempts import queue
from delivery.reporting.of_reader import deliveries_of_reader
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.former_addresses import former_addresses
from subscribers.tables import Subscriber

_UNDECIDED = frozenset({DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT})
_UNFINISHED = _UNDECIDED | {DeliveryStatus.QUEUED}


def merge_deliveries(session: Session, kept: Subscriber, gone: Subscriber, *, now: datetime) -> None:
    """Raises Conflict while nobody knows whether one of two copies has gone: which of them may be sent depends on
    it."""
    launched = dict(
        session.exec(select(Campaign.id, Campaign.public_id).where(col(Campaign.launched_at).is_not(None))).all()
    )
    of_kept, of_gone = (_by_campaign(session, person, list(launched)) for person in (kept, gone))
    tied: list[SentMail] = []
    for campaign_id, theirs in of_gone.items():
        mine = of_kept.get(campaign_id, [])
        if mine:
            _skip_the_second(session, mine, theirs, now=now)
            continue
        for delivery in theirs:
            if delivery.status in _UNFINISHED and delivery.subscriber_id == gone.id:
                tied.append(SentMail(launched[campaign_id], gone.id, delivery.address_hash))
                delivery.subscriber_id = kept.id
                session.add(delivery)
    session.flush()
    remember_mails(session, tied)


def _by_campaign(session: Session, person: Subscriber, campaign_ids: list[int]) -> dict[int, list[Delivery]]:
    """Those that are not finished are nobody else's until the transaction ends."""
    theirs = deliveries_of_reader(
        session,
        subscriber_id=person.id,
        address_hashes=[person.address_hash, *former_addresses(session, person.id)],
        campaign_ids=campaign_ids,
    )
    unfinished = [delivery.id for delivery in theirs if delivery.status in _UNFINISHED]
    locked = select(Delivery).where(in_ids(session, col(Delivery.id), unfinished)).order_by(col(Delivery.id))
    session.exec(locked.with_for_update().execution_options(populate_existing=True)).all()
    by_campaign: dict[int, list[Delivery]] = defaultdict(list)
    for delivery in theirs:
        by_campaign[delivery.campaign_id].append(delivery)
    return by_campaign


def _skip_the_second(session: Session, mine: list[Delivery], theirs: list[Delivery], *, now: datetime) -> None:
    states = {delivery.status for delivery in (*mine, *theirs)}
    unfinished = [delivery for delivery in (*mine, *theirs) if delivery.status in _UNFINISHED]
    if states & _UNDECIDED and (len(unfinished) > 1 or DeliveryStatus.ACCEPTED in states):
        raise Conflict("campaigns-people-merge-under-way")
    waiting = [delivery.id for delivery in theirs if delivery.status is DeliveryStatus.QUEUED]
    if DeliveryStatus.ACCEPTED in states:
        waiting += [delivery.id for delivery in mine if delivery.status is DeliveryStatus.QUEUED]
    queue.skip(session, dict.fromkeys(waiting, MERGED), now=now)
