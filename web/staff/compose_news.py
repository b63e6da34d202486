"""News for a campaign: searched for, chosen, and put into it as blocks."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session, col, select

from campaigns.editorial.arrange_blocks import add_items
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.news_list import NewsFilter, list_news
from campaigns.queries import get_campaign
from kinds.registry import NewsKind
from news.tables import NewsItem
from staff.principal import require
from staff.roles import Permission
from templates.designs import DESIGNS
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.campaign_page import RefusedForm
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import CampaignNumber, number_or_none
from web.staff.refused_form import redisplayed_on

SHOWN = 30
MAX_SEARCH = 200
CHOSEN = "item-"
"""Begins the name of the box beside an item; its slug follows."""

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/compose/news", methods=READING)
def show_choice(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    require(current_user.principal, Permission.EDIT)
    return _choice(context, current_user, campaign_id, request.query_params)


def _refused_choice(_: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    return _choice(
        values["context"], values["current_user"], values["campaign_id"], values["form"], refused=refused
    )


@router.post("/campaigns/{campaign_id}/compose/news")
@redisplayed_on(_refused_choice, also_unknown=True)
def do_choose(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    slugs = [name.removeprefix(CHOSEN) for name in form if name.startswith(CHOSEN)]
    after = number_or_none(form.get("after", ""))
    with context.database.write() as session:
        actor, now = current_user.principal, context.clock.now()
        added = add_items(session, campaign_id, slugs, after=after, actor=actor, now=now)
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done=block-added#block-{added[0]}", status_code=303)


def _choice(
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    asked: Mapping[str, str],
    *,
    refused: RefusedForm | None = None,
) -> Response:
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        design = DESIGNS[campaign.kind.value]
        wanted = _filter(asked, design.kind)
        items = [item for item in list_news(session, wanted, limit=SHOWN) if item.withdrawn_at is None]
        present = _present(session, campaign_id)
    return staff_page(
        context,
        current_user,
        "staff/compose_news",
        status=refused.error.http_status if refused else 200,
        section="campaigns",
        campaign=campaign,
        items=[item for item in items if item.slug not in present],
        wanted=wanted,
        only_kind=design.kind,
        kinds=list(NewsKind),
        after=asked.get("after", ""),
        chosen={name.removeprefix(CHOSEN) for name in asked if name.startswith(CHOSEN)},
        refused=refused,
        is_for_one=design.is_for_one,
        asset_path=context.assets.url_path,
    )


def _filter(asked: Mapping[str, str], only_kind: str) -> NewsFilter:
    kind = only_kind or asked.get("of_kind", "")
    search = asked.get("q", "").strip()[:MAX_SEARCH]
    return NewsFilter(search=search, kind=NewsKind(kind) if kind in tuple(NewsKind) else None)


def _present(session: Session, campaign_id: int) -> set[str]:
    ids = [block.item_id for block in blocks_of(session, campaign_id) if block.item_id is not None]
    return set(session.exec(select(NewsItem.slug).where(col(NewsItem.id).in_(ids))))
