"""Entity resolution: two entries of one person become one. Nothing of either is lost, and a no of either wins.

The rule, by what there is of them:

* lists: who left a list at either is off it; else who has confirmed at either is on it; else it waits
* everything (`OptedOut`), noes that a restore has remembered, complaints, our own blocks: as `carry_noes` says
* topics: "never" of either; else what the one kept has chosen. Pauses: the longer
* consent records, notes, tags, former addresses: of both
* address, language and "known since" of the one kept; the name and each custom field, too, where they have one
* another address that was asked for at the one that goes: no more

What the one that goes was known by is a former address of the one that stays.
"""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from core.errors import Conflict
from core.logging import get_logger
from core.sql import insert_new
from subscribers.carry_noes import ConsentSource, carry_noes
from subscribers.data_requests import take_over_requests
from subscribers.encrypt_people import encrypt_members
from subscribers.former_addresses import note_former_address, take_over_former_addresses
from subscribers.index_people import index_people
from subscribers.journal import note_address_changed, note_no
from subscribers.merge_rules import merged_status
from subscribers.person_fields import put_values, values_of
from subscribers.segment_tables import SubscriberTag
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    Subscriber,
    SubscriberNote,
    Subscription,
)

log = get_logger(__name__)


def merge_people(session: Session, kept: Subscriber, gone: Subscriber, *, evidence: str, now: datetime) -> None:
    """`evidence`: who says that they are one. Raises Conflict where the address that stays has never been
    confirmed, and the other has."""
    _expect_reached(session, kept, gone)
    _merge_subscriptions(session, kept.id, gone.id, evidence=evidence, now=now)
    for table in (ConsentRecord, SubscriberNote):
        theirs = update(table).where(col(table.subscriber_id) == gone.id)
        session.execute(theirs.values(subscriber_id=kept.id), execution_options={"synchronize_session": False})
    take_over_former_addresses(session, gone.id, by=kept.id)
    take_over_requests(session, gone.id, by=kept.id)
    tags = session.exec(select(SubscriberTag.tag_id).where(SubscriberTag.subscriber_id == gone.id)).all()
    if tags:
        rows = [{"subscriber_id": kept.id, "tag_id": tag_id} for tag_id in tags]
        session.execute(insert_new(session, SubscriberTag), rows)
    values = values_of(session, [kept.id, gone.id])
    put_values(session, {kept.id: {**values.get(gone.id, {}), **values.get(kept.id, {})}})
    former, kept.name = gone.address_hash, kept.name or gone.name
    session.add(kept)
    session.flush()
    session.expire_all()  # what was moved by statements must not be deleted with the row
    session.delete(gone)
    session.flush()
    note_former_address(session, former, kept.id, now=now)
    carry_noes(session, former, kept, ConsentSource(ConsentMethod.STAFF, evidence), now=now)
    note_address_changed(session, old_hash=former, new_hash=kept.address_hash, now=now)
    index_people(session, [kept.id])
    encrypt_members(session, [kept.id])
    log.info("subscriber.merged", subscriber_id=kept.id)


def is_confirmed_anywhere(session: Session, subscriber_id: int) -> bool:
    """Whether their address was ever said yes at, or vouched for."""
    on_a_list = select(Subscription.id).where(
        Subscription.subscriber_id == subscriber_id, col(Subscription.status) == SubscriptionStatus.CONFIRMED
    )
    on_record = select(ConsentRecord.id).where(
        ConsentRecord.subscriber_id == subscriber_id, col(ConsentRecord.action) == ConsentAction.CONFIRMED
    )
    return any(session.exec(rows.limit(1)).first() is not None for rows in (on_a_list, on_record))


def _expect_reached(session: Session, kept: Subscriber, gone: Subscriber) -> None:
    if is_confirmed_anywhere(session, gone.id) and not is_confirmed_anywhere(session, kept.id):
        raise Conflict("subscribers-merge-other-way")


def _merge_subscriptions(session: Session, kept_id: int, gone_id: int, *, evidence: str, now: datetime) -> None:
    of_kept, of_gone = (
        {
            row.list_id: row
            for row in session.exec(
                select(Subscription).where(Subscription.subscriber_id == who).order_by(col(Subscription.list_id))
            ).all()
        }
        for who in (kept_id, gone_id)
    )
    for list_id, theirs in of_gone.items():
        mine = of_kept.get(list_id)
        if mine is None:
            theirs.subscriber_id = kept_id
            session.add(theirs)
            continue
        if merged_status(mine.status, theirs.status) is SubscriptionStatus.UNSUBSCRIBED:
            unsubscribe(
                session,
                subscriber_id=kept_id,
                list_id=list_id,
                method=ConsentMethod.STAFF,
                evidence=evidence,
                now=now,
            )
        elif mine.status is not theirs.status:
            mine.status = SubscriptionStatus.CONFIRMED
            mine.changed_at = max(mine.changed_at, theirs.changed_at)
            session.add(mine)
        session.execute(delete(Subscription).where(col(Subscription.id) == theirs.id))
    session.flush()
    for list_id, theirs in of_gone.items():
        if list_id not in of_kept and theirs.status is SubscriptionStatus.UNSUBSCRIBED:
            # By the hash of the one that stays, too: a restore of the state before knows it of the other alone.
            note_no(session, [kept_id], list_id, method=ConsentMethod.STAFF, evidence=evidence, now=now)
