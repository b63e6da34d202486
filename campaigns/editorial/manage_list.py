"""Manage a mailing list: make it, name it, protect it, close or archive it, delete it.

Its name stands in the mails of every draft to it, and so in the ledger of who changed what (ADR 38). What would
take a list away from something that uses it is refused, and says what uses it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from campaigns.editorial.content_changes import record_changes
from campaigns.editorial.stale_edit import expect_seen, list_version
from campaigns.protected_segments import segments_about
from campaigns.queries import goes_to
from campaigns.status import FINAL, CampaignStatus
from campaigns.tables import Automation, Campaign
from campaigns.welcome_tables import WelcomeSeries
from core.errors import Conflict
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.change_list import (
    delete_list,
    has_people,
    lock_list,
    rename_list,
    set_list_status,
    set_protected,
)
from subscribers.list_state import ListStatus, list_status
from subscribers.lists import create_list, read_list_name, read_list_names
from subscribers.tables import MailingList


@dataclass(frozen=True, slots=True)
class ListDetails:
    """What a person says of a list; None leaves it as it is."""

    name: str | None = None
    names: Mapping[str, str] | None = None
    """By language."""
    is_protected: bool | None = None
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def add_list(session: Session, slug: str, details: ListDetails, *, actor: Principal, now: datetime) -> MailingList:
    """Raises NotAllowed; InputRefused for a name that cannot be used; Conflict where the short name is taken."""
    require(actor, Permission.MANAGE_LISTS)
    name = read_list_name(details.name or "")
    names = read_list_names(details.names or {}, name=name)
    made = create_list(session, slug=slug, name=name, now=now, is_protected=bool(details.is_protected))
    if names:
        rename_list(session, made, name=name, names=names)
    _record(session, made, "list.created", actor=actor, now=now, slug=slug)
    return made


def change_list(
    session: Session, slug: str, details: ListDetails, *, actor: Principal, now: datetime
) -> MailingList:
    """Raises NotFound, NotAllowed; InputRefused for a name that cannot be used; Conflict where it is no longer as
    it was seen, people would lose their protection, or a campaign to it is under way, or a segment
    tells of it, that was not made for a protected list."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = lock_list(session, slug)
    before = (mailing_list.name, dict(mailing_list.names), mailing_list.is_protected)
    name = before[0] if details.name is None else read_list_name(details.name)
    names = read_list_names(before[1] if details.names is None else details.names, name=name)
    is_protected = before[2] if details.is_protected is None else details.is_protected
    is_change = (name, names, is_protected) != before
    expect_seen(details.seen, list_version(mailing_list), is_change=is_change)
    if is_protected != before[2]:
        if is_protected:
            _expect_no_campaign_under_way(session, mailing_list)
            _expect_no_segment(session, mailing_list)
        set_protected(session, mailing_list, is_protected)
    if (name, names) != before[:2]:
        rename_list(session, mailing_list, name=name, names=names)
    parts = {"name": (before[0], name), "names": (before[1], names)}
    record_changes(session, f"mailing_list:{mailing_list.id}", parts, actor=actor.name, now=now)
    if is_change:
        renamed = {"before": before[0], "name": name} if name != before[0] else {}
        _record(session, mailing_list, "list.changed", actor=actor, now=now, is_protected=is_protected, **renamed)
    return mailing_list


def change_list_status(
    session: Session, slug: str, status: ListStatus, *, actor: Principal, now: datetime
) -> MailingList:
    """Raises NotFound, NotAllowed; Conflict where it would be archived and a campaign to it is under way, or an
    automation sends to it. Doing it twice is doing it once."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = lock_list(session, slug)
    if list_status(mailing_list) is status:
        return mailing_list
    if status is ListStatus.ARCHIVED:
        _expect_no_campaign_under_way(session, mailing_list)
        _expect_no_automation(session, mailing_list, is_enabled=True)
    set_list_status(session, mailing_list, status, now=now)
    _record(session, mailing_list, f"list.{_EVENT[status]}", actor=actor, now=now)
    return mailing_list


def remove_list(session: Session, slug: str, *, actor: Principal, now: datetime) -> None:
    """Raises NotFound, NotAllowed; Conflict where anybody was ever on it, or anything else uses it."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = lock_list(session, slug)
    in_audience = select(AudienceList.campaign_id).where(AudienceList.list_id == mailing_list.id)
    campaign_id = session.exec(in_audience.order_by(col(AudienceList.campaign_id))).first()
    if campaign_id is not None:
        name = session.get_one(Campaign, campaign_id).name
        raise Conflict("campaigns-list-has-campaign", list=mailing_list.name, name=name)
    _expect_no_automation(session, mailing_list)
    _expect_no_segment(session, mailing_list)
    _record(session, mailing_list, "list.deleted", actor=actor, now=now, slug=slug)
    delete_list(session, mailing_list)


def is_deletable(session: Session, mailing_list: MailingList) -> bool:
    uses = (
        select(AudienceList.list_id).where(AudienceList.list_id == mailing_list.id),
        select(Automation.list_id).where(Automation.list_id == mailing_list.id),
        select(WelcomeSeries.list_id).where(WelcomeSeries.list_id == mailing_list.id),
    )
    is_used = any(session.exec(use.limit(1)).first() is not None for use in uses)
    return not is_used and not segments_about(session, mailing_list) and not has_people(session, mailing_list.id)


_EVENT = {ListStatus.OPEN: "opened", ListStatus.CLOSED: "closed", ListStatus.ARCHIVED: "archived"}
_AT_REST = FINAL | {CampaignStatus.DRAFT}


def _expect_no_campaign_under_way(session: Session, mailing_list: MailingList) -> None:
    under_way = (
        select(Campaign)
        .where(goes_to(col(AudienceList.list_id) == mailing_list.id), col(Campaign.status).not_in(_AT_REST))
        .order_by(col(Campaign.id))
    )
    campaign = session.exec(under_way).first()
    if campaign is not None:
        raise Conflict("campaigns-list-campaign-under-way", list=mailing_list.name, name=campaign.name)


def _expect_no_automation(session: Session, mailing_list: MailingList, *, is_enabled: bool = False) -> None:
    automations = select(Automation).where(Automation.list_id == mailing_list.id).order_by(col(Automation.id))
    if is_enabled:
        automations = automations.where(col(Automation.is_enabled))
    automation = session.exec(automations).first()
    if automation is not None:
        code = "campaigns-list-has-automation" if is_enabled else "campaigns-list-used-by-automation"
        raise Conflict(code, list=mailing_list.name, name=automation.name)
    series = select(WelcomeSeries).where(WelcomeSeries.list_id == mailing_list.id)
    if is_enabled:
        series = series.where(col(WelcomeSeries.is_enabled))
    welcome = session.exec(series.order_by(col(WelcomeSeries.id))).first()
    if welcome is not None:
        code = "campaigns-list-has-welcome" if is_enabled else "campaigns-list-used-by-welcome"
        raise Conflict(code, list=mailing_list.name, name=welcome.name)


def _expect_no_segment(session: Session, mailing_list: MailingList) -> None:
    segment = next(iter(segments_about(session, mailing_list)), None)
    if segment is not None:
        raise Conflict("campaigns-list-has-segment", list=mailing_list.name, segment=segment.name)


def _record(
    session: Session,
    mailing_list: MailingList,
    action: str,
    *,
    actor: Principal,
    now: datetime,
    **detail: str | bool,
) -> None:
    subject = f"mailing_list:{mailing_list.id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **detail)
