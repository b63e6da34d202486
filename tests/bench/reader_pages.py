"""How long the server takes for pages about readers among very many: what staff look at, and what readers do.

Run as `python -m tests.bench.reader_pages` with an order in JSON on stdin; milliseconds by page in JSON on stdout.
The application is asked in this process, by the clock on the wall: the database's time is in it.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from sqlalchemy import text
from sqlmodel import col, select

from campaigns.editorial.manage_segment import SegmentDetails, add_segment
from campaigns.services import build_services
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from core.db import Database
from core.logging import configure_logging
from core.public_urls import preferences_path
from core.signing import Signer
from subscribers.links import preferences_token
from subscribers.tables import Subscriber
from tests.bench.fill_people import FIRST, analyze, fill_people
from tests.bench.report import Row
from tests.bench.settings import settings_for
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.people_roles import APPROVER
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

TIMES = 21
LIST_ID = 1
_DELIVERIES = """
    INSERT INTO delivery (campaign_id, subscriber_id, address_hash, variant_id, list_id, status, outcome,
        attempt_count, next_attempt_at, changed_at)
    SELECT d.campaign_id, s.id, s.address_hash, d.variant_id, d.list_id,
        CASE WHEN s.id % 2 = 0 THEN 'accepted' ELSE 'skipped' END, 'pending', 1, d.next_attempt_at, d.changed_at
    FROM subscriber s, delivery d
    WHERE s.id > :base AND d.id = (SELECT min(id) FROM delivery WHERE campaign_id = :campaign_id)
"""
COUNTED = "a segment's page, everybody counted"
SAVED = "a reader's preferences, saved"
LISTS = "Lists, just after somebody has left"
BARE = "bare"
Ask = Callable[[int], httpx.Response]
Measured = dict[str, dict[str, float]]


def measure(order: dict[str, Any]) -> Measured:
    """Every page; `is_lists_only`: Lists alone, to be compared with those of another crowd."""
    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    world = make_world(database, StoppedClock(), settings)
    world.configure(undo_window=CampaignSettings.of(settings).undo_window * 0)
    crowd = make_readers(world, order["people"])
    give_passwords(database, language="en", roles=APPROVER)
    measured: Measured = {}
    with browser(create_app(build_services(settings, database, world.clock))) as client:
        sign_in(client, "ana@example.org")
        step = max(2, order["people"] // (TIMES + 1))
        if not order.get("is_lists_only"):
            leave = _leaving(client, _preferences(world, crowd, [crowd.base + 1 + n * step for n in range(TIMES)]))
            measured |= {name: _spent(ask) for name, ask in _pages(client, world, crowd, step).items()}
            measured[SAVED] = _spent(leave)
        left = _leaving(client, _preferences(world, crowd, [crowd.base + 2 + n * step for n in range(TIMES)]))
        measured[LISTS] = _spent(lambda _: client.get("/lists"), before=left)
    with database.read() as session:
        bare = select(Subscriber).order_by(col(Subscriber.id).desc()).limit(50)
        measured[BARE] = _spent(lambda _: session.exec(bare).all())
    database.dispose()
    return measured


@dataclass(frozen=True, slots=True)
class Crowd:
    base: int
    """The number after which those of readers begin."""
    campaign_id: int
    segment_id: int


def rows_of(kind: str, people: int, measured: Measured) -> Iterator[Row]:
    """For the table."""
    bare = measured[BARE]["median"]
    for name, spent in measured.items():
        if name != BARE:
            yield Row(
                f"{kind}: {name}, among {people:,} readers: median, and 95th percentile",
                f"{spent['median']:.0f} ms, {spent['p95']:.0f} ms",
                f"{bare:.1f} ms",
                f"{spent['median'] / bare:.1f}",
                "" if name == COUNTED else "under 100 ms",
            )


def lists_row(kind: str, people: int, measured: Measured, fewer: Measured) -> Row:
    """`fewer`: among a tenth of the readers."""
    many, few = measured[LISTS]["median"], fewer[LISTS]["median"]
    return Row(
        f"{kind}: {LISTS}, among {people:,} readers against {people // 10:,}: median",
        f"{many:.0f} ms",
        f"{few:.0f} ms",
        f"{many / few:.1f}",
        "flat",
    )


def make_readers(world: World, count: int) -> Crowd:
    """Each got a campaign that every second one's provider accepted; a segment of three parts has the others."""
    world.add_readers(["first"])
    campaign_id = world.launched(languages=("en",))
    world.run()
    base = fill_people(world.database, count, list_id=LIST_ID)
    condition = f"language in (en, sl) and signed_up >= 2020-01-01 and not got campaign {campaign_id}"
    with world.database.write() as session:
        session.execute(text(_DELIVERIES), {"base": base, "campaign_id": campaign_id})
        details = SegmentDetails("Half", condition)
        segment_id = add_segment(session, details, actor=world.ana, now=world.clock.now()).id
    analyze(world.database)
    return Crowd(base, campaign_id, segment_id)


