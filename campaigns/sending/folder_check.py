"""Precondition of a launch: what an automation scheduled waits until its folder has been compared since its time.

Else a machine that was down on that morning would send what was taken out of the folder meanwhile.
"""

from sqlalchemy import ColumnElement, exists, or_
from sqlmodel import col

from campaigns.tables import Automation, AutomationItem, AutomationItemState, Campaign


def waits_for_folder() -> ColumnElement[bool]:
    """Of a campaign. Not where staff have had their hands on it, nor of an automation that is switched off: it
    reads nothing."""
    return exists().where(
        col(AutomationItem.campaign_id) == col(Campaign.id),
        col(AutomationItem.state) == AutomationItemState.SCHEDULED,
        col(AutomationItem.at) == col(Campaign.changed_at),
        col(Automation.id) == col(AutomationItem.automation_id),
        col(Automation.is_enabled),
        or_(
            col(Automation.folder_checked_at).is_(None),
            col(Automation.folder_checked_at) < col(Campaign.scheduled_at),
        ),
    )
