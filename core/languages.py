"""The languages that Bilten speaks itself. Campaigns can be in any language that Babel knows."""

from collections.abc import Iterable

STAFF_LANGUAGES = ("sl", "en")
READER_LANGUAGES = ("sl", "en", "ar", "fa")
FALLBACK = "en"
ARABIC_SCRIPT = frozenset({"ar", "fa", "ckb", "ps", "ur", "ug", "sd"})
"""Languages whose letters join, and whose comma is the Arabic one."""


def writing_order(codes: Iterable[str], *, mine: str) -> list[str]:
    """Each once, as the fields of every form are in which somebody writes in several languages: the writer's own
    first, then those that Bilten speaks, then others by their codes. It never depends on what is written already:
    who writes by habit into the first field overwrites no other language."""
    places = {code: place for place, code in enumerate(READER_LANGUAGES)}
    return sorted(set(codes), key=lambda code: (code != mine, places.get(code, len(places)), code))
