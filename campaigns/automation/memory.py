"""Idempotency of automations: the rows of what each has seen, and what becomes of one that has lost them.

Up to migration 0022, an upgrade on SQLite could delete those rows and keep the automation (ADR 28). It would take
its archive for news; it is held until a person says that what its source holds is not to be sent.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from campaigns.status import AutomationItemState
from campaigns.tables import Automation, AutomationItem, Campaign
from core.errors import InputRefused, NotFound
from news.import_files import NewsIntake
from news.slug_owner import adopt_items
from news.sources import read_source
from news.tables import NewsItem
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def unseen_items(automation: Automation) -> SelectOfScalar[NewsItem]:
    """What its source holds and it has done nothing with yet, the oldest first."""
    seen = select(AutomationItem.item_id).where(AutomationItem.automation_id == automation.id)
    return (
        select(NewsItem)
        .where(NewsItem.source_id == automation.source_id, col(NewsItem.id).not_in(seen))
        .order_by(col(NewsItem.id))
    )


def has_lost_memory(session: Session, automation: Automation) -> bool:
    """Whether the rows of what it has seen are gone: something is unseen that it must have seen.

    It sees everything that is there when it is added, and everything before a campaign that it has made.
    """
    forgotten = ~exists().where(col(AutomationItem.campaign_id) == col(Campaign.id))
    last_made = session.scalar(
        select(func.max(Campaign.created_at)).where(Campaign.automation_id == automation.id, forgotten)
    )
    oldest = min((item.created_at for item in session.exec(unseen_items(automation))), default=None)
    return oldest is not None and oldest <= max(automation.created_at, last_made or automation.created_at)


def automations_without_memory(session: Session) -> list[Automation]:
    enabled = session.exec(
        select(Automation).where(is_of_folder(), col(Automation.is_enabled)).order_by(col(Automation.name))
    )
    return [automation for automation in enabled if has_lost_memory(session, automation)]


def take_for_archive(intake: NewsIntake, name: str, *, actor: Principal, now: datetime) -> int:
    """What the source holds and the automation has not seen stays unsent, as when it was added. Returns how much.

    The folder is read at once. What was brought in by hand as it lies there becomes the folder's, and stays
    unsent, too. The automation goes on with what comes after that. Raises NotFound, NotAllowed.
    """
    require(actor, Permission.SEND)
    with intake.database.read() as session:
        source_id = folder_of(named_automation(session, name))
    report = read_source(intake, source_id, now=now)
    with intake.database.write() as session:
        automation = named_automation(session, name, is_locked=True)
        adopt_items(session, report.same_elsewhere, source_id, unchanged_since=now)
        return leave_unsent(session, automation, actor=actor, now=now)


def is_of_folder() -> ColumnElement[bool]:
    """Of an `Automation`: it watches a folder, and is no digest."""
    return col(Automation.source_id).is_not(None)


def folder_of(automation: Automation) -> int:
    """The source that it watches. Raises InputRefused for a digest, which watches none."""
    if automation.source_id is None:
        raise InputRefused("campaigns-automation-is-digest", name=automation.name)
    return automation.source_id


def named_automation(session: Session, name: str, *, is_locked: bool = False) -> Automation:
    """Raises NotFound."""
    wanted = select(Automation).where(Automation.name == name)
    automation = session.exec(wanted.with_for_update() if is_locked else wanted).one_or_none()
    if automation is None:
        raise NotFound("campaigns-automation-unknown", name=name[:80])
    return automation


def leave_unsent(session: Session, automation: Automation, *, actor: Principal, now: datetime) -> int:
    """What it has not seen is an archive's. Returns how much."""
    unseen = session.exec(unseen_items(automation)).all()
    session.add_all(
        AutomationItem(automation_id=automation.id, item_id=item.id, state=AutomationItemState.IRRELEVANT, at=now)
        for item in unseen
    )
    audit.record(
        session,
        actor=actor.name,
        action="automation.archive_taken",
        subject=f"automation:{automation.id}",
        now=now,
        items=len(unseen),
    )
    return len(unseen)
