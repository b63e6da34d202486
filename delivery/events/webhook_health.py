"""Dead man's switch for webhooks: what was refused at the door, and what does not come at all, by sender.

A wrong secret, a clock that is off, an address that was never entered at the provider: mail goes out as ever, and
nobody would hear of a bounce or a complaint.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from core.db import Database
from core.sql import upsert
from delivery.providers import PROVIDERS, capabilities_of
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery, Sender, WebhookReceipt, WebhookRefusal

PATIENCE = timedelta(minutes=20)
"""Providers post what they accepted within minutes."""
FEWEST = 10
"""So many emails without a report are no chance."""
LOOKED_AT = timedelta(days=14)
MOST_COUNTED = 100_000
"""Enough to say that something is wrong, and quick on every page."""
STILL_REFUSED = timedelta(minutes=15)
"""Where some are refused and others are not: a second webhook at the provider with an old secret."""


@dataclass(frozen=True, slots=True)
class RefusedWebhookSummary:
    """Of one sender, since the first that was refused in a row."""

    count: int
    code: str
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class MissingReportSummary:
    """Of one sender: emails that were accepted, and of which nothing was heard."""

    count: int
    since: datetime


@dataclass(frozen=True, slots=True)
class WebhookHealth:
    sender: Sender
    last_report_at: datetime | None
    refused: RefusedWebhookSummary | None
    missing: MissingReportSummary | None


def note_refused(database: Database, sender_id: int, *, code: str, count: int, now: datetime) -> None:
    """`count` more webhooks of the sender were refused up to `now`, the last one for the reason `code`. A row that
    begins anew after a report came has its own beginning."""
    with database.write() as session:
        last = _last_report(session, sender_id)
        known = session.get(WebhookRefusal, sender_id)
        is_same_row = known is not None and (last is None or last < known.last_at)
        statement = upsert(session, WebhookRefusal).values(
            sender_id=sender_id, code=code, count=count, first_at=now, last_at=now
        )
        row = statement.excluded
        anew = {"code": row.code, "last_at": row.last_at}
        counted = {"count": col(WebhookRefusal.count) + row.count} if is_same_row else {
            "count": row.count, "first_at": row.first_at
        }  # fmt: skip
        session.execute(statement.on_conflict_do_update(index_elements=["sender_id"], set_=anew | counted))


def webhook_health(session: Session, senders: list[Sender], *, now: datetime) -> list[WebhookHealth]:
    """Of those about whose mail reports come, posted or as email."""
    refusals = {row.sender_id: row for row in session.exec(select(WebhookRefusal)).all()}
    posted = [_health(session, sender, refusals, now) for sender in senders if posts_reports(sender)]
    by_mail = [sender for sender in senders if reads_bounces(sender)]
    return posted + [WebhookHealth(sender, _last_report(session, sender.id), None, None) for sender in by_mail]


def posts_reports(sender: Sender) -> bool:
    return sender.provider in PROVIDERS and capabilities_of(sender.provider).has_webhooks


def reads_bounces(sender: Sender) -> bool:
    """Whether its reports come as email: bounces and complaints, so that silence means nothing."""
    can_read = sender.provider in PROVIDERS and capabilities_of(sender.provider).reports_by_mail
    return can_read and sender.bounce_address is not None


def _health(
    session: Session, sender: Sender, refusals: Mapping[int, WebhookRefusal], now: datetime
) -> WebhookHealth:
    last = _last_report(session, sender.id)
    refused, missing = refusals.get(sender.id), _missing(session, sender.id, last, now)
    return WebhookHealth(sender, last, _shown(refused, last, now) if refused else None, missing)


def _shown(refusal: WebhookRefusal, last: datetime | None, now: datetime) -> RefusedWebhookSummary | None:
    """Until a report comes after it, or while it goes on."""
    is_over = refusal.last_at < now - LOOKED_AT or (last is not None and last > refusal.last_at)
    if is_over and refusal.last_at < now - STILL_REFUSED:
        return None
    return RefusedWebhookSummary(refusal.count, refusal.code, refusal.first_at, refusal.last_at)


def _missing(
    session: Session, sender_id: int, last: datetime | None, now: datetime
) -> MissingReportSummary | None:
    """What was accepted since the last report, where it should have been reported by now; at most MOST_COUNTED."""
    since = max(last, now - LOOKED_AT) if last else now - LOOKED_AT
    unheard = (
        select(col(Attempt.opened_at))
        .join(AttemptDelivery, col(AttemptDelivery.attempt_id) == col(Attempt.id))
        .join(Delivery, col(Delivery.id) == col(AttemptDelivery.delivery_id))
        .where(
            col(Attempt.sender_id) == sender_id,
            col(Attempt.opened_at) > since,
            col(Attempt.opened_at) <= now - PATIENCE,
            col(Delivery.attempt_id) == col(Attempt.id),
            col(Delivery.status) == DeliveryStatus.ACCEPTED,
        )
        .order_by(col(Attempt.id))
        .limit(MOST_COUNTED)
        .subquery()
    )
    count, first_at = session.execute(columns(func.count(), func.min(unheard.c.opened_at))).one()
    return MissingReportSummary(count, first_at) if count >= FEWEST else None


def _last_report(session: Session, sender_id: int) -> datetime | None:
    newest = select(WebhookReceipt.received_at).where(col(WebhookReceipt.sender_id) == sender_id)
    return session.exec(newest.order_by(col(WebhookReceipt.id).desc()).limit(1)).first()
