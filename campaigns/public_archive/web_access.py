"""Access control for mails on the web: which ones a page may show, name or link to.

One place for the archive, its search and feeds, notices of corrections and the pages of publications. The
existence of a mail to people at risk is itself a secret, so what went to a protected list is for whoever has its
address, and nothing that others can see speaks of it.
"""

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select

from campaigns.audience_lists import AudienceList
from campaigns.queries import goes_to
from campaigns.tables import Campaign, Visibility
from subscribers.tables import MailingList


def is_for_everybody() -> ColumnElement[bool]:
    """Of a campaign: it has gone out, staff have published it, and its list may be known."""
    return and_(
        col(Campaign.launched_at).is_not(None), col(Campaign.visibility) == Visibility.PUBLIC, is_of_open_list()
    )


def is_of_open_list() -> ColumnElement[bool]:
    return ~goes_to(col(AudienceList.list_id).in_(select(MailingList.id).where(col(MailingList.is_protected))))


def may_be_named_by(page: Campaign) -> ColumnElement[bool]:
    """Of a campaign: the web version of `page` may name it and link to it.

    Whoever was given the address of a mail may be given that of another to the same list. A mail that everybody
    may read is read by people on no list at all.
    """
    if page.visibility is Visibility.PUBLIC:
        return is_for_everybody()
    is_beside_it = and_(
        col(Campaign.launched_at).is_not(None),
        col(Campaign.visibility) == Visibility.LINK_ONLY,
        *(goes_to(col(AudienceList.list_id) == list_id) for list_id in page.audience.lists),
    )
    return or_(is_for_everybody(), is_beside_it)
