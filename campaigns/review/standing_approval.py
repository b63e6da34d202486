"""Standing approval (four-eyes principle): people's yes to an automation that sends, instead of to each mail.

As many different people as a campaign needs. Who set the automation up is one of them and, where two are asked
for, never the only one. A yes is to the automation as it is set: whoever changes it takes the others' away.
"""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationApproval, AutomationMode
from core.errors import InputRefused, NotAllowed, NotFound
from core.settings import Settings
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def standing_approvers(session: Session, automation: Automation) -> list[int]:
    """Each once; who set it up comes first."""
    others = session.exec(
        select(AutomationApproval.user_id)
        .where(AutomationApproval.automation_id == automation.id)
        .order_by(col(AutomationApproval.at), col(AutomationApproval.user_id))
    ).all()
    makers = [automation.approved_by] if automation.approved_by is not None else []
    return list(dict.fromkeys([*makers, *others]))


def missing_approvals(session: Session, automation: Automation, *, required: int) -> int:
    """How many more people have to approve it before it sends. `required`: as for a campaign."""
    if automation.mode is not AutomationMode.SEND:
        return 0
    return max(0, required - len(standing_approvers(session, automation)))


def approve_automation(
    session: Session, name: str, *, actor: Principal, settings: Settings, now: datetime
) -> tuple[Automation, int]:
    """The automation, and how many more approvals it needs. Saying yes twice is one yes.

    Raises NotFound, NotAllowed for whoever may not approve or is no person, InputRefused for one that only drafts.
    """
    require(actor, Permission.APPROVE)
    if actor.user_id is None:
        raise NotAllowed("campaigns-approver-unknown")
    wanted = select(Automation).where(Automation.name == name).with_for_update()
    automation = session.exec(wanted).one_or_none()
    if automation is None:
        raise NotFound("campaigns-automation-unknown", name=name[:80])
    if automation.mode is not AutomationMode.SEND:
        raise InputRefused("campaigns-automation-only-drafts", name=name)
    if actor.user_id not in standing_approvers(session, automation):
        session.add(AutomationApproval(automation_id=automation.id, user_id=actor.user_id, at=now))
        session.flush()
        subject = f"automation:{automation.id}"
        audit.record(session, actor=actor.name, action="automation.approved", subject=subject, now=now)
    required = CampaignSettings.of(settings).approvals_required
    return automation, missing_approvals(session, automation, required=required)


def void_approvals(session: Session, automation: Automation, *, actor: Principal) -> None:
    """For the transaction that changes it: the others have approved something else. Whoever changes it answers for
    it; the operator, who is no person here, does not."""
    session.execute(delete(AutomationApproval).where(col(AutomationApproval.automation_id) == automation.id))
    if automation.mode is AutomationMode.SEND and actor.user_id is not None:
        automation.approved_by = actor.user_id
