"""Which buttons a page offers: what the campaign's state allows and the visitor may do. Pure.

The use cases check both again; a button is a courtesy, not a lock.
"""

from dataclasses import dataclass

from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from staff.principal import Principal
from staff.roles import Permission


@dataclass(frozen=True, slots=True)
class AvailableAction:
    name: str
    """Ends its address, and its texts' keys."""
    action: CampaignAction
    permission: Permission


STEPS = (
    AvailableAction("submit", CampaignAction.SUBMIT, Permission.SUBMIT),
    AvailableAction("approve", CampaignAction.APPROVE, Permission.APPROVE),
    AvailableAction("send-back", CampaignAction.SEND_BACK, Permission.APPROVE),
    AvailableAction("schedule", CampaignAction.SCHEDULE, Permission.SCHEDULE),
    AvailableAction("send", CampaignAction.SCHEDULE, Permission.SEND),
    AvailableAction("unschedule", CampaignAction.UNSCHEDULE, Permission.SCHEDULE),
    AvailableAction("pause", CampaignAction.PAUSE, Permission.PAUSE),
    AvailableAction("resume", CampaignAction.RESUME, Permission.PAUSE),
    AvailableAction("cancel", CampaignAction.CANCEL, Permission.CANCEL),
)


def available_actions(
    status: CampaignStatus, principal: Principal, *, had_a_hand: bool, is_of_series: bool = False
) -> list[str]:
    """The names of the steps, in the order in which a page shows them. `is_of_series`: nobody sends it by hand."""
    return [
        step.name
        for step in STEPS
        if (status, step.action) in TRANSITIONS
        and principal.may(step.permission)
        and not (had_a_hand and step.action is CampaignAction.APPROVE)
        and not (is_of_series and step.action is CampaignAction.SCHEDULE)
    ]
