"""Feeds as content management systems write them: every format with the same first entry, then other shapes."""

from pathlib import Path

CASES = Path(__file__).parent.parent / "cases" / "feeds"
_NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
)


def case(name: str) -> str:
    return (CASES / name).read_text(encoding="utf-8")


RSS, RSS_091, RDF = case("rss.xml"), case("rss_0_91.xml"), case("rss_1_0.xml")
ATOM, ATOM_03, JSON = case("atom.xml"), case("atom_0_3.xml"), case("feed.json")
RTL, PODCAST = case("rtl.xml"), case("podcast.xml")


def rss(entry: str) -> str:
    """A feed with this one entry."""
    return (
        f'<?xml version="1.0"?><rss version="2.0" {_NAMES}><channel><title>Kolpa poroča</title>'
        f"<link>https://kolpa.example/</link><item>{entry}</item></channel></rss>"
    )
