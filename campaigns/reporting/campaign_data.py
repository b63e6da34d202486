"""Serialiser: a campaign, and what became of it, as plain data.

One for `--json`, the staff's pages and whoever else asks. Programs go by these fields (docs/cli.md): one may be
added, none is renamed or left out.
"""

from dataclasses import asdict
from typing import Any

from campaigns.queries import CampaignSummary
from campaigns.reporting.report import CampaignReport
from campaigns.tables import Campaign


def campaign_data(campaign: Campaign) -> dict[str, Any]:
    return {
        "id": campaign.id,
        "public_id": campaign.public_id,
        "name": campaign.name,
        "kind": campaign.kind,
        "status": campaign.status,
        "content_hash": campaign.content_hash,
        "scheduled_at": campaign.scheduled_at,
        "scheduled_zone": campaign.scheduled_zone,
        "pause_reason": campaign.pause_reason,
        "pause_detail": campaign.pause_detail,
    }


def summary_data(summary: CampaignSummary) -> dict[str, Any]:
    """As one of many."""
    return asdict(summary)


def report_data(report: CampaignReport) -> dict[str, Any]:
    """Its figures, and for what reasons readers were skipped."""
    return asdict(report)


def report_figures(report: CampaignReport) -> dict[str, int]:
    """The figures alone, in the order in which people read them."""
    return {name: value for name, value in asdict(report).items() if name != "skipped"} | {
        "skipped": sum(report.skipped.values())
    }
