"""The number of a campaign in an address: digits that fit the database, or there is no such page."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

_MAX_DIGITS = 18


def _campaign_number(request: Request, campaign_id: str) -> int:
    if not (campaign_id.isascii() and campaign_id.isdigit() and len(campaign_id) <= _MAX_DIGITS):
        raise HTTPException(404)
    request.state.back = f"/campaigns/{int(campaign_id)}"
    return int(campaign_id)


CampaignNumber = Annotated[int, Depends(_campaign_number)]
