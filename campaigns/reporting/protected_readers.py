"""Need to know: who may see the readers of a protected list, which is one of people at risk.

A permission of its own: administrators have it, anybody else only if it was given to them by name. Everybody else
sees how many there are and what became of their mails, never who they are.
"""

from datetime import datetime

from sqlmodel import Session

from campaigns.tables import Campaign
from core.errors import NotAllowed, NotFound
from delivery.tables import Delivery
from staff import audit
from staff.principal import Principal
from staff.roles import Permission
from staff.tables import User
from staff.users import find_user
from subscribers.audience import lists_of
from subscribers.tables import MailingList


def may_see_readers(mailing_list: MailingList, viewer: Principal) -> bool:
    """Pure. Whoever has the machine's shell has the database, too."""
    return not mailing_list.is_protected or may_see_protected(viewer)


def may_see_protected(viewer: Principal) -> bool:
    return viewer.may(Permission.SEE_PROTECTED_READERS)


def may_see_readers_of(session: Session, campaign_id: int, viewer: Principal) -> bool:
    campaign = session.get_one(Campaign, campaign_id)
    return all(may_see_readers(mailing_list, viewer) for mailing_list in lists_of(session, campaign.audience))


def expect_to_see(session: Session, delivery: Delivery, viewer: Principal) -> None:
    """Raises NotAllowed where the reader of that delivery is hidden from them."""
    if not may_see_readers_of(session, delivery.campaign_id, viewer):
        raise NotAllowed("campaigns-readers-hidden")


def let_see(session: Session, address: str, *, sees: bool, actor: str, now: datetime) -> User:
    """Gives the permission to one person, or takes it back. Raises NotFound."""
    user = find_user(session, address)
    if user is None:
        raise NotFound("campaigns-no-such-user", address=address)
    user.sees_protected_readers = sees
    session.add(user)
    action = "user.sees_protected_readers" if sees else "user.sees_protected_readers_no_more"
    audit.record(session, actor=actor, action=action, subject=f"user:{user.id}", now=now)
    return user
