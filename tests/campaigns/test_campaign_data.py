"""A campaign is told of in one way, to programs and to pages."""

import ast
from dataclasses import fields

from campaigns.queries import get_campaign, list_campaigns
from campaigns.reporting.campaign_data import campaign_data, report_data, report_figures, summary_data
from campaigns.reporting.report import CampaignReport, report
from tests.campaigns.world import World
from tests.project.test_rules import ROOT

CAMPAIGN = [
    "id", "public_id", "name", "kind", "status", "content_hash", "scheduled_at", "scheduled_zone", "pause_reason",
    "pause_detail",
]  # fmt: skip
SUMMARY = [
    "id", "public_id", "name", "kind", "status", "scheduled_at", "scheduled_zone", "pause_reason", "list_name",
    "languages",
]  # fmt: skip
FIGURES = [
    "recipients", "queued", "accepted", "delivered", "deferred", "bounced", "complained", "unsubscribed",
    "rejected", "failed", "in_doubt", "cancelled", "skipped",
]  # fmt: skip
SERIALISER = "campaigns/reporting/campaign_data.py"


def test_these_are_the_fields_that_programs_go_by(world: World) -> None:
    world.add_readers(["ana", "boris"])
    campaign_id = world.launched()
    world.run(rounds=4)
    with world.database.read() as session:
        campaign, campaign_report = get_campaign(session, campaign_id), report(session, campaign_id)
        [summary] = list_campaigns(session, limit=1)
        data, listed, figures = campaign_data(campaign), summary_data(summary), report_data(campaign_report)
        values = [getattr(campaign, name) for name in CAMPAIGN]
    assert list(data) == CAMPAIGN
    assert list(data.values()) == values
    assert list(listed) == SUMMARY
    assert list(figures) == FIGURES
    assert (figures["recipients"], figures["accepted"], figures["skipped"]) == (2, 2, {})


def test_figures_are_in_order_and_those_skipped_are_one_of_them() -> None:
    numbers = {field.name: 10 for field in fields(CampaignReport) if field.name != "skipped"}
    campaign_report = CampaignReport(**numbers, skipped={"suppressed": 2, "unsubscribed": 1})
    assert list(report_figures(campaign_report)) == FIGURES
    assert report_figures(campaign_report)["skipped"] == 3
    assert campaign_report.settled == -10, "what is queued or in doubt is not"


def test_nobody_else_makes_data_of_a_campaign() -> None:
    """Whoever writes out the field that only programs need writes out a campaign."""
    writers = {
        path.relative_to(ROOT).as_posix()
        for room in ("campaigns", "cli", "web")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        and {"id", "public_id"} <= {key.value for key in node.keys if isinstance(key, ast.Constant)}
    }
    assert writers == {SERIALISER}
