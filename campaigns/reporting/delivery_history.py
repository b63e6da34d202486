"""The story of one delivery, as staff read it: written, tried, decided over, and what the provider said later."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from campaigns.reporting.in_doubt import decisions_on
from campaigns.sending.send_again import sent_again_by
from campaigns.tables import Campaign
from core.errors import Param
from delivery.reporting.history import AttemptView, attempts_for, events_for
from delivery.tables import Delivery, DeliveryEvent


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    at: datetime
    code: str
    """The key of its text, which `params` fill in."""
    params: dict[str, Param] = field(default_factory=dict)
    more: str | None = None
    """The key of a second text: how it ended, or why."""
    detail: str | None = None
    """The provider's, or those of the person who decided."""


def story_of(session: Session, delivery: Delivery) -> list[HistoryEntry]:
    """Everything that is known of it, the earliest first."""
    campaign = session.get_one(Campaign, delivery.campaign_id)
    attempts = attempts_for(session, delivery)
    moments = [
        HistoryEntry(campaign.launched_at or campaign.created_at, "campaigns-story-written"),
        *(_attempt(number, attempt) for number, attempt in enumerate(attempts, start=1)),
        *_decisions(session, campaign, attempts),
        *_sent_again(session, campaign, delivery),
        *(_event(event) for event in events_for(session, delivery.id)),
    ]
    return sorted(moments, key=lambda moment: moment.at)


def _attempt(number: int, attempt: AttemptView) -> HistoryEntry:
    params: dict[str, Param] = {"number": number, "sender": attempt.sender, "provider": attempt.provider}
    result = f"delivery-attempt-{attempt.result}"
    return HistoryEntry(attempt.at, "campaigns-story-attempt", params, more=result, detail=attempt.detail)


def _decisions(session: Session, campaign: Campaign, attempts: list[AttemptView]) -> Iterator[HistoryEntry]:
    decisions = decisions_on(session, campaign, [attempt.attempt_id for attempt in attempts])
    for attempt in attempts:
        for decision in decisions.get(attempt.attempt_id, ()):
            yield HistoryEntry(
                decision.at,
                "campaigns-story-decision",
                {"who": decision.who},
                more=f"campaigns-choice-{decision.choice}",
                detail=decision.why,
            )


def _sent_again(session: Session, campaign: Campaign, delivery: Delivery) -> Iterator[HistoryEntry]:
    for decision in sent_again_by(session, campaign, delivery.id):
        yield HistoryEntry(
            decision.at,
            "campaigns-story-decision",
            {"who": decision.who},
            more="campaigns-refused-sent-again",
            detail=decision.why,
        )


def _event(event: DeliveryEvent) -> HistoryEntry:
    reason = f"delivery-reason-{event.reject_reason}" if event.reject_reason else None
    return HistoryEntry(event.occurred_at, f"delivery-event-{event.type}", more=reason, detail=event.detail)
