"""Need to know: who may see the readers of a protected list, which is one of people at risk.

A permission of its own: administrators have it, and whoever has the role of a keeper of protected lists. Everybody
else sees how many there are and what became of their mails, never who they are.
"""

from sqlmodel import Session

from campaigns.tables import Campaign
from core.errors import NotAllowed
from delivery.tables import Delivery
from staff.principal import Principal
from staff.roles import Permission
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