def _pages(client: httpx.Client, world: World, crowd: Crowd, step: int) -> dict[str, Ask]:
    """By what the row is called."""
    token = form_token_on(client.get("/subscribers"))
    paths = _preferences(world, crowd, [crowd.base + 1 + n * step for n in range(TIMES)])
    segment = f"/segments/{crowd.segment_id}"

    def search(query: str) -> httpx.Response:
        return client.post("/subscribers", data={"form_token": token, "search": query})

    def open_person(path: str) -> httpx.Response:
        """The press that is recorded, and the page that it leads to."""
        return client.get(client.post(path, data={"form_token": token}).headers["location"])

    return {
        "a search by the beginning of an address": lambda n: search(f"oseba{n * step + 1}"[:8]),
        "a search by a name": lambda n: search(FIRST[n % len(FIRST)]),
        "a search by nothing": lambda _: client.get("/subscribers"),
        "a person's page": lambda n: open_person(f"/subscribers/{crowd.base + n * step + 1}"),
        "a segment's page, estimated": lambda _: client.get(segment),
        COUNTED: lambda _: client.get(f"{segment}?count=everybody"),
        "a reader's preferences": lambda n: client.get(paths[n]),
    }


def _leaving(client: httpx.Client, paths: list[str]) -> Ask:
    """With another name; and their list is left, so that whatever was counted is out of date."""

    def leave(number: int) -> httpx.Response:
        form = {"language": "sl", "name": f"Nova {number}", "shown-bulletin": ""}
        return client.post(paths[number], data=form)

    return leave


def _preferences(world: World, crowd: Crowd, people: list[int]) -> list[str]:
    """Where each of them chooses."""
    settings = world.settings
    with world.database.read() as session:
        campaign = session.get_one(Campaign, crowd.campaign_id)
    assert campaign.launched_at is not None
    make = partial(
        preferences_token,
        Signer(settings.secret_key.get_secret_value()),
        campaign_public_id=campaign.public_id,
        list_id=LIST_ID,
        expires_at=campaign.launched_at + CampaignSettings.of(settings).preferences_lifetime,
    )
    return [preferences_path(make(subscriber_id=person)) for person in people]


def _spent(ask: Callable[[int], Any], *, before: Ask | None = None) -> dict[str, float]:
    """Milliseconds; the first is not counted, which compiles and caches what all others use."""
    spent = []
    for number in range(TIMES):
        if before:
            before(number)
        began = time.perf_counter()
        answer = ask(number)
        spent.append((time.perf_counter() - began) * 1_000)
        if isinstance(answer, httpx.Response):
            assert answer.status_code == 200, (answer.request.url, answer.status_code, answer.text[:500])
    first, *others = spent
    others.sort()
    return {"median": median(others), "p95": others[len(others) * 95 // 100 - 1], "first": first}


def main() -> None:
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")


if __name__ == "__main__":
    main()
