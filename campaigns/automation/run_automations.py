"""New publications go out by themselves: an automation watches a source and makes a campaign of each new item.

What was there before the automation is an archive, not news. Each item is acted on once
(`campaigns.automation.act_on_item`), and the row that says so is written in the
transaction that makes its campaign.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, literal
from sqlmodel import Session, col, select

from campaigns.automation.act_on_item import act_on_item
from campaigns.automation.brake import set_brake
from campaigns.automation.closed_items import watched_intake
from campaigns.automation.folder_hold import compare_with_folder
from campaigns.automation.memory import folder_of, has_lost_memory, is_of_folder, unseen_items
from campaigns.automation.refusals import refused_row
from campaigns.automation.take_back import take_back_changed
from campaigns.editorial.automation_changes import mark_set_up
from campaigns.editorial.draft import campaign_senders
from campaigns.review.standing_approval import expect_to_answer
from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.status import AutomationItemState
from campaigns.tables import Automation, AutomationItem, AutomationMode
from core.db import BigId, Database, EnumText, UtcDateTime
from core.errors import BiltenError, InputRefused, Unavailable
from core.logging import get_logger
from news.fingerprint_rows import fingerprint_all
from news.folder_texts import is_missing_a_text
from news.import_files import NewsIntake
from news.slug_owner import adopt_items
from news.sources import read_source, source_by_name
from news.tables import NewsItem, Source
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, check_takes, expect_takes
from subscribers.lists import list_by_slug
from subscribers.tables import MailingList

log = get_logger(__name__)

BATCH_SIZE = 20
"""Items in one run."""


@dataclass(frozen=True, slots=True)
class AutomationRequest:
    name: str
    source_name: str
    list_slug: str
    sender_name: str
    mode: AutomationMode
    second_sender_name: str = ""
    most_at_once: int = 3
    oldest_days: int = 30
    send_time: str = "09:00"


def check_request(session: Session, request: AutomationRequest, *, actor: Principal, now: datetime) -> Automation:
    """The automation as it would be, not saved.

    One that sends by itself needs a person who may approve and answers for what nobody sees before it goes:
    NotAllowed without. Only one that sends watches a folder: whoever is on two lists would be mailed twice. Raises
    NotFound for a source, list or sender that is not there, InputRefused for a name that is taken, a folder from
    which another one sends, or a setting that cannot be, Conflict for a list that is archived.
    """
    require(actor, Permission.SEND)
    if request.mode is AutomationMode.SEND:
        expect_to_answer(actor)
    sender, second = campaign_senders(session, request.sender_name, request.second_sender_name)
    name = unused_name(session, request.name)
    source = source_by_name(session, request.source_name)
    if request.mode is AutomationMode.SEND:
        check_alone(session, source)
    automation = Automation(
        name=name,
        source_id=source.id,
        list_id=check_takes(list_by_slug(session, request.list_slug), ListPurpose.AUTOMATION).id,
        sender_id=sender.id,
        second_sender_id=second.id if second else None,
        mode=request.mode,
        approved_by=actor.user_id if request.mode is AutomationMode.SEND else None,
        created_at=now,
    )
    set_brake(automation, request.most_at_once, request.oldest_days, request.send_time)
    return automation


def add_automation(
    intake: NewsIntake, request: AutomationRequest, *, actor: Principal, now: datetime
) -> Automation:
    """Watches from now on; what the source holds at this moment stays unsent, also what lies there as somebody has
    brought it in by hand. Raises as `check_request` does."""
    with intake.database.read() as session:
        source_id = folder_of(check_request(session, request, actor=actor, now=now))
    report = read_source(intake, source_id, now=now)
    with intake.database.write() as session:
        session.get_one(Source, source_id, with_for_update=True)  # one after another, where two are added at once
        adopt_items(session, report.same_elsewhere, source_id, unchanged_since=now)
        automation = check_request(session, request, actor=actor, now=now)
        expect_takes(session, automation.list_id, ListPurpose.AUTOMATION)
        session.add(automation)
        session.flush()
        mark_set_up(session, automation, actor=actor.name, now=now)
        _leave_archive(session, automation, now=now)
        _record(session, automation, "automation.added", actor=actor, now=now, mode=request.mode.value)
    return automation


def list_automations(session: Session) -> list[Automation]:
    """Those that watch a folder, by name."""
    return list(session.exec(select(Automation).where(is_of_folder()).order_by(col(Automation.name))).all())


def run_automations(context: JobContext) -> None:
    """The job: read each watched source, then make a campaign of every new item that has come to rest."""
    with context.database.read() as session:
        automations = session.exec(select(Automation).where(is_of_folder(), col(Automation.is_enabled))).all()
    if not automations:
        return
    intake = watched_intake(context.services, context.folder_caches)
    sources = sorted({folder_of(automation) for automation in automations})
    left = {source_id: read_source(intake, source_id, now=context.clock.now()).left for source_id in sources}
    fingerprint_all(context.database, now=context.clock.now())
    for automation in automations:
        take_back_changed(context, automation)
        compare_with_folder(context, automation)
        if not left[folder_of(automation)]:  # else nobody knows yet how many new items have come at once
            _run(context, automation)


def _run(context: JobContext, automation: Automation) -> None:
    now = context.clock.now()
    settled_before = now - CampaignSettings.of(context.settings).automation_quiet
    with context.database.read() as session:
        if has_lost_memory(session, automation):
            log.error("automation.held", automation_id=automation.id, reason="lost_memory")
            return
        at_rest = (col(NewsItem.updated_at) <= settled_before, ~is_missing_a_text())
        unseen = unseen_items(automation).where(*at_rest).limit(BATCH_SIZE)
        items = [item.id for item in session.exec(unseen)]
    for item_id in items:
        try:
            act_on_item(context.database, automation.id, item_id, settings=context.settings, now=now)
        except Unavailable as error:
            log.info("automation.postponed", automation_id=automation.id, item_id=item_id, code=error.code)
        except BiltenError as error:
            _leave_to_staff(context.database, automation.id, item_id, error, now=now)


def _leave_to_staff(
    database: Database, automation_id: int, item_id: int, error: BiltenError, *, now: datetime
) -> None:
    """It must not go out unseen: staff find the item, and why."""
    with database.write() as session:
        if session.get(AutomationItem, (automation_id, item_id)) is not None:
            return
        session.add(refused_row(automation_id, item_id, error, now=now))
    log.warning("automation.refused", automation_id=automation_id, item_id=item_id, code=error.code)


def _leave_archive(session: Session, automation: Automation, *, now: datetime) -> None:
    """One INSERT … SELECT, whatever the source holds."""
    rows = select(
        literal(automation.id, BigId),
        NewsItem.id,
        literal(AutomationItemState.IRRELEVANT, EnumText(AutomationItemState)),
        literal(now, UtcDateTime()),
    ).where(NewsItem.source_id == automation.source_id)
    columns = ["automation_id", "item_id", "state", "at"]
    session.execute(insert(AutomationItem).from_select(columns, rows))


def _record(
    session: Session, automation: Automation, action: str, *, actor: Principal, now: datetime, **detail: Any
) -> None:
    subject = f"automation:{automation.id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **detail)


def check_alone(session: Session, source: Source, *, besides: int | None = None) -> None:
    """Raises InputRefused where another automation than `besides` sends from that folder."""
    sends = (
        select(Automation.name, MailingList.name)
        .join(Source, col(Source.id) == col(Automation.source_id))
        .join(MailingList, col(MailingList.id) == col(Automation.list_id))
        .where(
            Source.location == source.location,
            Automation.mode == AutomationMode.SEND,
            col(Automation.is_enabled),
            col(Automation.id) != (besides or 0),
        )
    )
    for name, list_name in session.exec(sends):
        raise InputRefused("campaigns-automation-folder-taken", name=name, list=list_name)


def unused_name(session: Session, name: str) -> str:
    """Raises InputRefused where another automation has it."""
    if session.exec(select(Automation.id).where(Automation.name == name)).first() is not None:
        raise InputRefused("campaigns-automation-exists", name=name)
    return name
