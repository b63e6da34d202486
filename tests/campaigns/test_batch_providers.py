"""The whole way with providers as they are: whatever becomes of an answer, everybody gets it once."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.providers import build_provider
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.brevo_api import FakeBrevo
from tests.fakes.mailjet_api import FakeMailjet
from tests.fakes.postmark_api import FakePostmark
from tests.fakes.resend_api import FaultPlan, raising, saying
from tests.fakes.scripted_api import ScriptedApi

PEOPLE = [f"reader{number:02}" for number in range(12)]
FAR_SIDES: dict[str, type[ScriptedApi]] = {"brevo": FakeBrevo, "mailjet": FakeMailjet, "postmark": FakePostmark}


def taken_and_lost(api: ScriptedApi) -> FaultPlan:
    return api.take_and_lose_the_answer


def never_taken(_: ScriptedApi) -> FaultPlan:
    return raising(httpx.ReadTimeout("no answer"))


def not_understood(_: ScriptedApi) -> FaultPlan:
    return saying(httpx.Response(502, content=b"<html>Bad gateway</html>"))


def slowed_down(_: ScriptedApi) -> FaultPlan:
    return saying(httpx.Response(429, headers={"retry-after": "30"}))


@pytest.mark.parametrize("name", FAR_SIDES)
@pytest.mark.parametrize("fault", [taken_and_lost, never_taken, not_understood, slowed_down])
@on_sqlite
def test_everybody_gets_it_once(
    name: str,
    fault: Callable[[ScriptedApi], FaultPlan],
    database: Database,
    clock: StoppedClock,
    settings: Settings,
) -> None:
    api = FAR_SIDES[name]()
    api.script.append(fault(api))
    world = make_world(database, clock, settings)
    provider = build_provider(name, settings, transport=api.transport)
    world.context = replace(world.context, provider=lambda _: provider)
    world.add_readers(PEOPLE)
    campaign_id = world.launched()
    world.run(rounds=12, seconds=600)
    assert Counter(address for address, _ in api.received) == {f"{name}@example.org": 1 for name in PEOPLE}
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).accepted == len(PEOPLE)
