"""Deliveries with the people they are for: but for the list of subscribers, the one place that shows addresses."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlmodel import Session, col, select

from campaigns.reporting.protected_readers import may_see_readers_of
from campaigns.tables import RenderedVariant
from delivery.outcome import Outcome
from delivery.reporting.listing import DeliveryFilter, bad_news_of, list_deliveries, reasons_in
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, DeliveryEvent
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.queries import people
from subscribers.recheck import Recipient


@dataclass(frozen=True, slots=True)
class ReaderDelivery:
    """What staff want to know of one reader's copy at a glance."""

    id: int
    subscriber_id: int
    address: str | None
    """None: this person has been erased, or is hidden."""
    is_hidden: bool
    """On a list of people at risk, and not for this viewer to see."""
    name: str
    language: str
    """Of the copy, which is not the reader's own where the campaign has none in that."""
    status: DeliveryStatus
    outcome: Outcome | None
    """What was heard since a provider accepted it."""
    at: datetime
    """When the latest of it happened."""
    reason: str | None
    """A code; `reason_key` names its text."""
    detail: str | None
    """The provider's own."""

    @property
    def reason_key(self) -> str | None:
        if self.status is DeliveryStatus.IN_DOUBT:
            return "delivery-reason-no_answer"
        return reason_key(self.status, self.reason) if self.reason else None


def deliveries_page(
    session: Session, campaign_id: int, wanted: DeliveryFilter, *, viewer: Principal, after_id: int = 0, limit: int
) -> list[ReaderDelivery]:
    """In the order of ids; `after_id` is the last id of the page before. Raises NotAllowed."""
    require(viewer, Permission.LOOK)
    deliveries = list_deliveries(session, campaign_id, wanted, after_id=after_id, limit=limit)
    return to_view(session, campaign_id, deliveries, viewer=viewer)


def to_view(
    session: Session, campaign_id: int, deliveries: Collection[Delivery], *, viewer: Principal
) -> list[ReaderDelivery]:
    """The same deliveries in the same order, with what other rooms know of them, and the viewer may."""
    sees = may_see_readers_of(session, campaign_id, viewer)
    known = people(session, {delivery.subscriber_id for delivery in deliveries}) if sees else {}
    variant_ids = {delivery.variant_id for delivery in deliveries}
    languages = dict(
        session.exec(
            select(RenderedVariant.id, RenderedVariant.language).where(col(RenderedVariant.id).in_(variant_ids))
        ).all()
    )
    news = bad_news_of(session, deliveries)
    return [
        _to_view(
            delivery,
            known.get(delivery.subscriber_id),
            languages[delivery.variant_id],
            news.get(delivery.id),
            is_hidden=not sees,
        )
        for delivery in deliveries
    ]


def reason_key(status: DeliveryStatus, reason: str) -> str:
    """The key of a reason's text: ours for what the policy skipped, the provider's for the rest."""
    room = "campaigns-skipped" if status is DeliveryStatus.SKIPPED else "delivery-reason"
    return f"{room}-{reason}"


def reasons_to_choose(session: Session, campaign_id: int) -> dict[str, str]:
    """The reasons that occur in a campaign: code → key of its text."""
    by_status = reasons_in(session, campaign_id)
    return dict(sorted(chain.from_iterable(_keys(status, reasons) for status, reasons in by_status.items())))


def _keys(status: DeliveryStatus, reasons: Collection[str]) -> list[tuple[str, str]]:
    return [(reason, reason_key(status, reason)) for reason in reasons]


def _to_view(
    delivery: Delivery,
    person: Recipient | None,
    language: str,
    news: DeliveryEvent | None,
    *,
    is_hidden: bool,
) -> ReaderDelivery:
    reported_reason = news.reject_reason.value if news and news.reject_reason else None
    return ReaderDelivery(
        id=delivery.id,
        subscriber_id=delivery.subscriber_id,
        address=person.address if person else None,
        is_hidden=is_hidden,
        name=person.name if person else "",
        language=language,
        status=delivery.status,
        outcome=delivery.outcome if delivery.status is DeliveryStatus.ACCEPTED else None,
        at=news.occurred_at if news else delivery.changed_at,
        reason=delivery.reason or reported_reason,
        detail=(news.detail if news else None) or delivery.detail,
    )
