"""How long it takes from a website's publication to the first email that the provider takes: with the engine as it
runs in `bilten serve`, and nobody's hand between."""

import json
import sys
import time as machine
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import col, func, select

from campaigns.digest_tables import Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.digest_request import DigestRequest
from campaigns.digests.set_up_digest import add_digest
from campaigns.sending.job_context import JobContext
from campaigns.services import build_services
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationMode, Campaign
from core.clock import SystemClock
from core.db import Database
from core.logging import configure_logging
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from scheduler.build import build_job_context
from scheduler.embedded import Engine
from tests.bench.crowd import make_crowd
from tests.bench.publishers import ARTICLES, PUBLISHERS, Publisher
from tests.bench.settings import settings_for
from tests.campaigns.world import World

LOOK_EVERY = 0.02


def measure(order: dict[str, Any]) -> dict[str, float]:
    """In seconds, of some posts the median and the longest. Nothing waits for another language, nor for second
    thoughts: what these take is for the organisation to say."""
    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    world = make_crowd(database, settings, readers=order["readers"], html_bytes=order["html_bytes"])
    world.configure(automation_quiet=timedelta(0), quiet_hours="")
    context = build_job_context(build_services(world.settings, database, SystemClock()))
    context.guard.take_as_own()
    with PUBLISHERS[order["through"]](context, Path(order["folder"])) as (publish, feeds):
        engine = Engine(replace(context, feeds=feeds))
        _add_automation(world, context)
        engine.start()
        try:
            took = sorted(_publish(database, publish, engine, number) for number in range(len(ARTICLES)))
        finally:
            engine.stop()
            context.provider("resend").close()
            database.dispose()
    return {"median": took[len(took) // 2], "longest": took[-1]}


def _add_automation(world: World, context: JobContext) -> None:
    """It sends what comes."""
    at_once = CalendarRule(Pattern.ON_PUBLICATION, (), date(2026, 1, 1), time(8), world.settings.time_zone)
    request = DigestRequest("At once", at_once, AutomationMode.SEND, ["bulletin"], "main", most_at_once=100)
    with world.database.write() as session:
        add_digest(session, request, actor=world.boris, settings=world.settings, now=context.clock.now())


def _publish(database: Database, publish: Publisher, engine: Engine, number: int) -> float:
    """Until one more campaign has a delivery that was accepted; then until it is over, so that the next one has
    the machine to itself."""
    began = machine.monotonic()
    publish(number, engine.wake)
    begun = select(func.count(func.distinct(col(Delivery.campaign_id)))).where(
        Delivery.status == DeliveryStatus.ACCEPTED
    )
    over = select(func.count()).where(Campaign.status == CampaignStatus.SENT)
    took = 0.0
    for wanted in (begun, over):
        while _count(database, wanted) <= number:
            machine.sleep(LOOK_EVERY)
        took = took or machine.monotonic() - began
    return took


def _count(database: Database, wanted: Any) -> int:
    with database.read() as session:
        return int(session.exec(wanted).one())


def main() -> None:
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")


if __name__ == "__main__":
    main()
