"""After a restore, every no once more: whoever had left, bounced or complained since has done so still.

And the lists that were left, where they are lost as well.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from subscribers.opt_out import opt_out
from subscribers.remembered_no import add_remembered_no
from subscribers.subscribe import unsubscribe
from subscribers.suppress import suppress_many
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    MailingList,
    Subscriber,
    Subscription,
    SuppressionReason,
)


def replay_lists(
    session: Session, lists: Mapping[int, Mapping[str, Any]], *, otherwise: str, now: datetime
) -> int:
    """Lists that the database has lost, with the numbers that are in links and noes; how many.

    As `subscribers.journal.note_list` wrote them. One of which nothing but its number is written down is called
    `otherwise`, and protected, because it may have been.
    """
    known = set(session.exec(select(MailingList.id)))
    slugs = set(session.exec(select(MailingList.slug)))
    lost = sorted(list_id for list_id in set(lists) - known if not lists[list_id].get("is_deleted"))
    for list_id in lost:
        record = lists[list_id]
        slug = record.get("slug", "")
        if not slug or slug in slugs:
            slug = f"restored-{list_id}"
        slugs.add(slug)
        session.add(
            MailingList(
                id=list_id,
                slug=slug,
                name=record.get("name") or otherwise or slug,
                names=record.get("names", {}),
                is_protected=record.get("is_protected", True),
                language_chain=record.get("language_chain", []),
                required_languages=record.get("required_languages", []),
                closed_at=_moment(record.get("closed_at")),
                archived_at=_moment(record.get("archived_at")),
                created_at=_moment(record.get("made_at")) or now,
            )
        )
    session.flush()
    return len(lost)


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def replay_noes(session: Session, noes: Sequence[Mapping[str, Any]]) -> int:
    """As `subscribers.journal.note_no` wrote them. How many were news to this database."""
    lists = set(session.exec(select(MailingList.id)))
    return sum(
        _replay(session, no, address_hash) for no in noes if no["list"] in lists for address_hash in no["hashes"]
    )


def _replay(session: Session, no: Mapping[str, Any], address_hash: str) -> int:
    said_at = datetime.fromisoformat(no["said_at"])
    row = session.exec(
        select(Subscriber.id, Subscription.changed_at)
        .join(Subscription, col(Subscription.subscriber_id) == col(Subscriber.id))
        .where(col(Subscriber.address_hash) == address_hash, col(Subscription.list_id) == no["list"])
    ).one_or_none()
    if row is None:
        return int(add_remembered_no(session, address_hash, no["list"], now=said_at))
    subscriber_id, changed_at = row
    # One that cannot be placed in the order of things may have been followed by their own new yes.
    if not no["is_certain"] and changed_at > said_at:
        return 0
    return int(
        unsubscribe(
            session,
            subscriber_id=subscriber_id,
            list_id=no["list"],
            method=ConsentMethod(no["method"]),
            evidence=no["evidence"],
            now=said_at,
        )
    )


def replay_suppressions(session: Session, suppressed: Sequence[Mapping[str, Any]]) -> int:
    """As `subscribers.journal.note_suppressed` wrote them. How many were news to this database."""
    return sum(
        suppress_many(
            session,
            {address: SuppressionReason(reason) for address, reason in record["reasons"].items()},
            detail=record["detail"],
            now=datetime.fromisoformat(record["said_at"]),
        ).new
        for record in suppressed
    )


def replay_opt_outs(session: Session, opt_outs: Sequence[Mapping[str, Any]]) -> int:
    """As `subscribers.journal.note_opted_out` wrote them. How many were news to this database."""
    new = 0
    for record in opt_outs:
        said_at = datetime.fromisoformat(record["said_at"])
        came_back = set() if record["is_certain"] else said_yes_since(session, list(record["evidence"]), said_at)
        evidence = {address: where for address, where in record["evidence"].items() if address not in came_back}
        new += len(opt_out(session, evidence, method=ConsentMethod(record["method"]), now=said_at))
    return new


def said_yes_since(session: Session, hashes: Sequence[str], moment: datetime) -> set[str]:
    """Which of these addresses confirmed, themselves, after that."""
    own_yes = (
        select(Subscriber.address_hash)
        .join(ConsentRecord, col(ConsentRecord.subscriber_id) == col(Subscriber.id))
        .where(
            col(Subscriber.address_hash).in_(hashes),
            ConsentRecord.action == ConsentAction.CONFIRMED,
            ConsentRecord.method == ConsentMethod.CONFIRMATION_LINK,
            col(ConsentRecord.at) > moment,
        )
    )
    return set(session.exec(own_yes))
