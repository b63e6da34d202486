"""What the decode process makes of a feed, typed and validated: one that was taken over must not get further."""

from pydantic import TypeAdapter

from core.decode_frames import Frame
from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from news.feeds.parsed_feed import ParsedFeed

_FEED = TypeAdapter(ParsedFeed)
_LINKS = TypeAdapter(list[dict[str, str]])


def decoded_feed(process: DecodeProcess, data: bytes, *, address: str, charset: str) -> ParsedFeed:
    """Raises InputRefused for what is no feed, or could not be read within its bounds."""
    frame = _decoded(process, "feed", data, address, charset)
    return _FEED.validate_json(frame.parts[0])


def linked_feeds(process: DecodeProcess, data: bytes, *, address: str, charset: str) -> list[dict[str, str]]:
    """Address and title of each feed that a page names; none where it is no page."""
    return _LINKS.validate_python(_decoded(process, "feed-links", data, address, charset).facts["feeds"])


def _decoded(process: DecodeProcess, kind: str, data: bytes, address: str, charset: str) -> Frame:
    try:
        return process.decode(kind, data, {"address": address, "charset": charset})
    except DecodeFailed as failed:
        raise InputRefused("news-feed-undecoded", cause=failed.reason) from failed
