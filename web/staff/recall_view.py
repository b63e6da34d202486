"""What the page of a campaign says of a recall: whether there was one, and what can be done."""

from typing import Any

from sqlmodel import Session

from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.status import FINAL
from campaigns.tables import Campaign
from staff.roles import Permission
from staff.users import names_of_actors
from web.staff.current_user import CurrentUser


def recall_values(session: Session, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    """Nothing before it has gone out."""
    if campaign.launched_at is None:
        return {"recall": None}
    notice = session.get(CampaignNotice, campaign.id)
    names = names_of_actors(session, [notice.actor]) if notice else {}
    follow_up = session.get(Campaign, notice.follow_up_id) if notice and notice.follow_up_id else None
    return {
        "recall": {
            "notice": notice,
            "by": names.get(notice.actor, notice.actor) if notice else "",
            "follow_up": follow_up,
            "kinds": list(NoticeKind),
            "is_under_way": campaign.status not in FINAL,
            "may_recall": current_user.may(Permission.CANCEL),
            "may_write": current_user.may(Permission.DRAFT),
        }
    }
