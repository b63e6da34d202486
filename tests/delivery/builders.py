"""A campaign under way, as rows: what the delivery room finds when it is called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from campaigns.audience_lists import audience_lists
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind, RenderedVariant
from core.db import Database
from delivery.attempts.attempts import NewAttempt, open_attempt
from delivery.attempts.keys import attempt_key
from delivery.attempts.queue import claim
from delivery.errors import WebhookRefused, WebhookUnreadable
from delivery.events.webhooks import (
    DuplicateWebhook,
    ReceivedWebhook,
    WebhookParserFor,
    find_endpoint,
    store_webhooks,
    verify_webhook,
)
from delivery.message.outgoing import Accepted, DeliveryResult, SendResult
from delivery.outcome import EventType
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, Delivery, Sender
from subscribers.audience import Audience
from subscribers.tables import MailingList
from tests.conftest import NOON

LEASE = timedelta(minutes=2)
WORKER = "worker-1"
MAX_ATTEMPTS = 8


@dataclass(frozen=True)
class Launched:
    campaign_id: int
    sender_id: int
    ids: tuple[int, ...]


def launched(database: Database, count: int = 3, *, name: str = "first") -> Launched:
    """A campaign with `count` deliveries, all due."""
    with database.write() as session:
        return launch_in(session, count, name)


def launch_in(session: Session, count: int, name: str) -> Launched:
    mailing_list = MailingList(slug=name, name=name, created_at=NOON)
    sender = a_sender(name)
    session.add_all([mailing_list, sender])
    session.flush()
    campaign = Campaign(
        public_id=f"public-{name}",
        name=name,
        kind=CampaignKind.BULLETIN,
        status=CampaignStatus.SENDING,
        main_language="sl",
        audience_lists=audience_lists(Audience((mailing_list.id,))),
        sender_id=sender.id,
        author="staff:1",
        created_at=NOON,
        changed_at=NOON,
    )
    session.add(campaign)
    session.flush()
    variant = RenderedVariant(
        campaign_id=campaign.id,
        language="sl",
        subject="Bilten",
        preheader="",
        html="<p>Bilten</p>",
        text="Bilten",
        hash="0" * 64,
        created_at=NOON,
    )
    session.add(variant)
    session.flush()
    rows = [_delivery_row(campaign, variant.id, number) for number in range(1, count + 1)]
    if rows:
        session.exec(insert(Delivery), params=rows)
    ids = select(Delivery.id).where(col(Delivery.campaign_id) == campaign.id).order_by(col(Delivery.id))
    return Launched(campaign.id, sender.id, tuple(session.exec(ids).all()))


def a_sender(name: str = "first") -> Sender:
    return Sender(
        name=name,
        provider="fake",
        from_name="Organizacija",
        from_address="bilten@example.org",
        webhook_token=f"token-{name}",
        created_at=NOON,
    )


def _delivery_row(campaign: Campaign, variant_id: int, number: int) -> dict[str, Any]:
    return {
        "campaign_id": campaign.id,
        "list_id": campaign.audience.lists[0],
        "subscriber_id": number,
        "address_hash": f"{number:064x}",
        "variant_id": variant_id,
        "status": DeliveryStatus.QUEUED,
        "attempt_count": 0,
        "next_attempt_at": NOON,
        "changed_at": NOON,
    }


def claimed(database: Database, campaign: Launched, limit: int = 100, *, now: datetime = NOON) -> list[int]:
    """What a worker would take now; it is anybody's again."""
    with database.write() as session:
        return claim_in(session, campaign, limit, now=now)


def claim_in(session: Session, campaign: Launched, limit: int, *, now: datetime = NOON) -> list[int]:
    return [delivery.id for delivery in claim(session, campaign_id=campaign.campaign_id, limit=limit, now=now)]


def opened(
    database: Database, campaign: Launched, ids: Sequence[int] | None = None, *, now: datetime = NOON
) -> Attempt:
    """An open attempt for what is due, or for `ids`."""
    if ids is None:
        ids = claimed(database, campaign, now=now)
    with database.write() as session:
        return open_for(session, campaign, ids, now=now)


