"""Comments in the browser: one is written, settled or opened again, on a campaign's page or in the composer."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.review.comments import add_comment, settle_comment
from core.errors import InputRefused
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.campaign_actions import back_to_campaign
from web.staff.campaign_page import RefusedForm, campaign_page
from web.staff.compose_page import composer
from web.staff.compose_preview import ComposeRequest
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import CampaignNumber, number_or_none, read_number
from web.staff.refused_form import redisplayed_on

_COMPOSER = "composer"
"""The value of `from` in forms of the composer."""

router = pages_router()


def _where_it_was_typed(request: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    context, current_user, campaign_id = values["context"], values["current_user"], values["campaign_id"]
    if values["form"].get("from") == _COMPOSER:
        return composer(context, current_user, campaign_id, ComposeRequest(), refused=refused)
    return campaign_page(request, context, current_user, campaign_id, language=None, refused=refused)


@router.post("/campaigns/{campaign_id}/comments")
@redisplayed_on(_where_it_was_typed, also_unknown=True)
def do_comment(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    block_id = number_or_none(form.get("block", "0"))
    if block_id is None:
        raise InputRefused("campaigns-block-unknown")
    text, actor, now = form.get("comment", ""), current_user.principal, context.clock.now()
    with context.database.write() as session:
        add_comment(session, campaign_id, block_id, text, actor=actor, now=now)
    return _back(form, campaign_id, "commented", block_id)


@router.post("/campaigns/{campaign_id}/comments/{comment_id}/settle")
def do_settle(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber, comment_id: str
) -> Response:
    """Or open again, where the form says so."""
    is_settled, number = "reopen" not in form, read_number(comment_id)
    with context.database.write() as session:
        actor, now = current_user.principal, context.clock.now()
        comment = settle_comment(session, campaign_id, number, is_settled=is_settled, actor=actor, now=now)
        block_id = comment.block_id
    return _back(form, campaign_id, "comment-settled" if is_settled else "comment-reopened", block_id)


def _back(form: Mapping[str, str], campaign_id: int, done: str, block_id: int) -> Response:
    if form.get("from") != _COMPOSER:
        return back_to_campaign(campaign_id, done)
    place = f"#block-{block_id}" if block_id else "#comments"
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done={done}{place}", status_code=303)
