"""What needs somebody of each sender: paused, resting as its provider asked, its webhooks refused or missing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, and_, col, or_, select

from campaigns.reporting.attention_item import AttentionItem
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose, StaffMailState
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Param, Refusal
from core.settings import Settings
from delivery.events.mails_for_people import count_for_people
from delivery.events.unplaced_complaints import count_complaints
from delivery.events.webhook_health import WebhookHealth, webhook_health
from delivery.events.webhooks import count_unreadable
from delivery.mailbox.bounce_mailbox import MailboxHealth, mailbox_health
from delivery.senders.breaker import why_paused
from delivery.senders.senders import list_senders, lists_suppressions
from delivery.tables import Sender

LONG_REST = timedelta(minutes=2)
"""What is over sooner is nothing to tell anybody."""


def sender_needs(session: Session, *, now: datetime, zone: str) -> Iterator[AttentionItem]:
    """`zone`: whose local time staff read (IANA name)."""
    senders = list_senders(session)
    for sender in senders:
        if sender.paused_reason:
            yield _paused(sender)
        elif sender.held_until and sender.held_until > now + LONG_REST:
            yield _resting(sender, zone)
        if sender.erased_listed and lists_suppressions(sender):
            yield AttentionItem(
                "campaigns-need-erased-listed",
                {"name": sender.name, "count": sender.erased_listed},
                advice="campaigns-do-delete-listed",
                stops_mail=False,
            )
    for health in webhook_health(session, senders, now=now):
        yield from webhook_needs(health, now=now, zone=zone)
    for mailbox in mailbox_health(session):
        yield from _mailbox_needs(mailbox, now=now, zone=zone)
    for name, count in count_for_people(session).items():
        yield AttentionItem(
            "campaigns-need-mails",
            {"name": name, "count": count},
            advice="campaigns-do-read-mails",
            stops_mail=False,
        )
    for name, count in count_complaints(session).items():
        yield AttentionItem(
            "campaigns-need-complaints",
            {"name": name, "count": count},
            advice="campaigns-do-decide-complaints",
            stops_mail=False,
        )


def webhook_needs(health: WebhookHealth, *, now: datetime, zone: str) -> Iterator[AttentionItem]:
    """What is wrong with the reports about one sender's mail."""
    name, refused, missing = health.sender.name, health.refused, health.missing
    if refused is not None:
        params: dict[str, Param] = {"name": name, "count": refused.count, "time": shown(refused.first_at, zone)}
        why = (Refusal("", None, refused.code, {}),)
        yield AttentionItem(
            "campaigns-need-refused-webhooks",
            params,
            why=why,
            advice="campaigns-do-mend-webhooks",
            stops_mail=False,
        )
    elif missing is not None:
        hours, minutes = divmod(int((now - missing.since).total_seconds()) // 60, 60)
        params = {"name": name, "count": missing.count, "hours": hours, "minutes": minutes}
        yield AttentionItem(
            "campaigns-need-missing-webhooks", params, advice="campaigns-do-set-webhooks", stops_mail=False
        )


def unreadable_receipts(session: Session, since: datetime) -> Iterator[AttentionItem]:
    for sender, count in count_unreadable(session, since=since).items():
        yield AttentionItem(
            "campaigns-need-receipts",
            {"name": sender, "count": count},
            advice="campaigns-do-tell",
            stops_mail=False,
        )


def staff_mail_needs(session: Session, *, settings: Settings) -> Iterator[AttentionItem]:
    """People here are waited for, and are not told of it."""
    reason = no_staff_sender_reason(session, settings)
    waiting = (
        select(StaffMail.id)
        .join(Campaign, col(Campaign.id) == col(StaffMail.campaign_id), isouter=True)
        .where(
            StaffMail.state == StaffMailState.WAITING,
            or_(
                col(StaffMail.purpose).in_((StaffMailPurpose.ATTENTION, StaffMailPurpose.HELD)),
                and_(StaffMail.purpose == StaffMailPurpose.SUBMITTED, Campaign.status == CampaignStatus.IN_REVIEW),
            ),
        )
    )
    if reason is not None and session.exec(waiting.limit(1)).first() is not None:
        yield AttentionItem("campaigns-need-staff-mail", {}, why=(reason,), stops_mail=False)


def shown(moment: datetime, zone: str) -> str:
    """The local time as ISO 8601 has it; texts write it out, as DATE($time)."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def _paused(sender: Sender) -> AttentionItem:
    why = why_paused(sender.paused_reason or "", sender.paused_detail or "")
    return AttentionItem(
        "campaigns-need-sender",
        {"name": sender.name},
        why=(why,),
        advice="campaigns-do-resume-sender",
        sender=sender.name,
    )


def _resting(sender: Sender, zone: str) -> AttentionItem:
    until = shown(sender.held_until, zone) if sender.held_until else ""
    return AttentionItem("campaigns-need-resting", {"name": sender.name, "time": until}, stops_mail=False)


def _mailbox_needs(mailbox: MailboxHealth, *, now: datetime, zone: str) -> Iterator[AttentionItem]:
    """Bounces that nobody reads look like health."""
    if mailbox.failing_since is not None and mailbox.is_failing(now):
        yield AttentionItem(
            f"campaigns-need-mailbox-{mailbox.source.value}",
            {"time": shown(mailbox.failing_since, zone)},
            advice="campaigns-do-mend-mailbox",
            detail=mailbox.detail,
            stops_mail=False,
        )
