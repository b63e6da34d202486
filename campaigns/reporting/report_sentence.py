"""Plain language: what became of a campaign, in one sentence that nobody needs a key to.

Pure. Every reader of the campaign is in exactly one part of it, but for those who left or complained, who got it.
"""

from dataclasses import dataclass

from campaigns.reporting.report import CampaignReport
from campaigns.weekly_cap import OVER_THE_CAP


@dataclass(frozen=True, slots=True)
class SentencePart:
    code: str
    """The key of its text, which takes the count where there is one."""
    count: int = 0


def report_sentence(report: CampaignReport) -> list[SentencePart]:
    """Its parts in their order, to be set one after the other; what is zero is not said."""
    counted = [*_readers(report), *_answers(report)]
    parts = [SentencePart(f"campaigns-sentence-{name}", count) for name, count in counted if count > 0]
    if not parts:
        return [SentencePart("campaigns-sentence-nobody")]
    return parts if _is_open(report) else [*parts, SentencePart("campaigns-sentence-closed")]


def readers_in(report: CampaignReport) -> dict[str, int]:
    """Where each of its readers is, for the sentence and for the chart: the counts add up to the recipients."""
    return dict(_readers(report))


def _readers(report: CampaignReport) -> list[tuple[str, int]]:
    capped = report.skipped.get(OVER_THE_CAP, 0)
    return [
        ("delivered", report.delivered),
        ("unreported", report.accepted - report.delivered - report.bounced - report.deferred),
        ("deferred", report.deferred),
        ("refused", report.refused),
        ("failed", report.failed),
        ("capped", capped),
        ("skipped", sum(report.skipped.values()) - capped),
        ("cancelled", report.cancelled),
        ("queued", report.queued),
        ("in_doubt", report.in_doubt),
    ]


def _answers(report: CampaignReport) -> list[tuple[str, int]]:
    return [("unsubscribed", report.unsubscribed), ("complained", report.complained)]


def _is_open(report: CampaignReport) -> bool:
    """Whether something may still come of it: to be sent, to be decided, or to be heard of."""
    return bool(report.queued or report.in_doubt or report.deferred or _readers(report)[1][1])
