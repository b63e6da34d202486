"""Alerting: whatever has needed attention for ten minutes is emailed once to those who may act on it.

Once for as long as it lasts. It is news again only when it was gone for an hour: what comes and goes by the minute
is one thing. The texts are those of the page, without what providers and files say in their own words; what to do
stands there.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from campaigns.reporting.attention_item import AttentionItem
from campaigns.sending.job_context import JobContext
from campaigns.services import program_texts
from campaigns.staff_mail.compose_mail import MailLine, StaffMailBody, compose_mail, new_staff_mail
from campaigns.staff_mail.tables import AttentionNotice, StaffMailPurpose
from core.db import rows_changed
from core.generation.verdict import Verdict
from core.public_urls import campaign_list_url, campaign_page_url
from core.settings import Settings
from core.sql import insert_new
from scheduler.health.attention import attention_items
from staff.roles import Permission
from staff.users import who_may

TOLD_AFTER = timedelta(minutes=10)
GONE_FOR = timedelta(hours=1)
NOTED_EVERY = timedelta(minutes=5)
"""That something lasts is written down no more often than this."""
MAX_ITEMS = 20
"""In one email."""
ON_PURPOSE = "campaigns-pause-staff"
HELD = "campaigns-need-held"
UNTOLD = "campaigns-need-staff-mail"
"""That no email to staff is sent cannot be told by email."""


def email_attention(context: JobContext) -> None:
    """The job. In a quarantined database it tells of that alone; in one that this machine does not know, of
    nothing: it may be a copy."""
    verdict, now = context.guard.glance(), context.clock.now()
    if verdict not in (Verdict.MAY_SEND, Verdict.QUARANTINED):
        return
    with context.database.read() as session:
        items = [item for item in attention_items(context, session, verdict=verdict) if _is_told(item)]
    if verdict is Verdict.QUARANTINED:
        items = [item for item in items if item.code == HELD]
    with context.database.write() as session:
        due = _due(session, items, now=now)
        if due:
            _queue(session, due, settings=context.settings, now=now)


def _is_told(item: AttentionItem) -> bool:
    is_on_purpose = any(why.code == ON_PURPOSE for why in item.why)
    return not is_on_purpose and item.code != UNTOLD


def _due(session: Session, items: Iterable[AttentionItem], *, now: datetime) -> list[AttentionItem]:
    """Those that have lasted long enough and were not told of. Each is given out once, whoever else asks."""
    by_key = {item.key: item for item in items}
    is_gone = (col(AttentionNotice.last_seen_at) < now - GONE_FOR, col(AttentionNotice.item_key).not_in(by_key))
    session.execute(delete(AttentionNotice).where(*is_gone))
    known = session.exec(
        select(AttentionNotice)
        .where(col(AttentionNotice.item_key).in_(by_key))
        .order_by(AttentionNotice.item_key)
        .with_for_update()
    ).all()
    lasting = [row.item_key for row in known if row.last_seen_at <= now - NOTED_EVERY]
    if lasting:
        seen = update(AttentionNotice).where(col(AttentionNotice.item_key).in_(lasting))
        session.execute(seen.values(last_seen_at=now))
    for key in by_key.keys() - {row.item_key for row in known}:
        new = {"item_key": key, "first_seen_at": now, "last_seen_at": now, "is_mailed": False}
        session.execute(insert_new(session, AttentionNotice).values(**new))
    return [
        by_key[row.item_key]
        for row in known
        if not row.is_mailed and row.first_seen_at <= now - TOLD_AFTER and _take(session, row.item_key)
    ]


def _take(session: Session, item_key: str) -> bool:
    """Compare-and-set: of two machines one tells."""
    untold = (col(AttentionNotice.item_key) == item_key, ~col(AttentionNotice.is_mailed))
    return rows_changed(session.execute(update(AttentionNotice).where(*untold).values(is_mailed=True))) == 1


def _queue(session: Session, items: Sequence[AttentionItem], *, settings: Settings, now: datetime) -> None:
    is_held = any(item.code == HELD for item in items)
    purpose = StaffMailPurpose.HELD if is_held else StaffMailPurpose.ATTENTION
    bodies: dict[str, StaffMailBody] = {}
    for user in who_may(session, Permission.SEND):
        if user.language not in bodies:
            bodies[user.language] = attention_mail(user.language, items, settings=settings)
        session.add(new_staff_mail(user, purpose, bodies[user.language], now=now))


def attention_mail(language: str, items: Sequence[AttentionItem], *, settings: Settings) -> StaffMailBody:
    texts, lines = program_texts(), []
    for item in items[:MAX_ITEMS]:
        sentences = [texts.text(language, item.code, **item.params)]
        sentences += [texts.text(language, why.code) for why in item.why if not why.params and why.code]
        lines.append(MailLine(" ".join(sentences)))
        if item.campaign_id is not None:
            address = campaign_page_url(settings, item.campaign_id)
            lines.append(MailLine(texts.text(language, "campaigns-mail-open-campaign"), url=address))
    if len(items) > MAX_ITEMS:
        lines.append(MailLine(texts.text(language, "scheduler-mail-more", count=len(items) - MAX_ITEMS)))
    lines.append(MailLine(texts.text(language, "scheduler-mail-open"), url=campaign_list_url(settings)))
    lines.append(MailLine(texts.text(language, "scheduler-mail-why")))
    return compose_mail(language, texts.text(language, "scheduler-mail-subject", count=len(items)), lines)
