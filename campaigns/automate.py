"""New publications go out by themselves: an automation watches a source and makes a campaign of each new item.

What was there before the automation is an archive, not news. Each item is acted on once, and the row that says
so is written in the transaction that makes its campaign.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.actors import Actor, automation_actor, require
from campaigns.automation_memory import has_lost_memory, unseen_items
from campaigns.automation_refusals import kept
from campaigns.draft import DraftRequest, campaign_senders, draft_campaign
from campaigns.house import House
from campaigns.journal import note_automated
from campaigns.schedule import send_now
from campaigns.status import CampaignAction
from campaigns.submit import submit
from campaigns.tables import (
    Approval,
    Automation,
    AutomationItem,
    AutomationItemState,
    AutomationMode,
    Campaign,
)
from campaigns.transition import move
from core.errors import BiltenError, InputRefused, NotAllowed
from core.logging import get_logger
from core.settings import Settings
from delivery.senders import get_sender
from news.queries import texts_of
from news.sources import read_source, source_by_name
from news.store import AssetStore
from news.tables import NewsItem
from staff import audit
from staff.roles import Permission
from subscribers.lists import get_list, list_by_slug

log = get_logger(__name__)

MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class AutomationRequest:
    name: str
    source_name: str
    list_slug: str
    sender_name: str
    mode: AutomationMode
    second_sender_name: str = ""


def add_automation(
    session: Session, request: AutomationRequest, *, store: AssetStore, actor: Actor, now: datetime
) -> Automation:
    """Watches from now on; what the source holds at this moment stays unsent.

    One that sends by itself needs a person who may approve and answers for what nobody sees before it goes:
    NotAllowed without. Raises NotFound for a source, list or sender that is not there.
    """
    require(actor, Permission.SEND)
    if request.mode is AutomationMode.SEND and actor.user_id is None:
        raise NotAllowed("campaigns-automation-needs-a-person")
    source = source_by_name(session, request.source_name)
    read_source(session, source.id, store=store, now=now)
    sender, second = campaign_senders(session, request.sender_name, request.second_sender_name)
    automation = Automation(
        name=_unused_name(session, request.name),
        source_id=source.id,
        list_id=list_by_slug(session, request.list_slug).id,
        sender_id=sender.id,
        second_sender_id=second.id if second else None,
        mode=request.mode,
        approved_by=actor.user_id if request.mode is AutomationMode.SEND else None,
        created_at=now,
    )
    session.add(automation)
    session.flush()
    session.add_all(
        AutomationItem(automation_id=automation.id, item_id=item.id, state=AutomationItemState.IRRELEVANT, at=now)
        for item in session.exec(unseen_items(automation))
    )
    audit.record(
        session,
        actor=actor.name,
        action="automation.added",
        subject=f"automation:{automation.id}",
        now=now,
        mode=request.mode.value,
    )
    return automation


def list_automations(session: Session) -> list[Automation]:
    return list(session.exec(select(Automation).order_by(col(Automation.name))).all())


def run_automations(house: House) -> None:
    """The job: read each watched source, then make a campaign of every new item that has come to rest."""
    with house.database.read() as session:
        automations = session.exec(select(Automation).where(col(Automation.is_enabled))).all()
    for source_id in sorted({automation.source_id for automation in automations}):
        with house.database.write() as session:
            read_source(session, source_id, store=house.store, now=house.clock.now())
    for automation in automations:
        _run(house, automation)


def _run(house: House, automation: Automation) -> None:
    now = house.clock.now()
    settled_before = now - house.settings.automation_quiet
    with house.database.read() as session:
        if has_lost_memory(session, automation):
            log.error("automation.held", automation_id=automation.id, reason="lost_memory")
            return
        items = [item.id for item in session.exec(unseen_items(automation)) if item.updated_at <= settled_before]
    for item_id in items[:MOST_AT_ONCE]:
        try:
            with house.database.write() as session:
                act_on_item(session, automation.id, item_id, settings=house.settings, now=now)
        except BiltenError as error:
            with house.database.write() as session:
                _leave_to_staff(session, automation.id, item_id, error, now=now)


def act_on_item(
    session: Session, automation_id: int, item_id: int, *, settings: Settings, now: datetime
) -> Campaign | None:
    """A campaign of the item, drafted or on its way as the automation says; None if it has been seen to."""
    automation = session.get_one(Automation, automation_id, with_for_update=True)
    if session.get(AutomationItem, (automation_id, item_id)) is not None:
        return None
    actor = automation_actor(automation_id)
    item = session.get_one(NewsItem, item_id)
    campaign = _draft(session, automation, item, actor=actor, now=now)
    if automation.mode is AutomationMode.SEND:
        _send(session, automation, campaign, actor=actor, settings=settings, now=now)
    sends = automation.mode is AutomationMode.SEND
    done = AutomationItem(
        automation_id=automation_id,
        item_id=item_id,
        state=AutomationItemState.SCHEDULED if sends else AutomationItemState.DRAFTED,
        campaign_id=campaign.id,
        at=now,
    )
    session.add(done)
    note_automated(session, done, slug=item.slug)
    automation.last_run_at = now
    log.info("automation.acted", automation_id=automation_id, item_id=item_id, campaign_id=campaign.id)
    return campaign


def _draft(session: Session, automation: Automation, item: NewsItem, *, actor: Actor, now: datetime) -> Campaign:
    languages = sorted(texts_of(session, [item.id])[item.id])
    second_id = automation.second_sender_id
    request = DraftRequest(
        kind=None,
        name="",
        item_slugs=[item.slug],
        list_slug=get_list(session, automation.list_id).slug,
        sender_name=get_sender(session, automation.sender_id).name,
        second_sender_name=get_sender(session, second_id).name if second_id else "",
        main_language="en" if "en" in languages else languages[0],
        languages=languages,
    )
    campaign = draft_campaign(session, request, actor=actor, now=now)
    campaign.automation_id = automation.id
    session.flush()
    return campaign


def _send(
    session: Session,
    automation: Automation,
    campaign: Campaign,
    *,
    actor: Actor,
    settings: Settings,
    now: datetime,
) -> None:
    """Frozen like any other; the standing approval of the person behind the automation stands for every one."""
    submit(session, campaign.id, actor=actor, settings=settings, now=now)
    if settings.approvals_required > 0:
        if automation.approved_by is None or campaign.content_hash is None:
            raise NotAllowed("campaigns-automation-needs-a-person")
        approval = Approval(
            campaign_id=campaign.id,
            user_id=automation.approved_by,
            content_hash=campaign.content_hash,
            at=now,
        )
        session.add(approval)
        move(session, campaign, CampaignAction.APPROVE, now=now)
    send_now(session, campaign.id, actor=actor, settings=settings, now=now)


def _leave_to_staff(
    session: Session, automation_id: int, item_id: int, error: BiltenError, *, now: datetime
) -> None:
    """It must not go out unseen: staff find the item, and why."""
    if session.get(AutomationItem, (automation_id, item_id)) is not None:
        return
    session.add(
        AutomationItem(
            automation_id=automation_id,
            item_id=item_id,
            state=AutomationItemState.REFUSED,
            detail=kept(error),
            at=now,
        )
    )
    log.warning("automation.refused", automation_id=automation_id, item_id=item_id, code=error.code)


def _unused_name(session: Session, name: str) -> str:
    if session.exec(select(Automation.id).where(Automation.name == name)).first() is not None:
        raise InputRefused("campaigns-automation-exists", name=name)
    return name
