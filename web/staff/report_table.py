"""A report as a file for a spreadsheet, in the formats of `core.table_files`."""

from collections.abc import Callable, Iterator

from campaigns.reporting.click_report import ClickReport
from campaigns.reporting.deliveries import reason_key
from campaigns.reporting.full_report import FullReport
from campaigns.reporting.report_sentence import readers_in
from core.csv_cells import Cell
from delivery.status import DeliveryStatus

COLUMNS = ("part", "code", "label", "readers", "delivered", "refused", "unsubscribed", "complained", "clicks")

Row = dict[str, str | int]


def report_table(report: FullReport, text: Callable[..., str]) -> Iterator[list[Cell]]:
    """`text`: of a key, in the language of whoever downloads it; the codes are the same in every language."""
    yield [text(f"web-report-column-{name}") for name in COLUMNS]
    for row in _rows(report, text):
        yield [text(f"web-report-part-{row['part']}"), *(row.get(name, "") for name in COLUMNS[1:])]


def _rows(report: FullReport, text: Callable[..., str]) -> Iterator[Row]:
    figures = report.figures
    yield {
        "part": "total",
        "code": "recipients",
        "label": text("web-report-recipients"),
        "readers": figures.recipients,
        "delivered": figures.delivered,
        "refused": figures.refused,
        "unsubscribed": figures.unsubscribed,
        "complained": figures.complained,
    }
    for code, count in readers_in(figures).items():
        yield {"part": "result", "code": code, "label": text(f"web-report-readers-{code}"), "readers": count}
    for code, count in report.refusals.items():
        label = text(reason_key(DeliveryStatus.REJECTED, code))
        yield {"part": "refusal", "code": code, "label": label, "readers": count}
    for code, count in figures.skipped.items():
        label = text(reason_key(DeliveryStatus.SKIPPED, code))
        yield {"part": "skipped", "code": code, "label": label, "readers": count}
    for row in report.domains:
        yield {
            "part": "domain",
            "code": row.domain or "",
            "label": row.domain or text("web-report-domain-others"),
            "readers": row.recipients,
            "delivered": row.delivered,
            "refused": row.refused,
        }
    if report.clicks is not None:
        yield from _click_rows(report.clicks, text)
    for day in report.days:
        iso = day.day.isoformat() if day.day else ""
        yield {
            "part": "day",
            "code": iso,
            "label": iso or text("web-report-day-later"),
            "unsubscribed": day.unsubscribed,
            "complained": day.complained,
        }


def _click_rows(clicks: ClickReport, text: Callable[..., str]) -> Iterator[Row]:
    """A link that too few readers got has no number."""
    for link in clicks.links:
        row: Row = {"part": "link", "code": link.target, "label": " · ".join(link.labels)}
        yield row if link.clicks is None else {**row, "clicks": link.clicks}
    for day in clicks.days:
        iso = day.day.isoformat() if day.day else ""
        yield {
            "part": "click_day",
            "code": iso,
            "label": iso or text("web-report-day-later"),
            "clicks": day.clicks,
        }
