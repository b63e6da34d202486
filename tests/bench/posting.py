"""How long it takes from a website's post to the first email that the provider takes: with the engine as it runs
in `bilten serve`, and nobody's hand between."""

import json
import sys
import time as machine
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import col, func, select

from campaigns.digests.calendar_rule import CalendarRule, Pattern
from campaigns.digests.digest_request import DigestRequest
from campaigns.digests.set_up_digest import add_digest
from campaigns.feeds.connect_feed import FeedRequest
from campaigns.feeds.connect_webhook import connect_webhook
from campaigns.services import build_services
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationMode, Campaign
from core.clock import SystemClock
from core.db import Database
from core.logging import configure_logging
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from news.feeds.webhook.keep_post import receive_post
from scheduler.build import build_job_context
from scheduler.embedded import Engine
from scheduler.jobs import read_websites
from staff.principal import OPERATOR
from tests.bench.crowd import make_crowd
from tests.bench.settings import settings_for
from tests.campaigns.world import World

LOOK_EVERY = 0.02
POSTS = (
    {"id": "1", "title": "Obleganje, deseti dan", "html": "<p>Šeststo ljudi je pogrešanih.</p>"},
    {"id": "2", "title": "Odprto pismo ministru", "html": "<p>Zahtevamo takojšnjo preiskavo in obsodbo.</p>"},
    {"id": "3", "title": "Nova pot čez Kolpo", "html": "<p>Prostovoljci so pripravili toplo hrano za vse.</p>"},
)


def measure(order: dict[str, Any]) -> dict[str, float]:
    """In seconds, of some posts the median and the longest. Nothing waits for another language, nor for second
    thoughts: what these take is for the organisation to say."""
    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    world = make_crowd(database, settings, readers=order["readers"], html_bytes=order["html_bytes"])
    world.configure(automation_quiet=timedelta(0), quiet_hours="")
    clock = SystemClock()
    context = build_job_context(build_services(world.settings, database, clock))
    context.guard.take_as_own()
    token = _set_up(world, clock)
    engine = Engine(context)
    engine.start()
    try:
        took = sorted(_post(database, engine, token, number) for number in range(len(POSTS)))
    finally:
        engine.stop()
        context.provider("resend").close()
        database.dispose()
    return {"median": took[len(took) // 2], "longest": took[-1]}


def _set_up(world: World, clock: SystemClock) -> str:
    """A source that sends by itself, and an automation that sends what comes."""
    at_once = CalendarRule(Pattern.ON_PUBLICATION, (), date(2026, 1, 1), time(8), world.settings.time_zone)
    request = DigestRequest("At once", at_once, AutomationMode.SEND, ["bulletin"], "main", most_at_once=100)
    with world.database.write() as session:
        _, token = connect_webhook(session, FeedRequest("Website", language="en"), actor=OPERATOR, now=clock.now())
        add_digest(session, request, actor=world.boris, settings=world.settings, now=clock.now())
    return token


def _post(database: Database, engine: Engine, token: str, number: int) -> float:
    """Until one more campaign has a delivery that was accepted; then until it is over, so that the next post has
    the machine to itself."""
    began = machine.monotonic()
    body = json.dumps(POSTS[number] | {"language": "en"}).encode()
    wake = partial(engine.wake, job=read_websites)
    receive_post(database, token, body, wake=wake, now=SystemClock().now())
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
