"""Wizard for a new campaign: a design by its picture, then the news in it, then its readers and sender.

What was chosen so far stands in the address, so that it works without JavaScript, can be gone back to, and nothing
is stored before the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from fastapi import Request, Response
from starlette.exceptions import HTTPException

from campaigns.editorial.draft import MAX_ITEMS
from campaigns.editorial.news_list import NewsFilter, list_news, news_in_order
from campaigns.queries import list_campaigns
from campaigns.tables import CampaignKind
from kinds.registry import NewsKind
from templates.designs import DESIGNS, Design
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, staff_page
from web.staff.path_params import number_or_none

PAGE_LENGTH = 20
EARLIER = 8
"""Campaigns that are offered to begin with."""
MAX_SEARCH = 200
BEGUN, OF_ITEM = "begun", "item"
"""In an address: begun on the page of a news item."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class NewCampaignChoice:
    """What has been chosen so far."""

    kind: CampaignKind
    item_ids: tuple[int, ...]
    is_of_item: bool = False
    """Begun on the page of a news item, so that kind and news are chosen and no step of three."""

    @property
    def design(self) -> Design:
        return DESIGNS[self.kind.value]

    @property
    def path(self) -> str:
        return f"/campaigns/new/{self.kind}"

    def with_items(self, item_ids: Sequence[int]) -> "NewCampaignChoice":
        return replace(self, item_ids=tuple(item_ids))

    @property
    def items(self) -> str:
        """As an address has them."""
        return ",".join(str(item_id) for item_id in self.item_ids)

    @property
    def next_path(self) -> str:
        return f"{self.path}/readers" + (f"?{urlencode({'items': self.items}, safe=',')}" if self.item_ids else "")


@router.api_route("/campaigns/new", methods=READING)
def show_designs(context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        earlier = list_campaigns(session, limit=EARLIER)
    return staff_page(
        context,
        current_user,
        "staff/campaign_designs",
        section="campaigns",
        designs=[(kind, DESIGNS[kind.value]) for kind in CampaignKind],
        earlier=earlier,
    )


@router.api_route("/campaigns/new/{kind}", methods=READING)
def show_news(request: Request, context: Context, current_user: SignedIn, kind: str) -> Response:
    asked = request.query_params
    choice = read_choice(kind, asked)
    wanted, before = _filter(choice, asked), number_or_none(asked.get("before", ""))
    with context.database.read() as session:
        chosen = news_in_order(session, choice.item_ids)
        items = list_news(session, wanted, before_id=before, limit=PAGE_LENGTH + 1)
    choice = choice.with_items([item.id for item in chosen])
    filtered = {name: asked[name] for name in ("q", "kind", "used") if asked.get(name)}
    shown = items[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/campaign_news",
        section="campaigns",
        choice=choice,
        chosen=chosen,
        is_full=len(chosen) >= MAX_ITEMS,
        max_items=MAX_ITEMS,
        items=shown,
        links=_Links(choice, filtered | ({"before": str(before)} if before else {})),
        older=_query(choice, filtered | {"before": str(shown[-1].id)}) if len(items) > PAGE_LENGTH else None,
        wanted=wanted,
        used=asked.get("used", "") if wanted.is_used is not None else "",
        is_filtered=bool(filtered) or before is not None,
        kinds=list(NewsKind),
        asset_path=context.assets.url_path,
    )


def read_choice(kind: str, asked: Mapping[str, str]) -> NewCampaignChoice:
    """From an address or a form; rubbish among the items is passed over. Raises HTTPException (404)."""
    if kind not in tuple(CampaignKind):
        raise HTTPException(404)
    numbers = [number_or_none(text) for text in asked.get("items", "").split(",")]
    item_ids = tuple(dict.fromkeys(number for number in numbers if number is not None))
    is_of_item = asked.get(BEGUN) == OF_ITEM
    choice = NewCampaignChoice(CampaignKind(kind), item_ids[:MAX_ITEMS], is_of_item)
    return choice.with_items(choice.item_ids[:1]) if choice.design.is_for_one else choice


@dataclass(frozen=True, slots=True)
class _Links:
    """To the same page with another choice."""

    choice: NewCampaignChoice
    kept: Mapping[str, str]
    """The filter."""

    def with_added(self, item_id: int) -> str:
        return self._to([*self.choice.item_ids, item_id], f"news-{item_id}")

    def without(self, item_id: int) -> str:
        return self._to([number for number in self.choice.item_ids if number != item_id], "chosen")

    def moved(self, item_id: int, *, by: int) -> str:
        numbers = list(self.choice.item_ids)
        place = numbers.index(item_id)
        numbers.insert(place + by, numbers.pop(place))
        return self._to(numbers, f"chosen-{item_id}")

    def _to(self, item_ids: Sequence[int], fragment: str) -> str:
        return f"{_query(self.choice.with_items(item_ids), self.kept)}#{fragment}"


def _query(choice: NewCampaignChoice, kept: Mapping[str, str]) -> str:
    return f"{choice.path}?{urlencode({'items': choice.items, **kept}, safe=',')}"


def _filter(choice: NewCampaignChoice, asked: Mapping[str, str]) -> NewsFilter:
    """A design that is built around one kind of news asks for no other."""
    kind = choice.design.kind or asked.get("kind", "")
    return NewsFilter(
        search=asked.get("q", "").strip()[:MAX_SEARCH],
        kind=NewsKind(kind) if kind in tuple(NewsKind) else None,
        is_used={"yes": True, "no": False}.get(asked.get("used", "")),
        is_withdrawn=False,
    )
