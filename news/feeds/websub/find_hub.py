"""Discovery (WebSub, section 4): which hub tells of a feed's news, and what the feed is called there. Pure.

By the header `Link` (RFC 8288) first, else as the feed itself says. A hub gets a secret, and that needs https: the
first of several that has it is taken.
"""

import re

from news.feeds.entry_values import absolute_address
from news.feeds.fetch_feed import FetchedFeed
from news.feeds.parsed_feed import MOST_HUBS, HubLink, ParsedFeed

_LINK = re.compile(r"<([^<>]{1,2000})>([^<]*)")
_RELATIONS = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)


def named_hub(fetched: FetchedFeed, parsed: ParsedFeed) -> HubLink | None:
    """None where nobody tells of it. One that does not say what it is called is called what it was asked by."""
    hubs, topics = header_links(fetched.link, "hub", fetched.address), [parsed.topic]
    if hubs:
        topics = [*header_links(fetched.link, "self", fetched.address), *topics]
    hubs = hubs or [hub for hub in parsed.hubs if hub]
    if not hubs:
        return None
    safe = [hub for hub in hubs if hub.startswith("https://")]
    return HubLink((safe or hubs)[0], next(filter(None, topics), fetched.address))


def header_links(header: str, relation: str, base: str) -> list[str]:
    """Addresses of that relation; of one link, its first `rel` counts (RFC 8288, 3.3)."""
    links = []
    for address, parameters in _LINK.findall(header):
        named = _RELATIONS.search(parameters)
        if named and relation in (named[1] or named[2] or "").lower().split():
            links.append(absolute_address(address, base))
    return [address for address in links if address][:MOST_HUBS]
