"""What all ways to read a website have in common: what each is asked, and what it answers (ADR 80)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.decode_process import DecodeProcess
from core.outbound import OutboundClient
from news.feeds.parsed_feed import HubLink, ParsedFeed


@dataclass(frozen=True, slots=True)
class ReadRequest:
    outbound: OutboundClient | None
    """None: the web is left alone."""
    process: DecodeProcess
    address: str
    now: datetime
    etag: str = ""
    last_modified: str = ""
    cursor: Mapping[str, Any] = field(default_factory=dict)
    """What the last reading answered as its own; empty at the first."""
    posts: Sequence[str] = ()
    """What it sent by itself, in that order."""
    is_preview: bool = False
    """Only a few of the latest entries, with all that they say, for a person to look at."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    parsed: ParsedFeed | None
    """None: nothing has changed since."""
    cursor: Mapping[str, Any] = field(default_factory=dict)
    """How far it came, for the next reading. Kept once all that it brought has been saved."""
    moved_to: str = ""
    etag: str = ""
    last_modified: str = ""
    hub: HubLink | None = None
    """Who tells of its news, as far as it was parsed."""
    is_more: bool = False
    """There is more of it than one reading takes; the next one goes on soon."""


SourceReader = Callable[[ReadRequest], ReadResult]
"""Fetches with no transaction open. Raises FeedUnavailable for what could not be had, InputRefused for what is not
what it should be."""
