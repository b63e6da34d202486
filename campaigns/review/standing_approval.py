"""Standing approval (four-eyes principle): people's yes to an automation that sends, instead of to each mail.

As many different people as a campaign needs. Who set the automation up is one of them and, where two are asked
for, never the only one. A yes is to the automation as it is set: whoever changes it takes the others' away. The
yes of somebody with a hand in what it sends with (`campaigns.editorial.automation_changes`) does not count while
that hand is in it, as with a campaign.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from campaigns.editorial.automation_changes import automation_contributors, mark_set_up
from campaigns.editorial.content_changes import approvers_left
from campaigns.editorial.contributions import why_not
from campaigns.review.tables import AutomationApproval
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationMode
from core.errors import InputRefused, NotAllowed, NotFound, Refusal
from core.settings import Settings
from staff import audit
from staff.password_link import let_in_lately_by, others_could_approve
from staff.principal import Principal, require
from staff.roles import Permission
from staff.users import ACTOR, get_user, names_of_actors, who_could_lately


def standing_approvers(session: Session, automation: Automation) -> list[int]:
    """Whose approval counts, because they still may give it and have no hand in it; who set it up comes first."""
    counting = {user.id for user in approvers_left(session, automation_contributors(session, automation))}
    return [user_id for user_id in _approved_by(session, automation) if user_id in counting]


def lost_approvals(session: Session, automation: Automation) -> list[Refusal]:
    """Whose approval does not count any more: what they changed since, or that they may not approve any more."""
    if automation.mode is not AutomationMode.SEND:
        return []
    matters_by_actor = automation_contributors(session, automation)
    approved = [f"user:{user_id}" for user_id in _approved_by(session, automation)]
    names = names_of_actors(session, approved)
    matters = {actor: why_not(actor, matters_by_actor) for actor in approved}
    may_approve = {f"user:{user.id}" for user in approvers_left(session, {})}
    return [
        Refusal(
            "",
            None,
            "campaigns-approval-lost",
            {"name": names.get(actor, actor), "matter": matter.value if matter else "gone"},
        )
        for actor, matter in matters.items()
        if matter is not None or actor not in may_approve
    ]


def _approved_by(session: Session, automation: Automation) -> list[int]:
    """Each once."""
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

    Raises NotFound, NotAllowed for whoever may not approve, has a hand in what it sends with or is no person,
    InputRefused for one that only drafts.
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
    matters_by_actor = automation_contributors(session, automation)
    matter = why_not(actor.name, matters_by_actor)
    if matter is not None:
        raise NotAllowed("campaigns-automation-contributed", name=name, matter=matter.value)
    maker = f"user:{automation.approved_by}"
    expect_own_password(session, actor.user_id, {maker, *matters_by_actor}, now=now)
    if actor.user_id not in standing_approvers(session, automation):
        session.add(AutomationApproval(automation_id=automation.id, user_id=actor.user_id, at=now))
        session.flush()
        subject = f"automation:{automation.id}"
        audit.record(session, actor=actor.name, action="automation.approved", subject=subject, now=now)
    required = CampaignSettings.of(settings).approvals_required
    return automation, missing_approvals(session, automation, required=required)


def expect_own_password(session: Session, user_id: int, contributors: Collection[str], *, now: datetime) -> None:
    """Raises NotAllowed where the person's password was set anew within the last day with a link that one of these
    actors had made, or had let in who made it: it may be that one who says yes. And the other way round, where
    others could say yes: what somebody wrote whom this person has let in may be this person's (ADR 65)."""
    for maker in let_in_lately_by(get_user(session, user_id), now=now):
        if maker in contributors and maker != f"user:{user_id}":
            raise NotAllowed("campaigns-approver-let-in", name=names_of_actors(session, [maker]).get(maker, maker))
    me = f"{ACTOR}{user_id}"
    for number in [name.removeprefix(ACTOR) for name in contributors if name.startswith(ACTOR)]:
        writer = get_user(session, int(number))
        is_guest = writer.id != user_id and me in let_in_lately_by(writer, now=now)
        if is_guest and others_could_approve(session, {me, *contributors}, now=now):
            raise NotAllowed("campaigns-approver-lets-in", name=writer.name)


def expect_to_answer(actor: Principal) -> None:
    """Whoever has something sent by itself gives one of its approvals. Raises NotAllowed where they may not
    approve, or are no person."""
    require(actor, Permission.APPROVE)
    if actor.user_id is None:
        raise NotAllowed("campaigns-automation-needs-a-person")


def lacks_approvers_for(session: Session, automation: Automation, *, required: int, now: datetime) -> bool:
    """Whether so many have a hand in what it sends with that too few are left to approve it, ever. Who could
    within the last day counts as there: disabling a colleague for a moment takes nobody's hand off (ADR 65)."""
    if automation.mode is not AutomationMode.SEND:
        return False
    matters_by_actor = automation_contributors(session, automation)
    there = [f"user:{user.id}" for user in who_could_lately(session, Permission.APPROVE, now=now)]
    left = [actor for actor in there if actor not in matters_by_actor]
    return len(left) < min(required, len(there))


def set_up_anew(
    session: Session, automation: Automation, *, actor: Principal, required: int, now: datetime
) -> None:
    """For the transaction that changes it: the others have approved something else. Whoever changes it answers for
    it; the operator, who is no person here, does not. Hands in what it sends with stay, but where too few people
    would be left to approve it: then it is looked at as if it were new, and needs everybody's approval anew.
    Raises NotAllowed where it sends and they may not approve."""
    if automation.mode is AutomationMode.SEND:
        require(actor, Permission.APPROVE)
    session.execute(delete(AutomationApproval).where(col(AutomationApproval.automation_id) == automation.id))
    if automation.mode is AutomationMode.SEND and actor.user_id is not None:
        automation.approved_by = actor.user_id
        if lacks_approvers_for(session, automation, required=required, now=now):
            mark_set_up(session, automation, actor=actor.name, now=now)
