"""The last rehearsal of a campaign as pages show it, beside the real report later, too."""

from typing import Any

from sqlmodel import Session

from campaigns.rehearsal.ask_rehearsal import last_rehearsal
from campaigns.rehearsal.rehearsed_content import frozen_digest
from campaigns.reporting.protected_readers import may_see_readers
from campaigns.status import TRANSITIONS, CampaignAction
from campaigns.tables import Campaign
from staff.roles import Permission
from subscribers.audience import lists_of
from subscribers.queries import people
from web.staff.current_user import CurrentUser


def rehearsal_values(session: Session, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    """Whom it refused by address is for those alone who may see readers of its lists; none of it is for whoever
    only reads reports."""
    report = last_rehearsal(session, campaign.id) if current_user.may(Permission.LOOK) else None
    refused: list[str] = []
    lists = lists_of(session, campaign.audience)
    if report and all(may_see_readers(mailing_list, current_user.principal) for mailing_list in lists):
        readers = people(session, report.figures.refused_readers)
        refused = [reader.address for reader in readers.values()]
    frozen = frozen_digest(session, campaign) if report else None
    return {
        "rehearsal": report,
        "rehearsal_refused": refused,
        "rehearsal_is_of_this": report and frozen and frozen == report.rehearsal.content_digest,
        "rehearsal_is_of_another": report and frozen and frozen != report.rehearsal.content_digest,
        "may_rehearse": (campaign.status, CampaignAction.EDIT) in TRANSITIONS
        and current_user.may(Permission.SUBMIT),
    }
