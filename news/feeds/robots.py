"""Robots exclusion (RFC 9309): which pages of a website may be read by programs, and how slowly.

Feeds and APIs are made for programs; pages are for people, and the site's owner says which of them a program may
read. What `robots.txt` says is judged in the decode process: its patterns are a stranger's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from core.outbound import HTTP_TOO, FetchFailed, OutboundClient
from news.extraction.read_page import CODES
from news.feeds.fetch_feed import USER_AGENT

ROBOT = "Bilten"
MAX_BYTES = 500_000
"""As much as RFC 9309, section 2.5, asks for."""
SECONDS = 10.0
MAX_DELAY = 20.0
"""Of what a site asks for between two pages. One that asks for more gets fewer pages a reading."""


@dataclass(frozen=True, slots=True)
class RobotsRule:
    """What a site says of some of its pages."""

    allowed: frozenset[str]
    delay: float
    """Seconds between two of them."""


def ask_robots(outbound: OutboundClient, process: DecodeProcess, pages: Sequence[str]) -> RobotsRule:
    """`pages`: of one host. A site without the file allows all. Raises InputRefused where nobody knows what it
    says: nothing may be read then (RFC 9309, 2.3.1)."""
    if not pages:
        return RobotsRule(frozenset(), 0.0)
    process.close()  # no child waits for a stranger's server
    try:
        address = urljoin(pages[0], "/robots.txt")
        answer = replace(outbound, user_agent=USER_AGENT).fetch(
            address, schemes=HTTP_TOO, at_most=MAX_BYTES, seconds=SECONDS
        )
    except FetchFailed as failed:
        raise InputRefused(CODES[failed.trouble]) from failed
    if 400 <= answer.status < 500 and answer.status != 429:
        return RobotsRule(frozenset(pages), 0.0)
    if answer.status != 200:
        raise InputRefused("news-page-failing", status=answer.status)
    try:
        facts = process.decode("robots", answer.body, {"robot": ROBOT, "pages": list(pages)}).facts
    except DecodeFailed as failed:
        raise InputRefused("news-extract-undecoded", cause=failed.reason) from failed
    allowed = frozenset(page for page, is_allowed in zip(pages, facts["allowed"], strict=True) if is_allowed)
    return RobotsRule(allowed, min(float(facts["delay"]), MAX_DELAY))
