"""Set up a digest, change it, and turn it on again: whoever does so answers for it, and others approve it anew.

What there is at that moment is an archive's, and no news for it: nobody expects last year's in Monday's digest.
"""

from datetime import datetime

from sqlalchemy import insert, literal
from sqlmodel import Session, col, select

from campaigns.automation.memory import named_automation
from campaigns.automation.run_automations import unused_name
from campaigns.digest_tables import Digest, DigestFiring, DigestItem, SeenState
from campaigns.digests.digest_calendar import set_next
from campaigns.digests.digest_request import (
    DigestRequest,
    apply_request,
    request_of,
    version_of,
)
from campaigns.editorial.automation_changes import mark_set_up
from campaigns.editorial.stale_edit import expect_seen
from campaigns.review.standing_approval import expect_to_answer, lacks_approvers_for, set_up_anew
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationMode
from core.db import BigId, EnumText, UtcDateTime
from core.errors import InputRefused
from core.settings import Settings
from news.tables import NewsItem
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, expect_takes


def add_digest(
    session: Session, request: DigestRequest, *, actor: Principal, settings: Settings, now: datetime
) -> Automation:
    """Raises NotAllowed, also where it sends and nobody would answer for it; InputRefused for what cannot be;
    NotFound for a list, sender or segment that is not there; Conflict for a list that is archived."""
    require(actor, Permission.SEND)
    automation = Automation(
        name=unused_name(session, request.name), list_id=0, sender_id=0, mode=request.mode, created_at=now
    )
    digest = Digest(
        automation_id=0, pattern=request.rule.pattern, starts_on=request.rule.starts_on, at="", zone="",
        kind=request.kind,
    )  # fmt: skip
    with session.no_autoflush:
        apply_request(session, automation, digest, request, actor=actor)
    session.add(automation)
    session.flush()
    digest.automation_id = automation.id
    mark_set_up(session, automation, actor=actor.name, now=now)
    set_next(session, digest, settings=settings, now=now)
    session.flush()
    leave_before(session, automation.id, now=now)
    _record(session, automation, "automation.added", actor=actor, now=now, mode=request.mode.value)
    return automation


def change_digest(
    session: Session, name: str, request: DigestRequest, *, actor: Principal, settings: Settings, now: datetime
) -> Automation:
    """Its name stays. Others' approvals do not: they are of what it was. Raises as `add_digest` does, and Conflict
    where it is no longer as it was seen."""
    require(actor, Permission.SEND)
    automation = named_automation(session, name, is_locked=True)
    digest = get_digest(session, automation)
    before = request_of(session, automation, digest)
    with session.no_autoflush:
        apply_request(session, automation, digest, request, actor=actor)
    is_changed = request_of(session, automation, digest) != before
    expect_seen(request.seen, version_of(before), is_change=is_changed)
    required = CampaignSettings.of(settings).approvals_required
    if is_changed or lacks_approvers_for(session, automation, required=required, now=now):
        set_up_anew(session, automation, actor=actor, required=required, now=now)
    session.add(automation)
    set_next(session, digest, settings=settings, now=now)
    if digest.is_on_publication and _takes_others(before, request_of(session, automation, digest)):
        leave_before(session, automation.id, now=now)
    _record(session, automation, "automation.changed", actor=actor, now=now, mode=automation.mode.value)
    return automation


def _takes_others(before: DigestRequest, after: DigestRequest) -> bool:
    """What there is at that moment would else go out, an email for each: nobody expects that of another filter."""
    return (before.rule.pattern, before.chosen, before.oldest_days) != (
        after.rule.pattern, after.chosen, after.oldest_days,
    )  # fmt: skip


def turn_digest_on(
    session: Session, name: str, *, actor: Principal, settings: Settings, now: datetime
) -> tuple[Automation, int]:
    """The automation, and how much came while it was off, which stays out of it. Raises NotFound, NotAllowed,
    Conflict for a list that is archived."""
    require(actor, Permission.SEND)
    automation = named_automation(session, name, is_locked=True)
    digest = get_digest(session, automation)
    if automation.is_enabled:
        return automation, 0
    expect_takes(session, automation.list_id, ListPurpose.AUTOMATION)
    if automation.mode is AutomationMode.SEND:
        expect_to_answer(actor)
    left = leave_before(session, automation.id, now=now)
    automation.is_enabled = True
    required = CampaignSettings.of(settings).approvals_required
    set_up_anew(session, automation, actor=actor, required=required, now=now)
    session.add(automation)
    set_next(session, digest, settings=settings, now=now)
    _record(session, automation, "automation.turned_on", actor=actor, now=now)
    return automation, left


def get_digest(session: Session, automation: Automation) -> Digest:
    """Raises InputRefused for an automation that watches a folder."""
    digest = session.get(Digest, automation.id, populate_existing=True)
    if digest is None:
        raise InputRefused("campaigns-automation-no-digest", name=automation.name)
    return digest


def latest_firings(session: Session, automation_id: int, *, limit: int) -> list[DigestFiring]:
    """What became of its last days, the latest first."""
    wanted = select(DigestFiring).where(DigestFiring.automation_id == automation_id)
    return list(session.exec(wanted.order_by(col(DigestFiring.at).desc()).limit(limit)))


def list_digests(session: Session) -> list[tuple[Automation, Digest]]:
    """By name."""
    wanted = select(Automation, Digest).join(Digest, col(Digest.automation_id) == col(Automation.id))
    return [(automation, digest) for automation, digest in session.exec(wanted.order_by(col(Automation.name)))]


def _record(
    session: Session, automation: Automation, action: str, *, actor: Principal, now: datetime, **detail: str
) -> None:
    subject = f"automation:{automation.id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **detail)


def leave_before(session: Session, automation_id: int, *, now: datetime) -> int:
    """What it has no row of is an archive's. One INSERT … SELECT; returns how much."""
    seen = select(DigestItem.item_id).where(DigestItem.automation_id == automation_id)
    rows = select(
        literal(automation_id, BigId),
        NewsItem.id,
        literal(SeenState.BEFORE, EnumText(SeenState)),
        literal(now, UtcDateTime()),
    ).where(col(NewsItem.id).not_in(seen))
    left = session.execute(
        insert(DigestItem)
        .from_select(["automation_id", "item_id", "seen_as", "at"], rows)
        .returning(col(DigestItem.item_id))
    )
    return len(left.all())
