"""Privacy setting: whether clicks are counted. Off until an administrator says otherwise, and never for a campaign
to a protected list."""

from datetime import datetime

from sqlmodel import Session

from campaigns.clicks.click_links import ClickScope
from campaigns.clicks.tables import ClickSetting
from campaigns.tables import Campaign
from core.settings import Settings
from core.sql import upsert
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import lists_of

MIN_READERS = 50
"""Of a link with fewer readers nothing is kept: staff who know a small list would know from a number, with the day
and the language, who it was."""
_ROW = "clicks"


def is_counting(session: Session) -> bool:
    setting = session.get(ClickSetting, _ROW)
    return setting is not None and setting.is_on


def set_counting(session: Session, is_on: bool, *, actor: Principal, now: datetime) -> bool:
    """Whether that was a change. It is for what is submitted from now on; switched off, nothing more is counted,
    and links that are out go on leading where they led. Raises NotAllowed."""
    require(actor, Permission.MANAGE_CLICKS)
    if is_counting(session) is is_on:
        return False
    session.execute(
        upsert(session, ClickSetting)
        .values(name=_ROW, is_on=is_on)
        .on_conflict_do_update(index_elements=["name"], set_={"is_on": is_on})
    )
    session.expire_all()
    audit.record(session, actor=actor.name, action="clicks.switched", subject="clicks", now=now, is_on=is_on)
    return True


def click_scope(session: Session, campaign: Campaign, *, settings: Settings) -> ClickScope | None:
    """None where the clicks of this campaign are not to be counted."""
    if not is_counting(session) or any(row.is_protected for row in lists_of(session, campaign.audience)):
        return None
    return ClickScope(campaign.public_id, settings.public_url)
