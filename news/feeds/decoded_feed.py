"""What the decode process makes of a feed, typed and validated: one that was taken over must not get further."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from core.decode_frames import Frame
from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from news.feeds.fetch_feed import FetchedFeed
from news.feeds.parsed_feed import ParsedFeed


@dataclass(frozen=True, slots=True)
class LinkedPages:
    """What a page names that news can be read from."""

    feeds: list[dict[str, str]]
    """Address and title of each."""
    api: str
    """Of WordPress; empty where there is none."""


_FEED = TypeAdapter(ParsedFeed)
_LINKED = TypeAdapter(LinkedPages)


def decoded_feed(process: DecodeProcess, data: bytes, *, address: str, charset: str) -> ParsedFeed:
    """Raises InputRefused for what is no feed, or could not be read within its bounds."""
    frame = _decoded(process, "feed", data, {"address": address, "charset": charset})
    return _FEED.validate_json(frame.parts[0])


def linked_sources(process: DecodeProcess, page: FetchedFeed) -> LinkedPages:
    """None where it is no page."""
    options = {"address": page.address, "charset": page.charset, "link": page.link}
    return _LINKED.validate_python(_decoded(process, "feed-links", page.data, options).facts)


def _decoded(process: DecodeProcess, kind: str, data: bytes, options: Mapping[str, str]) -> Frame:
    try:
        return process.decode(kind, data, options)
    except DecodeFailed as failed:
        raise InputRefused("news-feed-undecoded", cause=failed.reason) from failed
