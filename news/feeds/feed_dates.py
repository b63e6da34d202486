"""Dates as feeds write them: RFC 822 (RSS), RFC 3339 and W3C-DTF (Atom, Dublin Core), and as people write them."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(?:ob\s+)?(\d{1,2})[.:](\d{2}))?\Z")
"""29. 11. 2026, and with an hour."""
_WITHOUT_COLON = re.compile(r"([+-]\d{2})(\d{2})\Z")
_FIRST_YEAR, _LAST_YEAR = 1990, 2200
"""Outside of these, it is no date but a fault of the site."""


def feed_date(written: str) -> datetime | None:
    """Without a zone where none is named; None for what is no date. Never raises."""
    text = " ".join(written[:80].split())
    for read in (_iso, _rfc_822, _day_first):
        try:
            moment = read(text)
            moment = moment and (moment.astimezone(UTC) if moment.tzinfo else moment)
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
        if moment is not None and _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            return moment
    return None


def _iso(text: str) -> datetime | None:
    """W3C-DTF allows a year or a month alone, too: https://www.w3.org/TR/NOTE-datetime"""
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        return datetime.fromisoformat(f"{text}-01-01" if len(text) == 4 else f"{text}-01")
    if not re.match(r"\d{4}-?\d{2}-?\d{2}", text):
        return None
    return datetime.fromisoformat(_WITHOUT_COLON.sub(r"\1:\2", text) if "T" in text or " " in text else text)


def _rfc_822(text: str) -> datetime | None:
    parts = parsedate_tz(text)
    if parts is None:
        return None
    moment = datetime(*parts[:6])  # noqa: DTZ001  # its zone, where it has one, comes next
    return moment if parts[9] is None else (moment - timedelta(seconds=parts[9])).replace(tzinfo=UTC)


def _day_first(text: str) -> datetime | None:
    match = _DAY_FIRST.match(text)
    if match is None:
        return None
    day, month, year, hour, minute = (int(part) if part else 0 for part in match.groups())
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001  # it names no zone
