"""Automations after a restore: what they may have sent of already is left to staff, not sent once more."""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.automation_memory import unseen_items
from campaigns.automation_refusals import kept
from campaigns.house import House
from campaigns.restore.history import History
from campaigns.tables import Automation, AutomationItem, AutomationItemState
from core.errors import Conflict
from news.sources import read_source


def hold_automations(session: Session, house: House, history: History, *, now: datetime) -> int:
    """Reads each watched source once, so that what lies in it now is not taken for new later. How many items it
    leaves to staff, who find them where all refused ones are."""
    automations = session.exec(select(Automation).order_by(col(Automation.id))).all()
    for source_id in sorted({automation.source_id for automation in automations}):
        read_source(session, source_id, store=house.store, now=now)
    session.flush()
    held = [
        AutomationItem(
            automation_id=automation.id,
            item_id=item.id,
            state=AutomationItemState.REFUSED,
            detail=kept(Conflict("campaigns-automation-restored")),
            at=now,
        )
        for automation in automations
        for item in session.exec(unseen_items(automation))
        if not history.is_whole or (automation.id, item.slug) in history.automated
    ]
    session.add_all(held)
    return len(held)
