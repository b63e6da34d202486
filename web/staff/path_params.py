"""The number of a campaign in an address: digits that fit the database, or there is no such page."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

_MAX_DIGITS = 18


def read_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS):
        raise HTTPException(404)
    return int(text)


def _campaign_number(request: Request, campaign_id: str) -> int:
    number = read_number(campaign_id)
    request.state.back = f"/campaigns/{number}"
    return number


CampaignNumber = Annotated[int, Depends(_campaign_number)]


def _delivery_number(delivery_id: str) -> int:
    return read_number(delivery_id)


def _attempt_number(attempt_id: str) -> int:
    return read_number(attempt_id)


DeliveryNumber = Annotated[int, Depends(_delivery_number)]
AttemptNumber = Annotated[int, Depends(_attempt_number)]
