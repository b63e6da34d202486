"""Write-ahead journal: each no, written down beside the database before it is committed; no restore forgets it.

By the keyed hash of an address; nothing else is said of anybody.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from core.generation.notes import note_fact
from subscribers.links import UnsubscribeLink
from subscribers.tables import ConsentMethod, MailingList, Subscriber, SuppressionReason
from subscribers.topic_tables import Pause, Topic, TopicChoice

NO = "no"
SUPPRESSED = "suppressed"
OPTED_OUT = "opted_out"
LIST = "list"
LOST_NO = "lost_no"
TOPIC = "topic"
TOPIC_CHOSEN = "topic_chosen"
PAUSED = "paused"
ERASED = "erased"
ADDRESS_CHANGED = "address_changed"


def note_no(
    session: Session,
    subscriber_ids: Sequence[int],
    list_id: int,
    *,
    method: ConsentMethod,
    evidence: str,
    now: datetime,
) -> None:
    """These have left the list."""
    hashes = session.exec(
        select(Subscriber.address_hash).where(col(Subscriber.id).in_(subscriber_ids)).order_by(col(Subscriber.id))
    ).all()
    if hashes:
        note_no_of_addresses(session, hashes, list_id, method=method, evidence=evidence, now=now)


def note_no_of_addresses(
    session: Session,
    hashes: Sequence[str],
    list_id: int,
    *,
    method: ConsentMethod,
    evidence: str,
    now: datetime,
) -> None:
    """The same of people by the keyed hashes of their addresses, who need not be subscribers any more."""
    note_fact(
        session,
        NO,
        hashes=list(hashes),
        list=list_id,
        method=method.value,
        evidence=evidence,
        said_at=now.isoformat(),
    )


def note_lost_no(session: Session, link: UnsubscribeLink, *, method: ConsentMethod, now: datetime) -> None:
    """Somebody leaves by a link that leads to nobody here, or to no list: this may be an older database, and the
    next replay knows whom it was made for."""
    note_fact(
        session,
        LOST_NO,
        campaign=link.campaign_public_id,
        subscriber=link.subscriber_id,
        list=link.list_id,
        method=method.value,
        said_at=now.isoformat(),
    )


def note_suppressed(
    session: Session, reasons: Mapping[str, SuppressionReason], *, detail: str, now: datetime
) -> None:
    """These addresses get no mail any more."""
    if reasons:
        by_hash = {address_hash: reason.value for address_hash, reason in reasons.items()}
        note_fact(session, SUPPRESSED, reasons=by_hash, detail=detail, said_at=now.isoformat())


def note_opted_out(session: Session, evidence: Mapping[str, str], *, method: ConsentMethod, now: datetime) -> None:
    """These want nothing of the organisation any more."""
    if evidence:
        note_fact(session, OPTED_OUT, evidence=dict(evidence), method=method.value, said_at=now.isoformat())


def note_topic_choice(session: Session, choice: TopicChoice) -> None:
    """What somebody chose about a topic: a "never" is a no, and a new choice ends it."""
    note_fact(
        session,
        TOPIC_CHOSEN,
        hash=choice.address_hash,
        topic=choice.topic_id,
        frequency=choice.frequency.value,
        said_at=choice.chosen_at.isoformat(),
    )


def note_pause(session: Session, pause: Pause) -> None:
    """Somebody wants nothing until then. One that has passed as soon as it was asked for ends another."""
    note_fact(
        session,
        PAUSED,
        hash=pause.address_hash,
        until=pause.until.isoformat(),
        said_at=pause.asked_at.isoformat(),
    )


def note_topic(session: Session, topic: Topic) -> None:
    """A topic was made, or changed. A choice about it holds only where there is such a topic."""
    note_fact(
        session,
        TOPIC,
        topic=topic.id,
        slug=topic.slug,
        name=topic.name,
        names=dict(topic.names),
        archived_at=topic.archived_at.isoformat() if topic.archived_at else None,
        made_at=topic.created_at.isoformat(),
    )


def note_topic_deleted(session: Session, topic_id: int) -> None:
    """Nobody had chosen anything about it: no restore brings it back."""
    note_fact(session, TOPIC, topic=topic_id, is_deleted=True)


def note_erased(session: Session, hashes: Sequence[str], *, now: datetime) -> None:
    """Nothing is known of this person any more, and no restore brings them back, under whichever address that they
    had."""
    note_fact(session, ERASED, hashes=list(hashes), said_at=now.isoformat())


def note_address_changed(session: Session, *, old_hash: str, new_hash: str, now: datetime) -> None:
    """Somebody has left an address for another: no restore has them written to at the old one."""
    note_fact(session, ADDRESS_CHANGED, old=old_hash, new=new_hash, said_at=now.isoformat())


def note_list(session: Session, mailing_list: MailingList) -> None:
    """A list was made, or changed. A no to it holds only where there is such a list."""
    note_fact(
        session,
        LIST,
        list=mailing_list.id,
        slug=mailing_list.slug,
        name=mailing_list.name,
        names=dict(mailing_list.names),
        is_protected=mailing_list.is_protected,
        language_chain=list(mailing_list.language_chain),
        required_languages=list(mailing_list.required_languages),
        closed_at=mailing_list.closed_at.isoformat() if mailing_list.closed_at else None,
        archived_at=mailing_list.archived_at.isoformat() if mailing_list.archived_at else None,
        made_at=mailing_list.created_at.isoformat(),
    )


def note_list_deleted(session: Session, list_id: int) -> None:
    """It had nobody, and nothing leads to it: no restore brings it back."""
    note_fact(session, LIST, list=list_id, is_deleted=True)
