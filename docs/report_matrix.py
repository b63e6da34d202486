"""Writes the tables of docs/reports.md from what the providers' webhooks are read by: `make docs`."""

import re
from importlib import import_module
from pathlib import Path

from campaigns.sending.feedback import suppression_for
from delivery.outcome import EventType
from delivery.providers import PROVIDERS, capabilities_of, known_providers
from delivery.report_meaning import NOT_OF_THE_ADDRESS, ReportVerdict

PAGE = Path(__file__).parent / "reports.md"
_PLACE = re.compile(r"(<!-- reports -->\n).*(<!-- end of reports -->)", re.DOTALL)
HEADS = ("Its word", "What it is here", "Why", "What follows")


def what_follows(meaning: ReportVerdict) -> str:
    reason = suppression_for(meaning.type, is_permanent=meaning.is_permanent)
    if reason is not None:
        return f"no more email ({reason.value.replace('_', ' ')})"
    if meaning.type is EventType.BOUNCED and meaning.reason not in NOT_OF_THE_ADDRESS:
        return "five in a row: no more email"
    return "nothing against the address"


def row(word: str, meaning: ReportVerdict) -> tuple[str, ...]:
    kind = meaning.type.value
    if meaning.type is EventType.BOUNCED:
        kind += ", for good" if meaning.is_permanent else ", may pass"
    return word, kind, meaning.reason.value.replace("_", " ") if meaning.reason else "", what_follows(meaning)


def section(name: str) -> str:
    module = "webhooks" if capabilities_of(name).has_webhooks else "reports"
    webhooks = import_module(f"{PROVIDERS[name]}.{module}")
    rows = [HEADS, ("---",) * len(HEADS), *(row(word, meaning) for word, meaning in webhooks.REPORTS.items())]
    sources = " · ".join(f"<{source}>" for source in webhooks.SOURCES)
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    return f"### {name}\n\n{table}\n\nSources: {sources}\n"


def with_current_tables(page: str) -> str:
    names = [name for name, can in known_providers().items() if can.has_reports]
    sections = "\n".join(section(name) for name in names)
    return _PLACE.sub(lambda place: f"{place[1]}\n{sections}\n{place[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_current_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
