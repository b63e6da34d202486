"""Values of the front matter that are more than words: days, moments, numbers, addresses, short names."""

import re
from datetime import date, datetime

from core.errors import InputRefused
from core.typed_address import is_page_address
from core.western_digits import western_digits
from news.front_matter import FrontMatter

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


def day(matter: FrontMatter, key: str) -> date | None:
    """2026-11-22; None where the key is absent. Raises InputRefused, as the others here do."""
    value = western_digits(matter.text(key))
    if not value:
        return None
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise InputRefused("news-date-unreadable", file=matter.file, line=matter.line(key), value=value)


def moment(matter: FrontMatter, key: str) -> str:
    """2026-12-05 or 2026-12-05T18:00, as the clock on the spot will show it; empty where the key is absent."""
    value = western_digits(matter.text(key))
    if not value:
        return ""
    try:
        if _MOMENT.fullmatch(value):
            return datetime.fromisoformat(value).isoformat(timespec="minutes")[: len(value)]
    except ValueError:
        pass
    raise InputRefused("news-moment-unreadable", file=matter.file, line=matter.line(key), value=value)


def number(matter: FrontMatter, key: str, *, least: int) -> int | None:
    value = western_digits(matter.text(key))
    if not value:
        return None
    if not _NUMBER.fullmatch(value) or int(value) < least:
        raise InputRefused("news-number-unreadable", file=matter.file, line=matter.line(key), value=value)
    return int(value)


def web_address(matter: FrontMatter, key: str) -> str | None:
    url = matter.text(key)
    if not url:
        return None
    if not is_page_address(url):
        raise InputRefused("news-url-unusable", file=matter.file, line=matter.line(key))
    return url
