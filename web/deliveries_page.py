"""The deliveries of a campaign, reader by reader: who did not get it, and why. Addresses appear here."""

from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response
from starlette.datastructures import QueryParams

from campaigns.deliveries import deliveries_page, reasons_to_choose
from campaigns.queries import get_campaign
from core.errors import InputRefused
from delivery.listing import Wanted, count_deliveries
from delivery.outcome import Outcome
from delivery.status import DeliveryStatus
from web.campaign_number import CampaignNumber, read_number
from web.page import READING, pages_router
from web.visitor import SignedIn, staff_page
from web.wiring import Wired

PAGE_LENGTH = 50

Word = TypeVar("Word", bound=StrEnum)

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/deliveries", methods=READING)
def show_deliveries(request: Request, wiring: Wired, visitor: SignedIn, campaign_id: CampaignNumber) -> Response:
    asked = request.query_params
    wanted = read_wanted(asked)
    after_id = read_number(asked.get("after", "0"))
    with wiring.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        found = deliveries_page(session, campaign_id, wanted, after_id=after_id, limit=PAGE_LENGTH + 1)
        count = count_deliveries(session, campaign_id, wanted)
        reasons = reasons_to_choose(session, campaign_id)
    shown = found[:PAGE_LENGTH]
    return staff_page(
        wiring,
        visitor,
        "deliveries",
        section="campaigns",
        campaign=campaign,
        deliveries=shown,
        count=count,
        wanted=wanted,
        statuses=list(DeliveryStatus),
        outcomes=list(Outcome),
        reasons=reasons,
        further=_further(asked, shown[-1].id) if len(found) > PAGE_LENGTH else None,
        is_first=after_id == 0,
    )


def read_wanted(asked: QueryParams) -> Wanted:
    """Raises InputRefused for a word that names no state: showing everyone instead would be a wrong answer."""
    return Wanted(
        status=_word(asked.get("status", ""), DeliveryStatus),
        outcome=_word(asked.get("outcome", ""), Outcome),
        reason=asked.get("reason", "").replace("\0", "") or None,
        is_missed=asked.get("who") == "missed",
    )


def _word(text: str, words: type[Word]) -> Word | None:
    if text and text not in tuple(words):
        raise InputRefused("delivery-filter-unknown", word=text[:40], known=", ".join(words))
    return words(text) if text else None


def _further(asked: QueryParams, last_id: int) -> str:
    kept = {
        name: value for name, value in asked.items() if name in ("who", "status", "outcome", "reason") and value
    }
    return f"?{urlencode({**kept, 'after': last_id})}"
