"""How a website is followed, in lines for staff: read every so often, told by its hub, and why it is not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from core.errors import Param
from news.feeds.tables import Feed, FeedHub, HubRequest, ReaderKind


@dataclass(frozen=True, slots=True)
class FollowedLine:
    code: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class FollowedView:
    """What the lines are written for."""

    now: datetime
    is_reachable: bool
    """Whether a hub could come here (`core.public_addresses`)."""
    local_time: Callable[[datetime], str]
    """In the reader's language and the organisation's zone."""


def how_followed(feed: Feed, hub: FeedHub | None, view: FollowedView) -> list[FollowedLine]:
    """None of what sends by itself, or is over."""
    if feed.reader is ReaderKind.WEBHOOK or feed.ended_at is not None:
        return []
    lines = [FollowedLine("campaigns-followed-polled", {"minutes": feed.every_minutes})]
    return [*lines, *_hub_lines(hub, view)] if hub is not None else lines


def _hub_lines(hub: FeedHub, view: FollowedView) -> Iterator[FollowedLine]:
    name = {"hub": urlsplit(hub.hub).hostname or hub.hub}
    if not view.is_reachable:
        yield FollowedLine("campaigns-followed-unreachable", name)
        return
    if hub.told_until is not None and hub.told_until > view.now:
        yield FollowedLine("campaigns-followed-told", {**name, "ends": view.local_time(hub.told_until)})
    elif hub.problem is None and (hub.pending is not HubRequest.NONE or not hub.failures):
        yield FollowedLine("campaigns-followed-asked", name)
    else:
        yield FollowedLine("campaigns-followed-without", name)
    if hub.problem is not None:
        yield FollowedLine(hub.problem["code"], hub.problem["params"])
    if hub.ignored_at is not None:
        yield FollowedLine("campaigns-followed-ignored", {"moment": view.local_time(hub.ignored_at)})
