"""Numbers in an address, of campaigns, news and so on: digits that fit the database, or no such page."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from core.table_files import TableFileType

_MAX_DIGITS = 18


def read_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS):
        raise HTTPException(404)
    return int(text)


def _campaign_number(request: Request, campaign_id: str) -> int:
    number = read_number(campaign_id)
    request.state.back = f"/campaigns/{number}"
    return number


def _table_file(file_type: str) -> TableFileType:
    if file_type not in tuple(TableFileType):
        raise HTTPException(404)
    return TableFileType(file_type)


TableFile = Annotated[TableFileType, Depends(_table_file)]

CampaignNumber = Annotated[int, Depends(_campaign_number)]


def _delivery_number(delivery_id: str) -> int:
    return read_number(delivery_id)


def _attempt_number(attempt_id: str) -> int:
    return read_number(attempt_id)


def _news_number(request: Request, item_id: str) -> int:
    number = read_number(item_id)
    request.state.back = f"/news/{number}"
    return number


def _sender_number(request: Request, sender_id: str) -> int:
    number = read_number(sender_id)
    request.state.back = f"/senders/{number}"
    return number


def _automation_number(request: Request, automation_id: str) -> int:
    number = read_number(automation_id)
    request.state.back = f"/automations/{number}"
    return number


def _digest_number(request: Request, digest_id: str) -> int:
    number = read_number(digest_id)
    request.state.back = f"/digests/{number}"
    return number


def _series_number(request: Request, series_id: str) -> int:
    number = read_number(series_id)
    request.state.back = f"/welcome/{number}"
    return number


def _series_email_number(email_id: str) -> int:
    return read_number(email_id)


def _import_number(request: Request, import_id: str) -> int:
    number = read_number(import_id)
    request.state.back = f"/imports/{number}"
    return number


def _user_number(request: Request, user_id: str) -> int:
    number = read_number(user_id)
    request.state.back = f"/colleagues/{number}"
    return number


def _subscriber_number(request: Request, subscriber_id: str) -> int:
    number = read_number(subscriber_id)
    request.state.back = "/subscribers"
    return number


def _other_number(other_id: str) -> int:
    return read_number(other_id)


def _source_number(request: Request, source_id: str) -> int:
    request.state.back = "/folders"
    return read_number(source_id)


def _feed_number(request: Request, source_id: str) -> int:
    number = read_number(source_id)
    request.state.back = f"/sources/{number}"
    return number


def _entry_number(request: Request, entry_id: str) -> int:
    request.state.back = "/inbox"
    return read_number(entry_id)


def _segment_number(request: Request, segment_id: str) -> int:
    number = read_number(segment_id)
    request.state.back = f"/segments/{number}"
    return number


def number_or_none(text: str) -> int | None:
    """Of a query: rubbish is passed over."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
    return int(text) if is_number else None


ImportNumber = Annotated[int, Depends(_import_number)]
SenderNumber = Annotated[int, Depends(_sender_number)]
AutomationNumber = Annotated[int, Depends(_automation_number)]
DigestNumber = Annotated[int, Depends(_digest_number)]
SeriesNumber = Annotated[int, Depends(_series_number)]
SeriesEmailNumber = Annotated[int, Depends(_series_email_number)]
SourceNumber = Annotated[int, Depends(_source_number)]
OtherSubscriberNumber = Annotated[int, Depends(_other_number)]
FeedNumber = Annotated[int, Depends(_feed_number)]
EntryNumber = Annotated[int, Depends(_entry_number)]
SubscriberNumber = Annotated[int, Depends(_subscriber_number)]
UserNumber = Annotated[int, Depends(_user_number)]
SegmentNumber = Annotated[int, Depends(_segment_number)]
NewsNumber = Annotated[int, Depends(_news_number)]
DeliveryNumber = Annotated[int, Depends(_delivery_number)]
AttemptNumber = Annotated[int, Depends(_attempt_number)]
