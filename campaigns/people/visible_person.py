"""Need to know, of people: whom a viewer may find at all, and what of them.

Whoever may not see the readers of protected lists sees of each person what the other lists know, and nobody who
stands only on protected ones. A person who is on both looks like one who is on none of those: neither a search,
nor a page, nor what an act answers tells the difference.
"""

from sqlmodel import Session, col, select

from campaigns.reporting.protected_readers import may_see_protected
from core.errors import NotFound
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.find_people import is_visible
from subscribers.queries import get_subscriber
from subscribers.tables import MailingList, Subscriber


def hidden_lists(session: Session, viewer: Principal) -> frozenset[int]:
    """Those whose readers are not for this viewer to see."""
    if may_see_protected(viewer):
        return frozenset()
    return frozenset(session.exec(select(MailingList.id).where(col(MailingList.is_protected))).all())


def visible_person(session: Session, subscriber_id: int, viewer: Principal) -> Subscriber:
    """Raises NotAllowed; NotFound, in the same words for whoever is not there and whoever is hidden."""
    require(viewer, Permission.SERVE_SUBSCRIBERS)
    hidden = hidden_lists(session, viewer)
    if hidden and not is_visible(session, subscriber_id, hidden_lists=hidden):
        raise NotFound("subscribers-person-gone")
    return get_subscriber(session, subscriber_id)
