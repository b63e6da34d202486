"""How a website is followed is said in a line or two: read, told by its hub, and why it is not."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

import pytest

from campaigns.feeds.how_followed import FollowedView, how_followed
from core.errors import Refusal
from kinds.registry import NewsKind
from news.feeds.tables import Feed, FeedHub, HubRequest, ReaderKind
from tests.conftest import NOON

READ, TOLD, ASKED, WITHOUT = (f"campaigns-followed-{how}" for how in ("polled", "told", "asked", "without"))
DENIED = asdict(Refusal("", None, "news-hub-denied", {}))
LATER = NOON + timedelta(days=1)


def codes(hub: dict[str, Any] | None, *, is_reachable: bool = True, **of_feed: Any) -> list[str]:
    feed = Feed(source_id=1, host="h", kind=NewsKind.STATEMENT, every_minutes=30, read_well_at=NOON, **of_feed)
    row = (
        FeedHub(source_id=1, hub="https://hub.example/x", topic="t", token="t", **hub) if hub is not None else None
    )
    view = FollowedView(NOON, is_reachable, lambda moment: f"{moment:%d. %m.}")
    lines = how_followed(feed, row, view)
    assert all(line.params["hub"] == "hub.example" for line in lines if "hub" in line.params)
    return [line.code for line in lines]


@pytest.mark.parametrize(
    ("hub", "lines"),
    [
        (None, []),
        ({}, [ASKED]),
        ({"pending": HubRequest.SUBSCRIBE, "failures": 1}, [ASKED]),
        ({"told_until": LATER}, [TOLD]),
        ({"told_until": LATER, "pending": HubRequest.SUBSCRIBE, "failures": 1}, [TOLD]),
        ({"told_until": LATER, "problem": DENIED}, [TOLD, "news-hub-denied"]),
        ({"told_until": NOON, "failures": 3}, [WITHOUT]),
        ({"problem": DENIED}, [WITHOUT, "news-hub-denied"]),
        ({"told_until": LATER, "ignored_at": NOON}, [TOLD, "campaigns-followed-ignored"]),
    ],
)
def test_each_state_of_a_hub_has_its_lines(hub: dict[str, Any] | None, lines: list[str]) -> None:
    assert codes(hub) == [READ, *lines]


def test_where_no_hub_could_come_to_that_is_all_there_is_to_say() -> None:
    assert codes({"problem": DENIED}, is_reachable=False) == [READ, "campaigns-followed-unreachable"]


def test_what_sends_by_itself_or_is_over_is_not_followed() -> None:
    assert codes(None, reader=ReaderKind.WEBHOOK) == []
    assert codes({}, ended_at=NOON) == []
