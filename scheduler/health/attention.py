"""What needs attention, whole: what campaigns know of it, and what the scheduler alone knows."""

from collections.abc import Iterator

from sqlmodel import Session

from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.needs_attention import needs_attention
from campaigns.reporting.sender_needs import staff_mail_needs
from campaigns.services import HoldsServices
from campaigns.settings import CampaignSettings
from core.generation.verdict import Verdict
from scheduler.clock_faults import clock_needs
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck, Level, check_of_item


def attention_items(context: HoldsServices, session: Session, *, verdict: Verdict) -> list[AttentionItem]:
    """What stops mail first. `verdict`: how the database stands to this machine, asked for before the session is
    opened."""
    now, settings = context.clock.now(), context.settings
    items = needs_attention(
        session,
        now=now,
        verdict=verdict,
        expects_backups=settings.expects_backups,
        approvals_required=CampaignSettings.of(settings).approvals_required,
        zone=settings.time_zone,
    )
    return [
        *items,
        *clock_needs(session, now=now, zone=settings.time_zone),
        *staff_mail_needs(session, settings=settings),
    ]


def sending_verdict(context: HealthContext) -> Verdict:
    """Whether mail may go out from here, as far as that is for this process to say (ADR 30)."""
    return context.restore_guard.glance() if context.runs_jobs and context.jobs else Verdict.MAY_SEND


def check_attention(context: HealthContext) -> Iterator[HealthCheck]:
    verdict = sending_verdict(context)
    with context.database.read() as session:
        items = attention_items(context, session, verdict=verdict)
    yield from map(check_of_item, items)
    if not items:
        yield HealthCheck(Level.GOOD, "scheduler-needs-none")
