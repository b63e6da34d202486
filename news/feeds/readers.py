"""Registry of the ways to read a website: one folder, one line."""

from collections.abc import Mapping

from news.feeds.site_pages import reader as site_pages
from news.feeds.source_reading import SourceReader
from news.feeds.tables import ReaderKind
from news.feeds.web_feed import reader as web_feed
from news.feeds.webhook import reader as webhook
from news.feeds.wordpress import reader as wordpress

READERS: Mapping[ReaderKind, SourceReader] = {
    ReaderKind.FEED: web_feed.read,
    ReaderKind.WORDPRESS: wordpress.read,
    ReaderKind.PAGES: site_pages.read,
    ReaderKind.WEBHOOK: webhook.read,
}