def open_for(
    session: Session, campaign: Launched, ids: Sequence[int], *, now: datetime = NOON, worker: str = WORKER
) -> Attempt:
    new = NewAttempt(
        campaign_id=campaign.campaign_id,
        sender_id=campaign.sender_id,
        key=attempt_key(),
        merge_values={"recipient_names": [f"Ana {delivery_id}" for delivery_id in ids]},
        request_digest="d" * 64,
        delivery_ids=ids,
    )
    return open_attempt(session, new, worker=worker, now=now, lease=LEASE)


def opened_by(session: Session, worker: str, campaign_id: int, *, now: datetime, lease: timedelta) -> Attempt:
    """An attempt of that worker for the next delivery of any campaign."""
    (delivery,) = claim(session, campaign_id=campaign_id, limit=1, now=now)
    new = NewAttempt(
        campaign_id=campaign_id,
        sender_id=session.get_one(Campaign, campaign_id).sender_id,
        key=attempt_key(),
        merge_values={},
        request_digest="d" * 64,
        delivery_ids=[delivery.id],
    )
    return open_attempt(session, new, worker=worker, now=now, lease=lease)


def all_accepted(ids: Iterable[int]) -> SendResult:
    return SendResult(tuple(Accepted(delivery_id, f"provider-{delivery_id}") for delivery_id in ids))


def answered(*results: DeliveryResult) -> SendResult:
    return SendResult(results)


def statuses(database: Database, campaign: Launched) -> list[DeliveryStatus]:
    return [delivery.status for delivery in rows_of(database, campaign)]


def rows_of(database: Database, campaign: Launched) -> list[Delivery]:
    of_campaign = col(Delivery.campaign_id) == campaign.campaign_id
    with database.read() as session:
        return list(session.exec(select(Delivery).where(of_campaign).order_by(col(Delivery.id))).all())


def attempt_of(database: Database, attempt_id: int) -> Attempt:
    with database.read() as session:
        return session.exec(select(Attempt).where(col(Attempt.id) == attempt_id)).one()


def snapshot(database: Database) -> list[dict[str, Any]]:
    """Every delivery, attempt and sender, column by column: to say that nothing changed."""
    with database.read() as session:
        tables: list[Any] = [Delivery, Attempt, Sender]
        return [
            row.model_dump() for table in tables for row in session.exec(select(table).order_by(table.id)).all()
        ]


def event(
    delivery_id: int | None,
    type_: EventType = EventType.DELIVERED,
    *,
    event_id: str | None = None,
    message_id: str | None = None,
    **values: Any,
) -> IncomingEvent:
    return IncomingEvent(
        event_id=event_id or f"{delivery_id}-{type_}",
        type=type_,
        occurred_at=NOON,
        delivery_id=delivery_id,
        provider_message_id=message_id,
        **values,
    )


class FakeParser:
    """Signed is what has the header `signed`; a body is lines of `event-id delivery-id type`."""

    may_ask_others = False

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        if "signed" not in headers:
            raise WebhookRefused("delivery-webhook-refused")
        return headers["signed"]

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        if body == b"bug":
            raise RuntimeError("the parser has a defect")
        try:
            lines = [line.split() for line in body.decode().splitlines()]
            events = [event(int(number), EventType(type_), event_id=event_id) for event_id, number, type_ in lines]
        except ValueError as error:
            raise WebhookUnreadable("delivery-webhook-unreadable") from error
        # A time without a zone is what the database refuses.
        return [
            replace(parsed, occurred_at=NOON.replace(tzinfo=None)) if parsed.event_id == "naive" else parsed
            for parsed in events
        ]


def parser_for(provider: str) -> FakeParser | None:
    return FakeParser() if provider == "fake" else None


def receive(
    database: Database,
    *,
    sender_token: str,
    headers: Mapping[str, str],
    body: bytes,
    now: datetime,
    parser_for: WebhookParserFor,
) -> ReceivedWebhook | DuplicateWebhook:
    """One webhook through the door."""
    endpoint = find_endpoint(database, sender_token, parser_for)
    return store_webhooks(database, [verify_webhook(endpoint, headers, body, now=now)])[0]


def only_read(events: Sequence[ReportedEvent]) -> list[IncomingEvent]:
    """Those of a webhook of which every event can be read."""
    readable = [event for event in events if isinstance(event, IncomingEvent)]
    assert len(readable) == len(events)
    return readable
