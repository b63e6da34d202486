"""Rows of an audience: the lists of a campaign, in and out, as `subscribers.audience.Audience` has them."""

from sqlmodel import Field, SQLModel

from core.db import BigId
from subscribers.audience import Audience

READ_WITH_ITS_CAMPAIGN = {
    "lazy": "selectin",
    "order_by": "AudienceList.position",
    "cascade": "all, delete-orphan",
}
"""One more question for any number of campaigns, and none once the session is over."""


class AudienceList(SQLModel, table=True):
    """A list in a campaign's audience, or one whose readers are kept out of it."""

    __tablename__ = "audience_list"

    campaign_id: int = Field(
        default=None, foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId
    )
    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, index=True, sa_type=BigId)
    is_excluded: bool = False
    position: int


def audience_lists(audience: Audience) -> list[AudienceList]:
    """New rows for a new campaign."""
    lists = [
        *((list_id, False) for list_id in audience.lists),
        *((list_id, True) for list_id in audience.excluded),
    ]
    return [
        AudienceList(list_id=list_id, is_excluded=is_excluded, position=position)
        for position, (list_id, is_excluded) in enumerate(lists)
    ]
