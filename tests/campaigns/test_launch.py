"""A launch never reads for each reader what it has written for those before, whatever the planner thinks."""

from sqlalchemy import text

from campaigns.sending.launch import fall_due, launch
from campaigns.settings import CampaignSettings
from core.db import Database
from core.settings import Settings
from delivery.reporting.progress import count_deliveries
from delivery.status import DeliveryStatus
from tests.bench.crowd import begin, make_crowd
from tests.databases import empty

READERS = 300
_TABLE_SCANS = text("SELECT pg_stat_get_xact_numscans('delivery'::regclass)")


def test_a_launch_does_not_go_through_what_it_has_just_written(
    migrated_postgres: Database, postgres_url: str, settings: Settings
) -> None:
    empty(migrated_postgres)
    database = Database(postgres_url)
    world = make_crowd(
        database, settings, readers=READERS, html_bytes=1_000
    )  # analysed: deliveries are known for none
    campaign_id, now = begin(world), world.clock.now()
    with database.write() as session:
        fall_due(session, campaign_id, max_lateness=CampaignSettings.of(settings).max_lateness, now=now)
        launch(session, campaign_id, now=now)
        assert session.execute(_TABLE_SCANS).scalar_one() <= 2
    with database.read() as session:
        assert count_deliveries(session, campaign_id).status == {DeliveryStatus.QUEUED: READERS}
    database.dispose()
