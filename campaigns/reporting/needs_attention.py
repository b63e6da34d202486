"""What needs somebody: everything that has stopped, was refused or stays open, in one list. Empty: all is well.

Each entry says what happened and why; its texts say what to do. What the scheduler alone knows, that a job has
gone silent, is added by whoever shows the list.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists
from sqlmodel import Session, col, select

from campaigns.active_sender import active_sender, senders_of
from campaigns.automation.memory import automations_without_memory
from campaigns.reporting.attention_item import MAX_PER_KIND, AttentionItem
from campaigns.reporting.automation_needs import (
    changed_news_needs,
    held_by_automations,
    refused_by_automations,
    refused_news,
    unapproved_automations,
)
from campaigns.reporting.digest_needs import digest_needs
from campaigns.reporting.feed_needs import feed_needs
from campaigns.reporting.in_doubt import open_doubts
from campaigns.reporting.sender_needs import sender_needs, unreadable_receipts
from campaigns.reporting.withdrawn_news import withdrawn_news_needs
from campaigns.status import FINAL, CampaignStatus, PauseReason
from campaigns.tables import Campaign, Variant
from core.backup.runs import BackupHealth, backup_status
from core.errors import Param, Refusal
from core.generation.counter import read_generation
from core.generation.verdict import Verdict, held_code
from delivery.attempts.refusal_records import groups_refused_alike
from staff import audit
from subscribers.data_requests import requests_due

SHOWN_FOR = timedelta(days=14)
"""What can be read and not be undone is news for so long."""
DUE_WITHIN = timedelta(days=7)
ADOPTED = "database.adopted"
"""What the audit log calls a restore that somebody has gone on from."""


def needs_attention(
    session: Session,
    *,
    now: datetime,
    verdict: Verdict = Verdict.MAY_SEND,
    expects_backups: bool = False,
    approvals_required: int = 1,
    zone: str = "UTC",
) -> list[AttentionItem]:
    """What stops mail first. `verdict`: how the database stands to the machine that asks; `expects_backups`:
    whether somebody should hear that there has never been one; `approvals_required`: by how many people;
    `zone`: whose local time staff read."""
    since = now - SHOWN_FOR
    items = [
        *_held(session, verdict),
        *_adopted(session, since),
        *sender_needs(session, now=now, zone=zone),
        *_carried(session),
        *_paused_campaigns(session),
        *unapproved_automations(session, approvals_required, now=now),
        *_lost_rows(session),
        *_doubts(session),
        *_refused_alike(session, since),
        *refused_by_automations(session, since),
        *held_by_automations(session),
        *digest_needs(session),
        *refused_news(session),
        *changed_news_needs(session, since),
        *withdrawn_news_needs(session),
        *feed_needs(session, now=now),
        *unreadable_receipts(session, since),
        *_data_requests(session, now, zone),
        *_backups(session, now, expects_backups=expects_backups),
    ]
    return sorted(items, key=lambda item: not item.stops_mail)


def _held(session: Session, verdict: Verdict) -> Iterator[AttentionItem]:
    """Nothing at all is sent: older than what has been worked on already, or not known where it should be sent."""
    if read_generation(session).is_quarantined:
        verdict = Verdict.QUARANTINED
    if verdict is not Verdict.MAY_SEND:
        yield AttentionItem("campaigns-need-held", {}, why=(Refusal("", None, held_code(verdict), {}),))


def _adopted(session: Session, since: datetime) -> Iterator[AttentionItem]:
    """After a restore: what could not be made good by itself."""
    for entry in audit.entries(session, action=ADOPTED, since=since):
        lost, doubt = len(entry.detail["unknown"]), entry.detail["in_doubt"]
        if lost or doubt or not entry.detail["is_whole"]:
            params: dict[str, Param] = {"lost": lost, "doubt": doubt}
            why = tuple(
                Refusal("", None, "campaigns-adopted-perhaps-sent", {"name": name})
                for name in entry.detail.get("perhaps_sent", [])[:MAX_PER_KIND]
            )
            yield AttentionItem(
                "campaigns-need-adopted", params, why=why, advice="campaigns-do-adopted", stops_mail=False
            )


def _carried(session: Session) -> Iterator[AttentionItem]:
    """Campaigns that go on through their second sender: nothing is lost, and nothing is left to fall back on."""
    sending = select(Campaign).where(
        Campaign.status == CampaignStatus.SENDING, col(Campaign.second_sender_id).is_not(None)
    )
    for campaign in session.exec(sending.order_by(col(Campaign.id).desc()).limit(MAX_PER_KIND)):
        first, *_ = senders_of(session, campaign)
        carrying = active_sender(session, campaign)
        if carrying is not None and carrying.id != first.id:
            params: dict[str, Param] = {"name": campaign.name, "first": first.name, "second": carrying.name}
            yield AttentionItem("campaigns-need-carried", params, campaign_id=campaign.id, stops_mail=False)


def _paused_campaigns(session: Session) -> Iterator[AttentionItem]:
    paused = select(Campaign).where(Campaign.status == CampaignStatus.PAUSED).order_by(col(Campaign.id).desc())
    for campaign in session.exec(paused.limit(MAX_PER_KIND)):
        reason = campaign.pause_reason or PauseReason.STAFF
        yield AttentionItem(
            "campaigns-need-campaign",
            {"name": campaign.name},
            why=(Refusal("", None, f"campaigns-pause-{reason}", {}),),
            detail=campaign.pause_detail,
            campaign_id=campaign.id,
            stops_mail=reason is not PauseReason.STAFF,
        )


def _lost_rows(session: Session) -> Iterator[AttentionItem]:
    """Data loss, recognised: up to migration 0022, an upgrade on SQLite could delete every row that belongs to a
    campaign, or to an automation, and keep these (ADR 28). Such a campaign is never sent, because it is not what
    was approved; but somebody must know. Every campaign is drafted with a variant, and keeps it."""
    has_variant = exists().where(col(Variant.campaign_id) == col(Campaign.id))
    unfinished = (
        select(Campaign).where(col(Campaign.status).not_in(FINAL), ~has_variant).order_by(col(Campaign.id))
    )
    for campaign in session.exec(unfinished.limit(MAX_PER_KIND)):
        yield AttentionItem(
            "campaigns-need-lost-words",
            {"name": campaign.name},
            advice="campaigns-do-lost-words",
            campaign_id=campaign.id,
        )
    for automation in automations_without_memory(session):
        yield AttentionItem(
            "campaigns-need-lost-memory", {"name": automation.name}, advice="campaigns-do-lost-memory"
        )


def _doubts(session: Session) -> Iterator[AttentionItem]:
    waiting = open_doubts(session)
    shown = list(waiting)[:MAX_PER_KIND]
    names = session.exec(select(Campaign.id, Campaign.name).where(col(Campaign.id).in_(shown))).all()
    for campaign_id, name in names:
        params: dict[str, Param] = {"name": name, "count": waiting[campaign_id]}
        yield AttentionItem(
            "campaigns-need-doubts",
            params,
            advice="campaigns-do-decide",
            campaign_id=campaign_id,
            stops_mail=False,
        )


def _refused_alike(session: Session, since: datetime) -> Iterator[AttentionItem]:
    """Readers whom a campaign that was sent has not reached, in words that may have been about us (ADR 34)."""
    for group in groups_refused_alike(session, since=since):
        campaign = session.get_one(Campaign, group.campaign_id)
        if campaign.status is CampaignStatus.SENT:
            params: dict[str, Param] = {"name": campaign.name, "count": group.count}
            yield AttentionItem(
                "campaigns-need-refused",
                params,
                advice="campaigns-do-send-again",
                detail=group.detail,
                campaign_id=campaign.id,
                stops_mail=False,
            )


def _data_requests(session: Session, now: datetime, zone: str) -> Iterator[AttentionItem]:
    """What people asked for under the GDPR, and is due within a week. Nobody is named."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if due := requests_due(session, until=today + DUE_WITHIN):
        days = (due[0].due_on - today).days
        code = "campaigns-need-request" if days >= 0 else "campaigns-need-request-late"
        params: dict[str, Param] = {"count": len(due), "days": abs(days)}
        yield AttentionItem(code, params, advice="campaigns-do-request", stops_mail=False)


def _backups(session: Session, now: datetime, *, expects_backups: bool) -> Iterator[AttentionItem]:
    status = backup_status(session, now=now)
    if status.health is BackupHealth.GOOD or (status.health is not BackupHealth.FAILED and not expects_backups):
        return
    age: dict[str, Param] = {"days": (now - status.made_at).days if status.made_at else 0}
    why = (Refusal("", None, status.error, status.error_params or {}),) if status.error else ()
    advice = "campaigns-do-set-backup" if status.health is BackupHealth.NONE else "campaigns-do-back-up"
    yield AttentionItem(f"campaigns-need-backup-{status.health}", age, why=why, advice=advice, stops_mail=False)
