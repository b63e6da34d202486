"""An automation acts on a new item: drafted for staff, or on its way to readers, in one transaction with the row
that says so. Everything is rendered before that, and stored if nothing has changed meanwhile
(`campaigns.review.freeze`).
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from campaigns.automation.arrival import arrived_item
from campaigns.automation.brake import (
    Decision,
    because_of_repeats,
    decide,
    is_by_hand,
    send_time,
)
from campaigns.automation.refusals import kept_reasons
from campaigns.editorial.draft import DraftPlan, DraftRequest, plan_draft, refuse_withdrawn, save_draft
from campaigns.journal import note_automated
from campaigns.local_time import existing_time, moment
from campaigns.review.approve import approve_standing
from campaigns.review.check import check_mails
from campaigns.review.freeze import RenderedComposition, compose, is_current, render_composition
from campaigns.review.schedule import schedule, send_now
from campaigns.review.submit import TRIES, hand_in, refuse_errors
from campaigns.status import AutomationItemState
from campaigns.tables import Automation, AutomationItem, AutomationMode, Campaign
from core.db import Database
from core.errors import Unavailable
from core.ids import new_public_id
from core.logging import get_logger
from core.settings import Settings
from delivery.senders.senders import get_sender
from news.queries import texts_of
from news.tables import NewsItem
from staff.principal import Principal, automation_principal
from subscribers.lists import get_list

log = get_logger(__name__)


@dataclass(frozen=True)
class _Prepared:
    """A campaign as it would be, before anything of it is in the database."""

    public_id: str
    rendered: RenderedComposition | None
    """None where it is not to be sent."""


@dataclass(frozen=True, slots=True)
class _ReadyCampaign:
    """A campaign that goes out by itself, and when."""

    plan: DraftPlan
    decision: Decision
    rendered: RenderedComposition


def act_on_item(
    database: Database, automation_id: int, item_id: int, *, settings: Settings, now: datetime
) -> Campaign | None:
    """A campaign of the item, drafted or on its way as the automation and its brake say; None if it has been seen
    to. Raises BiltenError for what staff have to see to, Unavailable for what is tried again."""
    for _ in range(TRIES):
        prepared = _prepare(database, automation_id, item_id, settings=settings, now=now)
        with database.write() as session:
            automation = session.get_one(Automation, automation_id, with_for_update=True)
            if session.get(AutomationItem, (automation_id, item_id)) is not None:
                return None
            plan, decision = _plan(session, automation, item_id, prepared.public_id, settings=settings, now=now)
            if not _is_sent(automation, decision):
                return _leave_as_draft(session, automation, plan, decision, now=now)
            if _fits(session, plan, prepared, settings=settings):
                assert prepared.rendered is not None  # noqa: S101  # `_fits` looked
                ready = _ReadyCampaign(plan, decision, prepared.rendered)
                return _send(session, automation, ready, settings=settings, now=now)
    raise Unavailable("campaigns-automation-changing")


def hold_item(
    session: Session, automation: Automation, item_id: int, *, settings: Settings, now: datetime
) -> Campaign | None:
    """A draft of the item, held, where a person has a hand in it now; None where it may be acted on as if it were
    new. For the transaction that calls off the campaign it had."""
    plan, decision = _plan(session, automation, item_id, new_public_id(), settings=settings, now=now)
    return _leave_as_draft(session, automation, plan, decision, now=now) if is_by_hand(decision) else None


def _prepare(
    database: Database, automation_id: int, item_id: int, *, settings: Settings, now: datetime
) -> _Prepared:
    public_id = new_public_id()
    with database.read() as session:
        automation = session.get_one(Automation, automation_id)
        plan, decision = _plan(session, automation, item_id, public_id, settings=settings, now=now)
        refuse_withdrawn(plan.items)
        if not _is_sent(automation, decision):
            return _Prepared(public_id, None)
        composition = compose(session, plan.campaign, plan.blocks, plan.variants, settings=settings, now=now)
    rendered = render_composition(composition, now=now)
    with database.read() as session:
        findings = check_mails(session, plan.campaign, plan.blocks, rendered.mails, settings=settings, now=now)
    refuse_errors(plan.campaign, findings)
    return _Prepared(public_id, rendered)


def _plan(
    session: Session, automation: Automation, item_id: int, public_id: str, *, settings: Settings, now: datetime
) -> tuple[DraftPlan, Decision]:
    item = session.get_one(NewsItem, item_id, populate_existing=True)
    arrival = arrived_item(session, automation, item, settings=settings, now=now)
    decision = decide(automation, arrival, now=now, zone=settings.time_zone)
    if automation.mode is AutomationMode.DRAFT:
        decision = because_of_repeats(decision)
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
    plan = plan_draft(session, request, author=_actor(automation).name, now=now, public_id=public_id)
    plan.campaign.automation_id = automation.id
    return plan, decision


def _is_sent(automation: Automation, decision: Decision) -> bool:
    return automation.mode is AutomationMode.SEND and not decision.held


def _fits(session: Session, plan: DraftPlan, prepared: _Prepared, *, settings: Settings) -> bool:
    return prepared.rendered is not None and is_current(
        session, plan.campaign, plan.blocks, plan.variants, prepared.rendered, settings=settings
    )


def _leave_as_draft(
    session: Session, automation: Automation, plan: DraftPlan, decision: Decision, *, now: datetime
) -> Campaign:
    campaign = save_draft(session, plan, now=now)
    state = AutomationItemState.HELD if decision.held else AutomationItemState.DRAFTED
    _note(session, automation, plan, state, decision, now=now)
    return campaign


def _send(
    session: Session, automation: Automation, ready: _ReadyCampaign, *, settings: Settings, now: datetime
) -> Campaign:
    """Frozen like any other; the standing approvals of the people behind the automation stand for every one."""
    actor, decision = _actor(automation), ready.decision
    campaign = save_draft(session, ready.plan, now=now)
    hand_in(session, campaign, ready.rendered, actor=actor, settings=settings, now=now)
    approve_standing(session, campaign, automation, settings=settings, now=now)
    if decision.on is None:
        send_now(session, campaign.id, actor=actor, settings=settings, now=now)
    else:
        of_the_day = datetime.combine(decision.on, send_time(automation.send_time))
        at = moment(existing_time(of_the_day, settings.time_zone), settings.time_zone)
        local = at.astimezone(ZoneInfo(settings.time_zone))
        schedule(session, campaign.id, local=local, zone=settings.time_zone, actor=actor, now=now)
    _note(session, automation, ready.plan, AutomationItemState.SCHEDULED, decision, now=now)
    return campaign


def _note(
    session: Session,
    automation: Automation,
    plan: DraftPlan,
    state: AutomationItemState,
    decision: Decision,
    *,
    now: datetime,
) -> None:
    (item,) = plan.items
    done = AutomationItem(
        automation_id=automation.id,
        item_id=item.id,
        state=state,
        campaign_id=plan.campaign.id,
        detail=kept_reasons(decision.held) if decision.held else None,
        at=now,
    )
    session.add(done)
    note_automated(session, automation.id, item.id, slug=item.slug)
    automation.last_run_at = now
    event = "automation.held" if decision.held else "automation.acted"
    reasons = [why.code for why in decision.held]
    log.info(event, automation_id=automation.id, item_id=item.id, campaign_id=plan.campaign.id, reasons=reasons)


def _actor(automation: Automation) -> Principal:
    return automation_principal(automation.id)
