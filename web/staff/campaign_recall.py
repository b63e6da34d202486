"""A campaign that should not have gone out as it did: its page says so, and staff stop and mark it, and write to
whoever got it."""

from typing import Any

from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session

from campaigns.editorial.choose_sent_item import NamedItem, named_items
from campaigns.editorial.compose import items_of
from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.sending.follow_up import draft_follow_up
from campaigns.sending.recall import recall, take_notice_away
from campaigns.status import FINAL
from campaigns.tables import Campaign
from core.errors import InputRefused
from staff.principal import require
from staff.roles import Permission
from staff.users import names_of_actors
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm
from web.staff.path_params import CampaignNumber

router = pages_router()
NO_NOTICE = "none"


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
            "correctable": _correctable(session, current_user, campaign),
            "may_recall": current_user.may(Permission.CANCEL),
            "may_write": current_user.may(Permission.DRAFT),
        }
    }


def _correctable(session: Session, current_user: CurrentUser, campaign: Campaign) -> list[NamedItem]:
    """What a correction can be written about."""
    return named_items(
        session, items_of(session, campaign.id), [current_user.user.language, campaign.main_language]
    )


@router.post("/campaigns/{campaign_id}/recall")
def do_recall(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    actor, now, kind = current_user.principal, context.clock.now(), form.get("notice", "")
    require(actor, Permission.CANCEL)
    if kind != NO_NOTICE and kind not in tuple(NoticeKind):
        raise InputRefused("campaigns-notice-unknown", notice=kind[:20])
    with context.database.write() as session:
        if kind == NO_NOTICE:
            take_notice_away(session, campaign_id, actor=actor, now=now)
        else:
            recall(session, campaign_id, NoticeKind(kind), actor=actor, now=now)
    return RedirectResponse(f"/campaigns/{campaign_id}?done=recall-{kind}", status_code=303)


@router.post("/campaigns/{campaign_id}/follow-up")
def do_draft_follow_up(
    context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber
) -> Response:
    """To the draft, also where it is there already."""
    with context.database.write() as session:
        number = draft_follow_up(session, campaign_id, actor=current_user.principal, now=context.clock.now()).id
    return RedirectResponse(f"/campaigns/{number}?done=follow-up", status_code=303)
