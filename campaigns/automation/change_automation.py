"""Change an automation, turn it off, or on again: whoever does so answers for it, and others approve it anew.

What comes into its folder while it is off is an archive's when it is turned on again, as when it was added: nobody
expects last month's news to go out today.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from campaigns.automation.brake import set_brake
from campaigns.automation.memory import folder_of, leave_unsent, named_automation
from campaigns.automation.run_automations import check_alone
from campaigns.editorial.draft import campaign_senders
from campaigns.editorial.stale_edit import automation_version, expect_seen
from campaigns.review.standing_approval import expect_to_answer, lacks_approvers_for, set_up_anew
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationMode
from core.errors import Conflict
from core.settings import Settings
from news.import_files import NewsIntake
from news.slug_owner import adopt_items
from news.sources import read_source
from news.tables import Source
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, expect_takes
from subscribers.lists import list_by_slug


@dataclass(frozen=True, slots=True)
class AutomationEdit:
    """What is None stays."""

    most_at_once: int | None = None
    oldest_days: int | None = None
    send_time: str | None = None
    mode: AutomationMode | None = None
    list_slug: str | None = None
    sender_name: str | None = None
    second_sender_name: str | None = None
    """Empty: none."""
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def change_automation(
    session: Session, name: str, edit: AutomationEdit, *, actor: Principal, settings: Settings, now: datetime
) -> Automation:
    """Others' standing approvals do not stay: they are of what it was. Where too few are left who could approve
    it, it is set up anew also by an edit that changes nothing.

    Raises NotAllowed, also where nobody would answer for what it sends; NotFound; InputRefused for what cannot be,
    and for a digest; Conflict where it is no longer as it was seen, or its list is archived.
    """
    require(actor, Permission.SEND)
    automation = named_automation(session, name, is_locked=True)
    folder_of(automation)
    before, seen = automation.model_dump(), automation_version(automation)
    with session.no_autoflush:
        _apply(session, automation, edit, actor=actor)
    is_changed = automation.model_dump() != before
    expect_seen(edit.seen, seen, is_change=is_changed)
    required = CampaignSettings.of(settings).approvals_required
    if is_changed or lacks_approvers_for(session, automation, required=required, now=now):
        set_up_anew(session, automation, actor=actor, required=required, now=now)
    session.add(automation)
    after = automation.model_dump()
    _record(
        session, automation, "automation.changed", actor=actor, now=now, **{key: str(after[key]) for key in _SET}
    )
    return automation


def turn_off(session: Session, name: str, *, actor: Principal, now: datetime) -> Automation:
    """It makes nothing any more. What it has scheduled already goes out. Raises NotFound, NotAllowed."""
    require(actor, Permission.SEND)
    automation = named_automation(session, name, is_locked=True)
    if automation.is_enabled:
        automation.is_enabled = False
        session.add(automation)
        _record(session, automation, "automation.turned_off", actor=actor, now=now)
    return automation


def turn_on(
    intake: NewsIntake, name: str, *, actor: Principal, settings: Settings, now: datetime
) -> tuple[Automation, int]:
    """The automation, and how many items came while it was off, which stay unsent. The folder is read at once.

    Raises as `change_automation` does, InputRefused where another one sends from its folder by
    now, and Conflict where that is watched no longer.
    """
    require(actor, Permission.SEND)
    with intake.database.read() as session:
        source_id = folder_of(named_automation(session, name))
    report = read_source(intake, source_id, now=now)
    with intake.database.write() as session:
        source = session.get_one(Source, source_id, with_for_update=True)
        automation = named_automation(session, name, is_locked=True)
        if automation.is_enabled:
            return automation, 0
        if source.stopped_at is not None:
            raise Conflict("campaigns-folder-stopped", folder=source.name)
        expect_takes(session, automation.list_id, ListPurpose.AUTOMATION)
        if automation.mode is AutomationMode.SEND:
            expect_to_answer(actor)
            check_alone(session, source, besides=automation.id)
        adopt_items(session, report.same_elsewhere, source_id, unchanged_since=now)
        left = leave_unsent(session, automation, actor=actor, now=now)
        automation.is_enabled = True
        required = CampaignSettings.of(settings).approvals_required
        set_up_anew(session, automation, actor=actor, required=required, now=now)
        session.add(automation)
        _record(session, automation, "automation.turned_on", actor=actor, now=now)
        return automation, left


_SET = ("mode", "list_id", "sender_id", "second_sender_id", "most_at_once", "oldest_days", "send_time")


def _apply(session: Session, automation: Automation, edit: AutomationEdit, *, actor: Principal) -> None:
    set_brake(
        automation,
        automation.most_at_once if edit.most_at_once is None else edit.most_at_once,
        automation.oldest_days if edit.oldest_days is None else edit.oldest_days,
        edit.send_time or automation.send_time,
    )
    if edit.list_slug is not None:
        list_id = list_by_slug(session, edit.list_slug).id
        automation.list_id = expect_takes(session, list_id, ListPurpose.AUTOMATION).id
    if edit.sender_name is not None:
        sender, second = campaign_senders(session, edit.sender_name, edit.second_sender_name or "")
        automation.sender_id, automation.second_sender_id = sender.id, second.id if second else None
    if edit.mode is not None and edit.mode is not automation.mode:
        if edit.mode is AutomationMode.SEND:
            expect_to_answer(actor)
            if automation.is_enabled:
                check_alone(session, session.get_one(Source, automation.source_id), besides=automation.id)
        automation.mode = edit.mode
        automation.approved_by = actor.user_id if edit.mode is AutomationMode.SEND else None


def _record(
    session: Session, automation: Automation, action: str, *, actor: Principal, now: datetime, **detail: Any
) -> None:
    subject = f"automation:{automation.id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **detail)
